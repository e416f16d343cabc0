"""Blocks of a pasted page -> cuts of what its newsroom tells its readers: appeals, notes, polls, biographies.

Too bold for a bare text, where a paragraph that speaks to `you` may be the story: on a page, furniture
stands around every story, and these rules need not be told where.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from summarize.clean.lines import Block, any_of, word_set
from summarize.data import Cut

_MOST = 90
_TELLS = (
    r"[\"“”]|(?i:\b(?:said|says|told|asked|according|he|she|his|her|him|was|were|had|did|(?<!you )(?<!we )would)\b)"
)
_ADDRESSED = (
    r"(?i)\b(?:you|your|our|us)\b"
    r"|\b(?:sign up|subscribe|register|book|read it) (?:here|now|today)\W*$"
    r"|^\W*(?:[\w ]{1,20}: )?(?:please|get|join|try|tune|book|sign|download|follow|pick|tell|send|support|give"
    r"|register|win|enter)\b"
)
# What a newsroom has to offer, sell or ask for.
_OFFERS = (
    r"(?i)\bsubscri(?:be|ption)s?\b|\bunsubscribe\b|\b(?:news|e)?letters?\b|\binbox\b|\bsign(?:ing)? (?:me )?up\b"
    r"|\b(?:log|sign) in\b|\bdonat(?:e|ions?)\b|\btax-deductible|\breader-(?:supported|funded)"
    r"|\bbecome an? (?:paying )?"
    r"(?:member|supporter|subscriber)\b|\bmembership\b|\bfree (?:articles?|reports?|stor(?:y|ies)|trial)\b"
    r"|\bunlimited\b"
    r"|\bcancel (?:any ?time|whenever|at any)|\brenews automatically|\bbilled\b|\bcompetition\b|\bwebinar\b"
    r"|\b(?:our|your) (?:app|alerts|forum|community|podcast|briefing|events?|reporting|journalism|newsroom|partners)\b"
    r"|\bsupport (?:us|it|our|independent|local)\b|\bgiv(?:e|ing) (?:from|as)\b|\bas little as\b|\bfollow (?:us|our)\b"
    r"|\b(?:text|whatsapp|call|e-?mail|write to|like) (?:or \w+ )?(?:us|our)\b|\btune in\b|\bget it (?:every|each|on)\b"
    r"|\bget in touch\b|\b(?:like|love) to hear\b|\bbook (?:by|now|a demo|your)\b|\bterms and conditions\b"
    r"|\bprivacy (?:policy|notice)|\bour terms\b|\bwin an? \w+ (?:\w+ )?(?:for|break|weekend)|\breaders like you\b"
    r"|\b(?:article|story|piece) you are reading|\bcomments? are (?:open|subject|moderated)"
    r"|\bchip in\b|[£$€]\d+ (?:a|per|each) (?:week|month|year)\b|\blet us know\b|\blike what you\b|\btell us\b"
    r"|\bfill in\b"
    r"|\bjoin (?:us|our)\b|\bpreferred source\b"
    r"|\b(?:products?|links?|shops?) (?:that )?we link to|\bno (?:owners?|shareholders|paywall)\b"
    r"|\bprint this page\b"
)
_PLAIN, _LONG, _FEW, _TOPIC = 2, 60, 2, 0.2
_READER = r"(?i)\b(?:you|your|yours)\b|^(?:please|tell us|see|check|call|visit|click|download|watch|listen)\b"
_SPEAKING, _SPEECH_MOST = 0.1, 60


_NOTE = any_of(
    r"(?:full )?disclos(?:ure|er)s?\s?[:.—–].*|disclaimer\s?[:.—–].*|(?:privacy|legal|ada) notice\s?[:.—–].*",
    r"(?:we )?accepts? no advertising.*|this (?:story|article|piece|page|post|interview) (?:was|is|has"
    r"|first|originally|contains|may contain)\b(?: \w+){0,3} (?:published|produced|appeared|supported|funded|edited"
    r"|for general|affiliate|condensed|republished|reported|updated|corrected|translated|amended)\b.*",
    r"(?:[\w’'.-]+ ){2,5}contributed (?:research|reporting|data)(?: to this .{1,40})?(?:\. .{2,60})?",
    r"data (?:analysis|visuali[sz]ation) by .*",
    r"our (?:community )?standards\b.*|from our community\b.*",
    r"\W*(?:some |all )?names? (?:of .{2,40} )?(?:has|have) been changed\b.*|.{0,90}\bcreative commons\b.*",
    r"(?:journal |key )?references?\s?:.*|(?:more information|citation|funding|doi|further reading|sources?)\s?:.*",
    r".{0,200}\bdoi\.org/.*|(?:[\w.’'-]+ ){1,6}(?:do|does) not work for\b.*|(?:we|you) (?:believe in the free"
    r"|can republish).*",
    r"(?:box office|running time|tickets|admission|rating|starring|cast)\s?:.*|translated (?:from|by)\b.*",
    r"(?:if you or (?:someone|anyone) you know|anyone affected by (?:this|the issues))\b.*|this is an? "
    r"(?:edited|abridged|extended|updated) .*",
    r"for (?:more|further) (?:information|details|help|advice)\b.{0,90}\b(?:visit|call|contact|see|go to|e-?mail)\b.*",
    r"(?:with )?(?:additional |extra |further )?(?:reporting|research|input|files) (?:by|from)\b.{2,90}|quiz\s?:.*|"
    r"no (?:part|portion) of this\b.*|all (?:prices|times|dates) (?:are|in|include|correct)\b.{2,60}",
    r".{0,60}\bviews\b.{0,40}\b(?:expressed|authors?|writers?|contributors?|columnists?)\b.*"
    r"|.{0,60}\bversion of this (?:article|story)\b.*",
    r"(?:content |trigger )?warning\s?:.*|.{0,60}\b(?:has signed|abides by|adheres to|is (?:a member of|regulated"
    r"|bound) by)\b.{0,40}\b(?:press|editors.?|code|council|ombud)\b.*",
)
_POLL = any_of(
    r"(?:was|did) (?:this|you find this) (?:\w+ )?(?:helpful|useful|interesting).*|thank you for your (?:feedback"
    r"|vote).*",
    r"(?:how would you )?rate this\b.*|how would you rate\b.*|yes ?/? ?no|(?:quick question|poll)\s?:.*",
    r"this poll (?:is|was|has|closes)\b.*|results are (?:shown|hidden)\b.*|view results|cast your vote|vote(?: now)?",
    r"is there anything wrong with this page.*|(?:report|spotted) an? (?:error|mistake|problem|abuse|typo).*",
    r"(?:listen|listen back) to this (?:article|story|page|interview)\b.*|.{0,80}\bsynthetic voice\b.*",
    r"(?:like|enjoyed|want to (?:see|read|hear)|looking for) (?:this|more)\?.*|have your say\b.*|stay in the know\b.*",
    r"(?:up next|coming up|now playing|on air|before you (?:go|leave))\s?:.*",
)
_SHARES, _ANSWER_MOST = r".{1,40}\(?\d{1,3} ?%\)?", 8
_STARS = r"(?=.*[☆★⭐♥♡👍👎])[☆★⭐♥♡👍👎\s\d/]{3,}"
_TRADE = (
    r"(?i)\b(?:reporters?|editors?|correspondent|columnist|writer|journalist|novelist|critic|photographer|author|fellow"
    r"|freelance|covers|covered|covering|writes|written|reports|reported|newsroom|staff|lives (?:in|with)|teaches"
    r"|professor|lecturer|student|based in|graduate|joined)\b"
)
_LIFE = (
    r"(?P<name>(?:The (?:writer|author)s?|(?:(?:Dr|Prof|Professor|Sir"
    r"|Dame)\.? )?[A-ZÀ-Þ][\w’'.-]*(?: (?:[A-ZÀ-Þ][\w’'.-]*|de|van|von|al|bin|el)){0,4}))"
    r" (?:is|was|writes|covers|reports|has (?:written|covered|been|reported|worked)|joined|works|teaches|lives)\b"
)
_OWN_LIFE = r"I(?:.m| am| write| cover| report|.ve| have)\b"
_REACHED = r"(?i)\b(?:reach|contact|e-?mail|connect|find (?:me|her|him)|write to|send|tips?|twitter|signal)\b"
_ADDRESS = r"[\w.+-]{1,40}@[\w-]{1,40}\.\w"
_STORY_BLOCKS, _LIFE_MOST, _NAME_MOST, _LINES = 3, 60, 4, 400
_TITLES = word_set("dr prof professor sir dame")


def find_appeals(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Who asks the reader for money, an address or a visit, and tells nothing."""
    plain = [block for block in blocks if _offers(block) >= _PLAIN]
    mild = [block for block in blocks if _offers(block) == 1 and _is_addressed(block)]
    # Where every fifth paragraph has a word of it, the story is about subscriptions.
    is_topic = len(mild) > max(_FEW, _TOPIC * sum(block.is_prose for block in blocks))
    return tuple(block.cut("appeal") for block in (*plain, *(() if is_topic else mild)))


def _offers(block: Block) -> int:
    """How many things a block offers that tells nothing."""
    if not 5 <= block.size <= _MOST or re.search(_TELLS, block.plain):
        return 0
    return len({offer.lower() for offer in re.findall(_OFFERS, block.plain)})


def _is_addressed(block: Block) -> bool:
    return block.size <= _LONG and re.search(_ADDRESSED, block.plain) is not None


def find_addresses(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Paragraphs beside furniture that speak to the reader, on a page whose story does not."""
    prose = [block for block in blocks if block.is_prose]
    speaking = [block for block in prose if re.search(_READER, block.plain) and not re.search(_TELLS, block.plain)]
    among = {block.start for block in speaking}
    begun = prose[_STORY_BLOCKS - 1].start if len(prose) >= _STORY_BLOCKS else 0
    lines = {block.start for above, block in pairwise(blocks) if not above.is_prose and above.start > begun}
    amid = [block for block in prose if block.start not in lines]
    if len(amid) < _STORY_BLOCKS or sum(block.start in among for block in amid) > _SPEAKING * len(amid):
        return ()
    return tuple(block.cut("appeal") for block in speaking if block.start in lines and block.size <= _SPEECH_MOST)


def find_notes(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """What a newsroom says about itself and the making of an article."""
    return tuple(block.cut("note") for block in blocks if block.reads(_NOTE, _MOST) or _is_address(block))


def _is_address(block: Block) -> bool:
    """Where a reporter or a desk is reached."""
    if block.size > 40 or not re.search(_ADDRESS, block.plain):
        return False
    return block.size <= 12 or (re.search(_REACHED, block.plain) is not None and not re.search(_TELLS, block.plain))


def find_polls(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Votes, ratings and players: `Was this article helpful?`"""
    asked = [
        block for at, block in enumerate(blocks) if block.plain.endswith("?") and _is_voted_on(blocks[at + 1 : at + 8])
    ]
    said = (block for block in blocks if block.reads(_POLL, 40) or block.reads(_STARS, 12))
    return tuple(block.cut("poll") for block in (*asked, *said))


def _is_voted_on(below: tuple[Block, ...]) -> bool:
    """Whether answers of a few words stand below, and a button to vote."""
    answers = tuple(takewhile(lambda block: block.size <= _ANSWER_MOST and not block.ends_sentence, below))
    return any("vote" in block.words or block.plain.endswith("Vote") for block in answers[1:]) or any(
        block.reads(_SHARES, _ANSWER_MOST) for block in answers[:2]
    )


def find_biographies(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Ann Ives is a reporter in Leeds`, after the story of a page on one of whose lines her name stands."""
    lines = [set(block.words) for block in blocks if not block.is_prose and block.size <= 20][:_LINES]
    found, story = [], 0
    for before, block in zip((None, *blocks), blocks, strict=False):
        if story >= _STORY_BLOCKS and _is_biography(before, block, lines):
            found.append(block.cut("biography"))
        else:
            story += block.is_prose
    return tuple(found)


def _is_biography(before: Block | None, block: Block, lines: list[set[str]]) -> bool:
    if not 5 <= block.size <= _LIFE_MOST or "“" in block.plain or '"' in block.plain:
        return False
    if re.match(_OWN_LIFE, block.plain):
        return before is not None and before.size <= 4 and before.plain.istitle() and not before.ends_sentence
    life = re.match(_LIFE, block.plain)
    if life is None or not re.search(_TRADE, block.plain[life.end("name") :]):
        return False
    if life["name"].startswith(("The writer", "The author")):
        return True
    named = {word.lower() for word in re.findall(r"\w+", life["name"])} - _TITLES
    return any(named <= line and (len(named) > 1 or len(line) <= _NAME_MOST) for line in lines)
