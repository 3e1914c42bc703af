"""What is pointed at in the section is pointed at on the back too, whichever layer of it is in view."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dimples_gui.main_window import MainWindow
from dimples_gui.plate.canvas import PlateCanvas
from dimples_gui.plate.hotspots import hit
from dimples_gui.plate.section_canvas import SectionCanvas
from dimples_gui.screenless import settle
from dimples_gui.theme import LIGHT
from tests.test_plates import MAN, Start, at, easel_of, lit

GROUND = QPoint(4, 4)  # of a section that is fitted


@pytest.fixture
def whatif(start: Start) -> MainWindow:
    """Both plates beside what if, the skin in view."""
    return shown(start, "dimples:whatif?plate=both")


def shown(start: Start, link: str) -> MainWindow:
    window = start(link=link, theme="light")
    settle()
    easel_of(window).settle()
    settle()
    return window


def point(window: MainWindow, entry: str) -> None:
    """Move the pointer over the section: to an entry, or to none."""
    section = easel_of(window).section
    for there in (GROUND, in_view(section, entry)) if entry else (GROUND,):  # where it stood before is no move
        QTest.mouseMove(section, there)
    QApplication.processEvents()
    assert lit(section) == ({entry} if entry else set())


def in_view(section: SectionCanvas, entry: str) -> QPoint:
    """Where an entry can be pointed at without moving the view."""
    there = at(section, entry)
    if section.rect().contains(there):
        return there
    sight = section.sight_of("skin")
    pixels = (QPoint(x, y) for x in range(20, section.width(), 9) for y in range(20, section.height(), 9))
    for pixel in pixels:
        under = hit(sight.hotspots, *sight.view.to_mm(pixel.x(), pixel.y()), 0.0)
        if under and under[0].entry == entry:
            return pixel
    raise LookupError(entry)


def picture(plate: PlateCanvas) -> QImage:
    return plate.grab().toImage()


def changed(before: QImage, after: QImage) -> list[tuple[int, int]]:
    """The pixels that look different, as x and y."""
    rows, columns = np.nonzero(pixels(before) != pixels(after))
    return list(zip(columns.tolist(), rows.tolist(), strict=True))


def pixels(picture: QImage) -> NDArray[np.uint32]:
    return np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), picture.bytesPerLine() // 4)


def offered(window: MainWindow) -> list[str]:
    """The entries that the section can be asked for."""
    return list(dict.fromkeys(spot.entry for spot in easel_of(window).section.sight_of("skin").hotspots))


@pytest.mark.parametrize("link", ["whatif?layer=skin", "whatif?layer=muscle", "whatif?layer=bone", "home?layer=skin"])
def test_whatever_is_pointed_at_in_the_section_is_pointed_at_on_the_back(start: Start, link: str) -> None:
    window = shown(start, f"dimples:{link}&plate=both")
    entries, before = offered(window), picture(window.canvas)
    assert len(entries) > 10
    for entry in entries:
        point(window, entry)
        assert picture(window.canvas) != before, entry
        point(window, "")
        assert picture(window.canvas) == before, entry


def test_what_is_pointed_at_on_the_back_beside_what_if_is_pointed_at_in_the_section(whatif: MainWindow) -> None:
    section = easel_of(whatif).section
    for entry in ("dimple", "psis"):
        QTest.mouseMove(whatif.canvas, at(whatif.canvas, entry))
        assert lit(section) == {entry}
        QTest.mouseMove(whatif.canvas, GROUND)
        assert lit(section) == set()


def test_what_lies_deeper_has_a_broken_line_and_nothing_in_it(whatif: MainWindow) -> None:
    before, view = picture(whatif.canvas), whatif.canvas.sight_of("").view
    point(whatif, "multifidus")
    after = picture(whatif.canvas)
    inside = QPointF(*view.to_px(12, -10)).toPoint()
    assert after.pixel(inside) == before.pixel(inside)
    teal = [(x, y) for x, y in changed(before, after) if QColor(after.pixel(x, y)) == QColor(LIGHT.hover)]
    rows = {y for _, y in teal}
    gaps = [y for y in range(min(rows), max(rows)) if y not in rows]
    assert gaps
    assert len(rows) > len(gaps)


def test_nothing_can_be_clicked_by_it(whatif: MainWindow) -> None:
    hotspots = whatif.canvas.sight_of("skin").hotspots
    point(whatif, "multifidus")
    assert whatif.canvas.sight_of("skin").hotspots == hotspots
    assert whatif.canvas.point_of("multifidus") is None
    QTest.mouseMove(whatif.canvas, QPointF(*whatif.canvas.sight_of("").view.to_px(12, -30)).toPoint())
    assert whatif.canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor


def test_both_of_two_bodies_are_pointed_at_and_nothing_beside_them(start: Start) -> None:
    window = shown(start, f"dimples:whatif?plate=both&compared={MAN}")
    second = easel_of(window).second
    woman, man = picture(window.canvas), picture(second)
    point(window, "subcutaneous-fat")
    on_woman, on_man = changed(woman, picture(window.canvas)), changed(man, picture(second))
    assert on_woman
    assert on_man
    assert not any(QColor(man.pixel(x, y)) == QColor(LIGHT.ground) for x, y in on_man)
    point(window, "")
    assert (picture(window.canvas), picture(second)) == (woman, man)


def test_another_layer_is_pointed_at_afresh(whatif: MainWindow) -> None:
    point(whatif, "multifidus")
    whatif.navigator.set_layer("muscle")
    settle()
    whatif.canvas.settle()
    with_pointer = picture(whatif.canvas)
    point(whatif, "")
    assert picture(whatif.canvas) == with_pointer
    point(whatif, "multifidus")
    assert lit(whatif.canvas) == {"multifidus"}


def test_nothing_is_left_of_it_where_the_section_is_taken_away(whatif: MainWindow) -> None:
    point(whatif, "multifidus")
    for plate in ("back", "both"):
        whatif.actions_by_id[f"plate-{plate}"].trigger()
        settle()
    point(whatif, "")
    easel_of(whatif).settle()
    before = picture(whatif.canvas)
    point(whatif, "sacrum")
    assert picture(whatif.canvas) != before
    point(whatif, "")
    assert picture(whatif.canvas) == before


@pytest.mark.parametrize(
    ("link", "entry"),
    [
        ("dimples:whatif?plate=both&zoom=1.2&x=-30", "hip-bone"),
        ("dimples:psis?plate=both&nerves=0&isolated=1", "middle-cluneal-nerves"),
    ],
)
def test_it_comes_and_goes_in_any_view(start: Start, link: str, entry: str) -> None:
    window = shown(start, link)
    before = picture(window.canvas)
    point(window, entry)
    assert picture(window.canvas) != before
    point(window, "")
    assert picture(window.canvas) == before
