"""A text and what is marked in it -> a tree of nodes for a template, and the characters that nobody sees made visible.

Everything here is linear in the text and its marks, but for the sorting.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

# What steers a reader or a terminal and shows nothing: control characters but tab and newlines, marks of direction
# (https://www.unicode.org/reports/tr9/), zero-width characters, tags, lone surrogates, noncharacters.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
    r"|(?<=[\x00-\u024f])[\u200c\u200d](?=[\x00-\u024f]|$)"  # joiners shape other scripts, and emoji
)


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a page, or with no `tag` a piece of text. `attributes` hold values that are not escaped yet."""

    tag: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Node, ...] = ()
    text: str = ""
    before: str = ""  # small print in front of the children, and after them: numbers of sources and findings
    after: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around a stretch of a text; where that must be divided, its `id` goes to the first part."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that is covered by the same spans from end to end: `keys` are theirs, shortest span first."""

    start: int
    end: int
    keys: tuple[int, ...]


def find_pieces(spans: Iterable[tuple[int, int, int]]) -> Iterator[Piece]:
    """Yield, in order, the pieces that spans (start, end, key), which may overlap, divide a text into."""
    given = [one for one in spans if one[0] < one[1]]
    lengths = {key: end - start for start, end, key in given}
    events = sorted((place, key) for start, end, key in given for place in (start, end))
    covering: set[int] = set()
    last = 0
    for place, key in events:
        if covering and last < place:
            yield Piece(last, place, tuple(sorted(covering, key=lambda one: (lengths[one], one))))
        covering ^= {key}
        last = place


class Layer:
    """Marks of one kind, none of which overlap: of two that would, the earlier or longer one stays."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks: list[Mark] = []
        for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
            if not self._marks or mark.start >= self._marks[-1].end:
                self._marks.append(mark)
        self._starts = [mark.start for mark in self._marks]
        self._ends = [mark.end for mark in self._marks]

    def between(self, start: int, end: int) -> Sequence[Mark]:
        """Return the marks that have a character in a range."""
        return self._marks[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


def nest(text: str, start: int, end: int, layers: Sequence[Layer]) -> tuple[Node, ...]:
    """Return `text[start:end]` as nodes, the marks of each layer inside those of the layers before it."""
    if not layers:
        return tuple(show(text[start:end]))
    nodes: list[Node] = []
    for mark in layers[0].between(start, end):
        low, high = max(mark.start, start), min(mark.end, end)
        nodes += nest(text, start, low, layers[1:]) if start < low else ()
        nodes.append(_part(mark, low, high, nest(text, low, high, layers[1:])))
        start = high
    return (*nodes, *(nest(text, start, end, layers[1:]) if start < end else ()))


def _part(mark: Mark, low: int, high: int, children: tuple[Node, ...]) -> Node:
    if low == mark.start:
        attributes, before = mark.attributes, mark.before
    else:
        attributes, before = {name: value for name, value in mark.attributes.items() if name != "id"}, ""
    return Node(mark.tag, attributes, children, before=before, after=mark.after if high == mark.end else "")


def show(text: str) -> Iterator[Node]:
    """Yield a text, each character that nobody sees as the name of its code point."""
    done = 0
    for found in _UNSEEN.finditer(text):
        if done < found.start():
            yield Node(text=text[done : found.start()])
        yield Node("span", {"class": "unseen"}, (Node(text=_named(found)),))
        done = found.end()
    if done < len(text):
        yield Node(text=text[done:])


def neutral(text: str) -> str:
    """Return a text with the names of the characters that nobody sees: for titles and attributes."""
    return _UNSEEN.sub(_named, text)


def _named(found: re.Match[str]) -> str:
    return f"U+{ord(found[0]):04X}"
