"""`summarize check`: whether briefs, whoever wrote them, say what their articles say."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.console import DONE, FINDINGS, FIXABLE, HELP, complain, complain_of, echo, open_page
from summarize.cli.progress import progress

if TYPE_CHECKING:
    from summarize.editorial.session import Outcome, Wishes

_FORMS = ("auto", "text", "json", "github", "sarif", "html")
EXAMPLES = """\b
Which brief belongs to which article:
  ARTICLE BRIEF     the second is the brief of the first, unless it is the sidecar of another article
                    or an article itself, with a sidecar or markers, or both have front matter briefs
  NAME.md           its brief stands in its front matter, between markers, or in NAME.brief.md
  NAME.brief.md     its article is the one that its record names, or the one called NAME
  DIR, many PATHs   every file stands for itself; those without a brief are passed over
  --each            two PATHs stand for themselves as well: what a hook wants
  --brief FILE      FILE is the brief of PATH; --article FILE: each PATH is a brief of FILE

\b
Examples:
  summarize check article.txt brief.txt           one brief, whoever wrote it
  summarize check news/                           every brief below a folder
  pbpaste | summarize check article.md -          a brief from a pipe
  summarize check --diff news/                    what --fix would mend
  summarize check --select moved,swapped a.md     only facts in the wrong place
  summarize check --format sarif news/ > a.sarif  for code scanning
  summarize check --open libraries.txt brief.txt  brief and article side by side in the browser

\b
Let a finding be: <!-- summarize: ignore RULE --> on its line, <!-- summarize: ignore-next-line RULE -->
above it; in front matter and plain text the same words after a #. Without a rule, all.

\b
Exit status: 0 nothing found, 1 findings of the --fail-level, 2 something could not be read
(the other files are still checked), 3 a bug, 130 interrupted.
"""


def _names(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...] | None:
    names = [name.strip() for value in values for name in value.split(",")]
    return tuple(filter(None, names)) if values else None


@click.command("check", short_help="Check briefs against their articles.", context_settings=HELP, epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(allow_dash=True))
@click.option("--article", metavar="FILE", default="", help="Each PATH is a brief of this article.")
@click.option("--brief", metavar="FILE", default="", help="This is the brief of PATH.")
@click.option("--each", is_flag=True, help="Never take the second of two PATHs for the brief of the first.")
@click.option("--force-exclude", is_flag=True, help="Leave out what `exclude` names even if it is a PATH.")
@click.option(
    "-f", "--format", "form", type=click.Choice(_FORMS), default="auto", help="auto is github in Actions, else text."
)
@click.option("-o", "--output", metavar="FILE|DIR", default="", help="Write the page of --format html there.")
@click.option("--force", is_flag=True, help="Overwrite pages that exist.")
@click.option("--open", "opened", is_flag=True, help="Open the page of --format html, which this implies.")
@click.option("--fix", "mending", flag_value="fix", help="Mend slips in names and quotations in the files.")
@click.option("--diff", "mending", flag_value="diff", help="Print what --fix would change; write nothing.")
@click.option(
    "--select", metavar="RULES", multiple=True, callback=_names, help="Check these rules, or beginnings of names."
)
@click.option(
    "--ignore", metavar="RULES", multiple=True, callback=_names, help="Leave these out; the longer name counts."
)
@click.option("--max-words", type=click.IntRange(1), metavar="N", help="Warn of briefs longer than N words.")
@click.option(
    "--fail-level", type=click.Choice(["error", "warning", "never"]), help="Exit with 1 from here on.  [default: error]"
)
@click.option("--baseline", metavar="FILE", help="Findings that are known, and not reported.")
@click.option("--write-baseline", is_flag=True, help="Write all findings to the --baseline FILE, and exit with 0.")
@click.option("--list-rules", is_flag=True, help="Print the rules and stop.")
@click.option("-v", "--verbose", is_flag=True, help="Name on stderr each brief that is checked.")
@click.option("-q", "--quiet", is_flag=True, help="No warnings about files, no last line.")
def check(paths: tuple[str, ...], **chosen: Any) -> None:
    """Check briefs against their articles: every name, date, figure and quotation, who did and said what.

    No model is loaded. A finding is shown with its place in the brief's file, the line of the article
    that shows it, and what to write instead.
    """
    context = click.get_current_context()
    if chosen["list_rules"]:
        from summarize.editorial.rules import CHECKED
        from summarize.render import render_rules

        echo(render_rules(CHECKED.values()))
        context.exit(DONE)
    _refuse_misuse(paths, chosen, context)
    context.exit(_check(paths, chosen))


def _refuse_misuse(paths: Sequence[str], chosen: Mapping[str, Any], context: click.Context) -> None:
    if not paths:
        raise click.UsageError("Which brief? Name an article and its brief, or files and folders.", context)
    if chosen["article"] and chosen["brief"]:
        raise click.UsageError("--article and --brief leave nothing for PATH: name one of them as PATH.", context)
    if chosen["brief"] and len(paths) > 1:
        raise click.UsageError("--brief takes one PATH, its article.", context)
    if [*paths, chosen["article"], chosen["brief"]].count("-") > 1:
        raise click.UsageError("Only one of article and brief can be standard input.", context)
    if chosen["mending"] == "fix" and "-" in (*paths, chosen["brief"]):
        raise click.UsageError("--fix cannot write to standard input; --diff shows what it would change.", context)
    _refuse_misused_pages(chosen, context)
    if chosen["write_baseline"] and not chosen["baseline"]:
        raise click.UsageError("--write-baseline needs --baseline FILE to write to.", context)


def _refuse_misused_pages(chosen: Mapping[str, Any], context: click.Context) -> None:
    form = _form(chosen)
    if chosen["opened"] and form != "html":
        raise click.UsageError("--open opens the page of --format html; no other form has one.", context)
    if chosen["output"] and form != "html":
        raise click.UsageError("--output is for --format html; other forms go to standard output.", context)
    if form == "html" and (chosen["mending"] == "diff" or chosen["write_baseline"]):
        raise click.UsageError("--diff and --write-baseline make no page of HTML.", context)


def _check(paths: Sequence[str], chosen: Mapping[str, Any]) -> int:
    from summarize.editorial.session import Session

    session, form = Session(_wishes(chosen)), _form(chosen)
    outcomes = []
    with progress(0, "checking", quiet=chosen["quiet"]) as advance:
        for outcome in session.run(paths):
            outcomes.append(outcome)
            with advance():
                _say(outcome, chosen)
                if form == "text" and chosen["mending"] != "diff" and not chosen["write_baseline"]:
                    _show_text(outcome)
    if chosen["write_baseline"]:
        return _write_baseline(outcomes, chosen)
    if chosen["mending"] == "diff":
        echo("".join(outcome.diff for outcome in outcomes))
    elif form != "text":
        _report(outcomes, form, chosen)
    if not chosen["quiet"]:
        _count(outcomes)
    return _code(outcomes)


def _wishes(chosen: Mapping[str, Any]) -> Wishes:
    from summarize.editorial.session import Wishes

    return Wishes(
        select=chosen["select"],
        ignore=chosen["ignore"],
        fail_level=chosen["fail_level"],
        baseline=chosen["baseline"],
        max_words=chosen["max_words"],
        article=chosen["article"],
        brief=chosen["brief"],
        each=chosen["each"],
        force_exclude=chosen["force_exclude"],
        mending=chosen["mending"] or "",
        knows_all=chosen["write_baseline"],
        is_reported=_form(chosen) == "html",
    )


def _form(chosen: Mapping[str, Any]) -> str:
    if chosen["form"] != "auto":
        return str(chosen["form"])
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    return "html" if chosen["opened"] else "github" if in_actions else "text"


def _say(outcome: Outcome, chosen: Mapping[str, Any]) -> None:
    if outcome.error is not None:
        complain_of(outcome.path, outcome.error)
        return
    if not chosen["quiet"]:
        for warning in outcome.warnings:
            complain(warning)
    if chosen["verbose"]:
        found = len(outcome.problems)
        complain(f"{outcome.path}: {found or 'no'} finding{'' if found == 1 else 's'}")


def _show_text(outcome: Outcome) -> None:
    from summarize.render import render_problems

    echo(render_problems(outcome.problems))


def _write_pages(outcomes: Sequence[Outcome], chosen: Mapping[str, Any]) -> None:
    from summarize.pages import Pages

    show = open_page if chosen["opened"] else None
    pages = Pages(echo, chosen["output"], chosen["force"], len(outcomes) > 1, show)
    pages.check([outcome.path for outcome in outcomes])
    for outcome in outcomes:
        if found := outcome.error or outcome.report:
            pages.put_report(outcome.path, found)
    pages.close()


def _report(outcomes: Sequence[Outcome], form: str, chosen: Mapping[str, Any]) -> None:
    from summarize import __version__
    from summarize.editorial.rules import CHECKED
    from summarize.render import dump_json, render_github, render_problem_json, render_sarif

    if form == "html":
        _write_pages(outcomes, chosen)
        return
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    if form == "github":
        echo(render_github(problems, os.environ.get("GITHUB_WORKSPACE", "")))
        return
    failures = {outcome.path: str(outcome.error) for outcome in outcomes if outcome.error is not None}
    rules = tuple(CHECKED.values())
    values = (
        [render_problem_json(problem) for problem in problems]
        if form == "json"
        else render_sarif(problems, rules, failures, __version__)
    )
    echo(dump_json(values))


def _write_baseline(outcomes: Sequence[Outcome], chosen: Mapping[str, Any]) -> int:
    from pathlib import Path

    from summarize.editorial.baseline import write_baseline

    path = chosen["baseline"]
    count = write_baseline(Path(path), (problem for outcome in outcomes for problem in outcome.problems))
    if not chosen["quiet"]:
        complain(f"{path}: {count} finding{'' if count == 1 else 's'} written down as known")
    return FIXABLE if any(outcome.error for outcome in outcomes) else DONE


def _count(outcomes: Sequence[Outcome]) -> None:
    from summarize.render import render_count

    problems = [problem for outcome in outcomes for problem in outcome.problems]
    fixed = sum(len(outcome.fixed) for outcome in outcomes if not outcome.diff)
    briefs = len({problem.path for problem in problems})
    if line := render_count(problems, fixed, briefs):
        complain(line)


def _code(outcomes: Sequence[Outcome]) -> int:
    if any(outcome.error is not None for outcome in outcomes):
        return FIXABLE
    return FINDINGS if any(outcome.fails or outcome.diff for outcome in outcomes) else DONE
