"""What a cell of the options says: as paragraphs, to a screen reader, and on the clipboard."""

from itertools import groupby
from math import floor, log10

from PySide6.QtCore import QCoreApplication, QLocale

from dimples_gui.atlas.decide import Cell, Option, Options, Rate, Row
from dimples_gui.atlas.model import Atlas, Claim
from dimples_gui.panels.claim_text import month, toggle
from dimples_gui.panels.grades import grade_word
from dimples_gui.panels.leaf import NBSP, Paragraph, Run, plain
from dimples_gui.panels.prose import paragraphs_of

translate = QCoreApplication.translate

ONE = 1.0  # in 1,000: what is rarer has no bar
WHOLE = 10.0  # in 1,000: from here on people are not told in parts


# --- figures ------------------------------------------------------------------------------------------------------


def figure(per_1000: float) -> str:
    """`26 in 1,000`; what is rarer than 1 is told as fewer."""
    if per_1000 < ONE:
        return translate("Options", "fewer than {one}").format(one=figure(ONE))
    parts = 0 if per_1000 >= WHOLE or round(per_1000, 1).is_integer() else 1
    number = QLocale().toString(float(round(per_1000, parts)), "f", parts)
    return translate("Options", "{number} in 1,000").format(number=number).replace(" ", NBSP)


def full_bar(options: Options) -> float:
    """How many in 1,000 a full bar stands for, one scale for all cells: the most of them, rounded up; 0 for no bars."""
    most = max((rate.per_1000 for option in options.options for cell in option.cells for rate in cell.rates), default=0)
    if most < ONE:
        return 0.0
    step = 10.0 ** floor(log10(most))
    return float(-(-most // step) * step)


def shares(cell: Cell, full: float) -> list[float]:
    """The length of each bar of a cell, as a share of a full one."""
    return [rate.per_1000 / full for rate in cell.rates if rate.per_1000 >= ONE and full]


def told(rate: Rate) -> str:
    """A rate in one line, without among whom."""
    if rate.per_1000 < ONE:
        rare = translate("Options", "{what}: {figure} people ({told})")
        return rare.format(what=rate.what, figure=figure(rate.per_1000), told=rate.told)
    often = translate("Options", "{what}: {figure} people")
    return often.format(what=rate.what, figure=figure(rate.per_1000))


def counted(rate: Rate) -> str:
    """A rate in one line, and among whom it was counted."""
    return f"{told(rate)}, {among(rate.among)}"


def among(people: str) -> str:
    """Among whom it was counted."""
    return translate("Options", "among {people}").format(people=people)


# --- on screen ----------------------------------------------------------------------------------------------------


def cell_paragraphs(atlas: Atlas, cell: Cell, kinds: tuple[str, ...] = ()) -> tuple[Paragraph, ...]:
    """The words with their badges, then the rates; where no study was found, that and when it was looked for.

    `kinds` are the forms in which the option is sold, to be told in this cell.
    """
    paragraphs = list(paragraphs_of(cell.text, "cell"))
    if not paragraphs and not cell.rates:
        paragraphs.append(plain("cell-empty", nothing_found(cell)))
    if paragraphs:
        last = paragraphs[-1]
        paragraphs[-1] = last._replace(runs=(*last.runs, *_badges(atlas, cell.claims)))
    if kinds:
        paragraphs.append(plain("cell-kinds", translate("Options", "Kinds: {kinds}").format(kinds=" · ".join(kinds))))
    for (people, claim), rates in groupby(cell.rates, lambda rate: (rate.among, rate.claim)):
        paragraphs += [paragraph for rate in rates for paragraph in _rate(rate)]
        paragraphs.append(Paragraph("cell-among", (Run(among(people)), *_badges(atlas, (claim,)))))
    return tuple(paragraphs)


def nothing_found(cell: Cell) -> str:
    """That no study was found, and when it was looked for."""
    if not cell.searched:
        return translate("Options", "No study found")
    looked = translate("Options", "No study found (looked for in {month})")
    return looked.format(month=month(cell.searched))


def _rate(rate: Rate) -> list[Paragraph]:
    """The figure and what it counts, and the place of its bar; of what is rare, words alone."""
    if rate.per_1000 < ONE:
        told_so = Run(f" ({rate.told})", "muted")
        return [Paragraph("cell-rate", (Run(f"{rate.what}: "), Run(figure(rate.per_1000), "strong"), told_so))]
    runs = (Run(figure(rate.per_1000), "strong"), Run(f" {rate.what}"))
    return [Paragraph("cell-rate", runs), plain("cell-bar", NBSP)]


def _badges(atlas: Atlas, claims: tuple[str, ...]) -> list[Run]:
    """A badge for each grade of these claims; it stands for the first claim of that grade."""
    runs: list[Run] = []
    seen: set[str] = set()
    for claim in known(atlas, claims):
        if claim.grade not in seen:
            seen.add(claim.grade)
            runs += [Run(" "), toggle(claim, opened=False)]
    return runs


def known(atlas: Atlas, claims: tuple[str, ...]) -> list[Claim]:
    """The claims of these names."""
    return [atlas.claims[name] for name in claims if name in atlas.claims]


def claims_of(atlas: Atlas, cell: Cell) -> list[Claim]:
    """All that a cell rests on, once each: its words' claims, then its figures'."""
    return known(atlas, tuple(dict.fromkeys((*cell.claims, *(rate.claim for rate in cell.rates)))))


# --- without a screen ---------------------------------------------------------------------------------------------


def words(cell: Cell) -> str:
    """The words alone, without markup."""
    return " ".join(part.text for part in paragraphs_of(cell.text, "cell"))


def spoken(atlas: Atlas, option: Option, row: Row, cell: Cell) -> str:
    """All of a cell in sentences: whose it is, the question, words, rates, and how sure it is."""
    parts = [words(cell)] if cell.text else []
    parts += [counted(rate) for rate in cell.rates]
    if not parts:
        parts = [nothing_found(cell)]
    said = translate("Options", "Grade {letter}, {word}")
    grades = dict.fromkeys(claim.grade for claim in claims_of(atlas, cell))
    parts += [said.format(letter=grade, word=grade_word(grade)) for grade in grades]
    asked = row.heading if row.heading.endswith("?") else f"{row.heading}:"
    return " ".join((_ended(option.name), asked, *(_ended(part) for part in parts)))


def copied(atlas: Atlas, option: Option, row: Row, cell: Cell) -> str:
    """A cell on several lines: whose it is, words, rates, and the grades of what they rest on."""
    lines = [f"{option.name} — {row.heading}"]
    if cell.text:
        lines.append(words(cell) + _graded(atlas, cell.claims))
    lines += [f"– {counted(rate)}{_graded(atlas, (rate.claim,))}" for rate in cell.rates]
    if len(lines) == 1:
        lines.append(nothing_found(cell))
    return "\n".join(lines).replace(NBSP, " ")


def _graded(atlas: Atlas, claims: tuple[str, ...]) -> str:
    """`[A, measured; c43]`, or nothing."""
    grades = "; ".join(f"{claim.grade}, {grade_word(claim.grade)}; {claim.id}" for claim in known(atlas, claims))
    return f" [{grades}]" if grades else ""


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
