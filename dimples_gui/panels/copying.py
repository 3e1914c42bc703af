"""What can be taken from a page onto the clipboard: words, claims with their sources, all of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from dimples_gui.atlas.model import Atlas
from dimples_gui.panels.page import Page
from dimples_gui.panels.quotation import quote_claim, quote_claims, quote_entry


class Copying(QObject):
    """Copies from one page."""

    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, atlas: Atlas, page: Page) -> None:
        super().__init__(page)
        self._atlas, self._page = atlas, page

    def copy(self) -> None:
        """Copy the words that are selected."""
        if self._page.textCursor().hasSelection():
            self._page.copy()
            self.copied.emit(self.tr("Copied."))

    def select_all(self) -> None:
        """Select all words of the page."""
        self._page.galley.finish()
        self._page.selectAll()

    def copy_claim(self, claim_id: str) -> None:
        """Copy one claim with its grade and sources."""
        if claim_id in self._atlas.claims:
            self._take(quote_claim(self._atlas, self._atlas.claims[claim_id]))

    def copy_claims(self) -> None:
        """Copy the claims of this page whose badges are open, or all of the page where none is."""
        opened = [part.claim for part in self._page.leaf.paragraphs if part.role == "behind-last"]
        if opened:
            self._take(quote_claims(self._atlas, opened))
        else:
            self.copy_all()

    def copy_all(self) -> None:
        """Copy the whole page: of an entry with all grades and sources."""
        entry = self._atlas.entries.get(self._page.leaf.name)
        if entry:
            self._take(quote_entry(self._atlas, entry))
        else:
            QGuiApplication.clipboard().setText(self._page.text())
            self.copied.emit(self.tr("Copied."))

    def _take(self, quoted: str) -> None:
        """Put quoted claims on the clipboard."""
        QGuiApplication.clipboard().setText(quoted)
        self.copied.emit(self.tr("Copied, with grade and sources."))
