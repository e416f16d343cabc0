"""Text -> quotations: what stands between double quotation marks, the marks left out.

A quotation that runs over several paragraphs opens anew at each and closes once (Chicago Manual
of Style, 13.32); each paragraph of it is one quotation here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.data import Fact, Span
from summarize.facts.words import plain

_OPENING = ("“", "„", "«", "``")
_MARK = re.compile(r"[“”„«»‟\"]|''|``|\n[ \t]*\n")
_TRIMMED = " \t\n\r\f\v\u00a0"
_FINAL = ".,;:!?"
# A quotation mark that is never closed must not turn half the article into a quotation.
_LONGEST = 3000


def find_quotes(text: str) -> tuple[Fact, ...]:
    """Find what is quoted in `text`; `value` is the words alone, without final punctuation.

    Single quotation marks are left alone: they cannot be told from apostrophes.
    """
    return tuple(_fact(text, start, end) for start, end in _insides(text) if _is_quote(text[start:end]))


def _insides(text: str) -> Iterator[tuple[int, int]]:
    opened = -1
    for match in _MARK.finditer(text):
        if opened >= 0 and (_is_break(match) or not _is_opening(text, match)):
            yield opened, match.start()
            opened = -1
        elif _is_opening(text, match):  # where one stands open already, that one was never closed
            opened = match.end()
    if opened >= 0:
        yield opened, len(text)


def _is_break(match: re.Match[str]) -> bool:
    return match[0].startswith("\n")


def _is_opening(text: str, match: re.Match[str]) -> bool:
    if match[0] != '"':
        return match[0] in _OPENING
    return _opens_word(text, match)


def _opens_word(text: str, match: re.Match[str]) -> bool:
    """Whether a straight mark stands like an opening one: after a space, before a letter."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return (not before or before.isspace() or before in "([—") and bool(after) and not after.isspace()


def _is_quote(inside: str) -> bool:
    return len(inside) <= _LONGEST and any(character.isalnum() for character in inside)


def _fact(text: str, start: int, end: int) -> Fact:
    while text[start] in _TRIMMED:
        start += 1
    while text[end - 1] in _TRIMMED:
        end -= 1
    inside = text[start:end]
    return Fact("quote", Span(start, end, inside), plain(inside).rstrip(_FINAL + " ") or plain(inside))
