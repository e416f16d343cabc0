"""Text -> its words, and of each whether it is capitalised and whether its place alone explains that."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from summarize.facts.gazetteer import gazetteer
from summarize.facts.roles import FUNCTION, OPEN_ABBREVIATIONS, STARTERS
from summarize.facts.words import Piece, bare, find_pieces, listed

_LINE = re.compile(r"[^\n]+")
_ENDING = re.compile(r"[.!?:;…•|]|\n|[“\"«‘(\[—]\s*$|--")
# Addresses and handles are no prose.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\w@#])[@#]\w+")
_ADDRESS_MARKS = ("://", "www.", "@", "#")
_BRACKETED = re.compile(r"\(([A-Z]{2,9})\)")
_CONTRACTION = re.compile(r"(?:n['’]t|['’](?:re|ve|ll|m|d))$", re.IGNORECASE)
# eBay, iPhone, easyJet; not mRNA or kWh.
# A station or a club that is called by number and letters: 4QX, 49ers.
_CALL_SIGN = re.compile(r"\d{1,3}(?:[A-Z]{2,4}|ers)")
_UNITS = frozenset(listed("AM PM AD BC CE BCE TH ST ND RD KM KG CM MM FT LB OZ MPH KPH KW MW GW KB MB GB TB HD DPI HZ"))
_BRAND = re.compile(r"([a-z]{1,4})[A-Z][a-z]{2,}")
_HEADING_SHARE = 0.7
_HEADING_WORDS = 28


@dataclass(frozen=True, slots=True)
class Words:
    """The pieces of a text, and of each: is it `capital`, is it `weak`, capitalised by its place alone?

    `bares` are the words without possessive endings.
    `named` holds the words that occur capitalised where nothing but being a name explains it,
    `pairs` two such words that stand side by side, `lower` the words that occur in lower case,
    `introduced` those that stand alone in brackets, as acronyms do.
    """

    text: str
    pieces: list[Piece]
    bares: list[str]
    capital: list[bool]
    weak: list[bool]
    named: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    lower: frozenset[str]
    introduced: frozenset[str]

    def gap(self, at: int) -> str:
        """What stands between piece `at` and the one before it."""
        return self.text[self.pieces[at - 1].end if at else 0 : self.pieces[at].start]

    def word(self, at: int) -> str:
        return self.bares[at]


def read_words(text: str) -> Words:
    """Cut `text` into pieces and note which capitals tell nothing."""
    pieces = find_pieces(text)
    bares = [bare(piece.text) for piece in pieces]
    capital = _find_capitals(text, pieces)
    headings = _find_headings(text)
    starts = [start for start, _ in headings]
    weak: list[bool] = []
    named: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    end = 0
    for place, piece in enumerate(pieces):
        if capital[place]:
            gap = text[end : piece.start]
            at = bisect_right(starts, piece.start) - 1
            heading = at >= 0 and piece.start < headings[at][1]
            weak.append(heading or _begins(text, gap, weak, pieces))
            if not weak[-1]:
                named.add(bares[place])
                if place and gap == " " and capital[place - 1] and not weak[place - 1]:
                    pairs.add((pieces[place - 1].text, bares[place]))
        else:
            weak.append(False)
        end = piece.end
    lower = {word for word, is_capital in zip(bares, capital, strict=True) if not is_capital}
    introduced = frozenset(_BRACKETED.findall(text))
    return Words(text, pieces, bares, capital, weak, frozenset(named), frozenset(pairs), frozenset(lower), introduced)


def _find_capitals(text: str, pieces: list[Piece]) -> list[bool]:
    """Which pieces are capitalised as names may be: no addresses, no "Don't"."""
    marked = any(mark in text for mark in _ADDRESS_MARKS)
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if marked else []
    found, at = [], 0
    for piece in pieces:
        if piece.text.islower() and piece.text[0].isalpha():
            found.append(False)
            continue
        while at < len(addresses) and addresses[at][1] <= piece.start:
            at += 1
        outside = at == len(addresses) or piece.start < addresses[at][0]
        found.append(outside and _is_capital(piece.text) and text[piece.end : piece.end + 1] != "$")  # US$
    return found


def _is_capital(word: str) -> bool:
    if word[0].isupper():
        ending = _CONTRACTION.search(word)
        return not ending or not (word[: ending.start()].lower() in FUNCTION or ending[0][0] in "nN" or len(word) < 5)
    if word[0].isdigit():
        is_sign = _CALL_SIGN.fullmatch(word) and word.lstrip("0123456789") not in _UNITS
        return word in gazetteer().types or bool(is_sign)
    brand = _BRAND.match(word)
    return brand is not None and (len(brand[1]) == 1 or brand[1] not in FUNCTION) and brand[1] != "a"


def _begins(text: str, gap: str, before: list[bool], pieces: list[Piece]) -> bool:
    """Whether a word after `gap` begins a sentence, a line or a quotation."""
    if not before:
        return True
    previous, piece = pieces[len(before) - 1].text, pieces[len(before)]
    if previous.endswith(".") and gap.isspace():  # the point of "U.S." may end a sentence too
        return piece.text.lower() in FUNCTION or piece.text.lower() in STARTERS
    if not _ENDING.search(gap):
        return False
    if gap.endswith("(") and piece.text.isupper() and len(piece.text) > 1 and text[piece.end : piece.end + 1] == ")":
        return False  # an acronym that is introduced
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
    if sum(map(str.isupper, line)) > 0.7 * sum(map(str.isalpha, line)):
        return len(words) > 1
    long = [word for word in words if len(word) > 3]
    capital = sum(word[0].isupper() for word in long)
    ends = line.rstrip().endswith((".", "”", '"'))
    return not ends and 2 < len(words) < _HEADING_WORDS and len(long) > 1 and capital >= _HEADING_SHARE * len(long)
