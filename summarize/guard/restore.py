"""What must not be missing: a brief is never empty, and points that other candidates make fill up a short list."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.data import Draft, Edit, Statement, Task
from summarize.guard.align import likeness
from summarize.guard.fit import fit
from summarize.guard.form import is_quotable
from summarize.guard.repair import Evidence, find_clean, written
from summarize.guard.rules import RULES

# A further point must be less like everything said so far than this.
_MOST_LIKE = 0.5


def restore(
    task: Task,
    statements: Sequence[Statement],
    drafts: Sequence[Draft],
    evidence: Evidence,
    limit: int,
    brief: Sequence[Statement],
) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    """Return the statements with what was added, and an edit for each addition."""
    if task == "brief" and not statements:
        return _first_sentence(evidence)
    if task == "points" and statements:
        return _more_points(statements, drafts, evidence, limit, brief)
    return tuple(statements), ()


def _first_sentence(evidence: Evidence) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    alone = (sentence for sentence in evidence.sentences if is_quotable(sentence.plain))
    sentence = next(alone, evidence.sentences[0])
    statement = Statement(sentence.plain, "source", (sentence.span,))
    return (statement,), (_restored("empty-brief", "brief", statement),)


def _more_points(
    points: Sequence[Statement],
    drafts: Sequence[Draft],
    evidence: Evidence,
    limit: int,
    brief: Sequence[Statement],
) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    kept = list(points)
    for item in find_clean("points", drafts[1:], evidence):
        said = (*brief, *kept)
        if len(kept) >= limit or any(likeness(item, statement.text) >= _MOST_LIKE for statement in said):
            continue
        fitted, _ = fit("points", [*kept, written(item, evidence)], evidence, limit, brief)
        kept = list(fitted)
    return tuple(kept), tuple(_restored("few-points", "points", point) for point in kept[len(points) :])


def _restored(rule: str, task: Task, statement: Statement) -> Edit:
    return Edit("restored", rule, task, "", statement.text, RULES[rule], statement.sources)
