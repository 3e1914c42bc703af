"""“Find it”, as a person points: on the plate or by figures; how far off that was, and what the plate is asked for."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.decide import Decide, Finding, Hunt, packed
from dimples_gui.atlas.model import Atlas
from dimples_gui.languages import is_pseudo
from dimples_gui.main_window import MainWindow
from dimples_gui.panels.find_hunt import Search, Try, measured
from dimples_gui.panels.find_panel import FindPanel
from dimples_gui.panels.find_words import mark_words, off_words
from dimples_gui.plate.finder import Finder
from dimples_gui.scene import FIND, Scene
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look
from tests.panels.conftest import Player, untranslated

Key = Qt.Key
HUNTS = (
    Hunt("psis", "bone", "Point at the rear tip of the hip bone.", 45.0, 0.0, both=True),
    Hunt("l5", "bone", "Point at the fifth lumbar vertebra.", 0.0, 35.0, both=False),
    Hunt("no-such-entry", "skin", "Point at the dimple.", 45.0, 0.0, both=True),
)
EXAMINERS = "Marks by two examiners lay **20 mm** apart."
MM = st.floats(-170, 190, allow_nan=False)


class Seeker(Player):
    """A person before the panel, and what the panel asks of the plate."""

    def __init__(self, panel: FindPanel, atlas: Atlas) -> None:
        super().__init__(panel)
        self.panel, self.atlas = panel, atlas
        self.asked: list[Hunt | None] = []
        self.marks: list[tuple[float, float]] = []
        self.solved: list[Hunt] = []
        self.followed: list[str] = []
        panel.hunt_wanted.connect(self.asked.append)
        panel.marked.connect(lambda x, y: self.marks.append((x, y)))
        panel.solved.connect(self.solved.append)
        panel.link_clicked.connect(self.followed.append)

    def point(self, x: float, y: float) -> None:
        """As the window tells where the reader pointed on the plate."""
        self.panel.show_pointed(x, y)
        self.settle()


@pytest.fixture
def meet(qtbot: QtBot, atlas: Atlas, _fonts: None) -> Callable[..., Seeker]:
    def begin(hunts: tuple[Hunt, ...] = HUNTS, examiners: str = EXAMINERS, claims: tuple[str, ...] = ("a7",)) -> Seeker:
        own = atlas._replace(decide=packed(Decide(finding=Finding(hunts, examiners, claims))))
        panel = FindPanel(own, LIGHT)
        qtbot.addWidget(panel)
        seeker = Seeker(panel, own)
        panel.show_scene(Scene(FIND))
        panel.resize(420, 760)
        panel.show()
        qtbot.waitExposed(panel)
        panel.activateWindow()
        panel.setFocus()
        seeker.settle()
        return seeker

    return begin


@pytest.fixture
def seeker(meet: Callable[..., Seeker]) -> Seeker:
    return meet()


# --- pointing ---------------------------------------------------------------------------------------------------------


def test_the_plate_is_asked_for_the_first_spot_and_nothing_is_given_away(seeker: Seeker) -> None:
    assert seeker.asked == [HUNTS[0]]
    assert seeker.marks == []
    assert seeker.solved == []
    assert seeker.text() == f"{HUNTS[0].ask} Click where you think it is. The plate has no labels now."


def test_pointing_says_how_far_off_and_how_examiners_do(seeker: Seeker) -> None:
    seeker.point(37, -9)
    words = seeker.text()
    assert "You were 12 mm off, to the left and below." in words
    assert "There are two, one on each side" in words
    assert "Marks by two examiners lay 20 mm apart." in words
    claim = seeker.atlas.claims["a7"]
    assert f"{claim.text} {claim.grade} measured" in words
    assert seeker.marks == [(37.0, -9.0)]
    assert seeker.solved == [HUNTS[0]]


def test_only_the_first_time_counts(seeker: Seeker) -> None:
    seeker.point(37, -9)
    seeker.point(45, 0)
    assert "You were 12 mm off" in seeker.text()
    assert len(seeker.marks) == len(seeker.solved) == 1


def test_of_two_spots_the_nearer_one_counts(seeker: Seeker) -> None:
    seeker.point(-57, 0)
    assert "You were 12 mm off, to the left." in seeker.text()


def test_where_there_is_one_nothing_is_said_of_two(seeker: Seeker) -> None:
    seeker.click(seeker.panel.skip)
    seeker.point(0, 55)
    assert "You were 20 mm off, above." in seeker.text()
    assert "There are two" not in seeker.text()


def test_a_screen_reader_hears_how_far_off_it_was(seeker: Seeker, heard: list[str]) -> None:
    seeker.point(45, 20)
    assert heard == ["You were 20 mm off, above."]


def test_the_claim_opens_in_place_and_links_lead_on(seeker: Seeker) -> None:
    seeker.point(45, 0)
    assert "You were on it, to within a millimetre." in seeker.text()
    assert "It rests on:" not in seeker.text()
    seeker.follow("claim:a7")
    assert "It rests on:" in seeker.text()
    seeker.follow("dimples:psis")
    assert seeker.followed == ["dimples:psis"]


# --- by figures -------------------------------------------------------------------------------------------------------


def test_arrows_set_a_mark_that_the_plate_shows_at_once_and_enter_takes_it(seeker: Seeker) -> None:
    seeker.press(Key.Key_PageUp, Key.Key_Up, Key.Key_Tab)
    assert seeker.marks[:2] == [(10.0, 0.0), (11.0, 0.0)]
    seeker.press(Key.Key_Down, Key.Key_Down)
    assert seeker.marks[-1] == (11.0, -2.0)
    told = seeker.panel.fields.told.text().replace("\u00a0", " ")
    assert told == "The mark is 11 mm right of the midline, 2 mm below the level of the spines."
    assert seeker.panel.fields.up.accessibleDescription().replace("\u00a0", " ") == told
    assert seeker.solved == []
    seeker.press(Key.Key_Return)
    assert "You were 34 mm off, to the left." in seeker.text()
    assert seeker.solved == [HUNTS[0]]


def test_figures_can_be_typed(seeker: Seeker) -> None:
    field = seeker.panel.fields.across
    field.selectAll()
    QTest.keyClicks(field, "-45")
    seeker.press(Key.Key_Return)
    assert "You were on it, to within a millimetre." in seeker.text()


def test_the_middle_can_be_typed(seeker: Seeker) -> None:
    field = seeker.panel.fields.across
    field.selectAll()
    QTest.keyClicks(field, "0")
    seeker.press(Key.Key_Return)
    assert "You were 45 mm off" in seeker.text()


def test_enter_without_a_mark_asks_for_one(seeker: Seeker, heard: list[str]) -> None:
    seeker.press(Key.Key_Return)
    assert seeker.solved == []
    assert heard == ["Point at the plate, or set the two figures first."]


def test_who_comes_to_a_figure_by_tab_may_mean_the_middle(seeker: Seeker) -> None:
    seeker.press(Key.Key_Tab)
    assert seeker.marks == [(0.0, 0.0)]
    seeker.press(Key.Key_Return)
    assert "You were 45 mm off" in seeker.text()


def test_the_next_spot_begins_without_a_mark(seeker: Seeker) -> None:
    seeker.press(Key.Key_Up, Key.Key_Return)
    assert QApplication.focusWidget() is seeker.panel.main
    marks = list(seeker.marks)
    seeker.press(Key.Key_Return)
    assert seeker.asked == [HUNTS[0], HUNTS[1]]
    assert seeker.marks == marks
    assert seeker.panel.fields.place() == (0.0, 0.0)
    seeker.press(Key.Key_Return)
    assert len(seeker.solved) == 1


def test_the_figures_reach_as_far_as_the_plate(seeker: Seeker) -> None:
    plate, fields = seeker.atlas.plate, seeker.panel.fields
    assert (fields.across.minimum(), fields.across.maximum()) == (plate.left, plate.left + plate.width)
    assert (fields.up.minimum(), fields.up.maximum()) == (plate.bottom, plate.bottom + plate.height)


# --- one after another ------------------------------------------------------------------------------------------------


def test_at_the_end_the_median_is_told_and_the_plate_is_free(seeker: Seeker) -> None:
    seeker.point(45, 20)
    seeker.click(seeker.panel.main)
    seeker.point(0, 45)
    seeker.click(seeker.panel.main)
    seeker.point(45, 4)
    seeker.click(seeker.panel.main)
    words = seeker.text()
    assert "At least half of your 3 marks were within 10 mm (the median)." in words
    assert "Posterior superior iliac spine 20 mm off" in words
    assert "Point at the dimple. 4 mm off" in words
    assert seeker.asked == [*HUNTS, None]
    assert not seeker.panel.main.isVisible()


def test_what_is_skipped_is_left_out(seeker: Seeker) -> None:
    for _ in HUNTS:
        seeker.click(seeker.panel.skip)
    assert "You have not pointed at a spot yet." in seeker.text()
    assert seeker.text().count("left out") == len(HUNTS)
    assert seeker.solved == []


def test_start_again_forgets_all(seeker: Seeker) -> None:
    seeker.point(45, 20)
    seeker.click(seeker.panel.again)
    assert seeker.asked == [HUNTS[0], HUNTS[0]]
    assert HUNTS[0].ask in seeker.text()
    assert "off" not in seeker.text()
    seeker.point(45, 0)
    assert "You were on it" in seeker.text()


def test_who_leaves_frees_the_plate_and_who_comes_back_finds_what_was_found(seeker: Seeker) -> None:
    seeker.point(45, 20)
    seeker.panel.hide()
    seeker.settle()
    assert seeker.asked == [HUNTS[0], None]
    seeker.panel.show()
    seeker.settle()
    assert seeker.asked == [HUNTS[0], None, HUNTS[0]]
    assert seeker.marks == [(45.0, 20.0)] * 2
    assert seeker.solved == [HUNTS[0]] * 2
    assert "You were 20 mm off, above." in seeker.text()


def test_who_only_passes_asks_the_plate_for_nothing(seeker: Seeker) -> None:
    seeker.panel.hide()
    seeker.panel.show()
    seeker.panel.hide()
    seeker.settle()
    assert seeker.asked == [HUNTS[0], None, None]


def test_without_spots_the_panel_says_so(meet: Callable[..., Seeker]) -> None:
    seeker = meet(())
    assert seeker.text() == "This content names no spots to find."
    assert seeker.panel.fields.isHidden()
    assert not [button for button in seeker.panel.foot.findChildren(QAbstractButton) if button.isVisible()]


def test_without_words_on_examiners_nothing_is_said_of_them(meet: Callable[..., Seeker]) -> None:
    seeker = meet(examiners="", claims=("no-such-claim",))
    seeker.point(45, 0)
    assert "examiners" not in seeker.text()


# --- measures and words -----------------------------------------------------------------------------------------------


@given(MM, MM)
def test_a_mirrored_point_is_as_far_from_a_pair(x: float, y: float) -> None:
    one, other = measured(HUNTS[0], x, y), measured(HUNTS[0], -x, y)
    assert one.off == pytest.approx(other.off)
    assert one.off <= measured(HUNTS[0]._replace(both=False), x, y).off
    assert (one.dx, one.dy) == pytest.approx((-other.dx, other.dy)) or abs(x) < 1e-6


@given(MM, MM)
def test_the_words_name_the_side_that_it_is_on(dx: float, dy: float) -> None:
    words = off_words(Try(dx, dy))
    for word, way in (("left", -dx), ("right", dx), ("below", -dy), ("above", dy)):
        if word in words:
            assert way > 0
        elif way > 1 and way > 0.5 * Try(dx, dy).off:
            raise AssertionError(f"{word} is not in {words}")


def test_the_median_is_of_what_was_tried() -> None:
    search = Search(HUNTS)
    assert search.middle() == 0.0
    for x in (50, 1):
        search.point(x, 35)
        search.step(1)
    assert search.middle() == pytest.approx((Try(5, 35).off + 1) / 2)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((0, 0), "on the midline, at the level of the spines"),
        ((-3, 8), "3 mm left of the midline, 8 mm above the level of the spines"),
    ],
)
def test_a_mark_is_told_in_words(place: tuple[float, float], words: str) -> None:
    assert mark_words(*place).replace("\u00a0", " ") == f"The mark is {words}."


# --- for everyone -----------------------------------------------------------------------------------------------------


def test_every_control_can_be_reached_by_tab_and_has_a_name_and_a_tip(seeker: Seeker) -> None:
    panel = seeker.panel
    seen: list[QWidget] = []
    while (focused := QApplication.focusWidget()) and focused not in seen:
        seen.append(focused)
        QTest.keyClick(focused, Key.Key_Tab)
    wanted: list[QWidget] = [panel.fields.across, panel.fields.up, panel.main, panel.skip]
    assert [widget for widget in seen if widget in wanted] == wanted
    for widget in wanted:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert widget.toolTip()
    value = QAccessible.queryAccessibleInterface(panel.fields.across).valueInterface()
    value.setCurrentValue(31)
    assert seeker.marks[-1] == (31.0, 0.0)


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_is_wider_than_the_panel_or_covers_another(seeker: Seeker, look: Look, percent: int) -> None:
    panel, fields = seeker.panel, seeker.panel.fields
    panel.set_look(look._replace(text_scale=percent / 100))
    panel.resize(panel.minimumWidth(), 700)
    seeker.settle()
    crowd = [fields.heading, *fields.names, fields.across, fields.up, fields.told]
    assert panel.area.horizontalScrollBar().maximum() == 0
    for group in (crowd, [panel.main, panel.skip]):
        rects = [widget.rect().translated(widget.mapTo(panel, QPoint())) for widget in group]
        for number, (widget, rect) in enumerate(zip(group, rects, strict=True)):
            assert 0 <= rect.left() < rect.right() <= panel.width()
            assert not [other for other in rects[number + 1 :] if other.intersects(rect)]
            if widget.hasHeightForWidth():
                assert rect.height() >= widget.heightForWidth(rect.width()) - 1, widget


@pytest.mark.usefixtures("pseudo")
def test_all_its_words_can_be_translated(meet: Callable[..., Seeker]) -> None:
    seeker = meet()
    texts = seeker.shown()
    seeker.press(Key.Key_Up)
    texts += seeker.shown()
    seeker.press(Key.Key_Return)
    texts += seeker.shown()
    seeker.click(seeker.panel.main)
    seeker.point(9, 9)
    seeker.click(seeker.panel.main)
    seeker.click(seeker.panel.skip)
    texts += seeker.shown()
    entries = seeker.atlas.entries
    own = [*(hunt.ask for hunt in HUNTS), entries["psis"].title, entries["l5"].title, seeker.atlas.claims["a7"].text]
    own += [entries["psis"].summary, entries["l5"].summary, EXAMINERS.replace("*", ""), "qt_"]
    assert untranslated(texts, own) == []
    assert not [text for text in texts if is_pseudo(text) and ("{" in text or "%1" in text)]


# --- in the window ----------------------------------------------------------------------------------------------------


def test_a_click_on_the_plate_is_measured_and_the_plate_is_itself_again_elsewhere(window: MainWindow) -> None:
    window.actions_by_id["find-it"].trigger()
    panel = window.parts.beside.current()
    assert isinstance(panel, FindPanel)
    seeker = Seeker(panel, window.atlas)
    seeker.settle()
    hunt = panel.search.current
    assert hunt
    assert window.navigator.scene.layer == hunt.layer
    finder = window.canvas.findChild(Finder)
    assert finder is not None
    assert finder.isVisible()
    spot = QPointF(*finder.sight().view.to_px(hunt.x + 9, hunt.y + 12)).toPoint()
    QTest.mouseClick(finder, Qt.MouseButton.LeftButton, pos=spot)
    seeker.settle()
    assert "You were 15 mm off, to the right and above." in seeker.text()
    window.actions_by_id["home"].trigger()
    QApplication.processEvents()
    assert not finder.isVisible()
    window.actions_by_id["find-it"].trigger()
    seeker.settle()
    assert "You were 15 mm off" in seeker.text()
    assert finder.isVisible()


def test_every_shipped_spot_is_asked_on_its_layer_and_lies_in_the_plate(window: MainWindow) -> None:
    window.actions_by_id["find-it"].trigger()
    panel = window.parts.beside.current()
    assert isinstance(panel, FindPanel)
    seeker = Seeker(panel, window.atlas)
    seeker.settle()
    fields = panel.fields
    assert len(panel.search.hunts) >= 8
    for hunt in panel.search.hunts:
        assert window.navigator.scene.layer == hunt.layer
        assert hunt.ask in seeker.text()
        assert hunt.entry in window.atlas.entries
        assert fields.across.minimum() <= hunt.x <= fields.across.maximum()
        assert fields.up.minimum() <= hunt.y <= fields.up.maximum()
        seeker.click(panel.skip)
