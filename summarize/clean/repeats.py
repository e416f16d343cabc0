"""Page -> cuts of what a page says twice, and of what only breaks up its paragraphs."""

from __future__ import annotations

from summarize.clean.body import Page
from summarize.clean.lines import Block
from summarize.data import Cut

Words = tuple[str, ...]
Openings = dict[Words, list[tuple[Words, int]]]  # the first words of a quote: in which paragraphs, and from where

_LEAST = 5
_PULL_QUOTE_MOST, _PARAGRAPHS = 50, 8
_CROSSHEAD_MOST, _LINK_MOST = 8, 16
_QUOTES, _DASHES = "\"“'‘", "—–-"
_TRAILS = frozenset((word,) for word in ("and", "or", "the", "a", "of", "to", "from", "in", "by", "for"))


def find_repeats(page: Page) -> tuple[Cut, ...]:
    """Paragraphs, and on pasted pages lines, that stand twice: the first one within the story stays."""
    found, seen = [], set()
    for block in page.story:
        if block.size < _LEAST or not (block.is_prose or page.is_pasted):
            continue
        if block.words in seen:
            found.append(block.cut("repeat"))
        seen.add(block.words)
    return tuple(found)


def find_pull_quotes(page: Page) -> tuple[Cut, ...]:
    """Lines all of whose words stand in a row in a longer paragraph, and whom they are from."""
    story = page.story
    asked = {block.words[:_LEAST] for block in story if _LEAST <= len(block.words) <= _PULL_QUOTE_MOST}
    said = _openings(story, asked)
    found: list[Cut] = []
    for before, block in zip((None, *story), story, strict=False):
        quoted = (page.is_pasted or _could_be_quote(block)) and _is_said(block, said)
        signed = before is not None and found and found[-1].span.start == before.start and _is_attribution(block)
        if quoted or signed:
            found.append(block.cut("pull-quote"))
    return tuple(found)


def _openings(story: tuple[Block, ...], asked: set[Words]) -> Openings:
    """Where in the story possible pull quotes open."""
    said: Openings = {}
    for block in story:
        words = block.words
        for at in range(len(words) - _LEAST):
            opening = words[at : at + _LEAST]
            if opening in asked and len(said.setdefault(opening, [])) < _PARAGRAPHS:
                said[opening].append((words, at))
    return said


def _is_said(block: Block, said: Openings) -> bool:
    words = block.words
    return len(words) <= _PULL_QUOTE_MOST and any(
        len(longer) > len(words) and longer[at : at + len(words)] == words
        for longer, at in said.get(words[:_LEAST], ())
    )


def _could_be_quote(block: Block) -> bool:
    return block.ends_sentence or block.plain[0] in _QUOTES


def _is_attribution(block: Block) -> bool:
    return block.size <= 12 and block.plain[0] in _DASHES and not block.is_prose


def find_crossheads(page: Page) -> tuple[Cut, ...]:
    """Headings between two paragraphs of the story; on a pasted page also links to other stories there."""
    story, most = page.story, _LINK_MOST if page.is_pasted else _CROSSHEAD_MOST
    return tuple(
        block.cut("crosshead")
        for before, block, after in zip(story, story[1:], story[2:], strict=False)
        if before.is_prose and after.is_prose and block.size <= most and _is_heading(before, block)
    )


def _is_heading(before: Block, block: Block) -> bool:
    if block.ends_sentence or block.is_item or before.plain.endswith((":", ";", ",")):
        return False
    opens, closes = block.plain[0], block.plain[-1]
    return opens not in _QUOTES and opens not in _DASHES and closes not in ":;,—–-" and block.words[-1:] not in _TRAILS
