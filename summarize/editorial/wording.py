"""A quotation that an article does not have, and its text -> the quotation with the article's words in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from summarize.facts.words import plain

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LEAST_WORDS = 3
# Of the words of a quotation at least this share must be the article's for it to be the same quotation.
_ALIKE = 0.6


class Wording(NamedTuple):
    """A quotation as the article has it, how many words it has, and how many of them were written otherwise."""

    text: str
    words: int
    changes: int


class _Word(NamedTuple):
    key: str
    start: int
    end: int


def find_wording(quote: str, article: str) -> Wording | None:
    """Return the quotation that is meant: that of which the fewest words differ; None if none or two are near.

    Only the words that differ are the article's; the others stay as they are written, and so do the marks.
    """
    asked, words = _words(quote), _words(article)
    if len(asked) < _LEAST_WORDS:
        return None
    found: dict[str, tuple[int, int, bool]] = {}
    for window in _windows(asked, words):
        opcodes = _opcodes(asked, window)
        changes = sum(max(b - a, d - c) for tag, a, b, c, d in opcodes if tag != "equal")
        if changes <= (1 - _ALIKE) * len(asked):
            text = _corrected(quote, article, asked, window)
            # A word that is lost inside beats one that is wrong at the edge: "would [not] consider".
            edges = (window[0].key != asked[0].key) + (window[-1].key != asked[-1].key)
            rank = changes, edges, len(window) != len(asked)
            found[text] = min(found.get(text, rank), rank)
    best = min(found.values(), default=None)
    nearest = [text for text, rank in found.items() if rank == best]
    return Wording(nearest[0], len(asked), best[0]) if best and len(nearest) == 1 else None


def _words(text: str) -> list[_Word]:
    return [_Word(plain(match[0]).casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]


def _windows(asked: Sequence[_Word], words: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """Yield runs of the article's words that share enough places with the quotation, give or take a word of length."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(asked):
        places.setdefault(word.key, []).append(at)
    votes = Counter(at - place for at, word in enumerate(words) for place in places.get(word.key, ()))
    for start in [start for start in votes if start >= 0]:
        if sum(votes[start + shift] for shift in (-1, 0, 1)) < (_ALIKE - 1 / len(asked)) * len(asked):
            continue
        for first in (start, start - 1) if start else (start,):
            for size in (len(asked), len(asked) - 1, len(asked) + 1):
                if first + size <= len(words):
                    yield words[first : first + size]


def _opcodes(asked: Sequence[_Word], window: Sequence[_Word]) -> Sequence[tuple[str, int, int, int, int]]:
    keys = [word.key for word in asked], [word.key for word in window]
    return SequenceMatcher(None, *keys, autojunk=False).get_opcodes()


def _corrected(quote: str, article: str, asked: Sequence[_Word], window: Sequence[_Word]) -> str:
    for tag, a, b, c, d in reversed(_opcodes(asked, window)):
        if tag == "equal":
            continue
        words = " ".join(article[window[c].start : window[d - 1].end].split()) if d > c else ""
        words = words if "’" in quote else words.replace("’", "'")
        if tag == "replace":
            start, end = asked[a].start, asked[b - 1].end
        elif a == len(asked):
            start, end, words = asked[-1].end, asked[-1].end, f" {words}"
        elif tag == "insert":
            start, end, words = asked[a].start, asked[a].start, f"{words} "
        else:
            start, end = _gap(asked, a, b)
        quote = quote[:start] + words + quote[end:]
    return quote


def _gap(asked: Sequence[_Word], first: int, last: int) -> tuple[int, int]:
    """Return the place of words that go, with the space on one side of them."""
    if last < len(asked):
        return asked[first].start, asked[last].start
    return (asked[first - 1].end if first else asked[first].start), asked[last - 1].end
