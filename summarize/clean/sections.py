"""Blocks -> cuts of whole sections: a heading and what belongs to it, by the heading's words."""

from __future__ import annotations

import re

from summarize.clean.lines import Block
from summarize.data import Cut

_RELATED = (
    r"(?i)\W*(?:(?:\w+ )?(?:related|recommended|suggested|similar)(?: (?:to this|for you|by .{1,30}))?(?: (?:stories|story|articles?|content|coverage|news|posts?|topics|links?|reading|videos?))?"
    r"|more(?: (?:from|on|in|about|like this|stories|news|headlines|to read|coverage|top stories|for you|of the|great|must)\b.{0,60})?"
    r"|(?:the )?(?:most|top|trending|popular|latest|recent|featured|breaking|today.s|editors?.?s?.?|our|other|more|all|must)[ -](?:read|popular|viewed|watched|shared|commented|recent|trending|stories|articles|posts?|news|headlines|videos?|now|today|picks?|latest(?: stories| news)?|top stories|topics|features?|choice|blog posts|comments?|this week|read this week|in .{2,30})(?: (?:in|on|from|stories|articles|videos|news|now|today|posts|read|most|shared|this)\b.{0,30})?"
    r"|trending|popular|recommended|(?:you )?(?:may|might) (?:also |be )?(?:like|interested).{0,20}|people are (?:also )?reading|(?:what to )?read next|up next|next up|now playing|don.t miss|elsewhere (?:on|in|at).{0,30}|(?:from )?around the (?:web|network)|(?:stories )?from (?:around the web|our (?:partners|advertisers|network|sponsors))|also (?:on|in|from|read) .{1,30}|also on \S+\.\w{2,3}\b.{0,200}|on \w+\.com:.{0,200}|in other news|keep reading|what others are reading|see also"
    r"|(?:previous|next|prev|older|newer)(?: (?:article|story|post|page|up|auto news))(?:\W.*)?|paid partner content|sponsored (?:stories|links|content)|promoted stories|share (?:your|this) .{0,30}|post navigation|(?:latest|top) (?:video|news|stories|headlines)|recent (?:blog )?posts|.{0,30} newsletter|quick links|trending (?:now|stories|topics|in|on)\b.{0,30}|our (?:latest|best|top) stories|from the web|read this next|more stories like this one)\W*"
)
_COMMENTS = (
    r"(?i)\W*(?:(?:view |show |see |read |post |hide |load |sort )?(?:all )?(?:the )?\(?(?:[\d,]+|no)?\)? ?(?:reader |user |blog |facebook |more )?(?:comments?|replies|responses|discussions?)\b(?: \(?[\d,]*\)?|:| on .{1,90}| so far.*| are (?:closed|off|disabled).*| policy| rules| section| powered by .*| thread| here| below| guidelines.*)?|(?:leave|post|write|add|submit|make) (?:a|your) (?:comment|reply|response)\b.{0,30}|join the (?:conversation|discussion|debate).{0,30}|be the first to (?:comment|reply).{0,30}|what do you think\?.{0,40}|have your say.{0,40}|cancel reply|tell us what you think.{0,30}|conversations? \(?\d*\)?|your email address will not be published.{0,60}|comments are moderated.{0,60})\W*"
)
_SIGNED = r"(?i)(?:.{2,50} (?:on|at) .{3,30} )?.{2,40}\b(?:said|says|wrote|writes|replied|commented):?$|.{2,40} \d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago\b|repl(?:y|ies)\W*$|.{2,40} \w+ \d{1,2}, \d{4}(?:,? at| -|,|\s·)? \d{1,2}:\d\d"
_TAGS = r"(?i)\W*(?:tags?|tagged(?: with| as| in)?|topics?|filed (?:under|in|to)|posted (?:in|under)|categor(?:y|ies)|related topics|more about|in this (?:article|story)|keywords|read more about|follow the topics within this article|subjects?|mentioned in this (?:article|story)|games featured in this article|mehr)\s*(?::.*|$)"
_ENDS = r"(?:#{2,}|# ?# ?#|-? ?30 ?-?|[-–—]* ?(?:ENDS|Ends|END) ?[-–—]*)\W*"
_CONTACT = r"(?i)(?:(?:for )?(?:media|press|investor|public relations|pr|editorial|company|news ?room)? ?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations contacts?)(?: information| details| us)?(?: for .{2,40})?:?|(?:for )?(?:further|more) (?:information|details)(?:,? (?:please )?(?:contact|call|email|visit).{0,120})?:?|(?:for )?(?:media|press) (?:enquiries|inquiries|queries)?\W.{0,120}|contact:.{0,120}|notes? to editors?:?|forward.looking statements?|safe harbou?r(?: statement)?)"
_ABOUT = r"(?i)about (?:us|the (?:company|author|authors|study|research|university|foundation|survey|writer))\W*$|About (?:[\w&.,’'()-]+ ?){1,8}\W?$"


def find_related(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Lists of other stories, as far as the next paragraph: `Most read`, `More on this`."""
    return _sections(blocks, "related", _RELATED, most=25)


def find_tags(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Tags: floods, council`, a heading with its tags below, and rows of hashtags."""
    hashtags = (block.cut("tags") for block in blocks if block.size <= 30 and all(w[0] == "#" and w[1:2].isalpha() for w in block.plain.split()))
    return (*_sections(blocks, "tags", _TAGS, most=5), *hashtags)


def _sections(blocks: tuple[Block, ...], rule: str, heading: str, most: int) -> tuple[Cut, ...]:
    """Headings and the labels of at most so many words below them."""
    found, inside = [], False
    for block in blocks:
        opens = block.size <= 40 and not block.is_prose and re.fullmatch(heading, block.plain) is not None
        inside = opens or (inside and block.size <= most and not block.is_prose)
        if inside:
            found.append(block.cut(rule))
    return tuple(found)


def find_comments(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Comment counts wherever they stand, and from the first signed comment everything."""
    marks = [at for at, block in enumerate(blocks) if block.size <= 16 and re.fullmatch(_COMMENTS, block.plain)]
    starts = (at for at in marks if any(re.match(_SIGNED, block.plain) for block in blocks[at + 1 : at + 4]))
    first = next(starts, len(blocks))
    return tuple(block.cut("comments") for block in (*(blocks[at] for at in marks if at < first), *blocks[first:]))


def find_boilerplate(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """What a press release ends with: `###`, `About Acme`, whom to call."""
    done = 0
    for at, block in enumerate(blocks):
        if done >= 3 and block.size <= 30 and _opens_boilerplate(blocks, at):
            return tuple(after.cut("boilerplate") for after in blocks[at:])
        done += block.is_prose
    return ()


def _opens_boilerplate(blocks: tuple[Block, ...], at: int) -> bool:
    block = blocks[at]
    if re.fullmatch(_ENDS, block.plain):
        return True
    after = blocks[at + 1 : at + 2]
    if block.size <= 12 and re.match(_ABOUT, block.plain) and after:
        return bool(set(block.words[1:]) & set(after[0].words[:10]))
    return False


def find_contacts(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Media contact:` and the names and numbers below it."""
    return _sections(blocks, "boilerplate", _CONTACT, most=14)
