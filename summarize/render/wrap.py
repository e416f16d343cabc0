"""Text -> where its lines begin and end on a terminal. Columns are counted, not code points.

A CJK character takes two columns, a combining mark none. For text of narrow characters the lines are
those of `textwrap` with neither long words nor hyphens broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPACE = r"\t\n\x0b\x0c\r "
_CHUNK = re.compile(f"[{_SPACE}]+|[^{_SPACE}]+")
# Latin letters and the dashes, quotation marks and currency signs of newspapers take a column each: most
# articles never need the tables, which take longer to import than this whole package.
_NARROW = re.compile(r"[\x00-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
# What no line begins with, and what none ends with, where words are not told apart by spaces.
_CLOSING = frozenset("、。，．・：；？！」』）】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ”’…")
_OPENING = frozenset("「『（【〈《〔［｛“‘")
_ELLIPSIS = "…"


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    if _NARROW.fullmatch(text):
        return len(text)
    import wcwidth

    return int(wcwidth.width(text, control_codes="ignore"))


def wrap(text: str, width: int, first: int = 0, rest: int = 0) -> tuple[tuple[int, int], ...]:
    """Return start and end of each line: at most `width` columns with an indent of `first`, then of `rest`.

    A word that is wider than a line overflows, unless it has characters of two columns to break at.
    """
    lines: list[tuple[int, int]] = []
    line: list[tuple[int, int]] = []
    used = 0
    opens = False  # the text's own first line keeps the white space before it
    for start, end in _chunks(text, width - max(first, rest)):
        taken = columns(text[start:end])
        if line and used + taken > width - (rest if lines else first):
            lines += _closed(line, text)
            line, used, opens = [], 0, bool(lines)
        if opens and not text[start:end].strip():
            opens = False
            continue
        line.append((start, end))
        used, opens = used + taken, False
    return (*lines, *_closed(line, text))


def shorten(text: str, width: int) -> str:
    """Return a text cut after a word so that it takes at most `width` columns, an ellipsis included."""
    if columns(text) <= width:
        return text
    room = max(width - columns(_ELLIPSIS), 1)
    ((start, end), *_) = wrap(text, room)
    return text[start : min(end, start + room)].rstrip(" ,;:") + _ELLIPSIS


def _closed(line: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return the line as one range without the white space at its end, or nothing if nothing is left."""
    if line and not text[slice(*line[-1])].strip():
        line = line[:-1]
    return [(line[0][0], line[-1][1])] if line else []


def _chunks(text: str, room: int) -> Iterator[tuple[int, int]]:
    for found in _CHUNK.finditer(text):
        if columns(found[0]) <= room or _NARROW.fullmatch(found[0]):
            yield found.span()
        else:
            yield from _broken(found[0], found.start())


def _broken(word: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a word between which a line may end: beside characters of two columns."""
    import wcwidth

    start = end = offset
    before = ""
    for cluster in wcwidth.iter_graphemes(word):
        is_wide = columns(cluster) > 1 or columns(before) > 1
        if before and is_wide and cluster not in _CLOSING and before not in _OPENING:
            yield start, end
            start = end
        end += len(cluster)
        before = cluster
    yield start, end
