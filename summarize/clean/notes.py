"""Blocks -> cuts of what the desk says about an article: corrections, embargoes, release lines."""

from __future__ import annotations

import re

from summarize.clean.lines import Block, any_of
from summarize.data import Cut

_PIECE = r"(?:article|story|report|post|piece|page|headline|caption|column|copy)"
_DAY = r"(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9})(?:,? \d{4})?"
_CORRECTION = any_of(
    r"(?:corrections?(?: and clarifications?)?|clarifications?|(?:correction|editor.?s|publisher.s) note)"
    r"(?: ?\([^)]{0,40}\)|,? [^:—–]{0,30}\d[^:—–]{0,12})?\s?[:—–].*",
    rf"(?:an? |the )?(?:earlier|previous|original|initial) (?:version|edition|headline)s? (?:of|on) "
    rf"(?:this|the) {_PIECE}.*",
    rf"this {_PIECE}(?: \w+)? (?:has been|was|is|originally)(?: \w+)? "
    r"(?:correct|updat|amend|edit|revis|clarifi|mis)\w*.*",
    rf"{_DAY}\s?[:—–-] ?(?:.{{0,60}}\b(?:this|the) {_PIECE}|because of an? \w+ error"
    r"|(?:a|the|our) (?:chart|caption|map|graphic) .{0,90}\b(?:corrected|replaced|misidentified|misstated))\b.*",
    rf"this {_PIECE} originally (?:said|stated|reported|gave|named).*",
)
_AMENDS = (
    r"(?i)\b(?:correct(?:s|ed|ion)?|updated|amended|revised|earlier|previous(?:ly)?|original(?:ly)?|mis\w+|incorrect(?:ly)?"
    r"|version|replaced|clarif\w+|wrong(?:ly)?|error)\b"
)
_EMBARGO = any_of(
    r"(?:strictly |news |press )?(?:under )?(?:strict )?embargo(?:ed)?(?: news| copy| release| date)?"
    r"(?: ?:| until\b| till\b| for\b| to\b| lifts?\b).*",
    r"(?:strictly )?embargoed|(?:strictly )?not for (?:release|publication|broadcast)\b.*|hold for release.*",
)
_RELEASE = any_of(
    r"(?:for )?immediate release(?:\W.{0,60})?|(?:press|news|media) (?:release|statement)|office of public affairs"
)
_NOTE_WORDS = 120


def find_corrections(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Correction: an earlier version of this article said ...`: what it withdraws must support nothing."""
    return tuple(
        block.cut("correction")
        for block in blocks
        if block.reads(_CORRECTION, _NOTE_WORDS) and re.search(_AMENDS, block.plain)
    )


def find_embargoes(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`EMBARGOED UNTIL 00:01 MONDAY`."""
    return tuple(block.cut("embargo") for block in blocks if block.reads(_EMBARGO, 30))


def find_release_lines(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`FOR IMMEDIATE RELEASE`."""
    return tuple(block.cut("boilerplate") for block in blocks if block.reads(_RELEASE, 12))
