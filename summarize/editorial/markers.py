"""An article's path and text -> the seat of its brief between two marks in the document."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from summarize.data import Summary
from summarize.editorial.newlines import as_written
from summarize.editorial.record import Record, marked_record, text_hash
from summarize.editorial.seat import Seat
from summarize.errors import InputError
from summarize.read.markers import Marked, count_marks, find_marked
from summarize.render import render_markdown, render_text

_NO_WORD = re.compile(r"[^\w./+-]")
_PLAIN = (".txt", ".text")
_MARKDOWN = (".md", ".markdown", ".mdx")


def may_hold_marks(path: Path) -> bool:
    """Return whether marks in a file are looked for, by its name: HTML keeps its brief in a sidecar."""
    return path.suffix.lower() in (*_PLAIN, *_MARKDOWN)


def has_marks(text: str) -> bool:
    """Return whether a document keeps a place for its brief, or seems to."""
    return "<!--" in text and any(count_marks(text))


def marked_seat(path: Path, text: str) -> Seat:
    """Return the seat between the marks of a document.

    Raises InputError if there are none, more than one pair, or one without the other.
    """
    marked = _only(path, text)
    inner = text[marked.start : marked.end]

    def fill(summary: Summary, record: Record) -> str:
        bare = replace(summary, headline=None)  # the document has its own
        brief = (render_text(bare) if path.suffix.lower() in _PLAIN else render_markdown(bare)).strip("\n")
        record = replace(record, text_hash=text_hash(brief))
        return _spliced(text, marked, as_written(f"\n{brief}\n\n", text), record)

    def annotate(record: Record) -> str:
        return _spliced(text, marked, inner, record)

    source = text[: marked.begin] + text[marked.stop :]
    return Seat(path, text, inner.strip("\r\n"), marked_record(marked.attributes), source, fill, annotate)


def _only(path: Path, text: str) -> Marked:
    found, (begins, ends) = find_marked(text), count_marks(text)
    if not begins == ends == len(found):
        raise InputError(
            f"{path} has a mark without its pair", "each <!-- summarize:begin --> needs its <!-- summarize:end -->"
        )
    if len(found) != 1:
        problem = "two places for a brief" if found else "no place for a brief"
        raise InputError(f"{path} has {problem}", "mark one with <!-- summarize:begin --> and <!-- summarize:end -->")
    return found[0]


def _spliced(text: str, marked: Marked, inner: str, record: Record) -> str:
    mark = text[marked.begin : marked.start]
    indent, newline = mark[: mark.index("<")], mark[mark.index(">") + 1 :]
    attributes = " ".join(f"{key}={_NO_WORD.sub('_', value)}" for key, value in record.items())
    return f"{text[: marked.begin]}{indent}<!-- summarize:begin {attributes} -->{newline}{inner}{text[marked.end :]}"
