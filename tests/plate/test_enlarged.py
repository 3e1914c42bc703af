"""A picture drawn larger than it is: smooth, and the same in strips as at once."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from dimples_gui.plate.enlarged import doublings, draw_smoothly

SIDE = 40
PLACE = QRectF(-30.4, -12.7, SIDE * 7.56, SIDE * 7.56)


def checked() -> QImage:
    """A black and a white half, the border slanting."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    for y in range(SIDE):
        for x in range(SIDE):
            image.setPixel(x, y, 0xFFFFFFFF if 3 * x > 40 + y else 0xFF000000)
    return image


def drawn(parts: list[QRectF]) -> np.ndarray:
    """What is painted in these parts of a view, (rows, columns)."""
    view = QImage(200, 200, QImage.Format.Format_RGB32)
    view.fill(0)
    painter = QPainter(view)
    for part in parts:
        painter.setClipRect(part)
        draw_smoothly(painter, PLACE, checked(), part)
    painter.end()
    return np.frombuffer(view.constBits(), np.uint8).reshape(200, 200, 4)[..., 1].astype(int)


def test_no_pixel_is_seen_at_eight_times_its_size() -> None:
    steps = np.diff(drawn([QRectF(0, 0, 200, 200)]), axis=1)
    assert np.abs(steps).max() < 45  # hard pixels step by 255, plain interpolation kinks
    assert np.abs(np.diff(steps, axis=1)).max() < 12


def test_strips_fit_together() -> None:
    whole = drawn([QRectF(0, 0, 200, 200)])
    strips = drawn([QRectF(0, 0, 200, 7), QRectF(0, 7, 90, 193), QRectF(90, 7, 110, 193)])
    assert np.abs(whole - strips).max() <= 1


def test_what_is_out_of_view_is_not_drawn() -> None:
    assert not drawn([QRectF(0, 0, 0, 0)]).any()


def test_a_picture_near_its_own_size_is_drawn_as_it_is() -> None:
    assert [doublings(scale) for scale in (0.5, 1.0, 1.5, 1.89, 3.78, 7.56, 15.1)] == [0, 0, 0, 1, 1, 2, 3]
