"""What each command of the table does, as calls to the parts of the window.

Dialogs are imported when they are first opened: Qt makes the many enumerations of their classes then, and a start that
nobody asked a dialog of need not wait for them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from dimples_gui.atlas.links import TONES
from dimples_gui.atlas.model import LAYERS
from dimples_gui.editing import Editing
from dimples_gui.history_menu import fill_back, fill_history
from dimples_gui.keeping import keep_calls
from dimples_gui.menus import connect_actions, fill_menus
from dimples_gui.mnemonics import Mnemonics
from dimples_gui.options import THEMES
from dimples_gui.plate.lamp import Lamp
from dimples_gui.plate_commands import plate_calls, plate_in_view
from dimples_gui.scene import (
    FIND,
    GLOSSARY,
    HOME,
    LOOKALIKES,
    OPTIONS,
    REDFLAGS,
    SOURCES,
    TRUTHS,
    WHATIF,
    from_link,
    to_link,
)
from dimples_gui.taking import taking_calls
from dimples_gui.tool_commands import tool_calls

if TYPE_CHECKING:
    from collections.abc import Callable

    from dimples_gui.actions import Action
    from dimples_gui.main_window import MainWindow
    from dimples_gui.panels.search_box import SearchBox
    from dimples_gui.settings import Settings

    Calls = dict[str, Callable[[], object]]

PLACES = {  # by the command that leads there
    "home": HOME, "sources": SOURCES, "glossary": GLOSSARY, "what-if": WHATIF, "options": OPTIONS,
    "lookalikes": LOOKALIKES, "redflags": REDFLAGS, "truths": TRUTHS, "find-it": FIND,
}  # fmt: skip
RAKING = 22.0  # degrees: so flat stands a lamp in whose light hollows stand out
NOTCH = 15.0  # degrees, of a command that moves the lamp


def add_commands(window: MainWindow) -> dict[str, Action]:
    """Put the commands into the window's menus and tools, and connect them; the actions by the commands' ids."""
    actions = fill_menus(window, window.canvas, window.menus)
    connect_actions(actions, calls_of(window))
    window.toolbar.take_actions(actions)
    actions["list"].mark(on=window.list_room.is_shown)
    navigator, title_of = window.navigator, window.title_of
    _close_settled(actions, window.settings)
    history, back = window.menus["go/history"], window.toolbar.back_menu
    history.aboutToShow.connect(lambda: fill_history(history, navigator, title_of))
    back.aboutToShow.connect(lambda: fill_back(back, navigator, title_of))
    Mnemonics(*window.menus.values(), back, window.menuBar())
    return actions


def _close_settled(actions: dict[str, Action], settings: Settings) -> None:
    """Commands over what is settled for everybody on this machine can't be used, and say why."""
    for key, beginning in (("theme", "theme-"), ("text-size", "text-"), ("list", "list")):
        if settings.is_settled(key):
            for name, action in actions.items():
                if name.startswith(beginning):
                    action.setEnabled(False)
                    action.setToolTip(QCoreApplication.translate("Commands", "Settled by whoever runs this machine"))


def calls_of(window: MainWindow) -> Calls:
    """Every command's call, by the command's id."""
    calls = _words(window) | _view(window) | plate_calls(window) | tool_calls(window) | _light(window)
    calls |= _places(window) | taking_calls(window) | _help(window) | keep_calls(window)
    return calls | Editing(window).calls(calls)


def _words(window: MainWindow) -> Calls:
    """Links, the clipboard and finding."""
    panel, copying = window.panel, window.panel.copying

    def open_link() -> None:
        from dimples_gui.dialogs import ask_link  # noqa: PLC0415  # see above

        if link := ask_link(window):
            window.open_link(link)

    def copy_link() -> None:
        QGuiApplication.clipboard().setText(to_link(window.navigator.scene))
        window.say(window.tr("Link copied."))

    def search() -> None:
        from dimples_gui.panels.search_box import SearchBox  # noqa: PLC0415  # see above

        box = window.findChild(SearchBox) or _search_box(window)
        box.open(window.atlas)

    def find() -> None:
        if window.parts.beside.current() is panel:
            panel.find()
            return
        keys = window.actions_by_id["search"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        window.say(window.tr("You can’t look for a word on this page. {keys} searches everything.").format(keys=keys))

    return {
        "copy-link": copy_link, "open-link": open_link, "quit": window.close, "search": search,
        "copy": copying.copy, "copy-claims": copying.copy_claims, "select-all": copying.select_all,
        "find": find, "find-next": panel.find_next, "find-previous": panel.find_previous,
    }  # fmt: skip


def _search_box(window: MainWindow) -> SearchBox:
    """The search, which is made when it is first asked for."""
    from dimples_gui.panels.search_box import SearchBox  # noqa: PLC0415  # see above
    from dimples_gui.paths import find_places  # noqa: PLC0415

    navigator = window.navigator

    def show(link: str) -> None:
        found = from_link(link, navigator.seen_on)
        layers = navigator.seen_on.get(found.name, LAYERS)
        here = navigator.scene
        depth = here.depth if here.layer in layers else found.depth
        window.panel.forget(found.name)
        there = here._replace(name=found.name, depth=depth, opened=found.opened, question=0, step=0)
        navigator.show(navigator.with_its_nerves(there))
        window.parts.beside.take_keyboard()

    host = window.centralWidget() or window
    box = SearchBox(host, window.atlas, window.appearance.look, find_places().compiled)
    box.link_chosen.connect(show)
    window.appearance.changed.connect(box.set_look)
    return box


def _view(window: MainWindow) -> Calls:
    """Layers, marks, zoom, text size, colours."""
    navigator, appearance = window.navigator, window.appearance
    calls: Calls = {
        "labels": lambda: navigator.show_labels(not navigator.scene.labels),
        "hotspots": lambda: navigator.show_hotspots(not navigator.scene.hotspots),
        "nerves": lambda: navigator.show_nerves(not navigator.scene.nerves),
        "text-larger": lambda: appearance.enlarge_text(1),
        "text-smaller": lambda: appearance.enlarge_text(-1),
        "text-normal": lambda: appearance.set_text_percent(100),
        "list": window.list_room.toggle,
    }  # fmt: skip
    for layer in LAYERS:
        calls[f"layer-{layer}"] = partial(navigator.set_layer, layer)
    for theme in THEMES:
        calls[f"theme-{theme}"] = partial(appearance.set_theme, theme)
    return calls


def _light(window: MainWindow) -> Calls:
    """The lamp, and whose body it shines on."""
    navigator = window.navigator

    def stand(azimuth: float, elevation: float) -> None:
        navigator.set_lamp(azimuth, elevation)

    def move(azimuth: float, elevation: float) -> None:
        navigator.set_lamp(*Lamp(*navigator.scene.lamp).moved(azimuth, elevation))

    calls: Calls = {
        "lamp-reset": partial(stand, *Lamp()),
        "lamp-left": partial(stand, 180.0, RAKING), "lamp-above": partial(stand, 90.0, RAKING),
        "lamp-right": partial(stand, 0.0, RAKING),
        "lamp-turn-left": partial(move, NOTCH, 0.0), "lamp-turn-right": partial(move, -NOTCH, 0.0),
        "lamp-raise": partial(move, 0.0, NOTCH), "lamp-lower": partial(move, 0.0, -NOTCH),
        "body-woman": partial(navigator.set_sex, 0.0), "body-man": partial(navigator.set_sex, 1.0),
    }  # fmt: skip
    for tone in TONES:
        calls[f"tone-{tone}"] = partial(navigator.set_tone, tone)
    return calls


def _places(window: MainWindow) -> Calls:
    """Where the reader goes, and where the keyboard goes."""
    navigator, panel, beside = window.navigator, window.panel, window.parts.beside
    panel.told.connect(window.say)

    def open_page(place: str) -> None:
        navigator.go_to_entry(place)
        beside.take_keyboard()

    return {
        **{command: partial(open_page, place) for command, place in PLACES.items()},
        "back": navigator.back, "forward": navigator.forward,
        "reveal": lambda: navigator.reveal(navigator.scene.name),
        "to-plate": lambda: plate_in_view(window).setFocus(Qt.FocusReason.ShortcutFocusReason),
        "next-term": lambda: panel.step_terms(1), "previous-term": lambda: panel.step_terms(-1),
        "to-words": beside.take_keyboard,
    }  # fmt: skip


def _help(window: MainWindow) -> Calls:
    """Keys, reports, the log, what it is."""

    def report() -> None:
        from dimples_gui.unforeseen import versions  # noqa: PLC0415  # see above

        scene = window.navigator.scene
        claims = [window.atlas.claims[claim] for claim in scene.opened if claim in window.atlas.claims]
        lines = [f"{claim.id}: {claim.text}" for claim in claims]
        QGuiApplication.clipboard().setText("\n".join((versions(), to_link(scene), *lines)))
        window.say(window.tr("Copied: page, open statements and versions. Paste them into your report."))

    def show_log() -> None:
        from PySide6.QtCore import QUrl  # noqa: PLC0415  # see above
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        from dimples_gui.unforeseen import log_file  # noqa: PLC0415

        file = log_file()
        if file.exists():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
        else:
            window.say(window.tr("Nothing has failed so far; there is no log."))

    def show_keys() -> None:
        from dimples_gui.dialogs import keys_dialog  # noqa: PLC0415  # see above

        keys_dialog(window, window.actions_by_id.values()).show()

    def show_about() -> None:
        from dimples_gui.dialogs import about_dialog  # noqa: PLC0415  # see above

        about_dialog(window, window.tr("%n entries", "", len(window.atlas.entries))).show()

    return {"keys": show_keys, "report": report, "log": show_log, "about": show_about}
