"""What the reader keeps: the commands over bookmarks and notes, and whom of the window these concern."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dimples_gui.atlas.model import LAYERS
from dimples_gui.errors import DimplesError, KeepError
from dimples_gui.paths import data_folder
from dimples_gui.plate.layers import layer_name
from dimples_gui.scene import WHATIF, Place, Scene, from_link, step_link, to_link

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from dimples_gui.keep.store import Keep
    from dimples_gui.keep.values import Bookmark
    from dimples_gui.main_window import MainWindow
    from dimples_gui.panels.notes_list import KeptList

MOST_LISTED, LONGEST = 20, 60  # bookmarks in the menu, the latest ones; letters of a title there
FILES = "JSON (*.json)"


def keep_calls(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Each command's call, by the command's id."""
    known = window.findChild(Keeping)
    keeping = known or Keeping(window)
    if known:
        keeping.noting.settle()
        _chairside("abandon", window)
    menu = window.menus["bookmarks"]
    menu.aboutToShow.connect(lambda: keeping.fill(menu))
    return {
        "bookmark": keeping.toggle_bookmark, "note": keeping.noting.open, "kept": keeping.open_list,
        "export-kept": keeping.export, "import-kept": keeping.take_in,
        "chairside": lambda: _chairside("toggle", window), **_private_calls(window),
    }  # fmt: skip


def _private_calls(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The command that begins a private visit; within one, which says what it is, the log is shown from memory."""

    def begin() -> None:
        from dimples_gui import private  # noqa: PLC0415  # no start has a use for it

        private.begin(window)

    if not window.settings.is_private:
        return {"private": begin}
    from dimples_gui.private import show_log, show_privacy  # noqa: PLC0415  # most visits are not

    show_privacy(window)
    return {"private": begin, "log": lambda: show_log(window)}


def _chairside(what: str, window: MainWindow) -> None:
    """Begin or end the chairside view."""
    from dimples_gui.chairside import abandon_chairside, toggle_chairside  # noqa: PLC0415  # no start has a use for it

    {"toggle": toggle_chairside, "abandon": abandon_chairside}[what](window)


def show_kept(window: MainWindow, scene: Scene) -> None:
    """Show what is kept of a scene: whether there is a bookmark, and the note."""
    keeping = window.findChild(Keeping)
    if keeping:
        keeping.show_scene(scene)


class Keeping(QObject):
    """The keep of a window. What the disk does not do is said in words."""

    def __init__(self, window: MainWindow) -> None:
        """Nothing is opened yet."""
        super().__init__(window)
        from dimples_gui.noting import Noting  # noqa: PLC0415  # which knows this class

        settings = window.settings
        self._folder = data_folder() if settings.keeps and not settings.for_visit_only else None
        self._window = window
        self._listed: list[QAction] = []
        self._told: Path | None = None
        self._list: KeptList | None = None
        self.lasts = self._folder is not None
        self.noting = Noting(window, self)

    @cached_property
    def keep(self) -> Keep:
        """Made when it is first asked for: a start has no time for SQLite."""
        from dimples_gui.keep.store import Keep  # noqa: PLC0415  # see above

        return Keep(self._folder)

    def show_scene(self, scene: Scene) -> None:
        """Whether the place in view has a bookmark shows in the menu when that opens; the note at once."""
        self.noting.show_scene(scene)
        self.tell_of_damage()

    def tell_of_damage(self) -> None:
        """Say once where a damaged database was put."""
        if "keep" not in self.__dict__ or self.keep.set_aside == self._told:
            return
        self._told = aside = self.keep.set_aside
        if aside is None:
            return
        from dimples_gui.boxes import warning_box  # noqa: PLC0415  # seldom needed

        window = self._window
        words = window.tr(
            "The file with your bookmarks and notes could not be read. It was put aside as {name} in {folder}, "
            "and a new one has been begun."
        )
        words = words.format(name=aside.name, folder=aside.parent)
        box = warning_box(window, window.tr("Bookmarks and Notes Were Damaged"), words)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # --- bookmarks ------------------------------------------------------------------------------------------------

    def toggle_bookmark(self) -> None:
        """A bookmark of the place in view, or none any longer."""
        window = self._window
        link, title = bookmark_of(window, window.navigator.scene)
        try:
            if self.keep.has_bookmark(link):
                self.keep.remove_bookmark(link)
                window.say(window.tr("Bookmark removed: {title}").format(title=title))
            else:
                self.keep.add_bookmark(link, title)
                window.say(window.tr("Bookmark added: {title}").format(title=title))
        except KeepError as error:
            window.say(str(error))
        self.tell_of_damage()
        if self._list and self._list.isVisible():
            self._show_list()

    def close(self) -> None:
        """Nothing more is asked for, for now."""
        if "keep" in self.__dict__:
            self.keep.close()

    def fill(self, menu: QMenu) -> None:
        """The bookmarks, the latest first, below the commands; and whether the place in view has one."""
        for action in self._listed:
            menu.removeAction(action)
            action.deleteLater()
        self._listed = []
        window = self._window
        here, _ = bookmark_of(window, window.navigator.scene)
        try:
            bookmarks = self.keep.kept().bookmarks
        except KeepError as error:
            window.say(str(error))
            bookmarks = ()
        window.actions_by_id["bookmark"].mark(on=here in {bookmark.link for bookmark in bookmarks})
        if bookmarks:
            self._listed.append(menu.addSeparator())
        for bookmark in bookmarks[: -MOST_LISTED - 1 : -1]:
            self._listed.append(self._entry_of(menu, bookmark))
        self.tell_of_damage()

    def _entry_of(self, menu: QMenu, bookmark: Bookmark) -> QAction:
        title = bookmark.title if len(bookmark.title) <= LONGEST else f"{bookmark.title[: LONGEST - 1]}…"
        action = menu.addAction(title.replace("&", "&&"))
        action.triggered.connect(lambda: open_kept(self._window, bookmark.link))
        return action

    # --- all of it ------------------------------------------------------------------------------------------------

    def open_list(self) -> None:
        """Bookmarks and notes in a window that leaves the rest of the program usable."""
        from dimples_gui.panels.notes_list import KeptList  # noqa: PLC0415  # no start has a use for it

        if self._list is None:
            self._list = KeptList(self._window)
            self._list.link_chosen.connect(lambda link: open_kept(self._window, link))
            self._list.bookmark_removed.connect(self._remove)
            self._list.export_wanted.connect(self.export)
            self._list.import_wanted.connect(self.take_in)
        self.noting.write()
        self._show_list()
        self._list.show()
        self._list.raise_()
        self._list.activateWindow()

    def _show_list(self) -> None:
        if self._list is None:
            return
        entries = self._window.atlas.entries
        try:
            kept = self.keep.kept()
            titles = {note.entry: entries[note.entry].title for note in kept.notes if note.entry in entries}
            self._list.show_kept(kept, titles, lasts=self.keep.lasts)
        except KeepError as error:
            self._window.say(str(error))
        self.tell_of_damage()

    def _remove(self, link: str) -> None:
        self._try(lambda: self.keep.remove_bookmark(link))

    def export(self) -> None:
        """Write all of it to a file."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  # see above

        from dimples_gui.keep.exchange import write_file  # noqa: PLC0415  # beside it

        window = self._window
        title = window.tr("Export Bookmarks and Notes")
        name, _ = QFileDialog.getSaveFileName(window, title, "dimples-notes.json", FILES)
        if not name:
            return
        file = Path(name) if Path(name).suffix else Path(f"{name}.json")
        self.noting.write()
        if self._try(lambda: write_file(file, self.keep.kept())):
            window.say(window.tr("Saved as {file}.").format(file=file))

    def take_in(self) -> None:
        """Add what a file holds to what is kept here; nothing is lost."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  # see above

        from dimples_gui.keep.exchange import read_file  # noqa: PLC0415  # beside it

        window = self._window
        name, _ = QFileDialog.getOpenFileName(window, window.tr("Import Bookmarks and Notes"), "", FILES)
        if not name:
            return
        self.noting.write()

        def add() -> None:
            gained = self.keep.take_in(read_file(Path(name)))
            words = window.tr("Added: bookmarks {bookmarks}, notes {notes}; notes that have grown: {changed}.")
            window.say(words.format(**gained._asdict()))

        if self._try(add):
            self.noting.read_again()

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something with the keep; what fails is told in a box, for it was asked for."""
        try:
            act()
        except KeepError as error:
            from dimples_gui.boxes import warning_box  # noqa: PLC0415  # seldom needed

            box = warning_box(self._window, "Dimples", str(error))
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()
            return False
        self._show_list()
        return True


def bookmark_of(window: MainWindow, scene: Scene) -> tuple[str, str]:
    """Link and title of a bookmark of the place in view: a page with its layer; of what if, the bodies as well."""
    place, title = scene.place, window.title_of(scene.place)
    if place.question:
        return step_link(window.atlas.home.questions[place.question - 1].steps[0].shows, place.question, 1), title
    if place.name == WHATIF:
        fields = ("name", "depth", "build", "explanation", "compared", "plate", "tone")
        return to_link(Scene()._replace(**{field: getattr(scene, field) for field in fields})), title
    if place.name not in window.atlas.entries:
        return f"dimples:{place.name}", title
    there = Scene(place.name, float(LAYERS.index(place.layer)))
    return to_link(there), f"{title} · {layer_name(place.layer)}"


def open_kept(window: MainWindow, link: str) -> None:
    """Go where a bookmark leads: to its page and layer, in the light and with the body that are there now."""
    navigator = window.navigator
    try:
        there = from_link(link, navigator.seen_on)
    except DimplesError as error:
        window.say(str(error))
        return
    if there.question or there.name == WHATIF:
        navigator.show(there)
    else:
        window.panel.forget(there.name)
        layer = there.layer if there.name in navigator.seen_on else navigator.scene.layer
        navigator.go(Place(there.name, layer))
    window.parts.beside.take_keyboard()
