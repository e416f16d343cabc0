"""Text -> facts: the named actors, dates, figures and quotations that it states."""

from __future__ import annotations

from summarize.data import Fact
from summarize.facts.actors import actors_of, find_actors, find_names
from summarize.facts.dates import find_dates
from summarize.facts.figures import find_figures
from summarize.facts.inventory import Inventory, take_inventory
from summarize.facts.quotes import find_quotes, quotes_of, with_speakers

__all__ = ["Inventory", "find_actors", "find_dates", "find_facts", "find_figures", "find_quotes", "take_inventory"]


def find_facts(text: str, *, date: str | None = None) -> tuple[Fact, ...]:
    """Find every fact of `text`, in order of position.

    `date` (ISO 8601) is the day the text was written; relative dates are resolved by it. Where
    two finders claim a stretch, dates come before actors and actors before figures: "May 3" is
    no figure. Facts inside quotations are found as well; but for these, no two facts overlap.
    """
    names = find_names(text)
    taken: list[Fact] = []
    for found in (find_dates(text, date=date), actors_of(names), find_figures(text)):
        taken = _merged(taken, found)
    return tuple(sorted((*taken, *with_speakers(text, quotes_of(text), names)), key=_place))


def _place(fact: Fact) -> tuple[int, int, bool]:
    return fact.span.start, -fact.span.end, fact.kind != "quote"


def _merged(taken: list[Fact], found: tuple[Fact, ...]) -> list[Fact]:
    """`taken` and those of `found` that overlap none of it; both are sorted and free of overlaps."""
    merged, at = list(taken), 0
    for fact in found:
        while at < len(taken) and taken[at].span.end <= fact.span.start:
            at += 1
        if at == len(taken) or taken[at].span.start >= fact.span.end:
            merged.append(fact)
    return sorted(merged, key=lambda fact: fact.span.start)
