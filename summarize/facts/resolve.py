"""A value that depends on the day of writing -> an ISO value, where the words leave no doubt."""

from __future__ import annotations

import datetime
import re

from summarize.facts.timex import MONTHS, WEEKDAYS

_FUTURE = re.compile(
    r"\b(?:will|shall|plans?|planned|expected|scheduled|next|upcoming|going|due|would|until|by)\b", re.IGNORECASE
)
_STEPS = {"last": -1, "this": 0, "next": 1}
_AGO = re.compile(r"P(\d+)([DWMY])$")


def resolved(value: str, written: str, text: str, at: int) -> str:
    """`value` in the light of the day `written`; unchanged where it does not depend on it.

    `text` around `at` tells by its tense whether a bare weekday or month lies ahead.
    """
    today = _parse(written)
    if today is None or not value.startswith(("UNDEF-", "XXXX-")):
        return value
    head, mark, time = value.partition("T") if not value.startswith("UNDEF-ago") else (value, "", "")
    if head.startswith("UNDEF-ago-"):
        return _ago(head.removeprefix("UNDEF-ago-"), today) or value
    if head.startswith("UNDEF-"):
        _, direction, unit = head.split("-", 2)
        found = _step(direction, unit, today)
    else:
        found = _open(head, today, _is_future(text, at))
    return found + mark + time if found else value


def _parse(written: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written[:10])
    except ValueError:
        return None


def _is_future(text: str, at: int) -> bool:
    """Whether the words just before look ahead: "will meet on"."""
    start = max(text.rfind(mark, max(0, at - 80), at) for mark in ".\n!?")
    return bool(_FUTURE.search(text[max(start, at - 80, 0) : at]))


def _step(direction: str, unit: str, today: datetime.date) -> str:
    step = _STEPS[direction]
    if unit == "day":
        return str(_plus(today, step))
    if unit in ("week", "weekend"):
        year, week, _ = _plus(today, 7 * step).isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        month = today.year * 12 + today.month - 1 + step
        return f"{month // 12:04d}-{month % 12 + 1:02d}"
    if unit == "year":
        return f"{today.year + step:04d}"
    if unit in WEEKDAYS:
        return _weekday(WEEKDAYS.index(unit) + 1, today, step) if step else ""
    if unit in MONTHS:
        return _month(MONTHS.index(unit) + 1, today, step)
    return _season(unit, today, step)


def _plus(day: datetime.date, days: int) -> datetime.date:
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return day


def _season(unit: str, today: datetime.date, step: int) -> str:
    codes = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
    if unit not in codes:
        return ""
    code, month = codes[unit]
    year = today.year + (step if step > 0 else 0)
    if step < 0 and today.month < month + 3:
        year -= 1
    return f"{year}-{code}"


def _weekday(number: int, today: datetime.date, step: int) -> str:
    """The nearest such day before (-1), after (1), or before or on (0) `today`."""
    back = (today.isoweekday() - number) % 7
    if step < 0:
        return str(_plus(today, -(back or 7)))
    return str(_plus(today, 7 - back if step else -back))


def _month(number: int, today: datetime.date, step: int) -> str:
    year = today.year
    if step < 0 and number >= today.month:
        year -= 1
    if step > 0 and number <= today.month:
        year += 1
    return f"{year}-{number:02d}"


def _open(head: str, today: datetime.date, future: bool) -> str:
    """Fill in "XXXX-WXX-4", "XXXX-10" or "XXXX-10-31"."""
    if match := re.fullmatch(r"XXXX-WXX-(\d)", head):
        number = int(match[1])
        if number == today.isoweekday():
            return str(today)
        return _weekday(number, today, 1 if future else 0)
    match = re.fullmatch(r"XXXX-(\d\d)(-\d\d)?", head)
    if not match:
        return ""
    month, day = int(match[1]), int((match[2] or "-00")[1:])
    ahead = (month, day) > (today.month, today.day) if day else month > today.month
    year = (
        today.year
        - (1 if ahead and not future and _is_far(month, today) else 0)
        + (1 if future and not ahead and month != today.month else 0)
    )
    return f"{year}{head[4:]}"


def _is_far(month: int, today: datetime.date) -> bool:
    """A month up to three ahead is this year's even without a future tense."""
    return month - today.month > 2


def _ago(period: str, today: datetime.date) -> str:
    match = _AGO.match(period)
    if not match:
        return ""
    number, unit = int(match[1]), match[2]
    if number > 2000 or (unit == "Y" and number >= today.year):
        return ""
    if unit == "D":
        return str(_plus(today, -number))
    if unit == "W":
        year, week, _ = _plus(today, -7 * number).isocalendar()
        return f"{year}-W{week:02d}"
    if unit == "Y":
        return f"{today.year - number:04d}"
    month = today.year * 12 + today.month - 1 - number
    return f"{month // 12:04d}-{month % 12 + 1:02d}"
