"""Words -> the classes that the date grammar is written in.

A text becomes one letter a token, so that `dates` can state its grammar as short patterns over
letters, in linear time. The classes:

    M month   W weekday   d day number 1-31   o the same as an ordinal   y year   n other number
    w number word   q a few, several   a a/an   t the   u calendar unit   K century   k clock unit   s season
    l last, past   x next, coming   h this   p part of the day   e early, late, mid   v beginning, end
    f of, in   F on   g ago   j earlier, later, before   E each, every   D decade   C clock time   m a.m., p.m.
    z time zone   c today, yesterday   V now, recently   A daily, yearly   i ISO date   r 3/4/21
    Q spelled ordinal   H fiscal   & and   T to, or   - hyphen   , comma   | paragraph   . other
    O other   N once, twice, times   S that, same   Y 2021-22   B Q3, H1   G FY2023   J Christmas Day   b 44 BC
    U future, past time
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summarize.facts import numerals
from summarize.facts.words import listed

MONTHS = listed("january february march april may june july august september october november december")
WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")


class Token(NamedTuple):
    """A token and its class: `text_it_indexes[start:end] == text`."""

    start: int
    end: int
    text: str
    kind: str


_SHORT_MONTHS = listed("jan feb mar apr jun jul aug sep sept oct nov dec")
_SHORT_DAYS = listed("mon tue tues wed thu thur thurs fri sat sun")
_CLASSES = {
    "M": [*MONTHS, *_SHORT_MONTHS],
    "W": [*WEEKDAYS, *(day + "s" for day in WEEKDAYS), *_SHORT_DAYS],
    "w": [*numerals.SMALL, *numerals.SCALES, "half"],
    "q": listed("few several couple many some numerous"),
    "a": ["a", "an"],
    "t": ["the"],
    "u": listed(
        "day days week weeks weekend weekends month months year years yr yrs decade decades quarter "
        "quarters season seasons fortnight fortnights millennium generation"
    ),
    "K": ["century", "centuries"],
    "D": ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"],
    "k": listed("second seconds minute minutes hour hours sec secs min mins hr hrs"),
    "s": listed("spring summer autumn fall winter springs summers winters"),
    "l": listed("last past previous preceding recent"),
    "x": ["next", "coming", "following", "upcoming"],
    "h": ["this", "current"],
    "p": listed(
        "morning afternoon evening night mornings afternoons evenings nights noon midnight midday "
        "overnight lunchtime dawn dusk"
    ),
    "e": ["early", "late", "mid"],
    "v": listed("beginning end start middle turn"),
    "f": ["of", "in"],
    "F": ["on"],
    "g": ["ago"],
    "j": ["earlier", "later", "before", "after"],
    "E": ["each", "every", "per"],
    "z": listed(
        "gmt utc est edt cst cdt mst mdt pst pdt et ct pt bst cet cest ist jst eastern pacific central"
    ),
    "c": ["today", "yesterday", "tomorrow", "tonight"],
    "V": listed("now currently recently nowadays presently"),
    "A": listed(
        "daily weekly monthly yearly annually annual hourly quarterly nightly biannual biannually bimonthly "
        "biweekly fortnightly biennial biennially"
    ),
    "Q": [*numerals.ORDINALS, "final"],
    "H": listed("fiscal financial calendar tax school academic"),
    "&": ["and"],
    "T": ["to", "or", "through"],
    "O": ["other", "second"],
    "N": ["once", "twice", "times"],
    "S": ["that", "same"],
    "U": ["future", "time"],
    "-": listed("- ‐ ‑ – —"),
    ",": [","],
}  # fmt: skip


@cache
def _class_of() -> dict[str, str]:
    classes: dict[str, str] = {}
    for kind, words in _CLASSES.items():
        for word in words:
            classes.setdefault(word, kind)
    return classes


# "1961-89" is a pair of years; what lies further apart or ahead is no year but the number of a document.
_LONGEST = 30
_LATEST = 2036
# The holidays of which the day follows from the year.
_HOLIDAY = (
    r"\b(?:Christmas(?:\s(?:Day|Eve))?|Boxing\sDay|New\sYear['’]?s?(?:\s(?:Day|Eve))|Good\sFriday"
    r"|Easter(?:\s(?:Sunday|Monday))?|Thanksgiving(?:\sDay)?|Halloween|Valentine['’]?s\sDay|May\sDay"
    r"|Labou?r\sDay|Memorial\sDay|Independence\sDay|Veterans\sDay|Juneteenth|Anzac\sDay|Bastille\sDay"
    r"|St\.?\sPatrick['’]?s\sDay|Armistice\sDay|Remembrance\sDay)\b"
)
# Groups of the pattern below that are not named like the class.
_KINDS = {"P": "|", "h": "d", "n": "m", "Z": "J"}
_TOKEN = re.compile(
    # Most words begin nothing special; that they come first makes the search twice as fast.
    r"(?P<x>(?-i:(?!local\b|[ap]m\b)[a-z]+)(?![^\W\d_]|\.m|['’]c))|"
    r"(?P<i>\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d))"
    r"|(?P<Y>\b(?:1[5-9]|20)\d\d[-‑–/]\d\d\b(?![-‑–/]\d))"
    r"|(?P<G>\bFY\s?['’]?(?:\d{4}|\d\d)\b)|(?P<B>\b(?:Q[1-4]|H[12])\b)"
    r"|(?P<J>" + _HOLIDAY + r")"
    r"|(?P<b>\b\d{1,4}\s?(?:BCE?\b|B\.C\.|AD\b|A\.D\.|CE\b)|\b(?:AD|A\.D\.)\s\d{1,4}\b)"
    r"|(?P<Z>\b9/11\b(?!/))"
    r"|(?P<r>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b)"
    r"|(?P<C>\b\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\b\d{1,2}\.[0-5]\d(?=\s?[ap]\.?m\b))"
    r"|(?P<D>\b(?:1\d|20)\d0['’]?s\b|(?<![\w$])['’]?[2-9]0s\b)"
    r"|(?P<o>\b(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b)"
    r"|(?P<N>(?<![\w$£€.,/])\d+(?:[.,]\d+)*(?![\w%/]|:\d))"
    r"|(?P<z>\blocal\stime\b)|(?P<n>\bo['’]clock\b)|(?P<m>(?:(?<=\d)|\b)[ap]\.m\.|(?:(?<=\d)|\b)[ap]m\b)"
    r"|(?P<h>(?<![\w$])\d{1,2}(?=[ap]\.?m\b))"
    r"|(?P<S>\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat|sun)\.)"
    r"|(?P<X>[^\W\d_]+)|(?P<P>\n\s*\n)|(?P<O>\S)",
    re.IGNORECASE,
)


@cache
def _lower_classes() -> dict[str, str]:
    """The classes of words in small letters, which name no month, weekday or zone."""
    return {word: kind for word, kind in _class_of().items() if kind not in "MWz" or _looks_named(word, kind)}


def find_tokens(text: str) -> Iterator[Token]:
    """Cut `text` into classed tokens; white space inside a paragraph is left out."""
    small = _lower_classes()
    for match in _TOKEN.finditer(text):
        word, group = match[0], match.lastgroup or "O"
        yield Token(*match.span(), word, small.get(word, ".") if group == "x" else _kind(word, group))


def _kind(word: str, group: str) -> str:
    if group == "N":
        return _number_kind(word)
    if group in "SX":
        return _word_kind(word)
    if group == "O":
        return _class_of().get(word, ".")
    if group == "Y":
        return _years_kind(word)
    is_written = word[0].isupper() or word[0].isdigit()
    return _KINDS.get(group, group) if is_written or group not in "BGJ" else "."


def _years_kind(word: str) -> str:
    """Whether "2021-22" is a pair of years or "2021-04" a month."""
    first, second = int(word[2:4]), int(word[5:])
    near = first < second <= first + _LONGEST and int(word[:2] + word[5:]) < _LATEST
    if second == (first + 1) % 100 or (near and second > 12):
        return "Y"
    return "i" if word[4] in "-‑" and 1 <= second <= 12 else "."


def _number_kind(word: str) -> str:
    if not word.isdigit():
        return "n"
    if len(word) == 4 and 1000 <= int(word) < 2200:
        return "y"
    return "d" if len(word) < 3 and 1 <= int(word) <= 31 else "n"


def _word_kind(word: str) -> str:
    kind = _class_of().get(word.lower().rstrip("."), ".")
    return kind if kind not in "MWz" or _looks_named(word, kind) else "."


def _looks_named(word: str, kind: str) -> bool:
    """Whether a month, weekday or zone is written as one: "May", "Sun.", "EST"; not "may", "Sun"."""
    if kind == "z":
        return word.isupper() or len(word) > 4
    return word[0].isupper() and word.lower() not in ("sat", "sun", "wed", "mon", "mar", "jan")
