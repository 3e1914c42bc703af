"""Makes and connects the panels that are not words, each when its place is first gone to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from dimples_gui.scene import WHATIF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from dimples_gui.main_window import MainWindow
    from dimples_gui.navigator import Navigator
    from dimples_gui.panels.whatif import WhatIfPanel

SHOWN_MS = 100  # by then a panel stands there


def makers(window: MainWindow) -> Mapping[str, Callable[[], QWidget]]:
    """What makes each panel of a window, by the name of its place."""
    from dimples_gui.decide_panels import decide_makers  # noqa: PLC0415  # the first paint does not wait for it

    return {WHATIF: partial(_what_if, window), **decide_makers(window)}


def _what_if(window: MainWindow) -> WhatIfPanel:
    """The panel, and whom it asks for what."""
    from dimples_gui.panels.whatif import WhatIfPanel  # noqa: PLC0415  # no start shows it
    from dimples_gui.plate.section_early import expect_section  # noqa: PLC0415

    panel, navigator = WhatIfPanel(window.atlas, window.appearance.look), window.navigator
    ask(panel, navigator)
    panel.link_clicked.connect(window.open_link)
    panel.web_clicked.connect(window.ask_and_open)
    panel.copied.connect(window.say)
    QTimer.singleShot(SHOWN_MS, panel, partial(expect_section, window.atlas))
    return panel


def ask(panel: WhatIfPanel, navigator: Navigator) -> None:
    """What the panel wants of the scene is asked of a navigator; a drag is one act."""
    panel.build_wanted.connect(navigator.set_build)
    panel.compared_wanted.connect(navigator.compare)
    panel.explanation_wanted.connect(navigator.set_explanation)
    panel.drag_begun.connect(navigator.begin_drag)
    panel.drag_ended.connect(navigator.end_drag)
    panel.claim_toggled.connect(navigator.toggle_claim)
