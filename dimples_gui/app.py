"""Builds the program from content and settings; the only file that knows every part."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from dimples_gui.appearance import Appearance
from dimples_gui.application import start_qt
from dimples_gui.atlas.shelf import open_atlas
from dimples_gui.curtain import FIRST_SIZE, Curtain, surroundings, take_away
from dimples_gui.errors import ContentError, LinkError
from dimples_gui.languages import content_language, install
from dimples_gui.main_window import MainWindow
from dimples_gui.navigator import Navigator
from dimples_gui.options import Options
from dimples_gui.paths import Places, asset, find_places, languages, settings_file
from dimples_gui.pictures import Pictures
from dimples_gui.plate.widths import list_px
from dimples_gui.policy import Policy, SettledStore
from dimples_gui.scene import PANELS, Scene, from_link
from dimples_gui.settings import Settings, Store, Visit
from dimples_gui.unforeseen import Unforeseen, log_file

if TYPE_CHECKING:
    from dimples_gui.authoring import Watch
    from dimples_gui.listener import Listener

DEFAULT_SIZE = QSize(*FIRST_SIZE)
PANEL_PX = (380, 560)  # least and most of the panel at first


class Program:
    """The running program: Qt's application, the atlas and the window."""

    def __init__(
        self,
        options: Options,
        pictures: Pictures | None = None,
        window: MainWindow | None = None,
        policy: Policy = Policy(),  # noqa: B008  # a value
    ) -> None:
        """Start Qt, read the atlas, fill the window. `pictures` may be on their way already, `window` on screen."""
        self.options = options
        self.listener: Listener | None = None
        self.follower: Watch | None = None
        start_qt(screenless=options.screenless)  # if that was not done before
        self.places = find_places(options.content or policy.content, policy.extra)
        require_language(self.places, options.language)
        self._translators = install(options.language, self.places.assets)
        self.atlas = open_atlas(self.places, content_language(options.language), may_write=not options.private)
        self.failed_fonts = load_fonts(self.places)
        store = settings_store(options)
        self.settings = Settings(SettledStore(store, policy.settings) if policy.settings else store)
        if options.theme:
            self.settings.theme = options.theme
        if options.text_size:
            self.settings.text_percent = options.text_size
        appearance = Appearance(self.settings, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
        self.seen_on = {entry.id: entry.seen_on() for entry in self.atlas.entries.values()}
        self.navigator = Navigator(self.seen_on, self._first_scene())
        self.picture_of = pictures or Pictures(self.places)
        self.window = window or MainWindow()
        self.window.fill(self.atlas, self.picture_of, self.navigator, appearance, self.settings)
        self._size_window()

    def listen(self) -> None:
        """Take links from later starts into this window."""
        from dimples_gui.listener import Listener  # noqa: PLC0415  # loads QtNetwork, for which no start has time

        self.listener = Listener(self.window)
        self.listener.link_taken.connect(self.window.come_forward)

    def watch(self) -> None:
        """Show what an author saves as soon as it is saved."""
        from dimples_gui.authoring import Watch  # noqa: PLC0415  # for authors only

        self.follower = Watch(self.places, content_language(self.options.language), self.window)
        self.follower.reloaded.connect(self.window.show_atlas)
        self.navigator.changed.connect(self._tell_of_own_picture)
        self._lit = _light_of(self.navigator.scene)

    def _tell_of_own_picture(self, scene: Scene) -> None:
        """Lamp and sliders do nothing to an author's picture without a relief: say so, lest the author wonder."""
        before, self._lit = self._lit, _light_of(scene)
        if before != self._lit and self.picture_of.stays_as_drawn(scene.layer):
            words = self.window.tr("This layer stays as you drew it: lamp and body need a {relief} beside {picture}.")
            self.window.say(words.format(relief=f"{scene.layer}.relief.png", picture=f"{scene.layer}.png"))

    def _first_scene(self) -> Scene:
        """What the link asks for; else what was on screen at the end of the last visit; else home."""
        scene = from_link(self.options.link, self.seen_on) if self.options.link else self._last_scene()
        return scene._replace(
            labels=scene.labels or self.options.labels, hotspots=scene.hotspots or self.options.hotspots
        )

    def _last_scene(self) -> Scene:
        """The scene at the end of the last visit, if it still exists, without what was opened then."""
        try:
            scene = from_link(self.settings.scene_link or "dimples:home", self.seen_on)
        except LinkError:
            return Scene()
        return scene._replace(opened=()) if scene.name in self.seen_on or scene.name in PANELS else Scene()

    def _size_window(self) -> None:
        """The size asked for, the size of the last visit, or a good one for this screen."""
        window, settings = self.window, self.settings
        if self.options.size:
            window.resize(*self.options.size)
        elif not window.restoreGeometry(settings.geometry):
            screen = window.screen().availableSize()
            window.resize(DEFAULT_SIZE.boundedTo(screen))
        if not window.columns.restoreState(settings.columns):
            width = window.width()
            panel = min(max(width // 3, PANEL_PX[0]), PANEL_PX[1])
            beside = list_px(self.atlas, window.appearance.look)
            window.columns.setSizes([beside, width - beside - panel, panel])


def _light_of(scene: Scene) -> tuple[object, ...]:
    """All that the look of the layers depends on."""
    return scene.lamp, scene.build, scene.tone, scene.explanation


class Early(NamedTuple):
    """What a start has ready before the rest of the program is imported."""

    application: QApplication
    pictures: Pictures
    policy: Policy = Policy()
    window: MainWindow | None = None  # on screen already if there is a curtain
    curtain: Curtain | None = None


def run(options: Options, early: Early) -> int:
    """Start the program as asked and stay until it ends; the exit code."""
    around = surroundings()
    program = Program(options, early.pictures, early.window, early.policy)
    if options.screenless:
        from dimples_gui import screenless, self_test  # noqa: PLC0415  # not needed when somebody looks

        return self_test.run(program) if options.self_test else screenless.shoot(program)
    if options.private:
        from dimples_gui.private import leave_no_trace  # noqa: PLC0415  # most visits are not

        leave_no_trace()
    else:
        take_away(program.places)
    _prepare(program, early.curtain)
    program.window.show()
    QTimer.singleShot(0, look_for_garbage)
    scheme = early.application.styleHints().colorScheme()
    code = early.application.exec()
    for follower in (program.listener, program.follower):
        if follower:
            follower.stop()
    program.settings.write()
    if program.places.compiled and not options.private and scheme == early.application.styleHints().colorScheme():
        from dimples_gui.screenless import keep_next  # noqa: PLC0415  # nobody looks any more

        keep_next(Program(Options(), policy=early.policy), around)
    return code


def _prepare(program: Program, curtain: Curtain | None) -> None:
    """What is to be done once, when the window has all its parts."""
    options, furnished, once = program.options, program.window.furnished, Qt.ConnectionType.SingleShotConnection
    Unforeseen(lambda: program.window, None if options.private else log_file()).install()
    if curtain:
        curtain.raise_()
        furnished.connect(curtain.fall, once)
    if options == Options(link=options.link):
        furnished.connect(lambda: QTimer.singleShot(0, program.listen), once)
    if options.content:
        furnished.connect(program.watch, once)
    if not program.settings.lasts:
        furnished.connect(program.window.tell_of_forgetting, once)


def look_for_garbage() -> None:
    """Collect garbage again, which a start does not (see __main__); what is there by now is there to stay."""
    gc.freeze()
    gc.enable()


def require_language(places: Places, language: str) -> None:
    """Raise ContentError where there are no words in a language."""
    known = languages(places)
    if content_language(language) not in known:
        raise ContentError(f"There are no words in “{language}” yet; there are words in {', '.join(known)}.")


def load_fonts(places: Places) -> list[str]:
    """Make the bundled font known to Qt; the names of files that it could not read."""
    folder = asset(places, "fonts")
    files = sorted(folder.glob("*.ttf")) if folder else []
    return [file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0]


def settings_store(options: Options) -> Store:
    """Where settings live: a file in the platform's own place; for a picture, a test or a private visit, memory."""
    if options.screenless:
        visit = Visit(private=options.private)
        Settings(visit).forget_hint()
        return visit
    file = settings_file()
    store = QSettings(str(file), QSettings.Format.IniFormat) if file else Visit()
    if options.private:
        from dimples_gui.private import private_store  # noqa: PLC0415  # most visits are not

        return private_store(store)
    return store
