"""Statements that fit -> the same with what their source sentences give more fully: full names, and dates left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarize.data import Action, Edit, Fact, Sentence, Statement, Task
from summarize.guard.dating import dates_in, find_dated
from summarize.guard.form import count_words
from summarize.guard.naming import find_short_names, write_in_full
from summarize.guard.pronouns import find_pronoun, is_misread, name_it
from summarize.guard.repair import Evidence, find_findings, written
from summarize.guard.rules import RULES

Supplied = tuple[tuple[Statement, ...], tuple[Edit, ...]]
# A source sentence must account for this share of a draft to tell when it happened.
_LEAST_SHARE = 0.4


def name_in_full(task: Task, statements: Sequence[Statement], evidence: Evidence, said: str) -> Supplied:
    """Return the statements with the first mention of each actor in full; `said` stands before them."""
    supplied: list[Statement] = []
    edits: list[Edit] = []
    for at, statement in enumerate(statements):
        later = " ".join(other.text for other in statements[at + 1 :])
        before = " ".join([said, *(other.text for other in supplied)])
        namings = find_short_names(statement.text, evidence.reading, before, later)
        text = write_in_full(statement.text, namings)
        if namings and not find_findings(task, text, evidence):
            sources = tuple(naming.source for naming in namings)
            edits.append(Edit("repaired", "short-name", task, statement.text, text, RULES["short-name"], sources))
            statement = replace(statement, text=text)
        supplied.append(statement)
    return tuple(supplied), tuple(edits)


def put_dates_back(
    task: Task, statements: Sequence[Statement], evidence: Evidence, said: str, room: int | None = None
) -> Supplied:
    """Return the statements with the dates that their sources give and nothing before them or in them says.

    `room` is how many words more there may be, None for any number.
    """
    supplied, edits = list(statements), list[Edit]()
    for at, statement in enumerate(statements):
        while dated := _dated(task, supplied[at], evidence, [said, *(other.text for other in supplied)]):
            text, date = dated
            words = count_words(text) - count_words(supplied[at].text)
            if room is not None and words > room:
                break
            room = None if room is None else room - words
            edits.append(_edit(task, supplied[at], text, date))
            supplied[at] = replace(written(text, evidence), origin=statement.origin)
    return tuple(supplied), tuple(edits)


def settle_pronouns(task: Task, statements: Sequence[Statement], evidence: Evidence) -> Supplied:
    """Return the statements of a brief with names for pronouns that would be read as somebody else's."""
    settled: list[Statement] = []
    edits: list[Edit] = []
    for statement in statements:
        before = [other.text for other in settled]
        pronoun = find_pronoun(statement.text, evidence) if before else None
        if pronoun and is_misread(pronoun, before, evidence):
            named = name_it(statement.text, pronoun, " ".join(before), evidence)
            kept = not find_findings(task, named, evidence)
            reason = f"{pronoun.span.text!r}: {RULES['wrong-pronoun']}: {evidence.inventory.actors[pronoun.actor].name}"
            action: Action = "repaired" if kept else "dropped"
            edits.append(
                Edit(action, "wrong-pronoun", task, statement.text, named if kept else "", reason, statement.sources)
            )
            if not kept:
                continue
            statement = replace(statement, text=named)
        settled.append(statement)
    return tuple(settled), tuple(edits)


def _edit(task: Task, statement: Statement, text: str, date: Fact) -> Edit:
    reason = f"{date.span.text!r}: {RULES['missing-date']}"
    return Edit("repaired", "missing-date", task, statement.text, text, reason, (date.span,))


def _dated(task: Task, statement: Statement, evidence: Evidence, said: Sequence[str]) -> tuple[str, Fact] | None:
    """Return the statement with one date more and no finding, None if there is none to add."""
    values = {fact.value for text in said for fact in dates_in(text)}
    for sentence in _source(statement, evidence):
        dates = [fact for fact in evidence.dates if sentence.has(fact.span)]
        for text, fact in find_dated(statement.text, sentence, dates, values):
            if not find_findings(task, text, evidence):
                return text, fact
    return None


def _source(statement: Statement, evidence: Evidence) -> Sequence[Sentence]:
    return [
        one
        for one in evidence.aligner.align(statement.text)[:2]
        if evidence.aligner.share(statement.text, one) >= _LEAST_SHARE
    ]
