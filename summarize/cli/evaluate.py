"""`summarize evaluate PAIRS.jsonl`: how well models write, measured on articles with briefs of your own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.console import DONE, FIXABLE, HELP, complain, echo
from summarize.cli.generation import chosen_options, generation_options
from summarize.cli.progress import progress
from summarize.errors import InputError

if TYPE_CHECKING:
    from summarize.evaluate import BadRow, Outcome, Pair, Runner
    from summarize.pipeline import Summarizer

_MOST_BYTES = 2_000_000_000
EXAMPLES = """\b
A row of PAIRS is {"article": "...", "brief": "..."}, and if you have them "title", "points" (a list
of strings) and "headline". The table has a part for each of them that PAIRS has, and one for
brief and points together:
  R-1, R-2, R-Lsum  ROUGE F1 in per cent (rouge-score, with stems); 95 %: bootstrap interval of R-1
  words             length of a text
  novel             pairs of neighbouring words that title and article do not have
  stated            facts (names, dates, figures, quotations) that the article states: the guard's own
                    judgement, so it tells much of drafts and little of what the guard has passed
  main              main actors and main day of the article that the text names
  s                 seconds an article takes, all parts together
Without -m the built-in model is measured; each model stands there as it drafts (no guard) and as
the program prints it. lead-3 and lead-5 are the first sentences of the article. Configuration
files do not count here.

\b
Examples:
  summarize evaluate pairs.jsonl                        the built-in model
  summarize evaluate pairs.jsonl -m brief-en -m ours/   two models side by side
  summarize evaluate pairs.jsonl --limit 50             a sample, to be quick
  summarize evaluate pairs.jsonl -f json > scores.json  every figure

\b
Exit status: 0 done, 2 something you can fix (bad rows are named and left out), 3 a bug, 130 interrupted.
"""


@click.command("evaluate", short_help="Measure models on your own briefs.", context_settings=HELP, epilog=EXAMPLES)
@click.argument("pairs", metavar="PAIRS.jsonl", type=click.Path(allow_dash=True))
@click.option("-f", "--format", "form", type=click.Choice(("text", "json")), default="text", help="Form of the output.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Take N of the pairs, drawn at random.")
@click.option("--seed", default=0, show_default=True, metavar="N", help="Draw another sample, and other resamples.")
@generation_options
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
def evaluate(pairs: str, **chosen: Any) -> None:
    """Measure what models write against the briefs in PAIRS.jsonl: ROUGE, length, novelty, facts."""
    context = click.get_current_context()
    context.exit(_evaluate(pairs, chosen, context))


# Here alone the model may be named more than once.
_MODELS = click.Option(
    ["-m", "--model"],
    metavar="DIR",
    multiple=True,
    help="Measure this model; may be repeated.  [default: the built-in]",
)
evaluate.params = [_MODELS if param.name == "model" else param for param in evaluate.params]


def _evaluate(path: str, chosen: Mapping[str, Any], context: click.Context) -> int:
    from summarize.evaluate import Runner, parse_pairs, render_json, render_table, report, sample
    from summarize.read.files import read_bytes

    pairs, bad = parse_pairs(read_bytes(path, _MOST_BYTES))
    for row in bad:
        _complain_of_row(path, row)
    asked = sample(pairs, chosen["limit"], chosen["seed"])
    outcomes, failed = _measure(Runner(_summarizers(context, asked)), asked, path, quiet=chosen["quiet"])
    if not outcomes:
        raise InputError(f"{path}: there is no pair that can be measured", "`summarize evaluate --help` shows a row")
    skipped = (*bad, *failed)
    found = report(outcomes, len(asked) - len(failed), chosen["seed"], skipped)
    as_json = chosen["form"] == "json"
    echo(json.dumps(render_json(found), ensure_ascii=False, indent=2) + "\n" if as_json else render_table(found))
    return FIXABLE if skipped else DONE


def _summarizers(context: click.Context, pairs: Sequence[Pair]) -> list[Summarizer]:
    from summarize import pipeline
    from summarize.config import Options
    from summarize.data import TASKS

    tasks = tuple(task for task in TASKS if any(getattr(pair, task) for pair in pairs))
    values = {**chosen_options(context), "tasks": tasks}
    models = dict.fromkeys(values.pop("model", None) or ("",))
    return [pipeline.Summarizer(replace(Options(**values), model=model)) for model in models]


def _measure(
    runner: Runner, pairs: Sequence[Pair], path: str, *, quiet: bool
) -> tuple[list[Outcome], tuple[BadRow, ...]]:
    from summarize.evaluate import BadRow

    outcomes: list[Outcome] = []
    failed: list[BadRow] = []
    with progress(len(pairs), "measuring", quiet=quiet) as advance:
        for pair in pairs:
            with advance():
                try:
                    outcomes += runner.run(pair)
                except InputError as error:
                    failed.append(BadRow(pair.line, error))
                    _complain_of_row(path, failed[-1])
    return outcomes, tuple(failed)


def _complain_of_row(path: str, row: BadRow) -> None:
    complain(f"{path}:{row.line}: {row.error}")
