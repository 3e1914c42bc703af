"""Words as a search sees them, what they may stand for, and where they stand in a text."""

import pytest

from dimples_gui.atlas.model import Atlas
from dimples_gui.atlas.search_index import build
from dimples_gui.atlas.search_text import excerpt, folded_rows, plain, stem, words_of
from dimples_gui.atlas.search_words import FORM, LONGER, SAME, SLIP, SLIPS, WITHIN, Likes, Vocabulary, Wanted, distance
from tests.atlas.conftest import Folder
from tests.atlas.test_search import entry


def vocabulary(folder: Folder, *titles: str) -> Vocabulary:
    """All words of some titles, and no others."""
    atlas: Atlas = folder.load()
    entries = [entry(f"e{number}", title, number) for number, title in enumerate(titles, 1)]
    return Vocabulary(build(atlas._replace(entries={one.id: one for one in entries}, claims={})))


def one(words: Vocabulary, query: str) -> Wanted:
    (wanted,) = words.wanted(query)
    return wanted


def like(wanted: Wanted, word: str) -> float:
    """How well a word answers to one of the query."""
    return sum(Likes((wanted,))[word]) / wanted.weight


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Épine ILIAQUE", ["epine", "iliaque"]),
        ("the dimple’s edge, don't", ["the", "dimple", "edge", "dont"]),
        ("l'épine", ["l", "epine"]),
        ("Grübchen", ["grubchen"]),
        ("Gesäß, Steißbein", ["gesass", "steissbein"]),
        ("Cœur, Ærø, łódź, ﬁbre", ["coeur", "aero", "lodz", "fibre"]),
        ("fat‑free “S1–S3”…", ["fat", "free", "s1", "s3"]),
        ("snake_case 3.5×2", ["snake", "case", "3", "5", "2"]),
        ("腰窝 x", ["腰", "窝", "腰窝", "x"]),
        ("ひだ", ["ひ", "た", "ひた"]),
        ("κνήμη Жир", ["κνημη", "жир"]),
        ("", []),
    ],
)
def test_words_are_told_apart_only_by_what_people_type(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_word_with_umlauts_is_indexed_both_as_it_sounds_and_as_it_is_written_without_them() -> None:
    assert words_of("Venusgrübchen", indexed=True) == ["venusgrubchen", "venusgruebchen"]
    assert folded_rows(["Grübchen am Rücken, Po", "plain [words](dimples:x)", ""]) == [
        "grubchen gruebchen am rucken ruecken  Po",
        "plain words",
        "",
    ]
    assert folded_rows([]) == []


def test_markup_is_no_part_of_the_words() -> None:
    assert plain("See [the *spine*](dimples:psis?layer=bone) and [it](x).") == "See the spine and it."
    assert plain("as it is") == "as it is"


@pytest.mark.parametrize(
    ("first", "second"),
    [("exercise", "exercising"), ("injection", "injections"), ("nerve", "nerves"),
     ("genetic", "genetics"), ("dimple", "dimpled")],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(first: str, second: str) -> None:
    assert stem(first) == stem(second)


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [("dimple", "dimple", 0), ("dimpel", "dimple", 1), ("dimpple", "dimple", 1), ("dmple", "dimple", 1),
     ("dinple", "dimple", 1), ("coxyx", "coccyx", 2), ("abc", "", 3), ("", "abc", 3), ("ca", "abc", 3)],
)  # fmt: skip
def test_slips_are_letters_put_in_left_out_changed_or_swapped(typed: str, word: str, slips: int) -> None:
    assert distance(typed, word) == slips


def test_a_word_still_being_typed_is_compared_with_as_much_of_another() -> None:
    assert distance("sacroilli", "sacroiliac", open_end=True) == 1
    assert distance("sacroilli", "sacroiliac") == 3


def test_a_known_word_stands_for_itself_its_forms_and_while_typed_for_longer_ones(folder: Folder) -> None:
    words = vocabulary(folder, "Nerve", "Nerves", "Nerveless", "Nestle")
    typing, done = one(words, "nerve"), one(words, "nerve ")
    assert (like(typing, "nerve"), like(typing, "nerves")) == pytest.approx((SAME, FORM))
    assert LONGER < like(typing, "nerveless") < FORM
    assert like(typing, "nestle") == 0
    assert done.words == {"nerve": SAME, "nerves": FORM}


def test_of_unknown_words_the_nearest_known_ones_are_meant(folder: Folder) -> None:
    words = vocabulary(folder, "Dimple", "Dimmer", "Pimple", "Sacroiliac", "Thoracolumbar", "Wall")
    assert one(words, "dimpel ").words == {"dimple": SLIP}
    assert one(words, "dxmpxe ").words == {"dimple": SLIPS}
    assert one(words, "lumbar ").words == {"thoracolumbar": WITHIN}
    assert one(words, "walk ").words == {"wall": SLIP}
    assert one(words, "wokk ").words == {}
    assert one(words, "abc ").words == {}
    assert one(words, "d1mple9 ").words == {}
    assert one(words, "sacroilli").words == {"sacroiliac": SLIP}


def test_words_are_put_together_and_taken_apart_where_only_that_is_known(folder: Folder) -> None:
    words = vocabulary(folder, "Sacroiliac joint", "L5", "Back dimples", "Hip bone", "Hipbone", "Bac")
    assert [one.word for one in words.wanted("sacro iliac joint")] == ["sacroiliac", "joint"]
    assert [one.word for one in words.wanted("l 5")] == ["l5"]
    assert [one.word for one in words.wanted("backdimples")] == ["back", "dimples"]
    assert [one.word for one in words.wanted("hip bone")] == ["hip", "bone"]
    assert [one.word for one in words.wanted("jointhip")] == ["joint", "hip"]


def test_a_query_that_is_all_question_is_taken_at_its_word(folder: Folder) -> None:
    words = vocabulary(folder, "Can I get them?", "Dimple")
    assert not any(one.is_stop for one in words.wanted("can i get"))
    told = {one.word: one for one in words.wanted("can i get a dimple")}
    assert told["can"].is_stop
    assert told["can"].weight < told["dimple"].weight / 3
    assert not told["dimple"].is_stop


def test_of_chinese_pairs_count_if_any_is_known_else_single_characters(folder: Folder) -> None:
    words = vocabulary(folder, "腰窝", "圣涡", "酒窝")
    assert [one.word for one in words.wanted("腰窝")] == ["腰窝"]
    assert [one.word for one in words.wanted("腰")] == ["腰"]
    assert [one.word for one in words.wanted("腰酒")] == ["腰", "酒"]
    assert [one.word for one in words.wanted("腰窝 x")] == ["腰窝", "x"]
    assert like(one(words, "腰"), "腰窝") > 0


def test_long_queries_are_cut_and_words_said_twice_count_once(folder: Folder) -> None:
    words = vocabulary(folder, "Dimple")
    assert len(words.wanted("dimple dimple dimple")) == 1
    assert len(words.wanted(" ".join(f"w{number}" for number in range(100)))) < 20


def test_what_was_asked_for_before_is_forgotten_in_time(folder: Folder) -> None:
    words = vocabulary(folder, "Dimple")
    for number in range(1100):
        words.wanted(f"word{number} ")
    assert len(words._known) < 1100
    assert one(words, "dimple").words == {"dimple": SAME}


def test_a_beginning_that_very_many_words_have_asks_for_the_most_frequent_of_them(folder: Folder) -> None:
    words = vocabulary(folder, *(f"Sa{number}" for number in range(40)), *(["Sacrum"] * 3))
    words._sums = type(words._sums)("Q", (1_000_000 * number for number in range(len(words._sums))))
    asked = one(words, "sa").longer
    assert '"sacrum"' in asked["names"]
    assert asked["names"].count(" OR ") == 15
    assert asked["texts"] == ""


def test_no_words_at_all_are_no_trouble(folder: Folder) -> None:
    words = vocabulary(folder)
    assert one(words, "dimple").words == {}
    assert Likes(words.wanted("dimple")).fit(["dimple"]) == 0


@pytest.mark.parametrize(
    ("spans", "begins", "ends", "bold"),
    [
        ((), "It begins", "…", []),
        (((3, 9),), "It begins", "…", ["begins"]),
        (((190, 194),), "…", "the end.", ["here"]),
        (((3, 9), (185, 189), (190, 194)), "…", "the end.", ["word", "here"]),
    ],
)
def test_an_excerpt_is_about_the_words_that_were_found(
    spans: tuple[tuple[int, int], ...], begins: str, ends: str, bold: list[str]
) -> None:
    text = f"It begins {'and goes on ' * 15}so word here at the end."
    at = text.index("word")
    spans = tuple((one + at - 185, two + at - 185) if one > 100 else (one, two) for one, two in spans)
    part, moved = excerpt(text, spans, 80)
    assert len(part) <= 80
    assert part.startswith(begins)
    assert part.endswith(ends)
    assert [part[one:two] for one, two in moved] == bold


def test_a_text_without_a_space_is_cut_anywhere_and_a_short_one_not_at_all() -> None:
    assert excerpt("short", ((0, 5),), 80) == ("short", ((0, 5),))
    part, _ = excerpt("x" * 500, ((300, 301),), 80)
    assert len(part) <= 82
