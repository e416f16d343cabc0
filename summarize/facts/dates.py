"""Text -> time expressions with their TIMEX3 type and value (ISO-TimeML, ISO 24617-1).

The grammar is written over the classes of `timex`; `values` reads a match. Where the words leave
a part open its place is X, as in "XXXX-10-31" or "XXXX-WXX-4"; what depends on the day of
writing and is not resolved is named as HeidelTime names it: "UNDEF-last-week".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarize.data import Fact, Span
from summarize.facts.resolve import resolved
from summarize.facts.timex import Token, find_tokens
from summarize.facts.values import BUILDERS, Match

_NUMBER = "(?:a?[wq]|[dn])(?:-?w|&w)*(?:&aw)?"
_DATE = "(?:M[do](?:,?y)?|[do]f?M(?:,?y)?|i|r)"
_CLOCK = "(?:Cm?|dm)z?"
_DAY = f"(?:(?:[lx]?W,?,?)?t?{_DATE}|[lxh]?W|c)"
# The first rule that fits a place wins, so the longer readings stand first.
_RULES = {
    "span": "(?:W,?)?(?:M[do][-&][do](?![uk])|[do][-&][do]M)(?:,?y)?",
    "time": f"{_CLOCK}(?:,?f?{_DAY})?|{_DAY},?f?(?:{_CLOCK}|p)|[lh]p",
    "day": f"(?:W,?,?)?t?{_DATE}",
    "month": "(?:e-?)?(?:[lxh]|h[lx])?M(?:,?f?y)?",
    "weekday": "(?:[lxhE])?W",
    "season": "(?:e-?)?(?:[lxhE]s|ts(?:f?y)?|sf?y|s)",
    "ordinal": "t?(?:e-?)?[QkoH]-?u(?:ft?(?:[lxh]H?u|H?u?y)|y)?",
    "decade": "t?(?:e-?)?D",
    "edge": "tvf(?:t?[lxh]?H?u|y|M)",
    "relative": f"(?:e-?)?t?h?[lxh](?:{_NUMBER})?-?H?[uk]",
    "ago": f"(?:{_NUMBER}|a)[uk]g",
    "set": f"E(?:{_NUMBER}|[Qo])?[uksp]|A",
    "duration": f"t?(?:{_NUMBER})-?[uk]|a[uk]",
    "bare": "[uk]",
    "year": "(?:t?Hu?|t?u)?(?:e-?)?y",
    "today": "c",
    "vague": "V",
}


@cache
def _grammar() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _RULES.items()))


def find_dates(text: str, *, date: str | None = None) -> tuple[Fact, ...]:
    """Find the dates, times, durations and recurring times of `text`.

    `date` (ISO 8601) is the day of writing: with it relative expressions are resolved, and a
    weekday or month without year is the nearest that the tense of its sentence allows.
    """
    return tuple(_fact(text, match, date) for match in _matches(list(find_tokens(text))))


def _matches(tokens: list[Token]) -> Iterator[Match]:
    kinds = "".join(token.kind for token in tokens)
    at = 0
    while found := _grammar().search(kinds, at):
        before = tokens[found.start() - 1] if found.start() else None
        after = tokens[found.end()] if found.end() < len(tokens) else None
        inside = tokens[found.start() : found.end()]
        read = BUILDERS[found.lastgroup or ""](inside, before, after)
        if read:
            yield Match(inside[0].start, inside[-1].end, *read)
        at = found.end() if read else found.start() + 1


def _fact(text: str, match: Match, date: str | None) -> Fact:
    value = resolved(match.value, date, text, match.start) if date else match.value
    return Fact("date", Span(match.start, match.end, text[match.start : match.end]), value, match.type)
