"""Work in threads beside the window.

Python waits at its end for those that are under way. It must: if it ended one by force (a daemon) while that is in Qt,
it would have to unwind Qt's and Shiboken's own frames, and C++ aborts the process instead.
"""

from collections.abc import Callable
from threading import Thread, main_thread


def begin(work: Callable[..., None], *arguments: object) -> Thread:
    """Do it in a thread of its own, from now on. What takes longer than a moment asks `is_ending` now and then."""
    thread = Thread(target=work, args=arguments)
    thread.start()
    return thread


def is_ending() -> bool:
    """Whether the program waits for its threads, and nobody any longer for what they make."""
    return not main_thread().is_alive()
