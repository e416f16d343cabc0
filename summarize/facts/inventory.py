"""An article and its facts -> what it states, asked fact by fact of a written sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import islice

from summarize.data import Fact, Span
from summarize.facts.counting import count_lists
from summarize.facts.linking import Actor, link_actors
from summarize.facts.phrases import key
from summarize.facts.sources import Source, read_source
from summarize.facts.words import find_pieces

_MOST_SPANS = 5
# difflib's ratio: two letters amiss in a word of eight still count as near.
_NEAR = 0.75
# Characters from a number to what it counts: "seven new, additional agents".
_NEAR_NOUN = 30
_UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years", "decades"})


@dataclass(frozen=True, slots=True)
class Inventory:
    """What an article states: its text as far as `facts` go first among `sources`, then metadata, then all its text.

    `actors` are those of its text, linked; `facts` those that the inventory was taken of; `counts` are the
    sizes of its lists of names.
    """

    sources: tuple[Source, ...]
    actors: tuple[Actor, ...]
    facts: tuple[Fact, ...] = ()
    counts: frozenset[int] = frozenset()

    def states(self, fact: Fact) -> bool:
        """Whether the article states this fact of a written sentence.

        True as well of what no article need state: "now", "for months", and "one" where it is "a".
        """
        if fact.kind == "date" and fact.value.endswith("_REF"):
            return True
        if fact.kind == "figure" and fact.span.text.isalpha() and fact.value == "1":
            return True
        if fact.kind == "date" and fact.span.text in _UNITS:
            return True
        return any(next(source.find(fact), None) for source in self.sources)

    def counts_up(self, fact: Fact, things: str) -> bool:
        """Whether a small number may count names that the article lists, and it gives no number of those `things`."""
        return fact.value.isdecimal() and int(fact.value) in self.counts and not self.has_number_of(things)

    def has_number_of(self, things: str) -> bool:
        """Whether the article gives any number of some `things`: "seven new agents"."""
        text, noun = self.sources[-1].index.text, key(things)
        after = (find_pieces(text[one.span.end : one.span.end + _NEAR_NOUN]) for one in self.sources[0].figures)
        return any(key(piece.text) == noun for pieces in after for piece in pieces)

    def spans(self, fact: Fact) -> tuple[Span, ...]:
        """Where the article's text states it: at most five places, none if only its metadata does."""
        found = (
            dict.fromkeys(islice(source.find(fact), _MOST_SPANS)) for source in (self.sources[0], self.sources[-1])
        )
        return tuple(sorted(next(filter(None, found), ()), key=lambda span: span.start))

    def has_word(self, word: str) -> bool:
        """Whether a word stands in the article or beside it, in any case, as a plural or not."""
        return any(source.index.places.get(key(word)) for source in self.sources)

    def nearest(self, fact: Fact) -> str:
        """The article's spelling that comes closest to an actor it does not name, "" if none is near."""
        if fact.kind != "actor":
            return ""
        close = get_close_matches(fact.span.text, self._spellings(len(fact.span.text.split())), 1, _NEAR)
        return close[0] if close else ""

    def _spellings(self, size: int) -> list[str]:
        """The names of the article, and the parts of them that have `size` words."""
        found: dict[str, None] = {}
        for actor in self.actors:
            found[actor.name] = None
            words = actor.name.split()
            for start in range(len(words) - size + 1):
                found[" ".join(words[start : start + size])] = None
        return list(found)


def take_inventory(text: str, facts: tuple[Fact, ...], also: tuple[str, ...] = ()) -> Inventory:
    """Index what `text` states, in which `facts` were found; `also` are its title, place and date.

    The dates and figures of a text beyond `facts` are looked for only when those do not bear a fact out.
    """
    whole = read_source(text)
    measures = tuple(tuple(fact for fact in facts if fact.kind == kind) for kind in ("date", "figure"))
    known = replace(whole, measures=lambda: (measures[0], measures[1]))
    metadata = (read_source(part, is_metadata=True) for part in also)
    actors = link_actors(whole.names)
    counts = count_lists(text, [mention for actor in actors for mention in actor.mentions])
    return Inventory((known, *metadata, whole), actors, facts, counts)
