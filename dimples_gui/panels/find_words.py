"""What “Find it” says: what is sought, how far off the reader was, how examiners do, and how it went."""

from PySide6.QtCore import QCoreApplication, QLocale

from dimples_gui.atlas.decide import Finding, Hunt
from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.claim_text import claim_paragraphs
from dimples_gui.panels.find_hunt import Search, Try
from dimples_gui.panels.leaf import NBSP, SCHEME, Leaf, Paragraph, Run, plain
from dimples_gui.panels.prose import paragraphs_of
from dimples_gui.scene import FIND

translate = QCoreApplication.translate

ON_IT_MM = 1.0  # nearer than this it is the spot itself
SLANT = 0.38  # of the way: what lies less than this to a side is not named; the sine of 22.5 degrees


def millimetres(way: float) -> str:
    """`12 mm`."""
    return translate("Find", "%1 mm").replace("%1", QLocale().toString(round(way))).replace(" ", NBSP)


def off_words(tried: Try) -> str:
    """`You were 12 mm off, to the left and below.`"""  # noqa: D400, D415  # shown as it is printed
    if tried.off < ON_IT_MM:
        return translate("Find", "You were on it, to within a millimetre.")
    return _sided(tried).replace("%1", millimetres(tried.off))


def _sided(tried: Try) -> str:
    """The sentence for the side on which it was, seen from behind."""
    side, height = (_sign(way, tried.off) for way in tried)
    return {
        (-1, 0): translate("Find", "You were %1 off, to the left."),
        (1, 0): translate("Find", "You were %1 off, to the right."),
        (0, -1): translate("Find", "You were %1 off, below."),
        (0, 1): translate("Find", "You were %1 off, above."),
        (-1, -1): translate("Find", "You were %1 off, to the left and below."),
        (-1, 1): translate("Find", "You were %1 off, to the left and above."),
        (1, -1): translate("Find", "You were %1 off, to the right and below."),
        (1, 1): translate("Find", "You were %1 off, to the right and above."),
    }[side, height]


def _sign(way: float, off: float) -> int:
    return 0 if abs(way) < SLANT * off else 1 if way > 0 else -1


def mark_words(x: float, y: float) -> str:
    """Where a mark is, in mm of the frame, as one would say it."""
    side = translate("Find", "on the midline")
    if x:
        side = translate("Find", "%1 right of the midline") if x > 0 else translate("Find", "%1 left of the midline")
    height = translate("Find", "at the level of the spines")
    if y:
        height = (
            translate("Find", "%1 above the level of the spines")
            if y > 0
            else translate("Find", "%1 below the level of the spines")
        )
    places = (side.replace("%1", millimetres(abs(x))), height.replace("%1", millimetres(abs(y))))
    return translate("Find", "The mark is {side}, {height}.").format(side=places[0], height=places[1])


def sought_leaf(hunt: Hunt) -> Leaf:
    """A spot that is sought."""
    how, bare = translate("Find", "Click where you think it is."), translate("Find", "The plate has no labels now.")
    words = [plain("answer", hunt.ask), plain("step-count", f"{how} {bare}")]
    return Leaf(f"{FIND}-{hunt.entry}", translate("Find", "Find it"), tuple(words))


def found_leaf(atlas: Atlas, finding: Finding, hunt: Hunt, tried: Try, opened: tuple[str, ...]) -> Leaf:
    """How far off the reader was, and beside it how examiners do."""
    paragraphs = [plain("answer", hunt.ask), Paragraph("answer", (Run(off_words(tried), "strong"),))]
    if hunt.both:
        both = translate("Find", "There are two, one on each side; this is measured from the nearer one.")
        paragraphs.append(plain("step-count", both))
    paragraphs += _more(atlas, hunt)
    paragraphs += _examiners(atlas, finding, opened)
    return Leaf(f"{FIND}-{hunt.entry}-found", translate("Find", "Find it"), tuple(paragraphs))


def _more(atlas: Atlas, hunt: Hunt) -> list[Paragraph]:
    """A link to the entry of what was sought."""
    entry = atlas.entries.get(hunt.entry)
    if not entry:
        return []
    words = translate("Find", "Read more: {entry}").format(entry=entry.title)
    return [Paragraph("onward", (Run(words, "", SCHEME + entry.id, entry.summary),))]


def _examiners(atlas: Atlas, finding: Finding, opened: tuple[str, ...]) -> list[Paragraph]:
    """How well examiners agree, with the claims that say so."""
    claims = [atlas.claims[key] for key in finding.claims if key in atlas.claims]
    if not finding.examiners and not claims:
        return []
    here = frozenset(claim.id for claim in claims)
    paragraphs = [plain("heading", translate("Find", "How well do examiners do?"))]
    paragraphs += paragraphs_of(finding.examiners, "text")
    for claim in claims:
        paragraphs += claim_paragraphs(atlas, claim, opened=claim.id in opened, here=here)
    return paragraphs


def went_leaf(atlas: Atlas, finding: Finding, search: Search, opened: tuple[str, ...]) -> Leaf:
    """How it went with all spots."""
    title = translate("Find", "How far off you were")
    paragraphs = [plain("heading", title)]
    if not search.tried:
        paragraphs.append(plain("text", translate("Find", "You have not pointed at a spot yet.")))
    elif len(search.tried) > 1:
        words = translate(
            "Find", "At least half of your %n marks were within {far} (the median).", "", len(search.tried)
        )
        paragraphs.append(plain("text", words.format(far=millimetres(search.middle()))))
    paragraphs += [_row(atlas, hunt, search.tried.get(number)) for number, hunt in enumerate(search.hunts)]
    return Leaf(f"{FIND}-went", title, (*paragraphs, *_examiners(atlas, finding, opened)))


def _row(atlas: Atlas, hunt: Hunt, tried: Try | None) -> Paragraph:
    """A spot and how far off it was."""
    far = translate("Find", "%1 off").replace("%1", millimetres(tried.off)) if tried else translate("Find", "left out")
    entry = atlas.entries.get(hunt.entry)
    name = Run(entry.title, "", SCHEME + entry.id, entry.summary) if entry else Run(hunt.ask)
    return Paragraph("onward", (name, Run(f" {far}")))
