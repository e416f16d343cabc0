"""One block of Markdown prose in, the places of its inline markup out.

The rules are CommonMark's (https://spec.commonmark.org/0.31.2/#inlines), made stricter where news
copy needs it: an asterisk inside a word or a number stays, and so do brackets that are no link.
Every pattern is bounded by a delimiter that it cannot contain, so that hostile input costs no more
than its length.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

Place = tuple[int, int]

_TOKEN = re.compile(
    r"""
    (?P<code>`+)
  | (?P<wiki>\[\[(?:[^\[\]|\n]*\|)?(?P<page>[^\[\]|\n]+)\]\])
  | (?P<auto><(?:(?:https?|ftp|mailto):[^\s<>]*|[\w.+-]+@[\w.-]+)>)
  | (?P<url>https?://[^\s<>\[\]()*`]+)
  | (?P<escape>\\(?:[!-/:-@\[-`{-~]|[ ]*\n))
  | (?P<whole>
        \^?\[\^[^\[\]\s]+\] | \[@[^\[\]\n]+\] | <sup>[\d\s*†,]*</sup>  # footnote markers, citations
      | </?[A-Za-z][\w:.-]*\s*/?> | <[A-Za-z][\w:.-]*\s[^<>=]*=[^<>]*>   # tags
      | \{\{[^{}]*\}\} | \{%[^{}]*%\} | \{[:\#.][^{}\n]*\}           # shortcodes, attributes
      | &(?:shy|zwnj|zwj|\#173|\#8203); | (?<=\s)&nbsp; | &nbsp;(?=\s) | (?<=&)amp;
    )
  | (?P<open>[!^]?\[)
  | (?P<close>\])
  | (?P<strike>~~)
  | (?P<emphasis>\*+|_+)
    """,
    re.VERBOSE,
)
_TARGET = re.compile(
    r"""\( \s{0,9} (?:<[^<>\n]*> | [^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)
        (?:\s{1,9} (?:"[^"]*" | '[^']*' | \([^()]*\)))? \s{0,9} \)""",
    re.VERBOSE,
)
_REFERENCE = re.compile(r"[ ]?\[([^\[\]]{0,200})\]")
_LONGEST_LABEL = 200


def label(text: str) -> str:
    """The form in which two labels of links are compared."""
    return " ".join(text.casefold().split())


def find_inline(text: str, start: int, end: int, labels: Collection[str]) -> list[Place]:
    """The markup in `text[start:end]`, one block of prose; `labels` are those of the links defined."""
    end = start + len(text[start:end].rstrip())  # a backslash at the end of a block breaks no line
    return list(_Scan(text, start, end, labels).places())


class _Scan:
    """One pass over the tokens; what is open waits on stacks, so that no text is read twice."""

    def __init__(self, text: str, start: int, end: int, labels: Collection[str]) -> None:
        self.text, self.start, self.at, self.end, self.labels = text, start, start, end, labels
        self.brackets: list[Place] = []
        self.emphasis: dict[str, list[Place]] = {"*": [], "_": []}
        self.struck: int | None = None
        self.unclosed: set[int] = set()

    def places(self) -> Iterator[Place]:
        while token := _TOKEN.search(self.text, self.at, self.end):
            self.at = token.end()
            yield from self._places_of(token)

    def _places_of(self, token: re.Match[str]) -> Iterator[Place]:
        start, end = token.span()
        match token.lastgroup:
            case "whole":
                yield start, end
            case "escape":
                yield start, start + 1
            case "auto":
                yield from ((start, start + 1), (end - 1, end))
            case "wiki":
                yield from ((start, token.start("page")), (end - 2, end))
            case "code":
                yield from self._code(start, end)
            case "open":
                self.brackets.append((start, end))
            case "close" if self.brackets:
                yield from self._link(self.brackets.pop(), start, end)
            case "strike":
                yield from self._strike(start, end)
            case "emphasis":
                yield from self._emphasis(start, end)

    def _code(self, start: int, end: int) -> Iterator[Place]:
        length = end - start
        if length in self.unclosed:
            return
        closing = re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(self.text, end, self.end)
        if closing is None:
            self.unclosed.add(length)
            return
        self.at = closing.end()
        yield from ((start, end), closing.span())

    def _link(self, opening: Place, start: int, end: int) -> Iterator[Place]:
        sign = self.text[opening[0]]
        after = end if sign == "^" else self._link_end(opening[1], start, end)  # ^[a note of the author's]
        if after is None:
            return
        self.at = after
        if sign in "!^":
            yield opening[0], after
        else:
            yield from (opening, (start, after))

    def _link_end(self, inside: int, start: int, end: int) -> int | None:
        """Where `[text](target)`, `[text][label]`, `[text][]` or `[text]` ends; None if it is no link."""
        if target := _TARGET.match(self.text, end, self.end):
            return target.end()
        own = label(self.text[inside:start]) if start - inside <= _LONGEST_LABEL else ""
        reference = _REFERENCE.match(self.text, end, self.end)
        if reference and (label(reference[1]) or own) in self.labels:
            return reference.end()
        return end if own in self.labels else None

    def _strike(self, start: int, end: int) -> Iterator[Place]:
        """Text struck out is what the author took back, so it goes with its markers."""
        if self.struck is not None and not self._before(start).isspace():
            yield self.struck, end
            self.struck = None
        elif not self._after(end).isspace():
            self.struck = start

    def _emphasis(self, start: int, end: int) -> Iterator[Place]:
        before, after, sign = self._before(start), self._after(end), self.text[start]
        digits = before.isdigit() and after.isdigit()
        if before.isalnum() and after.isalnum() and (sign == "_" or end - start == 1 or digits):
            return
        openers = self.emphasis[sign]
        while openers and start < end and not before.isspace():
            opened, length = openers.pop()
            paired = min(length, end - start)
            yield from ((opened + length - paired, opened + length), (start, start + paired))
            start += paired
            if length > paired:
                openers.append((opened, length - paired))
        if start < end and not after.isspace():
            openers.append((start, end - start))

    def _before(self, position: int) -> str:
        return self.text[position - 1] if position > self.start else " "

    def _after(self, position: int) -> str:
        return self.text[position] if position < self.end else " "
