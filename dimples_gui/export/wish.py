"""What the reader wants to take away, and as what."""

from typing import NamedTuple

from dimples_gui.export.paper import A4, Paper
from dimples_gui.export.picture_files import Size

PAGE, PLATE, EVERYTHING = "page", "plate", "everything"  # what; besides, the names of panels
PDF, HTML, PNG, SVG = "pdf", "html", "png", "svg"
FORMS = {PAGE: (PDF, HTML), PLATE: (PDF, PNG, SVG, HTML), EVERYTHING: (PDF,)}  # of a panel the same as of a page


class Wish(NamedTuple):
    """A choice in the dialog."""

    what: str = PAGE
    form: str = PDF
    paper: Paper = A4
    names: bool = True  # on the plate
    with_plate: bool = False  # before the words
    size: Size = Size(160.0)


def forms_of(what: str) -> tuple[str, ...]:
    """As what it can be had."""
    return FORMS.get(what, FORMS[PAGE])
