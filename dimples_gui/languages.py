"""The program's own words in the reader's language; and a made-up language that shows what is not translatable."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

PSEUDO = "en-XA"  # CLDR's name for accented English
ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
ENDS_BY = {"<": ">", "{": "}", "%": ""}  # markup and places, which stay as they are; %1 is two characters
LONGER = 0.4  # as much longer as translations of short texts tend to be


class PseudoTranslator(QTranslator):
    """Accents each text and makes it 40 % longer: plain text on screen was not translatable, cut text has no room."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """`Zoom &In` becomes `Zóóm &Íñ~~~`; markup and places stay as they are."""
        return accent(text.replace("%n", str(n)) if n >= 0 else text)

    def isEmpty(self) -> bool:
        """Qt asks no translator that is empty."""
        return False


def accent(text: str) -> str:
    """A text of the made-up language."""
    if not text.strip():
        return text
    parts = []
    rest = text
    while rest:
        at = min((i for i in map(rest.find, ENDS_BY) if i >= 0), default=len(rest))
        parts.append(rest[:at].translate(ACCENTED))
        ending = ENDS_BY.get(rest[at : at + 1], "")
        end = rest.find(ending, at) + 1 or len(rest) if ending else at + 2
        parts.append(rest[at:end])
        rest = rest[end:]
    return "".join(parts) + "~" * max(1, round(len(text) * LONGER))


def is_pseudo(text: str) -> bool:
    """Whether a text on screen went through the made-up language."""
    return "~" in text


def install(language: str, assets: tuple[Path, ...]) -> list[QTranslator]:
    """Speak a language: our own words and Qt's. Returns the translators, which the caller keeps."""
    app = QCoreApplication.instance()
    if app is None or language == "en":
        return []
    if language == PSEUDO:
        found: list[QTranslator] = [PseudoTranslator(app)]
    else:
        found = []
        for folder in assets:
            translator = QTranslator(app)
            if translator.load(f"dimples_{language}", str(folder / "translations")):
                found.append(translator)
    for translator in found:
        QCoreApplication.installTranslator(translator)
    return found


def content_language(language: str) -> str:
    """The language whose content goes with a language of the program's own words."""
    return "en" if language == PSEUDO else language
