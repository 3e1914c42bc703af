"""The chart: how deep the dent is against body fat, a curve an explanation, and the reader's own body on them."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dimples_gui.body.build import Build, fat_range
from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.overlay import RING_PX, OverlayButton, draw_focus_ring
from dimples_gui.panels.chart_curves import MARKS, Span, curves_of, depth_at, span_of
from dimples_gui.panels.chart_drawing import (
    Page,
    Plot,
    Words,
    draw_point,
    draw_reading,
    height_of,
    plot_of,
)
from dimples_gui.panels.chart_pictures import ChartPictures
from dimples_gui.panels.whatif_words import explanation_name, explanation_of, millimetres, percent
from dimples_gui.scene import Scene
from dimples_gui.theme import Look

LEAST_PX = 300
STEP, PAGE = 0.01, 0.05  # of body fat, by key
STEPS: dict[int, float] = {
    Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP, Qt.Key.Key_PageDown: -PAGE, Qt.Key.Key_PageUp: PAGE,
}  # fmt: skip
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Chart(QWidget):
    """Read by pointer or keys; a click, or Enter, sets the body fat."""

    fat_wanted = Signal(float)
    mark_clicked = Signal(str)  # the claim that judges a popular figure
    read = Signal(str)  # what stands under the pointer, in words; empty when it left
    drag_begun = Signal()
    drag_ended = Signal()

    def __init__(self, look: Look, verdicts: dict[str, str], parent: QWidget | None = None) -> None:
        """`verdicts` on the popular figures, by claim."""
        super().__init__(parent)
        self._look = look
        self._scene, self._build = Scene(), Scene().build
        self._seen: object = None  # what of them was shown last
        self._reading: float | None = None  # the body fat that is read
        names = {one.id: explanation_name(one) for one in EXPLANATIONS}
        self._words = Words(self.tr("Depth of the dent, mm"), self.tr("Body fat, % of body mass"), names)
        self.pictures = ChartPictures(verdicts.get(MARKS[0].claim, ""))
        self._plot: tuple[object, Plot] | None = None  # where things stand, and what that was found for
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Chart: depth of the dent against body fat"))
        self.setToolTip(self.tr("Point or use the arrow keys to read the curves; click or press Enter to set body fat"))
        self.flags = [OverlayButton(self, look) for _ in MARKS]
        for flag, mark in zip(self.flags, MARKS, strict=True):
            flag.clicked.connect(lambda _on=False, mark=mark: self.mark_clicked.emit(mark.claim))

    # --- following ------------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene, moved: Build) -> None:
        """Curves for bodies like the one that is moved, and a point for each body of the scene."""
        seen = scene.build, scene.compared, scene.explanation, moved
        if seen == self._seen:
            return
        before = self._plot
        self._seen = seen
        self._scene, self._build = scene, moved
        self.plot()
        if self._plot is before:
            self.update(0, 0, self.width(), min(flag.y() for flag in self.flags))  # these stay
            return
        self._place_flags()
        self.update()

    def describe(self) -> None:
        """Say the values at the body that is moved; not at each of its steps, for nobody could hear that."""
        self.setAccessibleDescription(self._values_at(self._build.fat))

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        for flag in self.flags:
            flag.look = look
        self.updateGeometry()
        self._place_flags()
        self.update()

    def plot(self) -> Plot:
        """Where things stand."""
        key = self.width(), self._look, self._span()
        if self._plot is None or self._plot[0] != key:
            self._plot = key, plot_of(self.width(), self._look, self._words, self._span())
        return self._plot[1]

    def _span(self) -> Span:
        return span_of((self._build, self._scene.build, self._scene.compared or self._build))

    def _place_flags(self) -> None:
        for flag, mark, place in zip(self.flags, MARKS, self.plot().flags, strict=True):
            name = self.tr("People say: {percent}. Why this is best left aside").format(percent=percent(mark.fat))
            flag.place(place.toAlignedRect().adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX), name)

    def _values_at(self, fat: float) -> str:
        """What the curves say there."""
        values = [f"{explanation_name(one)} {millimetres(depth_at(self._build, one, fat))}" for one in EXPLANATIONS]
        return self.tr("{percent} body fat: {values}").format(percent=percent(fat), values=", ".join(values))

    # --- reading --------------------------------------------------------------------------------------------------

    def _read(self, fat: float | None) -> None:
        """Read the curves at so much body fat, within the range of the body that is moved; None to stop."""
        if fat is not None:
            low, high = fat_range(self._build.sex)
            fat = min(max(fat, low), high)
        if fat != self._reading:
            self._reading = fat
            self.read.emit("" if fat is None else self._values_at(fat))
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys read along the curves, Home and End at their ends, Enter sets the body fat."""
        here = self._build.fat if self._reading is None else self._reading
        low, high = fat_range(self._build.sex)
        key = event.key()
        if key in STEPS:
            self._read(round(here + STEPS[key], 2))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._read(low if key == Qt.Key.Key_Home else high)
        elif key in ENTER:
            self.fat_wanted.emit(here)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read under the pointer; while the button is down, the body follows."""
        over = self._flag_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.CrossCursor)
        fat = self.plot().fat_at(event.position().x())
        self._read(None if over else fat)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.fat_wanted.emit(fat)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the body fat, or ask why a popular figure is best left aside."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if claim := self._flag_at(event.position()):
            self.mark_clicked.emit(claim)
        else:
            self.drag_begun.emit()
            self.fat_wanted.emit(self.plot().fat_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The body stays so."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.drag_ended.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is read."""
        self._read(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is read."""
        super().focusOutEvent(event)
        self._read(None)

    def _flag_at(self, at: QPointF) -> str:
        """The claim of the flag there, if there is one."""
        places = zip(MARKS, self.plot().flags, strict=True)
        return next((mark.claim for mark, flag in places if flag.contains(at)), "")

    # --- painting -------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Two flags that would meet stand one below the other."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as everything on it."""
        return height_of(plot_of(width, self._look, self._words, self._span()))

    def sizeHint(self) -> QSize:
        """As narrow as it may become."""
        return QSize(LEAST_PX, self.heightForWidth(LEAST_PX))

    def minimumSizeHint(self) -> QSize:
        """As high as it is now."""
        return QSize(LEAST_PX, self.heightForWidth(max(self.width(), LEAST_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The flags move."""
        super().resizeEvent(event)
        self._place_flags()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stays, kept as a picture; what is read; the bodies' own points."""
        painter, plot, scene = QPainter(self), self.plot(), self._scene
        page = Page(plot, self._look, self._words, scene.explanation)
        self.pictures.paint(painter, page, curves_of(self._build), self.size())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._reading is not None:
            depths = {one.id: depth_at(self._build, one, self._reading) for one in EXPLANATIONS}
            draw_reading(painter, plot, self._look, self._reading, depths)
        explanation = explanation_of(scene)
        for letter, body in (("B", scene.compared), ("A", scene.build)):
            if body:
                at = body.fat, explanation.depth_mm(body)
                draw_point(painter, plot, self._look, at, letter if scene.compared else "")
        if self.hasFocus():
            draw_focus_ring(painter, QRect(self.rect()), self._look)
