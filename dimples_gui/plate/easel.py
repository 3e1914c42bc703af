"""Where plates stand: the back, the section, one below the other in one frame, or two bodies' backs side by side."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from dimples_gui.atlas.model import Atlas
from dimples_gui.plate.art import Pictures
from dimples_gui.plate.canvas import HotspotCanvas, PlateCanvas
from dimples_gui.plate.frame import View
from dimples_gui.plate.section_canvas import SectionCanvas
from dimples_gui.scene import BACK, BOTH, SECTION, Scene
from dimples_gui.theme import Look, reading_font

LETTER_POINTS, LETTER_AIR_PX = 13.0, 8
LEAST_PX, LEAST_OF_TWO_PX = (160, 90), 110  # of a plate that stands over or under another, beside another


class Easel(QSplitter):
    """Holds the plates. What is wanted of any of them is wanted of the back, which the window knows."""

    view_wanted = Signal(float, float, float, float)  # as the back's, and z in the middle of the section
    plate_wanted = Signal(str)  # one that shows what is to be revealed
    divided = Signal(float)  # the share of the height that the reader gives the back

    def __init__(self, back: PlateCanvas, atlas: Atlas, pictures: Pictures, look: Look) -> None:
        """The back alone, which is taken out of where it stood; the others are made when they are wanted."""
        super().__init__(Qt.Orientation.Vertical)
        self._back, self._atlas, self._pictures, self._look = back, atlas, pictures, look
        self._scene = Scene()
        self._backs = QWidget()
        self._row = QHBoxLayout(self._backs)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._letters: list[Letter] = []
        self._made: list[HotspotCanvas] = [back]
        heights = atlas.plate.height, atlas.section.height
        self._share = heights[0] / sum(heights)
        self.splitterMoved.connect(self._on_splitter_moved)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(self._backs)

    def take(self, back: PlateCanvas) -> None:
        """Put the back where it belongs."""
        self._row.addWidget(back, 1)

    def show_scene(self, scene: Scene) -> None:
        """Put up the plates that a scene asks for; the back has been shown it already."""
        self._scene = scene
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        pair = scene.compared is not None and scene.plate != SECTION
        if scene.plate != BACK:
            self.section.show_scene(scene)
        if pair:
            self.second.show_scene(scene._replace(build=scene.compared or scene.build, compared=None))
        self._stand(pair=pair)
        focused = self.window().focusWidget()
        if had_focus and not (focused and focused.isVisible() and self.isAncestorOf(focused)):
            self.first_in_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand(self, *, pair: bool) -> None:
        """Show those that are in view and hide the others."""
        plate, made = self._scene.plate, vars(self)
        if "section" in made:
            self.section.setVisible(plate != BACK)
        if "second" in made:
            self.second.setVisible(pair)
        for letter in self._letters:
            letter.setVisible(pair)
        self._back.setMinimumSize(LEAST_OF_TWO_PX if pair else LEAST_PX[0], LEAST_PX[1])
        self._backs.setVisible(plate != SECTION)

    def divide(self, share: float) -> None:
        """Give the back so much of the height when the section stands under it."""
        self._share = share
        self.setSizes([round(self.height() * share), round(self.height() * (1 - share))])

    def _on_splitter_moved(self) -> None:
        """The reader has moved the divider."""
        back, *below = self.sizes()
        self._share = back / max(back + sum(below), 1)
        self.divided.emit(self._share)

    def settle(self) -> None:
        """Draw all plates crisp at the next paint, even if that takes a while."""
        for plate in self._made:
            plate.settle()

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self._look = look
        for plate in self._made[1:]:
            plate.set_look(look)
        for letter in self._letters:
            letter.set_look(look)

    @cached_property
    def section(self) -> SectionCanvas:
        """The section, under the back."""
        section = SectionCanvas(self._atlas, self._look)
        section.setMinimumSize(*LEAST_PX)
        section.over = self._over
        section.view_wanted.connect(self._on_section_view_wanted)
        self._back.view_moved.connect(section.follow)
        self.addWidget(section)
        for at, height in enumerate((self._atlas.plate.height, self._atlas.section.height)):
            self.setStretchFactor(at, round(height))
        self.divide(self._share)
        self._join(section)
        return section

    @cached_property
    def second(self) -> PlateCanvas:
        """The back of the other body."""
        second = PlateCanvas(self._atlas, self._pictures, self._look)
        second.setMinimumSize(LEAST_OF_TWO_PX, LEAST_PX[1])
        second.view_wanted.connect(self._back.view_wanted)
        second.depth_wanted.connect(self._back.depth_wanted)
        self._row.addWidget(second, 1)
        self._letters = [Letter(name, plate, self._look) for name, plate in (("A", self._back), ("B", second))]
        self._join(second)
        return second

    def _join(self, plate: HotspotCanvas) -> None:
        """What one of them points at all point at; keys and clicks mean the same on all."""
        plate.entry_clicked.connect(self._back.entry_clicked)
        plate.addActions(self._back.actions())
        for other in self._made:
            plate.hovered.connect(other.point_at)
            other.hovered.connect(plate.point_at)
        self._made.append(plate)

    @property
    def first_in_view(self) -> HotspotCanvas:
        """The plate that keyboard and commands mean: the back wherever it is in view."""
        return self.section if self._scene.plate == SECTION else self._back

    def point_at(self, entry_id: str) -> None:
        """Light up an entry that is pointed at elsewhere on all plates but the back; empty for none."""
        for plate in self._made[1:]:
            plate.point_at(entry_id)

    def light_up(self, entries: tuple[str, ...]) -> None:
        """Light up the entries that a panel speaks of on all plates but the back."""
        for plate in self._made[1:]:
            plate.light_up(entries)

    def prepare_light(self) -> None:
        """The lamp may soon be moved over the other body too."""
        if self._scene.compared is not None and self._scene.plate != SECTION:
            self.second.prepare_light()

    def reveal(self, entry_id: str) -> None:
        """Lead the eye to an entry on all plates but the back; if the section alone lacks it, ask for both."""
        entry = self._atlas.entries.get(entry_id)
        if self._scene.plate == SECTION and entry and not entry.cut:
            self.plate_wanted.emit(BOTH)
        for plate in self._made[1:]:
            plate.reveal(entry_id)

    def _over(self) -> View | None:
        """The back's view while the section stands under it alone."""
        under = self._scene.plate == BOTH and self._scene.compared is None
        return self._back.sight_of("").view if under else None

    def _on_section_view_wanted(self, zoom: float, x: float, z: float) -> None:
        """The back keeps its height."""
        self.view_wanted.emit(zoom, x, self._back.sight_of("").view.y, z)


class Letter(QLabel):
    """Says which of two bodies a plate shows, at its upper edge."""

    def __init__(self, letter: str, plate: QWidget, look: Look) -> None:
        """Over the middle of the plate's upper edge; the mouse goes through."""
        super().__init__(letter, plate)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(QCoreApplication.translate("Plate", "Body {letter}").format(letter=letter))
        column = plate.layout() or QVBoxLayout(plate)
        column.setContentsMargins(0, LETTER_AIR_PX, 0, 0)
        column.addWidget(self)
        column.setAlignment(self, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setMargin(LETTER_AIR_PX // 2)
        self.setAutoFillBackground(True)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        self.setFont(reading_font(look, LETTER_POINTS))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(look.page))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(look.text))
        self.setPalette(palette)
