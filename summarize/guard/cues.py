"""Cues in a text -> the words that they bear on, and where an article marks a word that a sentence does not.

A cue ("not", "may", "accused of") marks the next word that tells something: the part of NegEx
(Chapman et al. 2001) that needs no list of diagnoses. A word of the written sentence is compared
with the places of the article whose surroundings fit its own best.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from summarize.data import Finding, Span
from summarize.facts.roles import FUNCTION
from summarize.guard.reading import Place, Reading
from summarize.guard.rules import RULES
from summarize.guard.slots import fit, read_slot
from summarize.guard.stems import Word, stem
from summarize.guard.written import Written

# A cue bears on a word at most this far behind it.
BETWEEN = 3
# How near a counter-cue must stand to be a word's own.
BEFORE, AFTER = 12, 4
# Words are compared where the surroundings fit at least so well; places within _SAME of the best count as best.
_LEAST, _SAME = 0.5, 0.12
_LIGHT = FUNCTION | {"be", "been", "being", "yet", "also", "only", "longer", "plan"}
_Marks = Callable[[Sequence[Word]], frozenset[int]]


def stems(text: str) -> frozenset[str]:
    """The stems of the words of `text`."""
    return frozenset(map(stem, text.split()))


def find_unmatched(
    written: Written, reading: Reading, rule: str, marks: _Marks, cues: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Find the first word that the article marks where it says the same, and that no cue is near."""
    marked = reading.marked(marks.__name__, marks)
    named = {at for mention in written.mentions for at in range(mention.first, mention.last + 1)}
    for at, word in enumerate(written.words):
        near = written.words[max(0, at - BEFORE) : at + AFTER]
        if at in named or word.text in _LIGHT or not word.text.islower() or has_cue(near, cues):
            continue
        places = best_places(at, written, reading) if word.stem in marked else ()
        if places and marked[word.stem].issuperset(places):
            yield finding_of(rule, word, [reading.sentences[place.sentence].span for place in places])
            return


def best_places(at: int, written: Written, reading: Reading) -> tuple[Place, ...]:
    """Where the article uses the same word in the most similar surroundings; none if not similar enough."""
    slot = read_slot(written.words, at, at, reading)
    sentences = reading.index.get(written.words[at].stem, {})
    places = [Place(sentence, number) for sentence, numbers in sentences.items() for number in numbers]
    worth = {place: fit(slot, place, reading) for place in places}
    least = max(_LEAST, max(worth.values(), default=0.0) - _SAME)
    return tuple(place for place, value in worth.items() if value >= least)


def finding_of(rule: str, word: Word, sources: Sequence[Span]) -> Finding:
    """A finding at one word."""
    span = Span(word.start, word.end, word.text)
    return Finding(rule, span, f"{word.text!r}: {RULES[rule]}", sources=tuple(dict.fromkeys(sources)))


def has_cue(words: Sequence[Word], cues: frozenset[str]) -> bool:
    """Whether one of the words is a cue; "n't" is one of denial."""
    return any(word.stem in cues or word.text.lower() in cues or ("not" in cues and is_not(word)) for word in words)


def is_not(word: Word) -> bool:
    return word.text.lower().endswith(("n't", "n’t"))


def next_telling(words: Sequence[Word], at: int) -> int:
    """The next word that is not grammar, -1 if none is near."""
    near = range(at + 1, min(at + 2 + BETWEEN, len(words)))
    return next((number for number in near if words[number].text.lower() not in _LIGHT), -1)
