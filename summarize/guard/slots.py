"""A place in a written sentence -> the words around it, and how well they fit a place of the article.

The nearer a word to the slot, and the rarer in the article, the weightier; what stands in a slot
is known by the company it keeps (Firth 1957).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from summarize.facts.roles import FUNCTION
from summarize.guard.reading import Place, Reading
from summarize.guard.stems import Word

# Chosen on 200 training articles with the alterations of tests/benchmarks/corruptions.py: half or double of _HALF
# does as well, a heavier _NEXT costs moved figures.
# A word four away from the slot weighs half as much as one beside it;
_HALF = 4.0
# in the article, it counts in full up to this many words from the place, less beyond, less in the next sentence.
_NEAR, _FAR, _NEXT = 8, 0.75, 0.4

Slot = Mapping[str, float]


def read_slot(words: Sequence[Word], first: int, last: int, reading: Reading) -> Slot:
    """The telling stems around the words from `first` to `last`, and their shares of the slot."""
    weights: dict[str, float] = {}
    for at, word in enumerate(words):
        if (at < first or at > last) and word.text.lower() not in FUNCTION:
            distance = min(abs(at - first), abs(at - last))
            if weight := reading.rarity(word.stem) / (1 + distance / _HALF):
                weights[word.stem] = max(weights.get(word.stem, 0.0), weight)
    whole = sum(weights.values())
    return {stem: weight / whole for stem, weight in weights.items()}


def fit(slot: Slot, place: Place, reading: Reading) -> float:
    """How well a slot fits a place of the article, from 0 to 1."""
    return sum(weight * _closeness(reading.index[stem], place) for stem, weight in slot.items())


def _closeness(sentences: Mapping[int, tuple[int, ...]], place: Place) -> float:
    if numbers := sentences.get(place.sentence):
        return 1.0 if min(abs(number - place.word) for number in numbers) <= _NEAR else _FAR
    return _NEXT if place.sentence - 1 in sentences or place.sentence + 1 in sentences else 0.0


def promising(slot: Slot, least: float, reading: Reading) -> Iterable[int]:
    """The sentences of the article in which a place could fit better than `least`, in order."""
    bounds: defaultdict[int, float] = defaultdict(float)
    for stem, weight in slot.items():
        sentences = reading.index[stem]
        for sentence in sentences:
            bounds[sentence] += weight
        for sentence in {at + step for at in sentences for step in (-1, 1)} - sentences.keys():
            bounds[sentence] += weight * _NEXT
    return (sentence for sentence in sorted(bounds) if bounds[sentence] > least)
