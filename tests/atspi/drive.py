"""Drives the program by AT-SPI alone, as a screen reader would; run by run.sh with the system's Python and its gi."""

import ctypes
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  # the version is chosen before

PATIENCE_S = 30.0
HOME, END, RIGHT, DOWN, RETURN, ALT = 0xFF50, 0xFF57, 0xFF53, 0xFF54, 0xFF0D, 0xFFE9  # keysyms

# What is pressed on the first screen: the name of its hotspot, and words of the short answer then to be read.
VISITS = (
    ("Posterior superior iliac spine", "The rear tip of the hip bone"),
    ("Tether", "Short, tough fibres that are said to hold the skin down"),
    ("Heredity", "Why some people have back dimples that show and others do not"),
    ("Procedures", "Doing nothing is always an option: having no dimples is normal"),
)

# Of the first of the popular sentences, and of what is known of it.
SENTENCE, KNOWN = "right over a bony point of the hip bone", "True, as far as is known"

NOTE = "left one"  # what is noted under an entry

# What is looked for, with its slips; the best answer; a statement on its page; and words behind that one's badge.
SEARCH = "butt dimpels"
FIRST_HIT = "Dimples of Venus"
BADGE = "The Latin name of the dimples"
VERDICT, SOURCE = "needs qualifying", "Richer P"


MENU_ITEMS = (Atspi.Role.MENU_ITEM, Atspi.Role.CHECK_MENU_ITEM, Atspi.Role.RADIO_MENU_ITEM)

# What is looked for on the cross-section by arrows, and words of the short answer then to be read.
CUT, CUT_ANSWER = "Sacrum", "The bone at the base of the spine"
MOST_STEPS = 12


def walk(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """A node and all below it."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def wait_for(what: str, look: Callable[[], Any]) -> Any:
    """What `look` finds, as soon as it does; an AssertionError when patience ends."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"not there after {PATIENCE_S:g} s: {what}")


def window(process: int) -> Atspi.Accessible | None:
    """The program's window, once it is on the bus."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(index)
        if app is not None and app.get_process_id() == process and app.get_child_count():
            return app.get_child_at_index(0)
    return None


def hotspot(top: Atspi.Accessible, words: str) -> Atspi.Accessible | None:
    """The button over a hotspot: below the plate, named so, showing, and with something to say of itself."""
    plate = next((node for node in walk(top) if (node.get_name() or "").startswith("Plate")), None)
    if plate is None:
        return None
    for node in walk(plate):
        if node.get_role() != Atspi.Role.PUSH_BUTTON or words.lower() not in (node.get_name() or "").lower():
            continue
        if node.get_state_set().contains(Atspi.StateType.SHOWING) and node.get_description():
            return node
    return None


def page_says(top: Atspi.Accessible, words: str) -> Atspi.Accessible | None:
    """The page, if these words can be read on it."""
    for node in walk(top):
        if (node.get_name() or "").startswith("Words") and node.get_text_iface() is not None:
            text = Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
            if words.lower() in " ".join(text.lower().split()):
                return node
    return None


def press(node: Atspi.Accessible, action: str = "Press") -> None:
    """Do the node's action of this name."""
    for index in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, index) == action:
            assert Atspi.Action.do_action(node, index)
            return
    raise AssertionError(f"“{node.get_name()}” has no action “{action}”")


def named(top: Atspi.Accessible, role: Atspi.Role, words: str) -> Atspi.Accessible | None:
    """The first of this role that shows and whose name holds the words."""
    for node in walk(top):
        is_named = node.get_role() == role and words.lower() in (node.get_name() or "").lower()
        if is_named and node.get_state_set().contains(Atspi.StateType.SHOWING):
            return node
    return None


def first_row(top: Atspi.Accessible) -> Atspi.Accessible | None:
    """The first row of what was found that can be chosen and is named as expected."""
    found = named(top, Atspi.Role.LIST, "found")
    rows = [node for node in walk(found) if node.get_role() == Atspi.Role.LIST_ITEM] if found else []
    rows = [row for row in rows if row.get_state_set().contains(Atspi.StateType.SELECTABLE)]
    return rows[0] if rows and FIRST_HIT.lower() in rows[0].get_name().lower() else None


def search(top: Atspi.Accessible) -> None:
    """Search with slips, open the first answer, open a badge there, read the verdict and a source behind it."""
    press(wait_for("the search's button", lambda: named(top, Atspi.Role.PUSH_BUTTON, "Search")))
    field = wait_for("the search's field", lambda: named(top, Atspi.Role.TEXT, "Search"))
    assert Atspi.EditableText.set_text_contents(field, SEARCH)
    row = wait_for(f"“{FIRST_HIT}” as the first answer to “{SEARCH}”", lambda: first_row(top))
    sys.stdout.write(f"looked for “{SEARCH}”, found “{row.get_name()}”\n")
    press(wait_for("the search's Open", lambda: named(top, Atspi.Role.PUSH_BUTTON, "Open")))
    wait_for(f"the page with “{BADGE}”", lambda: page_says(top, BADGE))
    for words in (VERDICT, SOURCE):
        assert page_says(top, words) is None, f"“{words}” is on the page before a badge was opened"
    badge = wait_for(f"the badge of “{BADGE}”", lambda: named(top, Atspi.Role.PUSH_BUTTON, BADGE))
    press(badge)
    for words in (VERDICT, SOURCE):
        wait_for(f"“{words}” behind the badge", partial(page_says, top, words))
    sys.stdout.write(f"pressed “{badge.get_name()}”, read “{VERDICT}” and “{SOURCE}”\n")


def pressable(top: Atspi.Accessible, words: str) -> Atspi.Accessible | None:
    """The button of this name, though it may be scrolled out of sight."""
    buttons = (node for node in walk(top) if node.get_role() == Atspi.Role.PUSH_BUTTON)
    return next((node for node in buttons if (node.get_name() or "") == words), None)


def of_role(top: Atspi.Accessible, role: Atspi.Role, words: str) -> Atspi.Accessible | None:
    """The first of this role whose name begins so, though it may be scrolled out of sight."""
    nodes = (node for node in walk(top) if node.get_role() == role)
    return next((node for node in nodes if (node.get_name() or "").startswith(words)), None)


def told(top: Atspi.Accessible, what: Callable[[str], bool]) -> str:
    """The sentence of what if that says what one sees, if it is so."""
    top.clear_cache()
    for node in walk(top):
        name = (node.get_name() or "").replace("\u00a0", " ")
        if node.get_role() == Atspi.Role.LABEL and name.startswith("With this build") and what(name):
            return name
    return ""


def deep(sentence: str) -> float:
    """How deep the dents are that it tells of, in mm; 0 for none."""
    found = re.search(r"about ([\d.]+) mm", sentence)
    return float(found[1]) if found else 0.0


def has(node: Atspi.Accessible, state: Atspi.StateType) -> bool:
    """Whether it is so now: what was read before is kept, so forget that first."""
    node.clear_cache()
    return bool(node.get_state_set().contains(state))


def strike(key: int) -> None:
    """Press and release a key, by its keysym, as the X server would have it from a keyboard."""
    x11, xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    code = x11.XKeysymToKeycode(display, ctypes.c_ulong(key))
    for is_press in (1, 0):
        xtst.XTestFakeKeyEvent(display, ctypes.c_uint(code & 0xFF), is_press, ctypes.c_ulong(0))
    x11.XCloseDisplay(display)


def move(top: Atspi.Accessible, name: str, key: int) -> None:
    """Put the keyboard on a slider and press a key there."""
    slider = wait_for(f"the slider “{name}”", lambda: named(top, Atspi.Role.SLIDER, name))
    assert Atspi.Component.grab_focus(slider)
    wait_for(f"the keyboard on “{name}”", lambda: has(slider, Atspi.StateType.FOCUSED))
    strike(key)


def activate(top: Atspi.Accessible) -> None:
    """Give the window the keyboard, as a window manager would: there is none here."""
    x11 = ctypes.CDLL("libX11.so.6")
    for function in (x11.XOpenDisplay, x11.XDefaultRootWindow):
        function.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    root, parent, windows, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    found = (ctypes.byref(part) for part in (root, parent, windows, count))
    x11.XQueryTree(display, ctypes.c_ulong(x11.XDefaultRootWindow(display)), *found)
    place = Atspi.Component.get_extents(top, Atspi.CoordType.SCREEN)
    for window_id in windows[: count.value]:
        corner, size = (ctypes.c_int * 2)(), (ctypes.c_uint * 4)()
        x11.XGetGeometry(
            display, ctypes.c_ulong(window_id), ctypes.byref(root), corner, ctypes.byref(corner, 4),
            *(ctypes.byref(size, 4 * at) for at in range(4)),
        )  # fmt: skip
        if (size[0], size[1]) == (place.width, place.height):
            x11.XSetInputFocus(display, ctypes.c_ulong(window_id), 2, 0)
    x11.XCloseDisplay(display)
    wait_for("the keyboard in the window", lambda: has(top, Atspi.StateType.ACTIVE))


def what_if(top: Atspi.Accessible) -> None:
    """Set body fat and tether by keyboard, and read what one sees: held down, it is deeper, then there is none."""
    press(wait_for("the way to what if", lambda: pressable(top, "What if")))
    before = wait_for("the sentence", lambda: told(top, lambda text: deep(text) > 0))
    activate(top)
    move(top, "Body fat", END)
    fuller = wait_for("a deeper dent", lambda: told(top, lambda text: deep(text) > deep(before)))
    other = toggled(top, Atspi.Role.RADIO_BUTTON, "filled in", lambda text: "no dent" in text)
    toggled(top, Atspi.Role.RADIO_BUTTON, "held down", lambda text: text == fuller)
    move(top, "Tether", HOME)
    bare = wait_for("no dent", lambda: told(top, lambda text: "no dent" in text))
    sys.stdout.write(f"read “{before}”, with more fat “{fuller}”, without a tether “{bare}”\n")
    carved = toggled(top, Atspi.Role.CHECK_BOX, "A hollow made", lambda text: deep(text) > 0)
    sys.stdout.write(f"by actions alone: of another explanation “{other}”, with a hollow that was made “{carved}”\n")


def toggled(top: Atspi.Accessible, role: Atspi.Role, words: str, what: Callable[[str], bool]) -> str:
    """What one reads after a switch was toggled by its action, no keyboard; it must be so."""
    switch = wait_for(f"the switch “{words}”", lambda: of_role(top, role, words))
    assert not has(switch, Atspi.StateType.CHECKED)
    press(switch, "Toggle")
    return str(wait_for(f"the answer to “{words}”", lambda: told(top, what)))


def section_in_view(top: Atspi.Accessible) -> Atspi.Accessible | None:
    """The cross-section, if it shows."""
    found = next((node for node in walk(top) if (node.get_name() or "").startswith("Plate: the body cut")), None)
    return found if found and has(found, Atspi.StateType.SHOWING) else None


def on_section(plate: Atspi.Accessible) -> Atspi.Accessible | None:
    """The hotspot of the cross-section that has the keyboard."""
    return next((node for node in walk(plate) if is_hotspot(node) and has(node, Atspi.StateType.FOCUSED)), None)


def is_hotspot(node: Atspi.Accessible) -> bool:
    """Whether it stands for something on a plate."""
    return bool(node.get_role() == Atspi.Role.PUSH_BUTTON and node.get_description())


def section(top: Atspi.Accessible) -> None:
    """By the menu to the cross-section, by arrows down to the sacrum; read the names on the way, and open it."""
    press(wait_for("the menu's way to the cross-section", lambda: in_menu(top, "Cross-section")))
    plate = wait_for("the cross-section", partial(section_in_view, top))
    activate(top)
    assert Atspi.Component.grab_focus(plate)
    strike(DOWN)
    names: list[str] = []
    while not (names and names[-1].startswith(CUT)):
        there = wait_for(f"another hotspot than {names[-1:]}", lambda: other_than(on_section(plate), names[-1:]))
        names.append(there.get_name())
        assert len(names) < MOST_STEPS, names
        strike(RETURN if names[-1].startswith(CUT) else DOWN)
    wait_for(f"the answer “{CUT_ANSWER}”", partial(page_says, top, CUT_ANSWER))
    press(wait_for("the menu's way back to the back", lambda: in_menu(top, "Back View")))
    sys.stdout.write(f"on the cross-section went past {'; '.join(names[:-1])} to “{names[-1]}”, read “{CUT_ANSWER}”\n")


def other_than(node: Atspi.Accessible | None, names: list[str]) -> Atspi.Accessible | None:
    """It, if it has none of these names."""
    return node if node is not None and node.get_name() not in names else None


def cell_at(table: Atspi.Accessible, option: str, question: str) -> tuple[int, int]:
    """Row and column of an answer, by the headings of the table."""
    rows, columns = Atspi.Table.get_n_rows(table), Atspi.Table.get_n_columns(table)
    questions = [Atspi.Table.get_row_description(table, row) for row in range(rows)]
    options = [Atspi.Table.get_column_description(table, column) for column in range(columns)]
    return questions.index(question), options.index(option)


def options(top: Atspi.Accessible) -> None:
    """By the menu to the options, by arrows to what can go wrong with liposuction; read it, and what it rests on."""
    item = wait_for("the menu's way to the options", lambda: in_menu(top, "Options Side by Side"))
    press(item)
    table = wait_for("the table of options", lambda: named(top, Atspi.Role.TABLE, "Options side by side"))
    row, column = cell_at(table, "Liposuction", "What can go wrong?")
    activate(top)
    assert Atspi.Component.grab_focus(table)
    at = [0, 0]
    for key, which, steps in ((RIGHT, 1, column), (DOWN, 0, row)):
        for _ in range(steps):
            wait_for(f"the keyboard in cell {at}", lambda: has(cell_in(table, at), Atspi.StateType.FOCUSED))
            strike(key)
            wait_for(f"it to leave cell {at}", lambda: not has(cell_in(table, at), Atspi.StateType.FOCUSED))
            at[which] += 1
    wait_for(f"the keyboard in cell {at}", lambda: has(cell_in(table, at), Atspi.StateType.FOCUSED))
    read = cell_in(table, at).get_name().replace("\u00a0", " ")
    for words in ("Liposuction. What can go wrong?", "120 in 1,000 people, among 21,776 people", "Grade A"):
        assert words in read, f"“{words}” is not in “{read}”"
    strike(RETURN)
    wait_for("what it rests on", lambda: page_says(top, "It rests on:"))
    sys.stdout.write(f"walked to row {row + 1}, column {column + 1}, read “{read}”\n")


def cell_in(table: Atspi.Accessible, at: list[int]) -> Atspi.Accessible:
    """A cell by row and column."""
    return Atspi.Table.get_accessible_at(table, *at)


def in_menu(top: Atspi.Accessible, words: str) -> Atspi.Accessible | None:
    """A command of the menus, which need not be open."""
    items = (node for node in walk(top) if node.get_role() in MENU_ITEMS)
    return next((node for node in items if (node.get_name() or "") == words), None)


def truths(top: Atspi.Accessible) -> None:
    """Answer the first popular sentence as certainly true, read what is known of it, and go on to the second."""
    press(wait_for("the menu's way to “Is it true?”", lambda: in_menu(top, "Is It True?")))
    wait_for("the first sentence", lambda: page_says(top, SENTENCE))
    assert page_says(top, KNOWN) is None, f"“{KNOWN}” can be read before an answer"
    for words in ("True", "Certain"):
        dot = wait_for(f"the answer “{words}”", partial(named, top, Atspi.Role.RADIO_BUTTON, words))
        press(dot, "Toggle")
        wait_for(f"“{words}” to be chosen", partial(has, dot, Atspi.StateType.CHECKED))
    press(wait_for("the way to what is known", lambda: named(top, Atspi.Role.PUSH_BUTTON, "See what is known")))
    for words in (KNOWN, "You said: True (certain", "It rests on:"):
        wait_for(f"“{words}”", partial(page_says, top, words))
    press(wait_for("the way on", lambda: named(top, Atspi.Role.PUSH_BUTTON, "Next")))
    wait_for("the second sentence", lambda: named(top, Atspi.Role.LABEL, "2 of 15"))
    sys.stdout.write(f"answered “{SENTENCE}”, read “{KNOWN}”\n")


def letters(top: Atspi.Accessible) -> None:
    """By the letters of the menus to the bones, then to “Is it true?”, and answer by the figures that it names."""
    plate = wait_for("the plate", lambda: plate_that_says(top, ""))
    activate(top)
    assert Atspi.Component.grab_focus(plate)
    for layer in ("skin", "bone"):
        for key in (ALT, *b"vl", ord(layer[0])):  # on the plate L shows labels, B the back
            strike(key)
        wait_for(f"the layer “{layer}”", partial(plate_that_says, top, f"layer {layer}"))
    for key in (ALT, *b"gi"):
        strike(key)
    wait_for("the keyboard on an answer", lambda: is_at(top, "True"))
    for key in (*b"26", RETURN):  # on the plate 2 shows the fat
        strike(key)
    wait_for("what was said", lambda: page_says(top, "You said: False (certain"))
    assert plate_that_says(top, "layer bone"), "figures meant for an answer changed the plate"
    sys.stdout.write("went by letters of the menus, answered by figures\n")


def is_at(top: Atspi.Accessible, answer: str) -> bool:
    """Whether the keyboard is on an answer."""
    dot = named(top, Atspi.Role.RADIO_BUTTON, answer)
    return dot is not None and has(dot, Atspi.StateType.FOCUSED)


def plate_that_says(top: Atspi.Accessible, words: str) -> Atspi.Accessible | None:
    """The back, if its name holds the words."""
    top.clear_cache()
    nodes = (node for node in walk(top) if (node.get_name() or "").startswith("Plate: lower back"))
    return next((node for node in nodes if words in node.get_name()), None)


def note(top: Atspi.Accessible) -> None:
    """Write a note to the entry that is open, hear that it is saved, keep the page, and find both in the list."""
    press(wait_for("the menu's way to a note", lambda: in_menu(top, "Write a Note")))
    editor = wait_for("the note", lambda: named(top, Atspi.Role.TEXT, "Note to: "))
    activate(top)
    wait_for("the keyboard in the note", lambda: has(editor, Atspi.StateType.FOCUSED))
    for key in NOTE.encode():
        strike(key)
    wait_for("the note to be saved", lambda: editor.get_description() == "Saved")
    press(wait_for("the menu's way to a bookmark", lambda: in_menu(top, "Bookmark This Page")))
    press(wait_for("the menu's way to the list", lambda: in_menu(top, "All Bookmarks and Notes…")))
    row = wait_for("the note in the list", lambda: named(top.get_application(), Atspi.Role.LIST_ITEM, f": {NOTE}"))
    press(wait_for("the list's Close", lambda: named(top.get_application(), Atspi.Role.PUSH_BUTTON, "Close")))
    sys.stdout.write(f"wrote “{NOTE}”, found “{row.get_name()}” in the list\n")


def main(command: list[str]) -> int:
    """Start the program, make each visit from the first screen, tell how it went."""
    process = subprocess.Popen(command)
    try:
        top = wait_for("the window", lambda: window(process.pid))
        wait_for("home's words", lambda: page_says(top, "Can I get them?"))
        what_if(top)
        press(wait_for("the way home", lambda: named(top, Atspi.Role.PUSH_BUTTON, "Home")))
        wait_for("home's words again", lambda: page_says(top, "Can I get them?"))
        for name, answer in VISITS:
            assert page_says(top, answer) is None, f"“{answer}” is on the page before anything was pressed"
            button = wait_for(f"the hotspot “{name}”", partial(hotspot, top, name))
            press(button)
            wait_for(f"the answer “{answer}”", partial(page_says, top, answer))
            sys.stdout.write(f"pressed “{button.get_name()}” ({button.get_description()}), read “{answer}”\n")
        search(top)
        note(top)
        section(top)
        options(top)
        truths(top)
        letters(top)
    finally:
        process.terminate()
        process.wait(10)
    sys.stdout.write(f"{len(VISITS) + 7} passed, 0 failed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
