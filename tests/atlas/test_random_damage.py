"""Whatever is done to a file, the program goes on and points into a file that is there."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dimples_gui.atlas.compiler import dump, restore
from tests.atlas.conftest import FILES, Folder

SIGNS = """\
- |: |&a |*a|!!int |[|]|{|}|'|"|---|...|%Y|? |#|null|~|1e999|.inf|0x10|-0|<<: |id: c1|(dimples:|[a](dimples:x)
<|>|/>|&amp;|&x;|<!--|<g>|</g>|<path id="x" d="M0 0H1V1Z"/>|<![CDATA[|<?x?>|<!DOCTYPE a>|M|z|A1 1 0 11|e|-|.|,
"""
OTHER_BREAKS = ("\r", "\x85", "\u2028", "\u2029")  # what ends a line in YAML, beside the line feed
SNIPPETS = st.one_of(
    st.sampled_from([sign for line in SIGNS.splitlines() for sign in line.split("|")]),
    st.sampled_from(["", "\n", "  ", "\n  ", "|\n", ">-\n", "---\n", "\t", "\r", "\x00", "\ufeff", "\u2028", "\x85"]),
    st.text(max_size=4),
    st.binary(max_size=4),
)


def test_no_damage_to_the_text_of_a_file_ever_raises(folder: Folder) -> None:
    @given(st.sampled_from(sorted(FILES)), st.data())
    @settings(max_examples=250, deadline=None)
    def damage(name: str, data: st.DataObject) -> None:
        text = FILES[name].encode()
        for _ in range(data.draw(st.integers(1, 3), "how often")):
            begin = data.draw(st.integers(0, len(text)), "from")
            end = data.draw(st.integers(begin, min(begin + 30, len(text))), "to")
            snippet = data.draw(SNIPPETS, "instead")
            put = snippet if isinstance(snippet, bytes) else snippet.encode("utf-8", "surrogatepass")
            text = text[:begin] + put + text[end:]
        folder.write(name, text)
        try:
            atlas = folder.load()
            assert restore(dump(atlas)) == atlas
            for problem in atlas.problems:
                lines = Path(problem.where.file).read_bytes().decode("utf-8", "replace").count("\n") + 1
                assert 0 <= problem.where.line <= lines + sum(text.count(mark.encode()) for mark in OTHER_BREAKS)
                assert problem.text
        finally:
            folder.write(name, FILES[name])

    damage()
