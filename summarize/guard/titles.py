"""A written sentence and its article -> titles given to the wrong person."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.data import Finding
from summarize.facts.actors import find_names
from summarize.guard.reading import Reading
from summarize.guard.rules import RULES
from summarize.guard.stems import stem
from summarize.guard.written import Written


def find_wrong_titles(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the titles that stand near their bearer nowhere in the article, where somebody else bears them."""
    at = {fact.span.start: number for number, fact in enumerate(written.named)}
    for name in find_names(written.text):
        if name.title and name.span.start in at:
            office = stem(name.title.text.split()[-1])
            actors = written.mentions[at[name.span.start]].actors
            bearers = reading.bearers.get(office, frozenset())
            if bearers and actors and not bearers & actors and not _stands_near(office, actors, reading):
                names = " or ".join(sorted(reading.inventory.actors[bearer].name for bearer in bearers))
                message = f"{name.title.text!r}: {RULES['wrong-title']}: {names}"
                yield Finding("wrong-title", name.title, message)


def _stands_near(office: str, actors: frozenset[int], reading: Reading) -> bool:
    """Whether the office is named where one of the actors is: "Lund, the mayor"."""
    sentences = reading.index.get(office, {})
    return any(actors & mention.actors for at in sentences for mention in reading.named[at])
