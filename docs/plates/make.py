"""Make the README's pictures of window and plates: python docs/plates/make.py, from a checkout."""  # noqa: INP001  # a script by itself

import subprocess
import sys
from pathlib import Path

from dimples_gui.atlas.model import LAYERS

HERE = Path(__file__).parent
LINKS = {layer: f"dimples:home?layer={layer}" for layer in LAYERS} | {
    "skin-man": "dimples:home?layer=skin&sex=1",
    "section": "dimples:home?layer=skin&plate=both",
}


def main() -> None:
    """One picture a layer and theme; both sexes; the section; the window."""
    for name, link in LINKS.items():
        for theme in ("light", "dark"):
            shoot(link, HERE / f"{name}-{theme}.png", "1200x760", theme)
    for name, link in {
        "window": "dimples:dimple",
        "options": "dimples:options",
        "lookalikes": "dimples:lookalikes",
        "whatif": "dimples:whatif?fat=0.36&plate=both",
    }.items():
        shoot(link, HERE.parent / f"{name}.png", "1280x800", "light")


def shoot(link: str, picture: Path, size: str, theme: str) -> None:
    """Draw the program's window."""
    subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "dimples_gui", link, "--theme", theme, "--shot", str(picture), "--size", size],
        check=True,
        cwd=HERE.parent.parent,
    )


if __name__ == "__main__":
    main()
