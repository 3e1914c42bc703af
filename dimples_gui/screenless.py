"""What the program does when nobody looks: draw pictures of its window; the self-test does so, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt

from dimples_gui.curtain import keep
from dimples_gui.errors import DimplesError, LinkError
from dimples_gui.scene import PANELS

if TYPE_CHECKING:
    from dimples_gui.app import Program
    from dimples_gui.main_window import MainWindow

QUIET_ROUNDS = 5  # of the event loop; what is deferred to just after a paint is done by then


def shoot(program: Program) -> int:
    """Save the window as a picture; the exit code. Raises LinkError where the link names no page."""
    name = program.navigator.scene.name
    if name not in program.atlas.entries and name not in PANELS:
        raise LinkError(f"There is no page “{name}”; the pages are {', '.join((*PANELS, *program.atlas.entries))}.")
    finish(program.window)
    file = program.options.shot
    if not program.window.grab().save(str(file)):
        raise DimplesError(f"{file}: the picture could not be written; the name must end in .png and the folder exist.")
    return 0


def finish(window: MainWindow) -> None:
    """Show a window and let it come to rest with everything in it."""
    window.show()
    while not window.actions_by_id:  # they come after the first paint
        settle()
    settle_plates(window)
    settle()


def keep_next(program: Program, around: list[Any]) -> None:
    """Keep a picture of the window as it begins the next visit, in these surroundings."""
    program.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    finish(program.window)
    keep(program.window, program.places, around)


def settle_plates(window: MainWindow) -> None:
    """Draw every plate crisp at the next paint, even if that takes a while."""
    (window.parts.easel or window.canvas).settle()


def settle() -> None:
    """Let the event loop come to rest."""
    for _ in range(QUIET_ROUNDS):
        QCoreApplication.processEvents()
