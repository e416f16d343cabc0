"""Page -> cuts of what a page says twice, and of what only breaks up its paragraphs."""

from __future__ import annotations

from summarize.clean.body import Page
from summarize.clean.lines import Block
from summarize.data import Cut

_LEAST = 5
_PULL_QUOTE_MOST = 50
_CROSSHEAD_MOST = 8


def find_repeats(page: Page) -> tuple[Cut, ...]:
    """Paragraphs that stand twice: the first one within the story stays."""
    found, seen = [], set()
    for block in page.story:
        if block.size < _LEAST:
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
        quoted = len(block.words) <= _PULL_QUOTE_MOST and _is_said(block, said)
        signed = before is not None and found and found[-1].span.start == before.start and _is_attribution(block)
        if quoted or signed:
            found.append(block.cut("pull-quote"))
    return tuple(found)


def _openings(
    story: tuple[Block, ...], asked: set[tuple[str, ...]]
) -> dict[tuple[str, ...], list[tuple[tuple[str, ...], int]]]:
    """Where in the story the first words of a possible pull quote stand: the paragraph's words and the place."""
    said: dict[tuple[str, ...], list[tuple[tuple[str, ...], int]]] = {}
    for block in story:
        words = block.words
        for at in range(len(words) - _LEAST):
            opening = words[at : at + _LEAST]
            if opening in asked and len(said.setdefault(opening, [])) < 8:
                said[opening].append((words, at))
    return said


def _is_said(block: Block, said: dict[tuple[str, ...], list[tuple[tuple[str, ...], int]]]) -> bool:
    words = block.words
    return any(
        len(longer) > len(words) and longer[at : at + len(words)] == words
        for longer, at in said.get(words[:_LEAST], ())
    )


def _is_attribution(block: Block) -> bool:
    return block.size <= 12 and block.plain[0] in "—–-" and not block.is_prose


def find_crossheads(page: Page) -> tuple[Cut, ...]:
    """Short headings between two paragraphs of the story."""
    story = page.story
    return tuple(
        block.cut("crosshead")
        for before, block, after in zip(story, story[1:], story[2:], strict=False)
        if before.is_prose and after.is_prose and _is_crosshead(block)
    )


def _is_crosshead(block: Block) -> bool:
    return (
        block.size <= _CROSSHEAD_MOST
        and not block.ends_sentence
        and not block.is_item
        and block.plain[-1] not in ":;,—–-\"”"
        and block.plain[0] not in "\"“'‘"
    )
