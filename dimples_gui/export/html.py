"""Words and plates as one HTML file that reads well aloud: headings, lists, texts for pictures, a language."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from dimples_gui.atlas.model import Atlas
from dimples_gui.export.consultation import Consultation
from dimples_gui.export.figure import Figure, told
from dimples_gui.export.imprint import Imprint
from dimples_gui.export.picture_files import LOGICAL_PX, Size, picture
from dimples_gui.export.png import png_of
from dimples_gui.panels.citation import cite
from dimples_gui.panels.leaf import Leaf, Paragraph, Run

translate = QCoreApplication.translate
HEADINGS = {"title": "h1", "heading": "h2", "letter": "h2", "legend-first": "h2", "term": "h2"}
LISTS = {"reference": "ol", "onward": "ul", "rates": "ul"}
TAGS = {"em": "em", "strong": "strong", "label": "strong"}
NO_WORDS = Leaf("", "", ())
PICTURE = Size(190.0, 180.0)
STYLE = """
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.55 "Source Serif 4", Georgia, serif; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 2rem; } h3 { margin-bottom: 0.2rem; }
img { max-width: 100%; height: auto; background: #fff; } .muted { opacity: 0.75; } footer { margin-top: 3rem; }
.answer { font-size: 1.2rem; } .badge { border: 1px solid; border-radius: 1rem; padding: 0 0.5em; font-size: 0.85em; }
.behind { border-left: 4px solid #b9a98f; padding-left: 1em; } dd { margin: 0 0 1rem; min-height: 1.5em; }
ol, ul { padding-left: 2em; } :target { outline: 2px solid; }
"""


class Pictured(NamedTuple):
    """A figure with what it shows in words."""

    figure: Figure
    title: str = ""


def page(atlas: Atlas, leaf: Leaf, imprint: Imprint, figures: Sequence[Pictured] = ()) -> str:
    """The words of a page, after its pictures."""
    titled = bool(leaf.paragraphs) and leaf.paragraphs[0].role == "title"
    head = f"<h1>{escape(leaf.paragraphs[0].text if titled else leaf.title)}</h1>"
    rest = leaf.paragraphs[titled:]
    return _document(atlas, imprint, [head, *map(_pictured, figures), *_blocks(rest)])


def consultation(atlas: Atlas, words: Consultation, imprint: Imprint, figure: Figure) -> str:
    """The consultation sheet."""
    sheet = words.sheet
    parts = [f"<h1>{escape(sheet.title)}</h1>", f"<p>{escape(sheet.lead)}</p>"]
    parts.append(f"<h2>{translate('Consultation', 'What matters to me')}</h2><dl>")
    parts += [f"<dt><strong>{escape(ask)}</strong></dt><dd>{escape(answer)}</dd>" for ask, _, answer in words.said]
    parts.append(f"</dl><h2>{translate('Consultation', 'What I looked at')}</h2>{_list(words.looked)}")
    parts.append(_pictured(Pictured(figure)))
    parts.append(f"<h2>{translate('Consultation', 'What I want to ask')}</h2>{_list(words.questions)}")
    works = ["".join(_run(run) for run in cite(work)) for work in words.works]
    if works:
        parts.append(f"<h2>{translate('Consultation', 'Where this is written')}</h2><ul>")
        parts += [f"<li>{work}</li>" for work in works]
        parts.append("</ul>")
    return _document(atlas, imprint, [*parts, f"<p>{escape(sheet.note)}</p>"])


def _document(atlas: Atlas, imprint: Imprint, body: Iterable[str]) -> str:
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(atlas.language)}">',
        f'<head><meta charset="utf-8"><title>{escape(imprint.title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{STYLE}</style></head>",
        "<body><main>",
        *body,
        "</main>",
        f'<footer class="muted"><p>{escape(imprint.disclaimer)}</p><p>{escape(imprint.version)}</p></footer>',
        "</body></html>\n",
    ]
    return "\n".join(lines)


def _pictured(pictured: Pictured) -> str:
    """A picture, embedded, with what it shows for those who don't see it."""
    image = picture(pictured.figure, PICTURE)
    data = b64encode(png_of(image)).decode()
    words = told(pictured.figure.atlas, pictured.figure.scene)
    size = f'width="{round(LOGICAL_PX)}" height="{round(LOGICAL_PX * pictured.figure.aspect)}"'
    shown = f'<img alt="{escape(words)}" {size} src="data:image/png;base64,{data}">'
    return f"<figure>{shown}<figcaption>{escape(pictured.title or words)}</figcaption></figure>"


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterable[str]:
    """Paragraphs, headings and lists; terms stand under their letters, where there are any."""
    lettered = any(paragraph.role == "letter" for paragraph in paragraphs)
    headings = HEADINGS | ({"term": "h3"} if lettered else {})
    for kind, group in groupby(paragraphs, key=lambda paragraph: LISTS.get(paragraph.role, "")):
        if kind:
            items = [f"<li>{_runs(_unnumbered(paragraph))}</li>" for paragraph in group]
            yield f"<{kind}>{''.join(items)}</{kind}>"
            continue
        for paragraph in group:
            tag = headings.get(paragraph.role, "p")
            name = "behind" if paragraph.behind else paragraph.role if paragraph.role == "answer" else ""
            yield f"<{tag}{_class(name)}>{_runs(paragraph.runs)}</{tag}>"


def _unnumbered(paragraph: Paragraph) -> tuple[Run, ...]:
    """The runs of an item of a list, which numbers itself."""
    return paragraph.runs[1:] if paragraph.role == "reference" else paragraph.runs


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    """One stretch of text: emphasised, a link, or a pill in words."""
    text = escape(run.text)
    if run.style in {"badge", "verdict"}:
        return f'<span class="badge">{text}</span>'
    for word in run.style.split():
        text = f"<{TAGS[word]}>{text}</{TAGS[word]}>" if word in TAGS else f'<span class="{word}">{text}</span>'
    return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""
