"""What must not be missing: a brief is never empty."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.data import Edit, Statement, Task
from summarize.guard.form import is_quotable
from summarize.guard.repair import Evidence
from summarize.guard.rules import RULES


def restore(
    task: Task, statements: Sequence[Statement], evidence: Evidence
) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    """Return the statements, and for an empty brief the article's first sentence that can stand alone."""
    if task != "brief" or statements or not evidence.sentences:
        return tuple(statements), ()
    alone = (sentence for sentence in evidence.sentences if is_quotable(sentence.plain))
    sentence = next(alone, evidence.sentences[0])
    restored = Statement(sentence.plain, "source", (sentence.span,))
    rule = "empty-brief"
    return (restored,), (Edit("restored", rule, task, "", restored.text, RULES[rule], restored.sources),)
