"""Text -> the figures that are no plain numbers: ages, ordinals, fractions, shares, vague amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from summarize.data import Fact, Span
from summarize.facts import numerals
from summarize.facts.words import lowered

_AGE = "year"
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_PERIODS = "(?:second|minute|hour|day|week|month|year|season|game|match|start|attempt|test|race)"


def find_portions(text: str) -> Iterator[Fact]:
    """Yield the ages, ordinals, fractions, shares and vague amounts of `text`, in no order."""
    lower = lowered(text)
    for pattern, kind, mark in _patterns():
        for match in pattern.finditer(lower) if mark in lower else ():
            if value := _value(match, kind):
                span = Span(match.start(), match.end(), text[match.start() : match.end()])
                yield Fact("figure", span, value, "ordinal" if kind == "ordinal" else "")


def _alternatives(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """What to look for, what it is, and a mark without which a text has none of it."""
    number = rf"(?:{numerals.DIGITS}|{numerals.WORDS})"
    tens = "(?:" + "|".join(_TENS) + ")"
    below_ten = [word for word, value in numerals.ORDINALS.items() if value < 10]
    ordinals = rf"(?:{tens}y[-‑\s]{_alternatives(below_ten)}|{_alternatives(numerals.ORDINALS)}|{tens}ieth|hundredth)"
    parts = rf"(?:{_alternatives(numerals.ONES)}|an?)[-\s]{_alternatives(_PARTS)}s?"
    scales = _alternatives(numerals.SCALES)
    small = rf"(?:\d{{1,2}}|{_alternatives(numerals.ONES)}|ten)"
    total = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{_alternatives(numerals.SMALL)}|a\s(?:hundred|thousand|million))"
    heaps = _alternatives(("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"))
    patterns = (
        (rf"\b(?<![.,])(?P<n>{number})[-\s]years?[-\s](?:olds?|of[-\s]age)\b", _AGE, "year"),
        (rf"\baged?\s(?P<n>{number})(?![\w%]|[.,]\d)", _AGE, "age"),
        (rf"\b(?P<n>(?<![.,])\d+(?:st|nd|rd|th)|{ordinals})\b", "ordinal", ""),
        (rf"\b(?P<n>{parts})\b(?:\s(?:of\san?\s)?(?P<scale>{scales})\b)?", "fraction", ""),
        (r"(?<![\w.,/])(?P<n>\d{1,2}/\d{1,2})(?![\w/]|[.,]\d)", "fraction", "/"),
        (
            rf"\b(?<![.,])(?P<n>{small})\s(?:in|out\sof)\s(?:every\s)?(?P<of>{total})\b(?![-\s]{_PERIODS}|[,.:]\d)",
            "ratio",
            "",
        ),
        (rf"\b(?P<n>{heaps}(?:\sof\s{heaps})?|several\s{scales})\b", "vague", ""),
        (r"(?<![\w.,:])(?P<n>\d{1,3}:\d{1,2})(?![\w:]|[.,]\d)", "odds", ":"),
        (rf"\b(?<![.,])(?P<n>\d+(?=-?fold)|{_alternatives(numerals.ONES)}|ten|hundred)-?fold\b", "times", "fold"),
    )
    return tuple((re.compile(pattern), kind, mark) for pattern, kind, mark in patterns)


def _value(match: re.Match[str], kind: str) -> str:
    """The value of a match; "" if it is no figure after all."""
    words = " ".join(match["n"].split())
    if kind == _AGE:
        return f"{numerals.decimal(_number(words))} {_AGE}"
    if kind == "ordinal":
        return _ordinal(words)
    if kind == "fraction" and match.groupdict().get("scale"):
        above, below = _fraction(words)
        return numerals.decimal(Decimal(above) / below * numerals.SCALES[match["scale"]])
    if kind == "ratio":
        return _ratio(words, match["of"])
    if kind == "fraction" and not words[0].isdigit():
        above, below = _fraction(words)
        return f"{above}/{below}"
    return f"{_number(words)} x" if kind == "times" else words


def _number(words: str) -> Decimal:
    return numerals.read_digits(words) if words[0].isdigit() else numerals.read_words(words)


def _ordinal(words: str) -> str:
    if words[0].isdigit():
        return words[:-2]
    tens, _, ones = words.replace("‑", "-").replace(" ", "-").partition("-")
    if ones:
        return str(_TENS[tens[:-1]] + numerals.ORDINALS[ones])
    return str(numerals.ORDINALS.get(words) or _TENS.get(words.removesuffix("ieth"), 100))


def _fraction(words: str) -> tuple[int, int]:
    above, below = words.replace("-", " ").split()
    return numerals.SMALL.get(above, 1), _PARTS[below.removesuffix("s")]


def _ratio(above: str, below: str) -> str:
    """As "one in five": the share of a whole, so the whole is the greater."""
    part, whole = _number(above), _number(below)
    return f"{part}/{whole}" if 0 < part < whole else ""
