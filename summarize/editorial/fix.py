"""Problems of a brief -> its file with the safe ones mended, written the way the text around them is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summarize.config import Settings
from summarize.data import Finding
from summarize.editorial.document import BriefDocument, parse_brief, parse_brief_inside
from summarize.editorial.stretch import Stretch, Style
from summarize.editorial.suggest import is_safe
from summarize.guard import Evidence, examine
from summarize.problem import Problem
from summarize.split import split

_MARKUP = re.compile(r"([\\`*_\[\]<>~])")


class Mended(NamedTuple):
    """A file as it should be, and the problems that are gone from it."""

    document: BriefDocument
    fixed: tuple[Problem, ...]


def find_fix(finding: Finding, stretch: Stretch, count: int, evidence: Evidence) -> str:
    """Return what may be written in place of a finding without asking, "" if nothing may.

    The stretch, which has `count` findings, must have fewer with it.
    """
    if not is_safe(finding, finding.suggestion, evidence):
        return ""
    text, span, suggestion = stretch.text, finding.span, finding.suggestion
    if suggestion.endswith(".") and text.startswith(".", span.end):
        suggestion = suggestion[:-1]  # "A.Ş." brings its own full stop
    mended = text[: span.start] + suggestion + text[span.end :]
    return written(suggestion, stretch.style) if len(examine(split(mended), evidence)) < count else ""


def written(text: str, style: Style) -> str:
    """Return a text as a file must write it inside a string, or prose, of a style."""
    if style == "markdown":
        return _MARKUP.sub(r"\\\1", text)
    if style == "single":
        return text.replace("'", "''")
    if style == "double":
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text


def mend(document: BriefDocument, problems: Iterable[Problem], settings: Settings) -> Mended:
    """Apply the fixes, last to first; one that would change anything but its own words is left out."""
    fixed: list[Problem] = []
    for problem in sorted(problems, key=lambda one: -one.span.start):
        if not problem.fix or (fixed and problem.span.end > fixed[-1].span.start):
            continue
        after = _with(document, problem, settings)
        if _texts(after.stretches) == _expected(document.stretches, problem):
            document, fixed = after, [*fixed, problem]
    return Mended(document, tuple(reversed(fixed)))


def _with(document: BriefDocument, problem: Problem, settings: Settings) -> BriefDocument:
    source = document.source[: problem.span.start] + problem.fix + document.source[problem.span.end :]
    parse = parse_brief_inside if document.is_inside else parse_brief
    return parse(source, document.warnings, document.path, settings)


def _texts(stretches: Sequence[Stretch]) -> list[str]:
    return [stretch.text for stretch in stretches]


def _expected(stretches: Sequence[Stretch], problem: Problem) -> list[str]:
    return [_replaced(stretch, problem) for stretch in stretches]


def _replaced(stretch: Stretch, problem: Problem) -> str:
    """Return the text of a stretch with the fix in it, if it is there that the problem stands."""
    first = next((at for at, place in enumerate(stretch.places) if place[0] == problem.span.start), None)
    last = next((at for at, place in enumerate(stretch.places) if place[1] == problem.span.end), None)
    if first is None or last is None:
        return stretch.text
    stop = problem.suggestion[:-1] if len(problem.fix) < len(problem.suggestion) else problem.suggestion
    return stretch.text[:first] + stop + stretch.text[last + 1 :]
