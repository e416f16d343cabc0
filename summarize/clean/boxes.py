"""Blocks of a pasted page -> cuts of boxes: a heading and what stands close below it, tables, posts, teasers.

Browsers copy a paragraph with a blank line before it, and the items of a list and what follows a heading
without: how far a box reaches is seen from that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from summarize.clean.lines import Block, any_of
from summarize.clean.sections import is_related_heading
from summarize.data import Cut

_SUMMARY = any_of(
    r"(?:article |story |ai[ -]generated )?(?:summary|highlights?)|key (?:points?|facts?|findings|takeaways?|dates"
    r"|figures|numbers)",
    r"(?:.{1,40} )?(?:at a glance|in (?:brief|short|numbers|a nutshell|figures))|tl;? ?dr|takeaways|fast facts",
    r"(?:what|things|everything) (?:you (?:need|should|have)|we|to) know\b.{0,40}|need to know|the (?:lowdown"
    r"|essentials)",
    r"fact ?(?:box|file|check)|timeline|if you go|when to .{3,40}|what we know.{0,20}|the (?:case|numbers|details)",
    r"pros|cons|(?:our |the )?verdict|spec(?:ification)?s|ingredients|scorers|teams|line-?ups|fixtures|results",
    r"ratings|(?:the )?recipe|markets|cast",
)
_ASIDE = any_of(
    r"how (?:we|this story was|i) (?:reported|tested|reviewed|checked|did|got|made|rank|chose|pick).{0,40}",
    r"behind the story|about (?:this|the) (?:stor(?:y|ies)|articles?|authors?|data|reporters?|series|writers?)",
    r"corrections?(?: (?:and|&) clarifications?)?|republish(?: this .{0,40})?|frequently asked questions|faqs?",
    r"(?:shop|buy) (?:the|this) .{2,20}|recommended .{2,20}|try (?:our|this) .{2,20}|classifieds?|jobs?(?: board)?",
    r"(?:reader |quick )?polls?|events?(?: diary)?|coming up|what.s on(?: .{2,20})?|what we.re (?:watching|reading)",
    r"a (?:message|note|word) from (?:the|our) .{3,30}|dear readers?|before you go|report abuse",
    r"how (?:you can|to) help|show notes|references|glossary|quiz|key events|live feed|latest updates|videos?",
    r"resources|sources|credits|letters|weather",
    r"your (?:say|views|letters)|readers.? (?:letters|comments)|more ways to .{2,30}|editors?.s? note",
    r"(?:media|press|photo|image) (?:kit|gallery|assets|downloads?)|downloads?|attachments?|in pictures",
    r"support (?:us|our .{3,30}|independent .{3,20}|local .{3,20})|stay (?:in touch|connected|informed)",
    r"(?:sponsored|presented|supported|powered|brought to you) by|promotion|partner content|our brands.{0,40}",
    r"join our .{3,40}|(?:new|our|get the) .{2,20}(?:newsletter|briefing|app|emails?)",
    r"do you (?:work|live) in .{3,50}\?|got a (?:tip|story).{0,30}|contact us|more (?:information|resources)",
)
_PROMOTION = any_of(r"(?:sponsored|presented|supported|powered|brought to you) by|promot(?:ion|ed)|partner content")
_BUTTON = any_of(
    r".{0,120}\b(?:(?:shop|buy|book|order|apply|donate|give|join|register|watch|listen|enter|vote) (?:now|here|today)"
    r"|(?:learn|find out|see|show|view|load|read) (?:more|all|deal|offer|price|details)|get started|add to (?:cart"
    r"|basket))"
)
_SIGNED_QUOTE = r"[\"“].{20,400}[.!?\"”] ?[—–] ?[A-Z].{2,60}"
_ROW_MOST, _ASIDE_MOST, _LEAST_ROWS = 32, 70, 2
_PROSE_LEAST, _BOX_BLOCKS = 13, 30
_HANDLE = r"[^@]{2,50} @\w{2,30}(?: ?[·•] ?.{1,20})?"
_COUNT = r"\d[\d.,]{0,8}[KMk]?"
_COUNTED = r"(?:reposts?|retweets?|quotes?|likes?|replies|views|bookmarks?|comments?|shares?)"
_COUNTS = rf"(?i)(?:(?:[^\w\s]{{1,3}} ?{_COUNT}|{_COUNT} {_COUNTED})(?: |$)){{1,6}}"
_POST_BLOCKS = 4
_SPEAKS = r"[\"“”]|\b(?:said|says|told)\b"
_TEASER_MOST, _SHARED_MOST = 45, 0.5
_KICKER_MOST, _HEADLINE = 3, range(6, 20)
_STEM = 5


def find_boxes(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Headings of boxes and what stands below them without a blank line: lists under some, anything under others."""
    found: dict[int, Block] = {}
    has_gaps = _has_gaps(blocks)
    for at, block in enumerate(blocks):
        if block.is_prose and not block.plain.endswith("?"):
            continue
        is_aside = block.reads(_ASIDE, 10)
        if not is_aside and not block.reads(_SUMMARY, 10):
            continue
        below = tuple(_close_below(blocks, at)) if has_gaps else ()
        if is_aside or len(below) >= _LEAST_ROWS:
            found |= {one.start: one for one in (block, *below)}
    return tuple(block.cut("box") for block in found.values())


def _has_gaps(blocks: tuple[Block, ...]) -> bool:
    """Whether blank lines stand between most paragraphs, so that none tells something."""
    apart = [_is_apart(above) for above, block in pairwise(blocks) if above.is_prose and block.is_prose]
    return 2 * sum(apart) > len(apart)


def _is_apart(block: Block) -> bool:
    return len(block.text[len(block.text.rstrip()) :].splitlines()) > 1


def _close_below(blocks: tuple[Block, ...], at: int) -> Iterable[Block]:
    """What follows a heading line by line: a paragraph right below it, or rows; prose after rows is the story again."""
    has_rows = False
    for place, (above, block) in enumerate(pairwise(blocks[at : at + _BOX_BLOCKS])):
        if _is_apart(above) or block.size > (_ROW_MOST if place else _ASIDE_MOST):
            return
        if has_rows and block.is_prose and block.size >= _PROSE_LEAST:
            return
        has_rows = has_rows or not block.is_prose
        yield block


def find_tables(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Rows of a table: what a browser puts a tab between."""
    return tuple(block.cut("box") for block in blocks if "\t" in block.text.strip() and not block.is_prose)


def find_promotions(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """What a sponsor says below `Promotion`, and lines that end in a button: `Furnace filter $41.99 Shop now`."""
    buttons = [block for block in blocks if not block.ends_sentence and block.reads(_BUTTON, 20)]
    texts = [
        below
        for block, below in pairwise(blocks)
        if block.reads(_PROMOTION, 4) and below.size <= _ASIDE_MOST and not re.search(_SPEAKS, below.plain)
    ]
    return tuple(block.cut("advertisement") for block in (*buttons, *texts))


def find_signed_quotes(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`“We have bailed out our cellars.” — Helen Marsh`: set apart from a story, or a reader's letter."""
    return tuple(block.cut("pull-quote") for block in blocks if block.reads(_SIGNED_QUOTE, 60))


def find_posts(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Posts from social networks: who posted with an `@`, and all as far as the counts of likes."""
    found: list[Block] = []
    for at, block in enumerate(blocks):
        below = blocks[at + 1 : at + 1 + _POST_BLOCKS]
        ends = [place for place, one in enumerate(below) if one.reads(_COUNTS, 12)]
        if ends and block.reads(_HANDLE, 9):
            found += (block, *below[: ends[-1] + 1])
    return tuple(block.cut("box") for block in found)


def find_teasers(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """What a paragraph below `Related` and one headline tells of another story, and this page nowhere else."""
    told = Counter(stem for block in blocks if block.is_prose for stem in _stems(block))
    found = []
    for above, headline, block in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if not block.is_prose or block.size > _TEASER_MOST or re.search(_SPEAKS, block.plain):
            continue
        if _are_headings(above, headline):
            stems = _stems(block)
            if sum(told[stem] > 1 for stem in stems) <= _SHARED_MOST * len(stems):
                found.append(block.cut("related"))
    return tuple(found)


def _are_headings(above: Block, headline: Block) -> bool:
    """A heading over other stories and one of theirs, or two lines of which the second is long enough for one."""
    if headline.is_prose or is_related_heading(headline) or above.is_prose:
        return False
    is_kicker = above.size <= _KICKER_MOST and above.plain.isupper() and not above.ends_sentence
    return is_related_heading(above) or (is_kicker and headline.size in _HEADLINE and not headline.is_item)


def _stems(block: Block) -> set[str]:
    return {word[:_STEM] for word in block.words if len(word) > 3}
