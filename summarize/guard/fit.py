"""Statements -> those that fit: ceilings kept, nothing said twice, no sentence that hangs in the air."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from summarize.data import Action, Edit, Statement, Task
from summarize.guard.align import containment
from summarize.guard.evidence import Evidence
from summarize.guard.form import count_words, finish, is_dangling, is_whole
from summarize.guard.pronouns import stand_alone
from summarize.guard.rules import RULES

# A statement whose content words stand to this share in another says nothing new.
_REPEATED = 0.75
# Points may enlarge on the brief's later sentences, but not repeat them.
_VERBATIM = 0.9
# Two points with so many words in a row in common, and two thirds of the shorter, are one. No two of 9,800 points that
# were written for the training articles are so alike.
_RUN = 8

_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"\b(?:[A-Za-z]\.){1,6}[A-Za-z]$")  # U.S., p.m.

Fitted = tuple[tuple[Statement, ...], tuple[Edit, ...]]


def fit(
    task: Task, statements: Sequence[Statement], evidence: Evidence, limit: int, brief: Sequence[Statement]
) -> Fitted:
    """Return the statements that may be printed and an edit for each that may not.

    `limit` counts the words of a brief and the points of a list; `brief` is what points must not repeat.
    """
    if task == "headline":
        return tuple(replace(headline, text=_without_stop(headline.text)) for headline in statements[:1]), ()
    finished = [replace(statement, text=finish(statement.text)) for statement in statements]
    if task == "brief":
        return _fit_brief(finished, evidence, limit)
    return _fit_points(finished, limit, brief)


def _fit_brief(statements: Sequence[Statement], evidence: Evidence, words: int) -> Fitted:
    kept: list[Statement] = []
    edits: list[Edit] = []
    for statement in statements:
        rule = _form_fault(statement.text, opens=not kept)
        if not rule and any(containment(statement.text, other.text) >= _REPEATED for other in kept):
            rule = "repeated-point"
        if rule:
            edits.append(_edit("dropped", rule, statement))
        else:
            kept.append(statement)
    while len(kept) > 1 and sum(count_words(statement.text) for statement in kept) > words:
        least = min(kept, key=lambda statement: _coverage(statement, kept, evidence))
        at = kept.index(least)
        edits.append(_edit("dropped", "too-long", kept.pop(at)))
        # What followed it may have leant on it.
        while at < len(kept) and len(kept) > 1 and is_dangling(kept[at].text):
            leaning = kept.pop(at)
            said = " ".join(statement.text for statement in kept[:at])
            if text := stand_alone("brief", leaning.text, said, evidence):
                kept.insert(at, replace(leaning, text=text))
                edits.append(_edit("repaired", "dangling-opening", leaning, text))
            else:
                edits.append(_edit("dropped", "dangling-opening", leaning))
    return tuple(kept), tuple(edits)


def _fit_points(statements: Sequence[Statement], most: int, brief: Sequence[Statement]) -> Fitted:
    kept: list[Statement] = []
    edits: list[Edit] = []
    for statement in statements:
        rule = _form_fault(statement.text, opens=True) or _repeats(statement.text, kept, brief)
        if rule or len(kept) == most:
            edits.append(_edit("dropped", rule or "too-many-points", statement, task="points"))
        else:
            kept.append(statement)
    return tuple(kept), tuple(edits)


def _form_fault(text: str, *, opens: bool) -> str:
    """Return the rule that a sentence breaks by itself, "" if none; `opens` if no sentence stands before it."""
    if not is_whole(text):
        return "broken-sentence"
    return "dangling-opening" if opens and is_dangling(text) else ""


def _repeats(text: str, points: Sequence[Statement], brief: Sequence[Statement]) -> str:
    """Return "repeated-point" if a point has been made by another, or by the brief, and "" if not."""
    in_points = any(
        max(containment(text, other.text), containment(other.text, text)) >= _REPEATED or _is_reworded(text, other.text)
        for other in points
    )
    in_lead = any(containment(text, sentence.text) >= _REPEATED for sentence in brief[:1])
    in_brief = any(containment(text, sentence.text) >= _VERBATIM for sentence in brief[1:])
    return "repeated-point" if in_points or in_lead or in_brief else ""


def _is_reworded(text: str, other: str) -> bool:
    """Return whether two points have two thirds of their words in common, in a row."""
    one, two = (_WORD.findall(point.casefold()) for point in (text, other))
    run = SequenceMatcher(None, one, two, autojunk=False).find_longest_match().size
    return run >= _RUN and 3 * run >= 2 * min(len(one), len(two))


def _coverage(statement: Statement, all_kept: Sequence[Statement], evidence: Evidence) -> float:
    beside = " ".join(other.text for other in all_kept if other is not statement)
    return evidence.aligner.coverage(statement.text, beside, evidence.title)


def _edit(action: Action, rule: str, statement: Statement, after: str = "", task: Task = "brief") -> Edit:
    return Edit(action, rule, task, statement.text, after, RULES[rule], statement.sources)


def _without_stop(headline: str) -> str:
    """Return a headline without the stop at its end, unless that is part of a name: "U.S."."""
    text = headline.rstrip(" .")
    return f"{text}." if _ACRONYM.search(text) and headline.startswith(f"{text}.") else text
