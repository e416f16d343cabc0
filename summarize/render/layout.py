"""A Summary -> lines of styled runs, the same for a terminal and for a file; how a style looks is not said here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from summarize.data import Article, FactKind, Mention, Span, Statement, Summary
from summarize.render.wrap import shorten, wrap

Style = Literal["headline", "bullet", "note", "actor", "date", "figure", "quote"]

_BULLET = "- "
_LISTS: tuple[tuple[FactKind, str], ...] = (
    ("actor", "Actors"),
    ("date", "Dates"),
    ("figure", "Figures"),
    ("quote", "Quotations"),
)
# A footnote is one line, but two where the lines are shorter than this.
_TELLING = 60


@dataclass(frozen=True, slots=True)
class Look:
    """How a summary is laid out: in how many columns, with footnotes or not, facts marked in it or listed below."""

    width: int = 80
    sources: bool = False
    facts: Literal["", "marked", "listed"] = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line in one style; where styles are nested, the inner ones come last."""

    text: str
    styles: tuple[Style, ...] = ()


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A text and what of it is styled how: start, end, style."""

    text: str
    marks: tuple[tuple[int, int, Style], ...] = ()

    def with_mark(self, start: int, end: int, style: Style) -> _Paragraph:
        return replace(self, marks=(*self.marks, (start, end, style)))

    def with_note(self, at: int, note: str) -> _Paragraph:
        """Return the paragraph with a footnote's number inserted; a mark that ends there does not grow."""
        by = len(note)
        marks = tuple((start + by * (start >= at), end + by * (end > at), style) for start, end, style in self.marks)
        return _Paragraph(self.text[:at] + note + self.text[at:], marks).with_mark(at, at + by, "note")

    def lines(self, width: int, first: Line = (), indent: int = 0) -> Iterator[Line]:
        """Yield the wrapped lines, the first one after the runs of `first`, the others indented."""
        taken = sum(len(run.text) for run in first)
        for number, (start, end) in enumerate(wrap(self.text, width, taken, indent)):
            opening = (Run(" " * indent),) if indent else ()
            yield (*(opening if number else first), *self._runs(start, end))

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        edges = {start, end} | {edge for mark in self.marks for edge in mark[:2] if start < edge < end}
        widest_first = sorted(self.marks, key=lambda mark: mark[0] - mark[1])
        for left, right in pairwise(sorted(edges)):
            styles = (style for first, last, style in widest_first if first <= left and right <= last)
            yield Run(_spaced(self.text[left:right]), tuple(styles))


def lay_out(summary: Summary, look: Look) -> tuple[Line, ...]:
    """Return headline, brief, points, footnotes and facts, each where there is one, with an empty line between."""
    numbers = _numbers(summary) if look.sources else {}
    blocks = [
        tuple(_headline(summary, look, numbers)),
        tuple(_brief(summary, look, numbers)),
        tuple(_points(summary, look, numbers)),
        tuple(_footnotes(numbers, summary.article, look)),
        tuple(_fact_lists(summary, look)) if look.facts == "listed" else (),
    ]
    lines = [line for block in blocks if block for line in ((), *block)]
    return tuple(lines[1:]) or ((),)


def plain(lines: Iterable[Line]) -> str:
    """Return lines as text, without their styles."""
    return "".join(f"{''.join(run.text for run in line)}\n" for line in lines)


def _headline(summary: Summary, look: Look, numbers: Mapping[Span, int]) -> Iterator[Line]:
    if summary.headline:
        yield from _field((summary.headline,), "headline", summary, look, numbers).lines(look.width)


def _brief(summary: Summary, look: Look, numbers: Mapping[Span, int]) -> Iterator[Line]:
    yield from _field(summary.sentences, "brief", summary, look, numbers).lines(look.width)


def _points(summary: Summary, look: Look, numbers: Mapping[Span, int]) -> Iterator[Line]:
    for at, point in enumerate(summary.points):
        paragraph = _field((point,), f"points[{at}]", summary, look, numbers)
        yield from paragraph.lines(look.width, (Run(_BULLET, ("bullet",)),), len(_BULLET))


def _field(
    statements: tuple[Statement, ...], name: str, summary: Summary, look: Look, numbers: Mapping[Span, int]
) -> _Paragraph:
    """Return the statements of a field as one paragraph, its facts marked and its sources numbered as asked."""
    paragraph = _Paragraph(" ".join(statement.text for statement in statements))
    if name == "headline":
        paragraph = paragraph.with_mark(0, len(paragraph.text), "headline")
    if look.facts == "marked":
        for mention in summary.facts:
            if mention.field == name:
                span = mention.fact.span
                paragraph = paragraph.with_mark(span.start, span.end, mention.fact.kind)
    if numbers:
        end = len(paragraph.text)
        for statement in reversed(statements):  # an insertion moves only what stands behind it
            paragraph = paragraph.with_note(end, _signs(statement, numbers))
            end -= len(statement.text) + 1
    return paragraph


def _signs(statement: Statement, numbers: Mapping[Span, int]) -> str:
    return "".join(f"[{number}]" for number in sorted({numbers[source] for source in statement.sources}))


def _numbers(summary: Summary) -> dict[Span, int]:
    """Return the number of each source sentence, in the order of the output."""
    headline = (summary.headline,) if summary.headline else ()
    sources = [source for one in (*headline, *summary.sentences, *summary.points) for source in one.sources]
    return {source: number for number, source in enumerate(dict.fromkeys(sources), 1)}


def _footnotes(numbers: Mapping[Span, int], article: Article, look: Look) -> Iterator[Line]:
    for source, number in numbers.items():
        sign = f"[{number}] "
        place = f"{_place(source, article)}: " if article.basis == "file" else ""
        paragraph = _Paragraph(_begun(place + " ".join(source.text.split()), look.width, len(sign)))
        paragraph = paragraph.with_mark(0, len(paragraph.text), "note")
        yield from paragraph.lines(look.width, (Run(sign, ("note",)),), len(sign))


def _begun(text: str, width: int, indent: int) -> str:
    """Return as much of a source as is shown of it."""
    lines = wrap(text, width, indent, indent)[: 1 if width >= _TELLING else 2]
    start = lines[-1][0]
    return text[:start] + shorten(text[start:], width - indent)


def _fact_lists(summary: Summary, look: Look) -> Iterator[Line]:
    for kind, label in _LISTS:
        mentions = [mention for mention in summary.facts if mention.fact.kind == kind]
        if mentions:
            listed = "; ".join(_listed(mentions, summary.article))
            yield from _Paragraph(f"{label}: {listed}").lines(look.width, (), len(_BULLET))


def _listed(mentions: list[Mention], article: Article) -> Iterator[str]:
    """Yield each fact once, in the order of the output, as its fullest mention has it, with its line."""
    values: dict[str, list[Mention]] = {}
    for mention in mentions:
        values.setdefault(mention.fact.value, []).append(mention)
    for same in values.values():
        fullest = max(same, key=lambda mention: len(mention.fact.span.text))
        text = f'"{fullest.fact.span.text}"' if fullest.fact.kind == "quote" else fullest.fact.span.text
        is_placed = article.basis == "file" and fullest.sources
        yield text + (f" ({_place(fullest.sources[0], article)})" if is_placed else "")


def _place(source: Span, article: Article) -> str:
    return f"line {article.line(article.locate(source.start, source.end).start)}"


def _spaced(text: str) -> str:
    return "".join(" " if sign in "\t\n\x0b\x0c\r" else sign for sign in text)
