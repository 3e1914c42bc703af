"""Qt's application object, and Qt's own messages in words that help."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from dimples_gui import __version__

# Said by a platform without a screen of itself; and advice that is wrong where there is no display at all, for which
# our own words follow.
OF_NO_MATTER = ("This plugin does not support", "From 6.5.0, xcb-cursor0")
# Small matrices, and fills of a hundred lines or more, which Qt cuts up for two to eight threads and waits for: to wake
# these takes longer than the work, and when a core is busy the whole window waits for it.
WORK_IS_NOT_SHARED_OUT = ("OPENBLAS_NUM_THREADS", "QT_NO_GUI_THREADPOOL")


def start_qt(*, screenless: bool) -> QApplication:
    """Qt's application, on no screen where none is needed, telling in words why it could not start."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    for variable in WORK_IS_NOT_SHARED_OUT:
        os.environ.setdefault(variable, "1")  # NumPy is not loaded yet, nor Qt's pool asked for
    if screenless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_on_qt_message)
    app = QApplication([sys.argv[0], "-style", "fusion"])  # app.setStyle would wrap the style, at 8 ms
    app.setApplicationName("dimples")
    app.setApplicationDisplayName("Dimples")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("dimples")
    return app


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's messages go to standard error; its last one before it aborts is told in words that help."""
    if kind == QtMsgType.QtFatalMsg:
        from dimples_gui.system_libraries import explain_platform_failure  # noqa: PLC0415  # the program ends here

        sys.stderr.write(explain_platform_failure(message) + "\n")
        sys.stderr.flush()
        os._exit(1)
    if kind in {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg} and not message.startswith(OF_NO_MATTER):
        sys.stderr.write(message + "\n")
