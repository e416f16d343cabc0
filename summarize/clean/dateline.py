"""Page -> the cut of its dateline, and what that states."""

from __future__ import annotations

import re

from summarize.clean.body import Page
from summarize.clean.lines import word_set
from summarize.data import Cut, Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_WIRE = r"(?:\([A-Z][\w /.&’'-]{1,40}\)|/[A-Z][\w ]{2,30}/)"
# A story opens with a capital: `IBM — the maker of ...` is none.
_DASH = r"(?: ?(?:--|[–—―]) ?| [-_] )(?=[A-Z“\"‘'(\d$£€])"
# Capitals of every Latin alphabet: İZMİR, MÜNCHEN, ŁÓDŹ.
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_CAPITALS = rf"[{_CAPITAL}][{_CAPITAL}.’'-]+(?:[ /-](?:[{_CAPITAL}][{_CAPITAL}.’'-]+|de|la|le|del))*"
_REGION = r"(?:, (?:[A-Z][\w.’'-]+ ?){1,3})?"
_STATE = r"(?:, (?:D\.?C\.?|[A-Z]{2}|[A-Z][a-z]+\.))?"
# Cities that news agencies let stand without a state or country, so known that no dash need follow either.
_KNOWN = (
    r"(?:"
    r"ATLANTA|BALTIMORE|BOSTON|CHICAGO|CLEVELAND|DALLAS|DENVER|DETROIT|HONOLULU|HOUSTON|LAS VEGAS|"
    r"LOS ANGELES|MIAMI|MILWAUKEE|MINNEAPOLIS|NEW ORLEANS|NEW YORK|PHILADELPHIA|PHOENIX|PITTSBURGH|"
    r"ST\. LOUIS|SALT LAKE CITY|SAN ANTONIO|SAN DIEGO|SAN FRANCISCO|SEATTLE|WASHINGTON|ANKARA|ATHENS|"
    r"BAGHDAD|BEIJING|BEIRUT|BERLIN|BRUSSELS|CAIRO|CANBERRA|COLOMBO|DUBAI|DUBLIN|EDINBURGH|GENEVA|"
    r"HONG KONG|ISLAMABAD|ISTANBUL|JERUSALEM|JOHANNESBURG|KABUL|KARACHI|KYIV|KIEV|LAGOS|LONDON|MADRID|"
    r"MEXICO CITY|MOSCOW|MUMBAI|NAIROBI|NEW DELHI|OTTAWA|PARIS|RIO DE JANEIRO|ROME|SEOUL|SINGAPORE|"
    r"STOCKHOLM|SYDNEY|TAIPEI|TEHRAN|TOKYO|TORONTO|UNITED NATIONS|VIENNA|WARSAW"
    r")"
)
_FORMS = (
    rf"(?P<place>{_CAPITALS}{_REGION})(?:,? (?P<date>{_DAY}))? ?,?(?: ?{_WIRE})?{_DASH}",
    rf"(?P<place>(?:[A-Z][\w.’'-]+ ?){{1,3}}{_REGION})"
    rf"(?:, (?P<date>{_DAY})(?: {_WIRE})?| {_WIRE}|(?<=, [A-Z]{{2}})){_DASH}",
    rf"(?P<place>{_KNOWN}{_STATE})"
    rf"(?:(?:, (?P<date>{_DAY}))?(?: {_WIRE})?: ?| {_WIRE} | (?=[A-Z“\"‘'][\w’']+))",
)
# Capitals before a dash that are no place.
_NO_PLACE = word_set(
    "BREAKING UPDATE UPDATED EXCLUSIVE WATCH VIDEO OPINION ANALYSIS NOTE WARNING REVIEW PREVIEW LIVE NEWS CORRECTION Q "
    "A ADVISORY URGENT FLASH NASA NATO U.S US UK EU UN FBI CIA GOP FACT ICYMI MEMORANDUM"
)
_PARAGRAPHS, _REACH = 3, 120


def find_dateline(page: Page) -> tuple[Cut, ...]:
    """`WASHINGTON, Oct. 3 (Reuters) - ` before the first words of the story."""
    for block in [block for block in page.story if block.is_prose][:_PARAGRAPHS]:
        found = _dateline(page.text[block.start : block.start + _REACH])
        if found and found.end() < len(block.text.rstrip()):
            return (Cut(Span(block.start, block.start + found.end(), found[0]), "dateline"),)
    return ()


def _dateline(opening: str) -> re.Match[str] | None:
    found = next((found for form in _FORMS if (found := re.match(form, opening))), None)
    return found if found and re.split(r"[ ,:—–-]", found[0])[0].rstrip(".") not in _NO_PLACE else None


def place_and_date(page: Page, dateline: Cut) -> tuple[str | None, str | None]:
    """What a dateline states."""
    found = _dateline(page.text[dateline.span.start : dateline.span.start + _REACH])
    return (" ".join(found["place"].split()).rstrip(","), found["date"]) if found else (None, None)
