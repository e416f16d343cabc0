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
    lines = [f"{problem.path}:{problem.line}:{problem.column}: {problem.rule}{level}: {problem.message}"]
    lines += [f"    {problem.source}"] if problem.source else []
    lines += [f"    suggestion: {problem.suggestion}{' (--fix)' if problem.fix else ''}"] if problem.suggestion else []
    return lines


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
    rows = [
        (rule.name, rule.severity, rule.summary + (f"; --fix: {rule.fixes}" if rule.fixes else "")) for rule in rules
    ]
    width = max(len(name) for name, *_ in rows)
    return "".join(f"{name:{width}}  {severity:7}  {text}\n" for name, severity, text in rows)
