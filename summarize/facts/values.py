"""Matched tokens -> the TIMEX3 type and value of a time expression.

A builder gets the tokens of a match and the tokens before and after it, and returns
(type, value), or None where the words are no time expression after all ("Theresa May").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from summarize.facts import numerals
from summarize.facts.timex import MONTHS, WEEKDAYS, Token

Read = tuple[str, str] | None
Tokens = list[Token]


class Match(NamedTuple):
    """A time expression in a text."""

    start: int
    end: int
    type: str
    value: str


_UNITS = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "year": "Y", "yr": "Y", "decade": "Y", "quarter": "Q",
    "season": "S", "century": "Y", "centurie": "Y", "fortnight": "W", "millennium": "Y", "generation": "G",
    "second": "TS", "sec": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH",
}  # fmt: skip
_TIMES = {"decade": 10, "century": 100, "centurie": 100, "millennium": 1000, "fortnight": 2}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "12:00", "midday": "12:00",
          "midnight": "24:00", "overnight": "NI", "lunchtime": "MI", "dawn": "DA", "dusk": "DU"}  # fmt: skip
_DEICTIC = {"today": "this-day", "yesterday": "last-day", "tomorrow": "next-day", "tonight": "this-dayTNI"}
_DIRECTIONS = {"l": "last", "x": "next", "h": "this"}
_FREQUENCIES = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "hourly": "PT1H", "quarterly": "P1Q"}
_YEAR_BEFORE = frozenset(
    "in of since by from until till to through during before after early late mid around between and year fiscal summer"
    " spring autumn fall winter about circa ( - – — , ' ’ / the election elections".split()
)
_NAMES_TOO = frozenset({"april", "may", "june", "august", "march"})
_MONTH_BEFORE = frozenset("in on of since by from until till to through during before after early late mid between last next this".split())


def _texts(tokens: Tokens, kind: str) -> list[str]:
    return [token.text.lower() for token in tokens if token.kind in kind]


def _one(tokens: Tokens, kind: str) -> str:
    return next(iter(_texts(tokens, kind)), "")


def _low(token: Token | None) -> str:
    return token.text.lower() if token else ""


def _direction(tokens: Tokens) -> str:
    return next((_DIRECTIONS[token.kind] for token in reversed(tokens) if token.kind in _DIRECTIONS), "")


def _month_number(word: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(word.rstrip(".")[:3]))


def _weekday_number(word: str) -> int:
    return next(number for number, day in enumerate(WEEKDAYS, 1) if day.startswith(word.rstrip(".")[:3]))


def _digits(text: str) -> int:
    return int("".join(character for character in text if character.isdigit()))


def _calendar(tokens: Tokens) -> str:
    """The ISO date of what month, day and year the tokens hold."""
    if iso := _one(tokens, "i"):
        return iso
    if numeric := _one(tokens, "r"):
        return _numeric(numeric)
    value = _one(tokens, "y") or "XXXX"
    if month := _one(tokens, "M"):
        value += f"-{_month_number(month):02d}"
    if day := _one(tokens, "do"):
        value += f"-{_digits(day):02d}"
    return value


def _numeric(text: str) -> str:
    """ "3/4/21" read as month/day/year; as day/month/year where that is the only way."""
    first, second, year = (int(part) for part in text.replace(".", "/").split("/"))
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    if first > 12 or "." in text:
        first, second = second, first
    return f"{year}-{first:02d}-{second:02d}"


def _span(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    first, last = (f"{_digits(day):02d}" for day in _texts(tokens, "do"))
    month = _calendar([token for token in tokens if token.kind in "My"])
    return "DATE", f"{month}-{first}/{month}-{last}"


def _day(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    return "DATE", _calendar(tokens)


def _month(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    month = _one(tokens, "M")
    if len(tokens) == 1 and month in _NAMES_TOO and not _is_month(before, after):
        return None
    if direction := _direction(tokens):
        return "DATE", f"UNDEF-{direction}-{MONTHS[_month_number(month) - 1]}"
    return "DATE", _calendar(tokens)


def _is_month(before: Token | None, after: Token | None) -> bool:
    """Whether a word like "May" stands like a month, not like a name or the first word of a question."""
    if _low(before) in _MONTH_BEFORE:
        return True
    begins = before is None or before.text in ".!?|“\"" or before.kind == "|"
    named = before is not None and before.text[0].isupper() and before.text not in ("A", "I", "The")
    return not begins and not named and not (after is not None and after.text[0].isupper())


def _weekday(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    word = _one(tokens, "W")
    number = _weekday_number(word)
    if tokens[0].kind == "E" or word.endswith("days"):
        return "SET", f"XXXX-WXX-{number}"
    if direction := _direction(tokens):
        return "DATE", f"UNDEF-{direction}-{WEEKDAYS[number - 1]}"
    return "DATE", f"XXXX-WXX-{number}"


def _season(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    word = _one(tokens, "s")
    code, year, direction = _SEASONS[word.removesuffix("s")], _one(tokens, "y"), _direction(tokens)
    if tokens[0].kind == "E":
        return "SET", f"XXXX-{code}"
    placed = direction or year or tokens[0].kind == "e" or _low(before) in ("in", "during", "by", "since", "until")
    if word.endswith("s") or not (placed or (tokens[0].kind == "t" and code in ("SU", "WI"))):
        return None
    if direction:
        return "DATE", f"UNDEF-{direction}-{word}"
    return "DATE", f"{year or 'XXXX'}-{code}"


def _ordinal(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    """Quarters, centuries and fiscal years; "the third week" has no value of its own."""
    unit, word = _one(tokens, "u"), _one(tokens, "Qko")
    year = _one(tokens, "y") or "XXXX"
    if _one(tokens, "H") and not word:
        return ("DATE", year) if unit == "year" and tokens[0].kind == "t" else None
    number = numerals.ORDINALS.get(word) or (_digits(word) if word[:1].isdigit() else 0)
    if unit == "quarter" and 0 < number < 5:
        return "DATE", f"{year}-Q{number}"
    return ("DATE", f"{number - 1:02d}") if unit == "century" and number else None


def _decade(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    word = _one(tokens, "D")
    number = str(_digits(word))
    if len(number) > 2:
        return "DATE", number[:3]
    if _low(before) in ("his", "her", "their", "my") or (len(tokens) == 1 and word[0] not in "'’"):
        return None
    return "DATE", ("19" if int(number) >= 20 else "20") + number[0]


def _edge(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    unit = _one(tokens, "u")
    if unit:
        if _stem(unit) not in ("year", "month", "week", "decade", "century", "day"):
            return None
        return "DATE", f"UNDEF-{_direction(tokens) or 'this'}-{_stem(unit)}"
    return "DATE", _calendar(tokens[3:])


def _stem(unit: str) -> str:
    return unit.removesuffix("s") if unit != "centuries" else "century"


def _relative(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    unit, direction = _one(tokens, "uk"), _direction(tokens)
    word = next(token.text.lower() for token in tokens if token.kind in "lxh")
    clock = tokens[-1].kind == "k"
    if clock and not unit.endswith("s") and (direction == "this" or unit == "second"):
        return None
    many = bool(_texts(tokens, "wqdn")) or unit.endswith("s")
    if many or clock or word in ("past", "coming", "following") or _stem(unit) in ("decade", "century"):
        return "DURATION", _period(tokens) if direction != "this" or many else f"UNDEF-this-{_stem(unit)}"
    return "DATE", f"UNDEF-{direction}-{_stem(unit)}"


def _period(tokens: Tokens) -> str:
    """The ISO 8601 duration of a number and a unit: "P3Y", "PXM" where the number is vague."""
    unit = _stem(_one(tokens, "uk"))
    code, times = _UNITS.get(unit, "D"), _TIMES.get(unit, 1)
    number = _number(tokens)
    amount = numerals.decimal(number * times) if number is not None else "X"
    if code == "Y" and times > 1 and number is None:
        code = "E"
    return f"PT{amount}{code[1]}" if code[0] == "T" else f"P{amount}{code}"


def _number(tokens: Tokens) -> numerals.Decimal | None:
    if _texts(tokens, "q"):
        return None
    digits, words = _one(tokens, "dn"), _texts(tokens, "w")
    if digits and digits[0].isdigit():
        return numerals.read_digits(digits.rstrip(".,"))
    if words:
        plus = numerals.Decimal("0.5") if "half" in words and len(words) > 1 else 0
        return numerals.read_words(" ".join(word for word in words if word != "half")) + plus or numerals.Decimal("0.5")
    plural = _one(tokens, "uk").endswith("s")
    return None if plural else numerals.Decimal(1)


def _ago(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    return "DATE", f"UNDEF-ago-{_period(tokens)}"


def _set(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    if tokens[0].kind == "A":
        return "SET", _FREQUENCIES.get(tokens[0].text.lower(), "P1Y")
    if season := _one(tokens, "s"):
        return "SET", f"XXXX-{_SEASONS[season.removesuffix('s')]}"
    if part := _one(tokens, "p"):
        return "SET", f"XXXX-XX-XXT{_PARTS[part.removesuffix('s')]}"
    return "SET", _period(tokens)


def _duration(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    unit = _one(tokens, "uk")
    if _stem(unit) in ("quarter", "season", "generation") or _low(after) in ("old", "olds"):
        return None
    if after is not None and after.text == "-" and _stem(unit) in ("year", "month", "week", "day") and tokens[-2].text == "-":
        return None  # 36-year-old is an age
    if unit == "second" and tokens[0].text.lower() not in ("a", "one") and not any(token.text == "-" for token in tokens):
        return None
    return "DURATION", _period(tokens)


def _bare(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    unit = tokens[0].text.lower()
    if not unit.endswith("s") or _stem(unit) in ("quarter", "season", "generation", "sec", "min"):
        return None
    return "DURATION", _period(tokens)


def _year(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    year, unit = _one(tokens, "y"), _one(tokens, "u")
    if unit and unit != "year":
        return None
    placed = len(tokens) > 1 or _low(before) in _YEAR_BEFORE
    counted = after is not None and after.text.islower() and after.text.endswith("s") and after.kind == "." and len(after.text) > 3
    if not placed and (not 1900 <= int(year) <= 2099 or counted):
        return None
    return "DATE", year


def _today(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    word = tokens[0].text.lower()
    return ("TIME" if word == "tonight" else "DATE"), f"UNDEF-{_DEICTIC[word]}"


def _time(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    clock, half = _one(tokens, "C"), _one(tokens, "m")
    if clock.count(":") == 2 and len(tokens) == 1:
        hours, minutes, seconds = (int(part) for part in clock.split(":"))
        return "DURATION", f"PT{hours}H{minutes}M{seconds}S"
    part = _one(tokens, "p")
    return "TIME", f"{_time_day(tokens)}T{_PARTS[part.removesuffix('s')] if part else _hours(tokens, half)}"


def _time_day(tokens: Tokens) -> str:
    deictic, weekday, direction = _one(tokens, "c"), _one(tokens, "W"), _direction(tokens)
    if _texts(tokens, "Mir"):
        return _calendar([token for at, token in enumerate(tokens) if not _is_hour(tokens, at)])
    if deictic:
        return f"UNDEF-{_DEICTIC[deictic].split('T')[0]}"
    if weekday:
        number = _weekday_number(weekday)
        return f"UNDEF-{direction}-{WEEKDAYS[number - 1]}" if direction else f"XXXX-WXX-{number}"
    return f"UNDEF-{direction}-day" if direction else "XXXX-XX-XX"


def _is_hour(tokens: Tokens, at: int) -> bool:
    return tokens[at].kind == "d" and at + 1 < len(tokens) and tokens[at + 1].kind == "m"


def _hours(tokens: Tokens, half: str) -> str:
    clock = _one(tokens, "C") or next(token.text for at, token in enumerate(tokens) if _is_hour(tokens, at))
    hour, _, rest = clock.partition(":")
    number = int(hour)
    if half.startswith("p") and number < 12:
        number += 12
    if half.startswith("a") and number == 12:
        number = 0
    return f"{number:02d}" + (f":{rest}" if rest else "")


def _vague(tokens: Tokens, before: Token | None, after: Token | None) -> Read:
    return "DATE", "PAST_REF" if tokens[0].text.lower() == "recently" else "PRESENT_REF"


BUILDERS: dict[str, Callable[[Tokens, Token | None, Token | None], Read]] = {
    "span": _span, "time": _time, "day": _day, "month": _month, "weekday": _weekday, "season": _season,
    "ordinal": _ordinal, "decade": _decade, "edge": _edge, "relative": _relative, "ago": _ago, "set": _set,
    "duration": _duration, "bare": _bare, "year": _year, "today": _today, "vague": _vague,
}  # fmt: skip
