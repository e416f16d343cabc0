"""Text -> blocks: the paragraphs and lines of a pasted page, with the features that rules ask about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from summarize.data import Cut, Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]*]*(?:\[\d+\])*$")
_TEASER_END = re.compile(r"(?:\.\.\.|…)[\"'”’)\]]*$")
_WRAPPED_LINES, _MARGIN, _FULL, _RAGGED = 4, 100, 45, 16
_WORD_LENGTH = 20
_LIST_MARK = re.compile(r"(?:[-*•·▪–+]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of a page: where it starts and its text, with the white space up to the next one.

    `plain` is its text on one line, with single spaces; `size` is its number of words.
    """

    start: int
    text: str
    plain: str
    size: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case, without punctuation: what two blocks that say the same share."""
        return tuple(_WORD.findall(self.plain.lower()))

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes as a sentence does, and not as a cut-off teaser."""
        tail = self.plain[-16:]
        return bool(_SENTENCE_END.search(tail)) and not _TEASER_END.search(tail)

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text: a whole sentence of some length, or more than one."""
        if self.size < 8:
            return False
        if self.ends_sentence or self.plain.endswith((":", "—")):
            return True
        return self.size >= 20 and ". " in self.plain and not _TEASER_END.search(self.plain[-16:])

    @property
    def is_item(self) -> bool:
        """Whether it is marked as an item of a list."""
        return bool(_LIST_MARK.match(self.plain))

    def reads(self, pattern: str, most: int) -> bool:
        """Whether all of it is what a pattern describes, in at most so many words."""
        return self.size <= most and len(self.plain) <= most * _WORD_LENGTH and bool(_compiled(pattern)(self.plain))

    def cut(self, rule: str) -> Cut:
        """Take out the whole block and the white space up to the next."""
        return Cut(Span(self.start, self.start + len(self.text), self.text), rule)


def any_of(*alternatives: str) -> str:
    """A pattern for lines that read as one of these, whatever their case and punctuation; speech never does."""
    return rf"(?i)[^\w\"“‘']*(?:{'|'.join(alternatives)})\W*"


Rule = Callable[[tuple[Block, ...]], tuple[Cut, ...]]


def word_set(words: str) -> frozenset[str]:
    """The words of a text, to look others up in."""
    return frozenset(words.split())


@cache
def _compiled(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """Patterns are kept as text and compiled when first used: starting up must not wait for them."""
    return re.compile(pattern).fullmatch


def find_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text: its lines, and where it is wrapped at a margin, the lines that run on joined."""
    lines = tuple(_lines(text))
    spans = _unwrapped(text, lines) if _is_wrapped(lines) else lines
    ends = [*(start for start, _ in spans[1:]), len(text)]
    return tuple(_block(start, text[start:end]) for (start, _), end in zip(spans, ends, strict=False))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if stripped:
            start = line.start() + line[0].index(stripped[0])
            yield start, start + len(stripped)


def _is_wrapped(lines: tuple[tuple[int, int], ...]) -> bool:
    """Whether no line is longer than a margin allows, and most are nearly as long as that."""
    if len(lines) < _WRAPPED_LINES:
        return False
    lengths = [end - start for start, end in lines]
    longest = max(lengths)
    return _FULL <= longest <= _MARGIN and 2 * sum(length > longest - _RAGGED for length in lengths) > len(lengths)


def _unwrapped(text: str, lines: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    last = 0
    for start, end in lines:
        if spans and last >= _FULL and not _is_break(text, spans[-1][1], start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        last = end - start
    return tuple(spans)


def _is_break(text: str, end: int, start: int) -> bool:
    """A blank line or a sentence's end; a paragraph told apart too often does no harm, one joined does."""
    return len(text[end:start].splitlines()) > 1 or bool(_SENTENCE_END.search(text[max(0, end - 16) : end]))


def _block(start: int, text: str) -> Block:
    words = text.split()
    return Block(start, text, " ".join(words), len(words))
