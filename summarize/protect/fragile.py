"""Actors -> the words in their names that a model is likely to misspell, and what each one is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from summarize.data import Fact

_MARK = "\u0300-\u036f"  # combining marks, which `\w` leaves out
_UNIT = re.compile(rf"[^\W_](?:[\w{_MARK}]|['’ʼ‘‐‑-](?=[^\W\d_]))*")
_ENDING = re.compile(r"(?:['’ʼ](?:s|m|d|ll|re|ve)|n['’ʼ]t)$", re.IGNORECASE)  # "Osei's", "Osei'll"
# "al-Shaddadi", "d'Aubrac": the particle stays, so that the bare name is the same word.
_PARTICLE = re.compile(r"^(?:[a-z]+|A[ls]|E[ls]|Ash|Ad|An)['’ʼ‐‑-](?=[^\W\d_])")

_SUFFIXES = frozenset(("Jr", "Sr"))

_PRONOUNS = {"she": "woman", "her": "woman", "he": "man", "his": "man", "him": "man"}
_HONORIFICS = {"Ms": "woman", "Mrs": "woman", "Miss": "woman", "Lady": "woman", "Dame": "woman", "Mr": "man", "Sir": "man"}
_REACH = 160  # characters after a name in which a pronoun is taken to mean its bearer


def find_roles(actors: tuple[Fact, ...], text: str) -> dict[str, str]:
    """Return every capitalised word of the actors' names, in order, and its role.

    A role is surname, woman, man or person (given names), place or group.
    """
    seen: dict[str, Counter[str]] = {}
    for actor in actors:
        words = list(_words(actor.span.text))
        for at, word in enumerate(words):
            role = _role(actor.type, is_last=at == len(words) - 1)
            base = word[:-1] if role == "group" and word.endswith("s") else word
            seen.setdefault(base, Counter())[role] += 1
    roles = {word: counts.most_common(1)[0][0] for word, counts in seen.items()}
    return {word: _gender(word, actors, text) if role == "person" else role for word, role in roles.items()}


def is_fragile(word: str, can_spell: Callable[[str], bool], count_tokens: Callable[[str], int], limit: int) -> bool:
    """Return whether a model would have to write `word` in more than `limit` pieces, or could not at all."""
    return not word.isascii() or not can_spell(word) or min(count_tokens(word), count_tokens(word.lower())) > limit


def _words(name: str) -> Iterator[str]:
    """The words of a name that can be swapped: no initials, numbers, abbreviations or particles."""
    for match in _UNIT.finditer(name):
        word = _PARTICLE.sub("", _ENDING.sub("", match[0]))
        if _is_name(word):
            yield word


def _is_name(word: str) -> bool:
    is_initials = word.removesuffix("s").isupper()
    is_code = any(letter.isdigit() or letter == "_" for letter in word)
    return word[0].isupper() and not is_initials and not is_code and word not in _SUFFIXES


def _role(kind: str, is_last: bool) -> str:
    if kind in ("place", "group"):
        return kind
    if kind != "person":
        return "name"
    return "surname" if is_last else "person"


def _gender(given: str, actors: tuple[Fact, ...], text: str) -> str:
    """Judge by honorifics before and pronouns after the names that `given` is part of."""
    names = {actor.span.text for actor in actors if given in actor.span.text}
    names |= {name.split()[-1] for name in names}
    votes: Counter[str] = Counter()
    for match in re.finditer("|".join(map(re.escape, sorted(names, key=len, reverse=True))), text):
        before = re.findall(r"\w+", text[max(0, match.start() - 8) : match.start()])
        after = re.findall(r"\w+", text[match.end() : match.end() + _REACH])
        votes.update(_HONORIFICS[word] for word in before[-1:] if word in _HONORIFICS)
        votes.update(_PRONOUNS[word.lower()] for word in after if word.lower() in _PRONOUNS)
    (first, most), (_, next_most) = (*votes.most_common(2), ("person", 0), ("person", 0))[:2]
    return first if most > next_most else "person"
