"""A written sentence and its article -> the actors, dates and figures that belong to another event.

Where the article states a fact, the words of its slot should stand near. If another fact of the
same sort stands among them instead, and fits by far better, the slot is that one's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.data import Fact, Finding
from summarize.guard.reading import Place, Reading
from summarize.guard.rules import RULES
from summarize.guard.slots import fit, promising, read_slot
from summarize.guard.written import Written

# By how much the other fact must fit better: with these, each kind flags about one in a hundred faithful
# training briefs. Places contain one another, and so fit one another's slots.
_MARGINS = {"person": 0.36, "organisation": 0.36, "place": 0.48, "date": 0.1, "figure": 0.26}


def find_moved(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the facts whose slot another fact of the article fits much better."""
    for fact in written.facts:
        places = reading.places_of(fact) if _margin(fact) else frozenset()
        if places and (rival := _best_rival(fact, places, written, reading)):
            rule = f"moved-{fact.kind}"
            message = f"{fact.span.text!r}: {RULES[rule]}; here the article has {rival.span.text!r}"
            yield Finding(rule, fact.span, message, rival.span.text, (rival.span,))


def _margin(fact: Fact) -> float:
    if fact.value.endswith("_REF") or fact.value == "1":  # now; one
        return 0.0
    return _MARGINS.get(fact.type if fact.kind == "actor" else fact.kind, 0.0)


def _best_rival(fact: Fact, places: frozenset[Place], written: Written, reading: Reading) -> Fact | None:
    slot = read_slot(written.words, *written.range(fact.span), reading)
    least = max(fit(slot, place, reading) for place in places) + _margin(fact)
    best = None
    for sentence in promising(slot, least, reading):
        for place, other in reading.standing.get(sentence, ()):
            if place not in places and _is_alike(fact, other) and not _is_said(other, written, reading):
                worth = fit(slot, place, reading)
                if worth > least:
                    best, least = other, worth
    return best


def _is_alike(fact: Fact, other: Fact) -> bool:
    """Whether one could be mistaken for the other: same type or unit, and not the same name in other words."""
    if fact.kind != other.kind or fact.type != other.type:
        return False
    if fact.kind == "actor":
        return not set(fact.value.casefold().split()) & set(other.value.casefold().split())
    return fact.value != other.value and _shape(fact) == _shape(other)


def _shape(fact: Fact) -> str:
    return re.sub(r"\d", "0", fact.value) if fact.kind == "date" else fact.value.partition(" ")[2]


def _is_said(other: Fact, written: Written, reading: Reading) -> bool:
    """Whether the sentence names the other fact too."""
    if other.kind == "actor":
        return any(reading.inventory.actors[actor].name == other.value for actor in written.actors)
    return any(fact.kind == other.kind and fact.value == other.value for fact in written.facts)
