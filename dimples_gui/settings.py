"""What is remembered between visits, as typed values over a QSettings that is handed in."""

from typing import Any, Protocol

from PySide6.QtCore import QByteArray

from dimples_gui.options import TEXT_PERCENTS, THEMES

TEXT_STEP = 10


class Store(Protocol):
    """What a QSettings can do that we need."""

    def value(self, key: str, /, default: Any = None) -> Any:
        """The value kept under a key."""

    def setValue(self, key: str, value: Any, /) -> None:  # noqa: N802  # QSettings' own name
        """Keep a value under a key."""

    def sync(self) -> None:
        """Write what was kept."""


class Visit:
    """A store that keeps values for this visit only and writes nothing."""

    for_visit_only = True

    def __init__(self, *, private: bool = False) -> None:
        """Nothing is kept yet."""
        self.private = private
        self._values: dict[str, Any] = {}

    def value(self, key: str, /, default: Any = None) -> Any:
        """The value kept under a key."""
        return self._values.get(key, default)

    def setValue(self, key: str, value: Any, /) -> None:  # noqa: N802  # QSettings' own name
        """Keep a value under a key."""
        self._values[key] = value

    def sync(self) -> None:
        """Nothing is written."""


class Settings:
    """Typed access to a store. A value that cannot be read counts as not set."""

    def __init__(self, store: Store) -> None:
        """Values live in `store`: a QSettings, or a Visit."""
        self._store = store

    @property
    def theme(self) -> str:
        """One of THEMES."""
        value = self._text("theme")
        return value if value in THEMES else "system"

    @theme.setter
    def theme(self, theme: str) -> None:
        self._store.setValue("theme", theme)

    @property
    def text_percent(self) -> int:
        """The size of all text, in percent of the ordinary."""
        value = self._text("text-size")
        return clamp_percent(int(value)) if value.isdecimal() else 100

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._store.setValue("text-size", str(clamp_percent(percent)))

    @property
    def scene_link(self) -> str:
        """The link of the scene at the end of the last visit, or empty."""
        return self._text("scene")

    @scene_link.setter
    def scene_link(self, link: str) -> None:
        self._store.setValue("scene", link)

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place, as QWidget.saveGeometry gave it; empty at first."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)

    @property
    def columns(self) -> QByteArray:
        """The widths of list, plate and panel, as QSplitter.saveState gave them; empty at first."""
        return self._bytes("columns")

    @columns.setter
    def columns(self, columns: QByteArray) -> None:
        self._store.setValue("columns", columns)

    @property
    def last_folder(self) -> str:
        """Where something was last saved, or empty."""
        return self._text("folder")

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._store.setValue("folder", folder)

    @property
    def divider(self) -> float:
        """The share of the height that the back has over the section; 0 as long as the reader has chosen none."""
        try:
            share = float(self._text("divider") or 0)
        except ValueError:
            return 0.0
        return share if 0 < share < 1 else 0.0

    @divider.setter
    def divider(self, share: float) -> None:
        self._store.setValue("divider", f"{share:.3f}")

    @property
    def list_shown(self) -> bool:
        """Whether the list of hotspots stands beside the plate."""
        return self._text("list") != "hidden"

    @list_shown.setter
    def list_shown(self, shown: bool) -> None:
        self._store.setValue("list", "shown" if shown else "hidden")

    @property
    def hint_seen(self) -> bool:
        """Whether the first-start hint has done its work."""
        return self._text("hint") == "seen"

    @property
    def opens_links(self) -> bool:
        """Whether links to the internet may be opened at all."""
        return self._text("links") != "off"

    @property
    def is_private(self) -> bool:
        """Whether the reader asked that nothing at all be written."""
        return bool(getattr(self._store, "private", False))

    @property
    def for_visit_only(self) -> bool:
        """Whether nothing is remembered beyond this visit: a private one, or one for a picture or a test."""
        return bool(getattr(self._store, "for_visit_only", False))

    @property
    def keeps(self) -> bool:
        """Whether bookmarks and notes may be kept on this machine."""
        return self._text("keep") != "off"

    def is_settled(self, key: str) -> bool:
        """Whether a value can't be changed here, see `policy`."""
        return key in getattr(self._store, "settled", ())

    @property
    def lasts(self) -> bool:
        """Whether what is kept outlives the visit: a home may not be writable."""
        is_writable = getattr(self._store, "isWritable", None)
        return is_writable is None or bool(is_writable())

    def expect_hint(self) -> None:
        """Give the first-start hint, as if there had been no visit."""
        self._store.setValue("hint", "")

    def forget_hint(self) -> None:
        """Give the first-start hint no more."""
        self._store.setValue("hint", "seen")

    def write(self) -> None:
        """Have all that is remembered on disk."""
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def clamp_percent(percent: int) -> int:
    """A text size within its bounds."""
    return min(max(percent, TEXT_PERCENTS[0]), TEXT_PERCENTS[1])
