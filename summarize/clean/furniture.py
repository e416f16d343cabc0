"""Blocks -> cuts of lines that pages are furnished with and that tell themselves by their words alone."""

from __future__ import annotations

import re

from summarize.clean.lines import Block, any_of, word_set
from summarize.data import Cut

_NETWORKS = word_set(
    "facebook twitter email mail linkedin pinterest reddit whatsapp flipboard telegram messenger tumblr bluesky "
    "mastodon threads instagram youtube viber tiktok snapchat"
)
_SHARING = _NETWORKS | word_set("share shares sharing tweet print follow copy save bookmark rss")
_SHARE_WORDS = _SHARING | word_set(
    "this story article page post entry link on via with to by e x us google plus pocket pin it gift feed mix vk sms "
    "line is caring comment comments friends close window return original include images"
)
_SHARE_LINE = any_of(
    r"share (?:this|on|via|to)\b.*",
    r"share ?on ?facebook.*",
    r"follow (?:us|me|@).*",
    r"like (?:this|what you).{0,40}\bshare\b.*",
    r"(?:print|email) this (?:article|story|page).*",
    r"[\d,.]+k? ?shares?",
)
_ADVERTISEMENT = any_of(
    r"advertise?ments?",
    r"advertisement\s*[–—:-].*",
    r"(?:advertising\W+)?(?:skip ad\W*){1,5}|advert|advertising|ads?|anzeige|publicidad|publicité",
    r"sponsored(?: content| advert| by .{1,40})?",
    r"promoted(?: content)?",
    r"paid (?:content|post|program|partner content)",
    r"ad ?choices",
    r"(?:story|article|content|post)(?: continues?| resumes)? (?:below|after)(?: (?:this |the )?(?:ad\w*|video))?",
    r"continue reading below|(?:scroll|swipe) (?:down )?to continue.{0,30}",
    r"(?:this )?ad(?:vertisement)? (?:will close|content|feedback).{0,30}|skip ad\w*",
    r"loading|please wait|this advert(?:isement)? has\b.*",
)
_ACCOUNT = any_of(
    r"(?:please )?(?:subscribe|register)(?: now| today| here)?|subscribe sign in",
    r"sign (?:up|in)(?: now| here| for free)?|log ?(?:in|out)|no thanks",
    r"(?:your |enter your )?e-?mail(?: address)?.{0,30}",
    r"(?:.{0,40} )?newsletters?(?: sign[- ]?up)?",
    r"thank(?:s| you) for (?:signing up|subscribing|registering).*",
    r"you(?:(?:.re| are|.ve| have) (?:now |been )*(?:success?fully )?(?:added|subscribed)).*",
)
# An invitation tells the reader what to do, and names what it offers; a milder one speaks of you or us as well.
_URGES = any_of(
    r"(?:please )?(?:sign ?up|subscribe|enter your|unsubscribe|fill|check)\b.*",
    r"(?:you can|i agree|thanks for)\b.*|no spam\b.*",
    r"by (?:signing up|submitting|subscribing|clicking|registering|providing|joining|entering)\b.*",
    r"we(?:.ll| will| only)? (?:send|use your)\b.*|every (?:day|week|morning),? we send\b.*",
    r"our (?:\w+ )?newsletter\b.*",
)
_INVITES = any_of(
    r"(?:please|to|why not|not a|already a|want|like|love|enjoy|become|start|support|need more|get|receive|join)\b.*",
    r"(?:register|stay|keep up|follow|download|try|sent|delivered|for (?:more|unlimited)|this newsletter)\b.*",
    r"(?:don.t|never) miss\b.*|there.s (?:plenty )?more where\b.*",
)
_OFFER = (
    r"(?i)newsletter|inbox|subscri|sign up|your e-?mail|\ban? e-?mail\b|e-?mail (?:alerts|updates|address)|mailing list"
    r"|free trial|unlimited access|become a member|\bour app\b|breaking news alerts|delivered (?:to|through)"
    r"|to your (?:phone|door|letterbox)|(?:our|independent|local|quality) journalism"
    r"|you agree|privacy policy|\b(?:us|me|@\w+) on (?:facebook|twitter|instagram|telegram|whatsapp)\b"
)
_TO_READERS = r"(?i)\b(?:you|your|us|our|newsletters?|inbox)\b"
_READ_MORE = any_of(
    r"(?:read|see|learn|view|show|find out|load|click for|continue|keep|discover) "
    r"(?:more|also|next|reading|the full (?:story|article|report|list))(?:[^\w\s].*| (?:about|from|on|at)\b.*)?",
    r"(?:also |you (?:may|might) )?(?:also )?(?:read|see|watch|listen|like|more|related|recommended|video)(?: also)?"
    r"\s?[:>»|].*",
    r"(?:related (?:article|stor(?:y|ie)|coverage|post|link|video)s?|must[- ]read|read this|further reading)"
    r"\s?[:>»|].*",
    r"(?:the )?(?:most|top|more|related|latest)\b.{0,40} 1[.)] .{1,200} 2[.)] .*",
    r"(?:in (?:pictures|photos|video)|watch (?:the )?video)\s?[:>»|].*",
    r"(?:view|read|download|see|watch|click|access)\b.{0,90}\bhere",
    r"(?:to )?(?:read|view|see) (?:the )?(?:full|entire|complete|rest of|original).{0,60}",
    r"(?:click here|tap (?:here|to))\b.*|watch (?:live|now)|full (?:story|article|coverage)",
    r"(?:you can view|a copy of|the (?:full )?text of) .{0,80}\b(?:here|below)",
)
_COOKIE_LINK = (
    r"(?i).*(?:\bcookies? (?:policy|settings|preferences|notice|consent|statement)|(?:accept|reject|manage|allow) "
    r"(?:all )?cookies|us(?:e|es|ing) cookies|privacy (?:&|and) cookies|^cookies$).*"
)
_COOKIE_NOTICE = (
    r"(?i)\b(?:(?:our|this) (?:web)?sites?|the website|you (?:agree|consent|accept)|your (?:browser|device|consent)"
    r"|(?:browsing|user|best|your) experience|we use (?:\w+ ){0,3}cookies|uses cookies (?:for|to))\b"
)
_RIGHTS_OPEN = any_of(
    r"(?:(?:all )?contents? )?(?:©|\(c\) ?\d{4}).*",
    r"(?:(?:all )?contents? )?copyright\b(?! (?:law|infring|act|office|claim|suit|case|holder|rule|owner)).*",
)
_RIGHTS_LINK = (
    r"(?i).*(?:\b(?:terms (?:and|&) conditions|terms of (?:use|service|sale)|privacy (?:policy|notice|statement|cent)"
    r"|do not sell my|user agreement|all rights? reserved)|(?:©|\(c\)) ?\d{4}).*"
)
_RIGHTS = (
    r"(?i)\ball rights? reserved\b|\b(?:may|can) ?not be (?:published|reproduced|republished|redistributed|copied)"
    r"|without (?:the )?(?:prior )?(?:express )?written permission|is (?:a )?(?:registered )?trademarks? of"
    r"|are (?:the )?(?:registered )?(?:trademarks|property) of|not responsible for the content of external"
    r"|affiliate (?:commission|link|advertising|program)|earn (?:an? )?(?:small )?(?:affiliate )?commission"
)
_AGENCY = any_of(
    r"with (?:files|reports?|additional reporting|inputs|wires?|material|contributions?) from(?: \S+){1,7}",
    r"with (?:\w+ )?(?:wires|agencies|files|inputs)",
    r"(?:[\w’'.-]+,? ){1,14}(?:contributed|provided) (?:reporting )?(?:to|for) this (?:report|story|article).*",
    r"(?:the )?(?:AP|AFP|Associated Press|Reuters|PTI|ANI|IANS|UPI|dpa|PA|Xinhua|Bloomberg|(?:news )?agencies)",
    r"source: .{2,50}",
)
# Only names and what joins them, for `Reporting by Ann Ives found ...` is a sentence.
_DESK = (
    r"\W*(?i:(?:additional |further |with )?(?:reporting|writing|editing|compiled|edited|translated|produced|written)"
    r"(?: and (?:writing|editing))? by)(?: (?:[A-Z]\S*|and|in|for|by|at|of|the|with|de|van|von|additional|editing"
    r"|writing|reporting|graphics))+\W*"
)
_MENU = any_of(
    r"(?:(?:skip|jump) to (?:main |the )?(?:content|navigation|search|footer)\W*){1,4}",
    r"(?:main |site |toggle )?(?:menu|navigation|search)(?: menu)?",
    r"home(?: ?page)?(?: ?[>»/|] ?.{1,60})?|(?:back|return|scroll) to (?:the )?(?:top|home(?: ?page)?)|site ?map",
    r"(?:about|contact)(?: us)?|help|faqs?|careers|my account|close|e-?paper|today.s paper",
)

_CRUMBS = any_of(r"you are here\W.*")


def find_share_bars(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Rows of links to networks: every word is one of theirs."""
    return tuple(block.cut("share-bar") for block in blocks if _is_share_bar(block))


def _is_share_bar(block: Block) -> bool:
    if block.size > 20:
        return False
    words = {word for word in block.words if not word.isdigit()}
    return (words <= _SHARE_WORDS and bool(words & _SHARING)) or block.reads(_SHARE_LINE, 12)


def find_advertisements(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Advertisement`, `Story continues below`, `Sponsored`."""
    return tuple(block.cut("advertisement") for block in blocks if block.reads(_ADVERTISEMENT, 12))


def find_newsletters(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Invitations to subscribe, sign up, register or give money."""
    return tuple(block.cut("newsletter") for block in blocks if block.reads(_ACCOUNT, 12) or _is_invitation(block))


def _is_invitation(block: Block) -> bool:
    urges = block.reads(_URGES, 80) or (block.reads(_INVITES, 80) and re.search(_TO_READERS, block.plain))
    return bool(urges and re.search(_OFFER, block.plain))


def find_read_more(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Pointers to another page: `Read more: ...`, `WATCH: ...`, `View the full letter here.`"""
    return tuple(
        block.cut("read-more") for block in blocks if block.reads(_READ_MORE, 40 if " 2. " in block.plain else 25)
    )


def find_cookie_notices(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """What pages must say about cookies and consent."""
    return tuple(block.cut("cookie") for block in blocks if "ookie" in block.plain and _is_cookie_notice(block))


def _is_cookie_notice(block: Block) -> bool:
    if not block.is_prose and block.reads(_COOKIE_LINK, 8):
        return True
    return block.size <= 150 and bool(re.search(_COOKIE_NOTICE, block.plain))


def find_copyright_lines(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Rights and terms."""
    return tuple(block.cut("copyright") for block in blocks if _is_copyright(block))


def _is_copyright(block: Block) -> bool:
    if block.reads(_RIGHTS_OPEN, 40) or (not block.is_prose and block.reads(_RIGHTS_LINK, 12)):
        return True
    return block.size <= 120 and bool(re.search(_RIGHTS, block.plain))


def find_agency_lines(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Who else reported: `Reporting by ...; editing by ...`, `With Post wires`, `(AP)`."""
    return tuple(block.cut("agency") for block in blocks if block.reads(_AGENCY, 30) or block.reads(_DESK, 40))


def find_menu_lines(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """The commonest words of menus, which tell a page from a bare text."""
    return tuple(block.cut("navigation") for block in blocks if block.reads(_MENU, 8) or block.reads(_CRUMBS, 20))
