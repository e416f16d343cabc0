"""The command line: parse, call, echo, exit code."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import click

from summarize import __version__
from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from summarize.batch import Result
    from summarize.config import Options
    from summarize.output import Output

# What the program will grow into. A file of such a name is ./check.
RESERVED = ("check", "write", "models", "evaluate", "batch", "config")
_DEFAULT = "brief"
_DONE, _FINDINGS, _FIXABLE, _BUG, _INTERRUPTED = 0, 1, 2, 3, 130

# C0 and C1 control characters but tab and newline.
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))

# Lines longer than this are hard to read, however wide the terminal.
_WIDEST = 100

_FORMS = ("text", "md", "json")
_HELP = {"help_option_names": ["-h", "--help"]}
_EXAMPLES = """\b
Examples:
  summarize article.txt                    headline, brief and key points
  summarize *.md -o briefs/                a file for each article
  curl -s URL | summarize -                an article from a pipe
  summarize --only brief --brief 40 a.txt  one short paragraph
  summarize --format json a.txt            with the source of every sentence

\b
Exit status: 0 done, 1 --strict and something lost, 2 something you can fix, 3 a bug, 130 interrupted.
"""


class _Group(click.Group):
    """Runs `brief` where no command is named, and shows its options as the program's own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] in RESERVED:
            ctx.fail(f"{args[0]!r} is a command of a later version; the file of that name is ./{args[0]}")
        if not args or args[0] not in (*self.commands, "-h", "--help", "--version"):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] [FILE]...")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.commands[_DEFAULT].params if isinstance(param, click.Option)]
        options += [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section("Options"):
            formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])


class _ReaderGoneError(Exception):
    """Nobody reads stdout any more; click would take a BrokenPipeError for a failure."""


@click.group(cls=_Group, context_settings=_HELP, epilog=_EXAMPLES)
@click.version_option(__version__, prog_name="summarize")
def cli() -> None:
    """Write a short brief and key points of each article FILE with a local model.

    Every named actor, date, figure and quotation in them is one that the article states. FILE is
    plain text, Markdown or HTML; - is standard input.
    """


@cli.command(_DEFAULT, context_settings=_HELP, epilog=_EXAMPLES)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-f", "--format", "form", type=click.Choice(_FORMS), default="text", help="Form of the output.")
@click.option("-o", "--output", metavar="FILE|DIR", default="", help="Write there; in a folder, NAME.brief.txt.")
@click.option("--force", is_flag=True, help="Overwrite output files that exist.")
@click.option(
    "--brief",
    "brief_words",
    type=click.IntRange(1),
    default=70,
    show_default=True,
    metavar="WORDS",
    help="Most words of the brief: whole sentences go, one always stays.",
)
@click.option("--points", type=click.IntRange(0), default=4, show_default=True, metavar="N", help="Most key points.")
@click.option(
    "--only",
    type=click.Choice(["brief", "points", "headline"]),
    multiple=True,
    help="Write only this part; may be repeated.",
)
@click.option("--no-headline", is_flag=True, help="Write no headline.")
@click.option("-m", "--model", metavar="DIR", default="", help="Use the CTranslate2 model in this folder.")
@click.option("--threads", type=click.IntRange(1), metavar="N", help="Processor threads to use.  [default: all]")
@click.option("--no-protect", is_flag=True, help="Show the model rare names, which it may misspell.")
@click.option("--resolve-dates", is_flag=True, help="Write on Thursday (27 October 2022) where the article is dated.")
@click.option("--strict", is_flag=True, help="Exit with 1 if a sentence or a main fact had to be dropped.")
@click.option("--explain", is_flag=True, help="Show on stderr what the guard changed, and why.")
@click.option("--show-clean", is_flag=True, help="Print what cleaning keeps and drops, and stop there.")
@click.option("-q", "--quiet", is_flag=True, help="Show no warnings and no progress bar.")
def brief(files: tuple[str, ...], **chosen: Any) -> None:
    """Write the brief, the key points and the headline of each article (the default command)."""
    context = click.get_current_context()
    if not files and (sys.stdin is None or sys.stdin.isatty()):  # None: it was closed
        raise click.UsageError("Which article? Name a file, or - for standard input.", context)
    work = _show_clean if chosen["show_clean"] else _summarize
    context.exit(work(files or ("-",), chosen))


def main() -> NoReturn:
    """Run the command line and leave with its exit code; the one place where errors end."""
    try:
        code = cli.main(prog_name="summarize", standalone_mode=False) or _DONE
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = _FIXABLE
    except SummarizeError as error:
        _complain(str(error))
        code = _FIXABLE
    except (KeyboardInterrupt, click.Abort):
        code = _INTERRUPTED
    except _ReaderGoneError:
        # It has what it wanted. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = _DONE
    except Exception as error:
        _complain(f"this is a bug: {type(error).__name__}: {error}; SUMMARIZE_DEBUG=1 shows where")
        if os.environ.get("SUMMARIZE_DEBUG"):
            traceback.print_exc()
        code = _BUG
    sys.exit(code)


def _summarize(paths: Sequence[str], chosen: Mapping[str, Any]) -> int:
    from summarize.batch import summarize_files
    from summarize.output import Output
    from summarize.pipeline import Summarizer

    summarizer = Summarizer(_options(chosen))
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    output = Output(chosen["form"], _echo, chosen["output"], chosen["force"], len(paths) > 1, width)
    output.check(paths)
    code = _DONE
    with _progress(len(paths), quiet=chosen["quiet"]) as advance:
        for result in summarize_files(paths, summarizer):
            with advance():
                code = max(code, _deliver(result, output, chosen))
    output.close()
    return code


def _deliver(result: Result, output: Output, chosen: Mapping[str, Any]) -> int:
    """Put one result where it goes and say what is to be said of it; return the exit code it calls for."""
    from summarize.guard import find_losses
    from summarize.render import render_edits

    code = _DONE
    if isinstance(result.outcome, SummarizeError):
        _complain_of(result.path, result.outcome)
        code = _FIXABLE
    else:
        if not chosen["quiet"]:
            for warning in result.outcome.warnings:
                _complain(f"{result.path}: {warning}")
        if chosen["explain"]:
            _echo(render_edits(result.outcome), err=True)
        if chosen["strict"] and find_losses(result.outcome):
            code = _FINDINGS
    try:
        output.put(result)
    except SummarizeError as error:
        _complain(str(error))
        code = _FIXABLE
    return code


def _show_clean(paths: Sequence[str], chosen: Mapping[str, Any]) -> int:
    from summarize.clean import clean
    from summarize.read import read_article
    from summarize.render import render_clean

    code = _DONE
    for path in paths:
        try:
            _echo(render_clean(clean(read_article(path))))
        except SummarizeError as error:
            _complain_of(path, error)
            code = _FIXABLE
    return code


def _options(chosen: Mapping[str, Any]) -> Options:
    from summarize.config import Options
    from summarize.data import TASKS

    asked = chosen["only"] or TASKS
    dropped = "headline" if chosen["no_headline"] else ""
    tasks = tuple(task for task in TASKS if task in asked and task != dropped)
    if not tasks:
        raise click.UsageError("--only headline and --no-headline leave nothing to write.")
    return Options(
        tasks=tasks,
        brief_words=chosen["brief_words"],
        points=chosen["points"],
        model=chosen["model"],
        threads=chosen["threads"] or 0,
        protect=not chosen["no_protect"],
        resolve_dates=chosen["resolve_dates"],
    )


@contextmanager
def _progress(count: int, *, quiet: bool) -> Iterator[Callable[[], Any]]:
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


def _echo(text: str, *, err: bool = False) -> None:
    # What an article or a file name contains must not steer the terminal.
    try:
        click.echo(text.translate(_CONTROLS), nl=False, err=err)
    except BrokenPipeError as error:
        raise _ReaderGoneError from error


def _complain_of(path: str, error: SummarizeError) -> None:
    message = str(error)
    _complain(message if path in error.message else f"{path}: {message}")


def _complain(message: str) -> None:
    _echo(f"summarize: {' '.join(message.split())}\n", err=True)
