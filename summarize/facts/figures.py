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

# ISO 4217 codes; a bare "$" is taken for the US dollar.
_CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP",
    "gbp": "GBP", "pound": "GBP", "¥": "JPY", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "₹": "INR", "rs": "INR",
    "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD",
    "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "franc": "CHF", "chf": "CHF", "shekel": "ILS", "peso": "MXN",
}  # fmt: skip
_UNITS = {
    "%": "%", "percent": "%", "per cent": "%", "pc": "%", "percentage point": "pp",
    "mile": "mi", "mi": "mi", "kilometer": "km", "kilometre": "km", "km": "km", "meter": "m", "metre": "m",
    "foot": "ft", "feet": "ft", "ft": "ft", "inch": "in", "inches": "in", "yard": "yd", "acre": "acre",
    "hectare": "ha", "kilogram": "kg", "kilo": "kg", "kg": "kg", "gram": "g", "ton": "t", "tonne": "t",
    "ounce": "oz", "lb": "lb", "liter": "l", "litre": "l", "gallon": "gal", "barrel": "bbl", "mph": "mph",
    "miles per hour": "mph", "miles an hour": "mph", "kph": "km/h", "km/h": "km/h", "kilometers per hour": "km/h",
    "kilometres per hour": "km/h", "kilometers an hour": "km/h", "kilometres an hour": "km/h",
    "degree": "deg", "°": "deg", "°c": "deg", "°f": "deg", "watt": "W", "kilowatt": "kW", "megawatt": "MW",
    "gigawatt": "GW", "mw": "MW", "gw": "GW", "cent": "c", "pence": "p",
}  # fmt: skip
_AGE = "year"
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_JOINT = re.compile(r"\s?(?:[-‐‑–—/]|to|and|or|,|, and|, or)\s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: Decimal
    scaled: bool = False
    currency: str = ""
    unit: str = ""


def find_figures(text: str) -> tuple[Fact, ...]:
    """Find the figures of `text`; a spelled or written ordinal has the type "ordinal"."""
    numbers = _share_units(text, [number for match in _pattern().finditer(text) if (number := _number(match))])
    facts = [_fact(text, number.start, number.end, _value(number)) for number in numbers]
    return _longest([*facts, *_scores(text, numbers), *_special(text)])


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
    currencies = _alternatives(key for key in _CURRENCIES if "$" in key or not key.isascii() or key in ("usd", "eur"))
    units = _alternatives(_UNITS)
    money = _alternatives(key for key in _CURRENCIES if key.isalpha())
    scales = _alternatives(numerals.SCALES)
    short = _alternatives(numerals.ABBREVIATED)
    return re.compile(
        rf"""(?:(?P<sign>{currencies})\s?|(?<![\w.,])(?<![^\W\d_][-‐‑/])(?<![^\W\d_]['’]))
        (?:(?P<digits>{numerals.DIGITS})
           (?:\s(?P<fraction>[1-9]/[1-9]\d?)(?!\w))?
           (?:[-\s]?(?P<scale>{scales})s?\b|(?P<short>{short})\b)?
          |(?P<words>{numerals.WORDS}))
        (?:[-\s]?(?P<unit>{units})s?(?!\w)|[-\s]?(?P<money>(?:(?:US|U\.S\.|American|Australian)\s)?{money})s?\b
          |(?!\w|,\d|\.\d|[:/]\d))""",
        re.IGNORECASE | re.VERBOSE,
    )


def _alternatives(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _number(match: re.Match[str]) -> _Number | None:
    if match["words"]:
        if _is_pronoun(match):
            return None
        value, scaled = numerals.read_words(match["words"]), " " in match["words"]
    else:
        value, scaled = _read_digits(match)
    money = match["sign"] or (match["money"] or "").split(" ")[-1]
    currency = _CURRENCIES.get(money.lower(), "")
    return _Number(match.start(), match.end(), value, scaled, currency, _UNITS.get((match["unit"] or "").lower(), ""))


def _read_digits(match: re.Match[str]) -> tuple[Decimal, bool]:
    value = numerals.read_digits(match["digits"])
    if match["fraction"]:
        above, below = match["fraction"].split("/")
        value += Decimal(above) / Decimal(below)
    if match["scale"]:
        return value * numerals.SCALES[match["scale"].lower()], True
    if match["short"]:
        return value * numerals.ABBREVIATED[match["short"].lower()], True
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


@cache
def _specials() -> tuple[tuple[re.Pattern[str], str], ...]:
    number = rf"(?:{numerals.DIGITS}|{numerals.WORDS})"
    ordinals = _alternatives(numerals.ORDINALS)
    parts = rf"(?:{_alternatives(numerals.ONES)}|an?)[-\s]{_alternatives(_PARTS)}s?"
    patterns = (
        (rf"(?<![\w.,])(?P<n>{number})[-\s]years?[-\s](?:olds?|of[-\s]age)\b", _AGE),
        (rf"\baged?\s(?P<n>{number})(?![\w%]|[.,]\d)", _AGE),
        (rf"(?<![\w.,])(?P<n>\d+(?:st|nd|rd|th)|\b{ordinals})\b", "ordinal"),
        (rf"\b(?P<n>{parts})\b", "fraction"),
        (r"(?<![\w.,/])(?P<n>\d{1,2}/\d{1,2})(?![\w/]|[.,]\d)", "fraction"),
        (r"\b(?P<n>tens|dozens|scores|hundreds|thousands|millions|billions|trillions)\b", "vague"),
    )
    return tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in patterns)


def _special(text: str) -> list[Fact]:
    facts = []
    for pattern, kind in _specials():
        for match in pattern.finditer(text):
            type_ = kind if kind == "ordinal" else ""
            facts.append(_fact(text, match.start(), match.end(), _special_value(match["n"], kind), type_))
    return facts


def _special_value(words: str, kind: str) -> str:
    lower = words.lower()
    if kind == _AGE:
        number = numerals.read_digits(words) if words[0].isdigit() else numerals.read_words(words)
        return f"{numerals.decimal(number)} {_AGE}"
    if kind == "ordinal":
        return str(numerals.ORDINALS[lower]) if lower in numerals.ORDINALS else lower[:-2]
    if kind == "fraction" and not lower[0].isdigit():
        above, below = lower.replace("-", " ").split()
        return f"{numerals.SMALL.get(above, 1)}/{_PARTS[below.removesuffix('s')]}"
    return lower
