"""One written sentence as the guard reads it beside its article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarize.data import Fact, Span
from summarize.facts import find_facts
from summarize.guard.reading import Mention, Reading
from summarize.guard.stems import Word, read_words


@dataclass(frozen=True, slots=True)
class Written:
    """A written sentence, its facts, its words and who is named in it; offsets index `text`."""

    text: str
    facts: tuple[Fact, ...]
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]

    @property
    def named(self) -> tuple[Fact, ...]:
        """The actors among its facts, one for each of `mentions`."""
        return tuple(fact for fact in self.facts if fact.kind == "actor")

    @property
    def actors(self) -> frozenset[int]:
        """Every actor of the article that the sentence may name."""
        return frozenset().union(*(mention.actors for mention in self.mentions))

    def range(self, span: Span) -> tuple[int, int]:
        """The first and last word of a span."""
        return _range(self.words, span)


@lru_cache(maxsize=256)  # a sentence is asked for its facts by several rules, and stands in several drafts
def find_written_facts(text: str) -> tuple[Fact, ...]:
    """Find the facts of a written sentence."""
    return find_facts(text)


def read_written(text: str, reading: Reading) -> Written:
    """Read a written sentence."""
    facts, words = find_written_facts(text), read_words(text)
    mentions = tuple(
        Mention(*_range(words, fact.span), reading.actors_of(fact)) for fact in facts if fact.kind == "actor"
    )
    return Written(text, facts, words, mentions)


def _range(words: tuple[Word, ...], span: Span) -> tuple[int, int]:
    inside = [at for at, word in enumerate(words) if word.start < span.end and word.end > span.start]
    return inside[0], inside[-1]
