"""A made-up language, accented and 40 % longer, finds what is not translatable and what is cut."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QWidget,
)

from dimples_gui.languages import PSEUDO, PseudoTranslator, accent, is_pseudo
from dimples_gui.main_window import MainWindow

Start = Callable[..., MainWindow]


@pytest.fixture
def pseudo(start: Start) -> Iterator[MainWindow]:
    window = start(language=PSEUDO)
    yield window
    app = QApplication.instance()
    assert app is not None
    for translator in app.children():
        if isinstance(translator, PseudoTranslator):
            app.removeTranslator(translator)


def program_words(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Where a word of the program is shown, and the word; content's own words are left out."""
    for action in window.actions_by_id.values():
        yield f"action {action.objectName()}", action.text()
        yield f"tooltip of {action.objectName()}", action.toolTip()
    for name, menu in window.menus.items():
        yield f"menu {name}", menu.title()
    content = {
        text for entry in window.atlas.entries.values() for text in (entry.title, entry.summary, entry.short_title)
    }
    content |= {question.question for question in window.atlas.home.questions}
    for widget in window.findChildren(QWidget):
        for text in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            yield f"{type(widget).__name__} {widget.objectName()}", text
        if isinstance(widget, QLabel | QAbstractButton):
            yield f"{type(widget).__name__} {widget.objectName()}", widget.text()
        if isinstance(widget, QLineEdit):
            yield "placeholder", widget.placeholderText()


def test_every_word_of_the_program_can_be_translated(pseudo: MainWindow) -> None:
    content = [
        text for entry in pseudo.atlas.entries.values() for text in (entry.title, entry.summary, entry.short_title)
    ]
    content += [question.question for question in pseudo.atlas.home.questions]
    content += [pseudo.atlas.home.title, "Dimples", "qt_"]
    plain = [
        (where, text)
        for where, text in program_words(pseudo)
        if any(letter.isalpha() for letter in text) and not is_pseudo(text) and not any(own in text for own in content)
    ]
    assert plain == []


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_in_a_longer_language(start: Start, pseudo: MainWindow, percent: int) -> None:
    pseudo.appearance.set_text_percent(percent)
    pseudo.resize(1280, 800)
    QApplication.processEvents()
    cut = [
        f"{type(widget).__name__} “{widget.text()}” is {widget.width()} px wide and wants {widget.sizeHint().width()}"
        for widget in pseudo.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and widget.isVisible()
        and widget.text()
        and not (isinstance(widget, QLabel) and widget.wordWrap())
        and widget.sizeHint().isValid()
        and widget.sizeHint().width() > widget.width() + 1
    ]
    assert cut == []


@pytest.mark.parametrize(
    ("text", "accented"),
    [
        ("Zoom &In", "Zóóm &Íñ~~~"),
        ("<b>no</b> %1", "<b>ñó</b> %1~~~~~"),
        ("", ""),
        ("%", "%~"),
        ("no {name}", "ñó {name}~~~~"),
    ],
)
def test_markup_and_places_stay_as_they_are(text: str, accented: str) -> None:
    assert accent(text) == accented


@pytest.mark.parametrize("command", ["keys", "about", "find"])
def test_what_a_command_opens_speaks_the_language_too(pseudo: MainWindow, command: str) -> None:
    before = set(pseudo.findChildren(QWidget))
    pseudo.actions_by_id[command].trigger()
    QApplication.processEvents()
    opened = [widget for widget in pseudo.findChildren(QWidget) if widget not in before]
    texts = [widget.text() for widget in opened if isinstance(widget, QLabel | QAbstractButton)]
    texts += [widget.windowTitle() for widget in opened if isinstance(widget, QDialog)]
    texts += [widget.placeholderText() for widget in opened if isinstance(widget, QLineEdit)]
    texts += [widget.toolTip() for widget in opened]
    for table in (widget for widget in opened if isinstance(widget, QTableWidget)):
        texts += [table.model().index(row, 0).data() for row in range(table.rowCount())]
    spoken = [text for text in texts if any(letter.isalpha() for letter in text)]
    assert spoken
    assert [text for text in spoken if not is_pseudo(text)] == []


def test_no_row_of_the_list_is_cut_at_twice_the_size(start: Start) -> None:
    window = start(text_size=200)
    rows = window.hotspot_list.findChild(QListWidget)
    assert rows is not None
    metrics = QFontMetrics(rows.font())
    for entry in window.atlas.entries.values():
        assert metrics.horizontalAdvance(entry.short_title) + rows.iconSize().width() < rows.viewport().width()
