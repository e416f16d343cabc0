"""`summarize batch IN -o OUT`: archives of any size, a line for each article, begun once and gone on with."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from summarize.cli.console import DONE, FIXABLE, HELP, INTERRUPTED, ReaderGoneError, complain
from summarize.cli.generation import chosen_options, generation_options

if TYPE_CHECKING:
    from summarize.batch import Order, Tally

_EVERY = 60.0  # seconds between lines where there is no terminal to draw a bar on
EXAMPLES = """\b
IN is .jsonl, .csv (or .tsv), .parquet, a folder of articles, or - for JSONL on
standard input. OUT is .jsonl, .parquet, or - for JSONL on standard output; a
row for each row of IN, in its order: a summary as --format json has it, with
the row's id and number, or {"id", "row", "error": {"message", "hint"}}.

\b
Until OUT is complete, what is done stands in OUT.parts/. Whatever stops the
run, the same command goes on behind the last complete row.

\b
Examples:
  summarize batch archive.jsonl -o briefs.jsonl
  summarize batch archive.parquet -o briefs.parquet --id url --text body
  zcat old.jsonl.gz | summarize batch - -o - | gzip > briefs.jsonl.gz
  summarize batch news/ -o briefs.jsonl --brief 40
  summarize batch archive.jsonl -o briefs.jsonl --retry-errors

\b
Exit status: 0 done, 2 some rows are errors, or something else you can fix, 3 a bug, 130 interrupted.
"""


@click.command("batch", short_help="Summarize an archive of articles.", context_settings=HELP, epilog=EXAMPLES)
@click.argument("source", metavar="IN", type=click.Path(allow_dash=True))
@click.option("-o", "--output", metavar="OUT", required=True, help="Write there: .jsonl, .parquet or -.")
@click.option("--id", metavar="NAME", default="", help="The column of the ids.  [default: id, url or path]")
@click.option("--text", metavar="NAME", default="", help="Of the articles.  [default: text, article or body]")
@click.option("--title", metavar="NAME", default="", help="Of their titles.  [default: title]")
@click.option("--date", metavar="NAME", default="", help="Of their dates.  [default: date]")
@click.option("--force", is_flag=True, help="Overwrite OUT.")
@click.option("--restart", is_flag=True, help="Forget what an unfinished run has left.")
@click.option("--retry-errors", is_flag=True, help="Do those rows of OUT again that are errors.")
@click.option(
    "--batch-size",
    type=click.IntRange(1, 64),
    metavar="N",
    default=8,
    show_default=True,
    help="Articles written together; 1: each as alone.",
)
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Batches in hand at once.  [default: by threads]")
@click.option("--ray", metavar="ADDRESS", default="", help="Run on this Ray cluster, or on one of its own: local.")
@click.option(
    "--only",
    type=click.Choice(["brief", "points", "headline"]),
    multiple=True,
    help="Write only this part; may be repeated.",
)
@generation_options
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, no last line.")
def batch(source: str, **chosen: Any) -> None:
    """Summarize every article of the archive IN, and go on where an earlier run stopped."""
    context = click.get_current_context()
    if chosen["output"] == "-" and (chosen["retry_errors"] or chosen["restart"]):
        raise click.UsageError("Standard output keeps nothing to go on from.", context)
    if source == "-" and chosen["retry_errors"]:
        raise click.UsageError("--retry-errors needs an archive that can be read twice.", context)
    if source == "-" and chosen["ray"]:
        raise click.UsageError("A cluster cannot read standard input: save the rows to a file first.", context)
    context.exit(_batch(_order(source, chosen, context), quiet=chosen["quiet"]))


def _batch(order: Order, *, quiet: bool) -> int:
    from summarize.batch import Tally, summarize_archive

    tally, stdout = Tally(0, None), sys.stdout.buffer
    is_silent = quiet or (order.output is None and stdout.isatty())  # a bar would stand among the rows
    # Ray's threads print to stdout what is no row.
    with (
        redirect_stdout(sys.stderr),
        _asking() as is_stopped,
        _reporting(quiet=is_silent) as report,
    ):
        for tally in summarize_archive(order, is_stopped):
            if order.output is None and tally.line:
                _put(tally.line, stdout)
            report(tally)
    if not quiet or not tally.is_complete:
        complain(_last_line(tally, order))
    if not tally.is_complete:
        return INTERRUPTED
    return FIXABLE if tally.failed else DONE


def _put(line: str, stdout: BinaryIO) -> None:
    try:
        stdout.write(line.encode() + b"\n")
        stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def _order(source: str, chosen: Mapping[str, Any], context: click.Context) -> Order:
    from summarize import __version__
    from summarize.batch import Columns, Order, Source, kind_of
    from summarize.config import load_settings
    from summarize.data import TASKS

    kind = kind_of(source)
    columns = Columns(chosen["id"], chosen["text"], chosen["title"], chosen["date"])
    options = load_settings(Path(source)).options
    tasks = tuple(task for task in TASKS if task in (chosen["only"] or options.tasks))
    return Order(
        Source(source, kind, columns, articles_below if kind == "folder" else None),
        None if chosen["output"] == "-" else Path(chosen["output"]).resolve(),
        replace(options, tasks=tasks, **chosen_options(context)),
        __version__,
        chosen["batch_size"],
        chosen["jobs"] or 0,
        chosen["force"],
        chosen["restart"],
        chosen["retry_errors"],
        chosen["ray"],
    )


def articles_below(folder: str) -> Iterator[str]:
    """Yield the articles below a folder, as `summarize write` finds them, whether they have a brief or not."""
    from summarize.config import load_settings
    from summarize.editorial.record import is_sidecar
    from summarize.editorial.walk import find_files

    return (path for path in find_files([folder], load_settings) if not is_sidecar(Path(path)))


@contextmanager
def _asking() -> Iterator[Callable[[], bool]]:
    """Make the first Ctrl-C a wish, which what is yielded tells; the second one ends the process."""
    asked: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        if asked:
            os._exit(INTERRUPTED)  # nothing is lost: what was written is on the disk
        asked.append(number)
        # Not by way of the streams, which this may have interrupted.
        os.write(2, b"\nsummarize: finishing the batches in hand; Ctrl-C again stops at once\n")

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(asked)
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _reporting(*, quiet: bool) -> Iterator[Callable[[Tally], None]]:
    """Show how far a run has come: a bar on a terminal, else a line now and then."""
    if quiet:
        yield lambda tally: None
    elif not sys.stderr.isatty():
        yield _Lines()
    else:
        from rich import progress
        from rich.console import Console

        columns = (
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TextColumn("{task.fields[rate]}"),
            progress.TimeRemainingColumn(compact=True, elapsed_when_finished=True),
        )
        with progress.Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
            yield _Bar(bar)


class _Pace:
    """Counts the rows of this run, not those of an earlier one."""

    def __init__(self) -> None:
        self._start: tuple[int, float] | None = None

    def __call__(self, tally: Tally) -> float:
        """Return rows per second."""
        now = time.monotonic()
        done, since = self._start = self._start or (tally.done, now)
        return (tally.done - done) / (now - since) if now > since else 0.0


class _Bar:
    def __init__(self, bar: Any) -> None:
        self._bar, self._pace, self._task = bar, _Pace(), None

    def __call__(self, tally: Tally) -> None:
        rate = f"{self._pace(tally):.1f}/s"
        if self._task is None:
            self._task = self._bar.add_task("", total=tally.rows, completed=tally.done, rate="")
        else:
            self._bar.update(self._task, completed=tally.done, rate=rate)


class _Lines:
    def __init__(self) -> None:
        self._pace, self._last = _Pace(), time.monotonic()

    def __call__(self, tally: Tally) -> None:
        rate, now = self._pace(tally), time.monotonic()
        if now - self._last < _EVERY or tally.is_complete:
            return
        self._last = now
        left = f", {_duration((tally.rows - tally.done) / rate)} left" if tally.rows and rate else ""
        complain(f"{tally.done:,}{f' of {tally.rows:,}' if tally.rows else ''} rows, {rate:.1f} a second{left}")


def _duration(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours:,} h {minutes} min" if hours else f"{minutes} min"


def _last_line(tally: Tally, order: Order) -> str:
    rows = f"{tally.done:,} row{'' if tally.done == 1 else 's'}"
    if not tally.is_complete:
        kept = "" if order.output is None else "; the same command goes on from there"
        return f"stopped after {rows}{kept}"
    if not tally.failed:
        return f"{rows} done"
    errors = f"{tally.failed:,} of them error{'' if tally.failed == 1 else 's'}"
    return f"{rows} done, {errors}" + ("" if order.output is None else "; --retry-errors does these again")
