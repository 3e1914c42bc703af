"""The look-alikes: read across, marked on their drawings, each resting on something, in whatever room there is."""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.decide import Decide, Lookalike, decide_of, packed
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.geometry import block_rect
from dimples_gui.panels.leaf import COPY, TOGGLE
from dimples_gui.panels.lookalikes_card import Card
from dimples_gui.panels.lookalikes_marks import Spot, numbers_beside
from dimples_gui.panels.lookalikes_panel import LookalikesPanel
from dimples_gui.panels.lookalikes_text import sections
from dimples_gui.panels.page import Page
from dimples_gui.scene import LOOKALIKES, Scene
from dimples_gui.theme import DARK, LIGHT, Look

LARGE = LIGHT._replace(text_scale=2.0)
Open = Callable[[int], LookalikesPanel]


@pytest.fixture
def open_panel(qtbot: QtBot, atlas: Atlas, _fonts: None) -> Open:
    """Open the panel so wide."""

    def opened(width: int) -> LookalikesPanel:
        panel = LookalikesPanel(atlas, LIGHT)
        qtbot.addWidget(panel)
        panel.resize(width, 760)
        panel.show_scene(Scene(LOOKALIKES))
        panel.show()
        qtbot.waitExposed(panel)
        settle(panel)
        return panel

    return opened


@pytest.fixture
def panel(open_panel: Open) -> LookalikesPanel:
    """As wide as in a window of 1280 px."""
    return open_panel(970)


def pages(panel: LookalikesPanel) -> Iterator[Page]:
    yield panel.lead
    yield from (card.page for card in panel.board.cards)
    yield from panel.board.bases


def settle(panel: LookalikesPanel) -> None:
    """Let everything be laid out, painted, and what follows that be done."""
    panel.grab()
    QApplication.processEvents()
    while not all(page.is_settled() for page in pages(panel) if not page.isHidden()):
        for page in pages(panel):
            page.viewport().grab()
        QApplication.processEvents()
    QApplication.processEvents()


def click(panel: LookalikesPanel, page: Page, href: str) -> None:
    """Click the first link or badge of an address, where it is painted."""
    mark = next(mark for mark in page.plan().marks if mark.span.run.href == href)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=mark.area.center().toPoint() - QPoint(0, 2))
    settle(panel)


def heights(card: Card) -> dict[str, int]:
    """How far down on the board each section of a card begins, px."""
    top = card.y() + card.page.y()
    return {
        key: round(top + block_rect(card.page.document(), number).top())
        for key, number in sections(card.page.leaf).items()
    }


def rows(panel: LookalikesPanel) -> list[list[Card]]:
    """The cards by their height, as they are seen."""
    tops = sorted({card.y() for card in panel.board.cards})
    return [[card for card in panel.board.cards if card.y() == top] for top in tops]


def lookalikes(atlas: Atlas) -> tuple[Lookalike, ...]:
    return decide_of(atlas.decide).lookalikes


# --- what is read ---------------------------------------------------------------------------------------------------


def test_each_card_says_all_that_is_known_of_its_spot(panel: LookalikesPanel, atlas: Atlas) -> None:
    for card, each in zip(panel.board.cards, lookalikes(atlas), strict=True):
        said = card.page.text()
        told = [each.name, each.summary, each.doctor, *(mark.text for mark in each.marks)]
        for text in (*told, *(part for pair in each.features for part in pair)):
            assert text in said


@pytest.mark.parametrize("width", [1500, 970, 640])
def test_cards_side_by_side_can_be_read_across(open_panel: Open, width: int) -> None:
    panel = open_panel(width)
    for row in rows(panel):
        assert len({tuple(heights(card).items()) for card in row}) == 1


def test_they_still_can_when_the_text_has_grown_and_when_the_panel_has_become_narrower(panel: LookalikesPanel) -> None:
    panel.set_look(DARK._replace(text_scale=1.25))
    for width in (970, 760):
        panel.resize(width, 700)
        settle(panel)
        for row in rows(panel):
            assert len({tuple(heights(card).items()) for card in row}) == 1


@pytest.mark.parametrize(("width", "look", "columns"), [
    (970, LIGHT, [5]), (700, LIGHT, [3, 2]), (480, LIGHT, [2, 2, 1]), (330, LIGHT, [1] * 5), (760, LARGE, [1] * 5),
])  # fmt: skip
def test_in_less_room_or_in_larger_text_cards_flow(
    open_panel: Open, width: int, look: Look, columns: list[int]
) -> None:
    panel = open_panel(width)
    panel.set_look(look)
    settle(panel)
    assert [len(row) for row in rows(panel)] == columns


@pytest.mark.parametrize("look", [LIGHT, LARGE])
@pytest.mark.parametrize("width", [330, 620, 970])
def test_nothing_is_cut_and_nothing_overlaps(open_panel: Open, width: int, look: Look) -> None:
    panel = open_panel(width)
    panel.set_look(look)
    settle(panel)
    board = panel.board
    for page in pages(panel):
        assert page.document().idealWidth() <= page.viewport().width() + 1
        assert page.document().size().height() <= page.height()
    for card in board.cards:
        assert board.rect().contains(card.geometry())
        assert card.rect().contains(card.page.geometry())
        assert card.rect().contains(card.drawing.geometry())
        assert not card.page.geometry().intersects(card.drawing.geometry())
    assert not any(one.geometry().intersects(other.geometry()) for one, other in combinations(board.cards, 2))


@pytest.mark.usefixtures("_fonts")
def test_without_look_alikes_the_panel_says_so(qtbot: QtBot, atlas: Atlas) -> None:
    panel = LookalikesPanel(atlas._replace(decide=packed(Decide())), LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    panel.set_look(DARK)
    assert "There are none here." in panel.text()


# --- marks ----------------------------------------------------------------------------------------------------------


def test_every_mark_of_a_drawing_has_its_number_in_the_words(panel: LookalikesPanel) -> None:
    for card in panel.board.cards:
        numbered = [part.text for part in card.page.leaf.paragraphs if part.role == "spot-mark"]
        assert numbered == [f"{at} {mark.text}" for at, mark in enumerate(card.lookalike.marks, 1)]
        assert len(card.drawing.discs) == len(numbered)


def test_a_screen_reader_hears_what_is_marked(panel: LookalikesPanel) -> None:
    for card in panel.board.cards:
        assert card.lookalike.name in card.drawing.accessibleName()
        for mark in card.lookalike.marks:
            assert mark.text in card.drawing.accessibleDescription()


@given(
    points=st.lists(st.tuples(st.floats(0.3, 0.7), st.floats(0.3, 0.7)), min_size=1, max_size=4, unique=True),
    width=st.integers(150, 420),
)
def test_numbers_stand_within_the_drawing_and_on_nothing_that_is_marked(
    points: list[tuple[float, float]], width: int
) -> None:
    radius, height = 9.0, width * 0.8
    spots = [Spot(x * width, y * height) for x, y in points]
    discs = numbers_beside(spots, width, height, radius)
    assert all(radius <= disc.x <= width - radius and radius <= disc.y <= height - radius for disc in discs)
    assert all(hypot(disc.x - spot.x, disc.y - spot.y) > radius for disc in discs for spot in spots)
    assert all(hypot(one.x - two.x, one.y - two.y) > 2 * radius for one, two in combinations(discs, 2))


def test_a_number_explains_itself_where_the_pointer_rests(panel: LookalikesPanel, qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QToolTip

    card = panel.board.cards[0]
    disc = card.drawing.discs[1]
    at = QPoint(round(disc.x), round(disc.y))
    QApplication.sendEvent(card.drawing, QHelpEvent(QEvent.Type.ToolTip, at, card.drawing.mapToGlobal(at)))
    qtbot.waitUntil(lambda: QToolTip.text() == card.lookalike.marks[1].text)
    QToolTip.hideText()


# --- what it rests on -----------------------------------------------------------------------------------------------


def test_a_click_on_a_badge_tells_below_the_cards_what_it_rests_on_and_another_hides_it(
    panel: LookalikesPanel, atlas: Atlas
) -> None:
    card = panel.board.cards[1]
    claim = atlas.claims[card.lookalike.claims[0]]
    click(panel, card.page, TOGGLE + claim.id)
    (basis,) = panel.board.bases
    assert basis.isVisible()
    assert claim.text in basis.text()
    assert claim.detail in basis.text()
    assert basis.y() >= card.geometry().bottom()
    top = basis.mapTo(panel.area.viewport(), QPoint(0, basis.top_of(claim.id))).y()
    assert 0 <= top < panel.area.viewport().height()
    click(panel, card.page, TOGGLE + claim.id)
    assert not basis.isVisible()


def test_it_opens_by_keyboard_and_the_badge_says_what_it_will_do(panel: LookalikesPanel, atlas: Atlas) -> None:
    page = panel.board.cards[0].page
    claim = panel.board.cards[0].lookalike.claims[0]
    page.setFocus(Qt.FocusReason.TabFocusReason)
    while not (focused := QApplication.focusWidget()) or "show what it rests on" not in focused.accessibleName():
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle(panel)
    assert atlas.claims[claim].detail in panel.board.bases[0].text()
    assert "hide what it rests on" in focused.accessibleName()


def test_the_badges_of_two_rows_open_each_under_its_own(open_panel: Open) -> None:
    panel = open_panel(480)
    last = panel.board.cards[-1]
    click(panel, last.page, TOGGLE + last.lookalike.claims[0])
    assert [basis.isVisible() for basis in panel.board.bases] == [False, False, True]
    panel.resize(970, 760)
    settle(panel)
    assert [basis.isVisible() for basis in panel.board.bases] == [True, False, False]


def test_a_claim_is_copied_with_its_sources(panel: LookalikesPanel, atlas: Atlas, qtbot: QtBot) -> None:
    claim = panel.board.cards[1].lookalike.claims[0]
    panel.show_scene(Scene(LOOKALIKES, opened=(claim,)))
    settle(panel)
    with qtbot.waitSignal(panel.copied):
        click(panel, panel.board.bases[0], COPY + claim)
    assert atlas.claims[claim].text in QApplication.clipboard().text()


def test_a_link_opens_the_badges_that_it_names(panel: LookalikesPanel) -> None:
    claim = panel.board.cards[2].lookalike.claims[0]
    panel.show_scene(Scene(LOOKALIKES, opened=(claim,)))
    assert panel.board.opened == {claim}
    panel.show_scene(Scene("dimple", opened=("c1",)))
    assert panel.board.opened == {claim}


@pytest.mark.usefixtures("_fonts")
def test_a_link_that_the_program_starts_with_brings_it_into_view(qtbot: QtBot, atlas: Atlas) -> None:
    panel = LookalikesPanel(atlas, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(970, 760)
    panel.show_scene(Scene(LOOKALIKES, opened=("a5",)))
    panel.show()
    settle(panel)
    (basis,) = panel.board.bases
    top = basis.mapTo(panel.area.viewport(), QPoint(0, basis.top_of("a5"))).y()
    assert 0 <= top < panel.area.viewport().height()


def test_who_comes_back_finds_the_panel_as_it_was_left(panel: LookalikesPanel) -> None:
    panel.show_scene(Scene(LOOKALIKES, opened=("a5",)))
    settle(panel)
    panel.area.verticalScrollBar().setValue(120)
    panel.hide()
    panel.show()
    settle(panel)
    assert panel.area.verticalScrollBar().value() == 120


def test_each_card_leads_to_the_entry_that_says_more(panel: LookalikesPanel, qtbot: QtBot) -> None:
    for card in panel.board.cards:
        with qtbot.waitSignal(panel.link_clicked) as led:
            click(panel, card.page, f"dimples:{card.lookalike.opens}")
        assert led.args == [f"dimples:{card.lookalike.opens}"]


def test_the_signs_that_need_a_doctor_and_the_sources_are_one_click_away(panel: LookalikesPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.link_clicked) as led:
        click(panel, panel.lead, "dimples:redflags")
    assert led.args == ["dimples:redflags"]
    panel.show_scene(Scene(LOOKALIKES, opened=("a5",)))
    settle(panel)
    basis = panel.board.bases[0]
    address = next(mark.span.run.href for mark in basis.plan().marks if mark.span.run.href.startswith("https:"))
    with qtbot.waitSignal(panel.web_clicked) as led:
        click(panel, basis, address)
    assert led.args == [address]


def test_cards_are_reached_one_after_the_other(panel: LookalikesPanel) -> None:
    order = []
    panel.lead.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(200):
        focused = QApplication.focusWidget()
        assert focused is not None
        order += [at for at, card in enumerate(panel.board.cards) if card.page is focused]
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if len(order) == len(panel.board.cards):
            break
    assert all(one < two for one, two in pairwise(order))
    assert len(order) == len(panel.board.cards)
