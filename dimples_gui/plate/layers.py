"""The layers' names in the reader's language."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_NAMES = {
    "skin": QT_TRANSLATE_NOOP("Layer", "skin"),
    "fat": QT_TRANSLATE_NOOP("Layer", "fat"),
    "muscle": QT_TRANSLATE_NOOP("Layer", "muscle"),
    "ligament": QT_TRANSLATE_NOOP("Layer", "ligament"),
    "bone": QT_TRANSLATE_NOOP("Layer", "bone"),
}


def layer_name(layer: str) -> str:
    """What a layer is called on screen."""
    return QCoreApplication.translate("Layer", str(_NAMES.get(layer, layer)))
