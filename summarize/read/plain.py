"""Plain text in, an Article out, its first line taken for the title where it plainly is one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from summarize.data import Article, Cut, Span
from summarize.read.markers import find_marked

_PARAGRAPH_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SENTENCE_INSIDE = re.compile(r"(?:[a-z]{5}\.|[a-z]{2}[!?])[\"”’]? [A-Z“\"]")  # but not `Sens. Ortiz`
_NO_TITLE = tuple(
    re.compile(pattern)
    for pattern in (
        r"[a-z(\[{<•*·›»]|[-–—] ",  # the rest of something
        r"[A-Z][A-Z.,' ]+(?:\([^)]*\) ?)?[-–—]+(?: |$)(?![A-Z' ]+$)",  # WASHINGTON (AP) -
        r"(?i:by|from|(?:story|written|reported|posted|photos?(?:graph)?|text) by) [A-Z]",
        r"(?i:subscribe|sign (?:in|up)|log ?in|skip to|menu|share|search|home|about us|contact|follow us|advertisement"
        r"|read more|click|updated|published|posted|last updated|get the|join|register|welcome|breaking news"
        r"|for immediate release|press release|news release|media contact|toggle|open navigation|close|back to)\b",
        r"(?i:photo|image|picture|caption|file photo|photograph|video|watch|listen|figure \d|credit)\b",
        r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
        r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d",
        r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}",
        r".*(?:https?://|www\.|\S@\S|(?:^| )@\w|©|&copy;|\.{3}$| \| .* \| | [>›»] )",
        r".*(?i:\b(?:cookies?|all rights reserved|getty images|reuters/|ap photo|newsletters?|terms of use|privacy)\b)",
        r".*[.,;:…–—-][\"'”’)]*$",
    )
)
_TITLE_WORDS, _LONGEST_TITLE = range(3, 41), 2_000  # characters
_PROSE_WORDS = 12
_LEAD_WORDS = 25  # of a paragraph that follows without a blank line, so as not to take wrapped lines for a title
_LINES_BETWEEN = 3  # a deck, a byline and a date
_HEAD = 20_000  # characters in which title and first paragraph must stand


def read(text: str, path: str) -> Article:
    """An article of plain text."""
    briefs = ((marked.begin, marked.stop) for marked in find_marked(text))
    cuts = (Cut(Span(start, stop, text[start:stop]), "brief") for start, stop in briefs)
    return with_title(Article.from_text(text, path).without(cuts))


def with_title(article: Article) -> Article:
    """Move the title out of the text where the first line is one; a title already known stays."""
    span = None if article.title else _find_title(article.text)
    if span is None:
        return article
    return replace(article.without([Cut(span, "title")]), title=" ".join(span.text.split()))


def _find_title(text: str) -> Span | None:
    start = len(text) - len(text.lstrip())
    lines = text[start : start + _HEAD].splitlines()
    (title, *rest), *blocks = _blocks(lines) or [[""]]
    title = title.rstrip()
    followed = _leads_on(title, rest) if rest else _leads_to_prose([" ".join(block) for block in blocks], _PROSE_WORDS)
    return Span(start, start + len(title), title) if followed and _reads_as_title(title) else None


def _leads_on(title: str, lines: list[str]) -> bool:
    """Whether lines that follow without a blank one are a longer paragraph, and not the title wrapped."""
    wrapped = lines[0].lstrip()[:1].islower()
    return not wrapped and _leads_to_prose(lines, max(_LEAD_WORDS, 2 * len(title.split())))


def _blocks(lines: list[str]) -> list[list[str]]:
    return [list(block) for blank, block in groupby(lines, key=lambda line: not line.strip()) if not blank]


def _reads_as_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or len(line.split()) not in _TITLE_WORDS or _SENTENCE_INSIDE.search(line):
        return False
    return not any(pattern.match(line) for pattern in _NO_TITLE)


def _leads_to_prose(paragraphs: list[str], words: int) -> bool:
    """Whether prose begins at once, or after the few lines that may stand under a title."""
    return any(_is_prose(paragraph, words) for paragraph in paragraphs[: _LINES_BETWEEN + 1])


def _is_prose(paragraph: str, words: int) -> bool:
    ends = _PARAGRAPH_END.search(paragraph.rstrip()) or _SENTENCE_INSIDE.search(paragraph)
    return bool(ends) and len(paragraph.split()) >= words
