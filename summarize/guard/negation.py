"""A written sentence and its article -> denials added or dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.data import Finding
from summarize.guard.cues import (
    AFTER,
    BEFORE,
    BETWEEN,
    best_places,
    find_unmatched,
    finding_of,
    has_cue,
    is_not,
    next_telling,
    stems,
)
from summarize.guard.reading import Place, Reading
from summarize.guard.stems import Word, read_words
from summarize.guard.written import Written

_NOT = frozenset({"not", "never", "cannot", "without", "neither", "nor", "no"})
_PLAIN_NOT = frozenset({"not", "never", "cannot"})
_REFUSALS = stems("fail refuse decline")
# Whatever may deny: a sentence with one of these is not asked.
_DENIALS = (
    _NOT
    | _REFUSALS
    | stems(
        "none nobody nothing deny reject lack unable prevent stop avoid unlike hardly barely rarely little few fewer "
        "only rather instead block oppose against dismiss dispute ban halt end cancel abandon despite although but "
        "too impossible unlikely free until miss except absence remove lose forbid prohibit bar withdraw repeal"
    )
)


def find_changed_negation(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the first word that only the sentence denies, or only the article."""
    yield from find_unmatched(written, reading, "changed-negation", _denied, _DENIALS)
    for at in sorted(_denied(written.words)):
        if _is_plainly_denied(written.words, at) and not _has_other_denial(written.words, at):
            yield from _find_new_denial(at, written, reading)
            return


def _find_new_denial(at: int, written: Written, reading: Reading) -> Iterator[Finding]:
    """Find a denied word that the article denies neither where it says the same nor in all the passage."""
    places = best_places(at, written, reading)
    aligned = reading.aligner.align(written.text)
    is_plain_there = bool(places) and not any(has_cue(_around(place, reading), _DENIALS) for place in places)
    is_plain = not any(has_cue(read_words(sentence.span.text), _DENIALS) for sentence in aligned)
    if is_plain_there or is_plain:
        spans = [reading.sentences[place.sentence].span for place in places] or [one.span for one in aligned]
        finding = finding_of("changed-negation", written.words[at], spans)
        yield finding if is_plain and is_plain_there else replace(finding, severity="warning")


def _around(place: Place, reading: Reading) -> Sequence[Word]:
    """The words of the article about a place that could deny it."""
    return reading.words[place.sentence][max(0, place.word - BEFORE) : place.word + AFTER + 1]


def _is_plainly_denied(words: Sequence[Word], at: int) -> bool:
    """Whether by a "not": "declined to say" may stand for "gave no comment"."""
    return has_cue(words[max(0, at - BETWEEN - 1) : at], _PLAIN_NOT)


def _has_other_denial(words: Sequence[Word], at: int) -> bool:
    """Whether a second denial near the first takes it back: "not without"."""
    return sum(has_cue([word], _DENIALS) for word in words[max(0, at - BETWEEN) : at + AFTER]) > 1


def _denied(words: Sequence[Word]) -> frozenset[int]:
    """The places of the words that a denial bears on."""
    cues = (
        at
        for at, word in enumerate(words)
        if (word.text.lower() in _PLAIN_NOT and not _is_or_not(words, at)) or is_not(word) or word.stem in _REFUSALS
    )
    return frozenset(next_telling(words, at) for at in cues) - {-1}


def _is_or_not(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].text.lower() == "or"
