"""One window for all links: a start hands its link to the window that is already open, and ends.

The socket lies in the program's own data folder, where only its owner may reach it. Whether a window is there is asked
without Qt, for the answer decides whether Qt is needed at all.
"""

import os
import sys

from dimples_gui.paths import data_folder

WAIT_S = 1.0  # for the other window's answer: one that hangs must not keep this start from opening its own
TAKEN = b"taken\n"
MOST_BYTES = 4096  # of a link


def address() -> str | None:
    """Where the open window listens: a socket's path, on Windows a pipe's; None where there is no data folder."""
    folder = data_folder()
    if folder is None:
        return None
    if sys.platform == "win32":
        return rf"\\.\pipe\dimples-{folder.parent.parent.name}"
    return str(folder / "window.socket")


def hand_over(link: str) -> bool:
    """Give a link (none: just come to the front) to the window that is open; whether there was one that took it."""
    where = address()
    if where is None or not (sys.platform == "win32" or os.path.exists(where)):  # noqa: PTH110  # quick
        return False
    import socket  # noqa: PLC0415  # most starts find nobody

    message = link.encode()[:MOST_BYTES] + b"\n"
    try:
        if sys.platform == "win32":
            with open(where, "r+b", buffering=0) as pipe:  # noqa: PTH123  # a pipe's name is no path
                pipe.write(message)
                return pipe.read(len(TAKEN)) == TAKEN
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(WAIT_S)
            line.connect(where)
            line.sendall(message)
            return line.recv(len(TAKEN)) == TAKEN
    except OSError:  # nobody listens there
        return False
