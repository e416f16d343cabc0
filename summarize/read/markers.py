"""A text in, the place in it that is kept for its brief out: between two comments, and no part of the article.

    <!-- summarize:begin -->
    ...
    <!-- summarize:end -->

The first comment may carry words before its end: what is known of the brief.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEGIN = re.compile(r"^[ \t]*<!--[ \t]*summarize:begin\b([^>]*?)-->[ \t]*(?:\r\n?|\n)", re.MULTILINE)
_END = re.compile(r"^[ \t]*<!--[ \t]*summarize:end[ \t]*-->[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Marked:
    """`text[begin:start]` and `text[end:stop]` are the lines with the marks, `text[start:end]` is between them."""

    begin: int
    start: int
    end: int
    stop: int
    attributes: str = ""


def find_marked(text: str) -> tuple[Marked, ...]:
    """Return the places between marks; a mark without its pair makes none."""
    found, at = [], 0
    while (begin := _BEGIN.search(text, at)) and (end := _END.search(text, begin.end())):
        between = _BEGIN.search(text, begin.end(), end.start())
        if not between:
            found.append(Marked(begin.start(), begin.end(), end.start(), end.end(), begin[1].strip()))
        at = between.start() if between else end.end()
    return tuple(found)


def blanked(text: str) -> str:
    """Return the text with white space, newlines where they were, in place of marks and what is between them."""
    for marked in find_marked(text):
        stretch = re.sub(r"[^\r\n]", " ", text[marked.begin : marked.stop])
        text = text[: marked.begin] + stretch + text[marked.stop :]
    return text


def count_marks(text: str) -> tuple[int, int]:
    """Return how many marks begin a place and how many end one."""
    return len(_BEGIN.findall(text)), len(_END.findall(text))
