"""A written sentence and its article -> "Name, role," where the article gives the role to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.data import Fact, Finding, Span
from summarize.facts.actors import find_names
from summarize.guard.align import containment
from summarize.guard.reading import Reading
from summarize.guard.rules import RULES
from summarize.guard.written import Written

# What follows a name between commas, unless it opens like something else than a role.
_NO_ROLE = (
    "who|whose|which|where|when|and|or|but|in|on|at|to|by|for|from|with|after|as|along|over|also|widely|it|he|she|they"
)
_ROLE = re.compile(rf",\s+(?!(?:{_NO_ROLE})\b)([^,;:()]{{8,120}}),|,\s+((?:an?|the)\s[^,;:()]{{8,120}})$")
_VERBAL = re.compile(r"^(?:\w+ly\s+)?\w+(?:ing|ed)\b|\b(?:said|says|was|were|is|are|has|had|will|would)\b")
_LEAST_WORDS = 2
# A role's words must stand to this share where the article names its bearer, or in the sentence after.
_LEAST_SHARE = 0.6
# A role of which so little stands there may be made up, even if nobody else bears it.
_UNKNOWN, _DOUBTFUL = 0.25, 0.4


def find_wrong_roles(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the roles behind a person's name that do not stand where the article names that person."""
    for fact, mention in zip(written.named, written.mentions, strict=True):
        role = _role_after(fact, written.text)
        share = containment(role.text, _home(mention.actors, reading)) if role and mention.actors else 1.0
        if role and share < _LEAST_SHARE:
            bearer = _bearer(role.text, mention.actors, reading)
            if bearer or share < _UNKNOWN:
                whose = f": {bearer}" if bearer else ""
                message = f"{role.text!r}: {RULES['wrong-title']} than {fact.span.text}{whose}"
                yield Finding(
                    "wrong-title", role, message, severity="error" if bearer and share < _DOUBTFUL else "warning"
                )


def _bearer(role: str, actors: frozenset[int], reading: Reading) -> str:
    """The person beside whose name the article has the role, "" if nobody clearly has it."""
    for sentence, mentions in zip(reading.sentences, reading.named, strict=True):
        people = {
            reading.inventory.actors[one].name
            for mention in mentions
            for one in mention.actors - actors
            if reading.inventory.actors[one].type in ("person", "") and reading.inventory.actors[one].name not in role
        }
        if len(people) == 1 and containment(role, sentence.span.text) >= _LEAST_SHARE:
            return next(iter(people))
    return ""


def _role_after(fact: Fact, text: str) -> Span | None:
    if fact.type not in ("person", ""):
        return None
    found = _ROLE.match(text, fact.span.end)
    if not found:
        return None
    group = found.lastindex or 1
    role = found[group].rstrip(".")
    if _VERBAL.search(role) or len(role.split()) < _LEAST_WORDS or _is_next_in_list(role):
        return None
    return Span(found.start(group), found.start(group) + len(role), role)


def _is_next_in_list(role: str) -> bool:
    """Whether it is another person: "President Roh of Korea"."""
    return any(name.type == "person" for name in find_names(role))


def _home(actors: frozenset[int], reading: Reading) -> str:
    """The sentences that name one of the actors, each with the one after it."""
    named = {span for actor in actors for span in reading.inventory.actors[actor].mentions}
    at = [place for place, sentence in enumerate(reading.sentences) if any(sentence.has(span) for span in named)]
    return " ".join(
        reading.sentences[near].span.text
        for place in at
        for near in (place, place + 1)
        if near < len(reading.sentences)
    )
