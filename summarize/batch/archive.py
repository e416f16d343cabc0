"""An archive in, one line for each of its rows out, in order: begun once, gone on with as often as it takes.

rows ──▶ batches ──▶ [as many at once as keep the threads busy: articles ─▶ summaries ─▶ lines] ──▶ parts ──▶ OUT
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Any

from summarize import pipeline
from summarize.batch.lines import Line, has_error, write_lines
from summarize.batch.outputs import count_errors, lines_of_output, writer_of
from summarize.batch.parts import Parts, is_begun
from summarize.batch.rows import Row
from summarize.batch.sources import Source
from summarize.batch.survey import hash_of, survey
from summarize.config import Options
from summarize.errors import InputError, OutputError
from summarize.pipeline import Summarizer
from summarize.stream import in_batches, in_order, trickle

# What changes how fast a summary is written, and nothing in it.
_NO_MATTER = ("threads", "offline")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done. `output` is a file, None where whoever asks takes the lines.

    Rows are written in batches of `batch_size`: 1 to `batch_size`, and so on, wherever a run begins.
    `jobs` batches are in hand at once, 0 is what keeps the threads busy. `force` overwrites OUT, `restart`
    forgets an unfinished run, `retry` does the rows of OUT again that failed. `cluster` is "" for this
    process, "local" or the address of a Ray cluster.
    """

    source: Source
    output: Path | None
    options: Options
    version: str
    batch_size: int = 8
    jobs: int = 0
    force: bool = False
    restart: bool = False
    retry: bool = False
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a run has come: `done` rows of `rows` (None: nobody knows), `failed` of them that this run has seen.

    `line` is the one just written, "" before the first and after the last. With `is_complete` OUT is there, and
    `failed` counts all of its errors.
    """

    done: int
    rows: int | None
    failed: int = 0
    line: str = ""
    is_complete: bool = False


def summarize_archive(order: Order, is_stopped: Callable[[], bool] | None = None) -> Iterator[Tally]:
    """Yield how far the run has come: before the first row, after each one, and when OUT is there.

    Once `is_stopped()` is true the batches in hand are finished, and the parts are left for the same order
    to go on from. Raises InputError, OutputError, ModelError and MissingExtraError if the run as a whole
    cannot be done; rows that cannot are lines with an error.
    """
    stopped = is_stopped or (lambda: False)
    found = survey(order.source)
    if order.output is None:
        yield from _counted(_lines(order, {}, stopped), Tally(0, found.rows), stopped)
        return
    write = writer_of(order.output)
    _demand_free(order, order.output)
    if order.retry and not is_begun(order.output) and not count_errors(lines_of_output(order.output))[1]:
        yield Tally(found.rows or 0, found.rows, is_complete=True)
        return
    summarizer = pipeline.Summarizer(order.options)
    parts = Parts(order.output, _manifest(order, order.output, found.identity, summarizer), restart=order.restart)
    with closing(parts):
        lines = _lines(order, parts.last, stopped, summarizer)
        for tally in _counted(lines, Tally(parts.count, found.rows), stopped):
            if tally.line:
                parts.put(tally.line)
            if not tally.is_complete:
                yield tally
        if tally.is_complete:
            parts.finish(write)
            rows, failed = count_errors(lines_of_output(order.output))
            yield Tally(rows, rows, failed, is_complete=True)


def _counted(lines: Generator[Line, None, None], tally: Tally, stopped: Callable[[], bool]) -> Iterator[Tally]:
    yield tally
    with closing(lines):
        for line in lines:
            tally = replace(tally, done=tally.done + 1, failed=tally.failed + line.is_error, line=line.text)
            yield tally
    if not stopped():
        yield replace(tally, line="", is_complete=True)


def _lines(
    order: Order, last: Mapping[str, Any], stopped: Callable[[], bool], summarizer: Summarizer | None = None
) -> Generator[Line, None, None]:
    """Yield the lines of the rows behind `last`, which an earlier run has written."""
    size, done = order.batch_size, int(last.get("row", 0))
    rows = partial(rows_of_batches, last, size, order.source, order.output if order.retry else None)
    # Those of the first batch that are written already only keep the others company, as they did then.
    yield from islice(_written(order, rows, stopped, summarizer), done % size, None)


def _written(
    order: Order, rows: Callable[[], Iterator[Row]], stopped: Callable[[], bool], summarizer: Summarizer | None
) -> Generator[Line, None, None]:
    size = order.batch_size
    if order.cluster:
        from summarize.batch.ray import lines_of_cluster

        yield from lines_of_cluster(rows, size, order.options, order.cluster, stopped)
        return
    summarizer = summarizer or pipeline.Summarizer(order.options)
    summarizer.load()
    taken = trickle(rows()) if order.source.kind == "stdin" else rows()
    work = partial(write_lines, summarizer=summarizer)
    for lines in in_order(work, in_batches(taken, size), order.jobs or summarizer.jobs(size), stopped):
        yield from lines


def rows_of_batches(last: Mapping[str, Any], size: int, source: Source, finished: Path | None) -> Iterator[Row]:
    """Yield the rows from the batch on in which is the one behind that which `last` was written for.

    Each has its line of a finished run, errors apart. Raises InputError if the row of `last` is not there:
    standard input can be told by nothing else.
    """
    done = int(last.get("row", 0))
    over = done % size
    behind = over or min(done, 1)  # what is read again: the rows of a batch that was begun, or the last one
    rows = source.rows(done - behind)
    again = list(islice(rows, behind))
    if done and not _is_of(last, again[-1] if again else None):
        raise InputError(f"row {done} of {source.path} is not the one that was done last", "--restart begins anew")
    rows = chain(again if over else (), rows)
    return _with_lines(rows, source, finished, done - over) if finished else rows


def _with_lines(rows: Iterator[Row], source: Source, finished: Path, done: int) -> Iterator[Row]:
    for row, line in zip_longest(rows, islice(lines_of_output(finished), done, None)):
        if line is None or not _is_of(json.loads(line), row):
            raise InputError(f"{source.path} and {finished} have not the same rows", "--force writes it anew")
        yield row if has_error(line) else replace(row, data=b"", kept=line)


def _is_of(record: Mapping[str, Any], row: Row | None) -> bool:
    return row is not None and record.get("row") == row.number and record.get("id") == row.id


def _manifest(order: Order, output: Path, identity: str, summarizer: Summarizer) -> dict[str, Any]:
    options = {name: value for name, value in asdict(order.options).items() if name not in _NO_MATTER}
    return {
        "version": order.version,
        "options": options,
        "model": summarizer.fingerprint,
        "columns": asdict(order.source.columns),
        "input": identity,
        "batch_size": order.batch_size,
        "retried": hash_of(str(output)) if order.retry else "",
    }


def _demand_free(order: Order, output: Path) -> None:
    """Raise OutputError if the run may not write OUT, or there is nothing to try again."""
    if order.retry and not output.is_file():
        raise OutputError(f"there is no {output} yet", "leave out --retry-errors")
    if output.exists() and not output.is_file():
        raise OutputError(f"{output} is not a file", "write somewhere else")
    if order.source.kind not in ("stdin", "folder") and output.exists() and output.samefile(order.source.path):
        raise OutputError(f"{output} is the archive itself", "write somewhere else")
    goes_on = is_begun(output) and not order.restart
    if output.exists() and not (order.force or order.retry or goes_on):
        raise OutputError(f"{output} exists already", "--force overwrites it, --retry-errors does its errors again")
