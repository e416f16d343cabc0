"""What every command needs of the terminal: text out, complaints, exit codes."""

from __future__ import annotations

from pathlib import Path

import click

from summarize.errors import SummarizeError

DONE, FINDINGS, FIXABLE, BUG, INTERRUPTED = 0, 1, 2, 3, 130

# C0 and C1 control characters but tab and newline.
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))
# What reorders the characters around it, and may make a line say something else than it does.
_DIRECTIONS = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))

HELP = {"help_option_names": ["-h", "--help"]}


class ReaderGoneError(Exception):
    """Nobody reads stdout any more; click would take a BrokenPipeError for a failure."""


def visible(text: str) -> str:
    """Return what of a text is to be seen: nothing in it can steer a terminal, or reorder its lines.

    Half of a surrogate pair, which stands for a byte of a file name that is no UTF-8, becomes a question mark.
    """
    return text.translate(_CONTROLS | _DIRECTIONS).encode("utf-8", "replace").decode("utf-8")


def echo(text: str, *, err: bool = False) -> None:
    # What an article or a file name contains must not steer the terminal, nor a pager at the end of a pipe.
    emit(visible(text), err=err)


def emit(text: str, *, err: bool = False) -> None:
    """Write a text that has been made safe, with the escape codes in it."""
    try:
        click.echo(text, nl=False, err=err, color=True)
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def complain_of(path: str, error: SummarizeError) -> None:
    message = str(error)
    complain(message if path in error.message else f"{path}: {message}")


def complain(message: str) -> None:
    echo(f"summarize: {' '.join(message.split())}\n", err=True)


def open_page(page: Path) -> None:
    """Show a page in the browser and say where it lies."""
    import webbrowser

    is_shown = webbrowser.open(page.resolve().as_uri())
    complain(f"{page} {'opened' if is_shown else 'is the page: no browser was found to open it with'}")
