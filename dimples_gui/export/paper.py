"""Paper: its sizes, what of it is printed on, and how things look on it. All in px of 96 an inch, as on screen."""

from typing import NamedTuple

from PySide6.QtCore import QLocale, QMarginsF, QRectF
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize

from dimples_gui.theme import LIGHT, reading_font

DPI = 96
PX_MM = DPI / 25.4
SIDE_MM, TOP_MM, BOTTOM_MM = 25.0, 26.0, 29.0  # margins of the words
FURNITURE_MM = 12.0  # nothing is printed nearer to the edge; so near most printers come
# Black on white, a little smaller than on screen; without ligatures, so that words can be found and copied.
LOOK = LIGHT._replace(
    name="paper", ground="#ffffff", page="#ffffff", window="#f6f3ec", halo="#ffffff", text="#1f1b18",
    text_scale=0.92, ligatures=False,
)  # fmt: skip


class Paper(NamedTuple):
    """A size of paper, upright, in mm."""

    id: str
    name: str
    size: QPageSize.PageSizeId
    width: float
    height: float

    @property
    def whole(self) -> QRectF:
        """All of it."""
        return QRectF(0, 0, self.width * PX_MM, self.height * PX_MM)

    @property
    def printable(self) -> QRectF:
        """Inside the edge."""
        edge = FURNITURE_MM * PX_MM
        return self.whole.adjusted(edge, edge, -edge, -edge)

    @property
    def words(self) -> QRectF:
        """Where the words stand."""
        return self.whole.adjusted(SIDE_MM * PX_MM, TOP_MM * PX_MM, -SIDE_MM * PX_MM, -BOTTOM_MM * PX_MM)


A4 = Paper("a4", "A4", QPageSize.PageSizeId.A4, 210.0, 297.0)
LETTER = Paper("letter", "Letter", QPageSize.PageSizeId.Letter, 215.9, 279.4)
PAPERS = {paper.id: paper for paper in (A4, LETTER)}
LETTER_LANDS = {
    QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico, QLocale.Country.Philippines,
    QLocale.Country.Colombia, QLocale.Country.Chile, QLocale.Country.Venezuela,
}  # fmt: skip


def usual_paper() -> Paper:
    """What printers hold where the reader lives."""
    return LETTER if QLocale.system().territory() in LETTER_LANDS else A4


def lay_in(device: QPagedPaintDevice, paper: Paper) -> None:
    """Let a device print on this paper up to its edges; margins are ours."""
    device.setPageLayout(
        QPageLayout(QPageSize(paper.size), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter)
    )


def small_font(points: float = 8.5, *, italic: bool = False) -> QFont:
    """The hand of what stands around the words."""
    font = reading_font(LOOK, points / LOOK.text_scale)
    font.setItalic(italic)
    return font
