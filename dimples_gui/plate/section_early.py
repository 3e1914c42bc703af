"""Begins to make the section ready before anyone asks for it, beside everything else."""

from dimples_gui.atlas.model import Atlas
from dimples_gui.workers import begin


def expect_section(atlas: Atlas) -> None:
    """The section of an atlas, if it has one, may soon be wanted."""
    if atlas.section.layers:
        begin(_prepare, atlas)


def _prepare(atlas: Atlas) -> None:
    from dimples_gui.plate import easel  # noqa: F401, PLC0415  # to import what shows it takes a while, too
    from dimples_gui.plate.section_paint import prepared  # noqa: PLC0415

    prepared(atlas.section.outlines)
