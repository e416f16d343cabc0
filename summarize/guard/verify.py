"""A written sentence and its article's inventory -> what the article does not bear out. No model is needed."""

from __future__ import annotations

from summarize.data import Fact, Finding
from summarize.facts import find_facts
from summarize.facts.inventory import Inventory
from summarize.guard.rules import RULES

_RULE_OF_KIND = {
    "actor": "unsupported-actor",
    "date": "unsupported-date",
    "figure": "unsupported-figure",
    "quote": "altered-quote",
}


def verify(draft: str, facts: Inventory) -> tuple[Finding, ...]:
    """Return the facts of one written sentence that the article behind `facts` does not state, in order."""
    return tuple(_finding(fact, facts) for fact in find_facts(draft) if not facts.states(fact))


def _finding(fact: Fact, facts: Inventory) -> Finding:
    rule = _RULE_OF_KIND[fact.kind]
    suggestion = facts.nearest(fact)
    instead = f", it has {suggestion!r}" if suggestion else ""
    return Finding(rule, fact.span, f"{fact.span.text!r}: {RULES[rule]}{instead}", suggestion)
