"""A summary -> the values of the front-matter fields it is written to."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.config import Fields
from summarize.data import Summary

Value = str | tuple[str, ...]


def field_values(summary: Summary, fields: Fields, max_chars: int) -> dict[str, Value]:
    """Return what each field of a name gets; one that would be empty is left out."""
    values: dict[str, Value] = {
        fields.description: describe(summary, max_chars),
        fields.summary: summary.brief,
        fields.key_points: tuple(point.text for point in summary.points),
    }
    return {name: value for name, value in values.items() if name and value}


def describe(summary: Summary, max_chars: int) -> str:
    """Return whole sentences of at most `max_chars` characters in all, "" if there are none so short.

    They are the first of the brief, as many as fit. Where its first is too long, the first point that
    fits is taken: a point stands alone, which a later sentence of a brief may not. Nothing is cut
    short: half a sentence may say what the whole one does not.
    """
    opening = ""
    for sentence in summary.sentences:
        longer = f"{opening} {sentence.text}".strip()
        if len(longer) > max_chars:
            break
        opening = longer
    return opening or _first_that_fits((point.text for point in summary.points), max_chars)


def _first_that_fits(texts: Iterable[str], max_chars: int) -> str:
    return next((text for text in texts if len(text) <= max_chars), "")
