"""Makes assets/fonts from Source Serif 4: the scripts we may need, no small capitals, and a name of its own.

    python packaging/font.py FOLDER-WITH-SourceSerif4-*.ttf

The Open Font License lets nobody call a changed font by its reserved name, which here is “Source”; hence another name.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Dimples Serif"
FONTS = Path(__file__).parent.parent / "assets" / "fonts"
# Upstream's file, our style. Semibold is our bold: Qt then sets weight 700 in it too and smears nothing.
STYLES = (("Regular", "Regular"), ("It", "Italic"), ("Semibold", "Bold"), ("SemiboldIt", "Bold Italic"))
SCRIPTS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F),  # Latin with all its accents
    (0x370, 0x3FF), (0x1E00, 0x1EFF), (0x2000, 0x2BFF),  # Greek, Vietnamese, punctuation and signs
)  # fmt: skip
BOLD = 1 << 5  # in OS/2.fsSelection
REGULAR = 1 << 6
MAC_BOLD = 1 << 0  # in head.macStyle


def main(upstream: Path) -> None:
    """Write each of our fonts."""
    for theirs, style in STYLES:
        options = subset.Options(hinting=False, name_IDs=["*"], recalc_timestamp=False)
        options.drop_tables += ["DSIG"]
        font = subset.load_font(str(upstream / f"SourceSerif4-{theirs}.ttf"), options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[code for first, last in SCRIPTS for code in range(first, last + 1)])
        subsetter.subset(font)
        rename(font, style)
        subset.save_font(font, str(FONTS / f"{FAMILY.replace(' ', '')}-{style.replace(' ', '')}.ttf"), options)


def rename(font: TTFont, style: str) -> None:
    """Give the font our family name and one of the four styles that every system knows."""
    name = font["name"]
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    postscript = f"{FAMILY.replace(' ', '')}-{style.replace(' ', '')}"
    version = name.getDebugName(5).partition(";")[0]
    ours = {
        1: FAMILY, 2: style, 3: f"{version};{postscript}", 4: full, 5: version, 6: postscript,
        10: "Source Serif 4 by Frank Grießhammer, cut to fewer characters and renamed.",
    }  # fmt: skip
    for number in (7, 16, 17, 25, *ours):  # 7 is the trademark on the name it no longer bears
        name.removeNames(nameID=number)
    for number, text in ours.items():
        name.setName(text, number, 3, 1, 0x409)
    if "Bold" in style:
        font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~REGULAR | BOLD
        font["head"].macStyle |= MAC_BOLD


if __name__ == "__main__":
    main(Path(sys.argv[1]))
