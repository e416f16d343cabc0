"""Many articles, one after the other: a broken one is reported in its place and stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from summarize import pipeline
from summarize.config import Options
from summarize.data import Summary
from summarize.errors import InputError, SummarizeError
from summarize.limits import MOST_BYTES
from summarize.pipeline import Summarizer
from summarize.read import read_article


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article: a summary, or the error that stands in its place."""

    path: str
    outcome: Summary | SummarizeError


def summarize_files(paths: Iterable[str], summarizer: Summarizer, *, max_bytes: int = MOST_BYTES) -> Iterator[Result]:
    """Yield a result for each path, in order, as soon as it is there."""
    for path in paths:
        try:
            yield Result(path, summarizer.summarize(read_article(path, max_bytes=max_bytes)))
        except SummarizeError as error:
            yield Result(path, error)


def summarize_each(paths: Iterable[str], options_of: Callable[[str], Options]) -> Iterator[Result]:
    """Yield a result for each path, in order, with the options it calls for; one summarizer serves equal ones.

    Raises ModelError if the model that one of them names is not there.
    """
    summarizers: dict[Options, Summarizer] = {}
    for path in paths:
        try:
            options = options_of(path)
        except InputError as error:  # its configuration is broken
            yield Result(path, error)
            continue
        if options not in summarizers:
            summarizers[options] = pipeline.Summarizer(options)
        yield from summarize_files([path], summarizers[options], max_bytes=options.max_bytes)
