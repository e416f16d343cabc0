"""Many articles, one after the other: a broken one is reported in its place and stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarize.data import Summary
from summarize.errors import SummarizeError
from summarize.pipeline import Summarizer
from summarize.read import read_article


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article: a summary, or the error that stands in its place."""

    path: str
    outcome: Summary | SummarizeError


def summarize_files(paths: Iterable[str], summarizer: Summarizer) -> Iterator[Result]:
    """Yield a result for each path, in order, as soon as it is there."""
    for path in paths:
        try:
            yield Result(path, summarizer.summarize(read_article(path)))
        except SummarizeError as error:
            yield Result(path, error)
