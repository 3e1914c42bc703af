"""The chart of depth against body fat: read by pointer, by keys, as a table; without colour, and at any size."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.model import Atlas
from dimples_gui.body.build import DEFAULT, Build, fat_range
from dimples_gui.body.explanation import EXPLANATIONS
from dimples_gui.navigator import Navigator
from dimples_gui.panels.chart_box import ChartBox
from dimples_gui.panels.chart_curves import MARKS, curves_of, depth_at, span_of, table_fats, ticks
from dimples_gui.panels.chart_drawing import DASHES, Words, height_of, names_at, plot_of
from dimples_gui.panels.whatif_words import explanation_name, millimetres, percent
from dimples_gui.scene import WHATIF, Scene
from dimples_gui.theme import CONTRAST, DARK, LIGHT, Look
from tests.panels.test_whatif import BUILDS, Asker, asker_of

NAMES = {one.id: explanation_name(one) for one in EXPLANATIONS}
WORDS = Words("Depth of the dent, mm", "Body fat, % of body mass", NAMES)
SHARES = st.floats(0, 1)


@pytest.fixture
def asker(qtbot: QtBot, atlas: Atlas, navigator: Navigator, _fonts: None) -> Asker:
    """A person who has the chart before the eyes."""
    asker = asker_of(qtbot, atlas, navigator)
    asker.settle()
    return asker


def box(asker: Asker) -> ChartBox:
    return asker.panel.chart_box


def spot(asker: Asker, fat: float) -> QPoint:
    asker.panel.area.ensureWidgetVisible(box(asker).chart)
    asker.settle()
    plot = box(asker).chart.plot()
    return QPointF(plot.at(fat, 0).x(), plot.area.top() + 3).toPoint()


def point(widget: QWidget, at: QPoint) -> None:
    """Move the pointer there; a second move, as the first one may only bring it into the window."""
    for way in (QPoint(1, 0), QPoint()):
        QTest.mouseMove(widget, at - way)
        QApplication.processEvents()


# --- figures ----------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(BUILDS)
def test_the_body_s_own_point_lies_on_the_curve_of_each_explanation(build: Build) -> None:
    (low, high), full = fat_range(build.sex), build.fullness
    span = span_of((build,))
    for one in EXPLANATIONS:
        curve = curves_of(build)[one.id]
        assert (curve[0][0], curve[-1][0]) == pytest.approx((low, high))
        place = full * (len(curve) - 1)
        before, after = curve[int(place)], curve[min(int(place) + 1, len(curve) - 1)]
        between = before[1] + (place - int(place)) * (after[1] - before[1])
        assert one.depth_mm(build) == pytest.approx(between, abs=0.05)
        assert all(0 <= depth <= span.top_mm for _, depth in curve)
    assert curves_of(build) is curves_of(build._replace(fat=low))


@pytest.mark.parametrize(
    ("low", "high", "step", "found"),
    [(0.14, 0.48, 0.1, (0.2, 0.3, 0.4)), (0.1, 0.3, 0.1, (0.1, 0.2, 0.3)), (0, 6, 2, (0, 2, 4, 6))],
)
def test_ticks_are_the_multiples_within_the_bounds(
    low: float, high: float, step: float, found: tuple[float, ...]
) -> None:
    assert ticks(low, high, step) == pytest.approx(found)


def test_two_bodies_of_different_sex_have_room_on_one_axis() -> None:
    span = span_of((DEFAULT, DEFAULT.with_sex(1.0)))
    assert span.low <= fat_range(1.0)[0]
    assert span.high >= fat_range(0.0)[1]


@given(SHARES)
def test_the_axes_stand_still_while_a_body_changes_its_sex_but_for_two_steps(sex: float) -> None:
    span, (low, high) = span_of((DEFAULT.with_sex(sex),)), fat_range(sex)
    assert (span.low, span.high) in {(0.1, 0.5), (0.0, 0.5), (0.0, 0.4)}
    assert span.low - 1e-9 <= low < high <= span.high + 1e-9


# --- reading ----------------------------------------------------------------------------------------------------------


def test_pointing_reads_all_three_curves_and_leaving_stops(asker: Asker) -> None:
    chart, at = box(asker).chart, spot(asker, 0.36)
    point(chart, at)
    fat = chart.plot().fat_at(at.x())
    said = box(asker).reading.text().replace("\u00a0", " ")
    assert said.startswith("36 % body fat: ")
    for one in EXPLANATIONS:
        assert f"{explanation_name(one)} {one.depth_mm(DEFAULT._replace(fat=fat)):.1f} mm" in said
    point(asker.panel, QPoint(3, 3))
    assert box(asker).reading.text() == "Point at the chart to read it. A click sets the body fat."


def test_keys_read_along_the_curves_and_enter_sets_the_body_fat(asker: Asker, heard: list[str]) -> None:
    asker.press(box(asker).chart, Qt.Key.Key_Right, Qt.Key.Key_PageUp)
    assert [said.split(":")[0] for said in heard] == ["29 % body fat", "34 % body fat"]
    assert asker.build == DEFAULT
    asker.press(box(asker).chart, Qt.Key.Key_Return)
    assert asker.build.fat == pytest.approx(0.34)
    asker.press(box(asker).chart, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert heard[-1].startswith("48 % body fat")


def test_a_click_sets_the_body_fat_and_a_drag_is_one_act(asker: Asker) -> None:
    chart = box(asker).chart
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=spot(asker, 0.2))
    for fat in (0.22, 0.3, 0.4):
        QTest.mouseMove(chart, spot(asker, fat))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=spot(asker, 0.4))
    assert asker.build.fat == pytest.approx(0.4, abs=0.003)
    asker.navigator.undo()
    assert asker.build == DEFAULT


def test_the_flag_of_a_popular_figure_opens_its_verdict_and_why(asker: Asker, atlas: Atlas) -> None:
    chart = box(asker).chart
    assert [round(100 * mark.fat) for mark in MARKS] == [22, 32]
    for mark, flag in zip(MARKS, chart.flags, strict=True):
        claim = atlas.claims[mark.claim]
        assert f"{round(100 * mark.fat)} %" in claim.popular
        assert claim.verdict == "contradicted"
        assert "People say" in flag.accessibleName()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.plot().flags[0].center().toPoint())
    asker.settle()
    assert asker.scene.opened == ("c26",)
    assert asker.build == DEFAULT
    page = asker.panel.page
    assert "contradicted" in page.text()
    top = page.y() + page.top_of("c26") - asker.panel.area.verticalScrollBar().value()
    assert 0 <= top < asker.panel.area.viewport().height()


def test_a_flag_opens_by_keyboard_too(asker: Asker) -> None:
    asker.press(box(asker).chart.flags[1], Qt.Key.Key_Return)
    assert asker.scene.opened == ("c26",)


def test_the_table_holds_the_figures_of_the_curves_and_follows_the_body(asker: Asker) -> None:
    asker.click(box(asker).unfold)
    table = box(asker).table
    assert table.isVisible()
    for build in (DEFAULT, DEFAULT._replace(muscle=1.0), DEFAULT.with_sex(1.0)):
        asker.navigator.set_build(build)
        fats = table_fats(build)
        assert table.rowCount() == len(fats)
        assert (fats[0], fats[-1]) == pytest.approx(fat_range(build.sex))
        for row, fat in enumerate(fats):
            cells = [str(table.model().index(row, column).data()) for column in range(4)]
            shown = [cell.replace("\u00a0", " ") for cell in cells]
            assert shown[0] == f"{round(100 * fat)} %"
            assert shown[1:] == [f"{depth_at(build, one, fat):.1f} mm" for one in EXPLANATIONS]
    rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
    assert table.viewport().height() >= rows
    asker.click(box(asker).unfold)
    assert not table.isVisible()


@given(SHARES)
def test_each_row_of_the_table_is_worked_out_at_the_body_fat_that_it_is_called_by(sex: float) -> None:
    build = DEFAULT.with_sex(sex)
    fats, (low, high) = table_fats(build), fat_range(sex)
    assert list(fats) == [int(percent(fat).removesuffix("\u00a0%")) / 100 for fat in fats]
    assert all(0 < after - before < 0.05 for before, after in pairwise(fats))
    assert low - 1e-9 <= fats[0] < low + 0.01
    assert high - 0.01 < fats[-1] <= high + 1e-9


def test_the_row_of_44_percent_tells_the_depth_at_44_percent(asker: Asker) -> None:
    asker.click(box(asker).unfold)
    model = box(asker).table.model()
    told = {str(model.index(row, 0).data()): str(model.index(row, 2).data()) for row in range(model.rowCount())}
    assert told["44\u00a0%"] == millimetres(depth_at(DEFAULT, EXPLANATIONS[1], 0.44)) == "0.1\u00a0mm"


def test_a_screen_reader_finds_the_chart_s_figures_and_a_table_with_headings(asker: Asker) -> None:
    chart = box(asker).chart
    assert "depth" in chart.accessibleName()
    assert chart.accessibleDescription().replace("\u00a0", " ").startswith("28 % body fat: held down 2.6 mm")
    asker.click(box(asker).unfold)
    table = QAccessible.queryAccessibleInterface(box(asker).table)
    assert table.role() == QAccessible.Role.Table
    cells = [table.child(at) for at in range(table.childCount())]
    headings = [cell.text(QAccessible.Text.Name) for cell in cells if cell.role() == QAccessible.Role.ColumnHeader]
    assert headings == ["Body fat", *NAMES.values()]


# --- how it looks -----------------------------------------------------------------------------------------------------


def test_no_two_curves_have_the_same_dashes() -> None:
    assert set(DASHES) == set(NAMES)
    assert len(set(DASHES.values())) == len(NAMES)


@settings(deadline=None)
@given(SHARES, SHARES, SHARES, st.integers(300, 900), st.sampled_from([0.5, 1.0, 1.5, 2.0, 3.0]))
def test_names_and_flags_never_cover_one_another(
    sex: float, muscle: float, tether: float, width: int, scale: float
) -> None:
    build = Build(sex, 0.3, muscle, tether).within_bounds()
    plot = plot_of(width, LIGHT._replace(text_scale=scale), WORDS, span_of((build,)))
    one, other = plot.flags
    assert not one.intersects(other)
    assert max(one.bottom(), other.bottom()) <= height_of(plot)
    ends = {name: plot.at(*curve[-1]) for name, curve in curves_of(build).items()}
    boxes = list(names_at(plot, ends).values())
    for first, second in pairwise(boxes):
        assert first.bottom() + plot.line / 5 <= second.top()
    assert boxes[-1].bottom() <= plot.area.bottom()  # under it stand the figures of the axis
    assert boxes[0].top() >= plot.area.top() - plot.line


def colours(picture: QImage) -> set[str]:
    return {
        QColor(picture.pixel(x, y)).name() for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)
    }


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda look: look.name)
def test_it_wears_the_look(asker: Asker, look: Look) -> None:
    asker.panel.set_look(look)
    QApplication.processEvents()
    seen = colours(box(asker).chart.grab().toImage())
    assert {look.page, look.selected} <= seen


def test_only_the_body_s_own_point_is_painted_anew_while_body_fat_moves(asker: Asker) -> None:
    chart = box(asker).chart
    for fat in (0.30, 0.31):
        asker.navigator.set_build(DEFAULT._replace(fat=fat))
        chart.grab()
    assert chart.pictures._still
    before = chart.pictures._still[1]
    asker.navigator.set_build(DEFAULT._replace(fat=0.4))
    moved = chart.grab().toImage()
    assert chart.pictures._still[1] is before
    asker.navigator.set_build(DEFAULT._replace(fat=0.4, muscle=1.0))
    other = chart.grab().toImage()
    assert other != moved
    assert chart.grab().toImage() == other  # kept, it looks as it did when it was drawn at once
    assert chart.pictures._still[1] is not before
    asker.navigator.set_build(DEFAULT._replace(fat=0.4))
    assert chart.grab().toImage() == moved


@pytest.mark.parametrize("body", [Build(0, 0.14, 0, 0), DEFAULT._replace(fat=0.48), DEFAULT._replace(muscle=0.3)])
def test_what_a_move_paints_anew_holds_all_that_it_changes(asker: Asker, body: Build) -> None:
    chart = box(asker).chart
    asker.panel.area.ensureWidgetVisible(chart)
    asker.settle()
    plot, before = chart.plot(), chart.grab().toImage()
    watch = Watch()
    chart.installEventFilter(watch)
    asker.navigator.set_build(body)
    QApplication.processEvents()
    assert chart.plot() is plot
    after = chart.grab().toImage()
    (part, *_) = watch.parts
    assert part.height() < chart.height()
    stays = QRect(0, part.bottom() + 1, chart.width(), chart.height())
    assert after.copy(part) != before.copy(part)
    assert after.copy(stays) == before.copy(stays)


class Watch(QObject):
    """Takes down what of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.parts.append(event.rect())
        return False


def test_both_bodies_have_a_point_of_their_own_form(asker: Asker) -> None:
    alone = box(asker).chart.grab().toImage()
    asker.navigator.compare(DEFAULT._replace(fat=0.4))
    asker.settle()
    chart = box(asker).chart
    plot, both = chart.plot(), chart.grab().toImage()
    for fat in (0.28, 0.4):
        at = plot.at(fat, EXPLANATIONS[0].depth_mm(DEFAULT._replace(fat=fat)))
        around = both.copy(round(at.x()) - 12, round(at.y()) - 12, 24, 24)
        assert around != alone.copy(round(at.x()) - 12, round(at.y()) - 12, 24, 24)
    assert Scene(WHATIF).compared is None
