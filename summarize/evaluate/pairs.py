"""The bytes of a JSONL file -> articles with their reference briefs, and the rows that are none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from summarize.data import Article
from summarize.errors import InputError

_HINT = "a row is an object with article and brief, and if you have them title, points (a list) and headline"


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and what somebody wrote of it. `line` counts from 1; what a row does not give is empty."""

    line: int
    article: str
    brief: str
    points: tuple[str, ...] = ()
    headline: str = ""
    title: str = ""
    id: str = ""
    license: str = ""

    def as_article(self) -> Article:
        """Return the article as the pipeline takes it."""
        return replace(Article.from_text(self.article), title=self.title or None)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out, and why."""

    line: int
    error: InputError


def parse_pairs(data: bytes) -> tuple[tuple[Pair, ...], tuple[BadRow, ...]]:
    """Return the pairs of a JSONL file and its bad rows; empty lines are neither."""
    pairs: list[Pair] = []
    bad: list[BadRow] = []
    for line, row in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not row.strip():
            continue
        try:
            pairs.append(_pair(line, row))
        except InputError as error:
            bad.append(BadRow(line, error))
    return tuple(pairs), tuple(bad)


def sample(pairs: Sequence[Pair], limit: int | None, seed: int) -> tuple[Pair, ...]:
    """Return `limit` pairs drawn at random, in the order of the file; all of them if there are no more."""
    if limit is None or limit >= len(pairs):
        return tuple(pairs)
    return tuple(pairs[at] for at in sorted(Random(seed).sample(range(len(pairs)), limit)))


def _pair(line: int, row: bytes) -> Pair:
    try:
        values = json.loads(row.decode("utf-8"))
    except (
        ValueError,
        RecursionError,
    ) as error:  # the first both of bytes that are no UTF-8 and of text that is no JSON
        raise InputError(f"this is not JSON in UTF-8: {error}", "one object a line") from error
    if not isinstance(values, dict):
        raise InputError("this is not an object", _HINT)
    texts = {name: _text(values, name) for name in ("article", "brief", "headline", "title", "id", "license")}
    for name in ("article", "brief"):
        if not texts[name]:
            raise InputError(f"there is no {name} in it", _HINT)
    return Pair(line, points=_points(values.get("points")), **texts)


def _text(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f"its {name} is not a string", _HINT)
    return value.strip()


def _points(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(point, str) for point in value):
        raise InputError("its points are not a list of strings", _HINT)
    return tuple(filter(None, (" ".join(point.split()) for point in value)))
