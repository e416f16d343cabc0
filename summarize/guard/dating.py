"""A drafted sentence and the source sentence it condenses -> the same sentence with the date that was left out.

A date goes back only where source and draft run parallel on both sides of it, or up to it and
the clause ends there: what is written is a piece of the source's own wording.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarize.data import Fact, Sentence
from summarize.facts import find_dates
from summarize.facts.entail import date_entails
from summarize.facts.roles import FUNCTION
from summarize.facts.words import is_common
from summarize.guard.align import containment
from summarize.guard.stems import Word, is_past, read_words

_PREPOSITIONS = frozenset(
    {"on", "in", "at", "since", "during", "by", "from", "until", "through", "early", "late", "very"}
)
# What may stand between a date phrase and the words beside it.
_GAP = re.compile(r"\)?,? ")
# A clause goes on or ends here: a date before it belongs to what has been said so far.
_JOINTS = frozenset({"and", "but", "as", "after", "before", "that", "while", "when", "because", "following", "despite"})
# A draft that opens so has an adverbial of its own already.
_SUBORDINATE = _PREPOSITIONS | _JOINTS | {"if", "for", "with", "to", "under", "among", "once", "there", "also"}
_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would"})
_SPOKE = frozenset({"said", "announced", "told", "says", "reported", "confirmed", "warned"})
# A duration does not say when.
_TELLS_WHEN = ("DATE", "TIME")
# A source sentence may open with so many words before the subject that the draft opens with.
_BEFORE_SUBJECT = 4
# A draft of whose content words the source has this share tells nothing else.
_ALIKE = 0.7
# Words that must run parallel before a date where nothing after it does.
_RUN = 3


class Line(NamedTuple):
    """A sentence and its words; their offsets index `text`."""

    text: str
    words: tuple[Word, ...]

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words[at - 1].end : self.words[at].start]

    def folded(self, start: int, end: int) -> list[str]:
        """The words from `start` up to `end`, whatever their case."""
        return [word.text.casefold() for word in self.words[max(start, 0) : max(end, 0)]]


def find_dated(
    text: str, sentence: Sentence, dates: Sequence[Fact], said: Collection[str]
) -> Iterator[tuple[str, Fact]]:
    """Yield `text` with one date of the source sentence put back, and that date, for each that can be.

    `dates` index the article; those whose value has been `said` are left out.
    """
    draft, source = Line(text, read_words(text)), Line(sentence.span.text, read_words(sentence.span.text))
    for fact in dates:
        if draft.words and not fact.value.endswith("_REF") and not is_said(fact, said):
            start, end = fact.span.start - sentence.span.start, fact.span.end - sentence.span.start
            inside = [at for at, word in enumerate(source.words) if word.start < end and word.end > start]
            first = _with_preposition(source, inside[0]) if inside else 0
            if (
                inside
                and (first or _is_only_day(fact, text))
                and (dated := _put_back(draft, source, first, inside[-1]))
            ):
                yield dated, fact


@lru_cache(maxsize=4096)  # candidates repeat each other, and each step asks anew
def dates_in(text: str) -> tuple[Fact, ...]:
    """Return the dates of a written sentence."""
    return find_dates(text)


def is_said(fact: Fact, said: Collection[str]) -> bool:
    """Whether a date's value is among those that have been said, or follows from one."""
    return any(date_entails(value, fact.value) for value in said)


def tells_when(fact: Fact) -> bool:
    """Whether a date says on which day, in which month or year something happened; "two years" does not."""
    return (
        fact.type in _TELLS_WHEN
        and not fact.value.endswith("_REF")
        and not fact.value.startswith(("T", "XXXX-XX-XX", "PX"))
    )


def _is_only_day(fact: Fact, text: str) -> bool:
    """Whether a date says when something happened, and the text does not say that already."""
    return fact.type in _TELLS_WHEN and not any(one.type in _TELLS_WHEN for one in dates_in(text))


def _with_preposition(source: Line, first: int) -> int:
    """The first word of a date with what leads up to it: "on", "since late"."""
    while first and source.words[first - 1].text.casefold() in _PREPOSITIONS:
        first -= 1
    return first


def _put_back(draft: Line, source: Line, first: int, last: int) -> str:
    """Return the draft with the source's words from `first` to `last` where they belong, "" if that is open."""
    if first == 0:
        return _before_subject(draft, source, last)
    for place in range(1, len(draft.words) + 1):
        if draft.folded(place - 1, place) != source.folded(first - 1, first):
            continue
        if dated := _between(draft, source, place, (first, last)) or _after(draft, source, place, (first, last)):
            return dated
    return ""


def _between(draft: Line, source: Line, place: int, phrase: tuple[int, int]) -> str:
    """The date between the words that stand around it in the source, two on one side at least."""
    first, last = phrase
    if place == len(draft.words) or last + 1 >= len(source.words):
        return ""
    following = last + 1
    if source.folded(following, following + 1) == ["that"] != draft.folded(place, place + 1):
        following += 1  # "said on Tuesday that the bridge" for "said the bridge"
    left = _count_alike(reversed(source.folded(first - 2, first)), reversed(draft.folded(place - 2, place)))
    right = _count_alike(source.folded(following, following + 2), draft.folded(place, place + 2))
    shared = {*source.folded(first - left, first), *source.folded(following, following + right)}
    if not right or left + right < 3 or shared <= FUNCTION or not _GAP.fullmatch(draft.gap(place)):
        return ""
    piece = source.text[source.words[first - 1].end : source.words[following].start]
    if (")" in source.gap(first)) != (")" in draft.gap(place)):
        return ""
    if source.gap(first) == ", " and draft.gap(place) == " " == source.gap(last + 1):
        piece = piece.removeprefix(",")  # the comma closes what the draft has left out
    if not all(_GAP.fullmatch(source.gap(at)) for at in (first, last + 1, following)):
        return ""
    return draft.text[: draft.words[place - 1].end] + piece + draft.text[draft.words[place].start :]


def _after(draft: Line, source: Line, place: int, phrase: tuple[int, int]) -> str:
    """The date after the words that lead up to it in the source, where in both the clause may end."""
    first, last = phrase
    run = _RUN - 1 if source.words[first - 1].text in _SPOKE else _RUN
    alike = source.folded(first - run, first) == draft.folded(place - run, place)
    if first < run or not alike or source.gap(first) != " ":
        return ""
    if not _pauses(source, last + 1) or not _pauses(draft, place):
        return ""
    piece = source.text[source.words[first].start : source.words[last].end]
    end = draft.words[place - 1].end
    return f"{draft.text[:end]} {piece}{draft.text[end:]}"


def _pauses(line: Line, at: int) -> bool:
    """Whether a clause may end before a word: the sentence is over, there is a comma, or a joint."""
    if at >= len(line.words):
        return not re.search(r"[\"”’']", line.text[line.words[-1].end :])
    gap = line.gap(at)
    return gap == ", " or (gap == " " and line.words[at].text in _JOINTS)


def _before_subject(draft: Line, source: Line, last: int) -> str:
    """The date that opens the source before what opens the draft: "On Tuesday, the council"."""
    if last + 1 >= len(source.words) or not _GAP.fullmatch(source.gap(last + 1)) or draft.words[0].start:
        return ""
    opening, rest = source.text[: source.words[last].end], draft.text[draft.words[0].end :]
    comma = source.gap(last + 1) == ", "
    alike = containment(draft.text, source.text) >= _ALIKE
    for at in range(last + 1, min(last + 2 + _BEFORE_SUBJECT * comma, len(source.words) - 1)):
        run = _count_alike(source.folded(at, len(source.words)), draft.folded(0, len(draft.words)))
        # The verb must be the source's: the subject did more than one thing, at more than one time.
        acts = any(is_past(word) or word.text in _AUXILIARIES for word in draft.words[:run])
        if run > 1 and (acts or alike):
            return f"{opening}, {source.words[at].text}{rest}"
    first = draft.words[0].text
    if comma and alike and (first.lower() not in _SUBORDINATE):
        return f"{opening}, {first.lower() if _is_small(first, source) else first}{rest}"
    return ""


def _is_small(word: str, source: Line) -> bool:
    """Whether only its place makes a word a capital."""
    return word.lower() in FUNCTION or (is_common(word) and word not in {one.text for one in source.words[1:]})


def _count_alike(one: Iterator[str] | Sequence[str], other: Iterator[str] | Sequence[str]) -> int:
    """How many words two runs share from their beginning on."""
    count = 0
    for left, right in zip(one, other):  # noqa: B905 - the shorter one decides
        if left != right:
            break
        count += 1
    return count
