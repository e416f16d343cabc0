"""Article as read -> Article without page furniture: what a page shows around its story.

Rules find, `Article.without` cuts: text is only taken out, so offsets stay true. A rule is one
`find_*` function. Rules over `blocks` know furniture by its words; what they claim tells where on
the page the story stands; rules over the `page` then judge the rest by its place. On a text that was
pasted with its page, bolder rules over blocks have a say in this as well (`appeals`, `boxes`).
"""

from __future__ import annotations

from dataclasses import replace

from summarize.clean import appeals, boxes, captions, furniture, metadata, notes, sections
from summarize.clean.body import Page, find_navigation, lay_out
from summarize.clean.captions import find_credits_in_prose
from summarize.clean.dateline import find_dateline, place_and_date
from summarize.clean.invisible import find_invisible
from summarize.clean.lines import Rule, find_blocks
from summarize.clean.metadata import author_of
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
_ON_PAGES: tuple[Rule, ...] = (
    appeals.find_biographies,
    appeals.find_notes,
    appeals.find_polls,
    appeals.find_appeals,
    appeals.find_addresses,
    captions.find_captions_on_pages,
    boxes.find_boxes,
    boxes.find_tables,
    boxes.find_posts,
    boxes.find_promotions,
    boxes.find_signed_quotes,
    boxes.find_teasers,
)
_LEAST_KEPT = 0.4


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
    """One round of all rules; the article itself if they find nothing to cut, or too much."""
    blocks = find_blocks(article.text)
    by_words = [cut for rule in _BY_WORDS for cut in rule(blocks)]
    page = lay_out(article.text, blocks, by_words, _ON_PAGES)
    claimed = (block.cut(page.claims[block.start]) for block in blocks if block.start in page.claims)
    cuts = _first_of_each_place((*_by_place(article, page), *by_words, *claimed))
    cleaned = article.without(cuts)
    return _stated(cleaned, page, cuts) if cuts and _is_enough(page, cleaned) else article


def _by_place(article: Article, page: Page) -> tuple[Cut, ...]:
    title = find_title(page, article.title)
    headline = max((cut.span.start for cut in title), default=len(page.text))
    dateline = find_dateline(page) if article.place is None else ()
    others = (find_repeats(page), find_pull_quotes(page), find_crossheads(page), find_credits_in_prose(page.text))
    return (*title, *dateline, *find_navigation(page, headline), *(cut for cuts in others for cut in cuts))


def _first_of_each_place(cuts: tuple[Cut, ...]) -> tuple[Cut, ...]:
    return tuple({cut.span.start: cut for cut in reversed(cuts)}.values())


def _is_enough(page: Page, cleaned: Article) -> bool:
    """Whether there is a story left; of a bare text, much of it."""
    if page.is_pasted:
        return any(block.is_prose for block in find_blocks(cleaned.text))
    is_much = _LEAST_KEPT * len(page.text.split()) <= len(cleaned.text.split())
    return is_much and any(map(str.isalpha, cleaned.text))


def _stated(article: Article, page: Page, cuts: tuple[Cut, ...]) -> Article:
    """Keep what the cuts say: a headline, an author, a place and date, an embargo."""
    titles, bylines, datelines, embargoes = (
        [cut for cut in cuts if cut.rule == rule] for rule in ("title", "byline", "dateline", "embargo")
    )
    place, date = next((place_and_date(page, cut) for cut in datelines), (None, None))
    return replace(
        article,
        title=article.title or next((page.plain(cut) for cut in titles), None),
        author=article.author or author_of(page, bylines),
        place=article.place or place,
        date=article.date or date,
        warnings=(*article.warnings, *(f"marked {page.plain(cut)}" for cut in embargoes)),
    )
