"""Page -> cuts of what a page says twice, and of what only breaks up its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.clean.body import Page
from summarize.clean.lines import Block
from summarize.data import Cut

Words = tuple[str, ...]
Openings = dict[Words, list[tuple[Words, int]]]  # the first words of a quote: in which paragraphs, and from where

_LEAST = 5
_PULL_QUOTE_MOST, _PARAGRAPHS = 50, 8
_CROSSHEAD_MOST, _LINK_MOST = 8, 25
_RUN_MOST, _SHORT = 8, 3
_TWO_SENTENCES = re.compile(r"[a-z)”\"][.!?] [A-Z“\"]")
_NUMBERED = re.compile(r"\d{1,2}[.)] [A-ZÀ-Þ]")
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
    """Headings between two paragraphs of the story; on a pasted page also links there, and a few lines in a row."""
    if page.is_pasted:
        return tuple(block.cut("crosshead") for run in _lines_amid(page.story) for block in run)
    return tuple(
        block.cut("crosshead")
        for before, block, after in zip(page.story, page.story[1:], page.story[2:], strict=False)
        if before.is_prose and after.is_prose and block.size <= _CROSSHEAD_MOST and _is_heading(before, block)
    )


def _lines_amid(story: tuple[Block, ...]) -> Iterator[list[Block]]:
    """Runs of headings between sentences of a story; what a list is announced by, or marked, is no heading."""
    run: list[Block] = []
    before: Block | None = None
    for block in story:
        if before is not None and block.size <= _LINK_MOST and _is_line(before, block):
            run.append(block)
            continue
        if run and len(run) <= _RUN_MOST and (block.is_prose or block.ends_sentence):
            yield run
        run, before = [], block if block.is_prose or block.ends_sentence else None


def _is_line(before: Block, block: Block) -> bool:
    """Whether a line is a heading, a question in capitals or the number and name of a part."""
    if _NUMBERED.match(block.plain) or _is_capital_question(block):
        return not block.plain.endswith((".", ";")) and not before.plain.endswith((":", ";", ","))
    runs_on = block.size > _CROSSHEAD_MOST and bool(_TWO_SENTENCES.search(block.plain))
    return not runs_on and _is_heading(before, block)


def _is_capital_question(block: Block) -> bool:
    long = [word for word in block.plain.split() if len(word) > _SHORT]
    return block.plain.endswith("?") and len(long) > 1 and all(word[0].isupper() for word in long)


def _is_heading(before: Block, block: Block) -> bool:
    if block.ends_sentence or block.is_item or before.plain.endswith((":", ";", ",")):
        return False
    opens, closes = block.plain[0], block.plain[-1]
    return opens not in _QUOTES and opens not in _DASHES and closes not in ":;,—–-" and block.words[-1:] not in _TRAILS
