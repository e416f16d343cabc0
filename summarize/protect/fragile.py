"""Actors -> the words of their names, what each one is, and whether a model is likely to misspell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, Protocol

from summarize.data import Fact

Role = Literal["surname", "woman", "man", "person", "place", "group", "name"]

# Pieces beyond the fewest that a name can have with which a model is trusted. By the table of
# tests/benchmarks/protection.py lower limits save little, for English letters are copied well, and
# a place or an organisation that the model knows tells it what the news is about.
_SLACK: dict[Role, int] = {"surname": 3, "woman": 3, "man": 3, "person": 3, "place": 5, "group": 5, "name": 5}

_MARKS = "\u0300-\u036f"  # combining marks, which `\w` leaves out
_WORD = re.compile(rf"[^\W_](?:[\w{_MARKS}]|['’ʼ‘‐‑-](?=[^\W\d_]))*")
_ENDING = re.compile(r"(?:['’ʼ](?:s|m|d|ll|re|ve)|n['’ʼ]t)$", re.IGNORECASE)
# "al-Qarni", "d'Aubrac": the particle stays, so that the bare name is the same word.
_PARTICLE = re.compile(r"^(?:[a-z]+|A[ls]|E[ls]|Ash|Ad|An)['’ʼ‐‑-](?=[^\W\d_])")
_SUFFIXES = frozenset(("Jr", "Sr"))

_PRONOUNS: dict[str, Role] = {"she": "woman", "her": "woman", "he": "man", "his": "man", "him": "man"}
_HONORIFICS: dict[str, Role] = {"Ms": "woman", "Mrs": "woman", "Miss": "woman", "Mr": "man", "Sir": "man"}
_REACH = 160  # characters after a name in which a pronoun is taken to mean its bearer


class Vocabulary(Protocol):
    """How a model cuts words; an engine can tell."""

    def count_tokens(self, text: str) -> int:
        """Return the number of pieces that `text` is cut into."""

    def can_spell(self, word: str) -> bool:
        """Return whether the vocabulary can write `word` back exactly."""


def find_roles(actors: tuple[Fact, ...], text: str) -> dict[str, Role]:
    """Return the words of the actors' names, in order, and what each is most often.

    Left out are initials, acronyms, suffixes, particles and whatever holds a digit. "person" is a
    given name of unknown gender, "name" a word of any other actor.
    """
    seen: dict[str, Counter[Role]] = {}
    for actor in actors:
        words = list(_words(actor.span.text))
        for at, word in enumerate(words):
            role = _role(actor.type, is_last=at == len(words) - 1)
            base = word.removesuffix("s") if role == "group" else word
            seen.setdefault(base, Counter())[role] += 1
    roles = {word: counts.most_common(1)[0][0] for word, counts in seen.items()}
    return {word: _gender(word, actors, text) if role == "person" else role for word, role in roles.items()}


def is_fragile(word: str, role: Role, vocabulary: Vocabulary, fewest: int) -> bool:
    """Return whether a model is likely to misspell a word; `fewest` pieces are what the easiest names have.

    Letters beyond ASCII are always a risk: models have seen few of them, and write them wrong even
    where the vocabulary has them; typographic apostrophes they write straight.
    """
    if not word.isascii() or not vocabulary.can_spell(word):
        return True
    return min(map(vocabulary.count_tokens, (word, word.lower()))) > fewest + _SLACK[role]


def _words(name: str) -> Iterator[str]:
    for match in _WORD.finditer(name):
        word = _PARTICLE.sub("", _ENDING.sub("", match[0]))
        if _is_name(word):
            yield word


def _is_name(word: str) -> bool:
    is_initials = word.removesuffix("s").isupper()
    is_code = any(letter.isdigit() or letter == "_" for letter in word)
    return word[0].isupper() and not is_initials and not is_code and word not in _SUFFIXES


def _role(kind: str, is_last: bool) -> Role:
    if kind == "person":
        return "surname" if is_last else "person"
    return "place" if kind == "place" else "group" if kind == "group" else "name"


def _gender(given: str, actors: tuple[Fact, ...], text: str) -> Role:
    """Judge by the honorifics before and the pronouns after the names that `given` is part of."""
    names = {actor.span.text for actor in actors if given in actor.span.text}
    names |= {name.split()[-1] for name in names}
    votes: Counter[Role] = Counter()
    for match in re.finditer("|".join(map(re.escape, sorted(names, key=len, reverse=True))), text):
        before = re.findall(r"\w+", text[max(0, match.start() - 8) : match.start()])
        after = re.findall(r"\w+", text[match.end() : match.end() + _REACH])
        votes.update(_HONORIFICS[word] for word in before[-1:] if word in _HONORIFICS)
        votes.update(_PRONOUNS[word.lower()] for word in after if word.lower() in _PRONOUNS)
    if votes["woman"] == votes["man"]:
        return "person"
    return "woman" if votes["woman"] > votes["man"] else "man"
