"""Text -> quotations: what stands between quotation marks, the marks left out, and who says it.

A quotation that runs over several paragraphs opens anew at each and closes once (Chicago Manual
of Style, 13.32); each paragraph of it is one quotation here. Of a quotation in a quotation only
the outer one is found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from summarize.data import Fact, Span
from summarize.facts.names import Name, find_names
from summarize.facts.single import find_single
from summarize.facts.speakers import find_speakers
from summarize.facts.words import plain

_OPENING = ("“", "„", "«", "``")
_MARK = re.compile(r"[“”„«»‟\"]|''|``|\n[ \t]*\n")
_BLOCK = re.compile(r"(?:^>[ \t]?[^\n]*\n?)+", re.MULTILINE)
_MARGIN = re.compile(r"^>[ \t]?", re.MULTILINE)
_FINAL = ".,;:!?"
# A quotation mark that is never closed must not turn half the article into a quotation.
_LONGEST = 3000


def find_quotes(text: str) -> tuple[Fact, ...]:
    """Find what is quoted in `text`; `value` is the words alone, without final punctuation.

    Single marks count where they stand like quotation marks and not like apostrophes. `attached`
    is the name of the speaker where the sentence gives one; "he said" gives none.
    """
    found = quotes_of(text)
    return with_speakers(text, found, find_names(text)) if found else found


def quotes_of(text: str) -> tuple[Fact, ...]:
    """The quotations of `text`, without their speakers."""
    double = list(_insides(text))
    blocks = [block for block in _blocks(text) if not _meets(block, double)]
    single = [inside for inside in find_single(text, double) if not _meets(inside, blocks)]
    outer = [inside for inside in double if not _lies_in(inside, single)]
    found = sorted((*outer, *blocks, *single))
    return tuple(_fact(text, start, end) for start, end in found if _is_quote(text[start:end]))


def with_speakers(text: str, quotes: Sequence[Fact], names: Sequence[Name]) -> tuple[Fact, ...]:
    """The same quotations with the names of their speakers; `names` are those of `text`."""
    speakers = find_speakers(text, [quote.span for quote in quotes], names)
    return tuple(
        Fact(quote.kind, quote.span, quote.value, quote.type, speaker)
        for quote, speaker in zip(quotes, speakers, strict=True)
    )


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


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The quotations that Markdown marks with ">" at the margin."""
    for match in _BLOCK.finditer(text):
        first = _MARGIN.match(text, match.start())
        if first and first.end() < match.end():
            yield first.end(), match.end()


def _meets(inside: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch overlaps one of `others`, which are sorted and do not overlap one another."""
    at = bisect_right(others, inside)
    return any(start < inside[1] and inside[0] < end for start, end in others[max(0, at - 1) : at + 1])


def _lies_in(inside: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(others, inside)
    return any(start <= inside[0] and inside[1] <= end for start, end in others[max(0, at - 1) : at])


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
    while _is_margin(text[start]):
        start += 1
    while _is_margin(text[end - 1]):
        end -= 1
    inside = text[start:end]
    words = plain(_MARGIN.sub("", inside))
    return Fact("quote", Span(start, end, inside), words.rstrip(_FINAL + " ") or words)


def _is_margin(character: str) -> bool:
    return character == ">" or character.isspace()
