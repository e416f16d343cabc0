"""What must not be missing: a brief is never empty, and points that other candidates make fill up a short list."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from summarize.data import Draft, Edit, Sentence, Statement, Task
from summarize.guard.align import likeness
from summarize.guard.fit import fit
from summarize.guard.form import count_words, is_quotable
from summarize.guard.repair import Evidence, find_clean, written
from summarize.guard.rules import RULES

# A further point must be less like everything said so far than this.
_MOST_LIKE = 0.5
# A list of fewer points than this is filled up from the article itself, with sentences of at most so many words.
_FEW = 3
_MOST_WORDS = 35


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
    if task == "points":
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
    """Return the points with those that other drafts make, and if they are few with sentences of the article."""
    kept = list(points)
    for item in find_clean("points", drafts[1:], evidence):
        _add(kept, written(item, evidence), evidence, limit, brief)
    while len(kept) < min(_FEW, limit):
        best = _best_sentence((*brief, *kept), evidence)
        if not best or not _add(kept, Statement(best.plain, "source", (best.span,)), evidence, limit, brief):
            break
    return tuple(kept), tuple(_restored("few-points", "points", point) for point in kept[len(points) :])


def _add(kept: list[Statement], point: Statement, evidence: Evidence, limit: int, brief: Sequence[Statement]) -> bool:
    """Append a point that fits and says something new."""
    if any(likeness(point.text, statement.text) >= _MOST_LIKE for statement in (*brief, *kept)):
        return False
    fitted, _ = fit("points", [*kept, point], evidence, limit, brief)
    if len(fitted) > len(kept):
        kept.append(fitted[-1])
        return True
    return False


def _best_sentence(said: Sequence[Statement], evidence: Evidence) -> Sentence | None:
    """Return the sentence that covers most, for its length, of what the article is about and nobody has said yet."""
    beside = " ".join(statement.text for statement in said)
    quoted = {span for statement in said for span in statement.sources[:1]}
    worth = {
        at: evidence.aligner.coverage(sentence.plain, beside, evidence.title) / sqrt(len(sentence.span.text))
        for at, sentence in enumerate(evidence.sentences)
        if sentence.span not in quoted and is_quotable(sentence.plain) and count_words(sentence.plain) <= _MOST_WORDS
    }
    best = max(worth, key=lambda at: (worth[at], -at), default=None)
    return None if best is None else evidence.sentences[best]


def _restored(rule: str, task: Task, statement: Statement) -> Edit:
    return Edit("restored", rule, task, "", statement.text, RULES[rule], statement.sources)
