"""The search as a person uses it: Ctrl+K, words, arrows, Enter; the mouse; a screen reader."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.search import Index
from dimples_gui.atlas.search_hits import Marked
from dimples_gui.atlas.search_index import build_index
from dimples_gui.languages import PSEUDO, PseudoTranslator, is_pseudo
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.search_box import SearchBox
from dimples_gui.panels.search_rows import Row, RowPainter, rows_of, spoken
from dimples_gui.panels.search_source import SearchSource
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look

Start = Callable[..., MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


class Seeker:
    """A person who searches."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        window.activateWindow()

    @property
    def box(self) -> SearchBox:
        box = self.window.findChild(SearchBox)
        assert box is not None
        return box

    def open(self) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_K, CTRL)
        self.qtbot.waitUntil(lambda: self.box.list.count() > 1)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.box.field, words)
        QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        QApplication.processEvents()

    def answers(self) -> list[str]:
        return [row.hit.id for row in self.box.list.rows if row.hit]

    def current(self) -> Row:
        return self.box.list.rows[self.box.list.currentRow()]

    def point_of(self, at: int) -> QPoint:
        return self.box.list.visualItemRect(self.box.list.item(at)).center()


@pytest.fixture
def seeker(window: MainWindow, qtbot: QtBot) -> Seeker:
    return Seeker(window, qtbot)


# --- keys -------------------------------------------------------------------------------------------------------------


def test_ctrl_k_words_enter_opens_the_best_answer_and_the_keyboard_is_on_its_page(seeker: Seeker) -> None:
    seeker.open()
    assert QApplication.focusWidget() is seeker.box.field
    seeker.type("hip bone bmup")
    assert seeker.answers()[0] == "psis"
    seeker.press(Qt.Key.Key_Return)
    assert seeker.window.navigator.scene.name == "psis"
    assert seeker.box.isHidden()
    assert seeker.window.panel.isAncestorOf(QApplication.focusWidget() or seeker.window)


def test_arrows_go_over_headings_from_answer_to_answer_and_enter_opens_that_one(seeker: Seeker) -> None:
    seeker.open()
    seeker.type("nerve")
    rows = [row for row in seeker.box.list.rows if row.hit]
    assert len({row.hit.group for row in rows if row.hit}) > 1
    for row in rows[1:]:
        seeker.press(Qt.Key.Key_Down)
        assert seeker.current() is row
        assert seeker.box.field.hasFocus()
    seeker.press(Qt.Key.Key_Down)
    assert seeker.current() is rows[-1]
    seeker.press(Qt.Key.Key_PageUp)
    seeker.press(Qt.Key.Key_PageUp)
    seeker.press(Qt.Key.Key_Up)
    assert seeker.current() is rows[0]
    seeker.press(Qt.Key.Key_PageDown)
    assert seeker.current() is rows[min(5, len(rows) - 1)]
    chosen = seeker.current().hit
    assert chosen is not None
    with seeker.qtbot.waitSignal(seeker.box.link_chosen) as told:
        seeker.press(Qt.Key.Key_Enter)
    assert told.args == [chosen.link]


def test_escape_closes_and_gives_the_keyboard_back(seeker: Seeker) -> None:
    seeker.window.canvas.setFocus()
    before = QApplication.focusWidget()
    seeker.open()
    seeker.type("fat")
    with seeker.qtbot.waitSignal(seeker.box.closed):
        seeker.press(Qt.Key.Key_Escape)
    assert seeker.box.isHidden()
    assert QApplication.focusWidget() is before


def test_ctrl_k_again_selects_what_was_typed_and_it_is_remembered(seeker: Seeker) -> None:
    seeker.open()
    seeker.type("tether")
    seeker.open()
    assert seeker.box.field.selectedText() == "tether"
    seeker.press(Qt.Key.Key_Escape)
    seeker.open()
    assert seeker.box.field.selectedText() == "tether"
    assert seeker.answers()[0] == "tether"
    seeker.type("psis")
    assert seeker.box.field.text() == "psis"


def test_letters_that_are_keys_of_the_plate_stay_letters(seeker: Seeker) -> None:
    seeker.open()
    seeker.type("l5h?+0")
    assert seeker.box.field.text() == "l5h?+0"
    scene = seeker.window.navigator.scene
    assert (scene.labels, scene.hotspots, scene.layer, scene.zoom) == (False, False, "skin", 0)


def test_tab_goes_from_the_field_to_the_answers_where_arrows_and_enter_do_the_same(seeker: Seeker) -> None:
    seeker.open()
    seeker.type("sacrum")
    while QApplication.focusWidget() is not seeker.box.list:
        seeker.press(Qt.Key.Key_Tab)
        assert seeker.box.isVisible()
    second = [row for row in seeker.box.list.rows if row.hit][1]
    seeker.press(Qt.Key.Key_Down)
    assert seeker.current() is second
    seeker.press(Qt.Key.Key_Return)
    assert seeker.box.isHidden()


def test_who_goes_on_elsewhere_has_done_with_searching(seeker: Seeker) -> None:
    seeker.open()
    seeker.window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert seeker.box.isHidden()
    assert (
        seeker.window.canvas.isAncestorOf(QApplication.focusWidget() or seeker.window)
        or seeker.window.canvas.hasFocus()
    )


# --- mouse ------------------------------------------------------------------------------------------------------------


def test_the_row_under_the_mouse_is_the_current_one_and_a_click_opens_it(seeker: Seeker) -> None:
    seeker.open()
    seeker.type("sacrum")
    at = [at for at, row in enumerate(seeker.box.list.rows) if row.hit][1]
    row = seeker.box.list.rows[at]
    assert row.hit is not None
    QTest.mouseMove(seeker.box.list.viewport(), seeker.point_of(at))
    assert seeker.current() is row
    QTest.mouseMove(seeker.box.list.viewport(), seeker.point_of(0))
    assert seeker.current() is row
    QTest.mouseClick(seeker.box.list.viewport(), Qt.MouseButton.LeftButton, pos=seeker.point_of(0))
    assert seeker.box.isVisible()
    QTest.mouseClick(seeker.box.list.viewport(), Qt.MouseButton.LeftButton, pos=seeker.point_of(at))
    assert seeker.window.navigator.scene.name == row.hit.link.removeprefix("dimples:")


def test_the_tool_opens_it_and_the_cross_closes_it(seeker: Seeker) -> None:
    tool = seeker.window.toolbar.widgetForAction(seeker.window.actions_by_id["search"])
    assert tool is not None
    assert not seeker.window.actions_by_id["search"].icon().isNull()
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    assert seeker.box.isVisible()
    QTest.mouseClick(seeker.box.close_button, Qt.MouseButton.LeftButton)
    assert seeker.box.isHidden()


def test_before_anything_is_typed_there_are_examples_and_each_of_them_finds_something(seeker: Seeker) -> None:
    seeker.open()
    examples = [at for at, row in enumerate(seeker.box.list.rows) if row.kind == "example"]
    assert len(examples) >= 4
    for at in examples:
        seeker.box.field.clear()
        text = seeker.box.list.rows[at].text
        QTest.mouseClick(seeker.box.list.viewport(), Qt.MouseButton.LeftButton, pos=seeker.point_of(at))
        assert seeker.box.field.text() == text
        assert seeker.answers()
        assert seeker.box.field.hasFocus()
    seeker.box.field.clear()
    seeker.press(Qt.Key.Key_Return)
    assert seeker.box.isVisible()
    seeker.press(Qt.Key.Key_Up)
    seeker.press(Qt.Key.Key_Return)
    assert seeker.box.field.text() == seeker.box.list.rows[0].text or seeker.answers()


# --- what is shown ----------------------------------------------------------------------------------------------------


def test_answers_stand_in_groups_under_headings(seeker: Seeker) -> None:
    seeker.open()
    seeker.type("fascia")
    kinds = [row.kind for row in seeker.box.list.rows]
    assert kinds[0] == "heading"
    assert kinds[-1] == "hit"
    headings = [row.text for row in seeker.box.list.rows if row.kind == "heading"]
    assert {"Structures", "Glossary", "Statements"} <= {*headings}
    assert len(headings) == len({*headings})
    assert seeker.box.help.text().startswith(f"{len(seeker.answers())} found")


def test_what_is_not_found_is_told_with_what_to_do(seeker: Seeker) -> None:
    seeker.open()
    seeker.type("xyzzy")
    assert not seeker.answers()
    remark = seeker.box.list.rows[0]
    assert "“xyzzy”" in remark.text
    assert "Try" in remark.text
    assert seeker.box.help.text().startswith("Nothing found")
    seeker.press(Qt.Key.Key_Return)
    assert seeker.box.isVisible()


def test_a_statement_opens_on_its_page_with_its_badge_open_and_a_word_in_the_glossary(seeker: Seeker) -> None:
    seeker.window.navigator.set_layer("bone")
    seeker.open()
    seeker.type("held by the skin tied down to bone")
    at = next(at for at, row in enumerate(seeker.box.list.rows) if row.hit and row.hit.group == "statement")
    hit = seeker.box.list.rows[at].hit
    assert hit is not None
    seeker.box.list.setCurrentRow(at)
    seeker.press(Qt.Key.Key_Return)
    scene = seeker.window.navigator.scene
    assert scene.opened == (hit.id,)
    assert scene.layer in seeker.window.navigator.seen_on[scene.name]
    seeker.open()
    seeker.type("retinacula cutis")
    at = next(at for at, row in enumerate(seeker.box.list.rows) if row.hit and row.hit.group == "glossary")
    seeker.box.list.setCurrentRow(at)
    seeker.press(Qt.Key.Key_Return)
    assert seeker.window.navigator.scene.name == "glossary"


def test_an_entry_seen_on_the_layer_in_view_opens_there_with_the_view_as_it_is(seeker: Seeker) -> None:
    seeker.window.navigator.set_layer("bone")
    seeker.window.navigator.set_view(2.0, 45.0, 0.0)
    seeker.open()
    seeker.type("psis")
    seeker.press(Qt.Key.Key_Return)
    scene = seeker.window.navigator.scene
    assert (scene.name, scene.layer, scene.zoom) == ("psis", "bone", 2.0)
    seeker.window.actions_by_id["back"].trigger()
    assert seeker.window.navigator.scene.name == "home"


def painted(row: Row, icons: Atlas, look: Look, *, chosen: bool = False, width: int = 600) -> QImage:
    """A row as it is painted."""
    painter_of = RowPainter(icons.icons, look)
    painter_of.rows = [row]
    image = QImage(width, painter_of.height_of(row, width), QImage.Format.Format_RGB32)
    image.fill(look.page)
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    if chosen:
        option.state |= QStyle.StateFlag.State_Selected
    from PySide6.QtCore import QStringListModel

    model = QStringListModel([row.text])
    painter = QPainter(image)
    painter_of.paint(painter, option, model.index(0))
    painter.end()
    return image


@pytest.fixture(scope="module")
def index(atlas: Atlas) -> Index:
    return Index.make(atlas)


@pytest.mark.usefixtures("_fonts")
@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)
@pytest.mark.parametrize("query", ["tether", "butt dimpels", "skin tied to bone", "iliac crest"])
def test_matching_words_are_bold_and_the_chosen_row_is_another_colour(
    atlas: Atlas, index: Index, look: Look, query: str
) -> None:
    for row in rows_of(index.find(query)):
        if not row.hit:
            continue
        plain = row._replace(
            hit=row.hit._replace(
                title=Marked(row.hit.title.text), name=Marked(row.hit.name.text), snippet=Marked(row.hit.snippet.text)
            )
        )
        spans = row.hit.title.spans + row.hit.name.spans + row.hit.snippet.spans
        assert spans, row
        assert painted(row, atlas, look) != painted(plain, atlas, look), row
        corner = painted(row, atlas, look, chosen=True).pixelColor(1, 1).name()
        assert corner == look.chosen


@pytest.mark.usefixtures("_fonts")
def test_what_does_not_fit_is_left_out_within_the_row(atlas: Atlas, index: Index) -> None:
    for row in rows_of(index.find("skin tied down to the bone")):
        for width in (600, 160, 40):
            image = painted(row, atlas, LIGHT, width=width)
            edge = {image.pixelColor(width - 1, y).name() for y in range(image.height())}
            assert edge == {LIGHT.page}, (row, width)


@pytest.mark.parametrize(
    ("size", "percent"), [((1280, 800), 100), ((700, 600), 100), ((700, 600), 200), ((640, 420), 150)]
)
def test_the_box_stays_within_the_window_however_small_and_however_large_the_text(
    start: Start, qtbot: QtBot, size: tuple[int, int], percent: int
) -> None:
    window = start(size=size, text_size=percent)
    seeker = Seeker(window, qtbot)
    seeker.open()
    seeker.type("posterior sacroiliac ligaments")
    host = seeker.box.parentWidget()
    assert host is not None
    assert host.rect().contains(seeker.box.geometry())
    parts: tuple[QWidget, ...] = (seeker.box.field, seeker.box.list, seeker.box.help, seeker.box.close_button)
    for part in parts:
        assert seeker.box.rect().contains(QRect(part.mapTo(seeker.box, QPoint()), part.size())), part
    assert seeker.box.list.visualItemRect(seeker.box.list.item(1)).bottom() < seeker.box.list.viewport().height()
    window.resize(900, 500)
    QApplication.processEvents()
    assert host.rect().contains(seeker.box.geometry())
    row = seeker.box.list.visualItemRect(seeker.box.list.item(1))
    assert row.width() == seeker.box.list.viewport().width()


def test_other_colours_and_larger_text_come_while_it_is_open(seeker: Seeker) -> None:
    seeker.open()
    seeker.type("fat")
    high = seeker.box.list.sizeHintForRow(1)
    seeker.window.appearance.set_theme("dark")
    seeker.window.appearance.set_text_percent(150)
    QApplication.processEvents()
    assert seeker.box.list.sizeHintForRow(1) > 1.3 * high
    picture = seeker.box.grab().toImage()
    assert picture.pixelColor(5, 5).name() == DARK.page
    assert picture.pixelColor(5, picture.height() - 5).name() == DARK.page
    assert seeker.answers()


def test_what_is_on_the_screen_after_each_key_is_the_list_as_it_would_be_painted_anew(seeker: Seeker) -> None:
    seeker.open()
    shown = seeker.box.list.viewport()
    for letter in "hip bone\b\b\b\b\bxyzzy\b\b\b\b\b\b\b\bcan you get dimples":
        if letter == "\b":
            seeker.press(Qt.Key.Key_Backspace)
        else:
            seeker.type(letter)
        at = shown.mapTo(seeker.window, QPoint())
        on_screen = seeker.window.screen().grabWindow(
            seeker.window.winId(), at.x(), at.y(), shown.width(), shown.height()
        )
        assert on_screen.toImage().convertToFormat(
            QImage.Format.Format_RGB32
        ) == shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32), seeker.box.field.text()


# --- a screen reader --------------------------------------------------------------------------------------------------


def test_field_list_and_rows_have_names_and_the_count_is_said(seeker: Seeker, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    seeker.open()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    seeker.box.field.setText("tether")
    said = f"{len(seeker.answers())} found"
    assert heard == [said]
    assert seeker.box.field.accessibleName() == "Search"
    assert seeker.box.field.accessibleDescription() == said
    seeker.press(Qt.Key.Key_Down)
    assert heard[1] == spoken(seeker.current())
    rows = QAccessible.queryAccessibleInterface(seeker.box.list)
    assert rows.text(QAccessible.Text.Name) == "Found"
    names = [rows.child(at).text(QAccessible.Text.Name) for at in range(rows.childCount())]
    first = next(row for row in seeker.box.list.rows if row.hit)
    assert spoken(first) in names
    assert spoken(first).startswith("Tether, structure, ")


def test_a_statement_is_spoken_with_its_grade_in_words(index: Index) -> None:
    rows = [row for row in rows_of(index.find("two small dents low on the back")) if row.hit and row.hit.id == "c1"]
    assert spoken(rows[0]).endswith("Dimple of Venus, statement, textbook")
    term = next(row for row in rows_of(index.find("retinacula cutis")) if row.hit and row.hit.group == "glossary")
    assert ", glossary, " in spoken(term)


# --- the index --------------------------------------------------------------------------------------------------------


@pytest.fixture
def source(qapp: QApplication, tmp_path: Path) -> SearchSource:
    return SearchSource(tmp_path, qapp)


def test_an_index_that_was_shipped_is_there_at_once(source: SearchSource, atlas: Atlas, tmp_path: Path) -> None:
    build_index(atlas, tmp_path / "en.search")
    index = source.index_of(atlas)
    assert index is not None
    assert index.find("tether")[0].id == "tether"
    assert source.index_of(atlas) is index


@pytest.mark.parametrize("data", [None, b"", b"dimples search damaged"])
def test_one_that_is_missing_or_damaged_is_made_anew(
    source: SearchSource, atlas: Atlas, tmp_path: Path, qtbot: QtBot, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / "en.search").write_bytes(data)
    with qtbot.waitSignal(source.ready):
        assert source.index_of(atlas) is None
    assert source.index is not None
    assert source.index_of(atlas) is source.index
    assert source.index.find("tether")[0].id == "tether"


def test_another_atlas_asked_for_meanwhile_is_the_one_that_counts(
    source: SearchSource, atlas: Atlas, qtbot: QtBot
) -> None:
    other = atlas._replace(entries={"psis": atlas.entries["psis"]}, claims={}, glossary={})
    with qtbot.waitSignal(source.ready):
        source.index_of(atlas)
        source.index_of(other)
    qtbot.waitUntil(lambda: source.index is not None)
    QTest.qWait(0)
    assert source.index is not None
    assert [hit.id for hit in source.index.find("iliac")] == ["psis"]


@pytest.mark.usefixtures("_fonts")
def test_until_the_index_is_there_the_box_says_so_and_then_answers(qtbot: QtBot, atlas: Atlas) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    box = SearchBox(host, atlas, LIGHT)
    box.field.setText("tether")
    box.open(atlas)
    assert "moment" in box.list.rows[0].text
    qtbot.waitUntil(lambda: any(row.hit for row in box.list.rows))
    assert box.list.rows[1].hit is not None
    assert box.list.rows[1].hit.id == "tether"


def test_nothing_of_the_search_is_loaded_until_it_is_opened() -> None:
    probe = (
        "import sys; from dimples_gui import app; from dimples_gui.options import Options; from pathlib import Path;"
        "program = app.Program(Options(shot=Path('x.png'))); window = program.window; window.show();"
        "[app.QApplication.processEvents() for _ in range(9)]; assert window.actions_by_id;"
        "loaded = lambda:"
        "[name for name in sys.modules if name == 'sqlite3' or 'dimples' in name and 'search' in name];"
        "assert not loaded(), loaded(); window.actions_by_id['search'].trigger(); assert len(loaded()) > 5, loaded()"
    )
    subprocess.run([sys.executable, "-c", probe], check=True)


# --- words ------------------------------------------------------------------------------------------------------------


def test_every_word_of_the_search_can_be_translated(start: Start, qtbot: QtBot) -> None:
    seeker = Seeker(start(language=PSEUDO), qtbot)
    try:
        seeker.open()
        words = [seeker.box.field.placeholderText(), seeker.box.field.accessibleName(), seeker.box.help.text()]
        words += [seeker.box.list.accessibleName(), seeker.box.close_button.toolTip()]
        words += [row.text for row in seeker.box.list.rows if row.text != "Venusgrübchen"]
        seeker.type("fascia")
        words += [row.text for row in seeker.box.list.rows if row.kind == "heading"]
        words.append(seeker.box.help.text())
        seeker.box.field.setText("xyzzy")
        words += [row.text for row in seeker.box.list.rows if row.text != "Venusgrübchen"]
        assert [word for word in words if not is_pseudo(word)] == []
    finally:
        app = QApplication.instance()
        assert app is not None
        for translator in app.children():
            if isinstance(translator, PseudoTranslator):
                app.removeTranslator(translator)
