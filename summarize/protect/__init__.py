"""Passage -> the same passage with fragile names swapped for plain ones, and any output of a model swapped back.

A model that writes piece by piece misspells names it has to make of many pieces. It is given
common names instead, one for each fragile word and the same everywhere, so that "Ngozi Adichie"
and "Adichie" stay one person; what it writes is swapped back, word for word.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from summarize.data import Fact, Passage
from summarize.protect.fragile import find_roles, is_fragile
from summarize.protect.surrogates import Stock
from summarize.protect.swap import Protection, Swap

__all__ = ["Protection", "Swap", "Vocabulary", "protect"]

# Pieces beyond the fewest that a name can have. Tuned on the tuning set: tests/benchmarks/protection.py.
_SLACK = {"surname":2,"woman":2,"man":2,"person":2,"name":9,"place":9,"group":9}


class Vocabulary(Protocol):
    """What is asked of a model: how it cuts words. An engine can tell."""

    def count_tokens(self, text: str) -> int:
        """Return the number of pieces that `text` is cut into."""

    def can_spell(self, word: str) -> bool:
        """Return whether the vocabulary can write `word` back exactly."""


def protect(
    passage: Passage, actors: tuple[Fact, ...], vocabulary: Vocabulary, is_common: Callable[[str], bool]
) -> Protection:
    """Swap the fragile words of the actors' names, wherever they stand in title and text.

    `actors` are those of the text and of the title; with none of them nothing is swapped. Words
    for which `is_common` are left, and so is a word for which no surrogate is left.
    """
    text = "\n".join(filter(None, (passage.title, passage.text)))
    roles = find_roles(actors, text)
    if not roles:
        return Protection(passage)
    stock = Stock(text, vocabulary.count_tokens)
    swaps = []
    for word, role in roles.items():
        if word not in text or is_common(word) or not is_fragile(word, vocabulary.can_spell, vocabulary.count_tokens, stock.fewest + _SLACK[role]):
            continue
        if surrogate := stock.take(word, role):
            swaps.append(Swap.of(word, surrogate, text))
    protection = Protection(passage, tuple(swaps))
    title = protection.hide(passage.title) if passage.title else passage.title
    return replace(protection, passage=replace(passage, title=title, text=protection.hide(passage.text)))
