"""A drafted sentence and its article -> figures of several statements, put into one.

A small model that joins statements mostly joins them wrongly: of the sentences of the built-in one
that put together figures which no sentence of the article has together, five in six were wrong.
Writers do it right: four in a hundred sentences of the training briefs are like this, so only
drafts are asked. Ages are held against dates and actors as well: what is told of two suspects, one
after the other, it tells of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from summarize.data import Fact, Finding, Span
from summarize.guard.reading import Place, Reading
from summarize.guard.rules import RULES
from summarize.guard.slots import fit, read_slot
from summarize.guard.written import Written, read_written

_MOST = 5


def find_mixed_figures(text: str, reading: Reading) -> tuple[Finding, ...]:
    """Return the first figure that no sentence of the article has beside those before it, or somebody else's age."""
    if reading.is_whole(text):
        return ()
    written = read_written(text, reading)
    return _find_apart(written, reading) or tuple(islice(_find_other_ages(written, reading), 1))


def _find_apart(written: Written, reading: Reading) -> tuple[Finding, ...]:
    together: frozenset[int] | None = None
    for fact in written.facts:
        places = reading.places_of(fact) if fact.kind == "figure" and fact.value != "1" else frozenset()
        sentences = frozenset(place.sentence for place in places)
        if sentences and together is not None and not together & sentences:
            return (_finding(fact, together | sentences, reading),)
        if sentences:
            together = sentences if together is None else together & sentences
    return ()


def _find_other_ages(written: Written, reading: Reading) -> Iterator[Finding]:
    """Yield ages beside something that the article tells of somebody of another age, not of theirs."""
    for age in filter(_is_age, written.facts):
        own = frozenset(place.sentence for place in reading.places_of(age))
        for fact in written.facts if own else ():
            place = _best_place(fact, written, reading)
            if place and place.sentence not in own and _has_other_age(place.sentence, age, reading):
                yield _finding(age, own | {place.sentence}, reading)


def _is_age(fact: Fact) -> bool:
    return fact.kind == "figure" and fact.value.endswith(" year")


def _has_other_age(sentence: int, age: Fact, reading: Reading) -> bool:
    return any(_is_age(fact) and fact.value != age.value for _, fact in reading.standing.get(sentence, ()))


def _best_place(fact: Fact, written: Written, reading: Reading) -> Place | None:
    """Where the article states a fact in words most like those around it, None if it is "1" or now, or nowhere."""
    if fact.value == "1" or fact.value.endswith("_REF"):
        return None
    slot = read_slot(written.words, *written.range(fact.span), reading)
    return max(reading.places_of(fact), key=lambda place: (fit(slot, place, reading), place), default=None)


def _finding(fact: Fact, sentences: frozenset[int], reading: Reading) -> Finding:
    message = f"{fact.span.text!r}: {RULES['mixed-figures']}"
    return Finding("mixed-figures", fact.span, message, sources=_where(sentences, reading))


def _where(sentences: frozenset[int], reading: Reading) -> tuple[Span, ...]:
    return tuple(reading.sentences[at].span for at in sorted(sentences)[:_MOST])
