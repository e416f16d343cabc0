"""An article's path -> the seat of its brief in a file of its own beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from summarize.data import Summary
from summarize.editorial.front_yaml import splice_yaml
from summarize.editorial.newlines import as_written, newline_of, read_exactly
from summarize.editorial.record import KEY, Record, parse_record, quoted, reset, sidecar_of, text_hash
from summarize.editorial.seat import Seat
from summarize.render import render_markdown

_FRONT = re.compile(r"\ufeff?---[ \t]*(?:\r\n?|\n)(.*?)^---[ \t]*(?:\r\n?|\n|\Z)", re.DOTALL | re.MULTILINE)


def sidecar_seat(path: Path, source: str) -> Seat:
    """Return the seat beside an article, whose file holds `source`. Raises InputError if it cannot be read."""
    target = sidecar_of(path)
    before = read_exactly(target) if target.is_file() else None

    def fill(summary: Summary, record: Record) -> str:
        body = render_markdown(summary)
        record = replace(record, article=path.name, text_hash=text_hash(body))
        return _front(before or "", record) + as_written(body, before or "")

    def annotate(record: Record) -> str:
        text = before or ""
        record = replace(record, article=path.name)
        return reset(text, record) if parse_record(text) else _front(text, record) + brief_in(text)

    text = brief_in(before or "")
    return Seat(target, before, text, parse_record(before or ""), source, fill, annotate)


def brief_in(text: str) -> str:
    """Return what of a sidecar is the brief: all that comes after its front matter."""
    front = _FRONT.match(text)
    return text[front.end() :] if front else text.removeprefix("\ufeff")


def _front(before: str, record: Record) -> str:
    """Return the front matter with a record in it, and whatever else an editor keeps there."""
    noted = {key: quoted(value) for key, value in record.items()}
    front = _FRONT.match(before)
    if front is None:
        lines = [f"  {key}: {value}\n" for key, value in noted.items()]
        return before[: before.startswith("\ufeff")] + as_written(f"---\n{KEY}:\n{''.join(lines)}---\n", before)
    inner = splice_yaml(front[1], {KEY: noted}, newline_of(before))
    return before[: front.start(1)] + inner + before[front.end(1) : front.end()]
