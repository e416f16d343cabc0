"""The n best drafts -> the one to work from: the model's first, unless another covers more and is as well supported."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.data import Draft, Task
from summarize.guard.dating import dates_in, tells_when
from summarize.guard.essentials import find_missing_actors, find_missing_date
from summarize.guard.repair import Evidence, find_clean


def rank(task: Task, drafts: Sequence[Draft], evidence: Evidence, said: Sequence[str]) -> tuple[Draft, ...]:
    """Put first the draft that, with what has been `said`, misses fewest of the main actors and dates.

    Of those that miss as few, the one that gives most dates is first. A draft with more sentences to
    mend than the model's first is passed over; the order of the others stays.
    """
    clean = set(find_clean(task, drafts, evidence))
    faults = [sum(item not in clean for item in draft.items) for draft in drafts]
    missing = [_count_missing(evidence, " ".join([*said, *draft.items])) for draft in drafts]
    dates = [_count_dates((*said, *draft.items)) for draft in drafts]
    eligible = [at for at in range(len(drafts)) if faults[at] <= faults[0]]
    best = min(eligible, key=lambda at: (missing[at], -dates[at], at), default=0)
    return (*drafts[best : best + 1], *drafts[:best], *drafts[best + 1 :])


def _count_missing(evidence: Evidence, text: str) -> int:
    return len(find_missing_actors(evidence, text)) + (find_missing_date(evidence, text) is not None)


def _count_dates(texts: Sequence[str]) -> int:
    return len({fact.value for text in texts for fact in dates_in(text) if tells_when(fact)})
