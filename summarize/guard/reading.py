"""An article and its facts -> where each fact stands among the words, so that a sentence can be held against it.

A mention stands under a name, or in disguise: "she" after a person, "the mayor" for who bears
the title, "the council" for a body whose name ends so. The reading is generous: a pronoun may be
anyone named in its own sentence or since the last one that named a person.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple

from summarize.data import Fact, Sentence, Span
from summarize.facts.inventory import Inventory
from summarize.guard.align import Aligner
from summarize.guard.stems import Word, read_words, stem

_PERSONAL = frozenset({"he", "she", "his", "her", "him", "hers"})
_PLURAL = frozenset({"it", "its", "they", "their", "them"})
# Sentences over which a pronoun may reach back to a name.
_REACH = 3


class Place(NamedTuple):
    """Which sentence of the article, and which word of it."""

    sentence: int
    word: int


@dataclass(frozen=True)  # no slots: what is asked of an article is worked out when first asked, and kept
class Reading:
    """One article as sentences of words, with the places of its facts.

    Actors are numbers: the places of `inventory.actors`.
    """

    inventory: Inventory
    aligner: Aligner
    sentences: tuple[Sentence, ...]

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence; their offsets index the article."""
        return tuple(read_words(sentence.span.text, sentence.span.start) for sentence in self.sentences)

    @cached_property
    def index(self) -> Mapping[str, Mapping[int, tuple[int, ...]]]:
        """Stem -> sentence -> the words of it that have this stem."""
        found: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, words in enumerate(self.words):
            for number, word in enumerate(words):
                found[word.stem][at].append(number)
        return {one: {at: tuple(places) for at, places in rows.items()} for one, rows in found.items()}

    def rarity(self, one: str) -> float:
        """How much a stem tells (inverse document frequency), 0 if the article lacks it."""
        sentences = self.index.get(one)
        return log(1 + len(self.sentences) / len(sentences)) if sentences else 0.0

    def actors_of(self, fact: Fact) -> frozenset[int]:
        """The actors that a mention in a written sentence may be."""
        spans = self.inventory.sources[0].find(fact)
        return frozenset(self._owner[span.start] for span in spans if span.start in self._owner)

    def places_of(self, fact: Fact) -> frozenset[Place]:
        """Where the article states a fact of a written sentence, disguises of an actor included."""
        found = {self.place(span) for span in self.inventory.sources[0].find(fact)}
        for actor in self.actors_of(fact) if fact.kind == "actor" else ():
            found |= self.actor_places[actor]
        return frozenset(found)

    def place(self, span: Span) -> Place:
        """Where a span of the article begins."""
        at = max(bisect_right(self._starts, span.start) - 1, 0)
        words = self.words[at]
        return Place(at, next((number for number, word in enumerate(words) if word.end > span.start), len(words)))

    @cached_property
    def actor_places(self) -> tuple[frozenset[Place], ...]:
        """Where each actor stands, by name or in disguise."""
        found = [set(places) for places in self.named]
        for actor, place in self._disguises():
            found[actor].add(place)
        return tuple(map(frozenset, found))

    @cached_property
    def named(self) -> tuple[frozenset[Place], ...]:
        """Where each actor stands by name."""
        return tuple(frozenset(map(self.place, actor.mentions)) for actor in self.inventory.actors)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    @cached_property
    def _owner(self) -> Mapping[int, int]:
        """Where a name begins -> whose it is."""
        return {span.start: at for at, actor in enumerate(self.inventory.actors) for span in actor.mentions}

    def _disguises(self) -> Iterator[tuple[int, Place]]:
        bearers = self._bearers()
        people: set[int] = set()
        others: set[int] = set()
        since = 0
        for at, words in enumerate(self.words):
            named = {actor for actor, places in enumerate(self.named) if any(place.sentence == at for place in places)}
            now = {actor for actor in named if self.inventory.actors[actor].type in ("person", "")}
            since = 0 if now else since + 1
            people = now | (people if since <= _REACH else set())
            for number, word in enumerate(words):
                lower = word.text.lower()
                if lower in _PERSONAL:
                    yield from ((actor, Place(at, number)) for actor in people)
                elif lower in _PLURAL:
                    yield from ((actor, Place(at, number)) for actor in named | others)
                elif word.text == lower:
                    yield from ((actor, Place(at, number)) for actor in bearers.get(word.stem, ()))
            people = now or people
            others = named

    def _bearers(self) -> Mapping[str, set[int]]:
        """The last word of a title or a body's name -> whose it is."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for at, actor in enumerate(self.inventory.actors):
            for title in actor.titles:
                found[stem(title.split()[-1])].add(at)
            if actor.type == "organisation" and " " in actor.name:
                found[stem(actor.name.split()[-1])].add(at)
        return found
