"""Puts what was kept elsewhere beside what is kept here, so that no word of either is lost."""

from dimples_gui.keep.values import Note


def merged(here: Note, there: Note) -> Note:
    """One note of two to the same entry: the newer one, and below it the older one unless that stands in it already.

    To merge the same note once more changes nothing.
    """
    newer, older = (there, here) if there.changed > here.changed else (here, there)
    if older.text in newer.text:
        return newer
    return newer._replace(text=f"{newer.text}\n\n— {older.changed[:10]} —\n{older.text}")
