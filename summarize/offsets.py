"""Stretches of a text, and the arithmetic that keeps their places true when parts are taken out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `text_it_indexes[start:end] == text`, always."""

    start: int
    end: int
    text: str

    def moved(self, by: int) -> Span:
        """Return the same stretch in a text that has `by` more characters before it."""
        return Span(self.start + by, self.end + by, self.text)

    def overlaps(self, other: Span) -> bool:
        """Return whether two spans of one text have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """`Article.text[start:start + length]` is `Article.source[source:source + length]`."""

    start: int
    source: int
    length: int


def origin(segments: Sequence[Segment], position: int) -> int:
    """Return the place in the source of a character of the text."""
    segment = segments[_at(segments, position)]
    return segment.source + position - segment.start


def remove(segments: Sequence[Segment], ranges: Iterable[tuple[int, int]]) -> tuple[Segment, ...]:
    """Return the segments of a text that has lost some ranges, which may overlap, with their new places."""
    left: list[Segment] = []
    length = done = 0
    end = segments[-1].start + segments[-1].length if segments else 0
    for low, high in (*sorted(ranges), (end, end)):
        for segment in _between(segments, done, low):
            left.append(Segment(length, segment.source, segment.length))
            length += segment.length
        done = max(done, high)
    return tuple(left)


def _between(segments: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    at = _at(segments, start)
    while start < end and at < len(segments) and segments[at].start < end:
        segment = segments[at]
        low, high = max(start, segment.start), min(end, segment.start + segment.length)
        yield Segment(low, segment.source + low - segment.start, high - low)
        at += 1


def _at(segments: Sequence[Segment], position: int) -> int:
    return max(bisect_right(segments, position, key=lambda segment: segment.start) - 1, 0)
