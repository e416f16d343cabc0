"""An article's path -> the seat of its brief in a file of its own beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from summarize.data import Summary
from summarize.editorial.newlines import as_written, read_exactly
from summarize.editorial.record import Record, parse_record, quoted, reset, sidecar_of, text_hash
from summarize.editorial.seat import Seat
from summarize.render import render_markdown

_FRONT = re.compile(r"\ufeff?---[ \t]*(?:\r\n?|\n).*?^---[ \t]*(?:\r\n?|\n|\Z)", re.DOTALL | re.MULTILINE)


def sidecar_seat(path: Path, source: str) -> Seat:
    """Return the seat beside an article, whose file holds `source`. Raises InputError if it cannot be read."""
    target = sidecar_of(path)
    before = read_exactly(target) if target.is_file() else None

    def fill(summary: Summary, record: Record) -> str:
        body = render_markdown(summary)
        record = replace(record, article=path.name, text_hash=text_hash(body))
        return as_written(render_record(record) + body, before or "")

    def annotate(record: Record) -> str:
        text = before or ""
        return reset(text, record) if parse_record(text) else as_written(render_record(record), text) + text

    text = _body(before or "")
    return Seat(target, before, text, parse_record(before or ""), source, fill, annotate)


def render_record(record: Record) -> str:
    """Return the front matter of a sidecar."""
    lines = [f"  {key}: {quoted(value)}\n" for key, value in record.items()]
    return f"---\nsummarize:\n{''.join(lines)}---\n"


def _body(text: str) -> str:
    front = _FRONT.match(text)
    return text[front.end() :] if front else text
