"""The panel “Find it”: a spot is named, the reader points at it on the plate, and sees how far off that was."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dimples_gui.atlas.decide import Hunt, decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.overlay import announce
from dimples_gui.panels.find_fields import Fields
from dimples_gui.panels.find_hunt import Search, Try
from dimples_gui.panels.find_words import found_leaf, off_words, sought_leaf, went_leaf
from dimples_gui.panels.leaf import Leaf, plain
from dimples_gui.panels.truths_frame import ENTER, QuestionFrame
from dimples_gui.scene import FIND, Scene
from dimples_gui.theme import Look


class FindPanel(QuestionFrame):
    """Holds the search, as long as the window is there; asks the plate for what it needs."""

    hunt_wanted = Signal(object)  # Hunt: its layer is to be shown without names; None for the plate as it was
    marked = Signal(float, float)  # where the reader's mark is, mm
    solved = Signal(object)  # Hunt: its true place may be shown

    def __init__(self, atlas: Atlas, look: Look) -> None:
        super().__init__(atlas, look, self.tr("Find it"))
        self.finding = decide_of(atlas.decide).finding
        self.search = Search(self.finding.hunts)
        self.page = self.new_page()
        self.fields = Fields(atlas.plate, look)
        self.put(self.fields)
        self.close_column()
        self.main = self.new_button("", "", self._on_main)
        self.skip = self.new_button(self.tr("Skip"), self.tr("Leave this spot out"), lambda: self._step(1))
        self.again = self.new_button(self.tr("Start again"), self.tr("Forget all marks and begin anew"), self._on_again)
        self.fields.marked.connect(self.marked)
        self.set_look(look)
        self._show()

    # --- following ------------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """What is sought is the panel's own affair."""

    def set_look(self, look: Look) -> None:
        """Wear other colours, or another size of text."""
        super().set_look(look)
        self.fields.set_look(look)

    def show_pointed(self, x_mm: float, y_mm: float) -> None:
        """The reader pointed there on the plate; only the first time counts."""
        hunt = self.search.current
        if hunt and self.search.point(x_mm, y_mm):
            self.fields.show_place(x_mm, y_mm)
            self.marked.emit(x_mm, y_mm)
            self._tell(hunt, self.search.tried[self.search.at])

    def showEvent(self, event: QShowEvent) -> None:
        """The plate is wanted for what is sought, once all that shows the scene has followed."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._ask_the_plate)

    def hideEvent(self, event: QHideEvent) -> None:
        """The plate is free again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hunt_wanted.emit(None)

    def _ask_the_plate(self) -> None:
        """Have what is sought, or what was found, shown there."""
        if not self.isVisible():
            return
        hunt = self.search.current
        self.hunt_wanted.emit(hunt)
        if hunt and self.search.result:
            self.marked.emit(*self.search.pointed[self.search.at])
            self.solved.emit(hunt)

    # --- what is shown --------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """What is sought; how far off the reader was; at the end, how it went."""
        search, hunt = self.search, self.search.current
        tried = search.result
        self.fields.setVisible(bool(hunt and not tried))
        if not search.hunts:
            words = self.tr("This content names no spots to find.")
            self.page.show_words(lambda _opened: Leaf(FIND, self.title.text(), (plain("text", words),)))
        elif hunt and tried:
            self.page.show_words(lambda opened: found_leaf(self._atlas, self.finding, hunt, tried, opened))
        elif hunt:
            self.fields.begin()
            self.page.show_words(lambda _opened: sought_leaf(hunt))
        else:
            self.page.show_words(lambda opened: went_leaf(self._atlas, self.finding, search, opened))
        self._show_buttons(hunt, tried)

    def _show_buttons(self, hunt: Hunt | None, tried: Try | None) -> None:
        count = self.tr("{number} of {many}").format(number=self.search.at + 1, many=len(self.search.hunts))
        self.count.setText(count if hunt else "")
        named = (self.tr("Next spot"), self.tr("The next spot to find"))
        if not tried:
            named = (self.tr("It is there"), self.tr("The small cross is where I think it is"))
        self.main.setText(named[0])
        self.main.setToolTip(named[1])
        self.main.setVisible(hunt is not None)
        self.skip.setVisible(bool(hunt and not tried))
        self.again.setVisible(bool(self.search.tried))
        self.setFocusProxy(self._first())

    def _first(self) -> QWidget:
        """What is likely to be wanted by keyboard."""
        if not self.fields.isHidden():
            return self.fields.across
        return self.page if self.main.isHidden() else self.main

    # --- the reader -----------------------------------------------------------------------------------------------

    def _on_main(self) -> None:
        """Take the mark, or go on."""
        if self.search.result:
            self._step(1)
        elif self.fields.is_set:
            self.show_pointed(*self.fields.place())
        else:
            self.fields.told.setText(self.tr("Point at the plate, or set the two figures first."))
            announce(self.fields, self.fields.told.text())
            self.fields.across.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, hunt: Hunt, tried: Try) -> None:
        """Say how far off it was, and let the true place be shown."""
        held = self.has_keyboard()
        self._show()
        self.solved.emit(hunt)
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()
        announce(self.page, off_words(tried))

    def _step(self, by: int) -> None:
        held = self.has_keyboard()
        self.search.step(by)
        self._show_anew(held=held)

    def _on_again(self) -> None:
        held = self.has_keyboard()
        self.search.begin_again()
        self._show_anew(held=held)

    def _show_anew(self, *, held: bool) -> None:
        """Show where the reader is now, on the plate too, and read it out."""
        self._show()
        self._ask_the_plate()
        announce(self.page, self.page.text())
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in ENTER and self.main.isVisible():
            self._on_main()
        else:
            super().keyPressEvent(event)
