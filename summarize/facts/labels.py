"""Time expressions that label a period -> their reading: quarters, decades, eras, "that day", "the weekend"."""

from __future__ import annotations

from summarize.facts import numerals
from summarize.facts.readings import Phrase, Reading, digits

_UNIT_SHAPES = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}
_ENDS = ("", ".", ",", ";", ":", "!", "?", ")", "|", "\n")


def read_deictic(phrase: Phrase) -> Reading | None:
    """As "the weekend", "that day", "the same year", "in the past", "at the time"."""
    if phrase.tokens[-1].kind in "Ul":
        return _read_reference(phrase)
    unit = phrase.one("u")
    same = phrase.one("S")
    if same and unit in _UNIT_SHAPES and (same == "same" or phrase.tokens[0].kind == "S"):
        return Reading("DATE", _UNIT_SHAPES[unit])
    if unit == "day" and not same and phrase.after in ("before", "after"):
        return Reading("DATE", _UNIT_SHAPES[unit])
    return Reading("DATE", "UNDEF-this-weekend") if unit == "weekend" and not same else None


def _read_reference(phrase: Phrase) -> Reading | None:
    word = phrase.tokens[-1].text.lower()
    ends = phrase.after[:1] in _ENDS
    if word == "time" and phrase.before == "at" and phrase.after not in ("of", "when", "that"):
        return Reading("DATE", "PAST_REF")
    if word == "past" and phrase.before in ("in", "of") and ends:
        return Reading("DATE", "PAST_REF")
    if word == "future" and phrase.before in ("in", "for") and ends:
        return Reading("DATE", "FUTURE_REF")
    return None


def read_label(phrase: Phrase) -> Reading | None:
    """As "Q3 2022", "H1", "the first half of 2023"."""
    year = phrase.one("y") or (_fiscal(phrase.one("G")) if phrase.one("G") else "XXXX")
    if label := phrase.one("B"):
        return Reading("DATE", f"{year}-{label.upper()}")
    number = numerals.ORDINALS.get(phrase.one("Qk"), 0)
    unit = phrase.one("u")
    if phrase.one("w") != "half" or number not in (1, 2) or (unit and unit != "year"):
        return None
    return Reading("DATE", f"{year}-H{number}")


def read_years(phrase: Phrase) -> Reading:
    """As "2021-22", "fiscal year 2021/22", "FY2023"."""
    if label := phrase.one("G"):
        return Reading("DATE", _fiscal(label))
    years = phrase.one("Y")
    century = int(years[:2]) + (int(years[5:]) < int(years[2:4]))
    return Reading("DATE", f"{years[:4]}/{century}{years[5:]}")


def _fiscal(label: str) -> str:
    year = str(digits(label))
    return year if len(year) == 4 else f"20{year:0>2}"


def read_era(phrase: Phrase) -> Reading:
    """As "300 BC", "AD 79": ISO 8601 years of four digits."""
    text = phrase.one("b")
    return Reading("DATE", f"{'BC' if 'b' in text else ''}{digits(text):04d}")


def read_decade(phrase: Phrase) -> Reading | None:
    """As "the 1980s", "'90s", "the sixties"; not "in his 30s"."""
    word = phrase.one("D")
    if word.isalpha():
        tens = numerals.SMALL[word.removesuffix("ies") + "y"] // 10
        is_age = phrase.before in ("in", "into") and phrase.after in ("and", "with") and phrase.tokens[0].kind == "D"
        return None if phrase.tokens[0].kind != "t" or is_age else Reading("DATE", f"19{tens}")
    number = str(digits(word))
    if len(number) > 2:
        return Reading("DATE", number[:3])
    if phrase.before in ("his", "her", "their", "my") or (len(phrase.tokens) == 1 and word[0] not in "'’"):
        return None
    return Reading("DATE", ("19" if int(number) >= 20 else "20") + number[0])
