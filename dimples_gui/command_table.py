"""Every command of the program as a row of data, in the order of the menus."""

from dimples_gui.actions import Command
from dimples_gui.menus import QT_TRANSLATE_NOOP


def _layer(number: int, layer: str, text: str, tip: str) -> Command:
    """The command that shows one layer."""
    return Command(f"layer-{layer}", "view/layer", text, (str(number),), tip, True, True, "layer")


def _theme(theme: str, text: str, tip: str) -> Command:
    """The command that chooses one set of colours."""
    return Command(f"theme-{theme}", "view/theme", text, (), tip, checkable=True, group="theme")


def _plate(name: str, text: str, tip: str, key: str) -> Command:
    """The command that puts up the back, the section, or both."""
    return Command(f"plate-{name}", "view/plate", text, (key,), tip, checkable=True, on_plate=True, group="plate")


def _lamp(name: str, text: str, tip: str, *keys: str, ruled: bool = False) -> Command:
    """A command that moves the lamp; its keys act on the plate."""
    return Command(f"lamp-{name}", "view/lamp", text, keys, tip, on_plate=bool(keys), ruled=ruled)


def _tone(tone: str, text: str) -> Command:
    """The command that shows skin of one tone."""
    tip = QT_TRANSLATE_NOOP("Commands", "Show skin of this tone")
    return Command(f"tone-{tone}", "view/tone", text, (), tip, checkable=True, group="tone")


def _cite(form: str, text: str, tip: str) -> Command:
    """The command that copies works in one form."""
    return Command(f"cite-{form}", "edit/cite", text, (), tip)


def _body(name: str, text: str, tip: str) -> Command:
    """The command that shows one sex's body."""
    return Command(f"body-{name}", "view/body", text, (), tip, checkable=True, group="body")


COMMANDS = (
    Command("copy-link", "file", QT_TRANSLATE_NOOP("Commands", "Copy &Link to This View"), ("Ctrl+Shift+L",),
            QT_TRANSLATE_NOOP("Commands", "Copy a link that leads back to just what is on screen")),
    Command("open-link", "file", QT_TRANSLATE_NOOP("Commands", "&Open Link…"), ("Ctrl+L",),
            QT_TRANSLATE_NOOP("Commands", "Go where a dimples: link leads")),
    Command("take-away", "file", QT_TRANSLATE_NOOP("Commands", "&Print or Save…"), ("Ctrl+P",),
            QT_TRANSLATE_NOOP("Commands", "Print what is in view, or save it as PDF, HTML or a picture"), ruled=True),
    Command("take-sheet", "file", QT_TRANSLATE_NOOP("Commands", "&Consultation Sheet…"), (),
            QT_TRANSLATE_NOOP("Commands", "One page to take to a consultation, with your own questions")),
    Command("take-citations", "file", QT_TRANSLATE_NOOP("Commands", "Save All C&itations…"), (),
            QT_TRANSLATE_NOOP("Commands", "Save all works cited, for programs that keep bibliographies")),
    Command("private", "file", QT_TRANSLATE_NOOP("Commands", "New Pri&vate Visit"), ("Ctrl+Shift+N",),
            QT_TRANSLATE_NOOP("Commands", "Open a window that writes nothing on this machine"), ruled=True),
    Command("quit", "file", QT_TRANSLATE_NOOP("Commands", "&Quit"), ("Ctrl+Q",),
            QT_TRANSLATE_NOOP("Commands", "Close the program"), ruled=True),
    Command("undo", "edit", QT_TRANSLATE_NOOP("Commands", "&Undo"), ("Ctrl+Z",),
            QT_TRANSLATE_NOOP("Commands", "Take back what was last changed on the plate: layer, lamp, body, marks")),
    Command("redo", "edit", QT_TRANSLATE_NOOP("Commands", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"),
            QT_TRANSLATE_NOOP("Commands", "Change it again")),
    Command("copy", "edit", QT_TRANSLATE_NOOP("Commands", "&Copy"), ("Ctrl+C",),
            QT_TRANSLATE_NOOP("Commands", "Copy the words that are selected"), ruled=True),
    Command("copy-claims", "edit", QT_TRANSLATE_NOOP("Commands", "Copy &Statements with Sources"), ("Ctrl+Shift+C",),
            QT_TRANSLATE_NOOP("Commands", "Copy the open statements, or all of this page, with grade and sources")),
    _cite("vancouver", QT_TRANSLATE_NOOP("Commands", "&Vancouver Text"),
          QT_TRANSLATE_NOOP("Commands", "Copy the works of the open statements, or of this page, as a list")),
    _cite("bibtex", QT_TRANSLATE_NOOP("Commands", "&BibTeX"),
          QT_TRANSLATE_NOOP("Commands", "Copy the works of the open statements, or of this page, for LaTeX")),
    _cite("ris", QT_TRANSLATE_NOOP("Commands", "&RIS"),
          QT_TRANSLATE_NOOP("Commands", "Copy the works of the open statements, or of this page, for EndNote")),
    _cite("csl", QT_TRANSLATE_NOOP("Commands", "CSL-&JSON"),
          QT_TRANSLATE_NOOP("Commands", "Copy the works of the open statements, or of this page, for Zotero")),
    Command("select-all", "edit", QT_TRANSLATE_NOOP("Commands", "Select &All"), ("Ctrl+A",),
            QT_TRANSLATE_NOOP("Commands", "Select all words of the page")),
    Command("search", "edit", QT_TRANSLATE_NOOP("Commands", "S&earch…"), ("Ctrl+K",),
            QT_TRANSLATE_NOOP("Commands", "Find a place, a topic, a statement or a word, in any language"),
            ruled=True),
    Command("find", "edit", QT_TRANSLATE_NOOP("Commands", "&Find in Page…"), ("Ctrl+F",),
            QT_TRANSLATE_NOOP("Commands", "Find a word on this page")),
    Command("find-next", "edit", QT_TRANSLATE_NOOP("Commands", "Find &Next"), ("F3",),
            QT_TRANSLATE_NOOP("Commands", "The next place where the word stands")),
    Command("find-previous", "edit", QT_TRANSLATE_NOOP("Commands", "Find &Previous"), ("Shift+F3",),
            QT_TRANSLATE_NOOP("Commands", "The place before where the word stands")),
    _layer(1, "skin", QT_TRANSLATE_NOOP("Commands", "&Skin"), QT_TRANSLATE_NOOP("Commands", "Show the skin")),
    _layer(2, "fat", QT_TRANSLATE_NOOP("Commands", "&Fat"),
           QT_TRANSLATE_NOOP("Commands", "Show the fat under the skin")),
    _layer(3, "muscle", QT_TRANSLATE_NOOP("Commands", "&Muscle and Fascia"),
           QT_TRANSLATE_NOOP("Commands", "Show the muscles and their sheets")),
    _layer(4, "ligament", QT_TRANSLATE_NOOP("Commands", "&Ligament"),
           QT_TRANSLATE_NOOP("Commands", "Show the ligaments over the bone")),
    _layer(5, "bone", QT_TRANSLATE_NOOP("Commands", "&Bone"), QT_TRANSLATE_NOOP("Commands", "Show the bones")),
    _plate("back", QT_TRANSLATE_NOOP("Commands", "&Back View"),
           QT_TRANSLATE_NOOP("Commands", "Show the back alone"), "B"),
    _plate("section", QT_TRANSLATE_NOOP("Commands", "&Cross-section"),
           QT_TRANSLATE_NOOP("Commands", "Show the body cut across at the level of the dimples"), "C"),
    _plate("both", QT_TRANSLATE_NOOP("Commands", "B&oth Plates"),
           QT_TRANSLATE_NOOP("Commands", "Show the back with the cross-section under it, or alone again"), "Shift+B"),
    Command("labels", "view", QT_TRANSLATE_NOOP("Commands", "La&bels"), ("L",),
            QT_TRANSLATE_NOOP("Commands", "Name what can be seen on this layer"), checkable=True, on_plate=True),
    Command("hotspots", "view", QT_TRANSLATE_NOOP("Commands", "All &Hotspots"), ("H",),
            QT_TRANSLATE_NOOP("Commands", "Mark everything that can be clicked"), checkable=True, on_plate=True),
    Command("nerves", "view", QT_TRANSLATE_NOOP("Commands", "Cluneal Ner&ves"), ("N",),
            QT_TRANSLATE_NOOP("Commands", "Draw the nerves of the skin over fat and muscles"),
            checkable=True, on_plate=True),
    Command("lens", "view", QT_TRANSLATE_NOOP("Commands", "Le&ns"), ("X",),
            QT_TRANSLATE_NOOP("Commands", "Look one layer deeper through a lens, as long as the key is held"),
            checkable=True, on_plate=True, ruled=True),
    Command("probe", "view", QT_TRANSLATE_NOOP("Commands", "&Probe"), ("P",),
            QT_TRANSLATE_NOOP("Commands", "List what lies under a point, from the skin down"),
            checkable=True, on_plate=True),
    Command("ruler", "view", QT_TRANSLATE_NOOP("Commands", "Meas&ure"), ("M",),
            QT_TRANSLATE_NOOP("Commands", "Measure from one point to another"), checkable=True, on_plate=True),
    Command("isolate", "view", QT_TRANSLATE_NOOP("Commands", "Isol&ate"), ("I",),
            QT_TRANSLATE_NOOP("Commands", "Dim all but the structure that is open"), checkable=True, on_plate=True),
    Command("zoom-in", "view", QT_TRANSLATE_NOOP("Commands", "Zoom &In"), ("+", "="),
            QT_TRANSLATE_NOOP("Commands", "See the plate larger"), on_plate=True, ruled=True),
    Command("zoom-out", "view", QT_TRANSLATE_NOOP("Commands", "Zoom &Out"), ("-",),
            QT_TRANSLATE_NOOP("Commands", "See the plate smaller"), on_plate=True),
    Command("fit", "view", QT_TRANSLATE_NOOP("Commands", "&Whole Plate"), ("0",),
            QT_TRANSLATE_NOOP("Commands", "Fit the plate to the window"), on_plate=True),
    _lamp("reset", QT_TRANSLATE_NOOP("Commands", "Lamp: &Upper Left, as Ordinary"),
          QT_TRANSLATE_NOOP("Commands", "Light from the upper left, in front"), "\\"),
    _lamp("left", QT_TRANSLATE_NOOP("Commands", "Lamp: from the &Left"),
          QT_TRANSLATE_NOOP("Commands", "Flat light from the left, in which hollows stand out")),
    _lamp("above", QT_TRANSLATE_NOOP("Commands", "Lamp: from &Above"),
          QT_TRANSLATE_NOOP("Commands", "Flat light from above")),
    _lamp("right", QT_TRANSLATE_NOOP("Commands", "Lamp: from the &Right"),
          QT_TRANSLATE_NOOP("Commands", "Flat light from the right")),
    _lamp("turn-left", QT_TRANSLATE_NOOP("Commands", "Lamp: &Turn Anticlockwise"),
          QT_TRANSLATE_NOOP("Commands", "Turn the lamp a little around the plate"), "[", ruled=True),
    _lamp("turn-right", QT_TRANSLATE_NOOP("Commands", "Lamp: Turn &Clockwise"),
          QT_TRANSLATE_NOOP("Commands", "Turn the lamp a little around the plate, the other way"), "]"),
    _lamp("raise", QT_TRANSLATE_NOOP("Commands", "Lamp: &Higher"),
          QT_TRANSLATE_NOOP("Commands", "Lift the lamp towards the viewer; forms get flatter"), "."),
    _lamp("lower", QT_TRANSLATE_NOOP("Commands", "Lamp: Lo&wer"),
          QT_TRANSLATE_NOOP("Commands", "Lower the lamp; hollows get deeper"), ","),
    _body("woman", QT_TRANSLATE_NOOP("Commands", "&Woman"), QT_TRANSLATE_NOOP("Commands", "Show a woman’s back")),
    _body("man", QT_TRANSLATE_NOOP("Commands", "&Man"), QT_TRANSLATE_NOOP("Commands", "Show a man’s back")),
    _tone("light", QT_TRANSLATE_NOOP("Commands", "&Light")),
    _tone("medium", QT_TRANSLATE_NOOP("Commands", "&Medium")),
    _tone("tan", QT_TRANSLATE_NOOP("Commands", "&Tan")),
    _tone("brown", QT_TRANSLATE_NOOP("Commands", "&Brown")),
    _tone("deep", QT_TRANSLATE_NOOP("Commands", "&Deep")),
    Command("text-larger", "view/text", QT_TRANSLATE_NOOP("Commands", "&Larger"), ("Ctrl++", "Ctrl+="),
            QT_TRANSLATE_NOOP("Commands", "Make all text larger")),
    Command("text-smaller", "view/text", QT_TRANSLATE_NOOP("Commands", "&Smaller"), ("Ctrl+-",),
            QT_TRANSLATE_NOOP("Commands", "Make all text smaller")),
    Command("text-normal", "view/text", QT_TRANSLATE_NOOP("Commands", "&Ordinary"), ("Ctrl+0",),
            QT_TRANSLATE_NOOP("Commands", "Text in its ordinary size")),
    _theme("system", QT_TRANSLATE_NOOP("Commands", "As the &System"),
           QT_TRANSLATE_NOOP("Commands", "Light or dark, as the desktop is")),
    _theme("light", QT_TRANSLATE_NOOP("Commands", "&Light"),
           QT_TRANSLATE_NOOP("Commands", "Dark words on a light ground")),
    _theme("dark", QT_TRANSLATE_NOOP("Commands", "&Dark"),
           QT_TRANSLATE_NOOP("Commands", "Light words on a dark ground")),
    _theme("contrast", QT_TRANSLATE_NOOP("Commands", "&High Contrast"),
           QT_TRANSLATE_NOOP("Commands", "White and yellow words on black")),
    Command("chairside", "view", QT_TRANSLATE_NOOP("Commands", "Chai&rside View"), ("F11",),
            QT_TRANSLATE_NOOP("Commands", "Fill the screen with the plate and the short answer, to show and draw on"),
            checkable=True, ruled=True),
    Command("list", "view", QT_TRANSLATE_NOOP("Commands", "Li&st Beside the Plate"), ("Ctrl+Shift+B",),
            QT_TRANSLATE_NOOP("Commands", "Show or hide the list of everything that can be clicked"),
            checkable=True, ruled=True),
    Command("back", "go", QT_TRANSLATE_NOOP("Commands", "&Back"), ("Alt+Left", "Back"),
            QT_TRANSLATE_NOOP("Commands", "The page before")),
    Command("forward", "go", QT_TRANSLATE_NOOP("Commands", "&Forward"), ("Alt+Right", "Forward"),
            QT_TRANSLATE_NOOP("Commands", "The page after")),
    Command("home", "go", QT_TRANSLATE_NOOP("Commands", "&Home"), ("Alt+Home",),
            QT_TRANSLATE_NOOP("Commands", "The six questions")),
    Command("glossary", "go", QT_TRANSLATE_NOOP("Commands", "&Glossary"), ("Ctrl+Shift+G",),
            QT_TRANSLATE_NOOP("Commands", "The words of the trade, explained"), ruled=True),
    Command("sources", "go", QT_TRANSLATE_NOOP("Commands", "S&ources"), ("Ctrl+Shift+S",),
            QT_TRANSLATE_NOOP("Commands", "All works cited, and what rests on each")),
    Command("what-if", "go", QT_TRANSLATE_NOOP("Commands", "Wh&at If…"), ("Ctrl+I",),
            QT_TRANSLATE_NOOP("Commands", "Change the body and see what each explanation makes of it")),
    Command("options", "go", QT_TRANSLATE_NOOP("Commands", "Op&tions Side by Side"), ("Ctrl+Shift+O",),
            QT_TRANSLATE_NOOP("Commands", "What can be done, and what each way can and cannot do: nothing comes first"),
            ruled=True),
    Command("lookalikes", "go", QT_TRANSLATE_NOOP("Commands", "Look-a&likes"), ("Ctrl+Shift+K",),
            QT_TRANSLATE_NOOP("Commands", "Spots that are taken for dimples of Venus, side by side")),
    Command("truths", "go", QT_TRANSLATE_NOOP("Commands", "&Is It True?"), ("Ctrl+T",),
            QT_TRANSLATE_NOOP("Commands", "Say what you think of fifteen popular sentences, and how sure you are")),
    Command("find-it", "go", QT_TRANSLATE_NOOP("Commands", "Fin&d It"), ("Ctrl+Shift+I",),
            QT_TRANSLATE_NOOP("Commands", "Point at a named spot on the plate without labels")),
    Command("redflags", "go", QT_TRANSLATE_NOOP("Commands", "Signs That Need a Do&ctor"), ("Ctrl+Shift+D",),
            QT_TRANSLATE_NOOP("Commands", "Signs that need medical help, the most urgent first"), ruled=True),
    Command("reveal", "go", QT_TRANSLATE_NOOP("Commands", "&Show on the Plate"), ("Ctrl+Shift+P",),
            QT_TRANSLATE_NOOP("Commands", "Point out on the plate what this page is about"), ruled=True),
    Command("to-plate", "go", QT_TRANSLATE_NOOP("Commands", "To the &Plate"), ("F6",),
            QT_TRANSLATE_NOOP("Commands", "Put the keyboard on the plate")),
    Command("to-words", "go", QT_TRANSLATE_NOOP("Commands", "To the &Words"), ("Shift+F6",),
            QT_TRANSLATE_NOOP("Commands", "Put the keyboard on the page")),
    Command("next-term", "go", QT_TRANSLATE_NOOP("Commands", "&Next Explained Word"), ("F8",),
            QT_TRANSLATE_NOOP("Commands", "Explain the next word of the glossary on this page"), ruled=True),
    Command("previous-term", "go", QT_TRANSLATE_NOOP("Commands", "Pre&vious Explained Word"), ("Shift+F8",),
            QT_TRANSLATE_NOOP("Commands", "Explain the word of the glossary before")),
    Command("bookmark", "bookmarks", QT_TRANSLATE_NOOP("Commands", "&Bookmark This Page"), ("Ctrl+D",),
            QT_TRANSLATE_NOOP("Commands", "Keep this page with its layer, or keep it no longer"), checkable=True),
    Command("note", "bookmarks", QT_TRANSLATE_NOOP("Commands", "Write a &Note"), ("Ctrl+E",),
            QT_TRANSLATE_NOOP("Commands", "Write something down under the entry that is open")),
    Command("kept", "bookmarks", QT_TRANSLATE_NOOP("Commands", "&All Bookmarks and Notes…"), ("Ctrl+B",),
            QT_TRANSLATE_NOOP("Commands", "List them, go to one, remove bookmarks"), ruled=True),
    Command("export-kept", "bookmarks", QT_TRANSLATE_NOOP("Commands", "&Export…"), (),
            QT_TRANSLATE_NOOP("Commands", "Save all bookmarks and notes as a file")),
    Command("import-kept", "bookmarks", QT_TRANSLATE_NOOP("Commands", "&Import…"), (),
            QT_TRANSLATE_NOOP("Commands", "Add the bookmarks and notes of a file; nothing that is here is lost")),
    Command("keys", "help", QT_TRANSLATE_NOOP("Commands", "&Keys"), ("?", "F1"),
            QT_TRANSLATE_NOOP("Commands", "List all keys"), on_plate=False),
    Command("report", "help", QT_TRANSLATE_NOOP("Commands", "&Report a Mistake"), (),
            QT_TRANSLATE_NOOP("Commands", "Copy what a report needs: the page, its open statements, the versions")),
    Command("log", "help", QT_TRANSLATE_NOOP("Commands", "Show the &Log"), (),
            QT_TRANSLATE_NOOP("Commands", "Where unforeseen failures are written down")),
    Command("about", "help", QT_TRANSLATE_NOOP("Commands", "&About Dimples"), (),
            QT_TRANSLATE_NOOP("Commands", "Versions, licences and thanks"), ruled=True),
)  # fmt: skip
