"""Text -> figures: numbers in digits or words with their unit, as a plain decimal and the unit.

"$1.2bn", "$1.2 billion" and "1,200,000,000 dollars" are all "1200000000 USD".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from summarize.data import Fact, Span
from summarize.facts import numerals
from summarize.facts.portions import find_portions
from summarize.facts.units import CURRENCIES, UNITS
from summarize.facts.words import lowered

_JOINT = re.compile(r"\s?(?:[-‐‑–—/]|to|and|or|,|, and|, or)\s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: Decimal
    scaled: bool = False
    currency: str = ""
    unit: str = ""


_QUALIFIER = re.compile(
    r"(?<!\w)((?:no\s|not\s)?(?:more|fewer|less|greater|higher|lower|better)\sthan|at\s(?:least|most)|up\sto|as\s(?:many|much"
    r"|few|little)\sas|nearly|almost|about|around|roughly|approximately|some|over|under|below|above|just\s(?:over|under)"
    r"|exactly|only|an\sestimated|close\sto|well\sover|(?:a\s)?(?:maximum|minimum|total)\sof)\s(?:the\s)?$",
    re.IGNORECASE,
)
# The letters that stand right after a number: "30C", "50p".
_METRES = re.compile(
    r"\s(?:tall|high|wide|deep|long|across|away|above|below|hurdles|sprint|freestyle|race|north|south)\b"
)
_MARKS = {"m": "m", "C": "deg", "F": "deg", "c": "c", "p": "p"}
_REACH = 30  # characters


def find_figures(text: str) -> tuple[Fact, ...]:
    """Find the figures of `text`; a spelled or written ordinal has the type "ordinal".

    `attached` is what qualifies the number: "more than", "at least", "nearly", "up to".
    """
    matches = _pattern().finditer(lowered(text))
    numbers = _share_units(text, [number for match in matches if (number := _number(match, text))])
    facts = [_fact(text, number.start, number.end, _value(number)) for number in numbers]
    found = _longest([*facts, *_scores(text, numbers), *find_portions(text)])
    return tuple(replace(fact, attached=_qualifier(text, fact.span.start)) for fact in found)


def _qualifier(text: str, at: int) -> Span | None:
    """As "more than" before "500"."""
    match = _QUALIFIER.search(text, max(0, at - _REACH), at)
    return Span(match.start(1), match.end(1), match[1]) if match else None


def _fact(text: str, start: int, end: int, value: str, type_: str = "") -> Fact:
    return Fact("figure", Span(start, end, text[start:end]), value, type_)


def _longest(facts: list[Fact]) -> tuple[Fact, ...]:
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: (fact.span.start, -fact.span.end)):
        if not kept or fact.span.start >= kept[-1].span.end:
            kept.append(fact)
    return tuple(kept)


@cache
def _pattern() -> re.Pattern[str]:
    signs = (key for key in CURRENCIES if "$" in key or not key.isascii())
    currencies = rf"(?:{_alternatives(signs)}|\b(?:usd|eur|gbp|chf|rmb|rs)\b\.?)"
    units = _alternatives(UNITS)
    money = _alternatives(key for key in CURRENCIES if key.isalpha())
    scales = _alternatives(numerals.SCALES)
    short = rf"(?P<short>{_alternatives(numerals.ABBREVIATED)})"
    # Without a currency "39B" is a seat or a gate; "10K" and "5m" count.
    large = rf"(?P<count>{_alternatives(key for key in numerals.ABBREVIATED if key not in ('b', 't'))})"
    return re.compile(
        rf"""(?:(?P<sign>{currencies})\s?|(?<![\w.,])(?<![^\W\d_][-‐‑/])(?<![^\W\d_]['’]))
        (?P<minus>(?<!\w)(?:minus\s|[-−](?=\d+(?:\.\d+)?(?:°|%|[cf]\b|\sdegrees))))?
        (?:(?P<digits>{numerals.DIGITS})
           (?:\s(?P<fraction>[1-9]/[1-9]\d?)(?!\w)|(?P<vulgar>[{"".join(numerals.VULGAR)}]))?
           (?:\+?[-\s]?(?P<scale>{scales})s?\b|(?(sign){short}|{large})\b)?
          |(?P<words>{numerals.WORDS}))
        (?:[-\s]?(?P<unit>{units})s?(?!\w)|(?P<mark>[cf](?!\w)|p(?![\w.]))|[-\s]?(?P<money>(?:(?:us|u\.s\.|american|australian)\s)?{money})s?\b
          |(?!\w|,\d|\.\d|[:/]\d))""",
        re.VERBOSE,
    )


def _alternatives(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _number(match: re.Match[str], text: str) -> _Number | None:
    """What a match in the lowered `text` stands for."""
    if match["words"]:
        if _is_pronoun(match):
            return None
        value, scaled = numerals.read_words(match["words"]), " " in match["words"]
    else:
        value, scaled = _read_digits(match)
    money = match["sign"] or (match["money"] or "").split(" ")[-1]
    currency = CURRENCIES.get(money.lower().rstrip("."), "")
    mark = text[match.start("mark")] if match["mark"] else ""
    if mark and mark not in _MARKS:
        return None
    if match["count"] == "m" and not scaled:
        mark = "m"
    unit = _MARKS.get(mark) or UNITS.get((match["unit"] or "").lower(), "")
    return _Number(match.start(), match.end(), -value if match["minus"] else value, scaled, currency, unit)


def _read_digits(match: re.Match[str]) -> tuple[Decimal, bool]:
    value = numerals.read_digits(match["digits"])
    if match["fraction"]:
        above, below = match["fraction"].split("/")
        value += Decimal(above) / Decimal(below)
    if match["vulgar"]:
        value += Decimal(numerals.VULGAR[match["vulgar"]])
    if match["scale"]:
        return value * numerals.SCALES[match["scale"].lower()], True
    if match["count"] == "m" and _METRES.match(match.string, match.end("count")):
        return value, False
    if short := match["short"] or match["count"]:
        return value * numerals.ABBREVIATED[short.lower()], True
    return value, False


_NOT_BEFORE_ONE = re.compile(r"\b(?:no|the|this|that|each|every|any|which|such|some|another|last|only)\s$", re.I)
_NOT_AFTER_ONE = re.compile(
    r"\s(?:of|another|is|was|has|who|that|which|can|could|would|should|may|might|must|will|day|by|or)\b|[’']s|-on-|\W*$",
    re.I,
)


def _is_pronoun(match: re.Match[str]) -> bool:
    """Whether "one" stands for a thing rather than counts it."""
    if match["words"].lower() != "one" or match["unit"] or match["money"]:
        return False
    before = match.string[max(0, match.start() - 10) : match.start()]
    after = match.string[match.end() : match.end() + 12]
    return bool(_NOT_BEFORE_ONE.search(before) or _NOT_AFTER_ONE.match(after)) or not after[:1].isspace()


def _value(number: _Number) -> str:
    unit = number.currency or number.unit
    return numerals.decimal(number.value) + (f" {unit}" if unit else "")


def _share_units(text: str, numbers: list[_Number]) -> list[_Number]:
    """Give the members of a range or list what only its last or first one has: "$5 to 10 million"."""
    shared = numbers[:]
    for at in range(len(shared) - 2, -1, -1):
        left, right = shared[at], shared[at + 1]
        if not _JOINT.fullmatch(text, left.end, right.start):
            continue
        if right.unit and not left.unit and not left.currency:
            shared[at] = replace(left, unit=right.unit)
        elif right.currency and not left.unit and not left.currency:
            shared[at] = replace(left, currency=right.currency, value=_scaled_like(left, right))
        elif left.currency and right.currency == left.currency and text[left.end : right.start].strip() in "to-–—":
            shared[at] = replace(left, value=_scaled_like(left, right))
        elif left.currency and not right.unit and not right.currency and _is_range(text, left, right):
            shared[at] = replace(left, value=_scaled_like(left, right))
            shared[at + 1] = replace(right, currency=left.currency)
    return shared


def _is_range(text: str, left: _Number, right: _Number) -> bool:
    return right.scaled or text[left.end : right.start].strip() in "-–—"


def _scaled_like(left: _Number, right: _Number) -> Decimal:
    """As "5" in "$5 to 10 million" is five million: the lesser number has no scale of its own."""
    if left.scaled or not right.scaled or left.value >= 1000:
        return left.value
    scale = Decimal(1)
    while scale * 1000 <= right.value:
        scale *= 1000
    return left.value * scale


def _scores(text: str, numbers: list[_Number]) -> Iterator[Fact]:
    """Two small numbers joined by a dash and without a unit: a score, or a range of plain things."""
    for left, right in pairwise(numbers):
        joined = right.start - left.end == 1 and text[left.end] in "-–"
        if joined and not (left.unit or right.unit or left.currency) and right.end - left.start < 8:
            words = text[left.start : right.end]
            if words.replace("–", "-").replace("-", "").isdigit():
                yield _fact(text, left.start, right.end, words.replace("–", "-"))
