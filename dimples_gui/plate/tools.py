"""The tools with which the plate is looked at, at most one of them at a time: lens, probe, ruler."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from dimples_gui.mnemonics import Mnemonics
from dimples_gui.plate.hotspot_buttons import HotspotButton
from dimples_gui.plate.isolation import can_be_isolated
from dimples_gui.plate.painted_plate import PaintedPlate
from dimples_gui.scene import Scene
from dimples_gui.theme import Look

if TYPE_CHECKING:
    from dimples_gui.plate.film import Film
    from dimples_gui.plate.lens import Lens
    from dimples_gui.plate.picker import Picker
    from dimples_gui.plate.probe import Probe
    from dimples_gui.plate.ruler import Ruler

LENS_KEY = Qt.Key.Key_X


class Tools(QObject):
    """Brings them out and puts them away, by command, key and context menu."""

    entry_clicked = Signal(str)  # through the lens
    thing_chosen = Signal(str, str)  # of what the probe found: its layer and its entry, which may be empty
    view_wanted = Signal(float, float, float)
    isolation_ended = Signal()  # Esc
    changed = Signal()  # another tool is in use, or none

    def __init__(self, plate: PaintedPlate) -> None:
        """All put away."""
        super().__init__(plate)
        self._plate = plate
        self._scene = Scene()
        self._pointer: QPointF | None = None  # where it was last, unless the keyboard has moved since
        self._held = False  # the lens is, by its key
        self._films: dict[str, Film] = {}
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), plate)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self._on_escape)
        self._handlers = {
            QEvent.Type.ShortcutOverride: self._claim_key, QEvent.Type.KeyPress: self._press_key,
            QEvent.Type.KeyRelease: self._release_key, QEvent.Type.WindowDeactivate: self._leave_window,
            QEvent.Type.MouseMove: self._move, QEvent.Type.Leave: self._leave,
            QEvent.Type.ContextMenu: self._open_menu,
        }  # fmt: skip
        plate.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_scene(self, scene: Scene) -> None:
        """The plate shows this scene now."""
        self._scene = scene
        for film in self._films.values():
            film.show_scene(scene)
        self._listen_for_escape()

    def set_look(self, look: Look) -> None:
        """The plate wears this look now."""
        for film in self._films.values():
            film.set_look(look)

    @property
    def in_use(self) -> str:
        """The tool that is out: lens, probe, ruler; empty for none."""
        return next((name for name, film in self._films.items() if film.isVisible()), "")

    @cached_property
    def lens(self) -> "Lens":
        """The lens."""
        from dimples_gui.plate.lens import Lens  # noqa: PLC0415  # no start has a use for any of the tools

        lens = self._films["lens"] = Lens(self._plate)
        lens.entry_clicked.connect(self.entry_clicked)
        self._take(lens)
        return lens

    @cached_property
    def probe(self) -> "Probe":
        """The probe."""
        from dimples_gui.plate.probe import Probe  # noqa: PLC0415  # see above

        probe = self._films["probe"] = Probe(self._plate)
        probe.chosen.connect(self.thing_chosen)
        self._take_picker(probe)
        return probe

    @cached_property
    def ruler(self) -> "Ruler":
        """The ruler."""
        from dimples_gui.plate.ruler import Ruler  # noqa: PLC0415  # see above

        ruler = self._films["ruler"] = Ruler(self._plate)
        self._take_picker(ruler)
        return ruler

    def _take_picker(self, picker: "Picker") -> None:
        picker.ended.connect(picker.end)
        picker.view_wanted.connect(self.view_wanted)
        self._take(picker)

    def _take(self, film: "Film") -> None:
        film.used.connect(self._on_used)
        film.show_scene(self._scene)

    def can_isolate(self, scene: Scene) -> bool:
        """Whether what is open in a scene is on the layer in view as a structure."""
        sight = self._plate.sight_of("")
        return can_be_isolated(self._plate.sight_of(sight.art.layer(scene.depth)), scene.name)

    def toggle(self, name: str) -> None:
        """Bring a tool out, or put it away again."""
        out = self.in_use == name
        self.put_away()
        if out:
            return
        if name == "lens":
            self.lens.hold(self._where())
        else:
            (self.probe if name == "probe" else self.ruler).begin()

    def put_away(self) -> None:
        """Look at the plate as it is."""
        self._held = False
        if self.in_use:
            self._films[self.in_use].end()

    def probe_at(self, at: QPointF) -> None:
        """Bring out the probe and ask at a pixel of the plate."""
        self.put_away()
        self.probe.begin()
        self.probe.ask(self.probe.sight().view.to_mm(at.x(), at.y()))

    def _where(self) -> QPointF:
        """Where the lens is to be held: at the pointer, else around the focused hotspot, else in the middle."""
        focused = QApplication.focusWidget()
        if self._pointer is not None:
            return self._pointer
        if isinstance(focused, HotspotButton) and focused.parent() is self._plate:
            return QPointF(focused.geometry().center())
        return QPointF(self._plate.rect().center())

    # --- what happens on the plate -------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the lens's key and the context menu; notice the pointer."""
        handler = self._handlers.get(event.type())
        return handler(event) if handler else False

    def _claim_key(self, event: QEvent) -> bool:
        """The lens's key is to come as a key that is held, not as a shortcut."""
        if _is_lens_key(event):
            event.accept()
            return True
        return False

    def _press_key(self, event: QEvent) -> bool:
        if not _is_lens_key(event):
            return False
        if not cast("QKeyEvent", event).isAutoRepeat() and not self._held:
            self.put_away()
            self._held = True
            self.lens.hold(self._where())
        return True

    def _release_key(self, event: QEvent) -> bool:
        if not (self._held and _is_lens_key(event)):
            return False
        if not cast("QKeyEvent", event).isAutoRepeat():
            self.put_away()
        return True

    def _leave_window(self, _event: QEvent) -> bool:
        """A key that is let go elsewhere is let go."""
        if self._held:
            self.put_away()
        return False

    def _move(self, event: QEvent) -> bool:
        self._pointer = cast("QMouseEvent", event).position()
        return False

    def _leave(self, _event: QEvent) -> bool:
        if self.in_use != "lens":
            self._pointer = None
        return False

    def _open_menu(self, event: QEvent) -> bool:
        """What can be asked about the point under the pointer, or about the hotspot that has the keyboard."""
        asked = cast("QContextMenuEvent", event)
        menu = QMenu(self._plate)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        Mnemonics(menu)
        at = QPoint(asked.pos())
        here = menu.addAction(self.tr("What &Lies Here"))
        here.triggered.connect(lambda: self.probe_at(QPointF(at)))
        menu.popup(asked.globalPos())
        return True

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The keyboard has gone to another hotspot: the lens, while it is held, goes there."""
        if isinstance(now, HotspotButton) and now.parent() is self._plate:
            self._pointer = None
            if self.in_use == "lens":
                self.lens.move_to(QPointF(now.geometry().center()))

    def _on_used(self) -> None:
        self._listen_for_escape()
        self.changed.emit()

    def _listen_for_escape(self) -> None:
        """Only while there is something that Esc ends; else it is the hotspots'."""
        self._escape.setEnabled(self.in_use == "lens" or (self._scene.isolated and self.can_isolate(self._scene)))

    def _on_escape(self) -> None:
        if self.in_use == "lens":
            self.put_away()
        else:
            self.isolation_ended.emit()


def _is_lens_key(event: QEvent) -> bool:
    """Whether it is the lens's key alone."""
    key = cast("QKeyEvent", event)
    return key.key() == LENS_KEY and key.modifiers() == Qt.KeyboardModifier.NoModifier
