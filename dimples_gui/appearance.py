"""How the program looks just now: theme and text size, kept, applied to Qt's widgets, and told to the views."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from dimples_gui.settings import TEXT_STEP, Settings, clamp_percent
from dimples_gui.theme import Look, look_for, palette_of


class Appearance(QObject):
    """Holds the Look. Views follow `changed`; theme and text size are remembered in the settings."""

    changed = Signal(object)  # Look

    def __init__(self, settings: Settings, base_font: QFont) -> None:
        """`base_font` is the desktop's own font, which the text size scales."""
        super().__init__()
        self._settings = settings
        self._base_font = base_font
        self.look = self._wanted()
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)

    @property
    def theme(self) -> str:
        """One of options.THEMES."""
        return self._settings.theme

    def set_theme(self, theme: str) -> None:
        """Choose one of options.THEMES."""
        self._settings.theme = theme
        self._refresh()

    def enlarge_text(self, steps: int) -> None:
        """Make all text larger (or smaller) by so many steps."""
        self.set_text_percent(self._settings.text_percent + steps * TEXT_STEP)

    def set_text_percent(self, percent: int) -> None:
        """Set the size of all text, in percent of the ordinary."""
        self._settings.text_percent = clamp_percent(percent)
        self._refresh()

    def _wanted(self) -> Look:
        return look_for(self._settings.theme, self._settings.text_percent)

    def _refresh(self) -> None:
        """Take over what theme and text size now ask for, if it is something else."""
        look = self._wanted()
        if look != self.look:
            self.look = look
            self._apply()
            self.changed.emit(look)

    def _apply(self) -> None:
        """Dress Qt's own widgets."""
        QApplication.setPalette(palette_of(self.look))
        font = QFont(self._base_font)
        font.setPointSizeF(self._base_font.pointSizeF() * self.look.text_scale)
        QApplication.setFont(font)
