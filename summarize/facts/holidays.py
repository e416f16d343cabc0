"""The name of a holiday -> its day, in a year or in any."""

from __future__ import annotations

import datetime
import re

_FIXED = {
    "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26",
    "new years day": "01-01", "new year day": "01-01", "new years eve": "12-31", "new year eve": "12-31",
    "halloween": "10-31", "valentines day": "02-14", "may day": "05-01", "independence day": "07-04",
    "veterans day": "11-11", "juneteenth": "06-19", "anzac day": "04-25", "bastille day": "07-14",
    "st patricks day": "03-17", "armistice day": "11-11", "remembrance day": "11-11",
}  # fmt: skip
# Month, weekday (1 is Monday) and which one of the month, -1 the last.
_FLOATING = {"thanksgiving": (11, 4, 4), "labor day": (9, 1, 1), "memorial day": (5, 1, -1)}
# Days from Easter Sunday.
_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2}


def holiday_value(name: str, year: str) -> str:
    """The TIMEX3 value of a holiday; "UNDEF-holiday-" and its name where the day depends on an unsaid year."""
    key = _key(name)
    if key == "9/11":
        return "2001-09-11"
    if key in _FIXED:
        return f"{year or 'XXXX'}-{_FIXED[key]}"
    return str(holiday_in(key, int(year))) if year else f"UNDEF-holiday-{key.replace(' ', '_')}"


def holiday_in(key: str, year: int) -> datetime.date:
    """The day of a floating holiday in a year; `key` is its name as `holiday_value` gives it."""
    key = key.replace("_", " ")
    if key in _EASTER:
        return _easter(year) + datetime.timedelta(days=_EASTER[key])
    month, weekday, which = _FLOATING[key]
    if which < 0:
        last = datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)
        return last - datetime.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _key(name: str) -> str:
    key = re.sub(r"\s+", " ", re.sub("['’.]", "", name.lower())).replace("labour", "labor")
    return key.removesuffix(" day") if key == "thanksgiving day" else key


def _easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    late = (golden + 11 * shift + 22 * weekday) // 451
    month, day = divmod(shift + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
