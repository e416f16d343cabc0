"""Characters with their places in a file -> a stretch of prose on one line that can still say where each stands.

A brief's file writes its prose wrapped, indented, escaped or marked up. What the guard reads is one line
with single spaces; each of its characters knows the range of the file that it was read from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from summarize.clean.invisible import find_invisible
from summarize.data import Span

Field = Literal["headline", "brief", "points", "description"]
# How a text is written down, which is what a correction of it must keep to.
Style = Literal["text", "markdown", "plain", "single", "double", "literal", "block"]


class Character(NamedTuple):
    """One character of prose, read from `source[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """One field of a brief: a headline, a paragraph, a point, a description.

    `places` gives for every character of `text` where in the file it was read from; `anchor` is where
    the field begins there, which is before its text if it stands in a block scalar.
    """

    field: Field
    text: str
    places: tuple[tuple[int, int], ...]
    anchor: int
    style: Style = "text"

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the file from which `text[start:end]`, which is not empty, was read."""
        return self.places[start][0], self.places[end - 1][1]

    @property
    def span(self) -> Span:
        """The whole text."""
        return Span(0, len(self.text), self.text)


def as_is(source: str, start: int, end: int) -> list[Character]:
    """Return the characters of a part of a file that means what it says."""
    return [Character(source[at], at, at + 1) for at in range(start, end)]


def make_stretch(field: Field, characters: Iterable[Character], style: Style, anchor: int | None = None) -> Stretch:
    """Put characters on one line, without the white space around them and those that nobody sees.

    The text is empty if there are no others.
    """
    line = _on_one_line(_seen(list(characters)))
    first = line[0].start if line else 0
    text, places = "".join(one.text for one in line), tuple((one.start, one.end) for one in line)
    return Stretch(field, text, places, first if anchor is None else anchor, style)


def _seen(characters: list[Character]) -> list[Character]:
    hidden = find_invisible("".join(one.text for one in characters))
    gone = {at for cut in hidden for at in range(cut.span.start, cut.span.end)}
    return [one for at, one in enumerate(characters) if at not in gone]


def _on_one_line(characters: Sequence[Character]) -> list[Character]:
    line: list[Character] = []
    for blank, run in groupby(characters, key=lambda one: one.text.isspace()):
        found = list(run)
        line += [Character(" ", found[0].start, found[-1].end)] if blank else found
    start, end = (line[0].text == " ", line[-1].text == " ") if line else (False, False)
    return line[start : len(line) - end]
