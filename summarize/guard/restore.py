"""What must not be missing: a brief that says too little gets the lead, a short list of points further points."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import sqrt

from summarize.data import Draft, Edit, Sentence, Span, Statement, Task
from summarize.guard.align import likeness
from summarize.guard.essentials import find_missing_actors
from summarize.guard.fit import fit
from summarize.guard.form import count_words, is_quotable
from summarize.guard.repair import Evidence, find_clean, written
from summarize.guard.rules import RULES

# A brief of fewer words than this has lost its main sentence, which news gives among its first ones.
_FEW_WORDS = 25
_LEAD = 5
# A further point must be less like everything said so far than this.
_MOST_LIKE = 0.5
# A list of fewer points than this is filled up from the article itself, with sentences of so many words.
_FEW = 3
_WORDS = range(8, 36)


def restore(
    task: Task,
    statements: Sequence[Statement],
    drafts: Sequence[Draft],
    evidence: Evidence,
    limit: int,
    brief: Sequence[Statement],
) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    """Return the statements with what was added, and an edit for each addition."""
    if task == "brief" and sum(count_words(statement.text) for statement in statements) < _FEW_WORDS:
        return _with_lead(statements, evidence, limit)
    if task == "points":
        return _more_points(statements, drafts, evidence, limit, brief)
    return tuple(statements), ()


def _with_lead(
    statements: Sequence[Statement], evidence: Evidence, limit: int
) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    """Return the brief with the article's first sentence that can stand alone before it, if there is room."""
    place = evidence.sentences if not statements else evidence.sentences[:_LEAD]
    alone = (sentence for sentence in place if is_quotable(sentence.plain))
    sentence = next(alone, None if statements else evidence.sentences[0])
    if not sentence:
        return tuple(statements), ()
    lead = Statement(sentence.plain, "source", (sentence.span,))
    words = sum(count_words(statement.text) for statement in (lead, *statements))
    alike = any(likeness(lead.text, statement.text) >= _MOST_LIKE for statement in statements)
    if statements and (words > limit or alike or sentence.span in statements[0].sources[:1]):
        return tuple(statements), ()
    return (lead, *statements), (_restored("short-brief", "brief", lead),)


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
    edits = [_restored("few-points", "points", point) for point in kept[len(points) :]]
    edits += _name_main_actors(kept, evidence, limit, brief) if brief else []
    return tuple(kept), tuple(edits)


def _name_main_actors(kept: list[Statement], evidence: Evidence, limit: int, brief: Sequence[Statement]) -> list[Edit]:
    """Put in a source sentence for each main actor nobody has named, for the last point where there is no room."""
    edits: list[Edit] = []
    for actor in find_missing_actors(evidence, " ".join(statement.text for statement in (*brief, *kept))):
        spans = {
            sentence.span for sentence in evidence.sentences for mention in actor.mentions if sentence.has(mention)
        }
        best = _best_sentence((*brief, *kept), evidence, spans)
        point = Statement(best.plain, "source", (best.span,)) if best else None
        if point and _add(kept, point, evidence, limit + 1, brief):
            edits.append(_restored("missing-main-actor", "points", point))
        if len(kept) > limit:
            lost = kept.pop(limit - 1)
            edits.append(Edit("dropped", "too-many-points", "points", lost.text, "", RULES["too-many-points"]))
    return edits


def _add(kept: list[Statement], point: Statement, evidence: Evidence, limit: int, brief: Sequence[Statement]) -> bool:
    """Append a point that fits and says something new."""
    if any(likeness(point.text, statement.text) >= _MOST_LIKE for statement in (*brief, *kept)):
        return False
    fitted, _ = fit("points", [*kept, point], evidence, limit, brief)
    if len(fitted) > len(kept):
        kept.append(fitted[-1])
        return True
    return False


def _best_sentence(
    said: Sequence[Statement], evidence: Evidence, among: Collection[Span] | None = None
) -> Sentence | None:
    """Return the sentence, `among` some, that covers most for its length of the article's matter not said yet."""
    beside = " ".join(statement.text for statement in said)
    quoted = {span for statement in said for span in statement.sources[:1]}
    worth = {
        at: evidence.aligner.coverage(sentence.plain, beside, evidence.title) / sqrt(len(sentence.span.text))
        for at, sentence in enumerate(evidence.sentences)
        if (among is None or sentence.span in among)
        and sentence.span not in quoted
        and is_quotable(sentence.plain)
        and count_words(sentence.plain) in _WORDS
    }
    best = max(worth, key=lambda at: (worth[at], -at), default=None)
    return None if best is None else evidence.sentences[best]


def _restored(rule: str, task: Task, statement: Statement) -> Edit:
    return Edit("restored", rule, task, "", statement.text, RULES[rule], statement.sources)
