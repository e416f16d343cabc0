"""An Article -> its source as a reader sees it: paragraphs, what was cleaned away, and the lines they stand on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from summarize.data import Article, Cut, Span

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?=\r|\n)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of `Article.source` that stands by itself. `is_cut`: cleaning left nothing of it."""

    start: int
    end: int
    is_cut: bool


class Layout:
    """The source of one article; every question is answered in logarithmic time."""

    def __init__(self, article: Article, breaks: tuple[int, ...]) -> None:
        """Take an article and the places of its text where paragraphs begin."""
        self.article = article
        self._lines = [0, *(found.end() for found in _NEWLINE.finditer(article.source))]
        self._kept = [(one.source, one.source + one.length) for one in article.segments]
        self._kept_ends = [end for _, end in self._kept]
        self._breaks = sorted({0, *self._found_breaks(breaks), len(article.source)})

    def place(self, span: Span) -> Span:
        """Return where a span of the text stands in the source."""
        return self.article.locate(span.start, span.end)

    def line(self, position: int) -> int | None:
        """Return the line of a place of the source, from 1, None if it has no lines that the file has (HTML)."""
        return bisect_right(self._lines, position) if self.article.basis == "file" else None

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs in order, without the white space around them."""
        source = self.article.source
        for start, end in zip(self._breaks, self._breaks[1:], strict=False):
            part = source[start:end]
            start += len(part) - len(part.lstrip())
            end = start + len(part.strip())
            if start < end:
                yield Paragraph(start, end, not self._has_kept(start, end))

    def _line_start(self, position: int) -> int:
        return self._lines[bisect_right(self._lines, position) - 1]

    def _has_kept(self, start: int, end: int) -> bool:
        at = bisect_right(self._kept_ends, start)
        while at < len(self._kept) and self._kept[at][0] < end:
            low, high = self._kept[at]
            if self.article.source[max(low, start) : min(high, end)].strip():
                return True
            at += 1
        return False

    def _found_breaks(self, breaks: tuple[int, ...]) -> Iterator[int]:
        for place in breaks:
            start = self.article.locate(place, place + 1).start
            first = self._line_start(start)
            # What was cut at the beginning of a line, a dateline or the sign of a list, goes with the rest of it.
            yield start if self._has_kept(first, start) else first
        yield from (found.end() for found in _BLANK_LINE.finditer(self.article.source))
        for cut in self.article.cuts:
            if self._is_whole_lines(cut):
                yield cut.span.start
                yield from (cut.span.start + found.end() for found in _NEWLINE.finditer(cut.span.text))
                yield cut.span.end

    def _is_whole_lines(self, cut: Cut) -> bool:
        """Whether a cut takes out lines, not words of one."""
        source, start, end = self.article.source, cut.span.start, cut.span.end
        first = self._line_start(start)
        following = bisect_left(self._lines, end)
        last = self._lines[following] if following < len(self._lines) else len(source)
        return not source[first:start].strip() and not source[end:last].strip()
