"""Markdown in, an Article out whose text is the prose: markup is cut, and nothing is rewritten.

Three passes, each of which blanks what it cut for the next one, so that all of them share the
file's offsets: blocks with a closing mark, then lines, then the inline markup of each block.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summarize.data import Article, Cut, Span
from summarize.read import blocks, front_matter, markers, plain
from summarize.read.inline import Place, find_inline

_BEFORE_TITLE = 200  # characters of prose that may stand above a title: a kicker, a byline


def read(text: str, path: str) -> Article:
    """An article of Markdown: its front matter apart, its markup cut."""
    matter = front_matter.find(text) or front_matter.FrontMatter(0)
    briefs = [(marked.begin, marked.stop) for marked in markers.find_marked(text) if marked.begin >= matter.end]
    layout = blocks.find_blocks(_same_length_newlines(markers.blanked(text)), matter.end)
    places = _merged([*layout.dropped, *_inline(layout)])
    heading, title = _title(layout, places, matter.title)
    cuts = [_cut(text, (0, matter.end), "front-matter")]
    if heading:
        cuts.append(_cut(text, (heading.start, heading.end), "title"))
        places = [place for place in places if not heading.start <= place[0] < heading.end]
    cuts += (_cut(text, place, "brief") for place in briefs)
    cuts += (_cut(text, place, "markdown") for place in places)
    article = replace(
        Article.from_text(text, path).without(cuts),
        title=title,
        date=matter.date,
        place=matter.place,
        author=matter.author,
        warnings=(matter.warning,) if matter.warning else (),
    )
    return plain.with_title(article)


def _same_length_newlines(text: str) -> str:
    return text.replace("\r\n", " \n").replace("\r", "\n")


def _inline(layout: blocks.Layout) -> Iterable[Place]:
    for start, end in layout.prose:
        yield from find_inline(layout.text, start, end, layout.labels)


def _merged(places: Iterable[Place]) -> list[Place]:
    merged: list[Place] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(text: str, place: Place, rule: str) -> Cut:
    return Cut(Span(*place, text[slice(*place)]), rule)


def _title(layout: blocks.Layout, places: list[Place], known: str | None) -> tuple[blocks.Heading | None, str | None]:
    """The heading to cut as the title, if any, and the title."""
    first = next((heading for heading in layout.headings if heading.level == 1), None)
    if first is None:
        return None, known
    stated = _without(layout.text, (first.start, first.end), places)
    rest = _without(layout.text, (first.end, len(layout.text)), places) or first.prose_before
    if not stated or not rest or (known is None and first.prose_before > _BEFORE_TITLE):
        return None, known
    if known is None or _letters(known) == _letters(stated):
        return first, known or stated
    return None, known


def _without(text: str, place: Place, cut: list[Place]) -> str:
    """What is left of `text[start:end]`, on one line."""
    kept, (at, end) = [], place
    for start, stop in cut:
        if stop > at and start < end:
            kept.append(text[at : max(start, at)])
            at = min(stop, end)
    return " ".join("".join([*kept, text[at:end]]).split())


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, title.casefold()))
