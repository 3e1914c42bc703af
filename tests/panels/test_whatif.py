"""The panel that asks what if, as a person moves it: sliders, switch, second body, sentence."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Atlas
from dimples_gui.body.build import DEFAULT, Build, fat_range
from dimples_gui.body.dimple import dimple_depth_mm
from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.languages import PseudoTranslator, is_pseudo
from dimples_gui.navigator import Navigator
from dimples_gui.other_panels import ask
from dimples_gui.panels.whatif import WhatIfPanel
from dimples_gui.panels.whatif_presets import PRESETS
from dimples_gui.panels.whatif_slider import BuildSlider
from dimples_gui.panels.whatif_told import PAUSE_MS
from dimples_gui.panels.whatif_words import sentence
from dimples_gui.scene import WHATIF, Scene, from_link
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look

IDEA = "A drawing of an idea, not a forecast of your body."
Key = Qt.Key


class Asker:
    """A person before the panel, which is connected as the window connects it."""

    def __init__(self, panel: WhatIfPanel, navigator: Navigator) -> None:
        self.panel, self.navigator = panel, navigator
        self.followed: list[str] = []
        panel.link_clicked.connect(self.followed.append)
        panel.web_clicked.connect(self.followed.append)

    @property
    def scene(self) -> Scene:
        return self.navigator.scene

    @property
    def build(self) -> Build:
        return self.scene.build

    def slider(self, field: str) -> BuildSlider:
        return self.panel.controls.sliders[field]

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        for key in keys:
            QTest.keyClick(widget, key)
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        self.panel.area.ensureWidgetVisible(widget)
        QApplication.processEvents()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def sentence(self) -> str:
        """What is read there, once it is up to date."""
        until = time.monotonic() + 10
        while self.panel.told.is_behind:
            assert time.monotonic() < until
            QTest.qWait(10)
        return self.panel.told.sentence.text().replace("\u00a0", " ")

    def settle(self) -> None:
        for _ in range(1000):
            QApplication.processEvents()
            if self.panel.page.is_settled():
                return
        raise AssertionError("the page does not come to rest")


def asker_of(qtbot: QtBot, atlas: Atlas, navigator: Navigator, look: Look = LIGHT) -> Asker:
    panel = WhatIfPanel(atlas, look)
    qtbot.addWidget(panel)
    ask(panel, navigator)
    navigator.go_to_entry(WHATIF)
    panel.show_scene(navigator.scene)
    navigator.changed.connect(panel.show_scene)
    panel.resize(420, 760)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    return Asker(panel, navigator)


@pytest.fixture
def asker(qtbot: QtBot, atlas: Atlas, navigator: Navigator, _fonts: None) -> Asker:
    return asker_of(qtbot, atlas, navigator)


# --- sliders ----------------------------------------------------------------------------------------------------------


def test_arrows_move_body_fat_by_a_hundredth_and_the_sentence_answers(asker: Asker) -> None:
    before = asker.sentence()
    asker.press(asker.slider("fat"), Key.Key_Right)
    assert asker.build.fat == pytest.approx(0.29)
    assert asker.slider("fat").value_text() == "29\u00a0%"
    asker.press(asker.slider("fat"), Key.Key_PageUp, Key.Key_PageUp, Key.Key_Left)
    assert asker.build.fat == pytest.approx(0.38)
    assert asker.sentence() != before


@pytest.mark.parametrize("field", ["sex", "fat", "muscle", "tether"])
def test_home_and_end_go_to_the_ends(asker: Asker, field: str) -> None:
    low, high = fat_range(0.0) if field == "fat" else (0.0, 1.0)
    asker.press(asker.slider(field), Key.Key_End)
    assert getattr(asker.build, field) == pytest.approx(high)
    asker.press(asker.slider(field), Key.Key_Home)
    assert getattr(asker.build, field) == pytest.approx(low)


def test_another_sex_keeps_the_place_in_the_range_of_body_fat(asker: Asker) -> None:
    asker.press(asker.slider("sex"), Key.Key_End)
    assert asker.build.fat == pytest.approx(DEFAULT.with_sex(1.0).fat)
    assert asker.build.fullness == pytest.approx(DEFAULT.fullness)
    assert (asker.slider("fat").minimum(), asker.slider("fat").maximum()) == (6, 40)


def test_a_screen_reader_finds_names_and_values_in_words_and_can_set_them(asker: Asker) -> None:
    said = {field: (s.accessibleName(), s.accessibleDescription()) for field, s in asker.panel.controls.sliders.items()}
    assert said == {
        "sex": ("Build, female to male", "female"),
        "fat": ("Body fat", "28\u00a0%"),
        "muscle": ("Muscle", "middling"),
        "tether": ("Tether", "rather short"),
    }
    value = QAccessible.queryAccessibleInterface(asker.slider("fat")).valueInterface()
    value.setCurrentValue(31)
    assert asker.build.fat == pytest.approx(0.31)
    assert value.currentValue() == 31


def test_every_control_can_be_reached_by_tab_and_has_a_name_and_a_tip(asker: Asker) -> None:
    seen: list[QWidget] = []
    asker.panel.reset.setFocus(Qt.FocusReason.TabFocusReason)
    while (focused := QApplication.focusWidget()) and focused not in seen:
        seen.append(focused)
        QTest.keyClick(focused, Key.Key_Tab)
    panel = asker.panel
    wanted = [panel.reset, *panel.controls.presets, *panel.controls.sliders.values(), panel.controls.carved]
    wanted += [panel.compare.switch, panel.chart_box.chart, *panel.chart_box.chart.flags, panel.chart_box.unfold]
    places = [seen.index(widget) for widget in wanted]
    assert places == sorted(places)
    assert panel.choice.buttons["held-down"] in seen
    for widget in wanted:
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert name
        assert widget.toolTip() or widget in panel.chart_box.chart.flags


def test_a_drag_goes_by_anything_and_is_one_act(asker: Asker) -> None:
    slider = asker.slider("fat")
    start = slider.handle().toPoint()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 20):
        QTest.mouseMove(slider, start + QPoint(3 * step, 0))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=start + QPoint(57, 0))
    assert asker.build.fat > 0.3
    assert round(asker.build.fat, 2) != asker.build.fat
    assert slider.handle().x() == pytest.approx(start.x() + 57, abs=1)
    asker.navigator.undo()
    assert asker.build == DEFAULT
    assert not asker.navigator.can_undo


def test_who_scrolls_over_a_slider_does_not_move_it(asker: Asker) -> None:
    slider = asker.slider("muscle")
    middle = QPointF(slider.rect().center())
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        middle, slider.mapToGlobal(middle), QPoint(), QPoint(0, -240), none, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    assert asker.build == DEFAULT
    assert not event.isAccepted()


def test_the_box_makes_a_hollow_by_a_procedure(asker: Asker) -> None:
    asker.press(asker.slider("tether"), Key.Key_Home)
    assert asker.sentence() == "With this build no dent is to be seen."
    asker.click(asker.panel.controls.carved)
    assert asker.build.carved
    assert "deep" in asker.sentence()
    asker.navigator.undo()
    assert not asker.panel.controls.carved.isChecked()


@pytest.mark.parametrize("number", range(len(PRESETS)), ids=[preset.name for preset in PRESETS])
def test_a_preset_sets_all_sliders(asker: Asker, number: int) -> None:
    asker.click(asker.panel.controls.presets[number])
    assert asker.build == PRESETS[number].build.within_bounds() == PRESETS[number].build
    shown = re.findall(r"\d+ %", PRESETS[number].why)
    assert shown in ([], [f"{round(100 * asker.build.fat)} %"])


def test_reset_is_one_act(asker: Asker) -> None:
    asker.press(asker.slider("muscle"), Key.Key_End)
    asker.click(asker.panel.choice.buttons["filled-in"])
    asker.click(asker.panel.compare.switch)
    before = asker.scene
    asker.click(asker.panel.reset)
    assert (asker.build, asker.scene.explanation, asker.scene.compared) == (DEFAULT, "held-down", None)
    asker.navigator.undo()
    assert asker.scene == before


# --- explanations -----------------------------------------------------------------------------------------------------


def test_each_explanation_has_its_name_its_holder_and_what_it_says_and_can_be_chosen(asker: Asker) -> None:
    for one in EXPLANATIONS:
        button = asker.panel.choice.buttons[one.id]
        asker.click(button)
        assert asker.scene.explanation == one.id
        assert button.isChecked()
        assert button.accessibleName() == one.id.replace("-", " ")
        assert button.accessibleDescription() == f"{one.who}: {one.says}"
        assert sum(other.isChecked() for other in asker.panel.choice.buttons.values()) == 1


def test_arrows_go_from_one_explanation_to_the_next(asker: Asker) -> None:
    asker.press(asker.panel.choice.buttons["held-down"], Key.Key_Down)
    assert asker.scene.explanation == "filled-in"


# --- a second body ----------------------------------------------------------------------------------------------------


def test_a_second_body_begins_like_the_first_and_the_sliders_move_it(asker: Asker) -> None:
    compare = asker.panel.compare
    asker.click(compare.switch)
    assert asker.scene.compared == DEFAULT
    asker.press(asker.slider("fat"), Key.Key_End)
    assert asker.build == DEFAULT
    assert asker.scene.compared == DEFAULT._replace(fat=fat_range(0.0)[1])
    asker.click(compare.a)
    assert asker.slider("fat").value_text() == "28\u00a0%"
    asker.press(asker.slider("muscle"), Key.Key_Home)
    assert asker.build == DEFAULT._replace(muscle=0.0)
    assert asker.scene.compared.muscle == DEFAULT.muscle


def test_bodies_can_be_swapped_copied_and_the_second_one_taken_away(asker: Asker) -> None:
    compare, other = asker.panel.compare, DEFAULT._replace(tether=0.0)
    asker.navigator.compare(other)
    asker.click(compare.swap)
    assert (asker.build, asker.scene.compared) == (other, DEFAULT)
    asker.navigator.undo()
    assert (asker.build, asker.scene.compared) == (DEFAULT, other)
    asker.click(compare.copy)
    assert asker.scene.compared == DEFAULT
    asker.click(compare.switch)
    assert asker.navigator.scene.compared is None
    assert not compare.swap.isVisible()
    assert not compare.moves_b


def test_the_sentence_speaks_of_both(asker: Asker) -> None:
    asker.navigator.compare(DEFAULT._replace(tether=0.0))
    assert asker.sentence() == (
        "Seen in side light, body A has dents about 2.5 mm deep, easy to see; body B has no dent to be seen."
    )


# --- the sentence -----------------------------------------------------------------------------------------------------

SHARES = st.floats(0, 1)
BUILDS = st.builds(
    lambda sex, full, muscle, tether, carved: Build(sex, 0, muscle, tether, carved)
    ._replace(fat=fat_range(sex)[0] + full * (fat_range(sex)[1] - fat_range(sex)[0]))
    .within_bounds(),
    SHARES, SHARES, SHARES, SHARES, st.booleans(),
)  # fmt: skip
IDS = st.sampled_from([one.id for one in EXPLANATIONS])


def said_mm(text: str) -> float:
    """The depth that a sentence tells: 0 for none, a half for less than one."""
    if "no dent" in text:
        return 0.0
    found = re.search(r"(less than|about) ([\d.]+)\smm", text)
    assert found, text
    return 0.5 if found[1] == "less than" else float(found[2])


@settings(deadline=None)
@given(BUILDS, IDS)
def test_the_sentence_tells_the_depth_to_half_a_millimetre(build: Build, explanation: str) -> None:
    depth = dimple_depth_mm(build, next(one for one in EXPLANATIONS if one.id == explanation))
    told = said_mm(sentence(Scene(WHATIF, build=build, explanation=explanation)))
    assert abs(told - depth) <= 0.5 if depth < 0.75 else abs(told - depth) <= 0.2501


@settings(deadline=None)
@given(BUILDS, SHARES)
def test_held_down_the_sentence_never_tells_less_as_fat_rises_nor_more_when_filled_in(
    build: Build, less: float
) -> None:
    low = fat_range(build.sex)[0]
    lean = build._replace(fat=low + less * (build.fat - low))
    told = [
        [said_mm(sentence(Scene(WHATIF, build=one, explanation=by))) for one in (lean, build)]
        for by in ("held-down", "filled-in")
    ]
    assert told[0][0] <= told[0][1]
    assert told[1][0] >= told[1][1]


@settings(deadline=None)
@given(BUILDS)
def test_without_tether_and_procedure_no_dent_is_told_but_between_muscles(build: Build) -> None:
    bare = Scene(WHATIF, build=build._replace(tether=0.0, carved=False))
    for by in ("held-down", "filled-in"):
        assert sentence(bare._replace(explanation=by)) == "With this build no dent is to be seen."
    assert "deep" in sentence(bare._replace(explanation="between-muscles"))


def test_a_flatter_lamp_shows_more_and_one_in_front_is_named(asker: Asker) -> None:
    asker.navigator.set_lamp(135.0, 75.0)
    assert asker.sentence().endswith("can hardly be seen in light from the front.")
    asker.navigator.set_lamp(135.0, 20.0)
    assert asker.sentence() == "With this build the dents are about 2.5 mm deep and easy to see in side light."


def test_what_it_is_not_stands_always_under_the_sentence(asker: Asker) -> None:
    bar = asker.panel.area.verticalScrollBar()
    for at in (0, bar.maximum()):
        bar.setValue(at)
        QApplication.processEvents()
        for label in (asker.panel.told.sentence, asker.panel.told.note):
            assert label.isVisible()
            assert asker.panel.rect().contains(label.mapTo(asker.panel, label.rect().center()))
    assert asker.panel.told.note.text() == IDEA


def test_where_a_large_sentence_would_take_too_much_of_a_low_panel_it_scrolls_with_the_sliders(asker: Asker) -> None:
    panel, told = asker.panel, asker.panel.told
    panel.resize(430, 720)
    panel.set_look(LIGHT._replace(text_scale=2.0))
    assert not panel.area.isAncestorOf(told)
    asker.navigator.compare(DEFAULT._replace(fat=0.4))
    assert "body B" in asker.sentence()
    QApplication.processEvents()
    assert panel.area.isAncestorOf(told)
    assert told.isVisible()
    assert told.sentence.height() >= told.sentence.heightForWidth(told.width())
    assert panel.head.height() < 0.2 * panel.height()
    asker.navigator.compare(None)
    assert "body B" not in asker.sentence()
    assert not panel.area.isAncestorOf(told)
    panel.resize(430, 560)
    QApplication.processEvents()
    assert panel.area.isAncestorOf(told)
    panel.set_look(LIGHT)
    assert not panel.area.isAncestorOf(told)


def test_a_screen_reader_hears_it_at_most_twice_a_second_and_the_last_one_always(
    asker: Asker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    heard: list[tuple[float, str]] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append((time.monotonic(), event.message().replace("\u00a0", " ")))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    for step in range(40):
        asker.navigator.set_build(DEFAULT._replace(fat=0.14 + 0.0085 * step))
    assert len(heard) == 1
    shown = asker.panel.told.sentence, asker.panel.chart_box.chart
    words = [shown[0].text(), shown[1].accessibleDescription()]  # to be read no more often than heard
    assert words[0].replace("\u00a0", " ") == heard[0][1]
    assert words[1].startswith("14")
    qtbot.waitUntil(lambda: heard[-1][1] == asker.sentence())
    assert shown[1].accessibleDescription().startswith("47")
    qtbot.waitUntil(lambda: not asker.panel.told._rest.isActive())
    assert len(heard) == 2
    assert heard[1][0] - heard[0][0] >= 0.9 * PAUSE_MS / 1000
    assert asker.panel.told.sentence.accessibleName().replace("\u00a0", " ") == heard[-1][1]


@pytest.mark.usefixtures("_fonts")
def test_nothing_is_said_aloud_when_the_panel_opens_or_nothing_changed(
    qtbot: QtBot, atlas: Atlas, navigator: Navigator, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[object] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    asker = asker_of(qtbot, atlas, navigator)
    asker.navigator.show_labels(True)
    assert not [event for event in heard if isinstance(event, QAccessibleAnnouncementEvent)]


# --- rules ------------------------------------------------------------------------------------------------------------


def test_a_badge_opens_in_place_and_shows_what_the_rule_is_read_from(asker: Asker, atlas: Atlas) -> None:
    asker.settle()
    button = asker.panel.page.buttons.over("claim:c22")
    assert button
    button.click()
    asker.settle()
    assert asker.scene.opened == ("c22",)
    words = asker.panel.page.text()
    assert "The rule is read from:" in words
    assert " ".join(atlas.claims["c22"].text.split()) in words


def test_a_link_leads_to_the_entry_with_the_badge_open_and_the_body_as_it_is(asker: Asker) -> None:
    asker.press(asker.slider("fat"), Key.Key_End)
    asker.settle()
    button = asker.panel.page.buttons.over("dimples:body-fat?opened=c22")
    assert button
    button.click()
    scene = from_link(asker.followed[-1])
    assert (scene.name, scene.opened, scene.build) == ("body-fat", ("c22",), asker.build)


def test_the_rules_follow_the_explanation_and_stay_while_sliders_move(asker: Asker) -> None:
    page = asker.panel.page
    assert "More fat around that point makes the dent deeper." in page.text()
    leaf = page.leaf
    asker.press(asker.slider("fat"), Key.Key_End)
    assert page.leaf is leaf
    asker.click(asker.panel.choice.buttons["between-muscles"])
    assert "More fat makes it softer and wider. illustrative" in page.text()


def test_the_page_of_rules_is_as_high_as_its_words(asker: Asker) -> None:
    for width in (420, 700, 380):
        asker.panel.resize(width, 760)
        asker.settle()
        page = asker.panel.page
        assert page.height() == pytest.approx(page.document().size().height(), abs=1)
        assert page.verticalScrollBar().maximum() <= 1


# --- how it looks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_is_wider_than_the_panel_or_covers_another(asker: Asker, look: Look, percent: int) -> None:
    panel = asker.panel
    asker.navigator.compare(DEFAULT.with_sex(0.3))
    panel.set_look(look._replace(text_scale=percent / 100))
    panel.resize(panel.minimumWidth(), 700)
    for _ in range(4):
        QApplication.processEvents()
    assert panel.minimumWidth() <= 500
    assert panel.area.horizontalScrollBar().maximum() == 0
    crowd = [*panel.controls.presets, *panel.controls.sliders.values(), panel.controls.carved, panel.compare.switch]
    crowd += [panel.compare.a, panel.compare.b, panel.compare.swap, panel.compare.copy]
    crowd += [*panel.choice.buttons.values(), panel.chart_box.chart, panel.chart_box.unfold]
    inside = panel.area.widget()
    assert inside
    rects: list[QRect] = []
    for widget in crowd:
        rect = widget.rect().translated(widget.mapTo(inside, QPoint()))
        assert 0 <= rect.left() < rect.right() < inside.width()
        if widget.hasHeightForWidth():
            assert rect.height() >= widget.heightForWidth(rect.width()) - 1, widget
        assert not [other for other in rects if other.intersects(rect)]
        rects.append(rect)


@pytest.mark.usefixtures("_fonts")
def test_all_its_words_can_be_translated(qtbot: QtBot, atlas: Atlas, navigator: Navigator) -> None:
    app = QApplication.instance()
    assert app
    translator = PseudoTranslator(app)
    app.installTranslator(translator)
    try:
        asker = asker_of(qtbot, atlas, navigator)
        asker.navigator.compare(DEFAULT._replace(tether=0.0))
        asker.panel.chart_box.unfold.click()
        texts = [label.text() for label in asker.panel.findChildren(QLabel)]
        for widget in asker.panel.findChildren(QWidget):
            texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        texts += [button.text() for button in (*asker.panel.controls.presets, asker.panel.reset)]
        own = {one.who for one in EXPLANATIONS}
        known = {claim.text for claim in atlas.claims.values()} | {"qt_scrollarea_viewport"}
        plain = [
            text
            for text in texts
            if any(letter.isalpha() for letter in text)
            and not is_pseudo(text)
            and not any(
                part in text for part in (*known, *own, *(claim.popular or "?" for claim in atlas.claims.values()))
            )
        ]
        assert plain == []
    finally:
        app.removeTranslator(translator)
