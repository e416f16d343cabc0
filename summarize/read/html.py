"""HTML in, an Article out whose source is the text that trafilatura extracts from it."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.data import Article, Cut, Span
from summarize.errors import InputError, MissingExtraError
from summarize.read import files

if TYPE_CHECKING:
    from trafilatura.settings import Document

_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read(text: str, path: str) -> Article:
    """An article of the main text of a web page, its paragraphs parted by blank lines.

    Raises InputError if the page has no such text, MissingExtraError without the html extra.
    """
    page = _extract(_XML_DECLARATION.sub("", text, count=1))  # lxml refuses a declared encoding in decoded text
    extracted = page.text if page else None
    if not page or not extracted or extracted.isspace():
        raise InputError(
            f"no article text found in {files.name(path)}", "save the article itself as plain text or Markdown"
        )
    article = Article.from_text("\n\n".join(extracted.splitlines()), path, basis="extracted")
    author = page.author and page.author.replace("; ", ", ")
    return _without_title(replace(article, title=page.title or None, date=page.date or None, author=author or None))


def _extract(page: str) -> Document | None:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        reason = str(error).partition("\n")[0]  # it may be there, and something that it needs may not
        raise MissingExtraError(f"HTML needs trafilatura ({reason})", "pip install 'summarize[html]'") from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    # The date must be one that the page states as its own: no search through the text for something like it.
    found = bare_extraction(
        page,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False},
    )
    return None if isinstance(found, dict) else found


def _without_title(article: Article) -> Article:
    first = article.text.split("\n", 1)[0]
    if not article.title or _plain(first) != _plain(article.title) or len(first) == len(article.text):
        return article
    return article.without([Cut(Span(0, len(first), first), "title")])


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
