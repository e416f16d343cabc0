"""Statements -> those that fit: ceilings kept, nothing said twice, no sentence that hangs in the air."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarize.data import Edit, Statement, Task
from summarize.guard.align import containment
from summarize.guard.form import count_words, finish, is_dangling, is_whole
from summarize.guard.repair import Evidence
from summarize.guard.rules import RULES

# A point whose words stand to this share in another statement says nothing new.
_REPEATED = 0.75

Fitted = tuple[tuple[Statement, ...], tuple[Edit, ...]]


def fit(task: Task, statements: Sequence[Statement], evidence: Evidence, limit: int, brief: str) -> Fitted:
    """Return the statements that may be printed and an edit for each that may not."""
    if task == "headline":
        return tuple(replace(headline, text=headline.text.rstrip(" .")) for headline in statements[:1]), ()
    finished = [replace(statement, text=finish(statement.text)) for statement in statements]
    if task == "brief":
        return _fit_brief(finished, evidence, limit)
    return _fit_points(finished, limit, brief)


def _fit_brief(statements: Sequence[Statement], evidence: Evidence, words: int) -> Fitted:
    kept: list[Statement] = []
    edits: list[Edit] = []
    for statement in statements:
        if rule := _fault(statement.text, kept, first=not kept):
            edits.append(_dropped(rule, "brief", statement))
        else:
            kept.append(statement)
    while len(kept) > 1 and sum(count_words(statement.text) for statement in kept) > words:
        least = min(kept, key=lambda statement: _coverage(statement, kept, evidence))
        at = kept.index(least)
        edits.append(_dropped("too-long", "brief", least))
        kept.pop(at)
        # What followed it may have leant on it.
        while at < len(kept) and len(kept) > 1 and is_dangling(kept[at].text):
            edits.append(_dropped("dangling-opening", "brief", kept.pop(at)))
    return tuple(kept), tuple(edits)


def _fit_points(statements: Sequence[Statement], most: int, brief: str) -> Fitted:
    kept: list[Statement] = []
    edits: list[Edit] = []
    said = [Statement(brief, "model")] if brief else []
    for statement in statements:
        rule = _fault(statement.text, [*said, *kept], first=True)
        if rule or len(kept) == most:
            edits.append(_dropped(rule or "too-many-points", "points", statement))
        else:
            kept.append(statement)
    return tuple(kept), tuple(edits)


def _fault(text: str, before: Sequence[Statement], *, first: bool) -> str:
    """Return the rule that a sentence breaks beside those before it, "" if none."""
    if not is_whole(text):
        return "no-final-punctuation"
    if first and is_dangling(text):
        return "dangling-opening"
    if any(containment(text, other.text) >= _REPEATED for other in before):
        return "repeated-point"
    return ""


def _coverage(statement: Statement, all_kept: Sequence[Statement], evidence: Evidence) -> float:
    beside = " ".join(other.text for other in all_kept if other is not statement)
    return evidence.aligner.coverage(statement.text, beside, evidence.title)


def _dropped(rule: str, task: Task, statement: Statement) -> Edit:
    return Edit("dropped", rule, task, statement.text, "", RULES[rule], statement.sources)
