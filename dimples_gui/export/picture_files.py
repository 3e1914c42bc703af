"""A scene's plates as a picture file: PNG in pixels, SVG in vectors, PDF being a page (see plate_page)."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage, QPainter

from dimples_gui import __version__
from dimples_gui.errors import DimplesError
from dimples_gui.export.figure import Figure, left_out, told
from dimples_gui.export.files import save_bytes, save_text
from dimples_gui.export.png import png_of
from dimples_gui.export.svg_device import SvgDevice
from dimples_gui.plate.backdrop import fill

LOGICAL_PX = 720.0  # across, whatever the size: so large are names beside the body
MM_INCH = 25.4
MOST_PX = 12_000  # across; a picture of that takes half a gigabyte
LICENCE = "CC BY 4.0"


class Size(NamedTuple):
    """How large a picture is to be: across in mm, and pixels to an inch."""

    width_mm: float
    dpi: float = 300.0

    @property
    def width_px(self) -> int:
        """Across."""
        return min(max(round(self.width_mm / MM_INCH * self.dpi), 1), MOST_PX)


def save_png(file: Path, figure: Figure, size: Size) -> None:
    """Write a PNG at one stroke. Raises SaveError."""
    image = picture(figure, size)
    save_bytes(file, png_of(image))


def picture(figure: Figure, size: Size) -> QImage:
    """The figure in pixels; what it shows is told in the file, too."""
    ratio = size.width_px / LOGICAL_PX
    image = QImage(size.width_px, round(size.width_px * figure.aspect), QImage.Format.Format_RGB32)
    if image.isNull():
        told = QCoreApplication.translate(
            "Saving", "{count} pixels across are too many for this machine. Choose fewer."
        )
        raise DimplesError(told.format(count=size.width_px))
    image.setDevicePixelRatio(ratio)
    area = QRectF(0, 0, LOGICAL_PX, image.height() / ratio)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    fill(painter, area, figure.look.ground)
    hidden = figure.draw(painter, area)
    painter.end()
    # Only now: Qt would set the names larger.
    image.setDotsPerMeterX(round(size.dpi / MM_INCH * 1000))
    image.setDotsPerMeterY(round(size.dpi / MM_INCH * 1000))
    image.setText("Description", _description(figure, hidden))
    image.setText("Software", f"Dimples {__version__}")
    image.setText("Copyright", LICENCE)
    return image


def save_svg(file: Path, figure: Figure, size: Size, title: str) -> None:
    """Write an SVG at one stroke. Raises SaveError."""
    save_text(file, svg(figure, size, title))


def svg(figure: Figure, size: Size, title: str) -> str:
    """The figure in vectors, but for the relief."""
    height = LOGICAL_PX * figure.aspect
    device = SvgDevice(LOGICAL_PX, height)
    painter = QPainter(device)
    hidden = figure.draw(painter, QRectF(0, 0, LOGICAL_PX, height))
    painter.end()
    mm = size.width_mm, size.width_mm * figure.aspect
    return device.document(title, f"{_description(figure, hidden)} {LICENCE}.", figure.atlas.language, mm)


def _description(figure: Figure, hidden: int) -> str:
    return " ".join(part for part in (told(figure.atlas, figure.scene), left_out(hidden)) if part)
