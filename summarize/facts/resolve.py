"""A value that depends on the day of writing -> an ISO value, where the words leave no doubt."""

from __future__ import annotations

import datetime
import re

from summarize.facts.holidays import holiday_in
from summarize.facts.timex import MONTHS, WEEKDAYS

_FUTURE = re.compile(
    r"\b(?:will|shall|plans?|planned|expected|scheduled|next|upcoming|going|due|would|until|by|predicts?|forecasts?|expects?|could|may|might|anticipates?|slated|hopes?|intends?|aims?|ahead)\b",
    re.IGNORECASE,
)
_STEPS = {"last": -1, "this": 0, "next": 1}
_COUNTED = re.compile(r"UNDEF-(ago|in)-P(\d+)([DWMY])$")
_SOON = 92  # days


def resolved(value: str, written: str, text: str, at: int) -> str:
    """`value` in the light of the day `written`; unchanged where it does not depend on it.

    `text` around `at` tells by its tense whether a bare weekday or month lies ahead.
    """
    today = _parse(written)
    if today is None or not value.startswith(("UNDEF-", "XXXX-")):
        return value
    if "/" in value:
        return _interval(value, written, text, at)
    if match := _COUNTED.match(value):
        return _away(match, today) or value
    if value.startswith(("UNDEF-ago-", "UNDEF-in-")):
        return value
    head, mark, time = value.partition("T") if not value.startswith("UNDEF-holiday") else (value, "", "")
    if head.startswith("UNDEF-holiday-"):
        return _holiday(head.removeprefix("UNDEF-holiday-"), today, _is_future(text, at))
    if head.startswith("UNDEF-"):
        _, direction, unit = head.split("-", 2)
        found = _step(direction, unit, today)
    else:
        found = _open(head, today, _is_future(text, at))
    return found + mark + time if found else value


def _interval(value: str, written: str, text: str, at: int) -> str:
    """Resolve both ends of "XXXX-10-03/XXXX-10-05"; the second of times, "T15/T17", has no day of its own."""
    first, _, last = value.partition("/")
    return f"{resolved(first, written, text, at)}/{resolved(last, written, text, at)}"


def _holiday(key: str, today: datetime.date, future: bool) -> str:
    """The nearest one, before or after today as the tense has it; up to three months ahead without one."""
    days = [holiday_in(key, year) for year in (today.year - 1, today.year, today.year + 1) if 0 < year < 9999]
    near = [day for day in days if day <= today or future or (day - today).days < _SOON]
    if future and (ahead := [day for day in days if day >= today]):
        return str(ahead[0])
    return str(max(near, default=days[0]))


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
    if unit == "quarter":
        quarter = today.year * 4 + (today.month - 1) // 3 + step
        return f"{quarter // 4:04d}-Q{quarter % 4 + 1}"
    if unit == "decade":
        return f"{today.year // 10 + step:03d}"
    if unit == "century":
        return f"{today.year // 100 + step:02d}"
    if unit == "year":
        return f"{today.year + step:04d}"
    if unit.startswith("week-"):
        monday = _plus(today, 7 * step - today.isoweekday() + 1)
        return str(_plus(monday, int(unit[-1]) - 1))
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
    if match := re.fullmatch(r"XXXX-([QH])(\d)", head):
        return _part(int(match[2]), 3 if match[1] == "Q" else 6, head, today, future)
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


def _part(number: int, months: int, head: str, today: datetime.date, future: bool) -> str:
    """The nearest such quarter or half year: this year's unless it has not begun, or is over."""
    begins, ends = (number - 1) * months + 1, number * months
    year = today.year
    if begins > today.month and not future:
        year -= 1
    if future and ends < today.month:
        year += 1
    return f"{year:04d}{head[4:]}"


def _away(match: re.Match[str], today: datetime.date) -> str:
    """What is some periods ago, or ahead."""
    number, unit = int(match[2]), match[3]
    if number > 2000 or (unit == "Y" and number >= today.year):
        return ""
    number = -number if match[1] == "ago" else number
    if unit == "D":
        return str(_plus(today, number))
    if unit == "W":
        year, week, _ = _plus(today, 7 * number).isocalendar()
        return f"{year}-W{week:02d}"
    if unit == "Y":
        return f"{today.year + number:04d}"
    month = today.year * 12 + today.month - 1 + number
    return f"{month // 12:04d}-{month % 12 + 1:02d}"
