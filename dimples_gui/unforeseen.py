"""What happens when something fails that nobody foresaw: it is logged, told once, and the program goes on."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dimples_gui import __version__

LOG_BYTES = 200_000
LOG_FILES = 3
LOG_ENTRIES = 50  # of a log in memory


def log_file() -> Path:
    """The log's place on this platform; the folder may not exist yet."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.StateLocation)
    return Path(folder) / "dimples.log"


def versions() -> str:
    """One line that tells program, Python, Qt and system."""
    from PySide6.QtCore import QSysInfo  # noqa: PLC0415  # seldom needed, and a start should not wait for it

    python = ".".join(str(part) for part in sys.version_info[:3])
    return f"Dimples {__version__}, Python {python}, Qt {qVersion()}, {QSysInfo.prettyProductName()}"


def remembered() -> str:
    """The log in memory: empty where nothing has failed, or a file is written."""
    return "\n".join(getattr(sys.excepthook, "log", ()))


class Unforeseen:
    """An excepthook that writes down each failure and shows the first of each kind in a box."""

    def __init__(self, parent: Callable[[], QWidget | None], file: Path | None) -> None:
        """`parent` tells whose box it is; `file` is the log, None for one in memory."""
        self._parent = parent
        self._file = file
        self._told: set[str] = set()
        self.log: list[str] = []  # where no file is written

    def install(self) -> None:
        """Catch what would otherwise only be printed, also in Qt's slots and event handlers."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log it and tell it once; Ctrl+C in the terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        import traceback  # noqa: PLC0415  # not needed unless something fails

        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        self._write(details)
        last = details.splitlines()[-1]
        if last not in self._told:
            self._told.add(last)
            QTimer.singleShot(0, lambda: self._tell(last, details))

    def _write(self, details: str) -> None:
        """Append to the rotating log. Where it cannot be written the box still tells."""
        if self._file is None:
            self.log = [*self.log, details][-LOG_ENTRIES:]
            return
        import logging.handlers  # noqa: PLC0415  # not needed unless something fails

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handler = logging.handlers.RotatingFileHandler(
                self._file, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8"
            )
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        handler.emit(logging.LogRecord("dimples", logging.ERROR, "", 0, f"{versions()}\n{details}", None, None))
        handler.close()

    def _tell(self, last: str, details: str) -> None:
        """The box. It blocks nothing."""
        from PySide6.QtWidgets import QMessageBox, QPushButton  # noqa: PLC0415  # not needed unless something fails

        from dimples_gui.boxes import without_pictures  # noqa: PLC0415  # beside it

        box = QMessageBox(self._parent())
        box.setObjectName("unforeseen")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(QCoreApplication.translate("Unforeseen", "Something went wrong"))
        box.setText(
            QCoreApplication.translate(
                "Unforeseen",
                "Something went wrong that was not foreseen. You can go on; what you see may be out of step.",
            )
        )
        box.setInformativeText(last)
        box.setDetailedText(f"{versions()}\n\n{details}")
        copy: QPushButton = box.addButton(
            QCoreApplication.translate("Unforeseen", "Copy Details"), QMessageBox.ButtonRole.ActionRole
        )
        copy.clicked.disconnect()  # the box stays open
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(box.detailedText()))
        box.addButton(QMessageBox.StandardButton.Close)
        without_pictures(box)
        box.setModal(False)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.show()
