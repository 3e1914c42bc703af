"""What the sliders say of a build, and the sentence that says what one sees."""

from PySide6.QtCore import QCoreApplication, QLocale

from dimples_gui.body.build import Build
from dimples_gui.body.dimple import dimple_depth_mm
from dimples_gui.body.explanation import EXPLANATIONS, Explanation
from dimples_gui.body.visible import sight
from dimples_gui.panels.leaf import NBSP
from dimples_gui.scene import Scene

translate = QCoreApplication.translate

NO_DENT_MM = 0.05  # shallower, there is none
SIDE_LIGHT = 50.0  # degrees: a lamp that is lifted higher stands in front of the back


def explanation_of(scene: Scene) -> Explanation:
    """The explanation that a scene is drawn by."""
    return next(one for one in EXPLANATIONS if one.id == scene.explanation)


def explanation_name(explanation: Explanation) -> str:
    """What it is called."""
    return {
        "held-down": translate("WhatIf", "held down"),
        "filled-in": translate("WhatIf", "filled in"),
        "between-muscles": translate("WhatIf", "between muscles"),
    }[explanation.id]


def who_holds(explanation: Explanation) -> str:
    """Who says so."""
    return translate("Explanation", explanation.who)


def what_it_says(explanation: Explanation) -> str:
    """In one line."""
    return translate("Explanation", explanation.says)


# --- values -------------------------------------------------------------------------------------------------------


def sex_words(sex: float) -> str:
    """From female to male."""
    if sex in {0.0, 1.0}:
        return translate("WhatIf", "male") if sex else translate("WhatIf", "female")
    if 0.4 <= sex <= 0.6:
        return translate("WhatIf", "half way")
    return translate("WhatIf", "nearer to male") if sex > 0.5 else translate("WhatIf", "nearer to female")


def percent(share: float) -> str:
    """`28 %`."""
    return f"{round(100 * share)}{NBSP}%"


def muscle_words(muscle: float) -> str:
    """From slight to strong."""
    words = (
        translate("WhatIf", "slight"),
        translate("WhatIf", "rather slight"),
        translate("WhatIf", "middling"),
        translate("WhatIf", "rather strong"),
        translate("WhatIf", "strong"),
    )
    return _step_of(words, muscle)


def tether_words(tether: float) -> str:
    """None, or from long to short."""
    if not tether:
        return translate("WhatIf", "none")
    words = (
        translate("WhatIf", "very long"),
        translate("WhatIf", "long"),
        translate("WhatIf", "middling"),
        translate("WhatIf", "rather short"),
        translate("WhatIf", "short"),
    )
    return _step_of(words, tether)


def _step_of(words: tuple[str, ...], share: float) -> str:
    """The word for a share from 0 to 1, each for as wide a stretch of it."""
    return words[min(int(share * len(words)), len(words) - 1)]


def millimetres(depth: float) -> str:
    """`2.5 mm`, as a chart or a table says it."""
    return translate("WhatIf", "%1 mm").replace("%1", QLocale().toString(depth, "f", 1)).replace(" ", NBSP)


# --- the sentence -------------------------------------------------------------------------------------------------


def sentence(scene: Scene) -> str:
    """What is to be seen with a scene's build under its explanation and its lamp; with both builds, if there are two.

    Depth and sight are worked out, see body/dimple.py and body/visible.py; nobody has measured either.
    """
    light = _light(scene.lamp[1])
    if scene.compared:
        both = translate("WhatIf", "Seen {light}, body A has {a}; body B has {b}.")
        a, b = (_dents(build, scene) for build in (scene.build, scene.compared))
        return both.format(light=light, a=a, b=b)
    depth = dimple_depth_mm(scene.build, explanation_of(scene))
    if depth <= NO_DENT_MM:
        return translate("WhatIf", "With this build no dent is to be seen.")
    words = {
        "easily": translate("WhatIf", "With this build the dents are {depth} deep and easy to see {light}."),
        "faintly": translate("WhatIf", "With this build the dents are {depth} deep and show faintly {light}."),
        "hardly": translate("WhatIf", "With this build the dents are {depth} deep and can hardly be seen {light}."),
    }[sight(scene.build, explanation_of(scene), scene.lamp[1]).word]
    return words.format(light=light, depth=_about(depth))


def _dents(build: Build, scene: Scene) -> str:
    """What one body of two has."""
    explanation = explanation_of(scene)
    depth = dimple_depth_mm(build, explanation)
    if depth <= NO_DENT_MM:
        return translate("WhatIf", "no dent to be seen")
    words = {
        "easily": translate("WhatIf", "dents {depth} deep, easy to see"),
        "faintly": translate("WhatIf", "faint dents {depth} deep"),
        "hardly": translate("WhatIf", "dents {depth} deep, hardly to be seen"),
    }[sight(build, explanation, scene.lamp[1]).word]
    return words.format(depth=_about(depth))


def _light(elevation: float) -> str:
    """Where the lamp shines from."""
    if elevation <= SIDE_LIGHT:
        return translate("WhatIf", "in side light")
    return translate("WhatIf", "in light from the front")


def _about(depth: float) -> str:
    """A depth to half a millimetre: more would be more than anyone knows."""
    if depth < 0.75:
        return translate("WhatIf", "less than 1 mm").replace("1 mm", f"1{NBSP}mm")
    halves = round(2 * depth) / 2
    number = QLocale().toString(halves, "f", 0 if halves.is_integer() else 1)
    return translate("WhatIf", "about {number} mm").format(number=number).replace(f"{number} ", f"{number}{NBSP}")
