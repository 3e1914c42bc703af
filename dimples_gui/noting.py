"""Which note belongs to the open entry, and when it is written: within a second of a key, whatever comes then."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from dimples_gui.errors import KeepError

if TYPE_CHECKING:
    from dimples_gui.keeping import Keeping
    from dimples_gui.main_window import MainWindow
    from dimples_gui.panels.notes_slip import NoteSlip
    from dimples_gui.scene import Scene
    from dimples_gui.theme import Look

WRITTEN_AFTER_MS = 400  # of the first key that is not on disk yet, though more keys follow
TRIED_AGAIN_MS = 2000  # after the disk has failed
LOOKED_UP_AFTER_MS = 250  # of the start: the first paint does not wait for a database


class Noting(QObject):
    """Between the slip of the panel and the keep. What can't be written stays in the editor, and is tried again."""

    def __init__(self, window: MainWindow, keeping: Keeping) -> None:
        super().__init__(window)
        self._window, self._keeping = window, keeping
        self._entry = ""
        self._is_read = False  # the note to it has been
        self._may_look = False  # the start is over
        self.unwritten: dict[str, str] = {}  # texts by their entries
        self._later, self._start = _single_shot(self), _single_shot(self)
        self._later.timeout.connect(self.write)
        self._start.timeout.connect(self._look_up)
        self._start.start(LOOKED_UP_AFTER_MS)
        window.appearance.changed.connect(self._wear)
        window.installEventFilter(self)

    def settle(self) -> None:
        """The window has been filled anew: put another slip into its panel."""
        self.__dict__.pop("slip", None)
        self._entry, self._is_read = "", False
        self.show_scene(self._window.navigator.scene)

    def _wear(self, look: Look) -> None:
        if "slip" in self.__dict__:
            self.slip.set_look(look)

    @cached_property
    def slip(self) -> NoteSlip:
        """Made with the first entry that is shown."""
        from dimples_gui.panels.notes_slip import NoteSlip  # noqa: PLC0415  # many a start shows no entry

        window = self._window
        lasts = self._keeping.lasts
        kept = window.tr("Your own words. They stay on this machine.")
        slip = NoteSlip(window.appearance.look, kept if lasts else window.tr("Your own words, for this visit only."))
        slip.typed.connect(self._on_typed)
        slip.left.connect(lambda: window.panel.setFocus(Qt.FocusReason.OtherFocusReason))
        column = window.panel.layout()
        if column:
            column.addWidget(slip)
        return slip

    # --- following ------------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Have the slip of the scene's entry under its page; other pages have none."""
        atlas = self._window.atlas
        entry = scene.name if scene.name in atlas.entries and not scene.question else ""
        if entry == self._entry and (self._is_read or not entry):
            return
        if entry != self._entry and self.unwritten:
            self.write()
        self._entry, self._is_read = entry, False
        if not entry:
            if "slip" in self.__dict__:
                self.slip.hide()
        elif self._may_look:
            self._look_up()
        else:
            self.slip.show_note(atlas.entries[entry].title, "", can_write=False)

    def _look_up(self) -> None:
        """Show the note to the entry: the one that waits to be written, or the one that was."""
        self._start.stop()
        self._may_look = True
        if not self._entry:
            return
        title = self._window.atlas.entries[self._entry].title
        try:
            text = self.unwritten.get(self._entry)
            text = self._keeping.keep.note(self._entry) if text is None else text
            self._is_read = True
            self.slip.show_note(title, text)
        except KeepError as error:
            self.slip.show_note(title, "", can_write=False)
            self.slip.tell(str(error), aloud=True)
            self._start.start(TRIED_AGAIN_MS)
            return
        self._keeping.tell_of_damage()
        if self._entry not in self.unwritten and text:
            self._tell_kept()

    def read_again(self) -> None:
        """What is kept may be other than what is shown."""
        self._is_read = False
        self._look_up()

    def open(self) -> None:
        """Put the keyboard where a note is written."""
        if not self._entry:
            self._window.say(self._window.tr("Notes belong to entries: open one first."))
        else:
            if not self._is_read:
                self._look_up()
            self.slip.open()

    # --- writing --------------------------------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        self.unwritten[self._entry] = text
        if not self._later.isActive():
            self.slip.tell("")
            self._later.start(WRITTEN_AFTER_MS)

    def write(self) -> str:
        """Have all that was typed on disk; why not, if that fails."""
        self._later.stop()
        try:
            for entry, text in [*self.unwritten.items()]:
                self._keeping.keep.write_note(entry, text)
                del self.unwritten[entry]
        except KeepError as error:
            self._later.start(TRIED_AGAIN_MS)
            words = self._window.tr("Not saved yet. {reason} Your words stay here; it is tried again.")
            told = words.format(reason=str(error))
            if told != self.slip.state.text():
                self.slip.tell(told, aloud=True)
                if self._entry not in self.unwritten:
                    self._window.say(told)
            return str(error)
        if "slip" in self.__dict__:
            self._tell_kept()
        return ""

    def _tell_kept(self) -> None:
        window = self._window
        self.slip.tell(window.tr("Saved") if self._keeping.lasts else window.tr("For this visit only"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the window closes all is written; or the reader is asked."""
        if event.type() != QEvent.Type.Close or watched is not self._window:
            return False
        reason = self.write() if self.unwritten else ""
        if reason and not self._may_close(reason):
            event.ignore()
            return True
        self._keeping.close()
        return False

    def _may_close(self, reason: str) -> bool:
        """Ask what is to become of a note that can't be written."""
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  # seldom needed
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

        window = self._window
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(window.tr("A Note Is Not Saved"))
        box.setText(window.tr("What you wrote last could not be saved."))
        box.setInformativeText(reason)
        copying = box.addButton(window.tr("Copy It and Close"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(window.tr("Go Back"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is not copying:
            return False
        QGuiApplication.clipboard().setText("\n\n".join(self.unwritten.values()))
        return True


def _single_shot(parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    return timer
