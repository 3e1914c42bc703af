"""What the installers say of the program is what the program says, and they say it in each format's own grammar."""

import json
import os
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from dimples_gui import __version__
from tests.packaging.conftest import ROOT

PACKAGING = ROOT / "packaging"


def told(code: str) -> str:
    """What some lines print that use the installers' modules."""
    head = "from installers.facts import read_facts; from installers.parts import parts; facts = read_facts()\n"
    done = subprocess.run(
        [sys.executable, "-c", head + code], cwd=PACKAGING, capture_output=True, text=True, check=False,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1795000000"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_debian_package_names_version_needs_and_section() -> None:
    control = told("from installers.deb import control_file; print(control_file(facts, 'libc6 (>= 2.36)', 1))")
    fields = dict(re.findall(r"^(\S+): (.+)$", control, re.MULTILINE))
    assert fields["Version"] == __version__
    assert fields["Depends"] == "libc6 (>= 2.36)"
    assert fields["Section"] == "education"
    assert all(
        line == " ." or line.startswith(" ") for line in control.strip().partition("Description:")[2].splitlines()[1:]
    )


def test_the_changelog_of_debian_is_the_newest_part_of_ours() -> None:
    written = told("from installers.deb import changelog; print(changelog(facts))")
    first = re.search(r"^- (\w+ \w+ \w+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert first
    assert written.startswith(f"dimples-gui ({__version__}) unstable; urgency=medium\n\n  * {first[1]}")
    assert re.search(r"^ -- .+ <.+@.+>  \w{3}, \d+ \w{3} 2026 \d\d:\d\d:\d\d \+0000$", written, re.MULTILINE)
    assert max(len(line) for line in written.splitlines() if line.startswith("  ")) <= 78


def test_the_metadata_tells_version_day_and_how_to_start() -> None:
    tree = ET.fromstring(told("from installers.linux_tree import filled; print(filled('metainfo.xml', facts))"))
    release = tree.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": __version__, "date": "2026-11-18", "type": "development"}
    assert "five layers from skin to bone" in (release.findtext("description/ul/li") or "")
    launchable = (tree.findtext("launchable") or "").removesuffix(".desktop")
    assert (PACKAGING / "linux" / f"{launchable}.desktop").is_file()


def test_the_manual_page_tells_every_option() -> None:
    page = (PACKAGING / "linux" / "dimples-gui.1").read_text(encoding="utf-8").replace("\\-", "-")
    usage = subprocess.run(
        [sys.executable, "-m", "dimples_gui", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    options = set(re.findall(r"--[a-z][a-z-]+", usage.partition("\nexamples:")[0]))
    assert "--self-test" in options
    assert {option for option in options if option not in page} == set()


def test_the_menus_entry_knows_lay_words_and_takes_links() -> None:
    entry = (PACKAGING / "linux" / "dimples.desktop").read_text(encoding="utf-8")
    assert "\nMimeType=x-scheme-handler/dimples;\n" in entry
    assert "\nExec=dimples-gui %u\n" in entry
    assert "back dimples;" in entry


@pytest.mark.parametrize("platform", ["linux", "windows"])
def test_the_list_of_parts_names_what_is_pinned_with_its_hash(platform: str) -> None:
    code = f"from installers.sbom import sbom; print(sbom(facts, parts({platform!r}, '3.11.2')))"
    listed = json.loads(told(code))
    assert listed == json.loads(told(code))
    assert listed["metadata"]["component"]["version"] == __version__
    components = {part["name"]: part for part in listed["components"]}
    pins = (PACKAGING / "requirements" / f"{platform}.txt").read_text(encoding="utf-8")
    for name in ("PySide6-Essentials", "numpy", "PyYAML", "msgspec", "svgelements"):
        assert f"{name}=={components[name]['version']} " in pins
        assert components[name]["hashes"][0]["content"] in pins


@pytest.mark.parametrize("platform", ["linux", "windows"])
def test_what_the_program_depends_on_is_pinned(platform: str) -> None:
    pins = (PACKAGING / "requirements" / f"{platform}.txt").read_text(encoding="utf-8").lower()
    dependencies = re.findall(
        r'^    "([\w-]+)[><=!]',
        (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("\ndependencies")[2].partition("\n]")[0],
        re.MULTILINE,
    )
    assert len(dependencies) >= 5
    assert [name for name in dependencies if f"\n{name.lower()}==" not in pins] == []


def test_the_windows_installer_takes_away_exactly_what_it_puts_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    bundle = tmp_path_factory.mktemp("bundle")
    (bundle / "lib" / "words").mkdir(parents=True)
    for name in ("Dimples.exe", "lib/one.pyc", "lib/words/two.yaml"):
        (bundle / name).touch()
    script = told(
        f"import pathlib, installers.windows as w; w.BUNDLE = pathlib.Path({str(bundle)!r}); print(w.file_macros())"
    )
    put = [line.rpartition("/")[2].rstrip('"') for line in script.splitlines() if line.startswith("  File ")]
    taken = [line.rpartition("\\")[2].rstrip('"') for line in script.splitlines() if line.startswith("  Delete ")]
    assert sorted(put) == sorted(taken) == ["Dimples.exe", "one.pyc", "two.yaml"]
    folders = [line for line in script.splitlines() if line.startswith("  RMDir ")]
    assert folders == [
        '  RMDir "$INSTDIR\\lib\\words"',
        '  RMDir "$INSTDIR\\lib"',
    ]  # and never with all that is in them
    assert "/r" not in script
