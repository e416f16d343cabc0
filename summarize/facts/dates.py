"""Text -> time expressions with their TIMEX3 type and value (ISO-TimeML, ISO 24617-1).

The grammar is written over the classes of `timex`; `days` and `periods` read a match. Where the
words leave a part open its place is X, as in "XXXX-10-31" or "XXXX-WXX-4"; what depends on the
day of writing and is not resolved is named as HeidelTime names it: "UNDEF-last-week".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise, zip_longest

from summarize.data import Fact, Span
from summarize.facts import days, labels, periods
from summarize.facts.anchors import find_anchor
from summarize.facts.numerals import SCALES
from summarize.facts.readings import Phrase, Reading
from summarize.facts.resolve import resolved
from summarize.facts.timex import Token, find_tokens

# Bounded, so that a page of number words takes linear time.
_NUMBER = "(?:a?[wq]|[dn])(?:-?w|&w){0,6}(?:&aw|-&-a-w)?"
_ONE = "(?:[dn]|w(?:-w)?)"
_DATE = "(?:Mt?[do](?:,?y)?|[do]f?M(?:,?y)?|i|r|J(?:,?y)?)"
_CLOCK = "(?:(?:Cm?|[dw]m)z?|[ny]z)"
_DAY = f"(?:(?:[lx]?W,?,?)?t?{_DATE}|[lxh]?W|c)"
# "A thousand and one nights" goes on, "a million two days" does not.
_MOST_SCALE = 1000
# The first rule that fits a place wins, so the longer readings stand first.
_RULES: dict[str, tuple[str, Callable[[Phrase], Reading | None]]] = {
    "span": ("(?:W,?)?(?:M[do][-&T][do](?![uk])|[do][-&T][do]M)(?:,?y)?", days.read_span),
    "hours": (f"d[-T]{_CLOCK}(?:,?[fF]?{_DAY})?", days.read_hours),
    "time": (
        f"{_CLOCK}(?:,?[fF]?{_DAY})?|(?:e-?)?{_DAY},?f?(?:{_CLOCK}|p)|[lh]p|t?pf{_DAY}|pF?{_DAY}|p",
        days.read_time,
    ),
    "before": ("tujc", periods.read_before),
    "day": (f"(?:W,?,?)?t?{_DATE}", days.read_day),
    "month": ("(?:e-?)?(?:[lxh]|h[lx])?M(?:,?f?y)?", days.read_month),
    "weekday": ("Wf?[lxh]u|(?:e-?)?(?:[lxhE])?W", days.read_weekday),
    "season": ("(?:e-?)?(?:[lxhE]s|ts(?:f?y)?|sf?y|s)", days.read_season),
    "century": ("(?:e-?)?[Qo]-?K|tHu", days.read_ordinal),
    "label": ("B(?:f?t?H?u?y|f?G)?|yB|t?[Qk]wftH?u|t?[Qk]wfy", labels.read_label),
    "fiscal": ("(?:t?Hu?)?Y|G", labels.read_years),
    "quarter": ("t?[Qko]-?u(?:ft?(?:[lxh]H?u|H?u?y)|y)?", days.read_ordinal),
    "decade": ("t?(?:e-?)?D", labels.read_decade),
    "edge": ("tvf(?:t?[lxh]?H?[uK]|y|M)", periods.read_edge),
    "relative": (f"(?:e-?)?t?h?[lxh](?:{_NUMBER})?-?H?[uKk]", periods.read_relative),
    "ago": (f"(?:{_NUMBER}|a)?[uKk]g", periods.read_ago),
    "set": (f"(?:{_NUMBER})?N(?:a|E(?:{_NUMBER}|O)?)[uKk]|EO?(?:{_NUMBER}|[Qo])?[uKksp]|A", periods.read_set),
    "range": (f"[dn]-[dn]-?[uKk]|{_ONE}T{_ONE}-?[uKk]|a[uKk]Tw", periods.read_range),
    "joined": ("(?:w-)?[wdn]-[uKk]", periods.read_duration),
    "duration": (f"(?:a|{_ONE})[uKk]&aw|t?(?:{_NUMBER})[uKk]|w?a[uKk]", periods.read_duration),
    "deictic": ("t?Su|tu|t[Ul]", labels.read_deictic),
    "bare": ("[uKk]", periods.read_bare),
    "year": ("(?:t?Hu?|t?u)?(?:e-?)?y", days.read_year),
    "today": ("c", days.read_today),
    "vague": ("V", days.read_vague),
    "era": ("b", labels.read_era),
}


_NONE = (Phrase((), "", "", False, False), Reading("", ""))
_OPEN = re.compile(r"XXXX-\d\d(?:-\d\d)?")
_CLOSED = re.compile(r"\d{4}-\d\d")
_JOINT = re.compile(r",?\s?(?:to|through|until|and|or|-|–|—)\s?|,\s")
_YEARS = re.compile(r"(?<=\d{4})[-‑–/](?=\d\d$)")


@cache
def _grammar() -> re.Pattern[str]:
    rules = "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _RULES.items())
    return re.compile(f"(?=[^.|,&T\\-fFgjvU])(?:{rules})")  # no rule begins so


def find_dates(text: str, *, date: str | None = None) -> tuple[Fact, ...]:
    """Find the dates, times, durations and recurring times of `text`.

    `date` (ISO 8601) is the day of writing: with it relative expressions are resolved, and a
    weekday or month without year is the nearest that the tense of its sentence allows. `attached`
    is the phrase that anchors a duration: "before the election" after "two days".
    """
    readings = _share_years(text, list(_read(_apart(list(find_tokens(text))))))
    found = (_fact(text, phrase, reading, date) for phrase, reading in readings)
    return tuple(part for fact in found for part in _ends(fact))


def _share_years(text: str, found: list[tuple[Phrase, Reading]]) -> Iterator[tuple[Phrase, Reading]]:
    """Give the first day of "October 29 to November 1, 2021" its year."""
    for (phrase, reading), (following, last) in zip_longest(found, found[1:], fillvalue=_NONE):
        if _OPEN.fullmatch(reading.value) and following.tokens and _CLOSED.match(last.value):
            gap = text[phrase.tokens[-1].end : following.tokens[0].start]
            if _JOINT.fullmatch(gap):
                year = int(last.value[:4]) - (reading.value[5:7] > last.value[5:7])
                reading = Reading(reading.type, f"{year}{reading.value[4:]}")
        yield phrase, reading


def _ends(fact: Fact) -> tuple[Fact, ...]:
    """Both years of "2021-22", which TimeML counts as two expressions."""
    years = _YEARS.search(fact.span.text)
    if not years or "/" not in fact.value:
        return (fact,)
    (start, end, text), cut = (fact.span.start, fact.span.end, fact.span.text), years.start()
    first, _, last = fact.value.partition("/")
    spans = Span(start, start + cut, text[:cut]), Span(start + cut + 1, end, text[cut + 1 :])
    return replace(fact, span=spans[0], value=first, attached=None), replace(fact, span=spans[1], value=last)


def _read(tokens: list[Token]) -> Iterator[tuple[Phrase, Reading]]:
    kinds = "".join(token.kind for token in tokens)
    at = 0
    while found := _grammar().search(kinds, at):
        phrase = _phrase(tokens, found.start(), found.end())
        reading = _RULES[found.lastgroup or ""][1](phrase)
        if reading:
            yield phrase, reading
        at = found.end() if reading else found.start() + 1


def _phrase(tokens: list[Token], start: int, end: int) -> Phrase:
    before = tokens[start - 1].text if start else ""
    after = tokens[end].text if end < len(tokens) else ""
    named, naming = before[:1].isupper() and len(before) > 1 and before != "The", after[:1].isupper()
    return Phrase(tuple(tokens[start:end]), before.lower(), after.lower(), named, naming)


def _fact(text: str, phrase: Phrase, reading: Reading, date: str | None) -> Fact:
    start, end = phrase.tokens[0].start, phrase.tokens[-1].end
    value = resolved(reading.value, date, text, start) if date and reading.type != "SET" else reading.value
    return Fact("date", Span(start, end, text[start:end]), value, reading.type, find_anchor(text, end, reading.type))


def _apart(tokens: list[Token]) -> list[Token]:
    """Keep a number out of the date that begins behind it: "$3 million two days ago", "by 5 two weeks later"."""
    for at, (one, other) in enumerate(pairwise(tokens)):
        if other.kind == "w" and other.text.lower() not in SCALES and _ends_a_number(tokens, at):
            tokens[at] = one._replace(kind=".")
            if at and _is_digits(tokens, at - 1):
                tokens[at - 1] = tokens[at - 1]._replace(kind=".")
    return tokens


def _ends_a_number(tokens: list[Token], at: int) -> bool:
    return _is_digits(tokens, at) or SCALES.get(tokens[at].text.lower(), 0) > _MOST_SCALE


def _is_digits(tokens: list[Token], at: int) -> bool:
    """Whether a number stands there that is no day of a month."""
    return tokens[at].kind in ("d", "n") and (not at or tokens[at - 1].kind != "M")
