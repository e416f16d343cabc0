"""A text in, its sentences out, each with its exact span and its paragraph.

Every character that is no white space stands in exactly one sentence. Paragraphs come first,
from blank lines and from the shape of the lines; then every stop is asked whether the words
beside it let it end a sentence. Each question looks a bounded distance to either side, so that
the time taken grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.data import Sentence, Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]*(?:\r\n?|[\n\u2028\u2029]|\Z)")
_LEAST_WIDTH, _MOST_WIDTH = 45, 120  # columns that prose is wrapped to, by hand or by a mail program
_SLACK = 10  # columns that a line without an end to it may fall short of the width
_SHORT_ITEM = 40  # characters; a longer line that runs on in lower case is wrapped prose
_BULLET = re.compile(r"\s*[-*+•‣◦▪●·]\s+\S")
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])[.)]\s+\S")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CLOSERS = "\"'”’“‘»«›‹)]}*_"
_QUOTES = ('"', "'", "”", "’", "»", "“")
_OPENERS = "\"'“‘„«»‹›([{*_¿¡"
_STOP = re.compile(rf"[.!?…‽]+[{re.escape(_CLOSERS)}]*|[。！？]+[」』”’]*")
_AFTER_STOP = re.compile(r"(?:\[\d{1,3}\])+|[ \u00a0\u202f][»›](?=\s|\Z)")  # a note's number; a French quotation's end
_NO_START = frozenset("-–—,;:&/|+=.!?…)]}")
_REACH = 40  # characters looked at to either side of a stop

_BEFORE_NAMES = _words(
    "Mr Mrs Ms Mx Dr Drs Prof Profs Gen Gens Maj Col Cols Lt Capt Cmdr Adm Sgt Cpl Pvt Ofc Brig Sen Sens Rep Reps Gov "
    "Govs Rev Revs Hon Pres Supt Insp Det Dets Amb Atty Messrs Mme Mlle Fr Ft Mt Dist Asst Assoc MR MRS MS DR GEN SEN "
    "REP GOV e.g i.e cf viz vs v Vs"
)
_BEFORE_NUMBERS = _words("No Nos no nos p pp vol Vol ch Ch sec Sec fig Fig figs Figs art Art para ca op Rs tel")
_MAY_END = _words(  # a sentence; whether they do, the next word says
    "Inc Corp Co Cos Ltd Bros Jr Sr Esq Ave Blvd Rd St Ste Hwy Dept Univ Assn al etc Ph.D Ed Eds Jan Feb Mar Apr Jun "
    "Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Intl Natl Govt approx Ala Ariz Ark Calif Cal "
    "Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va "
    "Wash Wis Wyo Ont Que Alta"
)
_ACRONYM = re.compile(r"(?:[A-Z]\.)*[A-Z]")  # U.S, J
_CLOCK = frozenset(["a.m", "p.m"])
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{1,3}T\b|GMT|UTC|(?:Eastern|Central|Mountain|Pacific|Local)\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d"
)
_ENUMERATOR = re.compile(r"\d{1,3}|[A-Za-z]|[IVX]{1,4}")
_FIRST_WORD = re.compile(r"(?!\w\.)[\w-]+")  # not an initial
_OPENING_WORDS = _words(
    "a about according after all also although among an and another any are as asked at authorities based because "
    "before both but by can critics despite did do does during each earlier even every few first for former from had "
    "has have he her here his how however i if in instead is it its just last later many meanwhile more most much my "
    "nearly neither no none nor not now of officials on once only or other others our people police prosecutors "
    "readers residents she shares since so some still such than that the their then there these they this those "
    "though to today together until was we were what when where whether which while who why will witnesses with "
    "within without would yesterday yet you your"
)
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.'’-]{0,20}\s){1,4}"
    r"(?:said|says|asked|asks|told|added|adds|wrote|writes|shouted|cried|replied|answered|joked|exclaimed|recalled"
    r"|wondered|declared|yelled|screamed|responded|tweeted|insisted)\b"
)
_NAMES_WITH_STOP = ("Yahoo!", "Jeopardy!", "Yum!")
_DISTRICT = re.compile(r"\([A-Z]{1,4}-[A-Z\d]")  # (D-Mass.), (MO-5)
_GLUED = re.compile(r"(?<=\s)[\w’'-]*[a-z]{2}\Z")
_GLUED_START = re.compile(r"(?!(?:Com|Net|Org|Gov|Js|Io|Co|Uk|Tv)\b)[“‘]?[A-Z][a-z]+(?: [a-z]|, |’)")


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; their spans are trimmed, and no character between is lost."""
    sentences = []
    for paragraph, (start, end) in enumerate(_paragraphs(text)):
        for stop in _ends(text, start, end):
            sentences.append(Sentence(_trimmed(text, start, stop), paragraph))
            start = stop
    return tuple(sentences)


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    stripped = part.strip()
    return Span(start, start + len(stripped), stripped)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for block in _blocks(text):
        lines = [text[start:end] for start, end in block]
        wrapped = not all(map(_has_end, lines))  # where each line ends a sentence, each is a paragraph
        width = max(map(len, lines)) if wrapped else _MOST_WIDTH + 1
        start = block[0][0]
        for at in range(1, len(block)):
            if _is_break(lines[at - 1], lines[at], width):
                yield start, block[at - 1][1]
                start = block[at][0]
        yield start, block[-1][1]


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that are not blank."""
    block: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        length = len(line.group().rstrip())
        if length:
            block.append((line.start(), line.start() + length))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_break(above: str, below: str, width: int) -> bool:
    """Whether a paragraph ends between two lines of a block, the longest of whose lines has `width`.

    In wrapped prose a line is followed by a word that it had no room for; what breaks earlier,
    breaks on purpose.
    """
    ended = _has_end(above)
    if _BULLET.match(below) or (_NUMBERED.match(below) and (ended or _NUMBERED.match(above))):
        return True
    runs_on = not ended and below.lstrip(_OPENERS + " \t")[:1].islower()
    if width > _MOST_WIDTH:
        return not runs_on
    room = max(width, _LEAST_WIDTH) - len(above) - 1 - len(below.split(None, 1)[0])
    if runs_on:
        return room >= _SLACK and len(above) < _SHORT_ITEM
    return room >= (0 if ended else _SLACK)


def _has_end(line: str) -> bool:
    return line.rstrip(_CLOSERS).endswith((".", "!", "?", "…", ":", "。", "！", "？"))


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences of a paragraph end; white space after them is not counted in."""
    for stop in _STOP.finditer(text, start, end):
        beyond = _AFTER_STOP.match(text, stop.end(), end)
        at = beyond.end() if beyond else stop.end()
        if at < end and _is_end(text, start, stop, at):
            yield at
            start = at
    if not text[start:end].isspace():
        yield end


def _is_end(text: str, start: int, stop: re.Match[str], at: int) -> bool:
    before = text[max(start, stop.start() - _REACH) : stop.start()]
    if stop.group()[0] in "。！？":
        return True
    if not text[at].isspace():
        return _is_glued(before, text[at : at + _REACH])
    after = text[at : at + _REACH].lstrip()
    if after[:1] in _NO_START or _DISTRICT.match(after):
        return False
    following = after.lstrip(_OPENERS)
    if following[:1].islower() and not following[1:2].isupper():  # but eBay and iPhone start sentences
        return False
    signs = stop.group().rstrip(_CLOSERS)
    if signs == ".":
        return _period_ends(before, following, at_start=stop.start() - start <= _REACH)
    if signs in ("...", "…"):
        return _opens(following) or not (before[-1:].isspace() or before[-1:] in ("", "[", "("))
    return _exclamation_ends(before + stop.group(), following)


def _is_glued(before: str, after: str) -> bool:
    """`agents.Chicago`: a space was lost, unless it is the name of a site or a file."""
    return bool(_GLUED.search(before) and _GLUED_START.match(after))


def _exclamation_ends(before: str, following: str) -> bool:
    if before.endswith(_NAMES_WITH_STOP):
        return _opens(following)
    if before.endswith(("(!)", "(?)")):
        return False
    spoken = before.endswith(_QUOTES) and _SPEAKER.match(following)
    return _opens(following) or not spoken


def _period_ends(before: str, following: str, at_start: bool) -> bool:
    if not before or before[-1].isspace():  # the last of `. . .`
        return _opens(following)
    if at_start and _ENUMERATOR.fullmatch(before.strip()):  # `2. The`
        return False
    word = re.split(r"[\s-]", before)[-1].lstrip(_OPENERS)
    if word in _BEFORE_NAMES:
        return False
    if word in _BEFORE_NUMBERS and following[:1].isdigit():
        return False
    if word in _CLOCK:
        return not _AFTER_CLOCK.match(following)
    if word in _MAY_END or _ACRONYM.fullmatch(word):
        return _opens(following)
    return True


def _opens(following: str) -> bool:
    """Whether the next word is one that opens sentences and seldom goes on with a name."""
    word = _FIRST_WORD.match(following)
    return not following or bool(word and word.group().lower() in _OPENING_WORDS)
