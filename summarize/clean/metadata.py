"""Blocks -> cuts of what says who wrote an article, where and when; and what these cuts say."""

from __future__ import annotations

import re

from summarize.clean.body import Page
from summarize.clean.lines import Block, word_set
from summarize.data import Cut

_CLOCK = word_set(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday "
    "saturday sunday am pm a m p et est edt ct cst cdt pt pst pdt mt mst mdt gmt utc bst cet cest ist sgt aest aedt "
    "jst hkt t z st nd rd th published updated posted created modified issued released release date time last first "
    "publish at on by of the o clock min mins minute minutes read ago hour hours day days week weeks month months "
    "corrected printed and sast nzst nzdt wat year years local original originally today yesterday since edition"
)
_CLOCK_SIGN = (
    r"(?i)\d{1,2}:\d\d|(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d (?:min|hour|day|week|month)s?|\d(?:am|pm)\b"
)
_MERE_DATE = r"(?:[A-Z][a-z]+,? )?(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}"
_NAME = r"(?:[A-Z][\w’'-]*\.?|[a-z’']{1,3} [A-Z][\w’'-]+|de|van|von|der|bin|al|el|la)"
_NAMES = rf"{_NAME}(?: {_NAME})"
_TRADE = r"(?i:writer|reporter|editor|correspondent|contributor|columnist|staff)s?"
_BYLINE = (
    r"(?:(?i:(?:written |posted |story |words |text |report |reported |published )?by:?)"
    rf" {_NAMES}{{0,4}}(?:(?:,| and| &| ?[|•—–/-]) ?.{{0,90}})?"
    rf"|{_NAMES}{{1,3}}, (?:{_NAME} ){{0,4}}{_TRADE}"
    r"|(?i:by|author:?|written by:?|updated by|view author archive|email the author|get author rss feed))"
)
_CALENDAR = r"(?i)by (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:early|late|mid|next|last)\b|the\b)"


def find_timestamps(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Updated 1:39 am EST, Wednesday, November 20, 2019`: every word is one of a calendar or a clock.

    A mere date counts only before the story: inside it may head a letter or a day of a chronicle.
    """
    found, begun = [], False
    for block in blocks:
        if block.size <= 20 and _is_timestamp(block) and not (begun and block.reads(_MERE_DATE, 6)):
            found.append(block.cut("timestamp"))
        begun = begun or block.is_prose
    return tuple(found)


def _is_timestamp(block: Block) -> bool:
    words = re.findall(r"[^\W\d_]+", block.plain.lower())
    return bool(re.search(_CLOCK_SIGN, block.plain)) and all(word in _CLOCK for word in words)


def find_bylines(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`By Ann Ives, Staff Writer`, and a name on the line below `By`."""
    found, is_open = [], False
    for block in blocks:
        is_name = is_open and block.reads(rf"{_NAMES}{{1,4}}", 6)
        is_byline = not block.ends_sentence and block.reads(_BYLINE, 20) and not re.match(_CALENDAR, block.plain)
        if is_byline or is_name:
            found.append(block.cut("byline"))
        is_open = is_name or (is_byline and block.size <= 2)
    return tuple(found)


def author_of(page: Page, bylines: list[Cut]) -> str | None:
    """Whom the byline nearest above the story names: `Ann Ives` of `By Ann Ives, Staff Writer`."""
    begins = page.blocks[page.body.start].start if page.body else len(page.text)
    above = [cut for cut in bylines if cut.span.start <= begins] or ([] if page.is_pasted else bylines)
    names = [name for cut in above if (name := _name(page.plain(cut)))]
    return names[-1] if names else None


def _name(byline: str) -> str | None:
    named = re.sub(r"(?i)^(?:\w+ )?by:? ", "", byline)
    name = re.split(r",|[•–—/|]| - | \d", named)[0].strip()
    return name if 2 <= len(name.split()) <= 8 else None
