"""The words of an article and who is named in each sentence -> who stands there in disguise.

Generous on purpose: "she" may be any person named in its own sentence or since the last one that
named a person, "the mayor" anyone who bears the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summarize.facts.linking import Actor
from summarize.guard.stems import Word

_PERSONAL = frozenset({"he", "she", "his", "her", "him", "hers"})
_NEUTER = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "their", "them"})
# Sentences over which a pronoun may reach back to a name.
_REACH = 3


class Mention(NamedTuple):
    """The first and last word of a mention, and who it may be: places in `Inventory.actors`."""

    first: int
    last: int
    actors: frozenset[int]


def find_disguised(
    sentences: Sequence[Sequence[Word]],
    named: Sequence[Sequence[Mention]],
    actors: Sequence[Actor],
    bearers: Mapping[str, frozenset[int]],
) -> Iterator[list[Mention]]:
    """For each sentence, its pronouns and titles and whose they may be.

    `bearers`: the last word of a title, stemmed -> whose it is, as places in `actors`.
    """
    people: frozenset[int] = frozenset()
    before: frozenset[int] = frozenset()
    since = 0
    bodies = frozenset(at for at, actor in enumerate(actors) if actor.type != "person")
    persons = frozenset(at for at, actor in enumerate(actors) if actor.type in ("person", ""))
    for words, mentions in zip(sentences, named, strict=True):
        here = frozenset[int]().union(*(mention.actors for mention in mentions))
        now = here & persons
        since = 0 if now else since + 1
        people = people if since <= _REACH else frozenset()
        near = here | before
        whose = {**dict.fromkeys(_PERSONAL, now | people), **dict.fromkeys(_NEUTER, near & bodies)}
        whose |= dict.fromkeys(_PLURAL, near)
        yield [Mention(at, at, found) for at, word in enumerate(words) if (found := _whose(word, whose, bearers))]
        people, before = now or people, here


def _whose(word: Word, pronouns: Mapping[str, frozenset[int]], bearers: Mapping[str, frozenset[int]]) -> frozenset[int]:
    lower = word.text.lower()
    if lower in pronouns:
        return pronouns[lower]
    return bearers.get(word.stem, frozenset()) if word.text == lower else frozenset()
