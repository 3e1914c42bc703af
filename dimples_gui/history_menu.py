"""The places where the reader was, as entries of a menu that lead there."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from dimples_gui.navigator import Navigator
from dimples_gui.scene import Place

TitleOf = Callable[[Place], str]


def fill_back(menu: QMenu, navigator: Navigator, title_of: TitleOf) -> None:
    """The places before, the nearest first."""
    menu.clear()
    _add_earlier(menu, navigator, title_of)


def fill_history(menu: QMenu, navigator: Navigator, title_of: TitleOf) -> None:
    """All places, the latest first; the one where the reader is has a mark."""
    menu.clear()
    for step, place in reversed([*enumerate(navigator.trail.later(), 1)]):
        _add(menu, title_of(place), navigator, step)
    here = menu.addAction(title_of(navigator.scene.place))
    here.setCheckable(True)
    here.setChecked(True)
    _add_earlier(menu, navigator, title_of)


def _add_earlier(menu: QMenu, navigator: Navigator, title_of: TitleOf) -> None:
    for step, place in enumerate(navigator.trail.earlier(), 1):
        _add(menu, title_of(place), navigator, -step)


def _add(menu: QMenu, title: str, navigator: Navigator, step: int) -> None:
    menu.addAction(title).triggered.connect(lambda: navigator.jump(step))
