"""`summarize FILE...`: the brief, the key points and the headline of each article."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.console import DONE, FINDINGS, FIXABLE, HELP, complain, complain_of, echo, emit, open_page
from summarize.cli.generation import chosen_options, generation_options, given
from summarize.cli.progress import progress
from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from summarize.batch import Result
    from summarize.config import Options
    from summarize.output import Output
    from summarize.pages import Pages

# Lines longer than this are hard to read, however wide the terminal.
_WIDEST = 100
_USUAL = 80

_FORMS = ("text", "md", "json", "html")
EXAMPLES = """\b
Examples:
  summarize article.txt                    headline, brief and key points
  summarize *.md -o briefs/                a file for each article
  curl -s URL | summarize -                an article from a pipe
  summarize --only brief --brief 40 a.txt  one short paragraph
  summarize --format json a.txt            with the source of every sentence
  summarize --open a.txt                   brief and article side by side in the browser

\b
Exit status: 0 done, 1 --strict and something lost, 2 something you can fix, 3 a bug, 130 interrupted.
"""


@click.command("brief", context_settings=HELP, epilog=EXAMPLES)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(allow_dash=True))
@click.option("-f", "--format", "form", type=click.Choice(_FORMS), default="text", help="Form of the output.")
@click.option("-o", "--output", metavar="FILE|DIR", default="", help="Write there; in a folder, NAME.brief.txt.")
@click.option("--open", "opened", is_flag=True, help="Open the page of --format html, which this implies.")
@click.option("--force", is_flag=True, help="Overwrite output files that exist.")
@click.option(
    "--only",
    type=click.Choice(["brief", "points", "headline"]),
    multiple=True,
    help="Write only this part; may be repeated.",
)
@click.option("--no-headline", is_flag=True, help="Write no headline.")
@click.option("--facts", is_flag=True, help="Mark actors, dates, figures and quotations, or list them.")
@click.option("--sources", is_flag=True, help="Number each sentence's sources, with their lines below.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Style the text.")
@generation_options
@click.option("--strict", is_flag=True, help="Exit with 1 if a sentence or a main fact had to be dropped.")
@click.option("--explain", is_flag=True, help="Show on stderr what the guard changed, and why.")
@click.option("--show-clean", is_flag=True, help="Print what cleaning keeps and drops, and stop there.")
@click.option("-q", "--quiet", is_flag=True, help="Show no warnings and no progress bar.")
def brief(files: tuple[str, ...], **chosen: Any) -> None:
    """Write the brief, the key points and the headline of each article (the default command)."""
    context = click.get_current_context()
    if not files and (sys.stdin is None or sys.stdin.isatty()):  # None: it was closed
        raise click.UsageError("Which article? Name a file, or - for standard input.", context)
    if _form(chosen) != "text" and (chosen["facts"] or chosen["sources"]):
        raise click.UsageError("--facts and --sources are for text; --format json and html always have both.", context)
    work = _show_clean if chosen["show_clean"] else _summarize
    context.exit(work(files or ("-",), chosen))


def _summarize(paths: Sequence[str], chosen: Mapping[str, Any]) -> int:
    from summarize.batch import summarize_each
    from summarize.output import Output

    options_of = _options_of(click.get_current_context())
    output = _output(chosen, several=len(paths) > 1)
    output.check(paths)
    code = DONE
    with progress(len(paths), quiet=chosen["quiet"]) as advance:
        for result in summarize_each(paths, options_of):
            with advance():
                code = max(code, _deliver(result, output, chosen))
    output.close()
    if isinstance(output, Output):
        _explain_marks(output, chosen)
    return code


def _form(chosen: Mapping[str, Any]) -> str:
    is_page = chosen["opened"] and not given(click.get_current_context(), "form")
    return "html" if is_page else str(chosen["form"])


def _output(chosen: Mapping[str, Any], *, several: bool) -> Output | Pages:
    """Return where the results go: pages for a browser, or text, which is styled on the screen alone."""
    form = _form(chosen)
    if form == "html":
        from summarize.pages import Pages

        return Pages(echo, chosen["output"], chosen["force"], several, open_page if chosen["opened"] else None)
    if chosen["opened"]:
        raise click.UsageError("--open opens the page of --format html; no other form has one.")
    return _texts(form, chosen, several=several)


def _texts(form: str, chosen: Mapping[str, Any], *, several: bool) -> Output:
    from summarize.cli.paint import choose_paint, painted
    from summarize.output import Output
    from summarize.render import Look

    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    paint = choose_paint(chosen["color"], os.environ, is_terminal=is_terminal)
    if chosen["output"] or form != "text":
        paint = "plain"
    width = min(shutil.get_terminal_size().columns or _USUAL, _WIDEST)
    look = Look(width, chosen["sources"], "" if not chosen["facts"] else "listed" if paint == "plain" else "marked")
    show = echo if paint == "plain" else emit
    path, force = chosen["output"], chosen["force"]
    return Output(form, show, path, force, several, look, partial(painted, paint=paint))


def _explain_marks(output: Output, chosen: Mapping[str, Any]) -> None:
    """Say on a terminal what the marks in the text mean."""
    from summarize.cli.paint import LEGEND, choose_paint, painted

    paint = choose_paint(chosen["color"], os.environ, is_terminal=sys.stderr is not None and sys.stderr.isatty())
    if output.look.facts == "marked" and sys.stderr.isatty() and not chosen["quiet"]:
        emit("\n" + painted([LEGEND], paint), err=True)


def _deliver(result: Result, output: Output | Pages, chosen: Mapping[str, Any]) -> int:
    """Put one result where it goes and say what is to be said of it; return the exit code it calls for."""
    from summarize.guard import find_losses
    from summarize.render import render_edits

    code = DONE
    if isinstance(result.outcome, SummarizeError):
        complain_of(result.path, result.outcome)
        code = FIXABLE
    else:
        if not chosen["quiet"]:
            for warning in result.outcome.warnings:
                complain(f"{result.path}: {warning}")
        if chosen["explain"]:
            echo(render_edits(result.outcome), err=True)
        if chosen["strict"] and find_losses(result.outcome):
            code = FINDINGS
    try:
        output.put(result)
    except SummarizeError as error:
        complain(str(error))
        code = FIXABLE
    return code


def _show_clean(paths: Sequence[str], chosen: Mapping[str, Any]) -> int:
    from summarize.clean import clean
    from summarize.read import read_article
    from summarize.render import render_clean

    code, options_of = DONE, _options_of(click.get_current_context())
    for path in paths:
        try:
            echo(render_clean(clean(read_article(path, max_bytes=options_of(path).max_bytes))))
        except SummarizeError as error:
            complain_of(path, error)
            code = FIXABLE
    return code


def _options_of(context: click.Context) -> Callable[[str], Options]:
    """Return what tells the options of an article: those of the command line, then those of its configuration."""
    from summarize.config import load_settings

    folders: dict[Path, Options] = {}

    def options_of(path: str) -> Options:
        folder = Path(path).parent
        if folder not in folders:
            folders[folder] = _chosen(load_settings(folder).options, context)
        return folders[folder]

    return options_of


def _chosen(options: Options, context: click.Context) -> Options:
    from summarize.data import TASKS

    asked = context.params["only"] or options.tasks
    dropped = "headline" if context.params["no_headline"] else ""
    tasks = tuple(task for task in TASKS if task in asked and task != dropped)
    if not tasks:
        raise click.UsageError("--no-headline leaves nothing to write.", context)
    values = chosen_options(context)
    return replace(options, **values, tasks=tasks)
