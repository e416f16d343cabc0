"""An article and its facts -> where each fact stands among the words, so that a sentence can be held against it.

A mention stands under a name, or in disguise: "she" after a person, "the mayor" for who bears
the title, "the council" for a body whose name ends so. The reading is generous: a pronoun may be
anyone named in its own sentence or since the last one that named a person.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from math import log
from typing import NamedTuple

from summarize.data import Fact, Sentence, Span
from summarize.facts.gazetteer import gazetteer
from summarize.facts.inventory import Inventory
from summarize.facts.roles import FUNCTION
from summarize.facts.words import plain
from summarize.guard.align import Aligner
from summarize.guard.mentions import Mention as Mention
from summarize.guard.mentions import find_disguised
from summarize.guard.speech import is_speaker
from summarize.guard.stems import Word, read_words, stem


class Place(NamedTuple):
    """Which sentence of the article, and which word of it."""

    sentence: int
    word: int


class Standing(NamedTuple):
    """A fact of the article at one of its places."""

    place: Place
    fact: Fact


@dataclass(frozen=True)  # no slots: what is asked of an article is worked out when first asked, and kept
class Reading:
    """One article as sentences of words, with the places of its facts."""

    inventory: Inventory
    aligner: Aligner
    sentences: tuple[Sentence, ...]
    _known: dict[tuple[str, str], frozenset[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    _marked: dict[str, dict[str, frozenset[Place]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence; their offsets index the article."""
        return tuple(read_words(sentence.span.text, sentence.span.start) for sentence in self.sentences)

    @cached_property
    def telling(self) -> tuple[tuple[int, ...], ...]:
        """For each sentence, how many of its words before each word are more than grammar."""
        return tuple(
            tuple(accumulate((word.text.lower() not in FUNCTION for word in words), initial=0)) for words in self.words
        )

    @cached_property
    def index(self) -> Mapping[str, Mapping[int, tuple[int, ...]]]:
        """Stem -> sentence -> the words of it that have this stem."""
        found: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, words in enumerate(self.words):
            for number, word in enumerate(words):
                found[word.stem][at].append(number)
        return {one: {at: tuple(places) for at, places in rows.items()} for one, rows in found.items()}

    @cached_property
    def standing(self) -> Mapping[int, tuple[Standing, ...]]:
        """Sentence -> the actors, dates and figures that it names."""
        found: defaultdict[int, list[Standing]] = defaultdict(list)
        for actor in self.inventory.actors:
            for span in actor.mentions:
                if place := self.place(span):
                    found[place.sentence].append(Standing(place, Fact("actor", span, actor.name, actor.type)))
        for fact in (*self.inventory.sources[0].dates, *self.inventory.sources[0].figures):
            if place := self.place(fact.span):
                found[place.sentence].append(Standing(place, fact))
        return {at: tuple(facts) for at, facts in found.items()}

    @cached_property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        """Who stands in each sentence, by name or in disguise, in order."""
        disguises = find_disguised(self.words, self.named, self.inventory.actors, self.bearers)
        everyone = [sorted((*names, *disguised)) for names, disguised in zip(self.named, disguises, strict=True)]
        return tuple(map(tuple, everyone))

    @cached_property
    def spoken(self) -> frozenset[Place]:
        """Where somebody speaks."""
        return frozenset(
            Place(at, mention.first)
            for at, mentions in enumerate(self.mentions)
            for mention in mentions
            if self._is_speaker(at, mention)
        )

    @cached_property
    def speakers(self) -> tuple[frozenset[int], ...]:
        """Who speaks in each sentence."""
        return tuple(
            frozenset().union(*(one.actors for one in mentions if Place(at, one.first) in self.spoken))
            for at, mentions in enumerate(self.mentions)
        )

    def _is_speaker(self, at: int, mention: Mention) -> bool:
        span, words = self.sentences[at].span, self.words[at]
        last = words[min(mention.last, len(words) - 1)]  # a name may run over the end of its sentence
        return is_speaker(span.text, words[mention.first].start - span.start, last.end - span.start)

    def rarity(self, one: str) -> float:
        """How much a stem tells (inverse document frequency), 0 if the article lacks it."""
        sentences = self.index.get(one)
        return log(1 + len(self.sentences) / len(sentences)) if sentences else 0.0

    def marked(self, name: str, marks: Callable[[Sequence[Word]], frozenset[int]]) -> Mapping[str, frozenset[Place]]:
        """Stem -> where `marks` (known by its name) finds words with it, over all sentences."""
        if name not in self._marked:
            found: defaultdict[str, set[Place]] = defaultdict(set)
            for at, words in enumerate(self.words):
                for number in marks(words):
                    found[words[number].stem].add(Place(at, number))
            self._marked[name] = {one: frozenset(places) for one, places in found.items()}
        return self._marked[name]

    def is_whole(self, text: str) -> bool:
        """Whether `text` is a sentence of the article, or its title."""
        return plain(text).rstrip(".") in self._verbatim

    def actors_of(self, fact: Fact) -> frozenset[int]:
        """The actors that a name in a written sentence may be."""
        key = fact.span.text, fact.value
        if key not in self._known:
            owners = (self._owner.get(span.start) for span in self._spans(fact))
            self._known[key] = frozenset(owner for owner in owners if owner is not None)
        return self._known[key]

    def places_of(self, fact: Fact) -> frozenset[Place]:
        """Where the article states a fact of a written sentence, disguises of an actor included."""
        found = {place for span in self._spans(fact) if (place := self.place(span))}
        for actor in self.actors_of(fact) if fact.kind == "actor" else ():
            found |= self._actor_places.get(actor, set())
        if fact.type == "person":  # two of one surname may be one: which of them is not asked here
            found |= self._surnamed.get(fact.value.split()[-1], set())
        return frozenset(found)

    def place(self, span: Span) -> Place | None:
        """Where a span of the article begins, None if that is in none of the sentences."""
        at = max(bisect_right(self._starts, span.start) - 1, 0)
        if not self.sentences[at].span.start <= span.start < self.sentences[at].span.end:
            return None
        words = self.words[at]
        return Place(at, bisect_right(words, span.start, key=lambda word: word.end))

    def _spans(self, fact: Fact) -> tuple[Span, ...]:
        source = self.inventory.sources[0]
        if fact.kind == "actor":  # the thorough search only where the plain one fails: it is slow
            forms = dict.fromkeys((fact.span.text, fact.value, *gazetteer().alike.get(fact.value, ())))
            if spans := [span for form in forms for span in source.index.find(form)]:
                return (*spans, *self._initials(fact))
        return (*source.find(fact), *self._initials(fact))

    def _initials(self, fact: Fact) -> Iterator[Span]:
        """As "DOE" is the "Department of Energy"."""
        words = [word for word in fact.value.split() if word[0].isalpha()]
        if fact.kind == "actor" and len(words) > 1:
            yield from self.inventory.sources[0].index.find("".join(word[0] for word in words).upper())

    @cached_property
    def _verbatim(self) -> frozenset[str]:
        metadata = (source.index.text for source in self.inventory.sources[1:])
        return frozenset(plain(text).rstrip(".") for text in (*(one.plain for one in self.sentences), *metadata))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    @cached_property
    def _owner(self) -> Mapping[int, int]:
        """Where a name begins -> whose it is."""
        return {span.start: at for at, actor in enumerate(self.inventory.actors) for span in actor.mentions}

    @cached_property
    def named(self) -> tuple[tuple[Mention, ...], ...]:
        """Who stands in each sentence by name."""
        found: list[list[Mention]] = [[] for _ in self.sentences]
        for number, actor in enumerate(self.inventory.actors):
            for span in actor.mentions:
                if place := self.place(span):
                    last = place.word + len(read_words(span.text)) - 1
                    found[place.sentence].append(Mention(place.word, last, frozenset({number})))
        return tuple(map(tuple, found))

    @cached_property
    def _actor_places(self) -> Mapping[int, set[Place]]:
        found: defaultdict[int, set[Place]] = defaultdict(set)
        for at, mentions in enumerate(self.mentions):
            for mention in mentions:
                for actor in mention.actors:
                    found[actor].add(Place(at, mention.first))
        return found

    @cached_property
    def _surnamed(self) -> Mapping[str, set[Place]]:
        """Last word of a name -> where those who bear it stand under a name."""
        found: defaultdict[str, set[Place]] = defaultdict(set)
        for facts in self.standing.values():
            for place, fact in facts:
                if fact.kind == "actor":
                    found[fact.value.split()[-1]].add(place)
        return found

    @cached_property
    def bearers(self) -> Mapping[str, frozenset[int]]:
        """The last word of a title or of a body's name -> whose it is."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for at, actor in enumerate(self.inventory.actors):
            for title in actor.titles:
                found[stem(title.split()[-1])].add(at)
            if actor.type == "organisation" and " " in actor.name:
                found[stem(actor.name.split()[-1])].add(at)
        return {one: frozenset(bearers) for one, bearers in found.items()}
