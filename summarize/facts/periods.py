"""Time expressions that count or relate periods -> their reading: durations, "last week", "daily"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from summarize.facts import numerals
from summarize.facts.days import PARTS, SEASONS
from summarize.facts.readings import Phrase, Reading, calendar
from summarize.facts.words import listed

_CODES = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "year": "Y", "yr": "Y", "decade": "Y", "century": "Y",
    "fortnight": "W", "millennium": "Y", "quarter": "Q", "season": "S", "generation": "G", "second": "TS",
    "sec": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH",
}  # fmt: skip
_MULTIPLES = {"decade": 10, "century": 100, "millennium": 1000, "fortnight": 2}
_FREQUENCIES = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "hourly": "PT1H", "quarterly": "P3M",
    "bimonthly": "P2M", "biweekly": "P2W", "fortnightly": "P2W", "biennial": "P2Y", "biennially": "P2Y",
    "biannual": "P6M", "biannually": "P6M",
}  # fmt: skip
# A speed is no rate at which things recur.
_DISTANCES = frozenset(listed("mile miles km kilometer kilometers kilometre kilometres meter meters metre metres feet"))
# What counts before "a day": the rate at which something recurs.
_COUNTED = frozenset(
    listed(
        "seconds minutes hours days weeks months dollars cents euros pounds yen percent people times miles kilometers "
        "kilometres barrels tons tonnes"
    )
)
_NO_PERIODS = frozenset({"quarter", "season", "generation"})
_AGED = frozenset({"day", "week", "month", "year"})


def read_edge(phrase: Phrase) -> Reading | None:
    """As "the end of the year", "the beginning of May"."""
    unit = _stem(phrase.one("uK"))
    if not unit:
        return Reading("DATE", calendar(phrase))
    if unit not in _AGED | {"decade", "century"}:
        return None
    return Reading("DATE", f"UNDEF-{phrase.direction or 'this'}-{unit}")


def read_relative(phrase: Phrase) -> Reading | None:
    """As "last week" is a date, "the past three years" and "the next decade" are durations."""
    word, unit, direction = phrase.one("lxh"), phrase.one("uKk"), phrase.direction
    clock, plural = phrase.tokens[-1].kind == "k", unit.endswith("s")
    if not plural and (word == "recent" or (clock and (direction == "this" or unit == "second"))):
        return None
    counted = plural or bool(phrase.texts("wqdn"))
    if phrase.after == "of" and not counted and unit in ("day", "week", "month") and phrase.tokens[0].kind == "t":
        return None  # "the last day of"
    if counted or (direction != "this" and (clock or word in ("past", "coming") or unit == "decade")):
        return Reading("DURATION", period(phrase))
    return Reading("DATE", f"UNDEF-{direction}-{_stem(unit)}")


def read_ago(phrase: Phrase) -> Reading | None:
    """As "four years ago"."""
    if _is_split(phrase):
        return None
    return Reading("DATE", f"UNDEF-ago-{period(phrase)}")


def read_set(phrase: Phrase) -> Reading | None:
    """As "every morning", "each season", "every two years", "every other day", "twice a week", "annually"."""
    if adverb := phrase.one("A"):
        return Reading("SET", _FREQUENCIES.get(adverb, "P1Y"))
    if season := phrase.one("s"):
        return Reading("SET", f"XXXX-{SEASONS[season.removesuffix('s')]}")
    if part := phrase.one("p"):
        return Reading("SET", f"XXXX-XX-XXT{PARTS[part.removesuffix('s')]}")
    if phrase.tokens[0].text.lower() == "per" and phrase.before in _DISTANCES:
        return None
    if phrase.one("N"):  # what counts the times is no number of units
        at = next(at for at, token in enumerate(phrase.tokens) if token.kind == "N")
        phrase = replace(phrase, tokens=phrase.tokens[at + 1 :])
    if phrase.one("O"):
        return Reading("SET", period(phrase).replace("1", "2"))
    return Reading("SET", period(phrase))


def read_before(phrase: Phrase) -> Reading | None:
    """As "the day before yesterday"."""
    unit, side, today = phrase.one("u"), phrase.one("j"), phrase.one("c")
    if unit != "day" or side not in ("before", "after"):
        return None
    if (side, today) in (("before", "yesterday"), ("after", "tomorrow")):
        return Reading("DATE", "UNDEF-ago-P2D" if side == "before" else "UNDEF-in-P2D")
    return None


def read_range(phrase: Phrase) -> Reading | None:
    """As "two or three weeks", "12 to 18 months", "a day or two": the durations of its ends."""
    unit = _stem(phrase.one("uKk"))
    if unit in _NO_PERIODS or phrase.after in ("old", "olds") or (phrase.after == "-" and unit in _AGED):
        return None
    at = next(at for at, token in enumerate(phrase.tokens) if at and token.kind in "T-" and not _is_spelled(phrase, at))
    last = phrase.tokens[at + 1 :]
    units = tuple(token for token in phrase.tokens if token.kind in "uKk")
    ends = (phrase.tokens[:at], last)
    values = [period(replace(phrase, tokens=end if end[-1:] == units else end + units)) for end in ends]
    return Reading("DURATION", "/".join(values))


def _is_spelled(phrase: Phrase, at: int) -> bool:
    """Whether a hyphen stands inside "twenty-five"."""
    return phrase.tokens[at].kind == "-" and phrase.tokens[at - 1].kind == "w"


def read_duration(phrase: Phrase) -> Reading | None:
    """As "six weeks", "a four-day", "a year"; not "36-year-old", "a quarter" or "two second-half goals"."""
    unit = _stem(phrase.one("uKk"))
    joined = phrase.tokens[-2].kind == "-"
    if unit in _NO_PERIODS or phrase.after in ("old", "olds") or (joined and phrase.after == "-" and unit in _AGED):
        return None
    if _is_split(phrase) or (phrase.one("k") == "second" and phrase.after == "-"):
        return None
    if [token.kind for token in phrase.tokens] == ["a", phrase.tokens[-1].kind] and _is_rate(phrase):
        return Reading("SET", period(phrase))
    if phrase.tokens[-1].kind == "w" and phrase.one("w") != "half" and phrase.texts("w")[-1] != "half":
        return None
    if len(phrase.tokens) > 2 and phrase.tokens[1].kind == "a" and phrase.one("w") != "half":
        return None  # "one a day"
    if phrase.one("k") == "second" and not joined and not _is_moment(phrase):
        return None
    return Reading("DURATION", period(phrase))


def _is_moment(phrase: Phrase) -> bool:
    """Whether "a second" is a time: not "a second straight win"."""
    first = phrase.tokens[0].text.lower()
    return first in ("a", "one") and (
        phrase.after[:1] in ".,;:!?)" or phrase.after in ("or", "later", "before", "after")
    )


def _is_split(phrase: Phrase) -> bool:
    """Whether a number follows another that it does not belong to: "the couple | six years ago"."""
    kinds = "".join(token.kind for token in phrase.tokens)
    at = kinds.find("qw")
    return at >= 0 and phrase.tokens[at + 1].text.lower() in numerals.SMALL


def _is_rate(phrase: Phrase) -> bool:
    """Whether "a day" says how often: "24 hours a day", "$5 an hour"."""
    return phrase.before in _COUNTED or phrase.before[-1:].isdigit() or phrase.before == "%"


def read_bare(phrase: Phrase) -> Reading | None:
    """As "weeks", "hours"; "week" alone says too little."""
    unit = phrase.one("uKk")
    if (
        not unit.endswith("s")
        or phrase.before == "-"
        or phrase.after == "old"
        or _stem(unit) in _NO_PERIODS | {"sec", "min"}
    ):
        return None
    return Reading("DURATION", period(phrase))


def period(phrase: Phrase) -> str:
    """The ISO 8601 duration of a number and a unit: "P3Y"; "PXM" where the number is vague."""
    unit = _stem(phrase.one("uKk"))
    code, number = _CODES[unit], _number(phrase)
    amount = "X" if number is None else numerals.decimal(number * _MULTIPLES.get(unit, 1))
    if number is None and unit in _MULTIPLES:
        code = {"decade": "DE", "century": "CE"}.get(unit, code)
    return f"PT{amount}{code[1]}" if code[0] == "T" else f"P{amount}{code}"


def _number(phrase: Phrase) -> Decimal | None:
    """The number of units; None where it is left open ("several", a bare plural)."""
    if phrase.texts("q"):
        return None
    figure, words = phrase.one("dn"), phrase.texts("w")
    if figure:  # "1.2.3.4 weeks" is no number of weeks
        return numerals.read_digits(figure) if figure.count(".") < 2 else None
    if words == ["half"] and phrase.tokens[-1].kind == "w" and phrase.tokens[-2].kind == "a":
        return Decimal("1.5")  # a year and a half
    if words == ["half"]:
        return Decimal("0.5")
    if words:
        whole = numerals.read_words(" ".join(word for word in words if word != "half"))
        return whole + (Decimal("0.5") if "half" in words else 0)
    return None if phrase.one("uKk").endswith("s") else Decimal(1)


def _stem(unit: str) -> str:
    return "century" if unit == "centuries" else unit.removesuffix("s")
