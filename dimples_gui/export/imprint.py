"""What stands on every page beside its words: title, number, what it is not, of which version and day it is."""

from hashlib import sha256
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dimples_gui import __version__
from dimples_gui.atlas.model import Atlas
from dimples_gui.export.paper import LOOK, Paper, small_font
from dimples_gui.panels.claim_text import month

translate = QCoreApplication.translate
Flag = Qt.AlignmentFlag
LINE_PX = 15.0


class Imprint(NamedTuple):
    """The words of it."""

    title: str
    disclaimer: str
    version: str


def imprint_of(atlas: Atlas, title: str) -> Imprint:
    """For something of this title, printed today."""
    return Imprint(title, disclaimer(), f"{version_of(atlas)} · {printed_on()}")


def disclaimer() -> str:
    """What it is not."""
    return translate("Print", "For information. It makes no diagnosis and gives no advice to a person.")


def printed_on() -> str:
    """The day, in words."""
    day = QLocale().toString(QDate.currentDate(), "d MMMM yyyy")
    return translate("Print", "Made on {day}").format(day=day)


def version_of(atlas: Atlas) -> str:
    """Which program, which content, and to when evidence was searched for."""
    latest = max((claim.searched for claim in atlas.claims.values()), default="")
    content = translate("Print", "content {mark}").format(mark=fingerprint(atlas))
    evidence = translate("Print", "evidence searched to {month}").format(month=month(latest)) if latest else ""
    return " · ".join(part for part in (f"Dimples {__version__}", content, evidence) if part)


def fingerprint(atlas: Atlas) -> str:
    """Six signs that are others as soon as any word of the content is."""
    words = (atlas.language, atlas.entries, atlas.claims, atlas.sources, atlas.home, atlas.glossary, atlas.decide)
    return sha256(repr(words).encode()).hexdigest()[:6]


def draw_imprint(painter: QPainter, paper: Paper, imprint: Imprint, page: tuple[int, int]) -> None:
    """Head and foot of a page; `page` is its number and how many there are."""
    area, words = paper.printable, paper.words
    painter.setFont(small_font())
    painter.setPen(QColor(LOOK.muted))
    head = QRectF(words.left(), area.top() + LINE_PX, words.width(), LINE_PX)
    painter.drawText(head, Flag.AlignLeft | Flag.AlignVCenter, elided(painter, imprint.title, words.width() * 0.8))
    painter.drawText(head, Flag.AlignRight | Flag.AlignVCenter, "Dimples")
    foot = QRectF(words.left(), area.bottom() - 2 * LINE_PX, words.width(), LINE_PX)
    painter.drawText(foot, Flag.AlignLeft | Flag.AlignVCenter, imprint.disclaimer)
    numbered = translate("Print", "Page {number} of {count}").format(number=page[0], count=page[1])
    painter.drawText(foot, Flag.AlignRight | Flag.AlignVCenter, numbered)
    last = foot.translated(0, LINE_PX)
    painter.drawText(last, Flag.AlignLeft | Flag.AlignVCenter, elided(painter, imprint.version, words.width()))
    painter.setPen(QPen(QColor(LOOK.rule), 0.6))
    for y in (head.bottom() + 5, foot.top() - 5):
        painter.drawLine(QPointF(words.left(), y), QPointF(words.right(), y))


def elided(painter: QPainter, text: str, width: float) -> str:
    """Text that fits."""
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
