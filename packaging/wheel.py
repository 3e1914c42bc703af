"""What goes into the wheel besides the modules: content, also compiled; and assets, with the font cut to what it sets.

Hatchling calls this for each wheel. An editable install gets nothing of it: it reads the checkout.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fontTools import subset
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

UNSHIPPED = {"sculpt", "fonts"}  # of assets/: the scripts that made the pictures; the fonts before they are cut
SPOKEN = {".yaml", ".py", ".ts"}  # files whose words may come on screen
# What readers may add in content of their own: Western and Central European letters, and typographic signs.
ALWAYS = (*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "–—‘’“”…•≤≥−×·✓→←′″"))


class WheelHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is only there while a wheel is built
    """Adds files to the wheel; stops it where content has problems."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Choose or make each file and say where in the wheel it goes."""
        if version == "editable":
            return
        root = Path(self.root)
        self._stage = TemporaryDirectory(prefix="dimples-wheel-")
        stage = Path(self._stage.name)
        compile_content(root, stage / "compiled")
        cut_fonts(root, stage / "fonts")
        draw_curtains(root, stage / "compiled")
        assets = [path for path in (root / "assets").iterdir() if path.name not in UNSHIPPED]
        build_data["force_include"] |= {
            str(root / "content"): "dimples_gui/content",
            str(stage / "compiled"): "dimples_gui/compiled",
            str(stage / "fonts"): "dimples_gui/assets/fonts",
            **{str(path): f"dimples_gui/assets/{path.name}" for path in assets},
        }
        list_files(root, build_data["force_include"], stage / "compiled" / "files.json")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clear up what was made on the way."""
        if version != "editable":
            self._stage.cleanup()


def compile_content(root: Path, folder: Path) -> None:
    """Write <language>.json and the search's index for each language. Exits with the problems where there are any."""
    sys.path.insert(0, str(root))
    try:
        from dimples_gui.atlas.compiler import dump, restore  # noqa: PLC0415  # found only now: the tree being built
        from dimples_gui.atlas.loader import load  # noqa: PLC0415
        from dimples_gui.atlas.search import INDEX_SUFFIX  # noqa: PLC0415
        from dimples_gui.atlas.search_index import build_index  # noqa: PLC0415
    finally:
        sys.path.remove(str(root))
    folder.mkdir()
    for words in sorted((root / "content").glob("*/entries")):
        language = words.parent.name
        atlas = load(root / "content", (root / "assets",), language)
        if atlas.problems:
            raise SystemExit("\n".join([*map(str, atlas.problems), f"content ({language}) has problems: no wheel"]))
        (folder / f"{language}.json").write_bytes(dump(atlas))
        build_index(restore(dump(atlas)), folder / f"{language}{INDEX_SUFFIX}")  # of the very atlas that will be read


def list_files(root: Path, included: dict[str, str], file: Path) -> None:
    """Write down which files and modules the wheel brings, for the self-test of an installed copy."""
    from dimples_gui.inventory import modules_in, written  # noqa: PLC0415  # of the tree being built, as above

    files: dict[str, Path] = {}
    for source, target in included.items():
        found = Path(source).rglob("*") if Path(source).is_dir() else [Path(source)]
        for path in filter(Path.is_file, found):
            files[f"{target}/{path.relative_to(source)}".removeprefix("dimples_gui/").removesuffix("/.")] = path
    file.write_text(written(files, modules_in(root / "dimples_gui")), encoding="utf-8")


def draw_curtains(root: Path, folder: Path) -> None:
    """Draw the first window in both colours. Where Qt cannot draw, the wheel does without: first starts are slower."""
    done = subprocess.run(
        [sys.executable, str(root / "packaging" / "curtains.py"), str(folder)],
        check=False, capture_output=True, text=True, cwd=root, env=os.environ | {"PYTHONPATH": str(root)},
    )  # fmt: skip
    if done.returncode:
        sys.stderr.write(f"No picture of the first window, for it could not be drawn:\n{done.stderr}")


def cut_fonts(root: Path, folder: Path) -> None:
    """Write each font with only the characters that content and program use, and a floor of common ones."""
    folder.mkdir()
    characters = sorted({*ALWAYS, *used_characters(root)})
    for file in sorted((root / "assets" / "fonts").iterdir()):
        if file.suffix == ".ttf":
            cut_font(file, folder / file.name, characters)
        else:
            (folder / file.name).write_bytes(file.read_bytes())  # its licence goes with it


def used_characters(root: Path) -> set[int]:
    """Every character in the words of content, program and translations."""
    return {
        ord(character)
        for folder in ("content", "assets", "dimples_gui")
        for file in (root / folder).rglob("*")
        if file.suffix in SPOKEN and file.is_file()
        for character in file.read_text(encoding="utf-8")
    }


def cut_font(source: Path, target: Path, characters: list[int]) -> None:
    """Write a font that has only these characters."""
    options = subset.Options(name_IDs=["*"], recalc_timestamp=False)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
