"""What is read at a glance is just what reading thoroughly finds; where it could differ it is left to that."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dimples_gui.atlas.marked_yaml import Marked, Page, read_thoroughly
from dimples_gui.atlas.plain_yaml import DoubtError, read_plain
from tests.atlas.conftest import FILES

ROOT = Path(__file__).parents[2]
WRITTEN = [text for name, text in FILES.items() if name.endswith(".yaml")]
SHIPPED = sorted((ROOT / "content").rglob("*.yaml"))

PIECES = st.one_of(
    st.sampled_from([
        "a: ", "b:", "- ", "-", "  ", "    ", " ", "\n", "\n\n", "\n  ", "\n- ", "\n  - ", ">-\n", ">\n  ", "|\n  ",
        "[", "]", "{", "}", ", ", ",", ": ", ":", "#", " # no", "'", "''", '"', "\\", "&a", "*a", "!x", "? ", "%", "@",
        "---", "...", "~", "null", "true", "no", "12", "-1.5", "010", "1e5", ".5", "word", "two words", "酒窝", "\xa0",
        "\x85", "\u2028", "\ufeff", "\t", "\r\n", "id: c1", "[a, b]", "{a: 1, b: x}", "it's", "a: b: c", "- - a",
    ]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
)  # fmt: skip


def thoroughly(text: str) -> object:
    """The value of a text that has no fault; what nothing equals where it has one."""
    marked = read_thoroughly(Page("x.yaml", text))
    return marked.value if isinstance(marked, Marked) and not marked.problems else NotImplemented


def agrees(text: str) -> bool:
    """Whether a text was read at a glance; then it holds what it should."""
    try:
        value = read_plain(text)
    except DoubtError:
        return False
    assert repr(value) == repr(thoroughly(text)), text
    return True


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: str(file.relative_to(ROOT / "content")))
def test_what_is_shipped_is_read_at_a_glance(file: Path) -> None:
    assert agrees(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "a: 1",
        "a: -1.5 # a comment",
        "# only\n\na:\n# in between\n  b: text\nc:\n",
        "a:\n- b\n- c: d\n  e: f\ng: h",
        "- a\n- b: c\n\n- 12",
        "a: >-\n  one\n  two\n\n  three\n\n\n  four\nb: >\n  five",
        "a: runs on\n  and on\nb: 'it''s\n  so'\nc: \"too\"",
        "a: [b, 1, no, true]\nc: {d: 1.5, e: f-g}\nh: []\ni: {}",
        'a: {b: [], c: [d, e], "x y": no}'.replace('"x y"', "xy"),
        'a: [b,\n  \'c d\', "e"]\nf: {g: "1", h: {i: j}}',
        "a: [b, c\n  , d]",
        "a: [b]  # a comment\nc: 'd' # another",
        "a: ~\nb: null\nc: ''",
    ],
)
def test_plain_yaml_is_read_at_a_glance(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "word", "a: b: c", "a:	b", "a: |\n  b", "a: >-\n  b\n    c", "a: >-\n   b\n  c", "a: >-\n\n    b\n  c",
        "a: &b c", "a: *b", "a: !b c", "a: b\na: c", "a: {b: 1, b: 2}", "a: {b: [], b: []}", "a: [b, ]", "a: [b: c]",
        "a: [b", "a: b]\n c: d", "a: {b}", "a: {b: }", "a: {b: , c: d}", "a: [,]", "a: [b] c", "a: [b c: d]",
        "a: 'b' c", 'a: "\\x41"', "- - a", "-", "? a\n: b", "a:\n  b: c\n d: e", "  a: b\nc: d", "a: b\n  c: d",
        "- a\n  b: c", "a: b # c\n  d", "a: [b, # c\n  d]", "---\na: b", "a: %b", "a:# b", "a: [b]#c", "a: @b",
        "a: - b", "a: >b", "a: >+\n  b", "- >-", "a: '\U0001f600'", "[a]: b", "a: [[[[[[[[[1]]]]]]]]]",
        "\n".join("  " * n + "a:" for n in range(12)),
        f"{'a' * 1100}: b",
        f"a: {{{'b' * 1100}: c}}",
    ],
)  # fmt: skip
def test_what_is_less_plain_is_left_alone(text: str) -> None:
    assert not agrees(text)


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_of_any_text_no_other_value_is_read_at_a_glance(text: str) -> None:
    agrees(text)


@given(st.sampled_from(WRITTEN), st.data())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_of_a_damaged_file_no_other_value_is_read_at_a_glance(text: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(begin, min(begin + 12, len(text))))
        text = text[:begin] + data.draw(PIECES) + text[end:]
    agrees(text)
