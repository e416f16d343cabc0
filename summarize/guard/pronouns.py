"""A sentence that opens with a pronoun, what stands before it, and the article -> whom the pronoun should name.

Whom the article means is read from the words after the pronoun: where its sentence has the same
verb, or the same thing owned, the actor right before that is the one. Nothing is concluded where
the article does not say, or where two could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.data import Span, Task
from summarize.facts.roles import FUNCTION, MONTHS, SAID, WEEKDAYS
from summarize.guard.evidence import Evidence, find_findings
from summarize.guard.naming import find_fullest
from summarize.guard.reading import Mention
from summarize.guard.stems import Word, read_words
from summarize.guard.written import read_written

_OPENING = re.compile(r"(?:He|She|They|It|His|Her|Their|Its)\b")
# "Since March, he": an opening that names nobody, and then the pronoun.
_LATER = re.compile(
    rf"[A-Z]\w{{0,60}}\s[^A-Z,;“\"]{{0,60}}(?:(?:{'|'.join(sorted(MONTHS | WEEKDAYS))})[\s\d]*)?,\s(he|she|they|it)\b"
)
_OWNERS = frozenset({"his", "her", "their", "its"})
_PERSONAL = frozenset({"he", "she", "his", "her"})
_LIGHT = frozenset({"has", "have", "had", "will", "would", "was", "were", "is", "are", "also", "then", "later", "been"})
# After one of these a name is no subject.
_LINKED = frozenset({"of", "to", "by", "with", "for", "from", "in", "at", "against", "near", "and"})
_MOST_BETWEEN = 3
_LEAST_SHARE = 0.4
_REACH = 2


class Pronoun(NamedTuple):
    """A pronoun of a written sentence and the only actor of the article that stands in its place."""

    span: Span
    actor: int


def find_pronoun(text: str, evidence: Evidence) -> Pronoun | None:
    """Return the pronoun that a sentence opens with and whom it stands for, None if that is open."""
    found = _OPENING.match(text) or _LATER.match(text)
    if not found:
        return None
    group = found.lastindex or 0
    span = Span(found.start(group), found.end(group), found[group])
    actors = {find_fullest(actor, evidence.reading) for actor in _in_its_place(text, span, evidence)}
    return Pronoun(span, actors.pop()) if len(actors) == 1 else None


def is_misread(pronoun: Pronoun, before: Sequence[str], evidence: Evidence) -> bool:
    """Whether the last sentence `before` that names anyone whom the pronoun could be names only others."""
    for text in reversed(before[-_REACH:]):
        written = read_written(text, evidence.reading)
        could = {
            actor
            for mention in written.mentions
            for actor in mention.actors
            if _fits(pronoun.span.text, actor, evidence)
        }
        unknown = any(not mention.actors for mention in written.mentions)
        if could or unknown:
            return not unknown and pronoun.actor not in could
    return False


def name_it(text: str, pronoun: Pronoun, said: str, evidence: Evidence) -> str:
    """Return `text` with the name in place of the pronoun: in full unless it has been `said`."""
    actor = evidence.inventory.actors[pronoun.actor]
    name, start = actor.name, pronoun.span.start
    if actor.type == "person" and actor.name in said and _is_only(actor.name.split()[-1], evidence):
        name = actor.name.split()[-1]
    if actor.type != "person" and _takes_article(pronoun.actor, evidence):
        name = f"The {name}" if start == 0 else f"the {name}"
    owner = "'s" if pronoun.span.text.lower() in _OWNERS else ""
    return text[:start] + name + owner + text[pronoun.span.end :]


def stand_alone(task: Task, text: str, said: str, evidence: Evidence) -> str:
    """Return a sentence that opens with a pronoun with the name in its place, "" if that is open or at fault."""
    pronoun = find_pronoun(text, evidence)
    named = name_it(text, pronoun, said, evidence) if pronoun else ""
    return named if named and not find_findings(task, named, evidence) else ""


def _is_only(surname: str, evidence: Evidence) -> bool:
    names = (actor.name for actor in evidence.inventory.actors)
    return sum(surname in name.split()[1:] for name in names) == 1


def _takes_article(actor: int, evidence: Evidence) -> bool:
    text = evidence.inventory.sources[0].index.text
    found = evidence.inventory.actors[actor]
    return any(
        text[: mention.start].endswith(("the ", "The ")) for mention in found.mentions if mention.text == found.name
    )


def _fits(pronoun: str, actor: int, evidence: Evidence) -> bool:
    kind = evidence.inventory.actors[actor].type
    if pronoun.lower() in _PERSONAL:
        return kind in ("person", "")
    return kind != "person" or pronoun.lower() in ("they", "their")


def _in_its_place(text: str, span: Span, evidence: Evidence) -> Iterator[int]:
    """The actors that stand in the source sentence where the pronoun stands in `text`."""
    words = [word for word in read_words(text) if word.start >= span.end]
    telling = next((word for word in words if word.text.lower() not in _LIGHT), None)
    if not telling or (telling.text.lower() in FUNCTION and span.text.lower() not in _OWNERS):
        return
    for sentence in evidence.aligner.align(text)[:1]:
        place = evidence.reading.place(sentence.span)
        if place and evidence.aligner.share(text, sentence) >= _LEAST_SHARE:
            for mention in _subjects(telling, place.sentence, evidence):
                if len(mention.actors) == 1 and all(_fits(span.text, one, evidence) for one in mention.actors):
                    yield from mention.actors


def _subjects(telling: Word, sentence: int, evidence: Evidence) -> Iterator[Mention]:
    """The mentions right before a word of a source sentence with the same stem; after a verb of saying those behind."""
    words = evidence.reading.words[sentence]
    mentions = evidence.reading.mentions[sentence]
    for at in [number for number, word in enumerate(words) if word.stem == telling.stem]:
        before = [mention for mention in mentions if mention.last < at and at - mention.last - 1 <= _MOST_BETWEEN]
        nearest = max(before, key=lambda mention: mention.last, default=None)
        if nearest and _acts(nearest, at, words):
            yield nearest
        elif telling.text in SAID:
            yield from (mention for mention in mentions if mention.first == at + 1)


def _acts(mention: Mention, verb: int, words: Sequence[Word]) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between a name that is a subject and its verb."""
    between = words[mention.last + 1 : verb]
    light = all(word.text in _LIGHT or word.text.endswith("ly") for word in between)
    return light and not _is_linked(mention, words)


def _is_linked(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether a name stands after a preposition, or after another name and "and"."""
    return mention.first > 0 and words[mention.first - 1].text.lower() in _LINKED
