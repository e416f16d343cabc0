"""Rows -> lines on a Ray cluster: read where the archive is, written by actors that load the model once.

    one task that reads ──▶ batches of rows ──▶ Ray Data's map_batches: an actor for every few cores ──▶ lines, in order

An actor that dies is started again, and its batches are done again; a batch's lines come once, and in their place.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from summarize import pipeline
from summarize.batch.lines import Line, write_lines
from summarize.batch.rows import Row
from summarize.config import Options
from summarize.errors import InputError, MissingExtraError, SummarizeError
from summarize.stream import in_batches

LOCAL = "local"
# Of the cores that an actor uses, what it claims: when a machine is lost, its actors find a place on the others.
_CLAIM = 0.5


def lines_of_cluster(
    rows: Callable[[], Iterator[Row]], size: int, options: Options, address: str, is_stopped: Callable[[], bool]
) -> Generator[Line, None, None]:
    """Yield the line of each row, in order, `size` rows a batch. `rows` is called on the machine that this runs on.

    An actor uses as many threads as `options` say, by default one; the actors together as many as the
    cluster has cores. Raises MissingExtraError without Ray, InputError if there is no cluster at `address`.
    """
    threads = options.threads or 1
    next(rows(), None)  # what is wrong with the whole archive is told better from here
    with _connected(address) as ray:
        # Every machine has a resource of its own name: the archive need not be on any other.
        here = {f"node:{ray.util.get_node_ip_address()}": 0.001}
        cores = int(ray.cluster_resources().get("CPU", 1))
        chunks = ray.data.from_items([{"nothing": 0}]).map_batches(
            partial(_read, rows=rows, size=size, folder=str(Path.cwd())), batch_size=None, num_cpus=0, resources=here
        )
        done = chunks.map_batches(
            _writer(replace(options, threads=threads), str(Path.cwd())),
            batch_size=1,
            compute=ray.data.ActorPoolStrategy(size=max(1, cores // threads)),
            num_cpus=threads * _CLAIM,
        )
        with _own_errors(ray):
            for chunk in done.iter_rows():
                yield from pickle.loads(chunk["lines"])
                if is_stopped():
                    return


def _read(
    batch: Mapping[str, Any], rows: Callable[[], Iterator[Row]], size: int, folder: str
) -> Iterator[dict[str, list[bytes]]]:
    """Yield the rows in batches, each an item of Ray's, as fast as they are wanted."""
    _enter(folder)
    for chunk in in_batches(rows(), size):
        yield {"rows": [pickle.dumps(chunk)]}


def _writer(options: Options, folder: str) -> type:
    """Return the class of the actors. It carries the options, which an actor started again must not have to fetch."""

    class Writer:
        def __init__(self) -> None:
            _enter(folder)
            self._summarizer = pipeline.Summarizer(options)
            self._summarizer.load()

        def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[bytes]]:
            (rows,) = batch["rows"]
            return {"lines": [pickle.dumps(write_lines(pickle.loads(rows), self._summarizer))]}

    return Writer


def _enter(folder: str) -> None:
    """Go to where the run was begun, for paths may be relative; other machines need not have that folder."""
    with suppress(OSError):
        os.chdir(folder)


@contextmanager
def _own_errors(ray: Any) -> Iterator[None]:
    """Raise what an actor has raised as it would have been raised here."""
    try:
        yield
    except ray.exceptions.RayTaskError as error:
        if isinstance(error.cause, SummarizeError):
            raise error.cause from None
        raise


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    """Connect to a cluster, or to the one that this process is connected to already; what was begun here is ended."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it would phone home
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # what it has to say is in its own logs
    ray = _import_ray()
    is_mine = not ray.is_initialized()
    if is_mine:
        where = {"include_dashboard": False} if address == LOCAL else {"address": address}
        try:
            ray.init(**where, log_to_driver=False, logging_level="error")
        except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
            reason = " ".join(str(error).split())
            raise InputError(
                f"there is no Ray cluster at {address}: {reason}", "`ray start --head` begins one"
            ) from error
    try:
        with _quiet(ray):
            yield ray
    finally:
        if is_mine:
            ray.shutdown()


@contextmanager
def _quiet(ray: Any) -> Iterator[None]:
    """Make Ray Data keep the order, pass on every chunk at once, and say nothing but errors."""
    import logging

    context = ray.data.DataContext.get_current()
    before = context.execution_options.preserve_order, context.target_max_block_size, context.enable_progress_bars
    context.execution_options.preserve_order = True
    context.target_max_block_size = 1  # bytes: each chunk is a block of its own
    context.enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    try:
        yield
    finally:
        order, size, bars = before
        context.execution_options.preserve_order = order
        context.target_max_block_size, context.enable_progress_bars = size, bars


def _import_ray() -> Any:
    try:
        import ray
        import ray.data
        import ray.util
    except ImportError as error:
        raise MissingExtraError("--ray needs Ray", "pip install 'summarize[ray]'") from error
    return ray
