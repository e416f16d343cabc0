"""Many reports -> the rows of their list: what each has of what, and why somebody should look at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.errors import SummarizeError
from summarize.report import Report

LABELS = ("Sentences", "Edits", "Dropped", "Missing", "Errors", "Warnings")


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one article; `href` is the address of its page, "" if it has none."""

    path: str
    href: str
    outcome: Report | SummarizeError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list; `reasons` say why it needs an eye, and are empty if it needs none."""

    title: str
    path: str
    href: str
    reasons: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def list_rows(entries: Sequence[Entry]) -> list[Row]:
    """Return a row for each entry: failures, then by errors, losses, warnings and edits, else in order."""
    return [_row(entry) for entry in sorted(entries, key=_urgency)]


def _urgency(entry: Entry) -> tuple[int, ...]:
    if isinstance(entry.outcome, SummarizeError):
        return (-1,)
    _, edits, dropped, missing, errors, warnings = _counts(entry.outcome)
    return (0, -errors, -(dropped + missing), -warnings, -edits)


def _row(entry: Entry) -> Row:
    if isinstance(entry.outcome, SummarizeError):
        return Row(entry.path, entry.path, "", (str(entry.outcome),), ())
    title = entry.outcome.article.title or entry.path
    counts = tuple(zip(LABELS, _counts(entry.outcome), strict=True))
    return Row(title, entry.path, entry.href, tuple(_reasons(entry.outcome)), counts)


def _counts(report: Report) -> tuple[int, int, int, int, int, int]:
    errors = sum(problem.severity == "error" for problem in report.problems)
    warnings = len(report.problems) - errors + len(report.warnings)
    edits = len(report.edits) - len(report.missing) if report.edits else 0
    return len(report.lines), edits, len(report.dropped), len(report.missing), errors, warnings


def _reasons(report: Report) -> Iterator[str]:
    _, _, dropped, missing, errors, _ = _counts(report)
    if errors:
        yield _number(errors, "error")
    if missing:
        yield f"leaves out {', '.join(report.missing)}"
    if dropped:
        yield f"{_number(dropped, 'sentence')} dropped"
    others = [problem for problem in report.problems if problem.severity == "warning"]
    if len(others) > missing:
        yield _number(len(others) - missing, "warning")
    yield from report.warnings


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
