"""What is laid over other widgets for keyboard and screen reader: transparent buttons, focus rings, announcements.

Painted things have no accessible counterpart in Qt Widgets: items of a graphics scene and links of a text browser
are invisible on AT-SPI. A real button above them has role, name, description and a Press action; the mouse goes
through it to what is painted.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from dimples_gui.theme import Look

RING_PX = 3  # width of the focus ring
HALO_PX = 2  # of the halo inside it, half a pixel of which the ring covers: it parts ring and ground of like colour
RINGED = ("QAbstractButton", "QAbstractItemView")  # by name, as to import the second costs time at the start
MOVING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class OverlayButton(QAbstractButton):
    """A button that is felt, not seen: it paints only the focus ring."""

    draws_ring = True

    def __init__(self, parent: QWidget, look: Look) -> None:
        """A hidden button; `place` shows it."""
        super().__init__(parent)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def place(self, rect: QRect, name: str, description: str = "") -> None:
        """Lie over `rect` of the parent, under a name that a screen reader reads."""
        self.setGeometry(rect)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, as it would a link."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring: a thick line in the focus colour with a halo inside it."""
        if self.hasFocus():
            paint_focus_ring(self, self.look)


class FocusRing(QWidget):
    """The ring around whichever button or list within `host` has the keyboard.

    A widget with a true attribute `draws_ring` draws its own; one within a nearer host has that one's ring.
    """

    def __init__(self, host: QWidget, look: Look) -> None:
        """Follows the keyboard from now on."""
        super().__init__(host)
        self._host, self._look = host, look
        self._followed: list[QWidget] = []  # what has the keyboard, and all that it lies in up to the host
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, app.focusWidget())

    def set_look(self, look: Look) -> None:
        """Take another colour."""
        self._look = look
        self.update()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Go to where the keyboard is, if it is to be shown there."""
        for widget in filter(isValid, self._followed):  # what had the keyboard may be gone by now
            widget.removeEventFilter(self)
        self._followed = self._way_to(now) if now and self._host.isAncestorOf(now) else []
        for widget in self._followed:
            widget.installEventFilter(self)
        self._stand()

    def _way_to(self, focused: QWidget) -> list[QWidget]:
        """From the widget up to below the host; nothing if the ring is not ours to draw."""
        if getattr(focused, "draws_ring", False) or not any(focused.inherits(name) for name in RINGED):
            return []
        way: list[QWidget] = []
        at: QWidget | None = focused
        while at is not None and at is not self._host:
            if at.findChild(FocusRing, "", Qt.FindChildOption.FindDirectChildrenOnly):
                return []
            way.append(at)
            at = at.parentWidget()
        return way

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around it wherever it goes."""
        if event.type() in MOVING:
            self._stand()
        return False

    def _stand(self) -> None:
        """Lie around what has the keyboard, as far as the host reaches; over all else."""
        around = self._followed[0] if self._followed else None
        if around is None or not isValid(around) or not around.isVisibleTo(self._host):
            self.hide()
            return
        corner = around.mapTo(self._host, QPoint())
        rect = QRect(corner, around.size()).adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX)
        self.setGeometry(rect.intersected(self._host.rect()))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        paint_focus_ring(self, self._look)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something, if there is one."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415  # costs 3 ms at the start

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def paint_focus_ring(widget: QWidget, look: Look) -> None:
    """The ring around a whole widget, over all that it has painted."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_focus_ring(painter, widget.rect(), look)


def draw_focus_ring(painter: QPainter, rect: QRect, look: Look) -> None:
    """A rounded ring just inside `rect`, visible on any ground: focus colour outside, halo inside."""
    half = RING_PX // 2 + 1
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.halo), HALO_PX))
    painter.drawRoundedRect(rect.adjusted(2 * half, 2 * half, -2 * half, -2 * half), 4, 4)
    painter.setPen(QPen(QColor(look.focus), RING_PX))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 5, 5)
