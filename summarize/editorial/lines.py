"""A text -> the line and column of each of its places, both counted from 1, columns in code points."""

from __future__ import annotations

import re
from bisect import bisect_right

_NEWLINE = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of one text; CRLF ends one line, and a newline belongs to the line that it ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def line(self, position: int) -> int:
        """Return the line that a position of the text stands on."""
        return bisect_right(self._starts, position)

    def column(self, position: int) -> int:
        """Return the column of a position on its line."""
        return position - self._starts[self.line(position) - 1] + 1

    def text(self, line: int) -> str:
        """Return a line without its newline."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")
