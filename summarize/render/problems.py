"""Findings of `check` -> lines for a terminal, or values for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from summarize.problem import Problem, Rule


def render_problems(problems: Iterable[Problem]) -> str:
    """Return a line for each finding, and below it what the article says and what to write instead."""
    return "".join(f"{line}\n" for problem in problems for line in _lines(problem))


def _lines(problem: Problem) -> list[str]:
    level = " (warning)" if problem.severity == "warning" else ""
    below = [problem.source] if problem.source else []
    below += [f"suggestion: {problem.suggestion}{' (--fix)' if problem.fix else ''}"] if problem.suggestion else []
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return [f"{place}: {problem.rule}{level}: {_flat(problem.message)}", *(f"    {_flat(text)}" for text in below)]


def _flat(text: str) -> str:
    return " ".join(text.split())


def render_problem_json(problem: Problem) -> dict[str, Any]:
    """Return one finding as JSON values, under the keys that the README documents."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "end_line": problem.end_line,
        "end_column": problem.end_column,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": full_message(problem),
        "found": problem.found,
        "suggestion": problem.suggestion,
        "fixable": bool(problem.fix),
        "field": problem.field,
        "article": problem.article,
        "source_line": problem.source_line,
        "source_text": problem.source_text,
    }


def full_message(problem: Problem) -> str:
    """Return the message of a finding with the source line that shows it."""
    return f"{problem.message} ({problem.source})" if problem.source else problem.message


def render_count(problems: Sequence[Problem], fixed: int, briefs: int) -> str:
    """Return the last line of a report, "" if there is nothing to say."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings, fixable = len(problems) - errors, sum(bool(problem.fix) for problem in problems)
    counts = [_count(errors, "error"), _count(warnings, "warning")] if problems else []
    parts = [f"{' and '.join(filter(None, counts))} in {_count(briefs, 'brief')}"] if problems else []
    parts += [f"{fixed} mended"] if fixed else []
    parts += [f"--fix would mend {fixable}"] if fixable else []
    return "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def render_rules(rules: Iterable[Rule]) -> str:
    """Return the rules as a table of text."""
    listed = list(rules)
    width = max(len(rule.name) for rule in listed)
    return "".join(f"{rule.name:{width}}  {rule.severity:7}  {_described(rule)}\n" for rule in listed)


def _described(rule: Rule) -> str:
    return f"{rule.summary}; --fix mends {rule.fixes}" if rule.fixes else rule.summary
