"""What both rounds of questions stand in: a title, words and controls that scroll, and buttons always in reach."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import RING_PX, FocusRing
from dimples_gui.panels.copying import Copying
from dimples_gui.panels.leaf import COPY, SCHEME, TOGGLE, Leaf
from dimples_gui.panels.page_area import PageArea
from dimples_gui.panels.sheet import LEAST_MARGIN_PX, LETTERS_A_LINE
from dimples_gui.panels.typesetter import Typesetter
from dimples_gui.panels.whatif_buttons import Pill
from dimples_gui.panels.whatif_flow import Flow
from dimples_gui.panels.whatif_fonts import TITLE, heading_font
from dimples_gui.panels.whatif_page import RulesPage
from dimples_gui.theme import Look, reading_font

LEAST_PX, MOST_GROWTH = 380, 1.25  # at text of 100 %; of that width with the text
SIDE_PX, GAP_PX = 22, 12
SMALL_POINTS = 10.5
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPill(Pill):
    """A push button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what space does."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class AnswerPage(RulesPage):
    """Words with badges that open in place; which are open is the page's own affair."""

    link_clicked = Signal(str)  # a dimples: link
    web_clicked = Signal(str)  # a web address
    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, atlas: Atlas, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._make: Callable[[tuple[str, ...]], Leaf] | None = None
        self._opened: tuple[str, ...] = ()  # claims
        self._copying = Copying(atlas, self)
        self._copying.copied.connect(self.copied)
        self.followed.connect(self._on_followed)

    def show_words(self, make: Callable[[tuple[str, ...]], Leaf], opened: tuple[str, ...] = ()) -> None:
        """Show what `make` says, given the claims whose badges are open."""
        self._make, self._opened = make, opened
        self.set_leaf(make(opened))

    def _on_followed(self, href: str) -> None:
        """Do what a link stands for, or ask for it."""
        if href.startswith(TOGGLE) and self._make:
            claim = href.removeprefix(TOGGLE)
            kept = tuple(key for key in self._opened if key != claim)
            self.show_words(self._make, kept if claim in self._opened else (*kept, claim))
        elif href.startswith(COPY):
            self._copying.copy_claim(href.removeprefix(COPY))
        elif href.startswith(SCHEME):
            self.link_clicked.emit(href)
        else:
            self.web_clicked.emit(href)


class Inside(QWidget):
    """What scrolls."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell."""
        super().resizeEvent(event)
        self.resized.emit()


class QuestionFrame(QWidget):
    """Title and count over what scrolls, the buttons below it."""

    link_clicked = Signal(str)  # a dimples: link
    web_clicked = Signal(str)  # a web address
    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, atlas: Atlas, look: Look, title: str) -> None:
        super().__init__()
        self._atlas, self._look = atlas, look
        self.title, self.count = wrapped(title), QLabel()
        self.area, self.inside, self.foot = PageArea(look), Inside(), QWidget()
        self._rules = (QFrame(), QFrame())
        self._boxes: list[QWidget] = []  # what is padded
        self._letter = 0.0  # width of one, px
        self._column = QVBoxLayout(self.inside)
        self._lay_out()
        self._rings = (FocusRing(self.inside, look), FocusRing(self.foot, look))
        self.inside.resized.connect(self._pad)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self) -> None:
        first = self._head = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        self._around, row = QVBoxLayout(self.foot), QWidget()
        self._around.addWidget(row)
        self._buttons = Flow(row)
        self._column.setContentsMargins(0, 0, 0, GAP_PX)
        self._column.setSpacing(0)
        self.area.setWidget(self.inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        for part, stretch in ((self._rules[0], 0), (self.area, 1), (self._rules[1], 0), (self.foot, 0)):
            column.addWidget(part, stretch)
        for rule in self._rules:
            rule.setFixedHeight(1)
            rule.setAutoFillBackground(True)
        self.setAutoFillBackground(True)

    # --- filling it -----------------------------------------------------------------------------------------------

    def new_page(self) -> AnswerPage:
        """Words, below what is there already."""
        page = AnswerPage(self._atlas, self._look)
        page.link_clicked.connect(self.follow)
        page.web_clicked.connect(self.web_clicked)
        page.copied.connect(self.copied)
        self._column.addWidget(page)
        return page

    def follow(self, link: str) -> None:
        """Ask for what a dimples: link leads to."""
        self.link_clicked.emit(link)

    def put(self, *widgets: QWidget) -> None:
        """Widgets, below what is there already, as wide as the words."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX // 2)
        for widget in widgets:
            column.addWidget(widget)
        self._boxes.append(box)
        self._column.addWidget(box)

    def new_button(self, text: str, tip: str, call: Callable[[], None]) -> EnterPill:
        """A button below, after those that are there already."""
        button = EnterPill(text, tip, self._look)
        button.clicked.connect(lambda _on=False: call())
        self._buttons.addWidget(button)
        return button

    def close_column(self) -> None:
        """Nothing follows; what there is stands at the top."""
        self._column.addStretch(1)

    # --- how it looks ---------------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        self._look = look
        self.area.set_look(look)
        self.setPalette(_paper(self.palette(), look, look.text))
        for rule in self._rules:
            ruled = rule.palette()
            ruled.setColor(QPalette.ColorRole.Window, QColor(look.rule))
            rule.setPalette(ruled)
        self._letter = Typesetter(look).letter
        self.title.setFont(heading_font(look, TITLE))
        mute(self.count, look)
        for part in self.findChildren(QWidget):
            if isinstance(part, AnswerPage | EnterPill | FocusRing):
                part.set_look(look)
        self.setMinimumWidth(round(LEAST_PX * min(max(look.text_scale, 1.0), MOST_GROWTH)))
        self._pad()

    def _pad(self) -> None:
        """What is padded begins where the words begin."""
        spare = self.area.viewport().width() - LETTERS_A_LINE * self._letter
        beside = int(max(LEAST_MARGIN_PX, spare / 2))
        for box in self._boxes:
            box.setContentsMargins(beside, 0, beside, 0)
        self._head.setContentsMargins(beside, GAP_PX, beside, GAP_PX // 2)
        self._around.setContentsMargins(beside, GAP_PX, beside, GAP_PX)

    # --- the reader -----------------------------------------------------------------------------------------------

    def has_keyboard(self) -> bool:
        """Whether the keyboard is somewhere in here."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A control that has the keyboard is to be seen; words are scrolled as one reads."""
        if now is not None and any(box.isAncestorOf(now) for box in self._boxes):
            self.area.ensureWidgetVisible(now, 0, round(2 * RING_PX + GAP_PX))

    def to_top(self) -> None:
        """Show what stands first: what is asked or told is to be read, wherever the keyboard is."""
        bar = self.area.verticalScrollBar()
        bar.setValue(0)
        QTimer.singleShot(0, bar, lambda: bar.setValue(0))  # when all is in its place


def wrapped(text: str = "") -> QLabel:
    """A label whose words go on in another line, and that never asks for more room than there is."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    return label


def mute(label: QLabel, look: Look, points: float = SMALL_POINTS) -> None:
    """Set a label in small words of less weight."""
    label.setFont(reading_font(look, points))
    label.setPalette(_paper(label.palette(), look, look.muted))


def _paper(palette: QPalette, look: Look, words: str) -> QPalette:
    """A palette with the look's page behind words of a colour."""
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, look.page), (roles.WindowText, words), (roles.Text, words), (roles.Base, look.page),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    return palette
