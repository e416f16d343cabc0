"""A written sentence and its article -> who did it and to whom, the other way round.

Two actors and the verb between them make an act; in the passive they change places. No parse is
needed where nothing but auxiliaries, articles and titles comes between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.data import Finding, Span
from summarize.facts.roles import FUNCTION
from summarize.guard.reading import Mention, Reading
from summarize.guard.rules import RULES
from summarize.guard.stems import Word, is_past, stem
from summarize.guard.written import Written

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "got"})
# What may stand between an actor and its verb, and between the verb and the other actor: then one acts on the other.
_BEFORE = _BE | {"has", "have", "had", "will", "would", "also", "later", "then", "and", "who"}
_AFTER = frozenset({"the", "a", "an", "by", "former"})
_MOST_AFTER = 4
# What two actors do with one another: either may come first.
_MUTUAL = frozenset(map(stem, ("met", "married", "merged", "joined", "agreed", "shared", "followed")))
_LONGEST = 8


class Act(NamedTuple):
    """Who did what to whom; actors are numbers of the reading, `verb` a stem."""

    doer: frozenset[int]
    verb: str
    other: frozenset[int]
    words: tuple[int, int]


def find_swapped_roles(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the acts that the article has only the other way round."""
    for act in _find_acts(written.words, written.mentions):
        sentences = [at for at in reading.index.get(act.verb, ()) if _stand_in(reading.mentions[at], act)]
        told = [one for at in sentences for one in _find_acts(reading.words[at], reading.mentions[at])]
        same = [one for one in told if one.verb == act.verb]
        turned = any(one.doer & act.other and one.other & act.doer for one in same)
        if turned and not any(one.doer & act.doer and one.other & act.other for one in same):
            start, end = written.words[act.words[0]].start, written.words[act.words[1]].end
            span = Span(start, end, written.text[start:end])
            sources = tuple(reading.sentences[at].span for at in sentences)
            yield Finding("swapped-roles", span, f"{span.text!r}: {RULES['swapped-roles']}", sources=sources)


def _stand_in(mentions: Sequence[Mention], act: Act) -> bool:
    return all(any(who & mention.actors for mention in mentions) for who in (act.doer, act.other))


def _find_acts(words: Sequence[Word], mentions: Sequence[Mention]) -> Iterator[Act]:
    for one in mentions:
        for other in mentions:
            gap = words[one.last + 1 : other.first]
            if one.actors and other.actors and one.last < other.first and len(gap) <= _LONGEST:
                yield from _acts_between(one, other, gap)


def _acts_between(one: Mention, other: Mention, gap: Sequence[Word]) -> Iterator[Act]:
    for at, word in enumerate(gap):
        before, after = {near.text for near in gap[:at]}, {near.text for near in gap[at + 1 :]}
        bound = all(text in _BEFORE or text.endswith("ly") for text in before)
        bound = bound and len(after) <= _MOST_AFTER and all(text in _AFTER or text not in FUNCTION for text in after)
        if bound and is_past(word) and word.stem not in _MUTUAL:
            places = (one.first, other.last)
            if "by" in after:
                yield Act(other.actors, word.stem, one.actors, places)
            elif not before & _BE:
                yield Act(one.actors, word.stem, other.actors, places)
