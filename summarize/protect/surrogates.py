"""The stock of surrogates, and the choice of one that a text has no trace of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from unicodedata import normalize

from summarize.protect.fragile import Role

_FILE = Path(__file__).with_name("surrogates.txt")

# What is tried, in this order, for a word in each role.
_POOLS: dict[Role, tuple[str, ...]] = {
    "surname": ("surname",),
    "woman": ("woman", "person"),
    "man": ("man", "person"),
    "person": ("person", "man", "woman"),
    "place": ("place", "surname"),
    "group": ("group", "surname"),
    "name": ("surname",),
}
_VOWELS = frozenset("AEIOU")


class Stock:
    """Hands out surrogates, each once, for one text.

    None of them stands anywhere in the text, not even inside a word or in another case: what a
    model makes of one can only mean the word it stands for.
    """

    def __init__(self, text: str, count_tokens: Callable[[str], int]) -> None:
        self._text = text.casefold()
        self._count_tokens = count_tokens
        # One piece in the built-in vocabulary; in another, only the names that come nearest to it are used.
        self.fewest = min(count_tokens(name) for names in pools().values() for name in names)

    def take(self, word: str, role: Role) -> str | None:
        """Return the best surrogate left for `word`, None if there is none."""
        free = [name for name in self._candidates(role) if name.casefold() not in self._text]
        # Where it can be helped, "an Osei ally" does not become "an Patterson ally".
        free.sort(key=lambda name: _opens_on_vowel(name) != _opens_on_vowel(word))
        if not free:
            return None
        self._text += f" {free[0].casefold()}"
        return free[0]

    def _candidates(self, role: Role) -> Iterator[str]:
        names = (name for pool in _POOLS[role] for name in pools()[pool])
        return (name for name in names if self._count_tokens(name) == self.fewest)


@cache
def pools() -> Mapping[str, tuple[str, ...]]:
    """Return the surrogates of each kind, best first."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
            found[kind] = ()
        elif not line.startswith("#"):
            found[kind] += tuple(line.split())
    return found


def _opens_on_vowel(word: str) -> bool:
    return normalize("NFD", word)[0] in _VOWELS
