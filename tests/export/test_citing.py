"""Citations as others read them: every source of the shipped content goes through parsers of BibTeX and RIS."""

import json
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas, Claim, Source
from dimples_gui.export.bibliography import Name, Work, names_of, work_of
from dimples_gui.export.citing import FORMATS, bibtex, csl_json, note_of, ris, vancouver, works_of_claim
from dimples_gui.panels.grades import grade_word

ROOT = Path(__file__).parent.parent.parent
WHOLE = Source(
    key="lee2017", authors="Lee A, Kim BC II", year="2017", title="On dimples & {braces}, 100%", container="Spine_J",
    volume="12(3)", pages="961-70", doi="10.1/x_y", pmid="99", url="https://example.org/x_1",
)  # fmt: skip
BARE = Source(key="bare", title_note="pelvic ring, 150 CT", container="preprint")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(ROOT / "content", (ROOT / "assets",), "en")


@pytest.fixture(scope="module")
def works(atlas: Atlas) -> list[Work]:
    return [work_of(source) for source in atlas.sources.values()]


def fields_of(text: str) -> dict[str, dict[str, str]]:
    """What a BibTeX parser reads, by key and field; it fails where it met anything that it could not read."""
    library = parse_string(text)
    assert not library.failed_blocks
    assert not library.comments
    return {
        entry.key: {name: str(field.value) for name, field in entry.fields_dict.items()} for entry in library.entries
    }


def test_every_source_is_one_bibtex_entry_with_the_fields_that_it_has(works: list[Work]) -> None:
    read = fields_of(bibtex(works))
    assert list(read) == [work.key for work in works]
    for work in works:
        fields = read[work.key]
        assert fields.get("doi", "") == work.doi
        assert fields.get("year", "") == work.year
        assert fields.get("volume", "") == work.volume
        assert ("author" in fields) == bool(work.names)
        assert len(fields.get("author", "").split(" and ")) == max(len(work.names) + work.more_names, 1)
        assert all(fields.values()), f"{work.key} has an empty field"


def test_every_source_is_one_ris_record_with_the_fields_that_it_has(works: list[Work]) -> None:
    read = {record["id"]: record for record in rispy.loads(ris(works))}
    assert list(read) == [work.key for work in works]
    for work in works:
        record = read[work.key]
        assert record.get("doi", "") == work.doi
        assert len(record.get("authors", [])) == len(work.names)
        assert record.get("title", "") == work.title
        assert record.get("start_page", "") == work.first_page
        assert "unknown_tag" not in record


def test_every_source_is_one_csl_item_of_a_known_type(works: list[Work]) -> None:
    read = json.loads(csl_json(works))
    assert [item["id"] for item in read] == [work.key for work in works]
    assert {item["type"] for item in read} <= {"article-journal", "book", "thesis", "webpage", "document"}
    assert all(item["issued"] for item in read if "issued" in item)


def test_a_whole_work_in_vancouver_style() -> None:
    assert vancouver([work_of(WHOLE)]) == (
        "1. Lee A, Kim BC II. On dimples & {braces}, 100%. Spine_J. 2017;12(3):961-970. doi:10.1/x_y PMID: 99\n"
    )


def test_signs_of_tex_are_written_so_that_they_stay_signs() -> None:
    fields = fields_of(bibtex([work_of(WHOLE)]))["lee2017"]
    assert fields["title"] == r"{On dimples \& \{braces\}, 100\%}"
    assert fields["journal"] == r"Spine\_J"
    assert fields["doi"] == "10.1/x_y"  # an address is no TeX
    assert fields["author"] == "Lee, A. and Kim, II, B. C."
    assert fields["pages"] == "961--970"


def test_what_is_not_known_is_left_out_and_told() -> None:
    work = work_of(BARE)
    note = note_of(work)
    assert "title not shown where it was read: pelvic ring, 150 CT" in note
    assert "left out: authors, year" in note
    fields = fields_of(bibtex([work]))["bare"]
    assert set(fields) == {"howpublished", "note"}
    (record,) = rispy.loads(ris([work]))
    assert record["notes"] == [note]
    (item,) = json.loads(csl_json([work]))
    assert set(item) == {"id", "type", "container-title", "note"}
    assert vancouver([work]) == f"1. preprint. [{note}]\n"
    assert not note_of(work_of(WHOLE))


@pytest.mark.parametrize(
    ("authors", "names", "more"),
    [
        ("Aytekin K et al.", (Name("Aytekin", "K"),), True),
        ("Pham CT, Lee A, et al.", (Name("Pham", "CT"), Name("Lee", "A")), True),
        ("Lippold et al.", (Name("Lippold"),), True),
        ("Johnson WC II", (Name("Johnson", "WC", "II"),), False),
        ("di Summa PG", (Name("di Summa", "PG"),), False),
        ("US FDA / Kythera", (Name("US FDA / Kythera"),), False),
        ("", (), False),
    ],
)
def test_a_list_of_authors_is_taken_apart(authors: str, names: tuple[Name, ...], more: bool) -> None:  # noqa: FBT001  # a row of the table
    assert names_of(authors) == (names, more)


@pytest.mark.parametrize(
    ("volume", "apart"),
    [("32(3)", ("32", "3")), ("no. 7", ("", "7")), ("14, Supplement 1", ("14", "Supplement 1")), ("76", ("76", ""))],
)
def test_volume_and_issue_are_apart(volume: str, apart: tuple[str, str]) -> None:
    work = work_of(WHOLE._replace(volume=volume))
    assert (work.volume, work.issue) == apart


def test_more_than_six_names_are_six_and_others() -> None:
    work = work_of(WHOLE._replace(authors=", ".join(f"Name{letter} A" for letter in "ABCDEFGH")))
    assert "NameF A, et al. On" in vancouver([work])
    assert "NameH" in bibtex([work])


def test_a_claim_comes_with_the_works_that_it_rests_on(atlas: Atlas) -> None:
    inferred = next(claim for claim in atlas.claims.values() if claim.inferred_from and not claim.sources)
    works = works_of_claim(atlas, inferred)
    assert works[0].title == inferred.text
    assert grade_word(inferred.grade) in vancouver(works)
    bases = {key for base in inferred.inferred_from for key in atlas.claims[base].sources}
    assert {work.key for work in works[1:]} == bases


def test_every_claim_can_be_cited_in_every_format(atlas: Atlas) -> None:
    for claim in atlas.claims.values():
        _read_in_all(works_of_claim(atlas, claim), claim)


def _read_in_all(works: list[Work], claim: Claim) -> None:
    texts = {name: form.write(works) for name, form in FORMATS.items()}
    assert claim.text in texts["vancouver"]
    assert len(rispy.loads(texts["ris"])) == len(json.loads(texts["csl"])) == len(works)
    assert texts["bibtex"].count("@") >= len(works)
