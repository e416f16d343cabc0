"""A Summary as an object of the schema summarize/1, which the README documents.

Offsets are code points, the end not included. Those of `sources` count from the beginning of the
file's decoded text, or of `source.text` where `source.basis` is "extracted"; those of a fact count
from the beginning of its field.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from summarize.data import Article, Edit, Mention, Span, Statement, Summary
from summarize.errors import SummarizeError

SCHEMA = "summarize/1"


def render_json(summary: Summary) -> dict[str, Any]:
    """Return the summary as JSON values. A part that was not asked for is null or empty."""
    article = summary.article
    return {
        "schema": SCHEMA,
        "source": _source(article),
        "headline": _headline(summary),
        "brief": {
            "text": summary.brief,
            "sentences": [_statement(sentence, article) for sentence in summary.sentences],
        },
        "points": [_statement(point, article) for point in summary.points],
        "facts": [_mention(mention, article) for mention in summary.facts],
        "edits": [_edit(edit, article) for edit in summary.edits],
        "model": summary.model or None,
        "warnings": list(summary.warnings),
    }


def render_failure(path: str, error: SummarizeError) -> dict[str, Any]:
    """Return what stands in place of the summary of an article that failed."""
    return {"schema": SCHEMA, "source": {"path": path}, "error": {"message": error.message, "hint": error.hint}}


def _source(article: Article) -> dict[str, Any]:
    values = {
        "path": article.path,
        "basis": article.basis,
        "title": article.title,
        "date": article.date,
        "place": article.place,
        "author": article.author,
        "words": len(article.text.split()),
        "sha256": sha256(article.source.encode("utf-8", "surrogatepass")).hexdigest(),
    }
    return values if article.basis == "file" else {**values, "text": article.source}


def _headline(summary: Summary) -> dict[str, Any] | None:
    return _statement(summary.headline, summary.article) if summary.headline else None


def _statement(statement: Statement, article: Article) -> dict[str, Any]:
    return {"text": statement.text, "origin": statement.origin, "sources": _places(statement.sources, article)}


def _mention(mention: Mention, article: Article) -> dict[str, Any]:
    fact = mention.fact
    return {
        "kind": fact.kind,
        "text": fact.span.text,
        "field": mention.field,
        "start": fact.span.start,
        "end": fact.span.end,
        "sources": _places(mention.sources, article),
    }


def _edit(edit: Edit, article: Article) -> dict[str, Any]:
    return {
        "action": edit.action,
        "rule": edit.rule,
        "field": edit.field,
        "before": edit.before,
        "after": edit.after,
        "reason": edit.reason,
        "sources": _places(edit.sources, article),
    }


def _places(spans: Iterable[Span], article: Article) -> list[dict[str, int | None]]:
    located = [article.locate(span.start, span.end) for span in spans]
    return [
        {
            "start": span.start,
            "end": span.end,
            "line": article.line(span.start) if article.basis == "file" else None,
        }
        for span in located
    ]
