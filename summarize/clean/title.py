"""Page -> cuts of its headline."""

from __future__ import annotations

import re
from collections import Counter

from summarize.clean.body import Page
from summarize.clean.lines import Block
from summarize.data import Cut, Span

_SIZES = range(4, 26)
_SEARCHED = 40
_SHARED, _BONUS = 0.5, 0.4
# What rules may have taken a headline for: none, or a label in a list.
_HIDING = (None, "related", "tags", "boilerplate")


def find_title(page: Page, title: str | None) -> tuple[Cut, ...]:
    """The headline: the lines that repeat `title`, or if there is none yet, the one that stands over the story."""
    if title is None:
        found = _headline(page)
        return (Cut(Span(found.start, found.next, found.plain), "title"),) if found else ()
    words = tuple(re.findall(r"\w+", title.lower()))
    return tuple(block.cut("title") for block in page.blocks if words and block.words == words)


def _headline(page: Page) -> Block | None:
    """Over a bare text its first line; on a page the line above whose words the story takes up the most."""
    above = page.blocks[: page.body.start][-_SEARCHED:] if page.is_pasted else page.blocks[: min(1, page.body.start)]
    story = {word for block in page.story if block.is_prose for word in block.words}
    counts = Counter(block.words for block in page.blocks)
    marked = {
        before.start
        for before, *after in zip(page.blocks, page.blocks[1:], page.blocks[2:], page.blocks[3:], strict=False)
        if any(page.claims.get(block.start) in ("byline", "timestamp") for block in after)
    }
    best, headline = 0.0, None
    for block in above:
        if block.size not in _SIZES or block.ends_sentence or block.is_item or page.claims.get(block.start) not in _HIDING:
            continue
        words = [word for word in block.words if len(word) > 3]
        shared = sum(word in story for word in words) / max(len(words), 1)
        likely = shared + _BONUS * ((counts[block.words] > 1) + (block.start in marked) + (block.start not in page.claims))
        if shared >= _SHARED and likely >= best:
            best, headline = likely, block
    return headline
