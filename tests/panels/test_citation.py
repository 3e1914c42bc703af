"""Sources as they are printed."""

from dimples_gui.atlas.model import Source
from dimples_gui.panels.citation import cite, cite_plain

WHOLE = Source(
    key="k", authors="Lee A, Kim B", year="2017", title="On dimples", container="Spine", volume="12", pages="28-31",
    doi="10.1/x", pmid="99", url="https://example.org/x",
)  # fmt: skip


def text_of(source: Source) -> str:
    return "".join(run.text for run in cite(source))


def test_a_whole_citation_ends_in_doi_and_pubmed_links() -> None:
    assert text_of(WHOLE) == "Lee A, Kim B (2017). On dimples. Spine 12: 28–31. doi:10.1/x PubMed 99"
    assert [run.href for run in cite(WHOLE) if run.href] == [
        "https://doi.org/10.1/x",
        "https://pubmed.ncbi.nlm.nih.gov/99/",
    ]


def test_the_publishers_page_is_linked_only_without_doi_and_pubmed() -> None:
    bare = WHOLE._replace(doi="", pmid="")
    assert [run.href for run in cite(bare) if run.href] == ["https://example.org/x"]


def test_missing_fields_leave_no_gaps_and_no_stray_signs() -> None:
    assert text_of(Source(key="k", authors="Richer P", title="Anatomie artistique")) == "Richer P. Anatomie artistique."
    assert text_of(Source(key="k", title="Why?", container="A site")) == "Why? A site."
    assert (
        text_of(Source(key="k", authors="X et al.", container="Book", pages="136, 166"))
        == "X et al. Book pp. 136, 166."
    )
    assert text_of(Source(key="k")) == ""


UNTITLED = WHOLE._replace(title="", title_note="pelvic ring, 150 CT")
NOTE = "title not shown where it was read: pelvic ring, 150 CT."


def test_of_a_title_that_was_not_shown_a_muted_note_tells_after_the_other_fields() -> None:
    assert text_of(UNTITLED) == f"Lee A, Kim B (2017). Spine 12: 28–31. {NOTE} doi:10.1/x PubMed 99"
    assert [run.text for run in cite(UNTITLED) if run.style == "muted"] == [NOTE]
    assert f"Spine 12: 28–31. {NOTE} https://doi.org/" in cite_plain(UNTITLED)
    assert {run.spoken for run in cite(UNTITLED) if run.href} == {
        f"doi:10.1/x: Lee A, Kim B (2017). {NOTE}",
        f"PubMed 99: Lee A, Kim B (2017). {NOTE}",
    }
    assert NOTE not in text_of(UNTITLED._replace(title="On dimples"))


def test_a_kind_of_source_is_not_printed_as_the_place_where_it_stood() -> None:
    page = Source(key="k", authors="Who", title="What", container="web reference", url="https://example.org/x")
    assert text_of(page) == "Who. What. example.org"
    assert cite_plain(page) == "Who. What. https://example.org/x"


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    assert not any(run.href for run in cite(Source(key="k", title="T", url="file:///etc/passwd")))


def test_plain_text_writes_the_addresses_out() -> None:
    assert cite_plain(WHOLE).endswith("12: 28–31. https://doi.org/10.1/x https://pubmed.ncbi.nlm.nih.gov/99/")
