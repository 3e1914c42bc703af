"""All forms by layer, and which of them an outline has."""

from forms import Form
from forms_bone import BONE_FORMS
from forms_soft import FAT_FORMS, LIGAMENT_FORMS, MUSCLE_FORMS
from pattern_vertebra import PATTERN, Pattern

FORMS = {"fat": FAT_FORMS, "muscle": MUSCLE_FORMS, "ligament": LIGAMENT_FORMS, "bone": BONE_FORMS}
PATTERNS: dict[str, Pattern] = {"vertebra (what all have in common)": PATTERN}


def form_of(name: str, layer: str) -> Form:
    """The form of the longest name that the id begins with. Raises ValueError for an outline nobody has formed."""
    names = [known for known in FORMS[layer] if name.startswith(known)]
    if not names:
        raise ValueError(f"no form for the outline {name!r} on the layer {layer}: add it to the layer's forms")
    return FORMS[layer][max(names, key=len)]
