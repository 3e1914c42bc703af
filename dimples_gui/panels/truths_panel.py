"""The panel “Is it true?”: popular sentences one at a time, what the reader says and how sure, and what is known."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dimples_gui.atlas.decide import Truth, decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import announce
from dimples_gui.panels.leaf import Leaf, plain
from dimples_gui.panels.truths_ask import Ask
from dimples_gui.panels.truths_diagram import Diagram
from dimples_gui.panels.truths_frame import ENTER, QuestionFrame, mute, wrapped
from dimples_gui.panels.truths_round import Round, Said
from dimples_gui.panels.truths_words import (
    LOOK_AGAIN,
    asked_leaf,
    known,
    review_leaf,
    told_leaf,
    went_leaf,
    you_said,
)
from dimples_gui.scene import TRUTHS, Scene
from dimples_gui.theme import Look


class TruthsPanel(QuestionFrame):
    """Holds the round, as long as the window is there."""

    def __init__(self, atlas: Atlas, look: Look) -> None:
        super().__init__(atlas, look, self.tr("Is it true?"))
        self.round = Round(decide_of(atlas.decide).truths)
        self._opened: tuple[str, ...] = ()  # what the scene asked for last
        self.page = self.new_page()
        self.ask, self.diagram, self.legend = Ask(look), Diagram(look), wrapped()
        on_line = self.tr("On the broken line you are right as often as you are sure.")
        self.legend.setText(f"{on_line} {self.tr('Below it, you are less often right.')}")
        self.put(self.ask, self.diagram, self.legend)
        self.review = self.new_page()
        self.close_column()
        self.main = self.new_button("", self.tr("What is known of this sentence"), self._on_main)
        self.back = self.new_button(self.tr("Back"), self.tr("The sentence before"), lambda: self._step(-1))
        self.skip = self.new_button(self.tr("Skip"), self.tr("Leave this sentence out for now"), lambda: self._step(1))
        self.went = self.new_button(
            self.tr("How it went so far"), self.tr("How often you were right when you felt sure"), self._on_went
        )
        self.again = self.new_button(
            self.tr("Start again"), self.tr("Forget all answers and begin anew"), self._on_again
        )
        self.set_look(look)
        self._show()

    # --- following ------------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """A link may ask for one of the sentences, by its id."""
        if scene.name == TRUTHS and scene.opened != self._opened:
            self._opened = scene.opened
            if scene.opened and self.round.go_to(scene.opened[0]):
                self._show()

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        super().set_look(look)
        self.ask.set_look(look)
        self.diagram.set_look(look)
        mute(self.legend, look)

    # --- what is shown --------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """The sentence that is asked or answered; at the end, how it went."""
        truth, said = self.round.current, self.round.answered
        asks, at_end = bool(truth and not said), truth is None
        self.ask.setVisible(asks)
        self._show_end(shown=at_end)
        if not self.round.truths:
            self._show_nothing()
        elif truth and said:
            self.page.show_words(lambda opened: told_leaf(self._atlas, truth, said, opened), (truth.claim,))
        elif truth:
            self.ask.begin()
            self.page.show_words(lambda _opened: asked_leaf(truth))
        self._show_buttons(asks=asks, at_end=at_end)

    def _show_end(self, *, shown: bool) -> None:
        """How it went, or not."""
        told = shown and self.round.can_be_told
        self.diagram.setVisible(told)
        self.legend.setVisible(told)
        self.review.setVisible(shown and bool(self.round.truths))
        if told:
            self.diagram.show_tallies(self.round.tallies())
        if shown and self.round.truths:
            self.page.show_words(lambda _opened: went_leaf(self.round))
            self.review.show_words(lambda _opened: review_leaf(self.round))

    def _show_nothing(self) -> None:
        words = self.tr("This content holds no sentences for this page.")
        self.page.show_words(lambda _opened: Leaf(TRUTHS, self.title.text(), (plain("text", words),)))

    def _show_buttons(self, *, asks: bool, at_end: bool) -> None:
        number, many, some = self.round.at + 1, len(self.round.truths), bool(self.round.said)
        count = self.tr("{number} of {many}").format(number=number, many=many)
        self.count.setText("" if at_end else count)
        named = (self.tr("Next"), self.tr("The next sentence"))
        if asks:
            named = (self.tr("See what is known"), self.tr("What is known of this sentence"))
        elif at_end:
            named = (self.tr("Go on"), self.tr("A sentence without an answer"))
        self.main.setText(named[0])
        self.main.setToolTip(named[1])
        self.main.setVisible(not at_end or self.round.waiting)
        self.skip.setVisible(asks)
        self.back.setVisible(self.round.at > 0)
        self.went.setVisible(not at_end and self.round.can_be_told)
        self.again.setVisible(some)
        self.setFocusProxy(self._first())

    # --- the reader -----------------------------------------------------------------------------------------------

    def _on_main(self) -> None:
        """Answer, or go on."""
        truth, said = self.round.current, self.ask.said()
        if not truth:
            self._go_on()
        elif self.round.answered:
            self._step(1)
        elif said:
            self._tell(truth, said)
        else:
            announce(self.ask, self.ask.remind())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, truth: Truth, said: Said) -> None:
        """Take the answer, and say what is known."""
        held = self.has_keyboard()
        self.round.say(said)
        self._show()
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()
        announce(self.page, f"{known(truth)} {you_said(said)}")

    def _step(self, by: int) -> None:
        held = self.has_keyboard()
        self.round.step(by)
        self._show_anew(held=held)

    def _go_on(self) -> None:
        held = self.has_keyboard()
        self.round.go_on()
        self._show_anew(held=held)

    def _on_went(self) -> None:
        held = self.has_keyboard()
        self.round.finish()
        self._show_anew(held=held)

    def _on_again(self) -> None:
        held = self.has_keyboard()
        self.round.begin_again()
        self._show_anew(held=held)

    def follow(self, link: str) -> None:
        """A link to a sentence of the round is followed here."""
        if link.startswith(LOOK_AGAIN) and self.round.go_to(link.removeprefix(LOOK_AGAIN)):
            self._show_anew(held=self.has_keyboard())
        else:
            super().follow(link)

    def _show_anew(self, *, held: bool) -> None:
        """Show where the reader is now; the keyboard goes where it is likely to be wanted, and it is read out."""
        self._show()
        announce(self.page, self.page.text())
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()

    def _first(self) -> QWidget:
        """What is likely to be wanted: the first answer; where there is none to give, the next step."""
        if not self.ask.isHidden():
            return next(iter(self.ask.answers.dots.values()))
        return self.page if self.main.isHidden() else self.main

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures choose, Enter goes on."""
        if self.ask.isVisible() and self.ask.take_key(event.text()):
            return
        if event.key() in ENTER and self.main.isVisible():
            self._on_main()
        else:
            super().keyPressEvent(event)
