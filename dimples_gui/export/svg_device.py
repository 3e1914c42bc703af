"""A device for QPainter that writes SVG, so that the functions that paint the screen draw vector pictures too.

Qt has one of its own in a library that the program needs for nothing else. What this one knows is what plates are made
of: paths, pictures, text, and colours that fade from top to bottom.
"""

from base64 import b64encode
from itertools import groupby
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTextItem,
    QTransform,
)

from dimples_gui.export.png import png_of

Metric = QPaintDevice.PaintDeviceMetric
FAMILIES = "Dimples Serif, Source Serif 4, Source Serif Pro, Georgia, serif"
CAPS = {Qt.PenCapStyle.RoundCap: "round", Qt.PenCapStyle.SquareCap: "square"}
JOINS = {Qt.PenJoinStyle.RoundJoin: "round", Qt.PenJoinStyle.BevelJoin: "bevel"}
WEIGHTY = 500  # from here on a font is bold


class Element(NamedTuple):
    """Something drawn: where, inside what, and what."""

    group: str  # attributes that it shares with its neighbours: transform, clip
    style: str  # of a path that may be joined with the next one
    body: str  # a path's data, or a whole element


class SvgDevice(QPaintDevice):
    """Something to paint on that becomes an SVG document."""

    def __init__(self, width: float, height: float) -> None:
        """In px of 96 an inch."""
        super().__init__()
        self.width_px, self.height_px = width, height
        self._engine = _Engine(self)

    def paintEngine(self) -> QPaintEngine:  # noqa: N802  # Qt's name
        """What turns painting into elements."""
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """How large it is, in what Qt asks for."""
        mm = 25.4 / 96
        return {
            Metric.PdmWidth: round(self.width_px), Metric.PdmHeight: round(self.height_px),
            Metric.PdmWidthMM: round(self.width_px * mm), Metric.PdmHeightMM: round(self.height_px * mm),
            Metric.PdmDpiX: 96, Metric.PdmDpiY: 96, Metric.PdmPhysicalDpiX: 96, Metric.PdmPhysicalDpiY: 96,
            Metric.PdmDevicePixelRatio: 1, Metric.PdmDevicePixelRatioScaled: 1 << 16, Metric.PdmDepth: 32,
            Metric.PdmNumColors: 1 << 24,
        }.get(metric, 0)  # fmt: skip

    def document(self, title: str, description: str, language: str, size_mm: tuple[float, float]) -> str:
        """The SVG document, so large on paper; title and description are for those who don't see it."""
        names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        box = f'viewBox="0 0 {_number(self.width_px)} {_number(self.height_px)}"'
        size = f'width="{_number(size_mm[0])}mm" height="{_number(size_mm[1])}mm"'
        told = f'lang={quoteattr(language)} role="img" aria-labelledby="title description"'
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<svg {names} {size} {box} {told}>",
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="description">{escape(description)}</desc>',
            f"<defs>{''.join(self._engine.definitions.values())}</defs>",
            *self._engine.lines(),
            "</svg>\n",
        ]
        return "\n".join(lines)


class _Engine(QPaintEngine):
    """Turns what is painted into elements."""

    def __init__(self, device: SvgDevice) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._whole = QRectF(0, 0, device.width_px, device.height_px)
        self.definitions: dict[str, str] = {}  # by what they define
        self._elements: list[Element] = []
        self._pen, self._brush, self._opacity, self._transform = QPen(), QBrush(), 1.0, QTransform()

    def lines(self) -> list[str]:
        """All elements, neighbours with the same surroundings in one group, paths of one style in one path."""
        found = []
        for group, elements in groupby(self._elements, key=lambda element: element.group):
            found.append(f"<g{group}>")
            for style, same in groupby(elements, key=lambda element: element.style):
                bodies = [element.body for element in same]
                found += [f'<path{style} d="{"".join(bodies)}"/>'] if style else bodies
            found.append("</g>")
        return found

    # --- what Qt calls ----------------------------------------------------------------------------------------

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802  # Qt's name
        self._pen, self._brush, self._opacity = state.pen(), state.brush(), state.opacity()
        self._transform = state.transform()

    def drawPath(self, path: QPainterPath) -> None:  # noqa: N802
        fill = "none" if self._brush.style() == Qt.BrushStyle.NoBrush else self._paint(self._brush)
        rule = ' fill-rule="evenodd"' if path.fillRule() == Qt.FillRule.OddEvenFill and fill != "none" else ""
        self._add(f' fill="{fill}"{rule}{self._fill_opacity(self._brush)}{self._stroke()}', path_data(path))

    def drawPolygon(self, points: Any, mode: QPaintEngine.PolygonDrawMode) -> None:  # noqa: N802
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(point) for point in points]))
        if mode == QPaintEngine.PolygonDrawMode.PolylineMode:
            self._add(f' fill="none"{self._stroke()}', path_data(path))
            return
        path.closeSubpath()
        self.drawPath(path)

    def drawImage(  # noqa: N802
        self, place: QRectF | QRect, image: QImage, part: QRectF | QRect, _flags: object = None
    ) -> None:
        place, source = QRectF(place), QRectF(part)
        whole = source.toRect() == image.rect()
        name = self._picture(image if whole else image.copy(source.toRect()))
        left, top = _number(place.left()), _number(place.top())
        across, down = _number(place.width() / source.width()), _number(place.height() / source.height())
        move = f"translate({left} {top}) scale({across} {down})"
        opacity = f' opacity="{self._opacity:.3g}"' if self._opacity < 1 else ""
        self._add("", f'<use href="#{name}" xlink:href="#{name}" transform="{move}"{opacity}/>')

    def drawPixmap(self, place: QRectF | QRect, pixmap: QPixmap | QImage, part: QRectF | QRect) -> None:  # noqa: N802
        self.drawImage(place, pixmap.toImage() if isinstance(pixmap, QPixmap) else pixmap, part)

    def drawTextItem(self, at: Any, item: QTextItem) -> None:  # noqa: N802
        font: QFont = item.font()
        size = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * 96 / 72
        italic = ' font-style="italic"' if font.italic() else ""
        bold = ' font-weight="bold"' if font.weight() > WEIGHTY else ""
        colour = self._pen.color()
        place = f'x="{_number(at.x())}" y="{_number(at.y())}" textLength="{_number(item.width())}"'
        style = f'font-family="{FAMILIES}" font-size="{_number(size)}"{italic}{bold}{_colour("fill", colour)}'
        self._add("", f"<text {place} {style}>{escape(item.text())}</text>")

    # --- elements and their attributes ------------------------------------------------------------------------

    def _add(self, style: str, body: str) -> None:
        t = self._transform
        matrix = " ".join(_number(value) for value in (t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy()))
        group = "" if t.isIdentity() else f' transform="matrix({matrix})"'
        self._elements.append(Element(group, style, body))

    def _paint(self, brush: QBrush) -> str:
        """A colour, or the name of one that fades from top to bottom."""
        if brush.style() == Qt.BrushStyle.TexturePattern:
            return f"url(#{self._fading(brush)})"
        return brush.color().name()

    def _fill_opacity(self, brush: QBrush) -> str:
        fades = brush.style() == Qt.BrushStyle.TexturePattern
        alpha = self._opacity * (1.0 if fades else brush.color().alphaF())
        return f' fill-opacity="{alpha:.3g}"' if alpha < 1 and brush.style() != Qt.BrushStyle.NoBrush else ""

    def _stroke(self) -> str:
        """The attributes of the pen."""
        pen = self._pen
        if pen.style() == Qt.PenStyle.NoPen:
            return ""
        fades = pen.brush().style() == Qt.BrushStyle.TexturePattern
        alpha = self._opacity * (1.0 if fades else pen.color().alphaF())
        parts = [f' stroke="{self._paint(pen.brush())}" stroke-width="{_number(pen.widthF() or 1.0)}"']
        parts += [f' stroke-opacity="{alpha:.3g}"'] if alpha < 1 else []
        parts += [' vector-effect="non-scaling-stroke"'] if pen.isCosmetic() else []
        if pen.style() == Qt.PenStyle.CustomDashLine:
            dashes = " ".join(_number(length * pen.widthF()) for length in pen.dashPattern())
            parts.append(f' stroke-dasharray="{dashes}"')
        parts += [f' stroke-linecap="{CAPS[pen.capStyle()]}"'] if pen.capStyle() in CAPS else []
        parts += [f' stroke-linejoin="{JOINS[pen.joinStyle()]}"'] if pen.joinStyle() in JOINS else []
        return "".join(parts)

    def _picture(self, image: QImage) -> str:
        """The name of an embedded picture."""
        data = b64encode(png_of(image)).decode()
        name = f"picture{len(self.definitions)}"
        size = f'width="{image.width()}" height="{image.height()}"'
        element = f'<image id="NAME" {size} href="data:image/png;base64,{data}"/>'
        return self._defined(element, name)

    def _fading(self, brush: QBrush) -> str:
        """The name of a colour that fades: of a texture that is one pixel wide and a row for each mm."""
        rows = brush.textureImage().convertToFormat(QImage.Format.Format_ARGB32)
        colours = [QColor.fromRgba(rows.pixel(0, row)) for row in range(rows.height())]
        solid = max(colours, key=QColor.alpha)
        alphas = [colour.alphaF() for colour in colours]
        kept = [
            row for row, alpha in enumerate(alphas)
            if row in {0, len(alphas) - 1} or alphas[row - 1] != alpha or alphas[row + 1] != alpha
        ]  # fmt: skip
        colour = f'stop-color="{solid.name()}"'
        stops = "".join(
            f'<stop offset="{(row + 0.5) / len(alphas):.4f}" {colour} stop-opacity="{alphas[row]:.3f}"/>'
            for row in kept
        )
        top = brush.transform().dy()
        ends = f'x1="0" x2="0" y1="{_number(top)}" y2="{_number(top + len(alphas))}"'
        element = f'<linearGradient id="NAME" gradientUnits="userSpaceOnUse" {ends}>{stops}</linearGradient>'
        return self._defined(element, f"fading{len(self.definitions)}")

    def _defined(self, element: str, name: str) -> str:
        """The name under which an element is defined, this one if it is new."""
        kept = self.definitions.setdefault(element, element.replace("NAME", name, 1))
        return kept.partition('id="')[2].partition('"')[0]


def path_data(path: QPainterPath) -> str:
    """A path as SVG writes it."""
    parts = []
    for at in range(path.elementCount()):
        element = path.elementAt(at)
        letter = {
            QPainterPath.ElementType.MoveToElement: "M", QPainterPath.ElementType.LineToElement: "L",
            QPainterPath.ElementType.CurveToElement: "C",
        }.get(element.type, " ")  # fmt: skip
        parts.append(f"{letter}{_number(element.x)} {_number(element.y)}")
    return "".join(parts)


def _colour(attribute: str, colour: QColor) -> str:
    alpha = f' {attribute}-opacity="{colour.alphaF():.3g}"' if colour.alpha() < 255 else ""
    return f' {attribute}="{colour.name()}"{alpha}'


def _number(value: float) -> str:
    """As short as three decimals allow."""
    return f"{round(value, 3) + 0.0:.3f}".rstrip("0").rstrip(".")
