"""A Report -> what the template of its page shows: trees of nodes, links, counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import PurePath
from string import ascii_lowercase

from summarize.data import Edit
from summarize.problem import Problem
from summarize.render.differences import compare
from summarize.render.marks import Layer, Mark, Node, find_pieces, nest
from summarize.render.paragraphs import Layout
from summarize.render.ties import Link, Ties, find_stated
from summarize.report import MISSING, Line, Remark, Report

_FIELDS = {"headline": "Headline", "brief": "Brief", "points": "Key points", "description": "Description"}
_KINDS = {"actor": "Actors", "date": "Dates", "figure": "Figures", "quote": "Quotations"}
_STRIP = 1000  # units of its height


@dataclass(frozen=True, slots=True)
class Said:
    """A written sentence; `numbers` are those of its sources, `href` is "" if it has none."""

    key: str
    href: str
    to: str
    nodes: tuple[Node, ...]
    numbers: str
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A finding of `check`; `letter` ties it to words of the brief, and is "" for one about all of it."""

    letter: str
    problem: Problem
    link: Link | None


@dataclass(frozen=True, slots=True)
class Field:
    """A part of the brief: paragraphs or bullets, each of sentences, and what was found in them."""

    name: str
    label: str
    blocks: tuple[tuple[Said, ...], ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What the guard did to a sentence; what differs between the versions is marked."""

    edit: Edit
    label: str
    before: tuple[Node, ...]
    after: tuple[Node, ...]
    link: Link | None
    is_loss: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph of the article."""

    nodes: tuple[Node, ...]
    is_cut: bool
    is_used: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A source on the strip that shows what is covered, in thousandths of the article."""

    anchor: str
    key: str
    to: str
    top: int
    height: int


class View:
    """What the template asks of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._layout = Layout(report.article, report.breaks)
        self._ties = Ties(report, self._layout)
        self._letters = (letter * times for times in count(1) for letter in ascii_lowercase)

    @property
    def title(self) -> str:
        """The name of the page: the article's title, or its file."""
        return self.report.article.title or self.name

    @property
    def name(self) -> str:
        """The file that the page is about."""
        return "standard input" if self.report.path == "-" else PurePath(self.report.path).name

    @property
    def against(self) -> str:
        """The file of the article that a brief of its own file is held against, "" if it is the same."""
        article = self.report.article.path
        return "" if article == self.report.path else "standard input" if article == "-" else PurePath(article).name

    @property
    def words(self) -> int:
        """The words of the article without what was cleaned away."""
        return len(self.report.article.text.split())

    @property
    def covered(self) -> int:
        """How much of these words the sources have, in per cent."""
        words = sum(len(span.text.split()) for span in self._ties.sources)
        return round(100 * words / self.words) if self.words else 0

    @property
    def source_count(self) -> int:
        """How many sentences of the article the written ones condense."""
        return len(self._ties.sources)

    def kinds(self) -> list[tuple[str, str, int]]:
        """Return the kinds of facts: class, label, how many the brief has."""
        facts: list[str] = [mention.fact.kind for line in self.report.lines for mention in line.facts]
        return [(kind, label, facts.count(kind)) for kind, label in _KINDS.items()]

    def fields(self) -> tuple[Field, ...]:
        """Return the parts of the brief, in order."""
        numbered = list(enumerate(self.report.lines, 1))
        return tuple(self._field(name, list(lines)) for name, lines in groupby(numbered, lambda one: one[1].field))

    def notes(self) -> list[Note]:
        """Return what was found about the brief as a whole."""
        return [self._note("", problem, None) for problem in self.report.remarks]

    def changes(self) -> list[Change]:
        """Return what the guard did."""
        return [self._change(edit) for edit in self.report.edits]

    def paragraphs(self) -> Iterator[Shown]:
        """Yield the article's paragraphs, with sources, places and what was cleaned away marked."""
        source = self.report.article.source
        cuts = Layer(
            Mark(cut.span.start, cut.span.end, "span", {"class": "cut", "title": f"cleaned away: {cut.rule}"})
            for cut in self.report.article.cuts
        )
        sources, places = self._ties.layers
        for one in self._layout.paragraphs():
            is_used = bool(sources.between(one.start, one.end))
            layers = (sources, places) if one.is_cut else (sources, places, cuts)
            yield Shown(nest(source, one.start, one.end, layers), one.is_cut, is_used)

    def bands(self) -> list[Band]:
        """Return the sources on the strip."""
        whole = max(len(self.report.article.source), 1)
        bands = []
        for span in self._ties.sources:
            place = self._layout.place(span)
            height = max(_STRIP * (place.end - place.start) // whole, 1)
            key, anchor = self._ties.key(span), self._ties.anchor(span)
            to = " ".join((key, *self._ties.users(span)))
            bands.append(Band(anchor, key, to, _STRIP * place.start // whole, height))
        return bands

    def _field(self, name: str, lines: list[tuple[int, Line]]) -> Field:
        notes = {remark: next(self._letters) for _, line in lines for remark in line.remarks}
        blocks = groupby(lines, lambda one: one[1].block)
        return Field(
            name,
            _FIELDS.get(name, name),
            tuple(tuple(self._said(at, line, notes) for at, line in block) for _, block in blocks),
            tuple(self._note(notes[remark], remark.problem, line) for _, line in lines for remark in line.remarks),
        )

    def _said(self, at: int, line: Line, notes: dict[Remark, str]) -> Said:
        numbers = sorted({self._ties.sources[span] for span in line.sources})
        href = self._ties.anchor(line.sources[0]) if line.sources else ""
        layers = (Layer(_flags(line, notes)), Layer(self._facts(line)))
        nodes = nest(line.text, 0, len(line.text), layers)
        said = ", ".join(map(str, numbers))
        return Said(f"o{at}", href, self._ties.of_line(line), nodes, said, line.is_quoted)

    def _facts(self, line: Line) -> Iterator[Mark]:
        """Yield the facts of a line; of facts inside one another, the shorter gives the colour."""
        spans = [(one.fact.span.start, one.fact.span.end, at) for at, one in enumerate(line.facts)]
        for piece in find_pieces(spans):
            covering = [line.facts[at] for at in piece.keys]
            to = dict.fromkeys(self._ties.key(span) for mention in covering for span in find_stated(mention, line))
            tied = {"data-to": " ".join(to)} if to else {}
            yield Mark(piece.start, piece.end, "mark", {"class": covering[0].fact.kind, **tied})

    def _note(self, letter: str, problem: Problem, line: Line | None) -> Note:
        link = self._ties.link(problem.shown, line.sources if line else self._ties.sources) if problem.shown else None
        return Note(letter, problem, link)

    def _change(self, edit: Edit) -> Change:
        link = self._ties.link(edit.sources[0]) if edit.sources else None
        label = "Left out" if edit.rule in MISSING else edit.action.capitalize()
        return Change(edit, label, *compare(edit.before, edit.after), link, edit in self.report.losses)


def _flags(line: Line, notes: dict[Remark, str]) -> Iterator[Mark]:
    """Yield the stretches of a line that findings are about, with the letters of those that end there."""
    spans = [(remark.span.start, remark.span.end, at) for at, remark in enumerate(line.remarks)]
    for piece in find_pieces(spans):
        covering = [line.remarks[at] for at in sorted(piece.keys)]
        ending = ", ".join(notes[remark] for remark in covering if remark.span.end == piece.end)
        is_error = any(remark.problem.severity == "error" for remark in covering)
        yield Mark(
            piece.start, piece.end, "span", {"class": f"flag {'error' if is_error else 'warning'}"}, after=ending
        )
