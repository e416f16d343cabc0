"""A file with a brief in it -> its stretches of prose, each character of which knows its place in that file.

A brief stands in a file of its own (plain text, Markdown, a sidecar with its record), or inside its
article: in fields of the front matter, or between two markers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePath

from summarize.config import Settings
from summarize.editorial.directives import Directive, find_directives
from summarize.editorial.fields import find_fields
from summarize.editorial.prose import find_prose
from summarize.editorial.record import Record, marked_record, parse_record
from summarize.editorial.stretch import Stretch
from summarize.errors import InputError
from summarize.read import front_matter
from summarize.read.decode import decode
from summarize.read.files import name, read_bytes
from summarize.read.markers import find_marked

_MARKDOWN = (".md", ".markdown", ".mdx")
_PLAIN = (".txt", ".text")
_HTML = (".html", ".htm", ".xhtml")
# Whoever checks more has taken an article for a brief; each character costs a place.
_LONGEST_BRIEF = 200_000  # bytes
_HEADING = re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BriefDocument:
    """A brief in its file. `source` is the file as decoded, newlines untouched; `path` as the user gave it.

    `stretches` are in document order, `directives` what its writer asks to let be, `record` what
    `write` noted, None where it wrote nothing. `is_inside` tells a brief that stands in its article.
    """

    path: str
    source: str
    stretches: tuple[Stretch, ...]
    directives: tuple[Directive, ...] = ()
    record: Record | None = None
    is_inside: bool = False
    warnings: tuple[str, ...] = ()


def read_brief(path: str | Path, settings: Settings | None = None) -> BriefDocument:
    """Read a file that is a brief: its headline, paragraphs and points, and fields of its front matter.

    Raises InputError if it cannot be read, or has no prose in it.
    """
    settings = settings or Settings()
    data = read_bytes(str(path), settings.options.max_bytes)
    if len(data) > _LONGEST_BRIEF:
        raise InputError(f"{name(str(path))} is too long for a brief", "name the article first and its brief second")
    if PurePath(path).suffix.lower() in _HTML:
        raise InputError(f"{path} is HTML, which no brief is read from", "give the brief as plain text or Markdown")
    try:
        document = parse_brief(*decode(data, name(str(path))), str(path), settings)
    except InputError as error:
        raise InputError(error.message, error.hint.replace("an article", "a brief")) from error
    if not document.stretches:
        raise InputError(f"there is no brief in {name(str(path))}", "nothing but markup was found in it")
    return document


def read_brief_inside(path: str | Path, settings: Settings | None = None) -> BriefDocument | None:
    """Read the brief that stands in an article: fields of its front matter, or what is between markers.

    Returns None if there is no brief in it. Raises InputError if it cannot be read.
    """
    settings = settings or Settings()
    data = read_bytes(str(path), settings.options.max_bytes)
    if PurePath(path).suffix.lower() in _HTML:
        return None
    document = parse_brief_inside(*decode(data, name(str(path))), str(path), settings)
    return document if document.stretches else None


def parse_brief(source: str, warnings: tuple[str, ...], path: str, settings: Settings) -> BriefDocument:
    """Read a brief that is decoded already; `stretches` is empty if there is no prose in it."""
    start = _matter_end(source)
    is_markdown = _is_markdown(path, source, has_matter=start > 0)
    hashes = range(0, start) if is_markdown else range(0, len(source))
    fields = find_fields(source, settings)
    directives = _outside(fields, find_directives(source, [range(start, len(source))], [hashes]))
    prose = _prose(source, range(start, len(source)), directives, is_markdown=is_markdown)
    stretches = (*fields, *prose)
    return BriefDocument(path, source, stretches, directives, parse_record(source), warnings=warnings)


def parse_brief_inside(source: str, warnings: tuple[str, ...], path: str, settings: Settings) -> BriefDocument:
    """Read the brief that stands in an article that is decoded already; `stretches` is empty if there is none."""
    matter, marked = range(0, _matter_end(source)), find_marked(source)
    parts = [range(one.start, one.end) for one in marked if one.begin >= matter.stop]
    around = [range(one.begin, one.stop) for one in marked if one.begin >= matter.stop]
    fields = find_fields(source, settings)
    directives = _outside(fields, find_directives(source, around, [matter]))
    is_markdown = _is_markdown(path, source, has_matter=matter.stop > 0)
    prose = [one for part in parts for one in _prose(source, part, directives, is_markdown=is_markdown)]
    stretches = (*fields, *prose)
    record = parse_record(source) or next((marked_record(one.attributes) for one in marked), None)
    return BriefDocument(path, source, stretches, directives, record, is_inside=True, warnings=warnings)


def _outside(fields: tuple[Stretch, ...], directives: tuple[Directive, ...]) -> tuple[Directive, ...]:
    """Return the directives that are comments: inside a block scalar their words are text like any other."""
    ranges = [range(one.places[0][0], one.places[-1][1]) for one in fields]
    return tuple(one for one in directives if not any(one.span.start in part for part in ranges))


def _prose(source: str, part: range, directives: tuple[Directive, ...], *, is_markdown: bool) -> list[Stretch]:
    hidden = [(one.span.start, one.span.end) for one in directives]
    return find_prose(source, part.start, part.stop, is_markdown=is_markdown, hidden=hidden)


def _matter_end(source: str) -> int:
    matter = front_matter.find(source)
    return matter.end if matter else 0


def _is_markdown(path: str, source: str, *, has_matter: bool) -> bool:
    suffix = PurePath(path).suffix.lower()
    if suffix in (*_MARKDOWN, *_PLAIN):
        return suffix in _MARKDOWN
    return has_matter or bool(_HEADING.search(source))
