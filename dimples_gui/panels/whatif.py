"""The panel that asks what if: one body or two, three explanations, what one sees, and the rules behind it."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.body.build import DEFAULT, Build
from dimples_gui.body.explanation import DRAWN
from dimples_gui.overlay import FocusRing
from dimples_gui.panels.chart_box import ChartBox
from dimples_gui.panels.chart_curves import MARKS
from dimples_gui.panels.copying import Copying
from dimples_gui.panels.leaf import COPY, SCHEME, TOGGLE
from dimples_gui.panels.page_area import PageArea
from dimples_gui.panels.whatif_choice import Choice
from dimples_gui.panels.whatif_compare import Compare
from dimples_gui.panels.whatif_controls import Controls
from dimples_gui.panels.whatif_fonts import heading_font
from dimples_gui.panels.whatif_head import GAP_PX, SIDE_PX, Head
from dimples_gui.panels.whatif_page import RulesPage
from dimples_gui.panels.whatif_rules import rules_leaf, with_body
from dimples_gui.panels.whatif_words import sentence
from dimples_gui.scene import WHATIF, Scene
from dimples_gui.theme import Look

LEAST_PX, MOST_GROWTH = 380, 1.25  # at text of 100 %; of that width with the text
HEADING_GAP_PX = 8


class WhatIfPanel(QWidget):
    """Follows the scene, and asks for other builds, another explanation, a second body."""

    build_wanted = Signal(object)  # Build
    compared_wanted = Signal(object)  # Build, or None for no second body
    explanation_wanted = Signal(str)
    drag_begun = Signal()  # all that is wanted until the end is one act
    drag_ended = Signal()
    claim_toggled = Signal(str)
    link_clicked = Signal(str)  # a dimples: link
    web_clicked = Signal(str)  # a web address
    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self._look = atlas, look
        self._scene: Scene | None = None
        self._padded = QVBoxLayout()  # what scrolls, but for the rules
        self.head = Head(look, self._padded)
        self.told, self.reset = self.head.told, self.head.reset
        self.choice, self.controls, self.compare = Choice(look), Controls(look), Compare(look)
        verdicts = {mark.claim: atlas.claims[mark.claim].verdict for mark in MARKS if mark.claim in atlas.claims}
        self.chart_box = ChartBox(look, verdicts)
        self.page = RulesPage(look)
        self.copying = Copying(atlas, self.page)
        self.headings = [QLabel(), QLabel(self.tr("What makes the dent?"))]
        self.area, self._inside, self._rule = PageArea(look), QWidget(), QFrame()
        self._lay_out()
        self._ring = FocusRing(self._inside, look)
        self._connect()
        self.set_look(look)

    def _lay_out(self) -> None:
        """Title, sentence and what it is not always in view; all else scrolls under them."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        self._rule.setFixedHeight(1)
        self._rule.setAutoFillBackground(True)
        column.addWidget(self._rule)
        column.addWidget(self.area, 1)
        self._fill_area()
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.controls.sliders["sex"])
        self.setTabOrder(self.reset, self.controls.presets[0])

    def _fill_area(self) -> None:
        """What scrolls."""
        padded = self._padded
        padded.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        padded.setSpacing(GAP_PX // 2)
        for widget in (self.headings[0], self.controls, self.compare, self.headings[1], self.choice, self.chart_box):
            padded.addWidget(widget)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, GAP_PX // 2, 0, GAP_PX)
        inside.setSpacing(GAP_PX)
        inside.addLayout(padded)
        inside.addWidget(self.page)
        inside.addStretch(1)
        self.area.setWidget(self._inside)

    def _connect(self) -> None:
        self.choice.explanation_wanted.connect(self.explanation_wanted)
        self.reset.clicked.connect(self._on_reset)
        self.controls.build_wanted.connect(self._ask_for)
        self.chart_box.chart.fat_wanted.connect(
            lambda fat: self._ask_for(self._moved._replace(fat=fat).within_bounds())
        )
        for source in (self.controls, self.chart_box.chart):
            source.drag_begun.connect(self.drag_begun)
            source.drag_ended.connect(self.drag_ended)
        self.chart_box.chart.mark_clicked.connect(self._on_mark)
        self.compare.switched.connect(self._on_switched)
        self.compare.moved_changed.connect(self._show_moved)
        for moment in (self.compare.moved_changed, self.told.told):
            moment.connect(self.chart_box.chart.describe)
        self.told.told.connect(lambda: self.head.fit(self.size()))
        self.compare.swap_wanted.connect(self._on_swap)
        self.compare.copy_wanted.connect(lambda: self.compared_wanted.emit(self._shown.build))
        self.page.followed.connect(self._on_followed)
        self.copying.copied.connect(self.copied)

    # --- following the scene --------------------------------------------------------------------------------------

    @property
    def _shown(self) -> Scene:
        return self._scene or Scene()

    @property
    def _moved(self) -> Build:
        """The body that the sliders move."""
        return (self.compare.moves_b and self._shown.compared) or self._shown.build

    def show_scene(self, scene: Scene) -> None:
        """Show the scene's bodies; the sentence is heard unless the panel has only just been opened."""
        before, self._scene = self._scene, scene
        news = before is None or _seen(before) != _seen(scene)
        if before is None or _plan(before) != _plan(scene):
            self.compare.show_on(on=scene.compared is not None)
            self.choice.show_explanation(scene.explanation)
        if news:
            self._show_moved()
        if news or (before and before.lamp != scene.lamp):
            aloud = before is not None and before.name == WHATIF
            self.told.say(partial(sentence, scene), lines=3 if scene.compared else 2, aloud=aloud)
        if before is None or _words_of(before) != _words_of(scene):
            self.page.set_leaf(rules_leaf(self._atlas, scene))

    def _show_moved(self) -> None:
        """Sliders and chart stand for the body that is moved."""
        names = (self.tr("Body A"), self.tr("Body B")) if self._shown.compared else (self.tr("The body"),)
        self.headings[0].setText(names[self.compare.moves_b])
        self.controls.show_build(self._moved)
        self.chart_box.show_scene(self._shown, self._moved)

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        self._look = look
        self.area.set_look(look)
        self.setPalette(_paper(self.palette(), look))
        ruled = self._rule.palette()
        ruled.setColor(QPalette.ColorRole.Window, QColor(look.rule))
        self._rule.setPalette(ruled)
        for heading in self.headings:
            heading.setWordWrap(True)
            heading.setFont(heading_font(look))
            heading.setContentsMargins(0, round(HEADING_GAP_PX * look.text_scale**0.5), 0, 0)
        for part in (
            self.head,
            self.choice,
            self.controls,
            self.compare,
            self.chart_box,
            self.page,
            self._ring,
        ):
            part.set_look(look)
        self.setMinimumWidth(round(LEAST_PX * min(max(look.text_scale, 1.0), MOST_GROWTH)))

        self.head.fit(self.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence may scroll in a low panel."""
        super().resizeEvent(event)
        self.head.fit(event.size())

    # --- asking ---------------------------------------------------------------------------------------------------

    def _ask_for(self, build: Build) -> None:
        if self.compare.moves_b:
            self.compared_wanted.emit(build)
        else:
            self.build_wanted.emit(build)

    def _on_switched(self, on: bool) -> None:  # noqa: FBT001  # connected to QCheckBox.toggled
        self.compared_wanted.emit(self._shown.build if on else None)

    def _on_swap(self) -> None:
        a, b = self._shown.build, self._shown.compared
        self.drag_begun.emit()
        self.build_wanted.emit(b)
        self.compared_wanted.emit(a)
        self.drag_ended.emit()

    def _on_reset(self) -> None:
        self.drag_begun.emit()
        self.build_wanted.emit(DEFAULT)
        self.explanation_wanted.emit(DRAWN.id)
        self.compared_wanted.emit(None)
        self.drag_ended.emit()

    # --- words ----------------------------------------------------------------------------------------------------

    def _on_mark(self, claim: str) -> None:
        """Open why a popular figure is best left aside, and bring it into view."""
        if claim not in self._shown.opened:
            self.claim_toggled.emit(claim)
        QTimer.singleShot(0, self, lambda: self._scroll_to(claim))  # when all is in its place

    def _scroll_to(self, claim: str) -> None:
        self.area.verticalScrollBar().setValue(self.page.y() + self.page.top_of(claim) - 2 * GAP_PX)

    def _on_followed(self, href: str) -> None:
        """Ask for what a link stands for."""
        if href.startswith(TOGGLE):
            self.claim_toggled.emit(href.removeprefix(TOGGLE))
        elif href.startswith(COPY):
            self.copying.copy_claim(href.removeprefix(COPY))
        elif href.startswith(SCHEME):
            self.link_clicked.emit(with_body(href, self._shown, self._atlas))
        else:
            self.web_clicked.emit(href)


def _seen(scene: Scene) -> tuple[object, ...]:
    """What of a scene the sliders show."""
    return scene.build, scene.compared, scene.explanation


def _plan(scene: Scene) -> tuple[object, ...]:
    """What of a scene decides which controls there are."""
    return scene.compared is not None, scene.explanation


def _words_of(scene: Scene) -> tuple[object, ...]:
    """What of a scene the words of the rules depend on."""
    return scene.explanation, scene.opened


def _paper(palette: QPalette, look: Look) -> QPalette:
    """A palette with the look's page behind the words."""
    for role, colour in (
        (QPalette.ColorRole.Window, look.page), (QPalette.ColorRole.WindowText, look.text),
        (QPalette.ColorRole.Text, look.text), (QPalette.ColorRole.Base, look.page),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    return palette
