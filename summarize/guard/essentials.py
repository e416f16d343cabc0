"""An article's evidence -> what a brief of it must not miss: its main actors and the date of its main event."""

from __future__ import annotations

import re

from summarize.facts.linking import Actor
from summarize.guard.repair import Evidence

_WORD = re.compile(r"[^\W_]+")
# News says in its first two sentences what happened and when, and its title says to whom.
_LEAD = 2
_MOST_ACTORS = 3
# A weekday or a calendar date; "today" and "last week" only lean on the day of writing.
_DATED = re.compile(r"[\dX]{4}-")


def find_main_actors(evidence: Evidence) -> tuple[Actor, ...]:
    """Return the actors that title and text name, the most mentioned first; without a title those of the lead."""
    titled = set(_WORD.findall(evidence.title))
    lead = evidence.sentences[: _LEAD + 1][-1].span.end
    main = [
        actor
        for actor in evidence.inventory.actors
        if (_WORD.findall(actor.name)[-1] in titled if titled else actor.mentions[0].end <= lead)
        and len(actor.mentions) > 1
    ]
    return tuple(sorted(main, key=lambda actor: -len(actor.mentions))[:_MOST_ACTORS])


def find_missing_actors(evidence: Evidence, said: str) -> tuple[Actor, ...]:
    """Return the main actors that `said` names by none of the names the article has for them."""
    actors = find_main_actors(evidence)
    return tuple(actor for actor in actors if not any(mention.text in said for mention in actor.mentions))


def is_dated(evidence: Evidence, said: str) -> bool:
    """Return whether `said` gives the first date of the article's lead; true if that has none."""
    lead = evidence.sentences[:_LEAD][-1].span.end
    dates = (fact for fact in evidence.inventory.facts if fact.kind == "date" and _DATED.match(fact.value))
    first = next((fact.span for fact in dates if fact.span.end <= lead), None)
    return first is None or first.text in said
