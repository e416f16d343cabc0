"""`summarize write PATH...`: each article's brief created or refreshed where editors keep it."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from difflib import unified_diff
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.console import DONE, FINDINGS, FIXABLE, HELP, complain, complain_of, echo
from summarize.cli.generation import chosen_options, generation_options, given
from summarize.cli.progress import progress

if TYPE_CHECKING:
    from summarize.editorial.write import Order, Written

EXAMPLES = """\b
An article gets a brief if an `include` pattern names it (see summarize config
--help), or if it has one already. README.md, LICENSE, requirements.txt and
their like never do. A brief stands in one of three places:

\b
  sidecar        NAME.brief.md beside the article; the default
  front-matter   fields of a Markdown article: description, summary, key_points
  markers        in the document, between lines <!-- summarize:begin -->
                 and <!-- summarize:end -->

\b
It is written again when the cleaned text of its article changes, and not
before. A brief that was edited by hand is checked and never overwritten. One
with `status: approved` stays even when its article changes, and that is
reported. --accept notes that a brief is right for its article as both stand.

\b
Examples:
  summarize write --include '*.txt' news/    a brief for every text in a folder
  summarize write news/                      refresh those that are out of date
  summarize write --check news/              is any? for CI; needs no model
  summarize write --diff news/ferry.txt      what would change
  summarize write --place front-matter a.md  refresh it in the front matter
  summarize write --accept news/ferry.txt    the hand-edited brief is right

\b
Exit status: 0 nothing to do, 1 files were changed (or would be), or an edited
or approved brief needs a hand, 2 something you can fix (the other files are
still done), 3 a bug, 130 interrupted.
"""


@click.command(
    "write", short_help="Create or refresh briefs that stand beside articles.", context_settings=HELP, epilog=EXAMPLES
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.option("--force", is_flag=True, help="Write anew, over briefs that were edited or approved too.")
@click.option("--refresh", is_flag=True, help="Write anew what another model or version wrote.")
@click.option("--accept", is_flag=True, help="Note that the briefs are right as they are.")
@click.option("--place", type=click.Choice(["sidecar", "front-matter", "markers"]), help="Where briefs stand.")
@click.option("--max-chars", type=click.IntRange(1), metavar="N", help="Longest description.  [default: 160]")
@click.option("--include", multiple=True, metavar="PATTERN", help="These are articles; may be repeated.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="These are none; may be repeated.")
@click.option("--force-exclude", is_flag=True, help="Leave out what `exclude` names even if it is a PATH.")
@generation_options
@click.option("-q", "--quiet", is_flag=True, help="Say only what needs a hand.")
def write(paths: tuple[str, ...], **chosen: Any) -> None:
    """Create or refresh the brief of each article, where its editors keep it.

    PATH is an article or a folder, below which .gitignore is respected. The files that changed are printed:
    they are yours to commit.
    """
    context = click.get_current_context()
    if "-" in paths:
        raise click.UsageError("Standard input has no place for a brief: summarize - prints it.", context)
    if chosen["accept"] and (chosen["force"] or chosen["refresh"]):
        raise click.UsageError("--accept keeps a brief, --force and --refresh write it anew: choose one.", context)
    context.exit(_write(paths, chosen, context))


def _write(paths: Sequence[str], chosen: Mapping[str, Any], context: click.Context) -> int:
    from summarize.editorial.write import Writer

    codes, changed = [DONE], []
    with progress(0, "reading", quiet=chosen["quiet"]) as advance:
        for written in Writer(_order(chosen, context)).run(paths):
            with advance():
                _say(written, chosen)
            codes.append(_code(written))
            if written.is_change:
                changed.append(written.target)
    if len(codes) == 1 and not chosen["quiet"] and not chosen["force_exclude"]:
        complain("no article there has a brief, and no `include` pattern names one: see summarize config --help")
    if changed and not chosen["check"] and not chosen["diff"]:
        complain(f"{_files(len(changed))} changed; now: git add {shlex.join(changed)}")
    elif changed and not chosen["quiet"]:
        complain(f"{_files(len(changed))} would change; summarize write changes them")
    return max(codes)


def _order(chosen: Mapping[str, Any], context: click.Context) -> Order:
    from summarize import __version__
    from summarize.editorial.write import Order

    flags = ("check", "diff", "force", "refresh", "accept", "force_exclude", "include", "exclude", "place")
    return Order(
        __version__,
        **{name: chosen[name] for name in flags},
        max_chars=chosen["max_chars"] if given(context, "max_chars") else None,
        options=tuple(chosen_options(context).items()),
    )


def _say(written: Written, chosen: Mapping[str, Any]) -> None:
    from summarize.render import render_problems

    if written.error is not None:
        complain_of(written.path, written.error)
    elif written.deed == "stale":
        complain(f"{written.target}: {written.reason}")
    elif written.problems:
        complain(f"{written.target}: edited by hand and left as it is; mend it, or --accept it as it stands")
    elif written.deed == "skipped" and not chosen["quiet"] and not chosen["force_exclude"]:
        complain(f"{written.path}: skipped: {written.reason}")
    if not chosen["quiet"]:
        for warning in written.warnings:
            complain(f"{written.path}: {warning}")
    if written.is_change:
        is_wish = chosen["check"] or chosen["diff"]
        echo(f"{'would be ' if is_wish else ''}{written.deed}: {written.target}\n")
    if chosen["diff"] and written.after is not None:
        echo(_diff(written))
    echo(render_problems(written.problems))


def _diff(written: Written) -> str:
    before, after = (written.before or "").splitlines(keepends=True), (written.after or "").splitlines(keepends=True)
    lines = unified_diff(before, after, written.target if before else "/dev/null", written.target)
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _code(written: Written) -> int:
    if written.error is not None:
        return FIXABLE
    return FINDINGS if written.is_change or written.fails else DONE


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"
