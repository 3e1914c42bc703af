"""Asks for an answer, and for how sure the reader is of it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from dimples_gui.panels.truths_frame import ENTER, mute, wrapped
from dimples_gui.panels.truths_round import ANSWERS, SURENESS, Said
from dimples_gui.panels.truths_words import answer_word, sure_choice
from dimples_gui.panels.whatif_buttons import Dot
from dimples_gui.panels.whatif_fonts import heading_font
from dimples_gui.theme import Look

GAP_PX = 10


class KeyDot(Dot):
    """A dot with the key that chooses it. Enter is for whom it lies in: it says that all has been chosen."""

    def __init__(self, key: str, text: str, tip: str, look: Look) -> None:
        super().__init__(f"{key}  {text}", tip, look)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not Enter, which some desktops have check a button."""
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Dots(QWidget):
    """A question with the dots that answer it; none is chosen at first."""

    def __init__(self, question: str, choices: Iterable[tuple[str, KeyDot]], look: Look) -> None:
        super().__init__()
        self.setAccessibleName(question)
        self.heading, self.dots = wrapped(question), dict(choices)
        self.group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        for dot in self.dots.values():
            self.group.addButton(dot)
            column.addWidget(dot)

    def chosen(self) -> str:
        """What is chosen; empty if nothing is."""
        return next((name for name, dot in self.dots.items() if dot.isChecked()), "")

    def choose(self, name: str) -> None:
        """Choose one; nothing, if there is none of that name. Tab comes to the chosen one, else to the first."""
        stop = name or next(iter(self.dots))
        self.group.setExclusive(False)
        for own, dot in self.dots.items():
            dot.setChecked(own == name)
            dot.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own == stop else Qt.FocusPolicy.ClickFocus)
        self.group.setExclusive(True)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self.heading.setFont(heading_font(look))
        for dot in self.dots.values():
            dot.set_look(look)


class Ask(QWidget):
    """True, false, or nobody knows; and how sure: a guess, unless the reader says more."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        answers = {name: answer_word(name) for name in ANSWERS}
        degrees = {name: sure_choice(name) for name in SURENESS}
        tips = (self.tr("Say so"), self.tr("How often you expect to be right when you are as sure as this"))
        keys = iter("123456")
        self.answers = Dots(self.tr("What do you say?"), _made(answers, keys, tips[0], look), look)
        self.sure = Dots(self.tr("How sure are you?"), _made(degrees, keys, tips[1], look), look)
        self.hint = wrapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        for part in (self.answers, self.sure, self.hint):
            column.addWidget(part)
        self.by_key: dict[str, Callable[[], None]] = {}
        for dots in (self.answers, self.sure):
            for name, dot in dots.dots.items():
                self.by_key[dot.text()[0]] = partial(self._choose, dots, name)
                dot.toggled.connect(self.changed)
        self.begin()

    def begin(self) -> None:
        """Nothing is said yet."""
        self.answers.choose("")
        self.sure.choose(next(iter(SURENESS)))
        meant, keys = (
            self.tr("The per cent say how often you expect to be right."),
            self.tr("Keys: 1 to 6, then Enter."),
        )
        self.hint.setText(f"{meant} {keys}")

    def said(self) -> Said | None:
        """What is chosen; None without an answer."""
        answer = self.answers.chosen()
        return Said(answer, self.sure.chosen()) if answer else None

    def remind(self) -> str:
        """Say that there is no answer yet; in which words."""
        self.hint.setText(self.tr("Choose one of the three answers first."))
        return self.hint.text()

    def take_key(self, text: str) -> bool:
        """Choose by a figure; whether it stands for something."""
        if text not in self.by_key:
            return False
        self.by_key[text]()
        return True

    def _choose(self, dots: Dots, name: str) -> None:
        dots.choose(name)
        dots.dots[name].setFocus()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self.answers.set_look(look)
        self.sure.set_look(look)
        mute(self.hint, look)


def _made(words: dict[str, str], keys: Iterable[str], tip: str, look: Look) -> list[tuple[str, KeyDot]]:
    """A dot for each word, with the next key."""
    return [(name, KeyDot(key, word, tip, look)) for (name, word), key in zip(words.items(), keys, strict=False)]
