"""A written sentence and its article -> denials added or dropped, and hedges lost.

A cue ("not", "may", "accused of") marks the word that it bears on, the next one that tells
something: the part of NegEx (Chapman et al. 2001) that needs no list of diagnoses. A word of the
written sentence is compared with the places of the article whose surroundings fit its own best,
and only where nothing else in the sentence could carry the denial or the doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from summarize.data import Finding, Span
from summarize.facts.roles import FUNCTION
from summarize.guard.reading import Place, Reading
from summarize.guard.rules import RULES
from summarize.guard.slots import fit, read_slot
from summarize.guard.stems import Word, read_words, stem
from summarize.guard.written import Written


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split()))


_NOT = frozenset({"not", "never", "cannot", "without", "neither", "nor", "no"})
_PLAIN_NOT = frozenset({"not", "never", "cannot"})
_REFUSALS = _stems("fail refuse decline")
# Whatever may deny: a sentence with one of these is not asked.
_DENIALS = (
    _NOT
    | _REFUSALS
    | _stems(
        "none nobody nothing deny reject lack unable prevent stop avoid unlike hardly barely rarely little few fewer "
        "only rather instead block oppose against dismiss dispute ban halt end cancel abandon despite although but "
        "too impossible unlikely free until miss except absence remove lose forbid prohibit bar withdraw repeal"
    )
)
_MAY = frozenset({"may", "might", "could"})
_ALLEGED = frozenset({"allegedly", "reportedly", "alleged", "suspected"})
_OF = {"of": _stems("accused suspected"), "with": _stems("charged"), "to": _stems(
    "expected likely plans planned planning intends proposed aims hopes wants threatened"
)}  # fmt: skip
# Whatever may hedge, the future apart.
_DOUBTS = _MAY | _ALLEGED | frozenset().union(*_OF.values()) | _stems(
    "can would should if whether seek bill ask urge call want possible potential potentially risk threat warn allege "
    "accusation charge indictment indicted complaint prosecutors believe claim accord report said likely probably "
    "perhaps estimate consider suggest appear seem fear concern attempt try agree offer propose forecast projected "
    "predict apparently purported unless goal target designed need require must let allow enable help ability able"
)  # fmt: skip
_BETWEEN = 3
# How near a doubt must stand to be a word's own.
_BEFORE, _AFTER = 12, 4
# Stems are compared where the surroundings fit at least so well; places within _SAME of the best count as best.
_LEAST, _SAME = 0.5, 0.12
_LIGHT = FUNCTION | {"be", "been", "being", "yet", "also", "only", "longer", "plan"}
_Marks = Callable[[Sequence[Word]], frozenset[int]]


def find_changed_negation(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the first word that only the sentence denies, or only the article."""
    if not _has_cue(written.words, _DENIALS):
        yield from _find_unmatched(written, reading, "changed-negation", _denied)
    denied = sorted(_denied(written.words))
    if denied and not _has_cue(written.words, _DENIALS - _NOT):
        aligned = reading.aligner.align(written.text)
        if not any(_has_cue(read_words(sentence.span.text), _DENIALS) for sentence in aligned):
            word = written.words[denied[0]]
            yield _finding("changed-negation", word, [sentence.span for sentence in aligned])


def find_dropped_hedge(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the first word that the article hedges and the sentence does not."""
    yield from _find_unmatched(written, reading, "dropped-hedge", _hedged, _DOUBTS)


def _find_unmatched(
    written: Written, reading: Reading, rule: str, marks: _Marks, cues: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Find the first word that the article marks where it says the same, and that no cue is near."""
    marked = reading.marked(rule, marks)
    named = {at for mention in written.mentions for at in range(mention.first, mention.last + 1)}
    for at, word in enumerate(written.words):
        near = written.words[max(0, at - _BEFORE) : at + _AFTER]
        if at in named or word.text in _LIGHT or not word.text.islower() or _has_cue(near, cues):
            continue
        places = _best_places(at, written, reading) if word.stem in marked else ()
        if places and marked[word.stem].issuperset(places):
            yield _finding(rule, word, [reading.sentences[place.sentence].span for place in places])
            return


def _best_places(at: int, written: Written, reading: Reading) -> tuple[Place, ...]:
    """Where the article uses the same word in the most similar surroundings; none if not similar enough."""
    slot = read_slot(written.words, at, at, reading)
    sentences = reading.index.get(written.words[at].stem, {})
    places = [Place(sentence, number) for sentence, numbers in sentences.items() for number in numbers]
    worth = {place: fit(slot, place, reading) for place in places}
    least = max(_LEAST, max(worth.values(), default=0.0) - _SAME)
    return tuple(place for place, value in worth.items() if value >= least)


def _finding(rule: str, word: Word, sources: Sequence[Span]) -> Finding:
    span = Span(word.start, word.end, word.text)
    return Finding(rule, span, f"{word.text!r}: {RULES[rule]}", sources=tuple(dict.fromkeys(sources)))


def _has_cue(words: Sequence[Word], cues: frozenset[str]) -> bool:
    """Whether one of the words is a cue; "n't" is one of denial."""
    return any(word.stem in cues or word.text.lower() in cues or ("not" in cues and _is_not(word)) for word in words)


def _is_not(word: Word) -> bool:
    return word.text.lower().endswith(("n't", "n’t"))


def _denied(words: Sequence[Word]) -> frozenset[int]:
    """The places of the words that a denial bears on."""
    cues = (
        at
        for at, word in enumerate(words)
        if (word.text.lower() in _PLAIN_NOT and not _is_or_not(words, at)) or _is_not(word) or word.stem in _REFUSALS
    )
    return frozenset(_next_telling(words, at) for at in cues) - {-1}


def _is_or_not(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].text.lower() == "or"


def _hedged(words: Sequence[Word]) -> frozenset[int]:
    """The places of the words that a hedge bears on."""
    cues = (at for at, word in enumerate(words) if _is_hedge(words, at) or word.text in _MAY or word.text in _ALLEGED)
    return frozenset(_next_telling(words, at) for at in cues) - {-1}


def _is_hedge(words: Sequence[Word], at: int) -> bool:
    following = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].stem in _OF.get(following, ())


def _next_telling(words: Sequence[Word], at: int) -> int:
    """The next word that is not grammar, -1 if none is near."""
    near = range(at + 1, min(at + 2 + _BETWEEN, len(words)))
    return next((number for number in near if words[number].text.lower() not in _LIGHT), -1)
