"""Blocks -> cuts of what the desk says about an article: corrections, embargoes, release lines."""

from __future__ import annotations

import re

from summarize.clean.lines import Block
from summarize.data import Cut

_CORRECTION = (
    r"(?i)\W*(?:(?:corrections?|clarifications?|corrections? and clarifications?|(?:correction|editor.?s|publisher.s) note)(?:,? \(?[^:—–]{0,40})?\s?[:—–]"
    r"|(?:(?:an|a|the) )?(?:earlier|previous|original|initial) (?:version|edition|headline)s? (?:of|on) (?:this|the) (?:article|story|report|post|piece|page|headline|caption|column)"
    r"|this (?:article|story|report|post|piece|page|headline|column|copy)(?: \w+)? (?:has been|was|is|originally)(?: \w+)? (?:corrected|updated|amended|edited|revised|clarified|changed|misidentified|misstated|incorrectly|mis\w+|stated))"
)
_AMENDS = r"(?i)\b(?:correct(?:s|ed|ion)?|updated?s?|amended|earlier|previous(?:ly)?|originally|misstated|misidentified|misspelled|incorrect(?:ly)?|version|clarif\w+|wrong(?:ly)?|error)\b"
_EMBARGO = r"(?i)\W*(?:(?:strictly |news |press )?(?:under )?(?:strict )?embargo(?:ed)?(?: news| copy| release)?(?: ?:| until| till| for\b| to\b| lifts?\b| date|\W*$)|(?:not|strictly not) for (?:release|publication|broadcast)\b|hold for release)"
_RELEASE = r"(?i)\W*(?:for (?:immediate )?release(?:\W.{0,60}|\W*$)|immediate release\W*|(?:press|news|media) (?:release|statement)\W*$|office of public affairs\W*$)"


def find_corrections(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Correction: an earlier version of this article said ...`: what it withdraws must support nothing."""
    return tuple(
        block.cut("correction")
        for block in blocks
        if re.match(_CORRECTION, block.plain) and re.search(_AMENDS, block.plain)
    )


def find_embargoes(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`EMBARGOED UNTIL 00:01 MONDAY`."""
    return tuple(block.cut("embargo") for block in blocks if block.size <= 30 and re.match(_EMBARGO, block.plain))


def find_release_lines(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`FOR IMMEDIATE RELEASE`."""
    return tuple(block.cut("boilerplate") for block in blocks if block.size <= 12 and re.match(_RELEASE, block.plain))
