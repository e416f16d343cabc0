"""A written sentence and its article -> two actors of the sentence that have changed places.

The slots of both are held against the article's places of both: each must fit the other's better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from summarize.data import Fact, Finding, Severity
from summarize.guard.names import is_same_name
from summarize.guard.reading import Place, Reading
from summarize.guard.rules import RULES
from summarize.guard.slots import Slot, fit, read_slot
from summarize.guard.stems import Word, is_past
from summarize.guard.written import Written

# By how much both together, the worse of them counted twice, must fit the other way round: about one in three hundred
# faithful sentences of the training briefs is flagged, as an error one in a thousand.
_WARNING, _ERROR = 0.2, 0.45
# Between these two actors are one of a list, where each may stand first.
_LIST = frozenset({"and", "or", "the", "of", "&", "'s", "’s"})


class _Actor(NamedTuple):
    fact: Fact
    first: int
    last: int
    places: frozenset[Place]


def find_exchanged(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the pair of actors that the article most clearly has the other way round."""
    actors = [
        _Actor(fact, *written.range(fact.span), places) for fact in written.named if (places := reading.places_of(fact))
    ]
    pairs = [(_advantage(one, other, written, reading), one, other) for one, other in combinations(actors, 2)]
    ahead, one, other = max(pairs, key=lambda pair: pair[0], default=(0.0, None, None))
    if one and other and ahead > _WARNING:
        names = f"{one.fact.span.text!r} and {other.fact.span.text!r}"
        severity: Severity = "error" if ahead > _ERROR else "warning"
        yield Finding("swapped-roles", one.fact.span, f"{names}: {RULES['swapped-roles']}", severity=severity)


def _advantage(one: _Actor, other: _Actor, written: Written, reading: Reading) -> float:
    """By how much the article fits better with the two exchanged; 0 where that cannot be told."""
    between = {word.text.lower() for word in written.words[one.last + 1 : other.first]}
    unlike = one.fact.type != other.fact.type and "" not in (one.fact.type, other.fact.type)
    if unlike or between <= _LIST or is_same_name(one.fact.value, other.fact.value):
        return 0.0
    if _is_turned(one, other, written, reading):
        return 0.0
    left, right = _slot(one, other, written, reading), _slot(other, one, written, reading)
    ones, others = one.places - other.places, other.places - one.places
    if not (left and right and ones and others):
        return 0.0
    gains = (
        _best(left, others, reading) - _best(left, one.places, reading),
        _best(right, ones, reading) - _best(right, other.places, reading),
    )
    return sum(gains) + min(gains)


def _is_turned(one: _Actor, other: _Actor, written: Written, reading: Reading) -> bool:
    """Whether the sentence or the article has it in the passive: then sides tell nothing, and `roles` is asked."""
    texts = [words[min(near) : max(near)] for words, near in _together(one, other, reading)]
    passive = _is_passive(written.words[one.last : other.first])
    return any(_is_passive(words) != passive for words in texts)


def _together(one: _Actor, other: _Actor, reading: Reading) -> Iterator[tuple[Sequence[Word], tuple[int, int]]]:
    """The sentences of the article that have both, and where in them."""
    for place in one.places:
        for beside in other.places:
            if place.sentence == beside.sentence:
                yield reading.words[place.sentence], (place.word, beside.word)


def _is_passive(words: Sequence[Word]) -> bool:
    past = next((at for at, word in enumerate(words) if is_past(word)), len(words))
    return any(word.text == "by" for word in words[past:])


def _slot(one: _Actor, other: _Actor, written: Written, reading: Reading) -> Slot:
    """The slot of one actor without the name of the other."""
    return read_slot(written.words, one.first, one.last, reading, {
        word.stem for word in written.words[other.first : other.last + 1]
    })  # fmt: skip


def _best(slot: Slot, places: frozenset[Place], reading: Reading) -> float:
    return max(fit(slot, place, reading) for place in places)
