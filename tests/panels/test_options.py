"""The options side by side, as a person reads them: by mouse, by keyboard, with a screen reader, in little room."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.decide import (
    Cell,
    Criterion,
    Decide,
    Option,
    Options,
    Rate,
    RedFlag,
    Row,
    Sheet,
    decide_of,
    packed,
)
from dimples_gui.atlas.model import Atlas
from dimples_gui.languages import PseudoTranslator, is_pseudo
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.leaf import GO_TO, TOGGLE
from dimples_gui.panels.options_panel import OptionsPanel
from dimples_gui.panels.options_slips import Slip
from dimples_gui.scene import OPTIONS as OPTIONS_PLACE
from dimples_gui.scene import Scene
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
REVIEW = "29,368 people in a review"
ROWS = (Row("done", "What is done"), Row("wrong", "What can go wrong"), Row("cost", "What it costs"))
WRONG = Cell(
    "Most problems are *minor*. They can touch the [hip bone](dimples:psis).",
    ("c43",),
    (
        Rate("Any problem", 26.2, "2.62 in 100", REVIEW, "c43"),
        Rate("Uneven skin", 2.5, "0.25 in 100", REVIEW, "c43"),
        Rate("Dead skin", 0.46, "46 in 100,000", REVIEW, "c43"),
        Rate("Dark patches", 660.0, "66 in 100", "417 people in one report", "c42"),
    ),
)
EMPTY = Cell(searched="2026-11")


def option(name: str, *cells: Cell, touches: tuple[str, ...] = (), folded: bool = False) -> Option:
    return Option(name.lower(), name, (), "", folded, touches, cells)


OPTIONS = Options(
    title="What can be done",
    lead="Nothing has to be done.",
    note="Made in November 2026. Nobody paid for it.",
    rows=ROWS,
    options=(
        option("Nothing", Cell("Nothing."), Cell("Nothing that was counted."), Cell("Nothing.")),
        option("Lipo", Cell("A tube, and a pump. " * 9, ("c38",)), WRONG, EMPTY, touches=("dimple", "psis")),
        option("Freezing", Cell("Cold."), EMPTY, EMPTY, touches=("dimple",), folded=True),
        option("Stitches", Cell("A cut.", ("c36",)), EMPTY, EMPTY),
    ),
    criteria=(
        Criterion("harms", "qualifying", "It tells of harms.", met=True, shown="In a row of its own:", rows=("wrong",)),
        Criterion("update", "certifying", "It says when it is renewed.", met=False, shown="Nobody has promised that."),
    ),
    sources=("comerci2024",),
)
DECIDE = Decide(
    OPTIONS, redflags=(RedFlag("Now", "x", "y", ()),), sheet=Sheet(questions=(("one", "How many have you made?"),))
)
NOTHING, STITCHES, LIPO = 0, 2, 1
DONE, WRONG_ROW, COST = 0, 1, 2


class Chooser:
    """A person before the panel, and what the panel asked of the window."""

    def __init__(self, qtbot: QtBot, atlas: Atlas, look: Look, size: tuple[int, int], decide: Decide = DECIDE) -> None:
        panel = self.panel = OptionsPanel(atlas._replace(decide=packed(decide)), look)
        self.table, self.page, self.card = panel.table, panel.page, panel.card
        self.touched: list[tuple[str, ...]] = []
        self.followed: list[str] = []
        self.said: list[str] = []
        panel.touched.connect(self.touched.append)
        panel.link_clicked.connect(self.followed.append)
        panel.web_clicked.connect(self.followed.append)
        panel.copied.connect(self.said.append)
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitExposed(panel)
        panel.activateWindow()
        self.look()

    def look(self) -> None:
        """Let everything be laid out and painted."""
        for _ in range(9):
            QApplication.processEvents()

    def index(self, row: int, column: int) -> QModelIndex:
        return self.table.table.index(row, column)

    def go(self, row: int, column: int) -> None:
        """Walk to a cell by keyboard, from the first one."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for _ in range(column):
            self.press(Key.Key_Right)
        while self.table.currentIndex().row() < row:
            self.press(Key.Key_Down)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)
        self.look()

    def spot(self, row: int, column: int, href: str) -> QPoint:
        """The middle of a link of a cell, in the table's viewport, once it is in view."""
        index = self.index(row, column)
        self.table.scrollTo(index)
        self.look()
        marks = self.table.slip_of(index).plan().marks
        area = next(mark.area for mark in marks if mark.span.run.href == href)
        return self.table.visualRect(index).topLeft() + QPoint(10, 10) + area.center().toPoint()

    def click(self, row: int, column: int, href: str) -> None:
        spot = self.spot(row, column, href)
        QTest.mouseMove(self.table.viewport(), spot)
        QTest.mouseClick(self.table.viewport(), Left, pos=spot)
        self.look()

    def click_heading(self, column: int) -> None:
        spot = QPoint(self.table.columnViewportPosition(column) + 30, 30)
        QTest.mouseClick(self.table.across.viewport(), Left, pos=spot)
        self.look()

    def follow(self, href: str) -> None:
        """Press a link under the table by keyboard."""
        self.page.galley.finish()
        while not self.page.is_settled():
            self.look()
        button = self.page.buttons.over(href)
        assert button is not None
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(Key.Key_Return)

    def seen(self, widget: QWidget) -> QRect:
        """Where a widget is in what scrolls."""
        return QRect(widget.mapTo(self.panel.area.viewport(), QPoint()), widget.size())


Meet = Callable[..., Chooser]


@pytest.fixture
def meet(qtbot: QtBot, atlas: Atlas, _fonts: None) -> Meet:
    def made(look: Look = LIGHT, size: tuple[int, int] = (1000, 700), decide: Decide = DECIDE) -> Chooser:
        return Chooser(qtbot, atlas, look, size, decide)

    return made


@pytest.fixture
def chooser(meet: Meet) -> Chooser:
    return meet()


def texts_of(chooser: Chooser, row: int, column: int) -> list[str]:
    return [part.text for part in chooser.table.slip_of(chooser.index(row, column)).paragraphs]


# --- what is to be read -----------------------------------------------------------------------------------------------


def test_rates_are_told_in_a_thousand_with_among_whom_they_were_counted(chooser: Chooser) -> None:
    texts = [text.replace("\u00a0", " ") for text in texts_of(chooser, WRONG_ROW, LIPO)]
    assert "26 in 1,000 Any problem" in texts
    assert "2.5 in 1,000 Uneven skin" in texts
    assert (
        sum(text.startswith(f"among {REVIEW}") for text in texts) == 1
    )  # once for the three that were counted together
    assert any(text.startswith("among 417 people in one report") for text in texts)


def test_what_is_rarer_than_one_in_a_thousand_has_words_and_no_bar(chooser: Chooser) -> None:
    slip = chooser.table.slip_of(chooser.index(WRONG_ROW, LIPO))
    texts = [part.text.replace("\u00a0", " ") for part in slip.paragraphs]
    assert "Dead skin: fewer than 1 in 1,000 (46 in 100,000)" in texts
    assert len(slip.bars) == len(WRONG.rates) - 1
    assert sum(part.role == "cell-bar" for part in slip.paragraphs) == len(slip.bars)


def test_all_bars_have_one_scale_and_it_is_told(chooser: Chooser) -> None:
    bars = chooser.table.slip_of(chooser.index(WRONG_ROW, LIPO)).bars
    assert bars == pytest.approx([26.2 / 700, 2.5 / 700, 660 / 700])
    assert "a full line stands for 700 in 1,000 people" in chooser.page.text().replace("\u00a0", " ")


def test_a_bar_is_painted_as_long_as_its_share(chooser: Chooser) -> None:
    chooser.table.scrollTo(chooser.index(WRONG_ROW, LIPO))
    chooser.look()
    picture = chooser.panel.grab().toImage()
    column = QRect(chooser.table.columnViewportPosition(LIPO), 0, chooser.table.columnWidth(LIPO), 1)
    left = column.left() + chooser.table.down.width() + 10
    track = column.width() - 20
    lengths = set()
    for y in range(picture.height()):
        filled = [x for x in range(left, left + track) if picture.pixelColor(x, y).name() == LIGHT.selected]
        if filled == list(range(left, left + len(filled))) and len(filled) > 1:
            lengths.add(len(filled))
    assert any(abs(length - track * 660 / 700) <= 1 for length in lengths)
    assert any(abs(length - track * 26.2 / 700) <= 1 for length in lengths)


def test_an_empty_cell_says_so_and_when_it_was_looked_for(chooser: Chooser) -> None:
    assert texts_of(chooser, COST, LIPO) == ["No study found (looked for in November 2026)"]


def test_doing_nothing_comes_first_and_what_is_folded_away_last(chooser: Chooser) -> None:
    model = chooser.table.table
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == ["Nothing", "Lipo", "Stitches"]
    assert chooser.table.corner.more.text() == "More options (1)"
    chooser.table.corner.more.click()
    chooser.look()
    assert model.columnCount() == 4
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Freezing"
    assert chooser.table.corner.more.text() == "Fewer options"
    chooser.go(DONE, 3)
    chooser.table.corner.more.click()
    chooser.look()
    assert model.columnCount() == 3
    assert chooser.touched[-1] == ()


def test_the_table_tells_how_it_does_as_a_decision_aid_and_why(chooser: Chooser) -> None:
    text = chooser.page.text().replace("\u00a0", " ")
    assert "Of the 2 things that a decision aid is to have at the least, 1 is here." in text
    assert "It tells of harms. met In a row of its own: What can go wrong" in text
    assert "It says when it is renewed. not met Nobody has promised that." in text
    assert "Comerci" in text
    assert "Made in November 2026. Nobody paid for it." in text
    assert "How many have you made?" in text


def test_the_row_that_meets_an_item_is_one_press_away(chooser: Chooser) -> None:
    chooser.follow(GO_TO + "wrong")
    assert chooser.table.hasFocus()
    assert chooser.table.currentIndex().row() == WRONG_ROW


def test_help_is_one_press_away(chooser: Chooser) -> None:
    chooser.follow("dimples:redflags")
    assert chooser.followed == ["dimples:redflags"]


def test_content_without_options_says_so(meet: Meet) -> None:
    chooser = meet(decide=Decide())
    assert chooser.panel.lead.text() == "This content says nothing about options."
    assert not chooser.table.isVisible()


# --- choosing ---------------------------------------------------------------------------------------------------------


def test_nothing_is_chosen_until_the_reader_chooses(chooser: Chooser) -> None:
    chooser.table.setFocus(Qt.FocusReason.TabFocusReason)
    chooser.look()
    assert chooser.touched == []


def test_arrows_choose_a_column_and_light_what_it_touches(chooser: Chooser) -> None:
    chooser.go(DONE, LIPO)
    assert chooser.table.chosen == LIPO
    assert chooser.touched[-1] == ("dimple", "psis")
    chooser.press(Key.Key_Right)
    assert chooser.touched == [("dimple", "psis"), ()]


def test_a_click_on_a_heading_chooses_its_column_and_a_second_one_leaves_it(chooser: Chooser) -> None:
    chooser.click_heading(LIPO)
    assert (chooser.table.chosen, chooser.touched) == (LIPO, [("dimple", "psis")])
    chooser.click_heading(LIPO)
    assert (chooser.table.chosen, chooser.touched[-1]) == (-1, ())


def test_a_click_on_a_cell_chooses_its_column(chooser: Chooser) -> None:
    spot = chooser.table.visualRect(chooser.index(DONE, LIPO)).bottomRight() - QPoint(4, 4)
    QTest.mouseClick(chooser.table.viewport(), Left, pos=spot)
    assert chooser.touched == [("dimple", "psis")]


def test_escape_leaves_the_chosen_column(chooser: Chooser) -> None:
    chooser.go(DONE, LIPO)
    chooser.press(Key.Key_Escape)
    assert (chooser.table.chosen, chooser.touched[-1]) == (-1, ())


@pytest.mark.parametrize(("name", "column"), [("lipo", LIPO), ("freezing", 3)])
def test_a_link_can_name_an_option(meet: Meet, name: str, column: int) -> None:
    chooser = meet(size=(500, 420))
    chooser.panel.show_scene(Scene(OPTIONS_PLACE, opened=(name,)))
    chooser.look()
    assert chooser.table.chosen == column
    rect = chooser.table.visualRect(chooser.index(0, column))
    assert 0 <= rect.left() < rect.right() <= chooser.table.viewport().width()
    chooser.table.choose(NOTHING)
    chooser.panel.show_scene(Scene(OPTIONS_PLACE, opened=(name,), depth=1.0))
    chooser.look()
    assert chooser.table.chosen == NOTHING


def test_elsewhere_nothing_is_lit_and_back_here_it_is_again(chooser: Chooser) -> None:
    chooser.go(DONE, LIPO)
    chooser.panel.hide()
    chooser.panel.show()
    assert chooser.touched == [("dimple", "psis"), (), ("dimple", "psis")]


# --- what a cell rests on ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_enter_opens_what_a_cell_rests_on_and_escape_closes_it(chooser: Chooser, atlas: Atlas, key: Qt.Key) -> None:
    chooser.go(WRONG_ROW, LIPO)
    chooser.press(key)
    assert chooser.card.isVisible()
    assert chooser.card.title.text() == "Lipo: What can go wrong"
    text = chooser.card.page.text()
    for claim in ("c43", "c42"):
        assert atlas.claims[claim].text in text
    assert "It rests on:" in text
    assert "People say:" in text
    assert chooser.card.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]  # something has it
    chooser.press(Key.Key_Escape)
    assert not chooser.card.isVisible()
    assert chooser.table.hasFocus()
    assert chooser.table.currentIndex() == chooser.index(WRONG_ROW, LIPO)


def test_a_click_on_a_badge_opens_what_it_rests_on(chooser: Chooser, atlas: Atlas) -> None:
    chooser.click(WRONG_ROW, LIPO, TOGGLE + "c42")
    assert chooser.card.isVisible()
    assert atlas.claims["c42"].text in chooser.card.page.text()


def test_a_badge_in_the_card_closes_and_opens(chooser: Chooser) -> None:
    chooser.go(DONE, LIPO)
    chooser.press(Key.Key_Return)
    page = chooser.card.page
    before = page.text()
    while not page.is_settled():
        chooser.look()
    button = page.buttons.over(TOGGLE + "c38")
    assert button is not None
    button.click()
    chooser.look()
    assert len(page.text()) < len(before)


def test_the_close_button_closes_the_card(chooser: Chooser) -> None:
    chooser.go(DONE, LIPO)
    chooser.press(Key.Key_Return)
    QTest.mouseClick(chooser.card.close_button, Left)
    assert not chooser.card.isVisible()


def test_an_open_card_follows_from_cell_to_cell(chooser: Chooser) -> None:
    chooser.go(WRONG_ROW, LIPO)
    chooser.press(Key.Key_Return)
    chooser.table.setFocus(Qt.FocusReason.TabFocusReason)
    chooser.press(Key.Key_Right)
    assert chooser.card.title.text() == "Stitches: What can go wrong"
    assert chooser.table.hasFocus()


def test_a_link_in_a_cell_leads_there(chooser: Chooser) -> None:
    chooser.click(WRONG_ROW, LIPO, "dimples:psis")
    assert chooser.followed == ["dimples:psis"]
    assert not chooser.card.isVisible()


# --- copying ----------------------------------------------------------------------------------------------------------


def test_ctrl_c_copies_a_cell_with_its_figures_and_grades(chooser: Chooser) -> None:
    chooser.go(WRONG_ROW, LIPO)
    chooser.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Lipo — What can go wrong\nMost problems are minor. They can touch the hip bone. [")
    assert "– Any problem: 26 in 1,000 people, among 29,368 people in a review [A, measured; c43]" in copied
    assert "– Dead skin: fewer than 1 in 1,000 people (46 in 100,000), " in copied
    assert chooser.said == ["Copied, with figures and grades."]


def test_several_cells_are_copied_together(chooser: Chooser) -> None:
    chooser.go(COST, NOTHING)
    chooser.press(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    chooser.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == (
        "Nothing — What it costs\nNothing.\n\nLipo — What it costs\nNo study found (looked for in November 2026)"
    )


# --- a screen reader --------------------------------------------------------------------------------------------------


def heard(chooser: Chooser, role: QAccessible.Role) -> list[str]:
    """The names of the table's parts of one role, as a screen reader walks them."""
    told = QAccessible.queryAccessibleInterface(chooser.table)
    parts = [told.child(number) for number in range(told.childCount())]
    names = [part.text(QAccessible.Text.Name) for part in parts if part is not None and part.role() == role]
    return [name.replace("\u00a0", " ") for name in names]


def test_a_screen_reader_walks_cell_by_cell_and_hears_all_of_it(chooser: Chooser) -> None:
    told = QAccessible.queryAccessibleInterface(chooser.table)
    assert told.role() == QAccessible.Role.Table
    assert told.text(QAccessible.Text.Name) == "Options side by side"
    assert heard(chooser, QAccessible.Role.ColumnHeader) == ["Nothing", "Lipo", "Stitches"]
    assert heard(chooser, QAccessible.Role.RowHeader) == [row.heading for row in ROWS]
    cells = heard(chooser, QAccessible.Role.Cell)
    assert len(cells) == 9
    wrong = cells[WRONG_ROW * 3 + LIPO]
    assert wrong.startswith("Lipo. What can go wrong: Most problems are minor.")
    assert "Any problem: 26 in 1,000 people, among 29,368 people in a review." in wrong
    assert "Grade A, measured." in wrong
    assert cells[COST * 3 + LIPO] == "Lipo. What it costs: No study found (looked for in November 2026)."


# --- room -------------------------------------------------------------------------------------------------------------

LARGE = LIGHT._replace(text_scale=2.0)


def test_headings_stay_in_view_while_it_scrolls(meet: Meet) -> None:
    chooser = meet(size=(500, 300))
    bar = chooser.panel.area.verticalScrollBar()
    bar.setValue(chooser.table.y() + 200)
    chooser.panel.sideways.setValue(50)
    chooser.look()
    assert chooser.table.horizontalOffset() == 50
    assert chooser.seen(chooser.table.across).top() == 0
    assert chooser.seen(chooser.table.corner).topLeft() == QPoint(0, 0)
    assert chooser.seen(chooser.table.down).left() == 0
    bar.setValue(bar.maximum())
    chooser.look()
    assert chooser.seen(chooser.table.across).bottom() <= chooser.seen(chooser.table).bottom()


def test_the_bar_under_the_table_can_be_dragged_and_a_click_beside_its_handle_goes_on_by_a_page(meet: Meet) -> None:
    chooser = meet(size=(500, 420))
    chooser.table.corner.more.click()
    chooser.look()
    bar, inner = chooser.panel.sideways, chooser.table.horizontalScrollBar()
    assert bar.isVisible()
    middle, left = bar.height() // 2, Qt.MouseButton.LeftButton
    QTest.mousePress(bar, left, pos=bar.handle().center().toPoint())
    QTest.mouseMove(bar, QPoint(bar.width(), middle))
    QTest.mouseRelease(bar, left, pos=QPoint(bar.width(), middle))
    assert inner.value() == bar.value() == bar.maximum() > 0
    QTest.mouseClick(bar, left, pos=QPoint(4, middle))
    assert inner.value() == max(bar.maximum() - bar.pageStep(), 0)
    picture, handle = bar.grab().toImage(), bar.handle()
    inked = [x for x in range(bar.width()) if picture.pixelColor(x, middle) != QColor(LIGHT.page)]
    assert inked == pytest.approx(list(range(round(handle.left()), round(handle.right()))), abs=1)


@pytest.mark.parametrize("look", [LIGHT, LARGE, DARK._replace(text_scale=1.5)], ids=["100", "200", "150"])
@pytest.mark.parametrize("size", [(500, 420), (760, 560), (1400, 900)], ids=str)
def test_nothing_is_cut_and_columns_can_be_read(meet: Meet, look: Look, size: tuple[int, int]) -> None:
    chooser = meet(look, size)
    assert_whole(chooser)


@pytest.mark.parametrize("look", [LIGHT, LARGE], ids=["100", "200"])
@pytest.mark.parametrize("size", [(760, 560), (980, 700)], ids=str)
def test_nothing_of_the_shipped_options_is_cut(meet: Meet, atlas: Atlas, look: Look, size: tuple[int, int]) -> None:
    assert_whole(meet(look, size, decide_of(atlas.decide)))


def assert_whole(chooser: Chooser) -> None:
    """Every word lies within its cell, every cell within the table, and the last column can be reached."""
    chooser.table.corner.more.click()
    chooser.look()
    table, rows, columns = chooser.table, chooser.table.table.rowCount(), chooser.table.table.columnCount()
    for column in range(columns):
        words = table.columnWidth(column) - 20
        assert broken(table.across.slips[column]) == []
        assert words >= min(24 * table.slips.letter, table.viewport().width() - 20) - 1
        assert table.across.slips[column].height(words) <= table.across.height() - 20
        for row in range(rows):
            slip = table.slip_of(chooser.index(row, column))
            assert slip.height(words) <= table.rowHeight(row) - 20
            assert broken(slip) == []
            assert all(mark.area.right() <= words + 4 for mark in slip.plan().marks)
    for row in range(rows):
        slip, room = table.down.slips[row], table.down.width() - 20
        assert slip.height(room) <= table.rowHeight(row) - 20
        assert broken(slip) == []
    assert table.height() == table.across.height() + sum(table.rowHeight(row) for row in range(rows))
    more = table.corner.more
    assert more.heightForWidth(more.width()) <= more.height() <= table.corner.height()
    bar = chooser.panel.sideways
    assert bar.isVisible() == (table.horizontalScrollBar().maximum() > 0)
    bar.setValue(bar.maximum())
    last = table.visualRect(chooser.index(0, columns - 1))
    assert last.right() <= table.viewport().width()


def broken(slip: Slip) -> list[str]:
    """The words that go on in another line where nothing parts them."""
    found = []
    for number in range(slip.document.blockCount()):
        block = slip.document.findBlockByNumber(number)
        for nth in range(block.layout().lineCount() - 1):
            line = block.layout().lineAt(nth)
            end = line.textStart() + line.textLength()
            if block.text()[end - 1] not in " -–/" and block.text()[end] != " ":
                found.append(block.text()[end - 9 : end + 9])
    return found


def test_a_cell_higher_than_the_room_can_be_read_to_its_end_by_arrows(meet: Meet) -> None:
    chooser = meet(LARGE, (500, 420))
    chooser.go(DONE, LIPO)
    chooser.press(Key.Key_Up)
    seen = set()
    for _ in range(40):
        if chooser.table.currentIndex().row() != DONE:
            break
        top = chooser.panel.area.verticalScrollBar().value() - chooser.table.y()
        seen |= set(range(top, top + chooser.table.room()))
        chooser.press(Key.Key_Down)
    else:
        pytest.fail("the next cell is never reached")
    assert seen >= set(range(chooser.table.rowHeight(DONE)))


def test_tab_leaves_the_table_for_the_other_options(chooser: Chooser) -> None:
    chooser.go(DONE, LIPO)
    chooser.press(Key.Key_Tab)
    assert chooser.table.corner.more.hasFocus()
    chooser.press(Key.Key_Space)
    assert chooser.table.table.columnCount() == 4


@pytest.mark.parametrize("look", [DARK, CONTRAST, LARGE], ids=["dark", "contrast", "200"])
def test_it_wears_another_look_with_what_was_chosen(chooser: Chooser, look: Look) -> None:
    chooser.go(WRONG_ROW, LIPO)
    before = chooser.table.height()
    chooser.panel.set_look(look)
    chooser.look()
    assert chooser.table.chosen == LIPO
    assert (chooser.table.height() > before) == (look.text_scale > 1)
    picture = chooser.panel.grab().toImage()
    assert look.page in {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}


def test_all_its_words_can_be_translated(qtbot: QtBot, atlas: Atlas, meet: Meet) -> None:
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    try:
        chooser = meet()
        chooser.go(WRONG_ROW, LIPO)
        chooser.press(Key.Key_Return)
        words = [chooser.table.corner.more.text(), chooser.table.corner.more.toolTip(), chooser.table.accessibleName()]
        words += [chooser.card.close_button.text(), chooser.card.close_button.toolTip()]
        words += [texts_of(chooser, COST, LIPO)[0], chooser.panel.sideways.toolTip()]
        assert [word for word in words if not is_pseudo(word)] == []
    finally:
        QApplication.removeTranslator(translator)


def test_the_pointer_over_a_badge_lights_it_and_tells_what_it_means(chooser: Chooser) -> None:
    spot = chooser.spot(WRONG_ROW, LIPO, TOGGLE + "c42")
    QTest.mouseMove(chooser.table.viewport(), spot)
    chooser.look()
    assert chooser.table.lit == TOGGLE + "c42"
    assert chooser.table.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(chooser.table.viewport(), QPointF(3, 3).toPoint())
    chooser.look()
    assert chooser.table.lit == ""


# --- in the window ----------------------------------------------------------------------------------------------------


def test_the_menu_leads_to_the_options_and_ctrl_c_copies_there(start: Callable[..., MainWindow]) -> None:
    window = start(theme="light")
    window.actions_by_id["options"].trigger()
    panel = window.parts.beside.current()
    assert isinstance(panel, OptionsPanel)
    QApplication.processEvents()
    window.activateWindow()
    panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
    for key in (Key.Key_Right, Key.Key_Right):
        QTest.keyClick(panel.table, key)
    QTest.keyClick(panel.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Liposuction — What is done?\n")


def test_a_link_leads_to_an_option_that_was_folded_away(start: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = start(theme="light")
    window.open_link("dimples:options?opened=piercing")
    panel = window.parts.beside.current()
    assert isinstance(panel, OptionsPanel)
    qtbot.waitUntil(lambda: panel.table.chosen >= 0)
    chosen = panel.table.chosen
    assert panel.table.table.columns[chosen].name == "Piercing"
    rect = panel.table.visualRect(panel.table.table.index(0, chosen))
    assert 0 <= rect.left() < rect.right() <= panel.table.viewport().width()
