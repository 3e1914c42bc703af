"""Takes the links of later starts, for the window that is open."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dimples_gui.single_instance import MOST_BYTES, TAKEN, address

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 200  # with somebody who says nothing; the window stands still meanwhile
LONGEST_ADDRESS = 100  # bytes of a socket's path: the system takes 107, and Qt begins with another name


class Listener(QObject):
    """Takes links from later starts. Where it can't listen every start has a window of its own, and that is all."""

    link_taken = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin to listen."""
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  # a library that no first paint should load

        self._server: QLocalServer = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_called)
        where = address()
        if where is None or len(where.encode()) > LONGEST_ADDRESS:
            return
        with contextlib.suppress(OSError):
            Path(where).parent.mkdir(parents=True, exist_ok=True)
            if not self._server.listen(where):
                QLocalServer.removeServer(where)  # left behind by one that was killed: `hand_over` found nobody there
                self._server.listen(where)

    def stop(self) -> None:
        """Listen no longer; the socket's file goes."""
        self._server.close()

    def _on_called(self) -> None:
        """Somebody has a link, or nothing that is one."""
        while line := self._server.nextPendingConnection():
            link = _link_of(line)
            line.disconnectFromServer()
            line.deleteLater()
            if link is not None:
                self.link_taken.emit(link)


def _link_of(line: QLocalSocket) -> str | None:
    """What is said on a line, and said to be taken. Who says too much, or takes too long, is not listened to."""
    while not line.canReadLine() and line.bytesAvailable() <= MOST_BYTES:
        if not line.waitForReadyRead(PATIENCE_MS):
            return None
    if not line.canReadLine():
        return None
    link = bytes(line.readLine(MOST_BYTES + 1).data()).decode("utf-8", "replace").strip()
    line.write(TAKEN)
    line.waitForBytesWritten(PATIENCE_MS)
    return link
