"""Time expressions that name a day, a month, a season, a year or an hour -> their reading."""

from __future__ import annotations

from dataclasses import replace

from summarize.facts import numerals
from summarize.facts.readings import Phrase, Reading, calendar, digits, is_hour, month_number, weekday_number
from summarize.facts.timex import MONTHS, WEEKDAYS
from summarize.facts.words import listed

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "12:00", "midday": "12:00",
    "midnight": "24:00", "overnight": "NI", "lunchtime": "MI", "dawn": "DA", "dusk": "DU",
}  # fmt: skip
_DEICTIC = {"today": "this-day", "yesterday": "last-day", "tomorrow": "next-day", "tonight": "this-dayTNI"}
_PLACED = frozenset(listed("in on of since by from until till to through during before after early late mid between"))
_YEAR_BEFORE = _PLACED | frozenset(listed("around about circa and year fiscal ( - – — , ' ’ / election elections"))
_MEASURES = frozenset(
    listed(
        "people men women miles kilometers kilometres km meters metres feet ft tons tonnes pounds acres hectares troops"
    )
)
_NUMBERED = frozenset(listed("resolution resolutions order section number no. flight act room page article route"))
# A bare number beyond is rather no year.
_LATEST = 2060
_BARE_PARTS = frozenset({"noon", "midday", "midnight"})
_BEGINNING = frozenset('.!?|"“\n')
_NAMES_TOO = frozenset(listed("april may june august march"))


def read_span(phrase: Phrase) -> Reading:
    """As "March 3-5, 2021": the ISO interval of its ends."""
    first, last = (f"{digits(day):02d}" for day in phrase.texts("do"))
    month = f"{phrase.one('y') or 'XXXX'}-{month_number(phrase.one('M')):02d}"
    return Reading("DATE", f"{month}-{first}/{month}-{last}")


def read_hours(phrase: Phrase) -> Reading:
    """As "3 to 5 p.m. Friday": the interval of its ends."""
    last = replace(phrase, tokens=phrase.tokens[2:])
    first = int(phrase.tokens[0].text)
    first += 12 if phrase.one("m").startswith("p") and first < 12 and _hour(last) >= first + 12 else 0
    return Reading("TIME", f"{_day_of_time(last)}T{first:02d}/T{_hours(last)}")


def read_day(phrase: Phrase) -> Reading:
    """As "Monday, Nov. 21, 2011", "Christmas Eve", "2022-10-04T10:30"."""
    value = calendar(phrase)
    return Reading("TIME" if "T" in value and value[:4].isdigit() else "DATE", value)


def read_month(phrase: Phrase) -> Reading | None:
    """As "early June", "last May"; not "Theresa May"."""
    month = phrase.one("M")
    if len(phrase.tokens) == 1 and month in _NAMES_TOO and not _is_month(phrase):
        return None
    if phrase.direction:
        return Reading("DATE", f"UNDEF-{phrase.direction}-{MONTHS[month_number(month) - 1]}")
    return Reading("DATE", calendar(phrase))


def _is_month(phrase: Phrase) -> bool:
    """Whether a word like "May" stands like a month, not like a name or the first word of a question."""
    if phrase.before in _PLACED | {"last", "next", "this"}:
        return True
    return phrase.before not in _BEGINNING | {""} and not phrase.named and not phrase.naming


def read_weekday(phrase: Phrase) -> Reading | None:
    """As "Thursday", "last Friday", "Mondays", "Thursday of last week"."""
    word = phrase.one("W")
    number = weekday_number(word)
    if unit := phrase.one("u"):
        return Reading("DATE", f"UNDEF-{phrase.direction}-week-{number}") if unit == "week" else None
    if phrase.tokens[0].kind == "E" or word.endswith("days"):
        return Reading("SET", f"XXXX-WXX-{number}")
    if phrase.direction:
        return Reading("DATE", f"UNDEF-{phrase.direction}-{WEEKDAYS[number - 1]}")
    return Reading("DATE", f"XXXX-WXX-{number}")


def read_season(phrase: Phrase) -> Reading | None:
    """As "last summer", "the winter of 2012", "in spring"; not "the fall of Rome"."""
    word, year, direction = phrase.one("s"), phrase.one("y"), phrase.direction
    code = SEASONS[word.removesuffix("s")]
    if phrase.tokens[0].kind == "E":
        return Reading("SET", f"XXXX-{code}")
    placed = direction or year or phrase.tokens[0].kind == "e" or phrase.before in _PLACED - {"of", "to", "from"}
    if word.endswith("s") or not (placed or (phrase.tokens[0].kind == "t" and code in ("SU", "WI"))):
        return None
    return Reading("DATE", f"UNDEF-{direction}-{word}" if direction else f"{year or 'XXXX'}-{code}")


def read_ordinal(phrase: Phrase) -> Reading | None:
    """As "the third quarter", "the 20th century", "the fiscal year"; "the third week" has no value."""
    unit, word = phrase.one("uK"), phrase.one("Qko")
    year = phrase.one("y") or "XXXX"
    if phrase.one("H") and not word:
        return Reading("DATE", year) if unit == "year" and phrase.tokens[0].kind == "t" else None
    number = numerals.ORDINALS.get(word) or (digits(word) if word[:1].isdigit() else 0)
    if unit == "quarter" and 0 < number < 5:
        return Reading("DATE", f"{year}-Q{number}")
    return Reading("DATE", f"{number - 1:02d}") if unit.startswith("centur") and number else None


def read_year(phrase: Phrase) -> Reading | None:
    """As "2011", "fiscal year 2012"; not "1500 troops"."""
    year, unit = phrase.one("y"), phrase.one("u")
    if unit and unit != "year":
        return None
    if phrase.before in _NUMBERED:
        return None
    placed = len(phrase.tokens) > 1 or phrase.before in _YEAR_BEFORE
    counted = len(phrase.after) > 3 and phrase.after.endswith("s") and not phrase.naming and phrase.before != "the"
    if phrase.after in _MEASURES and phrase.before not in ("in", "since", "during"):
        return None
    if not placed and (not 1900 <= int(year) <= _LATEST or counted):
        return None
    return Reading("DATE", year)


def read_today(phrase: Phrase) -> Reading:
    """As "yesterday", "tonight"."""
    word = phrase.one("c")
    return Reading("TIME" if word == "tonight" else "DATE", f"UNDEF-{_DEICTIC[word]}")


def read_vague(phrase: Phrase) -> Reading:
    """As "now", "recently"."""
    return Reading("DATE", "PAST_REF" if phrase.one("V") == "recently" else "PRESENT_REF")


def read_time(phrase: Phrase) -> Reading | None:
    """As "8:30 p.m. EST Friday", "last night", "at noon"; a bare "3:07:35" is a finishing time."""
    clock, part = phrase.one("C"), phrase.one("p")
    if len(phrase.tokens) == 1 and part and part not in _BARE_PARTS:
        return (
            Reading("TIME", f"XXXX-XX-XXT{PARTS[part]}") if part in ("dawn", "dusk") and phrase.before == "at" else None
        )
    if phrase.texts("zny") and not (clock or part or phrase.texts("mdw")) and not _is_military(phrase.one("ny")):
        return None
    if clock.count(":") == 2 and len(phrase.tokens) == 1:
        hours, minutes, seconds = (int(number) for number in clock.split(":"))
        return Reading("DURATION", f"PT{hours}H{minutes}M{seconds}S")
    return Reading("TIME", f"{_day_of_time(phrase)}T{PARTS[part.removesuffix('s')] if part else _hours(phrase)}")


def _day_of_time(phrase: Phrase) -> str:
    deictic, weekday, direction = phrase.one("c"), phrase.one("W"), phrase.direction
    if phrase.texts("Mir"):
        return calendar(phrase)
    if deictic:
        return f"UNDEF-{_DEICTIC[deictic].partition('T')[0]}"
    if weekday and direction:
        return f"UNDEF-{direction}-{WEEKDAYS[weekday_number(weekday) - 1]}"
    if weekday:
        return f"XXXX-WXX-{weekday_number(weekday)}"
    return f"UNDEF-{direction}-day" if direction else "XXXX-XX-XX"


def _is_military(digits_: str) -> bool:
    """Whether "1400" may be an hour."""
    return len(digits_) == 4 and digits_.isdigit() and int(digits_) < 2400 and int(digits_[2:]) < 60


def _hour(phrase: Phrase) -> int:
    return int(_hours(phrase).partition(":")[0])


def _hours(phrase: Phrase) -> str:
    half, text = phrase.one("m"), phrase.one("C").replace(".", ":")
    if not text:
        text = next((token.text for at, token in enumerate(phrase.tokens) if is_hour(phrase, at)), "")
    if not text and (military := phrase.one("ny")):
        text = f"{military[:2]}:{military[2:]}"
    hour, _, rest = text.partition(":")
    number = int(hour) if hour.isdigit() else numerals.SMALL.get(hour.lower(), 0)
    if half.startswith("p") and number < 12:
        number += 12
    if half.startswith("a") and number == 12:
        number = 0
    return f"{number:02d}" + (f":{rest}" if rest else "")
