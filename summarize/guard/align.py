"""A written sentence -> the source sentences it condenses, best first.

A sentence of a summary shares most of its rare words with the sentences it was made from
(word overlap weighted by inverse document frequency, as in Jing and McKeown 1999).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from summarize.data import Sentence

_WORD = re.compile(r"[^\W_]+")
# Words are compared by their first letters: announce, announced and announcement are one.
_STEM_LETTERS = 6
# Shorter words are mostly grammar.
_CONTENT_LETTERS = 4
# A further source must account for this share of a sentence that the ones before do not.
_LEAST_ADDED = 0.2
_MOST_SOURCES = 3


class Aligner:
    """An index over the sentences of one article."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._stems = [_stems(sentence.span.text) for sentence in sentences]
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, stems in enumerate(self._stems):
            for stem in stems:
                places[stem].append(at)
        self._places: Mapping[str, list[int]] = places

    def align(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences that `text` condenses, best first; none if it shares no word with any."""
        left, found = self._weights(text), list[int]()
        whole = sum(left.values())
        while left and len(found) < _MOST_SOURCES:
            at, worth = self._nearest(left)
            if worth <= 0 or (found and worth < _LEAST_ADDED * whole):
                break
            found.append(at)
            left = {stem: weight for stem, weight in left.items() if stem not in self._stems[at]}
        return tuple(self._sentences[at] for at in found)

    def share(self, text: str, sentence: Sentence) -> float:
        """Return how much of `text` a sentence accounts for, from 0 to 1."""
        weights, stems = self._weights(text), _stems(sentence.span.text)
        whole = sum(weights.values())
        return sum(weight for stem, weight in weights.items() if stem in stems) / whole if whole else 0.0

    def coverage(self, text: str, beside: str, title: str) -> float:
        """Return how much of what the article keeps coming back to stands in `text` but not `beside` it.

        A stem counts as often as it occurs in the article's sentences, twice that if the title has it.
        """
        titled = _stems(title)
        new = _content(text) - _content(beside)
        return float(sum(len(self._places.get(stem, ())) * (2 if stem in titled else 1) for stem in new))

    def _weights(self, text: str) -> dict[str, float]:
        """Return each stem with its rarity; a stem the article lacks weighs as much as one it has once."""
        count = len(self._sentences)
        return {stem: log(1 + count / max(len(self._places.get(stem, ())), 1)) for stem in sorted(_stems(text))}

    def _nearest(self, weights: Mapping[str, float]) -> tuple[int, float]:
        worth: defaultdict[int, float] = defaultdict(float)
        for stem, weight in weights.items():
            for at in self._places.get(stem, ()):
                worth[at] += weight
        # Of two equally near, the earlier: news states a thing in full where it states it first.
        return max(worth.items(), key=lambda item: (item[1], -item[0]), default=(0, 0.0))


def likeness(one: str, other: str) -> float:
    """Return the share of content words that two sentences have in common (Jaccard), from 0 to 1."""
    left, right = _content(one), _content(other)
    return len(left & right) / len(left | right) if left | right else 0.0


def containment(text: str, other: str) -> float:
    """Return the share of the content words of `text` that `other` has too, from 0 to 1."""
    words = _content(text)
    return len(words & _content(other)) / len(words) if words else 0.0


def _content(text: str) -> frozenset[str]:
    return frozenset(stem for stem in _stems(text) if len(stem) >= _CONTENT_LETTERS or stem.isdigit())


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM_LETTERS] for word in _WORD.findall(text.casefold()))
