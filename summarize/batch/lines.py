"""A row -> the line that is written for it: its summary as an object of summarize/1, or its error."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarize.batch.rows import Row
from summarize.data import Article, Summary
from summarize.errors import SummarizeError
from summarize.pipeline import Summarizer
from summarize.render import render_json

# JSON lets them stand; programs that read lines, and terminals, take them for more than text.
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(127, 160), 0x2028, 0x2029)}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of JSON, without its end, and whether it says that the row failed."""

    text: str
    is_error: bool


def write_lines(rows: Sequence[Row], summarizer: Summarizer) -> tuple[Line, ...]:
    """Return the line of each row: whatever is wrong with one article must not stop the others."""
    found: dict[int, Article | Summary | Exception] = {row.number: _read(row) for row in rows if not row.kept}
    articles = {number: article for number, article in found.items() if isinstance(article, Article)}
    found.update(zip(articles, summarizer.summarize_batch(tuple(articles.values())), strict=True))
    return tuple(Line(row.kept, False) if row.kept else _line(row, found[row.number]) for row in rows)


def _read(row: Row) -> Article | Exception:
    try:
        return row.as_article()
    except Exception as error:
        return error


def _line(row: Row, outcome: Any) -> Line:
    try:
        if isinstance(outcome, Exception):
            raise outcome
        return Line(_dumps(row, render_json(outcome)), False)
    except SummarizeError as error:
        found = (error.message, error.hint)
    except Exception as error:
        found = (f"this is a bug: {type(error).__name__}: {error}", "report it with the article")
    return Line(_dumps(row, {"error": {"message": found[0], "hint": found[1]}}), True)


def has_error(line: str) -> bool:
    """Return whether a line says that its row failed."""
    return '"error"' in line and "error" in json.loads(line)


def _dumps(row: Row, values: Mapping[str, Any]) -> str:
    record = {"id": row.id, "row": row.number, **values}
    # A surrogate without its other half cannot be written: messages may quote one.
    text = json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
    return text.translate(_ESCAPED)
