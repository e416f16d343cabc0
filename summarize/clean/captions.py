"""Blocks -> cuts of what belongs to pictures: captions, credits and gallery controls."""

from __future__ import annotations

import re
from itertools import pairwise

from summarize.clean.lines import Block, any_of, word_set
from summarize.data import Cut, Span

_WIRE = r"(?:(?:The )?AP|(?:The )?Associated Press|AFP|Reuters|REUTERS|EPA|EFE|PA|PTI|ANI|TASS|Xinhua|Bloomberg)"
_LIBRARY = r"(?:Getty|Shutterstock|iStock|Alamy|Unsplash|Pexels|Pixabay|Flickr|Wikimedia|Adobe|Imagn|NurPhoto|Zuma|Rex)"
_AGENCY = rf"(?:{_WIRE}|{_LIBRARY})"
_STOCK = r"(?: (?:Images?|Photos?|Commons|Stock|File Photo|file photo))?"
_MEDIUM = r"(?:photo(?:graph|graphy|grapher)?|image|picture|pic|illustration|graphic|video|screen ?(?:shot|grab)|file)"
_STILL = r"(?:photo|photograph|image|picture|illustration|credit)"
_CREDIT_LINE = (
    rf"(?:(?i:{_MEDIUM}s?(?: (?:credit|source|illustration))?s?|credits?) ?[:©/|].*"
    rf"|(?i:{_MEDIUM}s? (?:by|courtesy|copyright|via|from)\b|courtesy (?:of|:)|handout\b).*"
    rf"|(?:AP|Reuters|REUTERS|AFP|Getty|EPA){_STOCK} ?(?:/|via ).*|© ?{_AGENCY}\b.*"
    rf"|{_AGENCY}{_STOCK}(?: ?(?:/|via) ?[\w .]{{2,40}})?"
    rf"|[\w .’'|/-]{{2,60}}(?: ?[|/] ?| [–—-] ){_AGENCY}{_STOCK})"
)
_CREDIT_INSIDE = (
    rf"[(\[](?:(?i:{_MEDIUM}(?: \w+)? ?[:/©]|{_MEDIUM}s? (?:by|courtesy|credit|via|from)\b|credits?:|courtesy\b)"
    rf"|{_AGENCY}{_STOCK} ?(?:/|via\b|file\b)|{_WIRE} Photo\b|{_LIBRARY}{_STOCK}[)\]]|©)[^()\[\]]{{0,90}}[)\]]?"
)
_CREDIT_TAIL = (
    rf"[.!?)\"”’,\w] (?:(?i:{_STILL}s? ?[:©|]|{_STILL}s? (?:by|courtesy of) )|(?:AP|REUTERS|AFP) ?/|©) ?"
    r"[A-Z©][\w .,'’/&@-]{1,70}$"
    r"|[.!?][\"”’]? (?:[A-Z]\w+ ?){1,3}/(?:[A-Z][\w.’'-]+ ?){1,4}$"
    rf"|[.!?][\"”’]? (?:{_LIBRARY}{_STOCK}|NASA|ESA)$|Getty Images$"
)
_CREDIT_IN_PROSE = r"(?i) ?\((?:photo|image|picture)(?: credits?| by| courtesy)?:? [^()\n]{2,80}\)"
# What also ends the last paragraph of a wire story, so it takes a verb of standing and waving as well.
_WIRE_TAIL = rf"\({_WIRE}\)$"
_GALLERY = any_of(
    r"(?:image|photo|picture|slide|video|page)s? \d+ (?:of|/)(?: /)? ?\d+|\d{1,3} ?(?:/|of) ?\d{1,3}|caption",
    r"(?:click to )?enlarge(?: (?:this )?(?:image|photo))?|full ?screen|(?:\d+ )?photos?|slideshow|play video",
    r"(?:hide|show|view|toggle|open|expand|see) (?:caption|gallery|image|photos?|slideshow|fullscreen)",
    r"(?:back to |photo |image |picture )?gallery|view all \(?\d+\)?|view \d+ photos?",
    r"media playback is unsupported on your device",
)
_OPENING = (
    r"FILE ?[–—:-]|(?i:file (?:photo|image|picture)\b|an? (?:file|undated) (?:photo|image|picture)\b|pictured\b"
    r"|in this (?:[\w.,]+ ){0,6}(?:photo|image|picture|frame|combination)(?: illustration)?"
    r"(?:,| taken| made| provided| released| from| by)"
    r"|this (?:[\w.,]+ ){0,5}(?:photo|image|picture|handout)\b.{0,60}\b(?:shows?|taken|provided|released)\b"
    r"|(?:an )?artist.s (?:rendering|illustration|concept|impression)\b|(?:official )?portrait of\b"
    r"|(?:image|media|photo|picture) ?(?:caption|copyright)|clockwise\b"
    r"|(?:above|below|top|bottom|left|right|l to r|l-r|(?:from )?left to right)(?: (?:left|right))?: |from left,)"
)
_SIDE = r"(?:far |second |third |second from |third from |at |pictured |standing |seated )?(?:left|right|cent(?:er|re))"
_PLACED = rf",? \((?:[LRC]|{_SIDE})\)|, {_SIDE}(?:,| and\b|;|\.?$)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_FULL_DATE = (
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
    rf"(?:{_MONTH} \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} {_MONTH} (?:19|20)\d\d)\b"
)
_SCENE_SIGN = rf"{_FULL_DATE}|{_WIRE_TAIL}"
_SHOWS = word_set(
    "speaks speak stands stand sits sit poses pose looks look walks walk shakes shake waves wave arrives arrive "
    "attends attend holds hold leaves leave passes gestures gesture celebrates celebrate reacts react smiles smile "
    "listens listen talks talk hugs hug kisses kiss embraces embrace carries carry gathers gather marches march "
    "watches watch greets greet pictured seen shown chats applauds applaud"
)
_SIDES = frozenset(("left", "right", "center", "centre"))
_SAYS = word_set("said says told added wrote according was were had will would has have please email")
_NAMED_AND_DATED = (
    r"(?:[A-Z][\w’'-]+ ){2,4}(?:and (?:[A-Z][\w’'-]+ ){2,4})?(?:at|in|during|with|outside|on)\b[^.!?]*"
    r"(?:,| in| of) (?:19|20)\d\d\.?$"
)
_FUNCTION = word_set(
    "a an the and or of in on at by to for from with near outside inside during after before over under above below "
    "left right center centre as its his her their between behind beside alongside aboard around across along against "
    "de la van von der den el al bin"
)
_OPENING_WORDS, _SHOWN_MOST = 8, 40
_LABELLED = rf"\[(?i:{_MEDIUM})\]|(?i:{_MEDIUM}) ?: "
_SIGNED = r"[.!?][\"”’]? [A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'-]+){1,3}(?: [\w.+-]{1,40}@[\w.-]{1,40})?$"
_TAKEN_BY = (
    r"(?:[A-ZÀ-Þ][\w.’'-]{0,20} ){1,3}[A-ZÀ-Þ][\w’'-]{1,20} ?[/|•] ?[A-ZÀ-Þ][\w.’' -]{1,40}"
    r"|[A-Z][A-Z.’'-]{1,20}(?: [A-Z][A-Z.’'-]{1,20}){0,3}(?: ?[/|•] ?[A-Z][\w.’' -]{1,40}| ARCHIVES?| IMAGES| PHOTOS?)"
)
_TAKEN_BY_INSIDE = (
    r"\((?:[\w’'.]{1,20} ){0,3}(?i:photo|image|picture|pic|illustration)s?(?: by | courtesy |/|: ?)[^()]{2,60}\)\W?$"
    r"|\([A-ZÀ-Þ][\w’'.-]{0,20}(?: [A-ZÀ-Þ][\w’'.-]{0,20}){1,3} ?/ ?[^()]{2,60}\)\W?$"
)
_LICENSED = r"(?i)\b(?:licensing rights|opens (?:in )?(?:a )?new (?:tab|window))\b"


def find_captions(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """The text of pictures, by its credit, a place in the picture or its wording; and its other, shortened copies."""
    above_credits = [block for block, after in pairwise(blocks) if _is_credited(block, after)]
    certain = [*above_credits, *(block for block in blocks if _is_caption(block))]
    openings = {block.words[:_OPENING_WORDS]: block.words for block in certain if block.size >= _OPENING_WORDS}
    copies = [block for block in blocks if openings and _is_copy(block.words, openings)]
    return tuple(block.cut("caption") for block in (*certain, *copies))


def _is_copy(words: tuple[str, ...], openings: dict[tuple[str, ...], tuple[str, ...]]) -> bool:
    """Whether these are a caption's words, or its first words and `more`."""
    whole = openings.get(words[:_OPENING_WORDS], ())
    return len(words) <= len(whole) + 1 and words[:-2] == whole[: max(len(words) - 2, 0)] and bool(whole)


def _is_caption(block: Block) -> bool:
    if not 3 <= block.size <= 80:
        return False
    inside = list(re.finditer(_CREDIT_INSIDE, block.plain[-160:]))
    if inside and inside[-1].end() > len(block.plain[-160:]) - 12:
        return True
    if re.match(_OPENING, block.plain) or (block.size <= 60 and re.search(_CREDIT_TAIL, block.plain[-110:])):
        return True
    return (
        _is_verbless(block) or _is_scene(block) or (block.size <= 25 and bool(re.match(_NAMED_AND_DATED, block.plain)))
    )


def _is_scene(block: Block) -> bool:
    """Who stands where, or a verb of standing and waving on a full date; nothing that is told or said."""
    if set(block.words) & _SAYS or '"' in block.plain or "“" in block.plain:
        return False
    shows = bool(_SHOWS.intersection(block.plain.split()))
    return bool(re.search(_PLACED, block.plain) or (shows and re.search(_SCENE_SIGN, block.plain)))


def _is_verbless(block: Block) -> bool:
    """Names, places and times with nothing that happens: `Ann Ives and Bo Tull in Leeds in 2018.`"""
    if not 4 <= block.size <= 25 or not block.plain.endswith("."):
        return False
    words = block.plain.rstrip(".").replace(",", "").split()
    lower = {word for word in words if word[:1].islower()}
    names = [word for word in words[:3] if word[:1].isupper() and word.isalpha() and word.lower() not in _FUNCTION]
    return len(names) >= 2 and bool({"in", "at", "during", "on", "with"} & lower) and lower <= _FUNCTION


def _is_credited(block: Block, after: Block) -> bool:
    """Whether the line below credits a picture and this reads as what the picture shows, not as story."""
    if not 3 <= block.size <= 60 or not _is_credit(after) or block.plain.endswith(":") or "“" in block.plain:
        return False
    words = set(block.words)
    dated = any(word.isdigit() and len(word) == 4 for word in words)
    return bool(words & (_SHOWS | _SIDES)) or not block.ends_sentence or (dated and not words & _SAYS)


def _is_credit(block: Block) -> bool:
    return block.reads(_CREDIT_LINE, 14) and not (block.is_prose and block.size > 10)


def find_captions_on_pages(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Captions by signs that a bare text may show as well: `Image:`, or a name after the last sentence."""
    signs = [block for block in blocks if 4 <= block.size <= 80 and _is_caption_on_page(block)]
    triples = tuple(zip((None, *blocks), blocks, blocks[1:], strict=False))
    credited = [
        (block, after)
        for before, block, after in triples
        if after.reads(_TAKEN_BY, 8)
        and ((_is_alone(before) and 4 <= block.size <= _SHOWN_MOST) or (_shows(block) and not set(block.words) & _SAYS))
    ]
    signs += [block for before, block, after in triples if _is_alone(before) and _shows(block) and _is_credit(after)]
    return tuple(block.cut("caption") for block in (*signs, *(block for pair in credited for block in pair)))


def _is_alone(before: Block | None) -> bool:
    """Whether no paragraph stands above."""
    return before is None or not (before.is_prose or before.ends_sentence)


def _shows(block: Block) -> bool:
    """Whether it could say what a picture shows: a sentence or two, in which nobody speaks."""
    return 4 <= block.size <= _SHOWN_MOST and "“" not in block.plain and not set(block.words) & {"said", "says", "told"}


def _is_caption_on_page(block: Block) -> bool:
    if block.size <= 60 and re.match(_LABELLED, block.plain):
        return True
    if re.search(_TAKEN_BY_INSIDE, block.plain[-110:]):
        return True
    return bool(re.search(_SIGNED, block.plain[-60:]) or re.search(_LICENSED, block.plain[-60:]))


def find_credits(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Lines that credit a picture."""
    return tuple(block.cut("credit") for block in blocks if _is_credit(block))


def find_gallery_controls(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Image 1 of 23`, `Back to Gallery`."""
    return tuple(block.cut("caption") for block in blocks if block.reads(_GALLERY, 8))


def find_credits_in_prose(text: str) -> tuple[Cut, ...]:
    """`(photo credit: Ann Ives)` in the midst of a paragraph."""
    found = re.finditer(_CREDIT_IN_PROSE, text)
    return tuple(Cut(Span(credit.start(), credit.end(), credit[0]), "credit") for credit in found)
