"""An article's evidence -> what a brief of it must not miss: its main actors and the date of its main event."""

from __future__ import annotations

import re

from summarize.data import Fact
from summarize.facts.linking import Actor
from summarize.guard.evidence import Evidence

_WORD = re.compile(r"[^\W_]+")
# News says in its first sentences to whom it happened, and in the very first when.
_LEAD = 3
_MOST_ACTORS = 3
# A weekday or a calendar day; "today" leans on the day of writing, "in March" is too vague to miss.
_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-\d|W[\dX]{2}-\d)")


def find_main_actors(evidence: Evidence) -> tuple[Actor, ...]:
    """Return the actors that title and text name, the most mentioned first; without a title those of the lead."""
    titled = set(_WORD.findall(evidence.title))
    lead = evidence.sentences[:_LEAD][-1].span.end
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


def find_missing_date(evidence: Evidence, said: str) -> Fact | None:
    """Return the first day that the article's first sentence gives, None if it gives none or `said` has it."""
    lead = evidence.sentences[0].span.end
    days = (fact for fact in evidence.inventory.facts if fact.kind == "date" and _DAY.match(fact.value))
    first = next((fact for fact in days if fact.span.end <= lead), None)
    return first if first and first.span.text not in said else None
