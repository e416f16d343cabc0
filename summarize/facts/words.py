"""Text -> word pieces with offsets, and the word lists that the finders ask.

A piece is a word, a number or a dotted abbreviation; a hyphen separates pieces, an apostrophe
inside a word does not, so "pro-Assad's" is `pro`, `Assad's`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent
_PIECE = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # U.S. or U.S.A
    r"|\d+(?:[.,]\d+)*(?:[^\W_]|(?<=\w)[\u0300-\u036f])*"  # 1,200 or 20th
    r"|[^\W_](?:[^\W_]|[\u0300-\u036f]|['’ʼ‘](?=[^\W_])|&(?=[A-Z]))*"  # O'Brien, AT&T
)
_ENDS = ("'", "’", "ʼ")
_PLAIN = str.maketrans(
    dict.fromkeys("’‘ʼ‛`´", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‐‑–—−", "-") | {"\u00a0": " "}
)


class Piece(NamedTuple):
    """A word of a text: `text_it_indexes[start:end] == text`."""

    start: int
    end: int
    text: str


def find_pieces(text: str) -> list[Piece]:
    """Every word, number and dotted abbreviation of `text`, in order."""
    return [Piece(match.start(), match.end(), match[0]) for match in _PIECE.finditer(text)]


def plain(text: str) -> str:
    """`text` on one line, with straight quotation marks and simple hyphens."""
    return " ".join(text.translate(_PLAIN).split())


def lowered(text: str) -> str:
    """`text` in small letters, of the same length: patterns that ignore case take twice as long."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def listed(text: str) -> tuple[str, ...]:
    """The words of a list that is written as text, to be read as one."""
    return tuple(text.split())


def bare(word: str) -> str:
    """`word` without its possessive ending, or several: "Gantz's" is "Gantz", and so is "Gantz's's"."""
    end = len(word)
    while end and (word[end - 1] in _ENDS or (end > 1 and word[end - 1] in "sS" and word[end - 2] in _ENDS)):
        end -= 1 if word[end - 1] in _ENDS else 2
    return word[:end]


@cache
def common_words() -> frozenset[str]:
    """Words that English writes in lower case (see `training/lexicon.py`)."""
    return frozenset((_FOLDER / "lexicon.txt").read_text(encoding="utf-8").split())


def is_common(word: str) -> bool:
    """Whether a word is an ordinary one, whatever its case: "Officials" is."""
    lower = word.lower()
    return lower in common_words() or (lower.endswith("'s") and lower[:-2] in common_words())
