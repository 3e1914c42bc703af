"""What an administrator settles for everybody on a machine."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from dimples_gui.app import Program
from dimples_gui.errors import ContentError
from dimples_gui.main_window import MainWindow
from dimples_gui.options import Options
from dimples_gui.policy import Policy, SettledStore, policy_file, policy_here, read_policy
from dimples_gui.settings import Settings, Visit

ROOT = Path(__file__).parent.parent
Settle = Callable[[str], Path]


@pytest.fixture
def settle(tmp_path: Path) -> Settle:
    """Write a policy."""

    def write(text: str) -> Path:
        file = tmp_path / "policy.ini"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_without_a_file_nothing_is_settled(tmp_path: Path) -> None:
    assert read_policy(tmp_path / "policy.ini") == Policy()


def test_settings_content_and_links_can_be_settled(settle: Settle) -> None:
    file = settle("[settings]\ntheme = dark\n[program]\ncontent = /srv/back ; ours\nlinks = off\n")
    assert read_policy(file) == Policy({"theme": "dark", "links": "off"}, Path("/srv/back"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[settings]\ncolour = dark\n", "[settings] colour means nothing"),
        ("[setting]\ntheme = dark\n", "[setting] theme means nothing"),
        ("[settings]\ntheme = pink\n", "theme is system, light, dark or contrast, not “pink”"),
        ("[settings]\ntext-size = 9000\n", "text-size is a number from 50 to 300, not “9000”"),
        ("theme = dark\n", "can't be read: File contains no section headers"),
    ],
)
def test_what_means_nothing_is_told_with_its_file(settle: Settle, text: str, said: str) -> None:
    with pytest.raises(ContentError) as told:
        read_policy(settle(text))
    assert said in str(told.value)
    assert "policy.ini" in str(told.value)


def test_each_platform_has_its_place_for_it() -> None:
    assert policy_file("linux", {}) == Path("/etc/dimples/policy.ini")
    assert policy_file("win32", {"PROGRAMDATA": "D:/data"}) == Path("D:/data/dimples/policy.ini")
    assert policy_file("darwin", {}).is_relative_to("/Library")


def test_what_is_settled_is_read_and_cannot_be_written() -> None:
    kept = Visit()
    settings = Settings(SettledStore(kept, {"theme": "dark", "links": "off"}))
    settings.theme = "light"
    settings.text_percent = 130
    assert (settings.theme, settings.text_percent, settings.opens_links) == ("dark", 130, False)
    assert kept.value("theme") is None


def test_settled_colours_are_worn_and_their_commands_are_closed(qtbot: object) -> None:
    program = Program(Options(size=(900, 700)), policy=Policy({"theme": "contrast"}))
    window: MainWindow = program.window
    window.show()
    window.furnish()
    assert window.appearance.theme == "contrast"
    assert not window.actions_by_id["theme-light"].isEnabled()
    assert window.actions_by_id["theme-light"].toolTip() == "Settled by whoever runs this machine"
    assert window.actions_by_id["text-larger"].isEnabled()
    window.close()
    window.deleteLater()


def test_settings_that_cannot_be_written_are_known_not_to_last(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    store = QSettings(str(tmp_path / "file" / "dimples.ini"), QSettings.Format.IniFormat)
    assert not Settings(store).lasts
    assert Settings(QSettings(str(tmp_path / "dimples.ini"), QSettings.Format.IniFormat)).lasts
    assert not Settings(SettledStore(store, {"theme": "dark"})).lasts


def test_what_is_added_is_a_page_like_any_other_and_a_fault_in_it_is_told(qtbot: object, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / "example-extra", tmp_path / "extra")
    (tmp_path / "extra" / "museum" / "sources.yaml").write_text("- nonsense\n", encoding="utf-8")
    program = Program(Options(size=(1100, 700), link="dimples:plaster-cast"), policy=Policy(extra=tmp_path / "extra"))
    window: MainWindow = program.window
    window.show()
    window.furnish()
    assert "The cast in room 3 has both dimples." in " ".join(window.panel.text().split())
    assert window.problems.isVisible()
    window.open_link("dimples:psis")
    assert program.atlas.entries["psis"].title in window.panel.text()
    window.close()
    window.deleteLater()


def test_the_folder_of_what_is_added_lies_beside_the_policy() -> None:
    for screenless in (True, False):
        assert policy_here(screenless=screenless).extra == policy_file().parent / "extra"
