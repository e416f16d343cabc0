"""Markdown in, its layout out: what is no prose, the blocks of prose, the headings, the link labels.

After CommonMark (https://spec.commonmark.org/0.31.2/) and what GitHub, Hugo, Jekyll, MkDocs and
Docusaurus add, with one difference: a fence or a comment that is never closed hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from summarize.read.inline import Place, label

_ENCLOSURE = re.compile(
    r"""
    (?P<comment><!--)
  | <(?P<element>script|style|pre|svg|iframe|figure|table|form|nav|video|audio|object|picture|template)\b[^<>]*>
  | ^[ \t>]*(?P<math>\$\$|\\\[)
  | ^[ \t>]*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_MARKERS = re.compile(
    r"(?P<quote>[ \t]*(?:>[ \t]?)*)[ \t]*"
    r"(?P<item>(?:[-*+]|(?P<number>\d{1,3})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?"
    r"(?P<heading>#{1,6}(?:[ \t]+|$))?"
)
_LINK = re.compile(
    r" {0,3}\[([^\[\]^][^\[\]]*)\]:[ \t]*"
    r"(?:<[^<>]*>|(?=\S*(?:[/#:]|\w\.\w))\S+)"  # `[Q]: Why?` is no link
    r"(?:[ \t]+[\"'(].*)?[ \t]*$"
)
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]\s]+\]:")
_DROPPED_LINE = re.compile(
    r"""
    [ \t]*(?:!!!|\?\?\?\+?)[ ]\w                        # MkDocs: !!! note "Title"
  | [ \t]*:::                                           # Docusaurus: :::note
  | [ \t>]*\[!\w+\][-+]?                                # GitHub: > [!NOTE]
  | [ \t]*(?:\[toc\]|\[\[_?toc_?\]\]|\\newpage)[ \t]*$
  | import[ ](?:[^'"]*[ ]from[ ])?["'][^'"]+["'];?[ \t]*$ | export[ ](?:const|default|let)[ ]   # MDX
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CODE = re.compile(
    r"[;{}]$|^(?:\$ |>>>|#!|//|def |class |import |from \w+ import|return\b|function |var |const |let |sudo |pip |npm "
    r"|git |curl |</?\w)|\w\(\w*\)|[\w\])] ?[-+*/]?=[=\s]?"
)
_INDENTED = (" " * 4, "\t")
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, markers included; `prose_before` counts the characters of prose above it."""

    level: int
    start: int
    end: int
    prose_before: int


@dataclass(slots=True)
class Layout:
    """Places in a Markdown text; `text` is that text with the enclosures blanked."""

    text: str
    dropped: list[Place] = field(default_factory=list)
    prose: list[Place] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)


def find_blocks(text: str, start: int) -> Layout:
    """The layout of `text[start:]`, in which every line ends with a newline character alone."""
    dropped = list(_enclosures(text, start))
    layout = Layout(_blanked(text, dropped), dropped)
    _Sorter(layout, start).sort()
    return layout


def _enclosures(text: str, at: int) -> Iterator[Place]:
    unclosed: set[str] = set()  # a closing mark once sought in vain is not sought again
    while opening := _ENCLOSURE.search(text, at):
        at = opening.end()
        closing = _closing(opening)
        if closing in unclosed:
            continue
        if found := re.compile(closing, re.MULTILINE | re.IGNORECASE).search(text, at):
            at = found.end()
            yield opening.start(), at
        else:
            unclosed.add(closing)


def _closing(opening: re.Match[str]) -> str:
    if element := opening["element"]:
        return rf"</{element.lower()}\s*>"
    if fence := opening["fence"]:
        return rf"^[ \t>]*{fence[0]}{{{len(fence)},}}(?=[ \t]*$)"
    if opening["math"]:
        return r"\$\$" if opening["math"] == "$$" else r"\\\]"
    return "-->"


def _blanked(text: str, places: list[Place]) -> str:
    parts, at = [], 0
    for start, end in places:
        parts += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


class _Sorter:
    """Goes through the lines once and sorts them into the layout; `block` is the prose block still open."""

    def __init__(self, layout: Layout, start: int) -> None:
        self.layout = layout
        self.starts: list[int] = []
        self.lines: list[str] = []
        for line in layout.text[start:].split("\n"):
            self.starts.append(start)
            self.lines.append(line.rstrip())
            start += len(line) + 1
        self.block: list[int] = []  # indices of lines
        self.in_list = self.in_quote = False
        self.characters = 0

    def sort(self) -> None:
        index = 0
        while index < len(self.lines):
            index += self._blank(index) or self._drop(index) or self._keep(index)
        self._close()

    def _end(self, index: int) -> int:
        return self.starts[index] + len(self.lines[index])

    def _close(self) -> None:
        if self.block:
            self.layout.prose.append((self.starts[self.block[0]], self._end(self.block[-1])))
        self.block = []

    def _blank(self, index: int) -> int:
        if self.lines[index]:
            return 0
        self._close()
        return 1

    def _drop(self, index: int) -> int:
        """How many lines from `index` on are no prose."""
        count = (
            self._table(index)
            or self._code(index)
            or self._definition(index)
            or self._underline(index)
            or self._rule(index)
            or int(bool(_DROPPED_LINE.match(self.lines[index])))
        )
        if count:
            self._close()
            self.layout.dropped.append((self.starts[index], self._end(index + count - 1)))
        return count

    def _table(self, index: int) -> int:
        line, after = self.lines[index].strip(), "".join(self.lines[index + 1 : index + 2])
        ruled = "|" in after and "-" in after and not after.strip("|:- \t>")
        if "|" not in line or not (ruled or (len(line) > 2 and line[0] == line[-1] == "|")):
            return 0
        return self._run(index, lambda row: "|" in row)

    def _run(self, index: int, belongs: Callable[[str], object]) -> int:
        return sum(1 for _ in takewhile(belongs, map(self.lines.__getitem__, range(index, len(self.lines)))))

    def _code(self, index: int) -> int:
        """Indented lines are code only if they look like it: prose is indented, too."""
        if self.block or not self.lines[index].startswith(_INDENTED):
            return 0
        count = self._run(index, lambda line: line.startswith(_INDENTED))
        likely = sum(1 for line in self.lines[index : index + count] if _CODE.search(line.strip()))
        return count if likely * 2 >= count else 0

    def _definition(self, index: int) -> int:
        line = self.lines[index]
        if link := _LINK.match(line):
            self.layout.labels.add(label(link[1]))
            return 1
        if not _FOOTNOTE.match(line):
            return 0
        return 1 + self._run(index + 1, lambda more: more and not more.lstrip().startswith("["))

    def _underline(self, index: int) -> int:
        """`Title` above a line of `=` or `-`; under more than one line it is no title."""
        if not self.block or self.in_list or not _UNDERLINE.match(self.lines[index]):
            return 0
        level = 1 if "=" in self.lines[index] and len(self.block) == 1 else 2
        start = self.starts[self.block[0]]
        before = self.characters - sum(len(self.lines[at]) for at in self.block)
        self.layout.headings.append(Heading(level, start, self._end(index), before))
        return 1

    def _rule(self, index: int) -> int:
        signs = self.lines[index].replace(" ", "").replace("\t", "")
        return int(len(signs) >= 3 and signs[0] in "-*_" and not signs.strip(signs[0]))

    def _keep(self, index: int) -> int:
        markers = _MARKERS.match(self.lines[index])
        assert markers  # it matches the empty string, too
        wrapped = self.block and not self.in_list and markers["number"] not in (None, "1")  # `in\n1984. Then`
        quoted, is_item = ">" in markers["quote"], bool(markers["item"]) and not wrapped
        if is_item or markers["heading"] or quoted != self.in_quote or not self.block:
            self._close()
            self.in_list, self.in_quote = is_item, quoted
        end = markers.end("quote") if wrapped else markers.end()
        if self.lines[index][:end].strip():
            self.layout.dropped.append((self.starts[index], self.starts[index] + end))
        self.block.append(index)
        if markers["heading"]:
            self._heading(index, len(markers["heading"].strip()))
        else:
            self.characters += len(self.lines[index])
        return 1

    def _heading(self, index: int, level: int) -> None:
        body = self.lines[index]
        bare = body.rstrip("#")
        if bare != body and bare[-1:] in " \t":
            self.layout.dropped.append((self.starts[index] + len(bare), self._end(index)))
        self.layout.headings.append(Heading(level, self.starts[index], self._end(index), self.characters))
        self._close()
