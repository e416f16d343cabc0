"""Blocks -> cuts of whole sections: a heading and what belongs to it, by the heading's words."""

from __future__ import annotations

import re
from itertools import accumulate

from summarize.clean.lines import Block, any_of
from summarize.data import Cut

_THINGS = (
    r"(?:reads?|popular|viewed|watched|shared|commented|recent|trending|stor(?:y|ies)|articles?|(?:blog )?posts?|news"
    r"|headlines|videos?|now|today|picks?|latest|topics|features?|choice|this week|top stories|content|coverage)"
)
_RELATED = any_of(
    r"(?:\w+ )?(?:related|recommended|suggested|similar)(?: (?:to this|for you|by .{1,30}))?"
    rf"(?: (?:{_THINGS}|links?|reading))?",
    r"more(?: (?:from|on|in|about|like this|stories|news|headlines|to read|coverage|top|for you|of the)\b.{0,60})?",
    r"(?:the )?(?:most|top|trending|popular|latest|recent|featured|breaking|today.s|editors?.?s?.?|our|other|all|must)"
    rf"[ -]{_THINGS}(?: {_THINGS})?(?: (?:in|on|from|this|by)\b.{{0,30}})?",
    r"trending|popular|(?:you )?(?:may|might) (?:also )?(?:be )?(?:like|interested).{0,20}",
    r"people are (?:also )?reading|quick links|post navigation",
    r"(?:what to )?read (?:next|this next)|(?:up )?next(?: up)?|keep reading",
    r"now playing|in other news|see also|don.t miss",
    r"elsewhere (?:on|in|at).{0,30}",
    r"(?:stories )?from (?:around )?(?:the|our) (?:web|network|partners|advertisers|sponsors)",
    r"around the (?:web|network)|also (?:on|in|from|read) .{1,30}|also on \S+\.\w{2,3}\b.{0,200}|on \w+\.com:.{0,200}",
    r"(?:previous|next|prev|older|newer)(?: (?:article|story|post|page))?(?:[^\w\s].*)?",
    r"(?:paid partner content|sponsored (?:stories|links|content)|promoted stories)",
)
_COMMENTS = any_of(
    r"(?:(?:view|show|see|read|post|hide|load|sort) )?(?:all )?(?:the )?\(?[\d,]*\)? ?"
    r"(?:(?:reader|user|blog|more) )?(?:comments?|replies|responses)(?: \(?[\d,]+\)?| on .{1,90}| so far.*"
    r"| are (?:closed|off|disabled).*| policy| rules| section| powered by .*| here| below| guidelines.*)?",
    r"(?:leave|post|write|add|submit|make) (?:a|your) (?:comment|reply|response)\b.{0,30}|cancel reply",
    r"join the (?:conversation|discussion|debate).{0,30}|be the first to (?:comment|reply).{0,30}|have your say.{0,40}",
    r"no comments(?: yet)?|what do you think\?.{0,40}|tell us what you think.{0,30}|conversations? \(?\d*\)?",
    r"your email address will not be published.{0,60}|(?:comments are moderated|as you comment|to comment,).*",
)
_SIGNED = (
    r"(?i).{2,60}\b(?:said|says|wrote|writes|replied|commented):?$"
    r"|.{2,40} \w+ \d{1,2}, \d{4}(?:,? at| -|,| ·)? \d{1,2}:\d\d"
)
_AGO = r"(?i)(?:.{2,40} )?\d+ ?(?:m|h|d|(?:minute|hour|day|week|month|year)s?) ago\b|repl(?:y|ies)\W*$"
_TAGS = any_of(
    r"(?:tags?|tagged(?: with| as| in)?|filed (?:under|in|to)|posted (?:in|under)|categor(?:y|ies)|(?:related )?topics?"
    r"|more about|read more about|in this (?:article|story)|mentioned in this (?:article|story)|keywords|subjects?"
    r"|follow the topics within this article)\s*(?::.*)?"
)
_ENDS = r"(?:#{3,}|# # #|-? ?30 ?-?|[–—-]* ?(?:ENDS|Ends|END) ?[–—-]*)\W*"
_CONTACT = any_of(
    r"(?:for )?(?:(?:media|press|investor|public|pr|editorial|company|news ?room) )?(?:relations )?"
    r"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations)(?: information| details| us)?(?:(?: for|:) .{2,120})?",
    r"(?:for )?(?:further|more) (?:information|details)(?:,? (?:please )?(?:contact|call|email|visit).{0,120})?",
    r"notes? to editors?|forward.looking statements?|safe harbou?r(?: statement)?",
)
_ABOUT = r"About (?:us|the [\w ]{3,30}|(?:[\w&.,’'()-]+ ?){1,8})\W?"
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "the", "to", "us"))
_STORY_BLOCKS, _STORY_WORDS, _COMMENT_SHARE = 3, 40, 3


def is_related_heading(block: Block) -> bool:
    """Whether it is `Related`, `More on this`: a heading over other stories."""
    return not block.is_prose and block.reads(_RELATED, 8)


def find_related(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Lists of other stories, as far as the next paragraph: `Most read`, `More on this`."""
    return _sections(blocks, "related", _RELATED, most=25)


def find_tags(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Tags: floods, council`, a heading with its tags below, and rows of hashtags."""
    hashtags = (block.cut("tags") for block in blocks if block.reads(r"(?:#[^\W\d]\w*[ ,]*)+", 30))
    return (*_sections(blocks, "tags", _TAGS, most=5), *hashtags)


def find_contacts(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Media contact:` and the names and numbers below it."""
    return _sections(blocks, "boilerplate", _CONTACT, most=14)


def _sections(blocks: tuple[Block, ...], rule: str, heading: str, most: int) -> tuple[Cut, ...]:
    """Headings and the labels of at most so many words below them."""
    found, inside = [], False
    for block in blocks:
        opens = not block.is_prose and block.reads(heading, 40)
        inside = opens or (inside and block.size <= most and not block.is_prose)
        if inside:
            found.append(block.cut(rule))
    return tuple(found)


def find_comments(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Comment counts wherever they stand, and all from where readers comment."""
    before = _words_before(blocks)
    marks = [at for at, block in enumerate(blocks) if block.reads(_COMMENTS, 60)]
    starts = (at for at in marks if before[at] >= _STORY_WORDS and _opens_comments(blocks, at, before))
    first = next(starts, len(blocks))
    return tuple(block.cut("comments") for block in (*(blocks[at] for at in marks if at < first), *blocks[first:]))


def _words_before(blocks: tuple[Block, ...]) -> list[int]:
    """How many words of prose stand before each block, and in the end."""
    return list(accumulate((block.size if block.is_prose else 0 for block in blocks), initial=0))


def _opens_comments(blocks: tuple[Block, ...], at: int, before: list[int]) -> bool:
    """Whether signed comments follow, or little that could be story."""
    following = blocks[at + 1 : at + 5]
    if any(re.match(_SIGNED, block.plain) for block in following if block.size <= 16):
        return True
    after = before[-1] - before[at + 1]
    return before[at] >= _COMMENT_SHARE * after or (
        before[at] >= after and sum(bool(re.match(_AGO, block.plain)) for block in following if block.size <= 16) > 0
    )


def find_boilerplate(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """How a press release ends: `###`, `About Acme`; all from there."""
    story = 0
    for at, block in enumerate(blocks):
        if story >= _STORY_BLOCKS and _opens_boilerplate(block, blocks[at + 1 : at + 2]):
            return tuple(after.cut("boilerplate") for after in blocks[at:])
        story += block.is_prose
    return ()


def _opens_boilerplate(block: Block, after: tuple[Block, ...]) -> bool:
    """An end mark, or `About` somebody whom the next paragraph then opens with."""
    if block.reads(_ENDS, 4):
        return True
    return block.reads(_ABOUT, 12) and any(
        _names(block.words[1:]) & _names(paragraph.words[:10]) for paragraph in after
    )


def _names(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word not in _SMALL}
