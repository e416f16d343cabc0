"""A brief of plain text or Markdown -> its headline, paragraphs and points, each character with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from summarize.editorial.stretch import Character, Field, Stretch, Style, as_is, make_stretch
from summarize.read import blocks
from summarize.read.inline import find_inline
from summarize.split import split

_Kind = Literal["heading", "item", "text"]
_Range = tuple[int, int]

_ITEM = re.compile(r"[ \t>]*(?:[-*+•‣◦▪●·–—]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
_HANGING = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]+")  # the next line of a point, indented
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
_ENDED = re.compile(r"[.!?…:;,][\"'”’»)\]*_]*\s*$")
# "Key points:" above a list and "Headline:" before one say what follows, and nothing of the article.
_LABEL = re.compile(
    r"\W*(?:headline|title|(?:in )?brief|summary|(?:key |main )?(?:points|facts|takeaways)|highlights|at a glance)"
    r"(?P<more>\s*:[\s*_]*)?",
    re.IGNORECASE,
)


class _Part(NamedTuple):
    kind: _Kind
    characters: list[Character]


def find_prose(source: str, start: int, end: int, *, is_markdown: bool, hidden: Sequence[_Range]) -> list[Stretch]:
    """Return the stretches of prose in `source[start:end]`; what is `hidden` is not among them.

    The headline is the first heading, or the first line if it ends without a stop and more follows.
    """
    text = _blanked(source[:end], hidden)
    parts = list(_markdown(text, start) if is_markdown else _plain(text, start))
    found = []
    for at, part in enumerate(parts):
        characters = _without_label(part.characters)
        is_first = at == 0 and len(parts) > 1
        if characters:
            found.append(make_stretch(_field(part, source, is_first), characters, _style(is_markdown)))
    return [stretch for stretch in found if stretch.text]


def _style(is_markdown: bool) -> Style:
    return "markdown" if is_markdown else "text"


def _blanked(text: str, hidden: Sequence[_Range]) -> str:
    for start, end in hidden:
        text = text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]
    return text


def _field(part: _Part, source: str, is_first: bool) -> Field:
    if part.kind == "heading":
        return "headline"
    if part.kind == "item":
        return "points"
    written = source[part.characters[0].start : part.characters[-1].end]
    is_line = "\n" not in written and "\r" not in written and not _ENDED.search(written)
    return "headline" if is_first and is_line else "brief"


def _without_label(characters: list[Character]) -> list[Character]:
    text = "".join(one.text for one in characters)
    label = _LABEL.match(text)
    if label is None or not (label["more"] or not text[label.end() :].strip(" \t*_:#")):
        return characters
    return characters[label.end() :] if text[label.end() :].strip(" \t\r\n*_:#") else []


def _plain(text: str, start: int) -> Iterator[_Part]:
    """Yield the paragraphs, which bullets begin as well as blank lines do."""
    for first, last in _paragraphs(text, start):
        item, heading = _ITEM.match(text, first, last), _HEADING.match(text, first, last)
        kind: _Kind = "item" if item else "heading" if heading else "text"
        marker = item or heading
        yield _Part(kind, as_is(text, marker.end() if marker else first, last))


def _paragraphs(text: str, start: int) -> list[_Range]:
    found: dict[int, _Range] = {}
    for sentence in split(text[start:]):
        first, _ = found.get(sentence.paragraph, (start + sentence.span.start, 0))
        found[sentence.paragraph] = first, start + sentence.span.end
    merged: list[_Range] = []
    for first, last in found.values():
        hangs = merged and _HANGING.fullmatch(text, merged[-1][1], first) and not _ITEM.match(text, first, last)
        if hangs and _ITEM.match(text, *merged[-1]):
            first = merged.pop()[0]
        merged.append((first, last))
    return merged


def _markdown(text: str, start: int) -> Iterator[_Part]:
    """Yield the blocks of prose without their markup."""
    layout = blocks.find_blocks(text.replace("\r\n", " \n").replace("\r", "\n"), start)
    headings = {heading.start for heading in layout.headings}
    for first, last in layout.prose:
        cuts = [place for place in layout.dropped if place[0] < last and place[1] > first]
        cuts += find_inline(layout.text, first, last, layout.labels)
        gone = {at for low, high in cuts for at in range(max(low, first), min(high, last))}
        kind: _Kind = "heading" if first in headings else "item" if _ITEM.match(text, first, last) else "text"
        characters = [one for one in as_is(text, first, last) if one.start not in gone]
        if any(not one.text.isspace() for one in characters):
            yield _Part(kind, characters)
