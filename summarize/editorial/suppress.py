"""Problems and the comments of a brief's file -> the problems that no comment lets be, and comments without use."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.editorial.desk import Desk
from summarize.editorial.directives import Directive
from summarize.editorial.rules import CHECKED, is_known, nearest_rule
from summarize.problem import Problem


def suppress(problems: Iterable[Problem], desk: Desk) -> list[Problem]:
    """Return problems in the order of the file: those that a comment covers left out, comments that cover none added.

    A comment covers its own line, or the next one. A value in front matter that runs over several
    lines is covered from the line on which it begins as well, since no comment can stand inside it.
    """
    directives, begins = desk.document.directives, _beginnings(desk)
    used: set[int] = set()
    kept = []
    for problem in problems:
        on = {*range(problem.line, problem.end_line + 1), begins.get(problem.line, problem.line)}
        covering = {at for at, one in enumerate(directives) if one.target in on and _names(one, problem.rule)}
        used |= covering
        kept += [] if covering else [problem]
    kept += [_unused(one, desk) for at, one in enumerate(directives) if at not in used]
    return sorted(kept, key=lambda problem: (problem.span.start, problem.span.end))


def _beginnings(desk: Desk) -> dict[int, int]:
    """Return the line on which a stretch begins, by every line that it runs over."""
    line = desk.lines.line
    return {
        number: line(stretch.anchor)
        for stretch in desk.document.stretches
        for number in range(line(stretch.places[0][0]), line(stretch.places[-1][0]) + 1)
        if stretch.style not in ("text", "markdown")
    }


def _names(directive: Directive, rule: str) -> bool:
    return not directive.rules or rule.startswith(directive.rules)


def _unused(directive: Directive, desk: Desk) -> Problem:
    message = CHECKED["unused-ignore"].summary
    unknown = next((name for name in directive.rules if not is_known(name)), "")
    near = nearest_rule(unknown) if unknown else ""
    if unknown:
        message += f": there is no rule {unknown}" + (f", did you mean {near}?" if near else "")
    place, text = (directive.span.start, directive.span.end), directive.span.text
    return desk.problem("unused-ignore", message, place, found=text, suggestion=near, sentence=text)
