"""The outcomes of many articles -> a table of means, for people or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from summarize.evaluate.measure import METRICS, Score, Share
from summarize.evaluate.pairs import BadRow
from summarize.evaluate.run import FIELDS, Field, Outcome

SCHEMA = "summarize-evaluation/1"
_RESAMPLES = 1000
_CONFIDENCE = 0.95
_HEADS = ("system", "R-1", "95 %", "R-2", "R-Lsum", "words", "novel", "stated", "main", "s")


@dataclass(frozen=True, slots=True)
class Result:
    """How one system does in one field, over `texts` articles.

    `rouge` has the mean F1 of each metric from 0 to 1, over the articles that have a reference,
    and `interval` the bootstrap interval of the first; both None without any. The shares are of all
    facts, bigrams and main facts of all texts together. `seconds` are per article, for all its fields.
    """

    system: str
    guarded: bool | None
    field: Field
    texts: int
    rouge: tuple[float, ...] | None
    interval: tuple[float, float] | None
    words: float
    novel: Share
    stated: Share
    main: Share
    seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    """What `summarize evaluate` found. `pairs` counts the articles that were measured."""

    pairs: int
    seed: int
    results: tuple[Result, ...]
    skipped: tuple[BadRow, ...] = ()


def report(outcomes: Iterable[Outcome], pairs: int, seed: int, skipped: Sequence[BadRow] = ()) -> Report:
    """Return the means of each system in each field; a field without any reference is left out."""
    by_system: dict[tuple[str, bool | None], list[Outcome]] = {}
    for outcome in outcomes:
        by_system.setdefault((outcome.system, outcome.guarded), []).append(outcome)
    results = [
        _result(found, field, seed)
        for field in FIELDS
        for found in by_system.values()
        if any(field in one.scores for one in found)
    ]
    asked = {one.field for one in results if one.rouge is not None}
    asked |= {"together"} if "points" in asked else set()
    return Report(pairs, seed, tuple(one for one in results if one.field in asked), tuple(skipped))


def _result(outcomes: Sequence[Outcome], field: Field, seed: int) -> Result:
    scores = [one.scores[field] for one in outcomes if field in one.scores]
    rouge = [score.rouge for score in scores if score.rouge is not None]
    first = outcomes[0]
    return Result(
        first.system,
        first.guarded,
        field,
        len(scores),
        tuple(_mean(column) for column in zip(*rouge, strict=True)) if rouge else None,
        bootstrap([values[0] for values in rouge], seed) if rouge else None,
        _mean([score.words for score in scores]),
        *_shares(scores),
        _mean([one.seconds for one in outcomes]),
    )


def _shares(scores: Sequence[Score]) -> tuple[Share, Share, Share]:
    novel, stated, main = (
        sum((getattr(score, name) for score in scores), Share()) for name in ("novel", "stated", "main")
    )
    return novel, stated, main


def bootstrap(values: Sequence[float], seed: int) -> tuple[float, float]:
    """Return the percentile interval of the mean of some values (Efron 1979), 95 % of 1,000 resamples."""
    random = Random(seed)
    means = sorted(_mean(random.choices(values, k=len(values))) for _ in range(_RESAMPLES))
    outside = int(_RESAMPLES * (1 - _CONFIDENCE) / 2)
    return means[outside], means[-1 - outside]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def render_table(found: Report) -> str:
    """Return one Markdown table a field, ROUGE in per cent."""
    blocks = [f"{found.pairs} article{'' if found.pairs == 1 else 's'}\n"]
    for field in FIELDS:
        rows = [_cells(result) for result in found.results if result.field == field]
        if rows:
            blocks.append(_table((field, *_HEADS[1:]), rows))
    return "\n".join(blocks)


def _cells(result: Result) -> tuple[str, ...]:
    name = f"{result.system}, no guard" if result.guarded is False else result.system
    rouge = [f"{100 * value:.1f}" for value in result.rouge or ()] or [""] * len(METRICS)
    interval = "–".join(f"{100 * value:.1f}" for value in result.interval or ())
    shares = [_per_cent(one) for one in (result.novel, result.stated, result.main)]
    seconds = f"{result.seconds:.2f}" if result.guarded is not None else ""
    return name, rouge[0], interval, *rouge[1:], f"{result.words:.1f}", *shares, seconds


def _per_cent(share: Share) -> str:
    return "" if share.value is None else f"{share.value:.1%}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    lines = [heads, ["-" * width for width in widths], *rows]
    return "".join(
        "| "
        + " | ".join(_aligned(cell, width, at) for at, (cell, width) in enumerate(zip(line, widths, strict=True)))
        + " |\n"
        for line in lines
    )


def _aligned(cell: str, width: int, at: int) -> str:
    return cell.ljust(width) if at == 0 else cell.rjust(width)


def render_json(found: Report) -> dict[str, Any]:
    """Return what the table shows and what it rounds or leaves out; shares and ROUGE from 0 to 1."""
    return {
        "schema": SCHEMA,
        "pairs": found.pairs,
        "seed": found.seed,
        "skipped": [{"line": row.line, "message": row.error.message, "hint": row.error.hint} for row in found.skipped],
        "results": [_values(result) for result in found.results],
    }


def _values(result: Result) -> dict[str, Any]:
    return {
        "system": result.system,
        "guarded": result.guarded,
        "field": result.field,
        "texts": result.texts,
        "rouge": dict(zip(METRICS, result.rouge, strict=True)) if result.rouge else None,
        "rouge1_interval": list(result.interval) if result.interval else None,
        "words": result.words,
        "novel_bigrams": _share(result.novel),
        "stated_facts": _share(result.stated),
        "main_facts": _share(result.main),
        "seconds": result.seconds if result.guarded is not None else None,
    }


def _share(share: Share) -> dict[str, Any]:
    return {"share": share.value, "part": share.part, "of": share.whole}
