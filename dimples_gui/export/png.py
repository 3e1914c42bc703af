"""Pictures as the bytes of a PNG."""

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageWriter


def png_of(image: QImage) -> bytes:
    """An image as the bytes of a PNG: made in memory, for Qt does not tell why a file can't be written."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
