"""A file -> the places where its writer says that a finding is to be let be.

<!-- summarize: ignore -->                              on the line of the finding
<!-- summarize: ignore unsupported-date, moved -->      only these rules, or those whose names begin so
<!-- summarize: ignore-next-line unsupported-date -->   above it, blank lines between them or not
# summarize: ignore-next-line                           in front matter and in plain text
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarize.data import Span
from summarize.editorial.lines import Lines

_WORDS = r"summarize:[ \t]*ignore(?P<next>-next-line)?"
_COMMENT = re.compile(
    rf"<!--\s*{_WORDS}(?P<rules>(?:[ \t,](?:(?!-->|<!--)[^\r\n])*)?)(?:[\r\n]\s*)?-->"  # one `<!--` looks to the next
)
_HASH = re.compile(rf"(?<!\S)\#[ \t]*{_WORDS}(?P<rules>(?:[ \t,][^\r\n]*)?)(?=[\r\n]|\Z)")
_SEPARATOR = re.compile(r"[,\s]+")


@dataclass(frozen=True, slots=True)
class Directive:
    """Where one stands, the line on which it holds, and the rules it names; none stand for all."""

    span: Span
    target: int
    rules: tuple[str, ...]


def find_directives(source: str, comments: Iterable[range], hashes: Iterable[range]) -> tuple[Directive, ...]:
    """Return the directives in parts of a file: comments of HTML, and those that a hash sign begins."""
    lines = Lines(source)
    found = [*_matches(source, _COMMENT, comments), *_matches(source, _HASH, hashes)]
    taken = {line for match in found for line in _lines_of(match, lines)}
    return tuple(_directive(match, lines, taken) for match in sorted(found, key=lambda match: match.start()))


def _matches(source: str, pattern: re.Pattern[str], parts: Iterable[range]) -> Iterator[re.Match[str]]:
    for part in parts:
        yield from pattern.finditer(source, part.start, part.stop)


def _lines_of(match: re.Match[str], lines: Lines) -> range:
    return range(lines.line(match.start()), lines.line(match.end() - 1) + 1)


def _directive(match: re.Match[str], lines: Lines, taken: set[int]) -> Directive:
    rules = tuple(filter(None, _SEPARATOR.split(match["rules"].strip())))
    target = _lines_of(match, lines)[0]
    if match["next"]:
        target = _lines_of(match, lines)[-1] + 1
        # A comment between two paragraphs of Markdown has blank lines around it, and may follow another comment.
        while target < len(lines) and (target in taken or not lines.text(target).strip()):
            target += 1
    return Directive(Span(match.start(), match.end(), match[0]), target, rules)
