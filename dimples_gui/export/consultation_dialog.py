"""The dialog in which the reader fills in the consultation sheet. What is in it lasts for the visit and is not kept."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dimples_gui.atlas.decide import decide_of
from dimples_gui.atlas.model import Atlas
from dimples_gui.boxes import without_pictures
from dimples_gui.export.consultation import LONGEST_ANSWER, LONGEST_QUESTION, MOST_LOOKED, MOST_OWN, Answers
from dimples_gui.export.dialog_tick import DialogTick
from dimples_gui.export.paper import PAPERS, Paper, usual_paper
from dimples_gui.theme import Look

SIZE = QSize(620, 680)
USUAL_LINE_PX = 17.0  # as high is a line where that size is right


class ConsultationDialog(QDialog):
    """Asks, and hands on what is to be done with the answers."""

    save_wanted = Signal()
    preview_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, atlas: Atlas, answers: Answers, looked: tuple[str, ...], look: Look, parent: QWidget) -> None:
        """With the answers given before in this visit; `looked` are all entries that can be named."""
        super().__init__(parent)
        self._look = look
        self._atlas, self._sheet = atlas, decide_of(atlas.decide).sheet
        self.setWindowTitle(self.tr("Consultation Sheet"))
        self.said: dict[str, QLineEdit] = {}
        self.asked: dict[str, DialogTick] = {}
        self.looked: dict[str, DialogTick] = {}
        self.own: list[QLineEdit] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        kept = self.tr("It is not kept: save it as a file, or it is gone when you close the program.")
        column.addWidget(_worded(f"{self._sheet.lead} {kept}"))
        column.addWidget(self._matters(answers))
        column.addWidget(self._questions(answers))
        column.addWidget(self._entries(answers, looked))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the fields, and would show no ring
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.addWidget(scroll)
        outer.addWidget(self._buttons())
        grown = self.fontMetrics().height() / USUAL_LINE_PX
        room = parent.window().size()
        self.resize((SIZE * max(grown, 1.0)).boundedTo(room - SIZE * 0.03).expandedTo(self.minimumSizeHint()))

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        for tick in (*self.asked.values(), *self.looked.values()):
            tick.set_look(look)

    def answers(self) -> Answers:
        """As filled in now."""
        return Answers(
            tuple(name for name, box in self.looked.items() if box.isChecked()),
            tuple((prompt, field.text()) for prompt, field in self.said.items()),
            tuple(question for question, box in self.asked.items() if box.isChecked()),
            tuple(field.text() for field in self.own),
        )

    def paper(self) -> Paper:
        """The one that is chosen."""
        return PAPERS[self._paper.currentData()]

    def _matters(self, answers: Answers) -> QGroupBox:
        """A field for each prompt, its hint in it."""
        group, column = self._group(self.tr("What matters to me"))
        for prompt in self._sheet.prompts:
            label, field = _worded(prompt.text), QLineEdit(answers.to(prompt.id))
            field.setPlaceholderText(prompt.hint)
            field.setAccessibleName(prompt.text)
            field.setAccessibleDescription(prompt.hint)
            field.setMaxLength(LONGEST_ANSWER)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            self.said[prompt.id] = field
        return group

    def _questions(self, answers: Answers) -> QGroupBox:
        """A box for each suggested question, fields for the reader's own."""
        group, column = self._group(self.tr("What I want to ask"))
        for key, words in self._sheet.questions:
            self.asked[key] = self._ticked(words, ticked=key in answers.asked)
            column.addWidget(self.asked[key])
        for number in range(MOST_OWN):
            field = QLineEdit(answers.own[number] if number < len(answers.own) else "")
            field.setPlaceholderText(self.tr("A question of your own"))
            field.setAccessibleName(self.tr("A question of your own, {number}").format(number=number + 1))
            field.setMaxLength(LONGEST_QUESTION)
            column.addWidget(field)
            self.own.append(field)
        return group

    def _entries(self, answers: Answers, looked: tuple[str, ...]) -> QGroupBox:
        """A box for each entry that was looked at."""
        group, column = self._group(self.tr("What I looked at"))
        names = [name for name in dict.fromkeys((*answers.looked, *looked)) if name in self._atlas.entries]
        for name in names[: MOST_LOOKED * 2]:
            self.looked[name] = self._ticked(self._atlas.entries[name].title, ticked=name in answers.looked)
            column.addWidget(self.looked[name])
        if not names:
            column.addWidget(_worded(self.tr("Nothing yet: open something on the plate first.")))
        return group

    def _ticked(self, words: str, *, ticked: bool) -> DialogTick:
        """A box and its words."""
        tick = DialogTick(words.replace("&", "&&"), self._look, ticked=ticked)
        tick.setAccessibleName(words)
        return tick

    def _group(self, title: str) -> tuple[QGroupBox, QVBoxLayout]:
        group = QGroupBox(title)
        return group, QVBoxLayout(group)

    def _buttons(self) -> QDialogButtonBox:
        """Paper, save, preview, print, close."""
        buttons = without_pictures(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        self._paper = QComboBox()
        self._paper.setAccessibleName(self.tr("Paper"))
        for paper in PAPERS.values():
            self._paper.addItem(paper.name, paper.id)
        self._paper.setCurrentIndex(self._paper.findData(usual_paper().id))
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.save = buttons.addButton(self.tr("&Save…"), role)
        self.preview = buttons.addButton(self.tr("Pre&view…"), role)
        self.print = buttons.addButton(self.tr("Prin&t…"), role)
        self.save.clicked.connect(self.save_wanted)
        self.preview.clicked.connect(self.preview_wanted)
        self.print.clicked.connect(self.print_wanted)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # they are push buttons
        buttons.rejected.connect(self.reject)
        layout = buttons.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, self._paper)
        return buttons


def _worded(text: str) -> QLabel:
    """A text in as many lines as it takes."""
    label = QLabel(text)
    label.setWordWrap(True)
    return label
