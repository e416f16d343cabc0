"""Blocks -> cuts of what says who wrote an article, where and when; and what these cuts say."""

from __future__ import annotations

import re

from summarize.clean.body import Page
from summarize.clean.lines import Block
from summarize.data import Cut, Span

_CLOCK = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december "
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday am pm a m p et est edt ct cst cdt pt pst pdt mt mst mdt gmt utc bst cet cest ist sgt aest aedt jst hkt "
    "published updated posted created modified date time last first publish at on by of the o clock min mins minute minutes read ago hour hours day days week weeks month months year years local original originally issued release released today yesterday since edition t z st nd rd th".split()
)
_CLOCK_CORE = r"(?i)\d{1,2}:\d\d|(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d+ (?:min|hour|day|week|month)s?|\d(?:am|pm)\b"
_MERE_DATE = r"(?:[A-Z][a-z]+,? )?(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}$"
_NAME = r"(?:[A-Z][\w’'-]*\.?|[a-z’']{1,3} [A-Z][\w’'-]+|de|van|von|der|bin|al|el|la)"
_BYLINE = (
    rf"(?:(?i:(?:written |posted |story |words |text |report |reported |published )?by:?)) (?:{_NAME} ?){{1,5}}(?:(?:,| and| &|\||[-–—•/]) ?.{{0,90}})?$"
    rf"|(?:{_NAME} ?){{2,4}}, (?:{_NAME} ?){{0,4}}(?i:writer|reporter|editor|correspondent|contributor|columnist|staff)s?$"
    rf"|(?i:by|author:?|written by:?|from|updated by|view author archive|email the author|get author rss feed)$"
)


def find_timestamps(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`Updated 1:39 am EST, Wednesday, November 20, 2019`: every word is one of a calendar or a clock.

    A mere date counts only before the story: inside it may head a letter or a day of a chronicle.
    """
    found, begun = [], False
    for block in blocks:
        if block.size <= 20 and _is_timestamp(block) and not (begun and re.match(_MERE_DATE, block.plain)):
            found.append(block.cut("timestamp"))
        begun = begun or block.is_prose
    return tuple(found)


def _is_timestamp(block: Block) -> bool:
    words = re.findall(r"[^\W\d_]+", block.plain.lower())
    return bool(re.search(_CLOCK_CORE, block.plain)) and all(word in _CLOCK for word in words)


def find_bylines(blocks: tuple[Block, ...]) -> tuple[Cut, ...]:
    """`By Ann Ives, Staff Writer`, and a name on the line below `By`."""
    found, named = [], False
    for block in blocks:
        is_name = named and block.size <= 6 and bool(re.fullmatch(rf"(?:{_NAME} ?){{2,5}}", block.plain))
        opens = block.size <= 20 and not block.plain.endswith(".") and bool(re.match(_BYLINE, block.plain))
        if opens or is_name:
            found.append(block.cut("byline"))
        named = is_name or (opens and block.size == 1)
    return tuple(found)


_PLACE = r"[A-Z][A-Z.’'-]+(?:[ /-](?:[A-Z][A-Z.’'-]+|de|la|le|del))*"
_REGION = r"(?:, (?:[A-Z][\w.’'-]+ ?){1,3})?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_WIRE = r"(?:\([A-Z][\w /.&’'-]{1,40}\)|/[A-Z][\w ]{2,30}/)"
_DASH = r"(?: ?(?:--|[–—―]) ?| [-_] )"
_STANDALONE = (
    r"(?:ATLANTA|BALTIMORE|BOSTON|CHICAGO|CLEVELAND|DALLAS|DENVER|DETROIT|HONOLULU|HOUSTON|LAS VEGAS|LOS ANGELES|MIAMI|MILWAUKEE|"
    r"MINNEAPOLIS|NEW ORLEANS|NEW YORK|PHILADELPHIA|PHOENIX|PITTSBURGH|ST\. LOUIS|SALT LAKE CITY|SAN ANTONIO|SAN DIEGO|SAN FRANCISCO|"
    r"SEATTLE|WASHINGTON|BEIJING|BERLIN|BRUSSELS|CAIRO|CANBERRA|DUBAI|GENEVA|HONG KONG|ISLAMABAD|ISTANBUL|JERUSALEM|JOHANNESBURG|KABUL|"
    r"KYIV|KIEV|LONDON|MADRID|MEXICO CITY|MOSCOW|MUMBAI|NAIROBI|NEW DELHI|PARIS|RIO DE JANEIRO|ROME|SEOUL|SINGAPORE|STOCKHOLM|SYDNEY|"
    r"TEHRAN|TOKYO|TORONTO|UNITED NATIONS|VIENNA|WARSAW|KARACHI|COLOMBO|DUBLIN|EDINBURGH|BAGHDAD|BEIRUT|ANKARA|ATHENS|LAGOS|OTTAWA|TAIPEI)"
)
_TITLE_PLACE = r"(?:[A-Z][\w.’'-]+ ?){1,3}"
_DATELINE = (
    rf"(?P<a>{_PLACE}{_REGION})(?:,? (?P<ad>{_DAY}))? ?,?(?: ?{_WIRE})?{_DASH}"
    rf"|(?P<b>{_TITLE_PLACE}{_REGION})(?:(?:, (?P<bd>{_DAY}))(?: {_WIRE})?| {_WIRE}){_DASH}"
    rf"|(?P<c>{_STANDALONE}{_REGION})(?:(?:, (?P<cd>{_DAY}))?(?: {_WIRE})?: ?| {_WIRE} | (?=[A-Z“\"‘'][\w’']+))"
)
# Capitals before a dash that are no place.
_NO_PLACE = frozenset(
    "BREAKING UPDATE UPDATED EXCLUSIVE WATCH VIDEO OPINION ANALYSIS NOTE WARNING REVIEW PREVIEW LIVE NEWS CORRECTION Q A ADVISORY URGENT FLASH NASA NATO "
    "U.S US UK EU UN FBI CIA GOP".split()
)
_TRIED, _REACH = 3, 120


def find_dateline(page: Page) -> tuple[Cut, ...]:
    """`WASHINGTON, Oct. 3 (Reuters) - ` before the first words of the story."""
    for block in [block for block in page.story if block.is_prose][:_TRIED]:
        found = _dateline(page.text[block.start : block.start + _REACH])
        if found and found.end() < block.end - block.start:
            end = block.start + found.end()
            return (Cut(Span(block.start, end, page.text[block.start : end]), "dateline"),)
    return ()


def _dateline(opening: str) -> re.Match[str] | None:
    found = re.match(_DATELINE, opening)
    return found if found and found[0].split(",")[0].split()[0].strip(":—–-.") not in _NO_PLACE else None


def place_and_date(page: Page, dateline: Cut) -> tuple[str | None, str | None]:
    """What a dateline states."""
    found = _dateline(page.text[dateline.span.start : dateline.span.start + _REACH])
    if found is None:
        return None, None
    groups = found.groupdict()
    place = groups["a"] or groups["b"] or groups["c"]
    return " ".join(place.split()).rstrip(","), groups["ad"] or groups["bd"] or groups["cd"]


def author_of(page: Page, bylines: list[Cut]) -> str | None:
    """Whom the byline nearest above the story names: `Ann Ives` of `By Ann Ives, Staff Writer`."""
    begins = page.blocks[page.body.start].start if page.body else len(page.text)
    above = [cut for cut in bylines if cut.span.start <= begins] or ([] if page.is_pasted else bylines)
    names = [name for cut in above if (name := _name(page.plain(cut)))]
    return names[-1] if names else None


def _name(byline: str) -> str | None:
    named = re.sub(r"(?i)^(?:\w+ )?by:? ", "", byline)
    name = re.split(r",| \\| |[•–—/|]| - | \d", named)[0].strip()
    return name if 2 <= len(name.split()) <= 8 else None
