"""A place in a written sentence -> the words around it, and how well they fit a place of the article.

What stands in a slot is known by the company it keeps (Firth 1957): the nearer a word to the
slot, and the rarer in the article, the weightier; in the article it should stand on the same side
and no farther away. Distances are counted in telling words, so that what condensing leaves out
weighs little.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from summarize.facts.roles import FUNCTION
from summarize.guard.reading import Place, Reading
from summarize.guard.stems import Word

# Chosen on 300 training articles with the alterations of tests/benchmarks/corruptions.py; recall at a given share
# of false alarms moves by two points at most where one of them is halved or doubled.
# A word this many telling words away from the slot weighs half as much as one on it.
_HALF = 1.0
# In the article, a word loses nothing up to this much farther away than in the slot, half of what it can
# lose _SLOPE words beyond, and never more than 1 - _FLOOR.
_SLACK, _SLOPE, _FLOOR = 1, 3.0, 0.35
# What it keeps on the other side of the place, and in the sentence before or after.
_OTHER_SIDE, _NEXT = 0.7, 0.25


class Neighbour(NamedTuple):
    """A telling word near a slot: its stem, its distance (negative before the slot) and its share of the slot."""

    stem: str
    distance: int
    weight: float


Slot = tuple[Neighbour, ...]


def read_slot(
    words: Sequence[Word], first: int, last: int, reading: Reading, without: Collection[str] = frozenset()
) -> Slot:
    """The telling words around those from `first` to `last`, `without` some stems; the shares add up to 1."""
    telling = tuple(accumulate((word.text.lower() not in FUNCTION for word in words), initial=0))
    nearest: dict[str, Neighbour] = {}
    for at, word in enumerate(words):
        if first <= at <= last or word.text.lower() in FUNCTION or word.stem in without:
            continue
        distance = telling[at] - telling[first] if at < first else telling[at] - telling[last + 1] + 1
        weight = reading.rarity(word.stem) / (1 + abs(distance) / _HALF)
        if weight and (word.stem not in nearest or weight > nearest[word.stem].weight):
            nearest[word.stem] = Neighbour(word.stem, distance, weight)
    whole = sum(neighbour.weight for neighbour in nearest.values())
    return tuple(one._replace(weight=one.weight / whole) for one in nearest.values())


def fit(slot: Slot, place: Place, reading: Reading) -> float:
    """How well a slot fits a place of the article, from 0 to 1."""
    return sum(neighbour.weight * _closeness(neighbour, place, reading) for neighbour in slot)


def fit_sentence(slot: Slot, sentence: int, reading: Reading) -> float:
    """How much of a slot a sentence of the article has, wherever in it, from 0 to 1."""
    return sum(
        weight * (1.0 if sentence in reading.index[stem] else _NEXT if _is_beside(stem, sentence, reading) else 0.0)
        for stem, _, weight in slot
    )


def _closeness(neighbour: Neighbour, place: Place, reading: Reading) -> float:
    numbers = reading.index[neighbour.stem].get(place.sentence)
    if not numbers:
        return _NEXT if _is_beside(neighbour.stem, place.sentence, reading) else 0.0
    telling = reading.telling[place.sentence]
    at = bisect_left(numbers, place.word)
    nearest = numbers[max(0, at - 1) : at + 1]  # on either side: likeness falls with the distance
    return max(_likeness(neighbour.distance, telling[number] - telling[place.word]) for number in nearest)


def _likeness(wanted: int, distance: int) -> float:
    too_far = max(0, abs(distance) - abs(wanted) - _SLACK)
    near = _FLOOR + (1 - _FLOOR) / (1 + too_far / _SLOPE)
    return near * _OTHER_SIDE if wanted * distance < 0 else near


def _is_beside(stem: str, sentence: int, reading: Reading) -> bool:
    return sentence - 1 in reading.index[stem] or sentence + 1 in reading.index[stem]


def promising(slot: Slot, least: float, reading: Reading) -> Iterable[int]:
    """The sentences of the article in which a place could fit better than `least`, in order."""
    bounds: defaultdict[int, float] = defaultdict(float)
    for stem, _, weight in slot:
        sentences = reading.index[stem]
        for sentence in sentences:
            bounds[sentence] += weight
        for sentence in {at + step for at in sentences for step in (-1, 1)} - sentences.keys():
            bounds[sentence] += weight * _NEXT
    return (sentence for sentence in sorted(bounds) if bounds[sentence] > least)
