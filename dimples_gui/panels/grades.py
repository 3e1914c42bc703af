"""Grades and verdicts in words."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def grade_word(grade: str) -> str:
    """`textbook` for B."""
    return {
        "A": translate("Grades", "measured"),
        "B": translate("Grades", "textbook"),
        "C": translate("Grades", "indirect"),
        "D": translate("Grades", "popular only"),
    }[grade]


def grade_meaning(grade: str) -> str:
    """What a grade says of a statement, in a sentence."""
    return {
        "A": translate("Grades", "Measured directly, at this very point."),
        "B": translate("Grades", "Stated in a textbook, by a classic anatomist or on an official label."),
        "C": translate("Grades", "Indirect: one small study, a likeness to something else, or an inference."),
        "D": translate("Grades", "Said in popular sources only."),
    }[grade]


def verdict_word(verdict: str) -> str:
    """A verdict on a popular sentence, in the reader's language."""
    return {
        "holds": translate("Grades", "holds"),
        "needs qualifying": translate("Grades", "needs qualifying"),
        "contested": translate("Grades", "contested"),
        "contradicted": translate("Grades", "contradicted"),
        "no evidence": translate("Grades", "no evidence"),
    }[verdict]
