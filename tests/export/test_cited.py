"""What is copied or saved as a citation, by the commands in the real window."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rispy
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from dimples_gui.main_window import MainWindow

Start = Callable[..., MainWindow]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def choose(monkeypatch: pytest.MonkeyPatch, file: Path, kind: str = "") -> list[str]:
    """The person chooses this file; what the dialog offered is kept."""
    offered: list[str] = []

    def dialog(_parent: object, _caption: str, offer: str, kinds: str) -> tuple[str, str]:
        offered.extend((offer, kinds))
        return str(file), kind or kinds.split(";;", maxsplit=1)[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    return offered


def test_the_works_of_a_page_are_copied_as_a_list(start: Start) -> None:
    window = start(link="dimples:psis")
    window.actions_by_id["cite-vancouver"].trigger()
    lines = clipboard().splitlines()
    assert [line.split(".")[0] for line in lines] == [str(number) for number in range(1, len(lines) + 1)]
    claims = [window.atlas.claims[key] for part in window.atlas.entries["psis"].sections for key in part.claims]
    first = window.atlas.sources[next(key for claim in claims for key in claim.sources)]
    assert first.title in clipboard()
    assert f"Copied as Vancouver: {len(lines)} records." in window.statusBar().currentMessage()


def test_an_open_statement_is_cited_with_the_program_that_states_it(start: Start) -> None:
    window = start(link="dimples:psis")
    claim = next(key for part in window.atlas.entries["psis"].sections for key in part.claims)
    window.navigator.toggle_claim(claim)
    window.actions_by_id["cite-csl"].trigger()
    items = json.loads(clipboard())
    assert items[0]["title"] == window.atlas.claims[claim].text
    assert [item["id"] for item in items[1:]] == list(window.atlas.claims[claim].sources)


def test_an_unfolded_work_is_cited_alone_and_else_all_are(start: Start) -> None:
    window = start(link="dimples:sources?opened=chakraverty2007")
    window.actions_by_id["cite-ris"].trigger()
    (record,) = rispy.loads(clipboard())
    assert record["id"] == "chakraverty2007"
    window.open_link("dimples:sources")
    window.actions_by_id["cite-ris"].trigger()
    assert len(rispy.loads(clipboard())) > 100


@pytest.mark.parametrize("page", ["glossary", "whatif", "options", "lookalikes", "redflags", "truths", "find"])
def test_every_page_can_be_asked_for_its_works(start: Start, page: str) -> None:
    window = start(link=f"dimples:{page}")
    window.actions_by_id["cite-bibtex"].trigger()
    assert window.statusBar().currentMessage()


def test_a_page_that_cites_nothing_says_so(start: Start) -> None:
    window = start(link="dimples:home")
    QGuiApplication.clipboard().setText("as before")
    window.actions_by_id["cite-bibtex"].trigger()
    assert clipboard() == "as before"
    assert "No work is cited" in window.statusBar().currentMessage()


def test_all_works_are_saved_where_the_reader_says_and_the_folder_is_remembered(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    choose(monkeypatch, tmp_path / "mine.bib")
    window.actions_by_id["take-citations"].trigger()
    assert (tmp_path / "mine.bib").read_text(encoding="utf-8").count("\n@") > 100
    offered = choose(monkeypatch, tmp_path / "mine", "RIS (*.ris)")
    window.actions_by_id["take-citations"].trigger()
    assert rispy.loads((tmp_path / "mine.ris").read_text(encoding="utf-8"))
    assert Path(offered[0]).parent == tmp_path


def test_a_file_that_cannot_be_written_is_told_in_one_box(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    choose(monkeypatch, tmp_path / "gone" / "mine.bib")
    window.actions_by_id["take-citations"].trigger()
    assert told == ["“mine.bib” was not saved: the folder is not there any more. Choose another one."]
