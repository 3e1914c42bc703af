"""Rules between entries and pictures: what opens what, and whether it can be seen and hit."""

from collections.abc import Callable, Container, Iterator

from dimples_gui.atlas.draft import Draft, Drawn
from dimples_gui.atlas.model import Entry, Plate, Problem, Where
from dimples_gui.atlas.path_data import extent

SMALLEST = 24 * 25.4 / 96  # mm: 24 px at life size, the least that a pointer should have to hit

Box = tuple[float, float, float, float]  # left, bottom, right, top


def _unknown_pictures(draft: Draft) -> Iterator[Problem]:
    plates = draft.plates
    for id_, entry in draft.atlas.entries.items():
        origin = draft.origins.facts[id_]
        for drawn in plates:
            for position, outline in enumerate(_named(entry, drawn)):
                if outline not in drawn.known:
                    where = origin.at(drawn.key, position)
                    yield Problem(where, f"entry {id_}: there is no outline “{outline}” in {drawn.plate.name}.svg")
        if entry.pin and entry.pin.icon not in draft.known.icons:
            where = origin.at("pin", "icon")
            yield Problem(where, f"entry {id_}: there is no icon “{entry.pin.icon}” in assets/icons")


def _named(entry: Entry, drawn: Drawn) -> tuple[str, ...]:
    """The outlines of a plate that an entry names."""
    return entry.outlines if drawn.key == "outlines" else entry.cut


def _unknown_layers(draft: Draft) -> Iterator[Problem]:
    """Layers asked for that the plate lacks. A pin for all layers asks for none."""
    there = frozenset(draft.atlas.plate.layers)
    for id_, entry in draft.atlas.entries.items() if there else ():
        origin = draft.origins.facts[id_]
        for key, part in (("", entry), ("ring", entry.ring), ("pin", entry.pin)):
            if not part or there.issuperset(part.layers):  # as nearly always
                continue
            way = (key, "layers") if key else ("layers",)
            for position, layer in enumerate(part.layers):
                if layer not in there and origin.has(*way):
                    text = f"entry {id_}: there is no layer “{layer}” in {draft.atlas.plate.name}.svg"
                    yield Problem(origin.at(*way, position), text)


def _entries_out_of_sight(draft: Draft) -> Iterator[Problem]:
    for id_, entry in draft.atlas.entries.items():
        if not ((entry.outlines and entry.layers) or entry.ring or entry.pin):
            text = f"entry {id_} is nowhere on the plate: give it outlines with layers, a ring or a pin"
            yield Problem(draft.origins.facts[id_].at(), text)


def _outlines_that_open_nothing(draft: Draft) -> Iterator[Problem]:
    for drawn in draft.plates:
        for outline in drawn.plate.outlines:
            if outline.id not in drawn.claimed and outline.id not in drawn.inert:
                text = f'outline “{outline.id}” opens nothing: name it in entries.yaml or mark it data-entry=""'
                yield Problem(_where_drawn(drawn, outline.id), text)


def _outlines_marked_wrongly(draft: Draft) -> Iterator[Problem]:
    for drawn in draft.plates:
        for id_, entry in draft.atlas.entries.items():
            for outline in _named(entry, drawn):
                if outline in drawn.inert:
                    text = f'outline “{outline}” opens entry {id_}: take out its data-entry=""'
                    yield Problem(_where_drawn(drawn, outline), text)


def _outside_the_window(draft: Draft) -> Iterator[Problem]:
    """Drawing may run over the window's edge; what can be pointed at may not lie beyond it."""
    for drawn in draft.plates:
        for outline in drawn.plate.outlines:
            left, bottom, right, top = _visible(extent(outline.steps), drawn.plate)
            if left > right or bottom > top:
                text = f"outline “{outline.id}” lies outside the plate's window: move it or take it out"
                yield Problem(_where_drawn(drawn, outline.id), text)
    plate = draft.atlas.plate
    for id_, entry in draft.atlas.entries.items() if plate.layers else ():
        for key, box in _signs(entry):
            if _visible(box, plate) != box:
                text = f"entry {id_}: the {key} reaches out of the plate's window: move it"
                yield Problem(draft.origins.facts[id_].at(key), text)


def _small_hotspots(draft: Draft) -> Iterator[Problem]:
    """Outlines and rings that are hard to hit.

    The outlines of an entry that lie on one side are one hotspot and count as one: who points at a row of small
    openings points at the row. The box around what is seen of them needs to measure 24 px both ways, unless a pin or a
    large enough ring opens the entry on the same layers; a pin has its size at every zoom. In the section each layer is
    as thin as it is: what is hard to hit there can be opened on the back.
    """
    back = draft.plates[0]
    boxes = {outline.id: extent(outline.steps) for outline in draft.atlas.plate.outlines}
    for id_, entry in draft.atlas.entries.items():
        for names in _sides(entry, boxes) if entry.layers and set(entry.layers) - set(_other_ways(entry)) else ():
            lefts, bottoms, rights, tops = zip(*(boxes[name] for name in names), strict=True)
            left, bottom, right, top = _visible((min(lefts), min(bottoms), max(rights), max(tops)), draft.atlas.plate)
            size = min(right - left, top - bottom)
            if 0 <= size < SMALLEST:
                is_one = len(names) == 1
                what = f"outline “{names[0]}” is" if is_one else f"outlines “{'”, “'.join(names)}” together are"
                text = f"{what} {size:.1f} mm wide or high: a hotspot needs {SMALLEST:.2f} mm"
                yield Problem(_where_drawn(back, names[0]), text)
        if entry.ring and 2 * entry.ring.r < SMALLEST:
            text = f"entry {id_}: the ring is {2 * entry.ring.r:.1f} mm wide: a hotspot needs {SMALLEST:.2f} mm"
            yield Problem(draft.origins.facts[id_].at("ring", "r"), text)


def _sides(entry: Entry, drawn: Container[str]) -> Iterator[list[str]]:
    """The outlines of an entry that are drawn, those of each side together, as their names tell it."""
    by_side: dict[str, list[str]] = {}
    for name in entry.outlines:
        if name in drawn:
            end = name.rpartition("-")[2]
            by_side.setdefault(end if end in ("left", "right") else "", []).append(name)
    yield from by_side.values()


def _other_ways(entry: Entry) -> Iterator[str]:
    """The layers on which a pin or a large enough ring opens an entry."""
    if entry.pin:
        yield from entry.pin.layers
    if entry.ring and 2 * entry.ring.r >= SMALLEST:
        yield from entry.ring.layers


def _signs(entry: Entry) -> Iterator[tuple[str, Box]]:
    """The boxes of rings, on both sides, and pins."""
    if entry.ring:
        x, y, r, _ = entry.ring
        x = abs(x)
        yield "ring", (-x - r, y - r, x + r, y + r)
    if entry.pin:
        x, y, *_ = entry.pin
        yield "pin", (x, y, x, y)


def _visible(box: Box, plate: Plate) -> Box:
    """The part of a box that is in the window; turned inside out where there is none."""
    left, bottom, right, top = box
    return (
        max(left, plate.left),
        max(bottom, plate.bottom),
        min(right, plate.left + plate.width),
        min(top, plate.bottom + plate.height),
    )


def _where_drawn(drawn: Drawn, outline: str) -> Where:
    """The line of the plate's file on which an outline stands."""
    return drawn.where._replace(line=drawn.lines[outline])


PLATE_RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    _unknown_pictures,
    _unknown_layers,
    _entries_out_of_sight,
    _outlines_that_open_nothing,
    _outlines_marked_wrongly,
    _outside_the_window,
    _small_hotspots,
)
