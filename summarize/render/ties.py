"""A Report -> short keys for the sentences and places of its article, and what is tied to what.

Keys are `o1` (a written sentence), `s1` (a sentence of the article that one of them condenses) and `p1` (a place
that states a fact, or that a finding points to). They say what lights up together; anchors are the ids of elements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from summarize.data import FactKind, Mention, Span
from summarize.render.marks import Layer, Mark, Piece, find_pieces
from summarize.render.paragraphs import Layout
from summarize.report import Line, Report


@dataclass(frozen=True, slots=True)
class Link:
    """Where something is shown: the element to go to, the keys of all that lights up, and the place in words."""

    anchor: str
    to: str
    where: str


class Ties:
    """The keys of one report."""

    def __init__(self, report: Report, layout: Layout) -> None:
        """Number the sources, then the other places, in the order of the article."""
        self._layout = layout
        self.sources = _numbered(span for line in report.lines for span in line.sources)
        self._places = _numbered(span for span in _find_places(report) if span not in self.sources)
        self._kinds: dict[int, FactKind] = {}
        self._users: dict[int, list[int]] = {}
        for at, line in enumerate(report.lines, 1):
            for span in line.sources:
                self._users.setdefault(self.sources[span], []).append(at)
            for mention in line.facts:
                places = (self._places[span] for span in find_stated(mention, line) if span in self._places)
                self._kinds.update(dict.fromkeys(places, mention.fact.kind))
        self._anchors: dict[str, str] = {}
        self.layers = (
            Layer(self._source(piece, new) for piece, new in self._pieces("s", self.sources)),
            Layer(self._place(piece, new) for piece, new in self._pieces("p", self._places)),
        )

    def key(self, span: Span) -> str:
        """Return the key of a source or a place."""
        return f"s{self.sources[span]}" if span in self.sources else f"p{self._places[span]}"

    def anchor(self, span: Span) -> str:
        """Return the id of the element at which a source or a place begins."""
        return self._anchors[self.key(span)]

    def users(self, source: Span) -> tuple[str, ...]:
        """Return the keys of the written sentences that condense a source."""
        return tuple(f"o{at}" for at in dict.fromkeys(self._users[self.sources[source]]))

    def link(self, span: Span, sources: Iterable[Span] = ()) -> Link:
        """Return the link to a place of the article, which lights up together with those `sources` it stands in."""
        line = self._layout.line(self._layout.place(span).start)
        keys = dict.fromkeys((self.key(span), *(self.key(one) for one in sources if one.overlaps(span))))
        return Link(self.anchor(span), " ".join(keys), f"line {line}" if line else "in the article")

    def of_line(self, line: Line) -> str:
        """Return the keys of what a line lights up: its sources, best first, and its facts in them."""
        sources = dict.fromkeys(self.key(span) for span in line.sources)
        facts = (span for mention in line.facts for span in find_stated(mention, line))
        within = (self.key(span) for span in facts if any(one.overlaps(span) for one in line.sources))
        return " ".join(dict.fromkeys((*sources, *within)))

    def _pieces(self, letter: str, numbers: Mapping[Span, int]) -> Iterator[tuple[Piece, str]]:
        """Yield the pieces of the source that spans cover, each with its id, "" if all in it began before."""
        located = {number: self._layout.place(span) for span, number in numbers.items()}
        for piece in find_pieces((place.start, place.end, number) for number, place in located.items()):
            new = [f"{letter}{number}" for number in piece.keys if f"{letter}{number}" not in self._anchors]
            self._anchors.update(dict.fromkeys(new, new[0] if new else ""))
            yield piece, new[0] if new else ""

    def _source(self, piece: Piece, anchor: str) -> Mark:
        users = sorted({user for number in piece.keys for user in self._users[number]})
        attributes = {
            "class": "source",
            "href": f"#o{users[0]}",
            "data-key": " ".join(f"s{number}" for number in piece.keys),
            "data-to": " ".join(f"o{user}" for user in users),
            **({"id": anchor} if anchor else {}),
            **({"data-line": str(line)} if (line := self._layout.line(piece.start)) else {}),
        }
        return Mark(piece.start, piece.end, "a", attributes, before=", ".join(map(str, piece.keys)) if anchor else "")

    def _place(self, piece: Piece, anchor: str) -> Mark:
        """Return the mark of a place; of facts inside one another, the shorter gives the colour."""
        kind = next((self._kinds[number] for number in piece.keys if number in self._kinds), "shown")
        keys = " ".join(f"p{number}" for number in piece.keys)
        attributes = {"class": kind, "data-key": keys, **({"id": anchor} if anchor else {})}
        return Mark(piece.start, piece.end, "span" if kind == "shown" else "mark", attributes)


def find_stated(mention: Mention, line: Line) -> tuple[Span, ...]:
    """Return where the article states a fact of a line: in the line's sources, or else wherever it does."""
    near = tuple(span for span in mention.sources if any(one.overlaps(span) for one in line.sources))
    return near or mention.sources


def _numbered(spans: Iterable[Span]) -> dict[Span, int]:
    return {span: at for at, span in enumerate(sorted(set(spans), key=lambda one: (one.start, one.end)), 1)}


def _find_places(report: Report) -> Iterator[Span]:
    for line in report.lines:
        yield from (span for mention in line.facts for span in find_stated(mention, line))
    yield from (problem.shown for problem in report.problems if problem.shown)
    yield from (span for edit in report.edits for span in edit.sources)
