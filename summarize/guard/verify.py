"""A written sentence and its article's inventory -> what the article does not bear out. No model is needed."""

from __future__ import annotations

import re

from summarize.data import Fact, Finding
from summarize.facts import find_facts
from summarize.facts.inventory import Inventory
from summarize.facts.words import is_common
from summarize.guard.rules import RULES

_UNIT = re.compile(r" ([a-zà-ž]{4,})\b")

_RULE_OF_KIND = {
    "actor": "unsupported-actor",
    "date": "unsupported-date",
    "figure": "unsupported-figure",
    "quote": "altered-quote",
}


def verify(draft: str, facts: Inventory) -> tuple[Finding, ...]:
    """Return the facts of one written sentence that the article behind `facts` does not state, in order."""
    found = find_facts(draft)
    unstated = [fact for fact in found if not facts.states(fact)]
    return tuple(_finding(fact, facts) for fact in found if fact in unstated or _has_foreign_unit(fact, draft, facts))


def _has_foreign_unit(fact: Fact, draft: str, facts: Inventory) -> bool:
    """Whether a figure counts what is no ordinary word and none of the article's: "3.2 lucre" from "3.2 øre"."""
    unit = _UNIT.match(draft, fact.span.end)
    return fact.kind == "figure" and unit is not None and not is_common(unit[1]) and not facts.has_word(unit[1])


def _finding(fact: Fact, facts: Inventory) -> Finding:
    rule = _RULE_OF_KIND[fact.kind]
    suggestion = facts.nearest(fact)
    instead = f", it has {suggestion!r}" if suggestion else ""
    return Finding(rule, fact.span, f"{fact.span.text!r}: {RULES[rule]}{instead}", suggestion)
