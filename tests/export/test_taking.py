"""Printing and saving, by the dialogs in the real window."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.decide import decide_of
from dimples_gui.export.consultation_dialog import ConsultationDialog
from dimples_gui.export.take_dialog import TakeDialog
from dimples_gui.languages import PSEUDO, PseudoTranslator, is_pseudo
from dimples_gui.main_window import MainWindow
from tests.export.reading import has_poppler, pages_of, run, words_of

Start = Callable[..., MainWindow]
poppler = pytest.mark.skipif(not has_poppler(), reason="poppler-utils (pdftotext, pdftoppm) is not installed")


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the person saves whatever is offered, under the name offered."""
    folder = tmp_path / "taken"
    folder.mkdir()

    def choose(_parent: object, _caption: str, offer: str, kinds: str) -> tuple[str, str]:
        return str(folder / Path(offer).name), kinds.partition(";;")[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return folder


def dialog_of(window: MainWindow) -> TakeDialog:
    window.actions_by_id["take-away"].trigger()
    dialog = window.findChild(TakeDialog)
    assert dialog is not None
    return dialog


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_form(dialog: TakeDialog, what: str, form: str) -> None:
    dialog.what.setCurrentIndex(dialog.what.findData(what))
    dialog.form.setCurrentIndex(dialog.form.findData(form))
    assert (dialog.what.currentData(), dialog.form.currentData()) == (what, form)


@poppler
def test_a_page_is_saved_as_pdf_under_its_title(start: Start, chosen: Path) -> None:
    window = start(link="dimples:psis")
    press(dialog_of(window).save)
    (file,) = chosen.iterdir()
    entry = window.atlas.entries["psis"]
    assert file.name == f"{entry.title}.pdf"
    text = words_of(file)
    for claim in (key for part in entry.sections for key in part.claims):
        assert plain(window.atlas.claims[claim].text) in text
    assert f"Page 1 of {pages_of(file)}" in text
    assert str(file) in window.statusBar().currentMessage()


def plain(text: str) -> str:
    return " ".join(text.replace("’", "ʼ").split())


@poppler
def test_a_page_can_begin_with_the_plate_in_view(start: Start, chosen: Path) -> None:
    window = start(link="dimples:psis?layer=bone")
    dialog = dialog_of(window)
    dialog.with_plate.setChecked(True)
    press(dialog.save)
    (file,) = chosen.iterdir()
    first = words_of(file, page=1)
    assert "Iliac crest" in first
    assert "5 cm" in first
    assert "The lower back seen from behind: the bones. Marked: Posterior superior iliac spine." in first


def test_a_page_is_saved_as_html(start: Start, chosen: Path) -> None:
    window = start(link="dimples:psis")
    dialog = dialog_of(window)
    choose_form(dialog, "page", "html")
    dialog.with_plate.setChecked(True)
    press(dialog.save)
    (file,) = chosen.iterdir()
    assert file.suffix == ".html"
    assert 'lang="en"' in file.read_text(encoding="utf-8")


def test_a_plate_is_saved_in_pixels_as_large_as_asked_for(start: Start, chosen: Path) -> None:
    window = start(link="dimples:psis?layer=bone")
    dialog = dialog_of(window)
    choose_form(dialog, "plate", "png")
    dialog.width_mm.setValue(100)
    dialog.dpi.setValue(150)
    assert "591" in dialog.pixels.text()
    press(dialog.save)
    (file,) = chosen.iterdir()
    image = QImage(str(file))
    assert image.width() == 591
    assert image.dotsPerMeterX() == round(150 / 25.4 * 1000)
    assert "the bones" in image.text("Description")


def test_a_plate_is_saved_in_vectors_with_its_names_as_text(start: Start, chosen: Path) -> None:
    window = start(link="dimples:psis?layer=bone")
    dialog = dialog_of(window)
    choose_form(dialog, "plate", "svg")
    press(dialog.save)
    (file,) = chosen.iterdir()
    root = ET.parse(file).getroot()
    assert "Iliac crest" in {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    dialog.names.setChecked(False)
    press(dialog.save)
    names = {element.text for element in ET.parse(file).getroot().iter("{http://www.w3.org/2000/svg}text")}
    assert "Iliac crest" not in names


@poppler
def test_everything_is_one_book_and_a_reader_can_give_up(start: Start, chosen: Path) -> None:
    window = start()
    dialog = dialog_of(window)
    choose_form(dialog, "everything", "pdf")

    def give_up() -> None:
        told = window.findChild(QProgressDialog)
        if told and told.isVisible():
            told.cancel()
        else:
            QTimer.singleShot(0, give_up)

    QTimer.singleShot(0, give_up)
    press(dialog.save)
    assert not list(chosen.iterdir())
    assert "nothing was saved" in window.statusBar().currentMessage()
    press(dialog.save)
    (file,) = chosen.iterdir()
    text = words_of(file)
    for entry in window.atlas.entries.values():
        assert plain(entry.title) in text
    assert pages_of(file) > 60
    QApplication.processEvents()


def test_where_only_a_picture_is_asked_for_nothing_can_be_printed(start: Start) -> None:
    dialog = dialog_of(start(link="dimples:psis"))
    assert dialog.print.isEnabled()
    assert dialog.preview.isEnabled()
    choose_form(dialog, "plate", "png")
    assert not dialog.print.isEnabled()
    assert not dialog.preview.isEnabled()


@pytest.mark.parametrize("page", ["home", "whatif", "options", "redflags", "sources", "glossary", "find"])
def test_every_page_offers_something(start: Start, chosen: Path, page: str) -> None:
    window = start(link=f"dimples:{page}")
    press(dialog_of(window).save)
    assert [file.suffix for file in chosen.iterdir()] == [".pdf"]


def test_the_preview_shows_the_pages(start: Start, qtbot: QtBot) -> None:
    from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget

    window = start(link="dimples:psis")
    press(dialog_of(window).preview)
    shown = window.findChild(QPrintPreviewDialog)
    assert shown is not None
    inner = shown.findChild(QPrintPreviewWidget)
    assert inner is not None
    qtbot.waitUntil(lambda: inner.pageCount() >= 3)
    shown.close()


@poppler
def test_what_is_printed_are_the_same_pages_on_the_paper_that_is_in_the_printer(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrintDialog

    file = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        """The person chooses Letter, and printing into a file."""
        dialog.printer().setOutputFileName(str(file))
        dialog.printer().setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    dialog = dialog_of(start(link="dimples:psis?layer=bone"))
    dialog.paper.setCurrentIndex(dialog.paper.findData("a4"))
    dialog.with_plate.setChecked(True)
    press(dialog.print)
    assert "612 x 792 pts (letter)" in run("pdfinfo", file)
    assert "Iliac crest" in words_of(file, page=1)
    assert f"Page {pages_of(file)} of {pages_of(file)}" in words_of(file)


@pytest.mark.qt_log_ignore("QPainter::begin.*", extend=True)  # Qt says so too, where nobody looks
def test_a_printer_that_takes_nothing_is_told(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtPrintSupport import QPrintDialog

    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFileName("/proc/nowhere/a.pdf")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    press(dialog_of(start(link="dimples:psis")).print)
    assert told == ["Nothing can be printed there. Try another printer."]


def test_every_word_of_the_dialogs_can_be_translated(start: Start) -> None:
    window = start(language=PSEUDO, link="dimples:psis")
    app = QApplication.instance()
    assert app is not None
    dialogs: list[QDialog] = [dialog_of(window)]
    dialogs[0].close()
    dialogs.append(sheet_of(window))
    sheet = decide_of(window.atlas.decide).sheet
    content = {prompt.text for prompt in sheet.prompts} | {words for _, words in sheet.questions}
    content |= {entry.title for entry in window.atlas.entries.values()}
    for dialog in dialogs:
        for widget in dialog.findChildren(QWidget):
            words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.toolTip()
            assert not words or words in content or is_pseudo(words) or sheet.lead in words, words
    for translator in app.children():
        if isinstance(translator, PseudoTranslator):
            app.removeTranslator(translator)


def test_a_folder_that_cannot_be_written_to_is_told_once_and_the_dialog_stays(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/proc/nowhere/a.pdf", "PDF (*.pdf)"))
    dialog = dialog_of(start(link="dimples:psis"))
    press(dialog.save)
    assert len(told) == 1
    assert "“a.pdf” was not saved" in told[0]
    assert dialog.isVisible()


# --- the consultation sheet ---------------------------------------------------------------------------------------


def sheet_of(window: MainWindow) -> ConsultationDialog:
    window.actions_by_id["take-sheet"].trigger()
    return window.findChildren(ConsultationDialog)[-1]


@poppler
def test_the_sheet_says_what_was_looked_at_what_matters_and_what_to_ask(start: Start, chosen: Path) -> None:
    window = start(link="dimples:psis")
    window.open_link("dimples:tether")
    dialog = sheet_of(window)
    prompt, field = next(iter(dialog.said.items()))
    QTest.keyClicks(field, "My sister has them.")
    QTest.keyClicks(dialog.own[0], "Can I still run?")
    last = list(dialog.asked)[-1]
    dialog.asked[last].setChecked(True)
    press(dialog.save)
    (file,) = chosen.iterdir()
    assert pages_of(file) == 1
    text = words_of(file)
    for words in (
        "My sister has them.",
        "Can I still run?",
        dialog.asked[last].accessibleName(),
        "Tether",
        "What I looked at",
    ):
        assert plain(words) in text
    assert prompt in dialog.said


def test_the_sheet_opens_with_the_keyboard_in_its_first_field(start: Start, qtbot: QtBot) -> None:
    window = start(link="dimples:psis")
    window.activateWindow()
    dialog = sheet_of(window)
    first, second = [*dialog.said.values()][:2]
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_boxes_of_the_sheet_grow_with_the_text_and_are_ticked_by_their_words(start: Start, theme: str) -> None:
    window = start(link="dimples:psis", theme=theme, text_size=200)
    dialog = sheet_of(window)
    tick = next(iter(dialog.asked.values()))
    line = tick.fontMetrics().height()
    assert _filled_px(tick, window.appearance.look.chosen) > (line / 2) ** 2
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 2, line))
    assert not tick.isChecked()
    assert _filled_px(tick, window.appearance.look.chosen) == 0


def test_boxes_of_an_open_dialog_take_the_colours_of_another_theme(start: Start) -> None:
    window = start(link="dimples:psis", theme="light")
    ticks = [next(iter(sheet_of(window).asked.values())), dialog_of(window).names]
    window.appearance.set_theme("dark")
    assert all(_filled_px(tick, window.appearance.look.chosen) for tick in ticks)


def _filled_px(widget: QWidget, colour: str) -> int:
    """How many pixels of it have a colour."""
    picture = widget.grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixelColor(x, y).name() == colour for x, y in places)


def test_what_was_filled_in_lasts_for_the_visit_and_is_on_no_disk(start: Start, home: Path) -> None:
    window = start(link="dimples:psis")
    dialog = sheet_of(window)
    field = next(iter(dialog.said.values()))
    QTest.keyClicks(field, "xyzzy worries")
    dialog.reject()
    assert next(iter(sheet_of(window).said.values())).text() == "xyzzy worries"
    window.settings.write()
    for file in home.rglob("*"):
        assert not file.is_file() or b"xyzzy" not in file.read_bytes()


def test_the_sheet_as_html_has_headings_and_a_text_for_the_picture(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), "HTML (*.html)"))
    press(sheet_of(start(link="dimples:psis")).save)
    text = file.read_text(encoding="utf-8")
    assert text.count("<h2>") >= 3
    assert 'alt="The lower back seen from behind' in text


def test_nothing_of_taking_is_loaded_at_a_start() -> None:
    probe = (
        "import sys; from dimples_gui import app; from dimples_gui.options import Options; from pathlib import Path;"
        "program = app.Program(Options(shot=Path('x.png'))); program.window.show();"
        "[app.QApplication.processEvents() for _ in range(9)]; assert program.window.actions_by_id;"
        "print(*sorted(name for name in sys.modules if 'PrintSupport' in name or 'gui.export.' in name))"
    )
    import sys

    done = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["dimples_gui.export.looked"]
