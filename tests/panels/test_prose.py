"""Inline Markdown: what works in content, and what is left as plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dimples_gui.panels.leaf import Run
from dimples_gui.panels.prose import paragraphs_of, runs_of


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain words", [("plain words", "", "")]),
        ("see [the PSIS](dimples:psis).", [("see ", "", ""), ("the PSIS", "", "dimples:psis"), (".", "", "")]),
        ("[on bone](dimples:psis?layer=bone)", [("on bone", "", "dimples:psis?layer=bone")]),
        ("[site](https://example.org/a)", [("site", "", "https://example.org/a")]),
        ("*so* and **very**", [("so", "em", ""), (" and ", "", ""), ("very", "strong", "")]),
        ("_so_ and __very__", [("so", "em", ""), (" and ", "", ""), ("very", "strong", "")]),
        ("*a **b** c*", [("a ", "em", ""), ("b", "em strong", ""), (" c", "em", "")]),
        ("***both***", [("both", "strong em", "")]),
        ("[*so* it is](dimples:psis)", [("so", "em", "dimples:psis"), (" it is", "", "dimples:psis")]),
        (r"2 \* 3 \[no\](dimples:psis)", [("2 * 3 [no](dimples:psis)", "", "")]),
    ],
)
def test_links_and_emphasis_work(text: str, runs: list[tuple[str, str, str]]) -> None:
    assert [run[:3] for run in runs_of(text)] == runs


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "an * alone",
        "snake_case_name",
        "[no target]",
        "[a](b",
        "**unclosed",
        "a ] b",
        "C:\\here",
        "<b>x</b>",
    ],
)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert runs_of(text) == (Run(text),)


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "claim:c9", "data:text/html,x", "psis"]
)
def test_a_link_elsewhere_is_only_its_words(target: str) -> None:
    assert "".join(run.text for run in runs_of(f"[here]({target})")).startswith("here")
    assert not any(run.href for run in runs_of(f"[here]({target})"))


def test_an_image_is_its_description() -> None:
    assert runs_of("![a spine](https://example.org/x.png)") == (Run("a spine"),)


def test_a_blank_line_parts_paragraphs_and_a_line_end_does_not() -> None:
    assert [part.text for part in paragraphs_of("one\ntwo\n\nthree\n", "text")] == ["one two", "three"]


@given(st.text(alphabet="ab *_[](!)\\:/dimples", max_size=60))
def test_no_text_breaks_it_and_nothing_is_made_up(text: str) -> None:
    runs = runs_of(text)
    letters = iter(text)
    assert all(letter in letters for run in runs for letter in run.text)
    assert all(run.href.startswith("dimples:") for run in runs if run.href)


@given(st.text(alphabet="ab *_", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    shown = "".join(run.text for run in runs_of(text))
    assert [sign for sign in shown if sign in "ab "] == [sign for sign in text if sign in "ab "]
