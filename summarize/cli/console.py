"""What every command needs of the terminal: text out, complaints, a progress bar, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from summarize.errors import SummarizeError

DONE, FINDINGS, FIXABLE, BUG, INTERRUPTED = 0, 1, 2, 3, 130

# C0 and C1 control characters but tab and newline.
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))

HELP = {"help_option_names": ["-h", "--help"]}


class ReaderGoneError(Exception):
    """Nobody reads stdout any more; click would take a BrokenPipeError for a failure."""


def echo(text: str, *, err: bool = False) -> None:
    # What an article or a file name contains must not steer the terminal.
    try:
        click.echo(text.translate(_CONTROLS), nl=False, err=err)
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def complain_of(path: str, error: SummarizeError) -> None:
    message = str(error)
    complain(message if path in error.message else f"{path}: {message}")


def complain(message: str) -> None:
    echo(f"summarize: {' '.join(message.split())}\n", err=True)


@contextmanager
def progress(count: int, *, quiet: bool) -> Iterator[Callable[[], Any]]:
    """Show a bar on stderr for several articles on a terminal; what is yielded wraps each one's output."""
    if quiet or count < 2 or not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("summarizing", total=count)

        @contextmanager
        def advance() -> Iterator[None]:
            # The bar makes way for the text, which may go to the same terminal.
            bar.stop()
            yield
            bar.advance(task)
            bar.start()

        yield advance


@contextmanager
def _nothing() -> Iterator[None]:
    yield
