"""A statement and the day its article was written -> the same with the calendar day behind "on Thursday"."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise

from summarize.data import Fact
from summarize.facts import find_dates

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What is yet to come may be this week's Thursday or the next: only the past is certain.
_TO_COME = re.compile(
    r"\b(?:will|shall|would|may|might|next|coming|upcoming|scheduled|plans?|planned|expect(?:s|ed)?|due|until|by|"
    r"(?:is|are|was|were) to|going to|set to|ahead of)\b",
    re.IGNORECASE,
)
_SURE = frozenset({"yesterday", "today", "tomorrow", "tonight"})


def resolve_dates(text: str, written: str | None) -> str:
    """Return `text` with "Thursday" as "Thursday (27 October 2022)", where that is certain.

    `written` is the article's date in any form; without a full one nothing is changed. Text that
    has been resolved stays as it is.
    """
    day = _day_of(written)
    if not day:
        return text
    found = find_dates(text, date=day)
    alone = [fact for fact, after in pairwise((*found, None)) if fact and _is_alone(fact, after, text)]
    for fact in reversed(alone):
        if _DAY.fullmatch(fact.value) and (fact.span.text.lower() in _SURE or not _TO_COME.search(text)):
            text = f"{text[: fact.span.end]} ({_spelt(fact.value)}){text[fact.span.end :]}"
    return text


def _day_of(written: str | None) -> str:
    """Return the day in an article's date as ISO 8601, "" if it has none."""
    dates = find_dates(written or "")
    return next((match[0] for fact in dates if (match := _DAY.match(fact.value))), "")


def _is_alone(fact: Fact, after: Fact | None, text: str) -> bool:
    """Return whether a date is a bare word, which no figure and no other date beside it makes more precise."""
    bare = fact.span.text.replace(" ", "").isalpha()
    return bare and (after is None or len(text[fact.span.end : after.span.start].strip(" ,(")) > 0)


def _spelt(value: str) -> str:
    day = datetime.date.fromisoformat(value)
    return f"{day.day} {day:%B %Y}"
