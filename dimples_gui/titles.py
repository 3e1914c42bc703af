"""What places are called, in the window's title, the history and what a screen reader says."""

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import Atlas
from dimples_gui.menus import QT_TRANSLATE_NOOP
from dimples_gui.scene import FIND, GLOSSARY, HOME, LOOKALIKES, OPTIONS, REDFLAGS, SOURCES, TRUTHS, WHATIF, Place

PANEL_TITLES = {
    HOME: QT_TRANSLATE_NOOP("Titles", "Home"),
    SOURCES: QT_TRANSLATE_NOOP("Titles", "Sources"),
    GLOSSARY: QT_TRANSLATE_NOOP("Titles", "Glossary"),
    WHATIF: QT_TRANSLATE_NOOP("Titles", "What if"),
    OPTIONS: QT_TRANSLATE_NOOP("Titles", "Options"),
    LOOKALIKES: QT_TRANSLATE_NOOP("Titles", "Look-alikes"),
    REDFLAGS: QT_TRANSLATE_NOOP("Titles", "Signs that need a doctor"),
    TRUTHS: QT_TRANSLATE_NOOP("Titles", "Is it true?"),
    FIND: QT_TRANSLATE_NOOP("Titles", "Find it"),
}


def title_of(atlas: Atlas, place: Place) -> str:
    """What a place is called: a question of home by its words, an entry by its title."""
    questions, entry = atlas.home.questions, atlas.entries.get(place.name)
    if 0 < place.question <= len(questions):
        return questions[place.question - 1].question
    return entry.title if entry else panel_title(place.name)


def panel_title(name: str) -> str:
    """What a panel is called; its name, if it is none."""
    return QCoreApplication.translate("Titles", PANEL_TITLES[name]) if name in PANEL_TITLES else name
