"""Page -> cuts of its headline."""

from __future__ import annotations

import re
from collections import Counter

from summarize.clean.body import Page
from summarize.clean.lines import Block
from summarize.data import Cut

_SIZES = range(4, 31)
_SEARCHED = 60
_SHARED_LEAST, _SHARED_MOST, _SIGN = 0.5, 6, 0.5
_STEM = 5
# What rules may have taken a headline for: nothing, or a label in a list.
_HIDING = (None, "related", "tags", "boilerplate", "navigation")
# A line that runs on is no headline but a paragraph that was broken off.
_RUNS_ON = re.compile(r"(?:[:;,—–-]|\b(?i:the|a|an|of|to|from|in|by|for|and|or|with|against|that))$")


def find_title(page: Page, title: str | None) -> tuple[Cut, ...]:
    """The headline: the lines that repeat `title`, or if there is none yet, the one that stands over the story."""
    if title is None:
        found = _headline(page)
        return (found.cut("title"),) if found else ()
    words = tuple(re.findall(r"\w+", title.lower()))
    return tuple(block.cut("title") for block in page.blocks if words and block.words == words)


def _headline(page: Page) -> Block | None:
    """Over a bare text its first line; on a page the line above whose words the story takes up the most.

    A headline that is repeated, or stands over a byline or a date, needs to share fewer words. None is
    better than a wrong one.
    """
    begins = page.body.start
    above = page.blocks[max(0, begins - _SEARCHED) : begins] if page.is_pasted else page.blocks[: min(1, begins)]
    story = {word[:_STEM] for block in page.story if block.is_prose for word in block.words}
    counts = Counter(block.words for block in page.blocks)
    best, headline = 0.0, None
    for at, block in enumerate(above):
        if not _could_be_title(page, block):
            continue
        words = {word[:_STEM] for word in block.words if len(word) > 3}
        shared, signs = len(words & story), (counts[block.words] > 1) + _has_byline(page, above[at + 1 : at + 4])
        score = min(shared, _SHARED_MOST) / _SHARED_MOST + _SIGN * signs
        if shared >= max(2, _SHARED_LEAST * len(words)) and score >= best:
            best, headline = score, block
    return headline


def _could_be_title(page: Page, block: Block) -> bool:
    if block.size not in _SIZES or block.ends_sentence or block.is_item or _RUNS_ON.search(block.plain):
        return False
    return page.claims.get(block.start) in _HIDING


def _has_byline(page: Page, below: tuple[Block, ...]) -> bool:
    return any(page.claims.get(block.start) in ("byline", "timestamp") for block in below)
