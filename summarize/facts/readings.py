"""What the builders of time expressions share: a builder reads the tokens of one match."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from summarize.facts.holidays import holiday_value
from summarize.facts.timex import MONTHS, WEEKDAYS, Token

_DIRECTIONS = {"l": "last", "x": "next", "h": "this"}


class Reading(NamedTuple):
    """A TIMEX3 type and value."""

    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens of a match and the words around it, in lower case, "" at an end of the text.

    `named` says that the word before begins with a capital, `naming` the same of the word after.
    """

    tokens: tuple[Token, ...]
    before: str
    after: str
    named: bool
    naming: bool

    def texts(self, kinds: str) -> list[str]:
        """The tokens of these classes, in lower case."""
        return [token.text.lower() for token in self.tokens if token.kind in kinds]

    def one(self, kinds: str) -> str:
        """The first token of these classes, in lower case; "" if there is none."""
        return next(iter(self.texts(kinds)), "")

    @property
    def direction(self) -> str:
        """last, this or next, by the word nearest to the noun; "" if none says."""
        return next((_DIRECTIONS[token.kind] for token in reversed(self.tokens) if token.kind in _DIRECTIONS), "")


def month_number(word: str) -> int:
    """1 for "january", "jan."."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(word[:3]))


def weekday_number(word: str) -> int:
    """1 for "monday", "mon."."""
    return next(number for number, day in enumerate(WEEKDAYS, 1) if day.startswith(word[:3]))


def digits(text: str) -> int:
    """The number in "21st"."""
    return int("".join(character for character in text if character.isdigit()))


def calendar(phrase: Phrase) -> str:
    """The ISO date of what month, day and year the phrase holds."""
    if iso := phrase.one("i"):
        return iso.upper()
    if holiday := phrase.one("J"):
        return holiday_value(holiday, phrase.one("y"))
    if numeric := phrase.one("r"):
        return _numeric(numeric)
    value = phrase.one("y") or "XXXX"
    if month := phrase.one("M"):
        value += f"-{month_number(month):02d}"
    if day := next((token.text for at, token in enumerate(phrase.tokens) if _is_day(phrase, at)), ""):
        value += f"-{digits(day):02d}"
    return value


def _numeric(text: str) -> str:
    """As "3/4/21" read as month/day/year; as day/month/year where that is the only way."""
    first, second, year = (int(part) for part in text.replace(".", "/").split("/"))
    if year < 100:  # POSIX strptime: 69-99 are the last century's
        year += 1900 if year > 68 else 2000
    if first > 12 or "." in text:
        first, second = second, first
    return f"{year}-{first:02d}-{second:02d}"


def _is_day(phrase: Phrase, at: int) -> bool:
    return phrase.tokens[at].kind in "do" and not is_hour(phrase, at)


def is_hour(phrase: Phrase, at: int) -> bool:
    """Whether a number is the 8 of "8 p.m."."""
    tokens = phrase.tokens
    return tokens[at].kind in "dw" and at + 1 < len(tokens) and tokens[at + 1].kind == "m"
