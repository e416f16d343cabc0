"""A written sentence and its article's inventory -> what the article does not bear out. No model is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.data import Fact, Finding, Severity, Span
from summarize.facts.inventory import Inventory
from summarize.facts.words import is_common
from summarize.guard.rules import RULES
from summarize.guard.written import find_written_facts

_UNIT = re.compile(r" ([a-zà-ž]{4,})\b")

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{3,}\b")
_THINGS = re.compile(r"(?: [a-z-]+){0,2} ([a-z]+s|people|men|women|children)\b")
_LISTED = re.compile(r"[^:.]{1,60}: ([^.:]+)")
_NEXT = re.compile(r",? and |, |; ")
_LATE = 3
# Briefs count up what the article lists: a number as small as this, in words, may be such a sum.
_COUNTED = frozenset(map(str, range(2, 13)))

_RULE_OF_KIND = {
    "actor": "unsupported-actor",
    "date": "unsupported-date",
    "figure": "unsupported-figure",
    "quote": "altered-quote",
}


def verify(draft: str, facts: Inventory) -> tuple[Finding, ...]:
    """Return the facts of one written sentence that the article behind `facts` does not state, in order."""
    found = find_written_facts(draft)
    unstated = [
        fact
        for fact in found
        if _has_foreign_unit(fact, draft, facts) or not (facts.states(fact) or _is_counted(fact, draft, facts))
    ]
    garbled = [
        fact for fact in _find_garbled(draft, facts) if not any(fact.span.overlaps(one.span) for one in unstated)
    ]
    wrong = sorted((*unstated, *garbled), key=lambda one: one.span.start)
    return tuple(_finding(fact, facts, _severity(fact, draft, facts)) for fact in wrong)


def _is_counted(fact: Fact, draft: str, facts: Inventory) -> bool:
    """Whether a number in words counts up what the article lists, or the sentence: "two banks: Ek and Lund"."""
    things = _things(fact, draft)
    listed = _LISTED.match(draft, fact.span.end)
    own = len(_NEXT.split(listed[1])) if listed else 0
    return bool(things) and (str(own) == fact.value or facts.counts_up(fact, things))


def _severity(fact: Fact, draft: str, facts: Inventory) -> Severity:
    """A number of things of which the article gives none may be the writer's own count."""
    things = _things(fact, draft)
    return "warning" if things and not facts.has_number_of(things) else "error"


def _things(fact: Fact, draft: str) -> str:
    """What a small number in words counts, "" if the fact is none."""
    is_count = fact.kind == "figure" and fact.value in _COUNTED and fact.span.text.isalpha()
    things = _THINGS.match(draft, fact.span.end) if is_count else None
    return things[1] if things else ""


def _find_garbled(draft: str, facts: Inventory) -> Iterator[Fact]:
    """Names so misspelt that they look like none: capitals inside a word that the article does not have so."""
    for match in _WORD.finditer(draft):
        if _is_garbled(match[0]) and not facts.has_word(match[0]):
            yield Fact("actor", Span(match.start(), match.end(), match[0]), match[0])


def _is_garbled(word: str) -> bool:
    """Whether a capital stands late, among small letters: "rTump" and "pSace", not "mRNA"."""
    capitals = [at for at, letter in enumerate(word) if letter.isupper()]
    return len(capitals) == 1 and 0 < capitals[0] <= _LATE and capitals[0] < len(word) - 1


def _has_foreign_unit(fact: Fact, draft: str, facts: Inventory) -> bool:
    """Whether a figure counts what is no ordinary word and none of the article's: "3.2 lucre" from "3.2 øre"."""
    unit = _UNIT.match(draft, fact.span.end)
    return fact.kind == "figure" and unit is not None and not facts.has_word(unit[1]) and not _is_ordinary(unit[1])


def _is_ordinary(word: str) -> bool:
    """Whether it is a common word, or made of two: "tradespeople"."""
    return is_common(word) or any(is_common(word[:at]) and is_common(word[at:]) for at in range(3, len(word) - 2))


def _finding(fact: Fact, facts: Inventory, severity: Severity) -> Finding:
    rule = _RULE_OF_KIND[fact.kind]
    suggestion = facts.nearest(fact)
    instead = f", it has {suggestion!r}" if suggestion else ""
    return Finding(rule, fact.span, f"{fact.span.text!r}: {RULES[rule]}{instead}", suggestion, severity=severity)
