"""An article, a brief of it and what was found -> a report: sentences with their sources, findings in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from summarize.data import Article, Mention, Span
from summarize.editorial.counterpart import condensed
from summarize.editorial.document import BriefDocument
from summarize.editorial.evidence import gather_evidence
from summarize.editorial.stretch import Stretch
from summarize.facts import find_facts
from summarize.guard import Evidence
from summarize.problem import Problem
from summarize.report import Line, Remark, Report, find_breaks
from summarize.split import split


def report_check(article: Article, document: BriefDocument, problems: Sequence[Problem]) -> Report:
    """Return what a page shows of a brief; `article` is cleaned, `problems` are those of this brief.

    Raises InputError if there is no sentence in the article.
    """
    evidence = gather_evidence(article)
    blocks = enumerate(document.stretches)
    lines = tuple(line for block, stretch in blocks for line in _lines(block, stretch, evidence, problems))
    placed = {remark.problem for line in lines for remark in line.remarks}
    return Report(
        article=article,
        path=document.path,
        lines=lines,
        breaks=find_breaks(article.text),
        remarks=tuple(problem for problem in problems if problem not in placed),
        warnings=(*article.warnings, *document.warnings),
        is_check=True,
    )


def _lines(block: int, stretch: Stretch, evidence: Evidence, problems: Iterable[Problem]) -> Iterator[Line]:
    places = tuple(_places(stretch, problems))
    for sentence in split(stretch.text):
        text, span = sentence.span.text, sentence.span
        sources = tuple(one.span for one in condensed(sentence.plain, evidence))
        mentions = tuple(Mention(stretch.field, fact, evidence.inventory.spans(fact)) for fact in find_facts(text))
        own = ((problem, max(start, span.start), min(end, span.end)) for problem, start, end in places)
        remarks = tuple(
            Remark(problem, Span(start, end, stretch.text[start:end]).moved(-span.start))
            for problem, start, end in own
            if start < end
        )
        yield Line(stretch.field, block, text, sources, mentions, remarks)


def _places(stretch: Stretch, problems: Iterable[Problem]) -> Iterator[tuple[Problem, int, int]]:
    """Yield the findings about words of a stretch with their places in its text; those without are about more."""
    starts = [start for start, _ in stretch.places]
    ends = [end for _, end in stretch.places]
    for problem in problems:
        start, end = bisect_right(ends, problem.span.start), bisect_left(starts, problem.span.end)
        if problem.found and start < end:
            yield problem, start, end
