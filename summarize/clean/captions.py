"""Blocks -> cuts of what belongs to pictures: captions, credits and gallery controls."""

from __future__ import annotations

import re

from summarize.clean.lines import Block
from summarize.data import Cut, Span

_AGENCY = (
    r"(?:AP|Associated Press|The Associated Press|AFP|Reuters|REUTERS|EPA|EFE|PA|PTI|ANI|TASS|Xinhua|Bloomberg|Getty|"
    r"Shutterstock|iStock|istockphoto|Alamy|Unsplash|Pexels|Pixabay|Flickr|Wikimedia|Adobe Stock|USA Today Sports|"
    r"Imagn|NurPhoto|Zuma|Rex|Depositphotos|Dreamstime)"
)
_MEDIUM = r"(?:photo(?:graph|graphy|grapher|s)?|image|picture|pic|illustration|graphic|video|screen ?(?:shot|grab)|file)"
_CREDIT_LINE = (
    rf"(?i:(?:{_MEDIUM}(?: (?:credit|source|illustration))?s?|credits?) ?[:©/|])"
    rf"|(?i:{_MEDIUM}s? (?:by|courtesy|copyright|via|from)\b)|(?i:courtesy (?:of|:)|image copyright|handout\b)"
    rf"|(?:AP|Reuters|REUTERS|AFP|Getty|EPA)(?: Photo| Images)? ?(?:/|via )|[©] ?{_AGENCY}\b"
    rf"|{_AGENCY}(?: (?:Images?|Photos?|Commons|Stock))?(?: ?(?:/|via) ?[\w .]{{2,40}})?$"
    rf"|[\w .’'-]{{2,60}}(?: ?[|/] ?| [-–—] ){_AGENCY}(?: (?:Images?|Photos?|Commons))?$"
)
_CREDIT_INSIDE = (
    rf"[(\[](?:(?i:{_MEDIUM}(?: \w+)? ?[:/©]|{_MEDIUM}s? (?:by|courtesy|credit|via|from)\b|(?:photo )?credits?:?\s|courtesy\b)"
    rf"|(?:{_AGENCY})(?: (?:Photo|Images?|File Photo|file photo))?\s?(?:/|via\b|file\b|[)\]])|© ?)[^()\[\]]{{0,90}}[)\]]?"
)
_CREDIT_TAIL = rf"[.!?)\"”’,\w] (?:(?i:(?:{_MEDIUM}|credit)s? ?[:|©]|{_MEDIUM}s? (?:by|courtesy of) )|Credit ?[:/]?|(?:AP|REUTERS|AFP) ?/|©)\s?[\w .,'’/&@-]{{2,70}}\.?$|[.!?][\"”’]? [A-Z][\w. ]{{1,30}}/[A-Z][\w .’'-]{{2,40}}\.?$"
_GALLERY = (
    r"(?i)(?:image|photo|picture|slide|video)s? \d+ (?:of|/)(?: /)? ?\d+|\d{1,3} ?(?:/|of) ?\d{1,3}|caption|enlarge(?: (?:image|this image|photo))?"
    r"|(?:hide|show|view|toggle|open|expand|see) (?:caption|gallery|image|photos?|slideshow|fullscreen)|back to gallery|view all \(?\d+\)?|view \d+ photos?"
    r"|(?:\d+ )?(?:photos?|(?:photo |image |picture )?gallery|slideshow|play video|media playback is unsupported on your device)|click to enlarge|full ?screen"
)
_OPENS_CAPTION = (
    r"FILE ?[-–—:]|(?i:file (?:photo|image|picture|footage)\b|in this (?:[\w.,]+ ){0,6}(?:file |handout )?(?:photo|image|picture|frame|combination)|a file (?:photo|image|picture)\b"
    r"|pictured\b|(?:image|media|photo|picture) ?caption|this (?:[\w.,]+ ){0,5}(?:photo|image|picture|handout)\b.{0,60}\b(?:shows?|taken|provided|released)|clockwise\b"
    r"|(?:above|below|top|bottom|left|right|l to r|l-r|left to right|from left)(?: (?:left|right))?: |from left, )"
)
_PLACED = r",? \((?:[LRC]|(?:far |second |second from |third from )?(?:left|right|cent(?:er|re)))\)|, (?:far |second |second from |third from |at |pictured |standing |seated )?(?:left|right|center|centre)(?:,| and\b|;|\.?$)"
_FULL_DATE = (
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:19|20)\d\d\b"
)
_SHOWS = frozenset(
    "speaks speak stands stand sits sit poses pose looks look walks walk shakes shake waves wave arrives arrive attends attend holds hold leaves leave "
    "gestures gesture celebrates celebrate reacts react smiles smile addresses listens listen talks talk hugs hug kisses kiss embraces embrace "
    "carries carry gathers gather marches march watches watch greets greet pictured seen shown delivers chats applauds applaud".split()
)
_PLACES = frozenset(("left", "right", "center", "centre"))
_SAYS = frozenset("said says told added wrote according was were had will would has have".split())
_FUNCTION = frozenset(
    "a an the and or of in on at by to for from with near outside inside during after before over under above below left right center centre "
    "as its his her their between behind beside alongside aboard around across along against who de la van von der den el al bin file".split()
)
_REACH = 8


def find_captions(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """The text of pictures: with a credit, a place in the picture (`left`), or a verb of standing and waving."""
    certain = [at for at, block in enumerate(blocks) if _is_caption(block) or _captions_credit(blocks, at)]
    openings = {blocks[at].words[:_REACH] for at in certain if blocks[at].size >= _REACH}
    again = (block for block in blocks if block.size >= _REACH and openings and block.words[:_REACH] in openings)
    return tuple(block.cut("caption") for block in (*(blocks[at] for at in certain), *again))


def _is_caption(block: Block) -> bool:
    if block.size > 80 or block.size < 3:
        return False
    plain = block.plain
    if re.match(_OPENS_CAPTION, plain) or _is_verbless(block):
        return True
    inside = re.search(_CREDIT_INSIDE, plain[-160:])
    if inside and inside.end() > len(plain[-160:]) - 12:
        return True
    if block.size <= 60 and re.search(_CREDIT_TAIL, plain[-110:]):
        return True
    words = set(block.words)
    if re.search(_PLACED, plain) and not words & _SAYS and "“" not in plain and '"' not in plain:
        return True
    return bool(words & _SHOWS and not words & _SAYS and re.search(_FULL_DATE, plain))


def _is_verbless(block: Block) -> bool:
    """Names, places and times with nothing that happens: `Ann Ives and Bo Tull in Leeds in 2018.`"""
    if not 4 <= block.size <= 25 or not block.ends_sentence or block.plain.endswith(("?", "!")):
        return False
    words = block.plain.rstrip(".").replace(",", "").split()
    lower = [word for word in words if word[:1].islower()]
    names = [word for word in words[:3] if word[:1].isupper() and word.isalpha() and word.lower() not in _FUNCTION]
    return len(names) >= 2 and bool({"in", "at", "during", "on", "with"} & set(lower)) and set(lower) <= _FUNCTION


def _captions_credit(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether the line after this one credits its picture, and this reads as what the picture shows."""
    block = blocks[at]
    if at + 1 == len(blocks) or block.size > 60 or block.size < 3 or not _is_credit(blocks[at + 1]):
        return False
    words = set(block.words)
    if words & _SAYS & {"said", "says", "told", "added"} or "“" in block.plain:
        return False
    dated = any(word.isdigit() and len(word) == 4 for word in words)
    return dated or bool(words & (_SHOWS | _PLACES)) or not block.ends_sentence


def _is_credit(block: Block) -> bool:
    return block.size <= 14 and bool(re.match(_CREDIT_LINE, block.plain)) and not (block.is_prose and block.size > 10)


def find_credits(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """Lines that credit a picture, and credits in brackets inside a paragraph of the story."""
    lines = tuple(block.cut("credit") for block in blocks if _is_credit(block))
    return lines


def find_inner_credits(text: str) -> tuple[Cut, ...]:
    """`(photo credit: Ann Ives)` in the midst of a paragraph."""
    return tuple(
        Cut(Span(found.start(), found.end(), ""), "credit")
        for found in re.finditer(r"(?i) ?\((?:photo|image|picture)(?: credits?| by| courtesy)?:? [^()\n]{2,80}\)", text)
    )


def find_gallery_controls(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Image 1 of 23`, `Back to Gallery`."""
    return tuple(block.cut("caption") for block in blocks if block.size <= 8 and re.fullmatch(_GALLERY, block.plain))
