"""What must not be missing: a brief that says too little gets the lead, a short list of points further points."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import sqrt

from summarize.data import Draft, Edit, Span, Statement, Task
from summarize.guard.align import likeness
from summarize.guard.dating import dates_in, is_said, tells_when
from summarize.guard.essentials import find_missing_actors, find_missing_date
from summarize.guard.evidence import quoted
from summarize.guard.fit import fit
from summarize.guard.form import MOST_WORDS_OF_LEAD, count_words
from summarize.guard.repair import Evidence, find_clean, written
from summarize.guard.rules import RULES

# A brief of fewer words than this has lost its main sentence, which news gives among its first ones.
_FEW_WORDS = 25
_LEAD = 5
# A further point must be less like everything said so far than this.
_MOST_LIKE = 0.5
# A list of fewer points than this is filled up from the article itself, with sentences of so many words.
_FEW = 3
_WORDS = range(10, 36)
_DATED = 8
_DATED_WORTH = 1.5


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
    alone = (lead for one in place if (lead := quoted(one, evidence, MOST_WORDS_OF_LEAD)))
    lead = next(alone, None if statements else _any_sentence(evidence))
    if not lead:
        return tuple(statements), ()
    words = sum(count_words(statement.text) for statement in (lead, *statements))
    alike = any(likeness(lead.text, statement.text) >= _MOST_LIKE for statement in statements)
    if statements and (words > limit or alike or lead.sources[0] in statements[0].sources[:1]):
        return tuple(statements), ()
    return (lead, *statements), (_restored("short-brief", lead, "brief"),)


def _any_sentence(evidence: Evidence) -> Statement:
    """Return the first sentence whose facts are the article's, whatever its form."""
    stated = (one for one in evidence.sentences if evidence.states(one.plain))
    sentence = next(stated, evidence.sentences[0])
    return Statement(sentence.plain, "source", (sentence.span,))


def _more_points(
    points: Sequence[Statement],
    drafts: Sequence[Draft],
    evidence: Evidence,
    limit: int,
    brief: Sequence[Statement],
) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    """Return the points with those that other drafts make, and if they are few with sentences of the article."""
    kept = list(points)
    clean = [written(item, evidence) for item in find_clean("points", drafts[1:], evidence)]
    for point in sorted(clean, key=lambda point: -_count_new_dates(point.text, (*brief, *points), evidence)):
        _add(kept, point, evidence, limit, brief)
    while len(kept) < min(_FEW, limit):
        best = _best_sentence((*brief, *kept), evidence)
        if not best or not _add(kept, best, evidence, limit, brief):
            break
    edits = [_restored("few-points", point) for point in kept[len(points) :]]
    if brief:
        edits += _name_main_actors(kept, evidence, limit, brief)
        edits += _give_dates(kept, evidence, limit, brief)
    return tuple(kept), tuple(edits)


def _name_main_actors(kept: list[Statement], evidence: Evidence, limit: int, brief: Sequence[Statement]) -> list[Edit]:
    """Put in a source sentence for each main actor nobody has named, for the last point where there is no room."""
    edits: list[Edit] = []
    for actor in find_missing_actors(evidence, " ".join(statement.text for statement in (*brief, *kept))):
        spans = {
            sentence.span for sentence in evidence.sentences for mention in actor.mentions if sentence.has(mention)
        }
        edits += _put_in(
            "missing-main-actor", _best_sentence((*brief, *kept), evidence, spans), kept, (evidence, limit, brief)
        )
    return edits


def _give_dates(kept: list[Statement], evidence: Evidence, limit: int, brief: Sequence[Statement]) -> list[Edit]:
    """Put in a source sentence for the date of the lead, and where there is room for other dates of the first ones."""
    edits: list[Edit] = []
    if main := find_missing_date(evidence, " ".join(statement.text for statement in (*brief, *kept))):
        spans = {one.span for one in evidence.sentences[:_DATED] if main.span.text in one.plain}
        best = _best_sentence((*brief, *kept), evidence, spans)
        edits += _put_in("missing-main-date", best, kept, (evidence, limit, brief))
    while len(kept) < limit:
        said = (*brief, *kept)
        dated = {one.span for one in evidence.sentences[:_DATED] if _count_new_dates(one.plain, said, evidence)}
        best = _best_sentence(said, evidence, dated)
        if not best or not _add(kept, best, evidence, limit, brief):
            break
        edits.append(_restored("missing-date", kept[-1]))
    return edits


def _count_new_dates(text: str, said: Sequence[Statement], evidence: Evidence) -> int:
    """How many dates of `text` nobody has given so far."""
    values = {fact.value for statement in said for fact in dates_in(statement.text)}
    return sum(tells_when(fact) and not is_said(fact, values) for fact in dates_in(text))


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
) -> Statement | None:
    """Return the sentence, `among` some, that covers most for its length of the article's matter not said yet."""
    beside = " ".join(statement.text for statement in said)
    used = {span for statement in said for span in statement.sources[:1]}
    worth = {
        at: evidence.aligner.coverage(sentence.plain, beside, evidence.title)
        / sqrt(len(sentence.span.text))
        * (_DATED_WORTH if at < _DATED and _count_new_dates(sentence.plain, said, evidence) else 1.0)
        for at, sentence in enumerate(evidence.sentences)
        if (among is None or sentence.span in among)
        and sentence.span not in used
        and count_words(sentence.plain) in _WORDS
    }
    ranked = sorted(worth, key=lambda at: (-worth[at], at))
    return next((best for at in ranked if (best := quoted(evidence.sentences[at], evidence))), None)


def _put_in(
    rule: str, quote: Statement | None, kept: list[Statement], place: tuple[Evidence, int, Sequence[Statement]]
) -> list[Edit]:
    """Append a source sentence to the points; what exceeds the limit then is the last one before."""
    evidence, limit, brief = place
    if not quote or not _add(kept, quote, evidence, limit + 1, brief):
        return []
    edits = [_restored(rule, kept[-1])]
    if len(kept) > limit:
        lost = kept.pop(limit - 1)
        edits.append(Edit("dropped", "too-many-points", "points", lost.text, "", RULES["too-many-points"]))
    return edits


def _restored(rule: str, statement: Statement, task: Task = "points") -> Edit:
    return Edit("restored", rule, task, "", statement.text, RULES[rule], statement.sources)
