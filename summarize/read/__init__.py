"""A path or standard input in, an `Article` out: plain text, Markdown with front matter, HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from summarize.data import Article
from summarize.errors import InputError
from summarize.limits import MOST_BYTES
from summarize.read import decode, files, front_matter, html, markdown, plain

__all__ = ["article_from_bytes", "read_article"]

_Reader = Callable[[str, str], Article]

_READERS: dict[str, _Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".mdx": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}
_HTML_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)


def read_article(path: str, *, max_bytes: int = MOST_BYTES) -> Article:
    """Read the article in a file, or on standard input where `path` is `-`.

    Raises InputError where there is no readable text, MissingExtraError for HTML without the extra.
    """
    return article_from_bytes(files.read_bytes(path, max_bytes), path)


def article_from_bytes(data: bytes, path: str) -> Article:
    """Read an article that is already in memory; the suffix of `path` says what it is written in.

    Without a suffix that is known, the text itself is asked. Raises as `read_article` does.
    """
    text, warnings = decode.decode(data, files.name(path))
    reader = _READERS.get(PurePath(path).suffix.lower()) or _reader_of(text)
    article = reader(text, path)
    if not article.text.strip():
        raise InputError(f"{files.name(path)} has no text besides its markup", "give it a file with an article in it")
    return replace(article, warnings=(*warnings, *article.warnings))


def _reader_of(text: str) -> _Reader:
    if _HTML_START.match(text):
        return html.read
    return markdown.read if front_matter.find(text) else plain.read
