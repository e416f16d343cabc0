"""A Summary -> what a page shows of it: every written sentence, where it comes from, what was found and done.

The briefs of other hands get theirs from `editorial.provenance`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarize.data import Article, Edit, Mention, Span, Statement, Summary
from summarize.guard import find_losses
from summarize.problem import Problem
from summarize.split import split

MISSING = ("missing-main-actor", "missing-main-date")


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding of `check` at its place in a line; `span` indexes the text of that line."""

    problem: Problem
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """One written sentence: `sources` are the sentences of `Article.text` it condenses, best first.

    `field` is headline, brief, points or description; lines of one `block` make a paragraph or a bullet.
    The facts of `facts` and the spans of `remarks` index `text`. `is_quoted` tells the article's own words.
    """

    field: str
    block: int
    text: str
    sources: tuple[Span, ...] = ()
    facts: tuple[Mention, ...] = ()
    remarks: tuple[Remark, ...] = ()
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a page shows of one article and its brief. `path` is the file that the brief is of, or stands in.

    `breaks` are the places of `Article.text` where a paragraph begins. `remarks` are findings about the brief as
    a whole. `losses` are those of `edits` that cost a fact. `writer` is the model, "" for other hands.
    """

    article: Article
    path: str
    lines: tuple[Line, ...]
    breaks: tuple[int, ...]
    edits: tuple[Edit, ...] = ()
    losses: tuple[Edit, ...] = ()
    remarks: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()
    writer: str = ""
    is_check: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every finding of `check`, in the order of the lines, then those about the whole."""
        return (*(remark.problem for line in self.lines for remark in line.remarks), *self.remarks)

    @property
    def missing(self) -> tuple[str, ...]:
        """The main actors, and the main date, that brief and points leave out."""
        dropped = (edit.before for edit in self.edits if edit.rule in MISSING)
        found = (problem.suggestion for problem in self.remarks if problem.rule in MISSING)
        return (*dropped, *found)

    @property
    def dropped(self) -> tuple[Edit, ...]:
        """The sentences that were dropped for what they claim."""
        return tuple(edit for edit in self.losses if edit.rule not in MISSING)


def report_of(summary: Summary) -> Report:
    """Return what a page shows of a summary."""
    return Report(
        article=summary.article,
        path=summary.article.path,
        lines=tuple(_lines(summary)),
        breaks=find_breaks(summary.article.text),
        edits=summary.edits,
        losses=find_losses(summary),
        warnings=summary.warnings,
        writer=summary.model,
    )


def find_breaks(text: str) -> tuple[int, ...]:
    """Return where the paragraphs of a text begin."""
    starts: dict[int, int] = {}
    for sentence in split(text):
        starts.setdefault(sentence.paragraph, sentence.span.start)
    return tuple(starts.values())


def _lines(summary: Summary) -> Iterator[Line]:
    facts: dict[str, list[Mention]] = {}
    for mention in summary.facts:
        facts.setdefault(mention.field, []).append(mention)
    if summary.headline:
        yield _line("headline", 0, summary.headline, facts.get("headline", ()), 0)
    at = 0
    for sentence in summary.sentences:
        yield _line("brief", 1, sentence, facts.get("brief", ()), at)
        at += len(sentence.text) + 1  # as Summary.brief joins them
    for number, point in enumerate(summary.points):
        yield _line("points", 2 + number, point, facts.get(f"points[{number}]", ()), 0)


def _line(field: str, block: int, statement: Statement, mentions: Sequence[Mention], start: int) -> Line:
    """Return a statement as a line; the `mentions` of its field index a text in which it begins at `start`."""
    end = start + len(statement.text)
    own = (one for one in mentions if start <= one.fact.span.start and one.fact.span.end <= end)
    facts = tuple(replace(one, fact=one.fact.moved(-start)) for one in own)
    return Line(field, block, statement.text, statement.sources, facts, is_quoted=statement.origin == "source")
