"""Text -> runs: the stretches of capitalised words that may hold names, and what surrounds them.

Nothing is decided here about what a run names: "Defense Minister Benny Gantz" is one run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from summarize.facts.roles import (
    FOR_HEADS,
    FUNCTION,
    LEADING_PARTICLES,
    OPEN_ABBREVIATIONS,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from summarize.facts.words import Piece, bare, find_pieces, is_common

_LINE = re.compile(r"[^\n]+")
_ENDING = re.compile(r"[.!?:;…•|]|\n|[“\"«‘(\[—]\s*$|--")
# A line this long that has no end is taken for wrapped prose: its last word goes on below.
_WRAPPED = 60
# No name is longer; the bound keeps a page of capitals linear.
_LONGEST = 40
_HEADING_SHARE = 0.7
_HEADING_WORDS = 28


@dataclass(frozen=True, slots=True)
class Words:
    """The pieces of a text, and of each: is it `weak`, capitalised by its place alone?

    `named` holds the words that occur capitalised where nothing but being a name explains it,
    `lower` those that occur in lower case.
    """

    text: str
    pieces: list[Piece]
    weak: list[bool]
    named: frozenset[str]
    lower: frozenset[str]

    def gap(self, at: int) -> str:
        """What stands between piece `at` and the one before it."""
        return self.text[self.pieces[at - 1].end if at else 0 : self.pieces[at].start]

    def word(self, at: int) -> str:
        return bare(self.pieces[at].text)


def read_words(text: str) -> Words:
    """Cut `text` into pieces and note which capitals tell nothing."""
    pieces = find_pieces(text)
    headings = _find_headings(text)
    starts = [start for start, _ in headings]
    weak: list[bool] = []
    named: set[str] = set()
    lower: set[str] = set()
    end = 0
    for piece in pieces:
        if piece.text[0].isupper():
            at = bisect_right(starts, piece.start) - 1
            heading = at >= 0 and piece.start < headings[at][1]
            weak.append(heading or _begins(text[end : piece.start], weak, pieces))
            if not weak[-1]:
                named.add(bare(piece.text))
        else:
            weak.append(False)
            lower.add(bare(piece.text))
        end = piece.end
    return Words(text, pieces, weak, frozenset(named), frozenset(lower))


def _begins(gap: str, before: list[bool], pieces: list[Piece]) -> bool:
    """Whether a word after `gap` begins a sentence, a line or a quotation."""
    if not before or not _ENDING.search(gap):
        return not before
    previous = pieces[len(before) - 1].text
    dotted = gap.lstrip(".").strip(" \u00a0") == "" and "." in gap
    return not (dotted and (previous in OPEN_ABBREVIATIONS or (len(previous) == 1 and previous.isupper())))


def _find_headings(text: str) -> list[tuple[int, int]]:
    """Lines in capitals or title case: there a capital letter does not make a name."""
    return [line.span() for line in _LINE.finditer(text) if _is_heading(line[0])]


def _is_heading(line: str) -> bool:
    if len(line) > 400 or line.lstrip()[:1].islower():
        return False
    words = [word.strip("\"'“”‘’()[],:;.") for word in line.split()]
    words = [word for word in words if word[:1].isalpha()]
    if sum(character.isupper() for character in line) > 0.7 * sum(character.isalpha() for character in line):
        return len(words) > 1
    long = [word for word in words if len(word) > 3]
    capital = sum(word[0].isupper() for word in long)
    ends = line.rstrip().endswith((".", "”", '"'))
    return not ends and 2 < len(words) < _HEADING_WORDS and len(long) > 1 and capital >= _HEADING_SHARE * len(long)


def find_runs(words: Words) -> Iterator[list[int]]:
    """Yield each run as the places of its pieces, in order of position."""
    at, done, size = 0, 0, len(words.pieces)
    while at < size:
        if not words.pieces[at].text[0].isupper():
            at += 1
            continue
        end = _run_end(words, at)
        yield [*range(_leading(words, at, done), end)]
        at = done = end


def _leading(words: Words, start: int, least: int) -> int:
    """Take in lower-case particles before a run: "said van der Berg"."""
    while start > least and words.pieces[start - 1].text in LEADING_PARTICLES and words.gap(start) in (" ", "-"):
        start -= 1
    return start


def _run_end(words: Words, start: int) -> int:
    end = start + 1
    while end < min(len(words.pieces), start + _LONGEST):
        if _joins(words, end):
            end += 1
        elif further := _through_small_words(words, start, end):
            end = further
        else:
            break
    return end


def _joins(words: Words, at: int) -> bool:
    """Whether the capitalised piece `at` continues the run that ends before it."""
    text, gap = words.pieces[at].text, words.gap(at)
    previous = words.pieces[at - 1].text
    if gap in ("-", "‑", "‐"):
        party = previous in ("R", "D", "I") and words.gap(at - 1).endswith("(")  # (R-Ohio)
        return (text[0].isupper() and not party) or text[0].isdigit()
    if not text[0].isupper():
        return text == "plc" and gap == " "
    if gap in (" ", "\u00a0"):
        return not (previous.endswith(".") and text.lower() in FUNCTION)
    if gap in (" & ", "&"):
        return True
    if gap == ", ":
        return text in SUFFIXES
    if "." in gap:
        return gap in (". ", ".\u00a0", ".") and _is_abbreviation(previous) and text.lower() not in FUNCTION
    return _is_wrap(words, at) and not is_common(text)


def _is_abbreviation(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word in OPEN_ABBREVIATIONS


def _is_wrap(words: Words, at: int) -> bool:
    """Whether a prose line breaks before piece `at`."""
    gap, start = words.gap(at), words.pieces[at].start
    if gap.strip(" ") != "\n":
        return False
    line = words.text.rfind("\n", 0, words.pieces[at - 1].end) + 1
    return start - line > _WRAPPED and not words.weak[at - 1]


def _through_small_words(words: Words, start: int, at: int) -> int:
    """The end of the run if small lower-case words and a capital continue it, else 0."""
    small, gap = words.pieces[at].text, words.gap(at)
    if gap not in (" ", "-", "\u00a0", ", "):
        return 0
    if gap != ", " and small in PARTICLES:
        return _after_particles(words, at)
    inside = _has_link(words, start, at)
    if small in ("of", "for", "on") and gap == " ":
        return _after_link(words, start, at)
    if small == "and" and inside:
        return _after_and(words, at)
    if gap == ", " and inside:
        return _after_comma(words, at)
    return 0


def _after_particles(words: Words, at: int) -> int:
    for ahead in range(at + 1, min(at + 4, len(words.pieces))):
        if words.gap(ahead) not in (" ", "-", "\u00a0"):
            return 0
        if words.pieces[ahead].text[0].isupper():
            return ahead + 1
        if words.pieces[ahead].text not in PARTICLES and words.pieces[ahead].text != "the":
            return 0
    return 0


def _after_link(words: Words, start: int, at: int) -> int:
    """As "Ministry of" goes on; "Germany of" and "Wednesday for" do not."""
    heads = {words.word(place) for place in range(start, at)}
    if words.pieces[at].text != "of" and not heads & FOR_HEADS:
        return 0
    last = words.word(at - 1)
    if not (is_common(last) or last in FOR_HEADS or last in TITLES) or last.lower() in FUNCTION:
        return 0
    ahead = at + 1
    if ahead < len(words.pieces) and words.pieces[ahead].text == "the" and words.gap(ahead) == " ":
        ahead += 1
    if ahead < len(words.pieces) and words.pieces[ahead].text[0].isupper() and words.gap(ahead) == " ":
        return ahead + 1
    return 0


def _has_link(words: Words, start: int, at: int) -> bool:
    return any(words.pieces[place].text in ("of", "for", "on") for place in range(start + 1, at))


def _after_and(words: Words, at: int) -> int:
    """As "Health and Human" inside a name: both sides are common words."""
    if at + 1 >= len(words.pieces) or words.gap(at + 1) != " ":
        return 0
    before, after = words.word(at - 1), words.word(at + 1)
    return at + 2 if after[0].isupper() and is_common(before) and is_common(after) else 0


def _after_comma(words: Words, at: int) -> int:
    """As "Alcohol, Tobacco, Firearms and Explosives": common words up to an "and"."""
    for ahead in range(at, min(at + 6, len(words.pieces) - 1)):
        word = words.word(ahead)
        if word == "and" and ahead > at:
            return _after_and(words, ahead)
        if not word[0].isupper() or not is_common(word) or words.gap(ahead) not in (", ", " "):
            return 0
    return 0
