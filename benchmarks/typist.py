"""Types into a note of the real window until killed, and writes down when each key was pressed."""

import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from dimples_gui.app import Program
from dimples_gui.options import Options

LETTERS = "abcdefghijklmnopqrstuvwxyz"
EVERY_MS = 25


def main(entry: str, log: Path) -> None:
    """Open the entry's note and type."""
    program = Program(Options(link=f"dimples:{entry}", size=(1000, 700)))
    window = program.window
    window.show()
    chance = random.Random(time.monotonic_ns())
    with log.open("w") as file:

        def press() -> None:
            editor = window.findChild(QPlainTextEdit)
            if editor is None or editor.isReadOnly():
                return
            sign = chance.choice(LETTERS)
            file.write(f"{sign} {time.monotonic()}.\n")
            file.flush()
            QTest.keyClicks(editor, sign)

        def begin() -> None:
            window.actions_by_id["note"].trigger()
            timer.start(EVERY_MS)

        timer = QTimer()
        timer.timeout.connect(press)
        window.furnished.connect(lambda: QTimer.singleShot(0, begin))
        QApplication.exec()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
