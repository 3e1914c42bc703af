"""The pulse that leads the eye to an entry for a moment."""

from PySide6.QtCore import QObject, QVariantAnimation, Signal

PULSE_MS, PULSES = 1500, 2


class Pulse(QObject):
    """Comes and goes, then is over."""

    beat = Signal(str, float)  # an entry and how strongly, from 0 to 1; no entry when it is over

    def __init__(self, parent: QObject) -> None:
        """At rest."""
        super().__init__(parent)
        self._entry = ""
        self._time = QVariantAnimation(self)
        self._time.setDuration(PULSE_MS)
        self._time.setStartValue(0.0)
        self._time.setEndValue(float(PULSES))
        self._time.valueChanged.connect(self._on_time)
        self._time.finished.connect(self.stop)

    def lead_to(self, entry: str) -> None:
        """Begin anew."""
        self._time.stop()
        self._entry = entry
        self.beat.emit(entry, 0.0)
        self._time.start()

    def stop(self) -> None:
        """Be over."""
        self._time.stop()
        self.beat.emit("", 0.0)

    def _on_time(self, time: float) -> None:
        self.beat.emit(self._entry, 1.0 - abs(2 * (time % 1) - 1))
