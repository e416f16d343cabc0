"""The n best drafts and the article's facts -> statements that say only what the article says, and the edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarize.config import Options
from summarize.data import Draft, Edit, Sentence, Statement, Task
from summarize.facts.inventory import Inventory
from summarize.guard.align import Aligner
from summarize.guard.compose import Guarded, compose, find_losses, quote_whole
from summarize.guard.essentials import find_missing_actors, find_missing_date
from summarize.guard.evidence import written
from summarize.guard.examine import examine
from summarize.guard.fit import fit
from summarize.guard.form import count_words
from summarize.guard.rank import rank
from summarize.guard.repair import Evidence, repair
from summarize.guard.restore import restore
from summarize.guard.rules import RULES
from summarize.guard.supply import name_in_full, put_dates_back, settle_pronouns
from summarize.guard.verify import verify

__all__ = [
    "RULES",
    "Evidence",
    "Guarded",
    "compose",
    "examine",
    "find_losses",
    "find_missing_actors",
    "find_missing_date",
    "gather",
    "guard",
    "quote_whole",
    "verify",
]


_MOST_ROUNDS = 4


def guard(
    drafts: Mapping[Task, Sequence[Draft]],
    sentences: Sequence[Sentence],
    inventory: Inventory,
    title: str | None,
    options: Options,
) -> dict[Task, Guarded]:
    """Make each field of a summary from its drafts, best first. Guarding what this returns changes nothing."""
    evidence = gather(inventory, sentences, title)
    limits: dict[Task, int] = {"headline": 1, "brief": options.brief_words, "points": options.points}
    fields: dict[Task, Guarded] = {}
    for task, candidates in drafts.items():
        said = fields["brief"].statements if "brief" in fields else ()
        ranked = rank(task, list(map(_worded, candidates)), evidence, [sentence.text for sentence in said])
        repaired, repairs = repair(task, ranked, evidence)
        statements, edits = repaired, list(repairs)
        for _ in range(_MOST_ROUNDS):  # what one step adds, the next may have to take out
            before = statements
            fitted, cuts = fit(task, statements, evidence, limits[task], said)
            restored, additions = restore(task, fitted, ranked, evidence, limits[task], said)
            supplied, supplies = _supply(task, restored, evidence, limits[task], said)
            # A name in full may tie a sentence to another source.
            supplied = tuple(written(one.text, evidence) if one.origin == "model" else one for one in supplied)
            statements = tuple({one.text: one for one in supplied}.values())  # two may have become one
            edits += [*cuts, *additions, *supplies]
            if [one.text for one in statements] == [one.text for one in before]:
                break
        printed = {statement.text for statement in statements}
        done = [edit for edit in dict.fromkeys(edits) if edit.action != "dropped" or edit.before not in printed]
        fields[task] = Guarded(statements, tuple(done))
    if "brief" in fields:
        fields["brief"] = replace(fields["brief"], edits=(*fields["brief"].edits, *_missing(fields, evidence)))
    return fields


def _worded(draft: Draft) -> Draft:
    """Return a draft without items that have no letter and no digit."""
    return replace(draft, items=tuple(item for item in draft.items if any(map(str.isalnum, item))))


def _supply(
    task: Task, statements: tuple[Statement, ...], evidence: Evidence, limit: int, brief: tuple[Statement, ...]
) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    """Return the statements with full names and dates; what full names push out of a brief goes."""
    if task == "headline":
        return statements, ()
    said = " ".join(statement.text for statement in brief)
    settled, pronouns = settle_pronouns(task, statements, evidence) if task == "brief" else (statements, ())
    named, namings = name_in_full(task, settled, evidence, said)
    edits = (*pronouns, *namings)
    room = limit - _count_words(named) if task == "brief" else None
    if room is not None and room < 0 and len(named) > 1:
        fitted, cuts = fit(task, named, evidence, limit, brief)
        further, more = _supply(task, fitted, evidence, limit, brief)  # another mention may be the first one now
        return further, (*edits, *cuts, *more)
    dated, dates = put_dates_back(task, named, evidence, said, room)
    return dated, (*edits, *dates)


def _count_words(statements: tuple[Statement, ...]) -> int:
    return sum(count_words(statement.text) for statement in statements)


def gather(inventory: Inventory, sentences: Sequence[Sentence], title: str | None) -> Evidence:
    """Return what drafts, and briefs of other hands, are held against."""
    return Evidence(inventory, Aligner(sentences), tuple(sentences), title or "")


def _missing(fields: Mapping[Task, Guarded], evidence: Evidence) -> tuple[Edit, ...]:
    """Return an edit for each main actor, and one for the main date, that brief and points lost."""
    said = " ".join(statement.text for task in fields if task != "headline" for statement in fields[task].statements)
    names = [("missing-main-actor", actor.name) for actor in find_missing_actors(evidence, said)]
    date = find_missing_date(evidence, said)
    names += [("missing-main-date", date.span.text)] if date else []
    return tuple(Edit("dropped", rule, "brief", name, "", RULES[rule]) for rule, name in names)
