"""Builds to start from."""

from typing import NamedTuple

from dimples_gui.body.build import DEFAULT, MAN, WOMAN, Build


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  # lupdate looks for this name
    """Mark a text for translation and hand it on."""
    return text


class Preset(NamedTuple):
    """A build with a name, and why it has these figures."""

    name: str
    why: str
    build: Build


# Muscle and tether are illustrative in all of them: nobody has measured either for this.
PRESETS = (
    Preset(
        QT_TRANSLATE_NOOP("WhatIf", "Lean runner"),
        # women's “fitness” band is 21-24 % in a table seen only in copies [ace_metriqfit]
        QT_TRANSLATE_NOOP("WhatIf", "A woman with 21 % body fat, where a common table has fit women begin"),
        Build(WOMAN, fat=0.21, muscle=0.6),
    ),
    Preset(
        QT_TRANSLATE_NOOP("WhatIf", "Average woman"),
        # the middle of 32-42 %, means of US women by age [nhanes_secondary]
        QT_TRANSLATE_NOOP("WhatIf", "37 % body fat, the middle of what surveys found in US women"),
        Build(WOMAN, fat=0.37),
    ),
    Preset(
        QT_TRANSLATE_NOOP("WhatIf", "Average man"),
        # the middle of 23-31 %, means of US men by age [nhanes_secondary]
        QT_TRANSLATE_NOOP("WhatIf", "27 % body fat, the middle of what surveys found in US men"),
        Build(MAN, fat=0.27),
    ),
    Preset(
        QT_TRANSLATE_NOOP("WhatIf", "No tether"),
        QT_TRANSLATE_NOOP("WhatIf", "The middling build, with nothing that holds the skin down"),
        DEFAULT._replace(tether=0.0),
    ),
    Preset(
        QT_TRANSLATE_NOOP("WhatIf", "After liposuction shaping"),
        # what clinics describe: a small disc of fat taken out, the skin stitched down, or both [c36]
        QT_TRANSLATE_NOOP("WhatIf", "No tether, and a hollow made by a procedure"),
        DEFAULT._replace(tether=0.0, carved=True),
    ),
)
