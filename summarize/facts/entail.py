"""Does one date or figure of an article bear out one of a brief? By values, without the texts."""

from __future__ import annotations

import re

from summarize.data import Fact

_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?|-W(?:\d\d|XX)-(\d)|-(Q\d|SP|SU|FA|WI))?$")
_PERIOD = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)([A-Z]+)$")
_IN_SMALLER = {"W": (7, "D"), "Y": (12, "M"), "TH": (60, "TM")}
_DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD"})
_STRICT = _DOLLARS | {"EUR", "GBP", "JPY", "CNY", "INR", "RUB", "CHF", "ILS", "MXN", "%", "pp", "c", "p"}


def date_entails(source: str, wanted: str) -> bool:
    """Whether the TIMEX3 value `source` bears out `wanted`: "2011-11-21" does "XXXX-11", not "2012"."""
    if source == wanted or wanted.endswith("_REF"):
        return True
    if "/" in source or "/" in wanted:
        return _interval_entails(source, wanted)
    if wanted.startswith("P") or source.startswith("P"):
        period = _period(source.removeprefix("UNDEF-ago-"))
        return (period is not None and period == _period(wanted)) or _is_vague_of(wanted, source)
    source_day, _, source_time = _split(source)
    wanted_day, _, wanted_time = _split(wanted)
    if wanted_time and not source_time.startswith(wanted_time):
        return False
    return source_day == wanted_day or wanted_day == "XXXX-XX-XX" or _day_entails(source_day, wanted_day)


def _split(value: str) -> tuple[str, str, str]:
    return value.partition("T") if not value.startswith("UNDEF-ago") else (value, "", "")


def _interval_entails(source: str, wanted: str) -> bool:
    return all(any(date_entails(end, one) for end in source.split("/")) for one in wanted.split("/"))


def _period(value: str) -> tuple[float, str] | None:
    match = _PERIOD.match(value)
    if not match or match[2] == "X":
        return None
    times, unit = _IN_SMALLER.get(match[1] + match[3], (1, match[1] + match[3]))
    return float(match[2]) * times, unit


def _is_vague_of(wanted: str, source: str) -> bool:
    """As "weeks" is borne out by "three weeks"."""
    match, other = _PERIOD.match(wanted), _PERIOD.match(source.removeprefix("UNDEF-ago-"))
    return bool(match and other and match[2] == "X" and match[3] == other[3] and match[1] == other[1])


def _day_entails(source: str, wanted: str) -> bool:
    if re.fullmatch(r"\d{2,3}", wanted):  # a decade or century
        return source.startswith(wanted)
    one, other = _DAY.match(source), _DAY.match(wanted)
    if not one or not other:
        return False
    return all(part in (None, "XX", "XXXX", given) for part, given in zip(other.groups(), one.groups(), strict=True))


def figure_entails(source: Fact, wanted: Fact) -> bool:
    """Whether the figure `source` bears out `wanted`: same number, and a unit that does not clash."""
    if source.value == wanted.value:
        return not source.type or source.type == wanted.type  # "phase 2" bears out "second phase"
    if source.type or wanted.type:
        return False
    number, _, unit = source.value.partition(" ")
    other, _, asked = wanted.value.partition(" ")
    if number != other:
        return False
    if unit in _DOLLARS and asked in _DOLLARS:  # "$" may be any of them
        return wanted.span.text.startswith("$") or source.span.text.startswith("$")
    return not {unit, asked} & _STRICT and (not unit or not asked or "year" in (unit, asked))
