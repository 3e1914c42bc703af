"""Finding out where everything on a page is, some of it at a time: all of a long page at once would take long."""

from PySide6.QtGui import QTextDocument

from dimples_gui.panels.galley import Galley
from dimples_gui.panels.geometry import Plan, blocks_between, plan_of

AT_ONCE = 60  # paragraphs


class Survey:
    """The plan of a galley's document, as far as it is made."""

    def __init__(self, document: QTextDocument, galley: Galley) -> None:
        self._document, self._galley = document, galley
        self.plan: Plan | None = None  # of everything; None while it is not known
        self._parts: list[Plan] = []
        self._until = 0  # the paragraph after those parts
        self.is_news = True  # nobody was told yet that things have other places

    def begin(self) -> None:
        """Forget what was known: things have other places now."""
        self.plan, self._parts, self._until = None, [], 0
        self.is_news = True

    def go_on(self) -> None:
        """Find what is on the next of the document's paragraphs."""
        if self.plan is None:
            first, self._until = self._until, self._until + AT_ONCE
            self._parts.append(self._plan_of(first, self._until))
            if self._until >= len(self._galley.laid):
                self.plan = _joined(self._parts)

    def finish(self) -> Plan:
        """The plan, found to its end if need be."""
        while self.plan is None:
            self.go_on()
        return self.plan

    def between(self, top: float, bottom: float) -> Plan:
        """The plan, or if it is not known, that of what lies between two heights."""
        return self.plan or self._plan_of(*blocks_between(self._document, top, bottom))

    def _plan_of(self, first: int, last: int) -> Plan:
        return plan_of(self._document, self._galley.laid, self._galley.setter, first, last)


def _joined(parts: list[Plan]) -> Plan:
    """One plan of several that follow one another; each has all grounds."""
    marks = tuple(mark for part in parts for mark in part.marks)
    return Plan(marks, tuple(card for part in parts for card in part.cards), parts[-1].grounds)
