"""Passage -> the same passage with fragile names swapped for plain ones, and what a model writes of it swapped back.

A model that writes piece by piece misspells names that it has to make of many or of rare pieces.
It is given common names instead, one for each fragile word and the same everywhere, so that full
name and surname stay one person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from summarize.data import Fact, Passage
from summarize.protect.fragile import Vocabulary, find_roles, is_fragile
from summarize.protect.surrogates import Stock
from summarize.protect.swap import Protection, Swap

__all__ = ["Protection", "Vocabulary", "protect"]


def protect(
    passage: Passage, actors: tuple[Fact, ...], vocabulary: Vocabulary, is_common: Callable[[str], bool]
) -> Protection:
    """Swap the fragile words of the actors' names, wherever they stand in title and text.

    `actors` are those of the text and of the title; without any, nothing is swapped. A word that
    `is_common` says is an ordinary one is left, and so is one that no surrogate is left for.
    """
    text = "\n".join(filter(None, (passage.title, passage.text)))
    stock = Stock(text, vocabulary.count_tokens)
    swaps = []
    for word, role in find_roles(actors, text).items():
        if word not in text or is_common(word) or not is_fragile(word, role, vocabulary, stock.fewest):
            continue
        if surrogate := stock.take(word, role):
            swaps.append(Swap.of(word, surrogate, text))
    protection = Protection(passage, tuple(swaps))
    return replace(protection, passage=protection.cover(passage))
