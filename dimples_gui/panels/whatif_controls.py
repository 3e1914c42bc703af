"""The sliders and the switch that describe one build, and the builds to start from."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dimples_gui.body.build import DEFAULT, Build, fat_range
from dimples_gui.panels.whatif_buttons import Pill, Tick
from dimples_gui.panels.whatif_flow import Flow
from dimples_gui.panels.whatif_presets import PRESETS
from dimples_gui.panels.whatif_slider import BuildSlider
from dimples_gui.panels.whatif_words import muscle_words, percent, sex_words, tether_words
from dimples_gui.theme import Look

translate = QCoreApplication.translate
SAMPLES = 20


class Shown(NamedTuple):
    """Where a slider stands for a build."""

    at: float
    words: str
    low: float = 0.0
    high: float = 1.0


# How the values of a slider are said, by the field of the build that it moves.
WORDS: dict[str, Callable[[float], str]] = {
    "sex": sex_words, "fat": percent, "muscle": muscle_words, "tether": tether_words,
}  # fmt: skip


def _sayings(words: Callable[[float], str]) -> set[str]:
    """All that may be said of a value."""
    return {words(step / SAMPLES) for step in range(SAMPLES + 1)}


def shown(build: Build) -> dict[str, Shown]:
    """Where each slider stands, by the field of the build that it moves."""
    bounds = {"fat": fat_range(build.sex)}
    values = {field: float(getattr(build, field)) for field in WORDS}
    return {field: Shown(at, WORDS[field](at), *bounds.get(field, ())) for field, at in values.items()}


def moved(build: Build, field: str, at: float) -> Build:
    """A build with one slider elsewhere. Another sex keeps the place in the range of body fat."""
    if field == "sex":
        return build.with_sex(at)
    return build._replace(**{field: at}).within_bounds()  # type: ignore[arg-type]  # the fields of all sliders are floats


class Controls(QWidget):
    """Shows one build, and asks for others."""

    build_wanted = Signal(object)  # Build
    drag_begun = Signal()
    drag_ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = DEFAULT
        named = {
            "sex": (self.tr("Build, female to male"), self.tr("From a woman’s build to a man’s")),
            "fat": (self.tr("Body fat"), self.tr("Body fat, as a share of body mass; its range follows the build")),
            "muscle": (self.tr("Muscle"), self.tr("From slight to strong muscles")),
            "tether": (self.tr("Tether"), self.tr("The fibres said to hold the skin down: none, or long to short")),
        }
        self.sliders = {field: BuildSlider(*named[field], _sayings(WORDS[field]), look) for field in named}
        tip = self.tr("As if fat had been taken out at that spot")
        self.carved = Tick(self.tr("A hollow made by a procedure"), tip, look)
        presets = ((translate("WhatIf", preset.name), translate("WhatIf", preset.why)) for preset in PRESETS)
        self.presets = [Pill(name, why, look) for name, why in presets]
        self._lay_out()
        for field, slider in self.sliders.items():
            slider.value_wanted.connect(partial(self._on_value, field))
            slider.drag_begun.connect(self.drag_begun)
            slider.drag_ended.connect(self.drag_ended)
        self.carved.toggled.connect(lambda on: self.build_wanted.emit(self._build._replace(carved=on)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        starts = QWidget()
        starts.setAccessibleName(self.tr("Builds to start from"))
        flow = Flow(starts)
        for button, preset in zip(self.presets, PRESETS, strict=True):
            button.clicked.connect(partial(self._on_preset, preset.build))
            flow.addWidget(button)
        column.addWidget(starts)
        for slider in self.sliders.values():
            column.addWidget(slider)
        column.addWidget(self.carved)

    def show_build(self, build: Build) -> None:
        """Stand where a build is."""
        self._build = build
        for field, place in shown(build).items():
            self.sliders[field].show_value(*place)
        with QSignalBlocker(self.carved):  # or it would ask for it
            self.carved.setChecked(build.carved)

    def set_look(self, look: Look) -> None:
        """Take other colours or another size of text."""
        for slider in self.sliders.values():
            slider.set_look(look)
        for button in self.presets:
            button.set_look(look)
        self.carved.set_look(look)

    def _on_value(self, field: str, at: float) -> None:
        self.build_wanted.emit(moved(self._build, field, at))

    def _on_preset(self, build: Build) -> None:
        self.build_wanted.emit(build)
