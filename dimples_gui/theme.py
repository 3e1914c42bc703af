"""Colours by meaning, in light, dark and high contrast; and the palette that Qt's own widgets take from them."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

FONT_FAMILY = "Dimples Serif"  # the bundled font; panels and plate are set in it, Qt's own widgets are not
MIDDLING, RAISED = 128, 26  # between dark and light; how much lighter a field is than a dark ground; of 0 to 255


class Look(NamedTuple):
    """Every colour of the program, by what it means, as #rrggbb; and the size of the text."""

    name: str
    ground: str  # behind the plate
    page: str  # behind the words
    window: str  # behind buttons and bars
    text: str
    muted: str  # text of less weight, still 4.5 : 1 on the page
    rule: str  # thin lines between parts
    link: str
    ink: str  # outlines on the plate's pictures
    crease: str  # finer lines within a structure
    hover: str  # the outline under the pointer
    selected: str  # the outline of the entry that is open
    chosen: str  # behind the row of a list that is chosen
    chosen_text: str
    focus: str  # the keyboard's ring, at least 3 : 1 on ground and page
    halo: str  # the pale (dark) rim that keeps coloured lines apart from what lies under them
    pin: str
    pin_icon: str
    label: str
    leader: str
    grade_a: str
    grade_b: str
    grade_c: str
    grade_d: str
    grade_text: str
    found: str  # behind words that a search found
    warning: str  # behind a bar that tells of a problem
    warning_text: str
    text_scale: float = 1.0
    ligatures: bool = True  # without them in files, in which “fi” drawn as one letter could not be found

    def grade(self, letter: str) -> str:
        """The badge's ground for a grade."""
        return str(getattr(self, f"grade_{letter.lower()}"))


LIGHT = Look(
    name="light", ground="#f6f1e7", page="#fffdf8", window="#efe9dd", text="#2b2622", muted="#655b50",
    rule="#d9cfbf", link="#7a3b1d", ink="#4a342b", crease="#6d5245", hover="#0f6e78", selected="#0a5560",
    chosen="#0a5560", chosen_text="#fffdf8",
    focus="#0b57d0", halo="#fffaf0", pin="#fffdf8", pin_icon="#3d3029", label="#2b2622", leader="#6b5d52",
    grade_a="#cfe6d4", grade_b="#d3e2f2", grade_c="#f6e3b8", grade_d="#e4dfd8", grade_text="#2b2622",
    found="#ffe08a", warning="#fbe7b2", warning_text="#3b2f10",
)  # fmt: skip
DARK = Look(
    name="dark", ground="#1d1b19", page="#242120", window="#2c2927", text="#ece5da", muted="#b3a99b",
    rule="#46403b", link="#f0b48f", ink="#2a1c16", crease="#4a352c", hover="#5fd3df", selected="#8ee7f0",
    chosen="#1f5c66", chosen_text="#f6f1e7",
    focus="#8ab4ff", halo="#141210", pin="#322e2b", pin_icon="#f0e7db", label="#ece5da", leader="#a3978a",
    grade_a="#2f5a41", grade_b="#2d4d70", grade_c="#6b5316", grade_d="#4b4641", grade_text="#fbf6ee",
    found="#7a5c00", warning="#5a4710", warning_text="#fff4d6",
)  # fmt: skip
CONTRAST = Look(
    name="contrast", ground="#000000", page="#000000", window="#000000", text="#ffffff", muted="#ffffff",
    rule="#ffffff", link="#ffff00", ink="#000000", crease="#000000", hover="#00ffff", selected="#ffff00",
    chosen="#ffff00", chosen_text="#000000",
    focus="#00ff00", halo="#000000", pin="#000000", pin_icon="#ffffff", label="#ffffff", leader="#ffffff",
    grade_a="#000000", grade_b="#000000", grade_c="#000000", grade_d="#000000", grade_text="#ffffff",
    found="#0000d0", warning="#000000", warning_text="#ffff00",
)  # fmt: skip
LOOKS = {look.name: look for look in (LIGHT, DARK, CONTRAST)}


def look_for(theme: str, text_percent: int = 100) -> Look:
    """The look of a theme. `system` follows the desktop's own choice between light and dark."""
    if theme == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        theme = "dark" if dark else "light"
    return LOOKS[theme]._replace(text_scale=text_percent / 100)


def palette_of(look: Look) -> QPalette:
    """The palette for Qt's own widgets."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, look.window), (roles.WindowText, look.text), (roles.Base, _field(look)),
        (roles.AlternateBase, look.window), (roles.Text, look.text), (roles.Button, look.window),
        (roles.ButtonText, look.text), (roles.BrightText, look.text), (roles.Link, look.link),
        (roles.LinkVisited, look.link), (roles.ToolTipBase, look.page), (roles.ToolTipText, look.text),
        (roles.PlaceholderText, look.muted), (roles.Highlight, look.focus),
        (roles.HighlightedText, look.page), (roles.Accent, look.focus), (roles.Light, look.page),
        (roles.Midlight, look.window), (roles.Mid, look.rule), (roles.Dark, look.muted), (roles.Shadow, look.text),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.muted))
    return palette


def _field(look: Look) -> QColor:
    """What fields and boxes of dialogs are filled with: on a dark ground Qt's own edges around them are not seen."""
    window = QColor(look.window)
    if window.lightness() > MIDDLING:
        return QColor(look.page)
    return QColor(window.red() + RAISED, window.green() + RAISED, window.blue() + RAISED)


def reading_font(look: Look, points: float = 11.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The bundled font at a size in points, scaled as the reader chose."""
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(points * look.text_scale)
    font.setWeight(weight)
    if not look.ligatures:
        font.setFeature(QFont.Tag("liga"), 0)
    return font
