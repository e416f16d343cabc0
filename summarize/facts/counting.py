"""The mentions of a text -> how many names each of its lists has: what a brief may count up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.data import Span

# Between two names of a list: a constituency in brackets, commas or "and", a title: ' (NY-24), and Senator '.
_BETWEEN = re.compile(r"(?:\s?\([^()]{1,30}\))?\s?(?:[,;•*&\n]|\band\b)(?:\s|and\b|&|the\b|[A-Z][\w.'’-]*){0,8}")


def count_lists(text: str, mentions: Sequence[Span]) -> frozenset[int]:
    """Return the sizes of the lists of names in `text`, two names upwards; `mentions` index it, in any order."""
    return frozenset(size for size in _sizes(text, sorted(mentions, key=lambda span: span.start)) if size > 1)


def _sizes(text: str, mentions: Sequence[Span]) -> Iterator[int]:
    seen: set[str] = set()
    end = 0
    for mention in mentions:
        if seen and not _BETWEEN.fullmatch(text, end, mention.start):
            yield len(seen)
            seen = set()
        seen.add(mention.text)
        end = mention.end
    yield len(seen)
