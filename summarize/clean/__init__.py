"""Article as read -> Article without page furniture: what a page shows around its story.

Rules find, `Article.without` cuts: text is only taken out, so offsets stay true. A rule is one
`find_*` function. Rules over `blocks` know furniture by its words; what they claim tells where on
the page the story stands; rules over the `page` then judge the rest by its place.
"""

from __future__ import annotations

from dataclasses import replace

from summarize.clean import captions, furniture, metadata, notes, sections
from summarize.clean.body import Page, find_body, find_navigation
from summarize.clean.invisible import find_invisible
from summarize.clean.lines import Rule, find_blocks
from summarize.clean.repeats import find_crossheads, find_pull_quotes, find_repeats
from summarize.clean.title import find_title
from summarize.data import Article, Cut

__all__ = ["clean"]

_BY_WORDS: tuple[Rule, ...] = (
    notes.find_embargoes,
    notes.find_release_lines,
    notes.find_corrections,
    captions.find_gallery_controls,
    captions.find_captions,
    captions.find_credits,
    metadata.find_timestamps,
    metadata.find_bylines,
    furniture.find_share_bars,
    furniture.find_advertisements,
    furniture.find_newsletters,
    furniture.find_read_more,
    furniture.find_cookie_notices,
    furniture.find_copyright_lines,
    furniture.find_agency_lines,
    furniture.find_menu_lines,
    sections.find_comments,
    sections.find_boilerplate,
    sections.find_contacts,
    sections.find_tags,
    sections.find_related,
)
_LEAST_KEPT = 0.4
_BY_PLACE = (find_navigation, find_repeats, find_pull_quotes, find_crossheads)


def clean(article: Article) -> Article:
    """Take page furniture out of an article, and keep what it says of author, place and date.

    The text stays as it was where nothing that reads as an article would be left of it.
    Cleaning twice changes nothing.
    """
    article = article.without(find_invisible(article.text))
    while (cleaned := _pass(article)) is not article:
        article = cleaned
    return article


def _pass(article: Article) -> Article:
    """One round of all rules."""
    page, by_words = _page(article.text)
    by_place = [cut for rule in _BY_PLACE for cut in rule(page)]
    dateline = metadata.find_dateline(page) if article.place is None else ()
    found = (*find_title(page, article.title), *dateline, *by_words, *by_place)
    cuts = tuple({cut.span.start: cut for cut in reversed(found)}.values())
    cleaned = article.without(cuts)
    return _stated(cleaned, page, cuts) if cuts and _is_enough(page, cleaned) else article


def _page(text: str) -> tuple[Page, tuple[Cut, ...]]:
    blocks = find_blocks(text)
    cuts = tuple(cut for rule in _BY_WORDS for cut in rule(blocks))
    claims = {cut.span.start: cut.rule for cut in reversed(cuts)}
    return Page(text, blocks, claims, find_body(blocks, claims)), cuts


def _is_enough(page: Page, cleaned: Article) -> bool:
    """Whether there is a story left; of a bare text, most of it."""
    if not page.is_pasted:
        return _LEAST_KEPT * len(page.text.split()) <= len(cleaned.text.split())
    return any(block.is_prose for block in find_blocks(cleaned.text))


def _stated(article: Article, page: Page, cuts: tuple[Cut, ...]) -> Article:
    """Keep what the cuts say: a headline, an author, a place and date, an embargo."""
    texts = {rule: [cut for cut in cuts if cut.rule == rule] for rule in ("title", "byline", "dateline", "embargo")}
    place, date = next((metadata.place_and_date(page, cut) for cut in texts["dateline"]), (None, None))
    author = metadata.author_of(page, texts["byline"])
    warnings = tuple(f"marked {page.plain(cut)}" for cut in texts["embargo"])
    title = next((page.plain(cut) for cut in texts["title"]), None)
    return replace(
        article,
        title=article.title or title,
        author=article.author or author,
        place=article.place or place,
        date=article.date or date,
        warnings=(*article.warnings, *warnings),
    )
