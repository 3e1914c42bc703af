"""The panel as a reader uses it: clicking, scrolling, going back, copying."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.panel import Panel
from dimples_gui.panels.typesetter import BODY_POINTS, NARROW_TITLE
from dimples_gui.scene import Scene
from dimples_gui.theme import CONTRAST, DARK, LIGHT
from tests.panels.conftest import FONTS, Reader


def test_clicking_a_badge_opens_what_is_behind_it_and_again_closes_it(reader: Reader, atlas: Atlas) -> None:
    reader.go("dimple")
    assert "People say" not in reader.text()
    reader.click("claim:c2")
    assert atlas.claims["c2"].detail in reader.text()
    reader.click("claim:c2")
    assert "People say" not in reader.text()


def test_what_is_read_stays_in_place_while_a_badge_is_opened(reader: Reader) -> None:
    def height() -> float:
        mark = next(mark for mark in reader.page.plan().marks if mark.span.run.href == "claim:c12")
        return mark.area.top() - reader.page.scrolled()

    reader.go("dimple")
    spot = reader.find("claim:c12")
    before = height()
    assert reader.page.scrolled() > 0
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    reader.look()
    assert reader.navigator.scene.opened == ("c12",)
    assert height() == before


def test_a_link_in_the_words_opens_its_entry(reader: Reader, atlas: Atlas) -> None:
    reader.go("dimple")
    reader.click("dimples:psis")
    assert reader.navigator.scene.name == "psis"
    assert atlas.entries["psis"].answer in reader.text()


@pytest.mark.parametrize("aside", [0, 120])
def test_a_question_of_home_opens_by_its_words_and_by_the_card_around_them(reader: Reader, aside: int) -> None:
    card = reader.page.plan().cards[0].span.run
    middle = reader.find(card.href)
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=middle + QPoint(aside, 0))
    reader.look()
    assert reader.page.leaf.title == card.text == "Can I get them?"


def test_show_on_the_plate_and_web_links_and_links_with_more_are_told(reader: Reader, qtbot: QtBot) -> None:
    reader.go("dimple", "c2")
    with qtbot.waitSignal(reader.panel.reveal_wanted) as told:
        reader.click("reveal:dimple")
    assert told.args == ["dimple"]
    with qtbot.waitSignal(reader.panel.web_clicked) as told:
        reader.click("https://doi.org/10.11588/diglit.15149")
    assert told.args == ["https://doi.org/10.11588/diglit.15149"]
    assert reader.navigator.scene.name == "dimple"
    with qtbot.waitSignal(reader.panel.link_clicked) as told:
        reader.page.followed.emit("dimples:psis?layer=bone")
    assert told.args == ["dimples:psis?layer=bone"]


def test_another_page_starts_at_its_top_and_going_back_returns_to_the_line_that_was_read(reader: Reader) -> None:
    reader.go("psis")
    link = reader.page.plan().marks[-1].span.run.href
    spot = reader.find(link)
    left_at = reader.page.scrolled()
    assert left_at > 100
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    reader.look()
    assert reader.navigator.scene.name == link.removeprefix("dimples:")
    assert reader.page.scrolled() == 0
    reader.navigator.back()
    reader.look()
    assert reader.navigator.scene.name == "psis"
    assert abs(reader.page.scrolled() - left_at) <= 1


def test_a_page_that_is_opened_anew_starts_at_its_top_again(reader: Reader) -> None:
    reader.go("psis")
    reader.page.verticalScrollBar().setValue(200)
    reader.go("dimple")
    reader.click("dimples:psis")
    assert reader.page.scrolled() == 0


def test_the_line_that_is_read_stays_when_the_panel_or_the_text_changes_size(reader: Reader) -> None:
    reader.go("dimple", "c2")
    bar = reader.page.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    spot = reader.page.spot()
    assert spot.paragraph > 8
    reader.panel.resize(360, 800)
    reader.look()
    assert reader.page.spot().paragraph == spot.paragraph
    reader.panel.set_look(LIGHT._replace(text_scale=1.7))
    reader.look()
    assert reader.page.spot().paragraph == spot.paragraph


def test_a_page_chosen_before_the_window_is_shown_begins_at_its_top(qtbot: QtBot, atlas: Atlas) -> None:
    panel = Panel(atlas, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(480, 600)
    panel.show_scene(Scene("dimple"))
    panel.show()
    qtbot.waitExposed(panel)
    QApplication.processEvents()
    assert panel.page.verticalScrollBar().maximum() > 0
    assert panel.page.scrolled() == 0


def test_the_scroll_bars_handle_can_be_dragged_and_a_click_beside_it_goes_on_by_a_page(reader: Reader) -> None:
    reader.go("dimple")
    bar = reader.page.scroll_bar
    grip = bar.handle().center().toPoint()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(bar, QPoint(grip.x(), bar.height()))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(grip.x(), bar.height()))
    assert bar.value() == bar.maximum()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(grip.x(), 5))
    QTest.mouseMove(bar, QPoint(grip.x(), 8))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(grip.x(), 8))
    assert bar.value() == bar.maximum() - bar.pageStep()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(grip.x(), bar.height() - 5))
    assert bar.value() == bar.maximum()


def test_another_look_changes_no_word(reader: Reader) -> None:
    reader.go("dimple", "c2")
    before = reader.text()
    reader.panel.set_look(DARK._replace(text_scale=1.3))
    assert reader.text() == before


def test_the_same_scene_twice_sets_nothing_anew(reader: Reader, qtbot: QtBot) -> None:
    reader.go("dimple")
    with qtbot.assertNotEmitted(reader.page.document().contentsChanged):
        reader.panel.show_scene(reader.navigator.scene)
        reader.panel.show_scene(reader.navigator.scene._replace(depth=4.0, labels=True))


def test_an_unknown_name_gets_a_page_that_leads_home(reader: Reader) -> None:
    reader.go("liver")
    assert "There is no page called “liver”." in reader.text()
    reader.click("dimples:home")
    assert reader.navigator.scene.name == "home"


def test_a_claim_that_another_is_inferred_from_is_gone_to(reader: Reader, atlas: Atlas) -> None:
    name, claim, base = next(
        (entry.id, key, base)
        for entry in atlas.entries.values()
        for section in entry.sections
        for key in section.claims
        for base in atlas.claims[key].inferred_from
        if any(base in other.claims for other in entry.sections)
    )
    reader.go(name, claim)
    reader.click(f"goto:{base}")
    button = reader.page.buttons.over(f"claim:{base}")
    assert button is not None
    assert button.hasFocus()
    assert reader.page.viewport().rect().contains(button.geometry().center())


def test_copy_with_source_puts_statement_grade_and_sources_on_the_clipboard(reader: Reader, qtbot: QtBot) -> None:
    reader.go("dimple", "c2")
    with qtbot.waitSignal(reader.panel.copied):
        reader.click("copy:c2")
    copied = QGuiApplication.clipboard().text()
    assert "[B, textbook; c2]" in copied
    assert "Braus H (1921)." in copied


def test_copying_statements_takes_the_open_ones_or_else_the_whole_page(reader: Reader, atlas: Atlas) -> None:
    first, second, third, *_ = (claim for section in atlas.entries["dimple"].sections for claim in section.claims)
    reader.go("dimple", third, first)
    reader.panel.copying.copy_claims()
    copied = QGuiApplication.clipboard().text()
    assert copied.index(f"; {first}]") < copied.index(f"; {third}]")
    assert f"; {second}]" not in copied
    reader.go("dimple")
    reader.panel.copying.copy_claims()
    assert f"; {second}]" in QGuiApplication.clipboard().text()
    assert QGuiApplication.clipboard().text().startswith(atlas.entries["dimple"].title)
    reader.go("home")
    reader.panel.copying.copy_claims()
    assert QGuiApplication.clipboard().text() == reader.text()


def test_selected_words_are_copied_as_words_alone(reader: Reader) -> None:
    reader.go("dimple")
    reader.panel.copying.select_all()
    reader.panel.copying.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == reader.text()
    assert not data.hasHtml()
    assert "dimples of Venus. B textbook\n" in data.text()


def test_the_menu_of_a_statement_copies_it(reader: Reader) -> None:
    reader.go("dimple")
    menu = reader.page.menu_at(reader.find("claim:c2"))
    names = [action.text() for action in menu.actions()]
    assert names == ["&Copy", "Copy &Statement with Sources", "Select &All"]
    menu.actions()[1].trigger()
    assert "; c2]" in QGuiApplication.clipboard().text()


def test_pointing_at_a_badge_says_what_its_grade_means(reader: Reader) -> None:
    reader.go("dimple")
    spot = reader.find("claim:c2")
    viewport = reader.page.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, spot, viewport.mapToGlobal(spot)))
    assert QToolTip.text() == "Stated in a textbook, by a classic anatomist or on an official label."
    QToolTip.hideText()


def test_pointing_at_a_card_lights_it_and_shows_a_hand(reader: Reader) -> None:
    card = reader.page.plan().cards[0].span.run.href
    spot = reader.find(card)
    QTest.mouseMove(reader.page.viewport(), spot + QPoint(100, 0))
    assert reader.page.lit == card
    assert reader.page.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_nothing_is_fetched_from_anywhere(reader: Reader) -> None:
    cursor = QTextCursor(reader.page.document())
    cursor.insertImage(QUrl.fromLocalFile(str(FONTS.parent / "plates" / "back" / "skin.png")).toString())
    reader.look()
    image = reader.page.document().resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl(cursor.charFormat().toImageFormat().name())
    )
    assert image.isNull()


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)
@pytest.mark.parametrize("width", [340, 480, 640])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_beside_the_page(reader: Reader, look: object, width: int, scale: float) -> None:
    reader.panel.set_look(look._replace(text_scale=scale))  # type: ignore[attr-defined]
    reader.panel.resize(width, 700)
    for name in ("home", "psis", "procedures"):
        reader.go(name, "c9", "c36")
        assert reader.page.horizontalScrollBar().maximum() == 0
        assert reader.page.document().idealWidth() <= reader.page.viewport().width()
        for mark in reader.page.plan().marks:
            assert 0 <= mark.area.left() < mark.area.right() <= reader.page.viewport().width()


def test_a_line_holds_no_more_letters_than_are_good_to_read_however_wide_the_page(reader: Reader) -> None:
    reader.panel.resize(1400, 800)
    reader.go("dimple", "c2")
    document = reader.page.document()
    block = document.begin()
    longest = 0
    while block.isValid():
        layout = block.layout()
        longest = max([longest, *(layout.lineAt(i).textLength() for i in range(layout.lineCount()))])
        block = block.next()
    assert 50 < longest <= 80


def test_the_pill_is_painted_behind_its_words_in_the_grades_colour(reader: Reader) -> None:
    reader.go("dimple")
    reader.find("claim:c2")
    mark = next(mark for mark in reader.page.plan().marks if mark.span.run.href == "claim:c2")
    picture: QImage = reader.page.viewport().grab().toImage()
    left = mark.area.toRect().translated(0, -reader.page.scrolled())
    assert picture.pixelColor(left.left() + 4, left.center().y()).name() == LIGHT.grade_b
    assert picture.pixelColor(left.left() - 6, left.center().y()).name() == LIGHT.page


def test_a_panel_over_an_empty_atlas_still_shows_a_page(qtbot: QtBot, atlas: Atlas) -> None:
    panel = Panel(
        atlas._replace(entries={}, claims={}, sources={}, home=atlas.home._replace(lead="", questions=())), LIGHT
    )
    qtbot.addWidget(panel)
    panel.show_scene(Scene())
    assert "The words of this page are missing." in panel.text()
    panel.show_scene(Scene("dimple"))
    assert "There is no page called “dimple”." in panel.text()


def title_size(panel: Panel) -> float:
    return QTextCursor(panel.page.document().firstBlock()).blockCharFormat().font().pointSizeF()


def broken_words(document: QTextDocument, blocks: range) -> list[str]:
    """The words that go on in the next line, each with a bar where it breaks."""
    broken = []
    for number in blocks:
        block = document.findBlockByNumber(number)
        lines, text = block.layout(), block.text()
        for line in range(1, lines.lineCount()):
            at = lines.lineAt(line).textStart()
            if text[at - 1].isalnum() and text[at].isalnum():
                broken.append(f"{text[:at]}|{text[at:]}")
    return broken


@pytest.mark.parametrize("percent", [100, 160, 200, 300])
def test_no_word_of_a_title_is_broken_however_narrow_the_panel_is_made(
    reader: Reader, atlas: Atlas, percent: int
) -> None:
    reader.panel.set_look(LIGHT._replace(text_scale=percent / 100))
    reader.panel.resize(1, 600)
    reader.look()
    assert reader.panel.width() == round(260 * min(percent / 100, 1.6))
    for name in ("home", *atlas.entries):
        reader.go(name)
        assert broken_words(reader.page.document(), range(1)) == []


def test_the_title_is_smaller_in_a_narrow_panel_and_large_again_in_a_wide_one(reader: Reader) -> None:
    def size() -> float:
        reader.look()
        return title_size(reader.panel)

    reader.go("psis")
    large, text = size(), reader.text()
    reader.panel.resize(300, 600)
    assert size() < 0.8 * large
    assert reader.text() == text
    reader.go("dimple")
    assert size() < 0.8 * large
    reader.panel.resize(480, 600)
    assert size() == large


def test_a_panel_that_is_narrow_from_the_start_has_the_smaller_title(qtbot: QtBot, atlas: Atlas) -> None:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    panel = Panel(atlas, LIGHT)
    for widget in (QWidget(), panel):
        splitter.addWidget(widget)
    panel.show_scene(Scene("psis"))
    splitter.resize(800, 500)
    splitter.setSizes([520, 280])
    splitter.show()
    qtbot.waitExposed(splitter)
    assert title_size(panel) == pytest.approx(BODY_POINTS * NARROW_TITLE)
    panel.hide()
    panel.set_look(DARK)
    panel.show()
    assert title_size(panel) == pytest.approx(BODY_POINTS * NARROW_TITLE)
