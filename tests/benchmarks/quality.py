"""Articles with reference summaries -> ROUGE and fidelity of the whole program, and of lead-3 beside it.

python tests/benchmarks/quality.py PAIRS.jsonl [--beam 2] [--budget 512] [--no-protect]

PAIRS has one object a line with `title`, `article`, `brief` and `points`. Foreign tokens are
capitalised words that open no sentence, and numbers, that title and article lack: a string check
that knows nothing of the package's own finders.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click
from rouge_score.rouge_scorer import RougeScorer

from summarize.config import Options
from summarize.data import TASKS, Article, Fact, Point
from summarize.facts import find_facts, take_inventory
from summarize.pipeline import Summarizer
from summarize.split import split

METRICS = ("rouge1", "rouge2", "rougeLsum")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLOSED = re.compile(r"(?<=[.!?:\n\"“”])\s+|\n")


def foreign(text: str, source: str) -> tuple[int, int]:
    """Return how many name and number tokens of `text` the source lacks, and how many there are."""
    known = {bare(token) for token in find_tokens(source, every=True)}
    tokens = [bare(token) for token in find_tokens(text)]
    return sum(token not in known for token in tokens), len(tokens)


def find_tokens(text: str, *, every: bool = False) -> list[str]:
    """Return the numbers of a text and the capitalised words that open no sentence, or all its words."""
    if every:
        return _TOKEN.findall(text)
    return [
        token
        for sentence in _CLOSED.split(text)
        for place, token in enumerate(_TOKEN.findall(sentence))
        if token[0].isdigit() or (place and token[0].isupper())
    ]


def wanted(row: dict[str, str]) -> list[Fact]:
    """Return the actors that reference headline and brief share, and the dates of the reference brief."""
    headline = take_inventory(row["headline"], find_facts(row["headline"]))
    facts = find_facts(row["brief"])
    actors = [fact for fact in facts if fact.kind == "actor" and headline.states(fact)]
    return list({fact.value: fact for fact in actors}.values()) + [fact for fact in facts if fact.kind == "date"]


def bare(token: str) -> str:
    """Return a token without its possessive ending."""
    return re.sub(r"['’]s?$", "", token)


def with_settings(summarizer: Summarizer, beam: int | None, budget: int | None) -> Summarizer:
    """Change beam size and budget of a summarizer that has not loaded its model."""
    profile = summarizer._profile
    if beam:
        tasks = {
            task: replace(found, generation=replace(found.generation, beam_size=beam, n_best=beam))
            for task, found in profile.tasks.items()
        }
        profile = replace(profile, tasks=tasks)
    summarizer._profile = replace(profile, budget=budget or profile.budget)
    return summarizer


@click.command()
@click.argument("pairs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--limit", type=int)
@click.option("--beam", type=int)
@click.option("--budget", type=int)
@click.option("--no-protect", is_flag=True)
def main(pairs: Path, limit: int | None, beam: int | None, budget: int | None, no_protect: bool) -> None:
    """Print one table."""
    summarizer = with_settings(Summarizer(Options(tasks=TASKS, protect=not no_protect)), beam, budget)
    scorer = RougeScorer(list(METRICS), use_stemmer=True, split_summaries=False)
    rows = [json.loads(line) for line in pairs.read_text(encoding="utf-8").splitlines()[:limit]]
    scores: defaultdict[str, list[list[float]]] = defaultdict(list)
    tokens: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    origins: list[str] = []
    present: list[tuple[str, bool]] = []
    counts: list[tuple[Point, ...]] = []
    seconds = 0.0
    for row in rows:
        article = replace(Article.from_text(row["article"]), title=row["title"])
        start = time.perf_counter()
        summary = summarizer.summarize(article)
        seconds += time.perf_counter() - start
        counts.append(summary.points)
        origins += [sentence.origin for sentence in summary.sentences]
        lead = [sentence.plain for sentence in split(row["article"])]
        written = {
            "brief": [sentence.text for sentence in summary.sentences],
            "points": [point.text for point in summary.points],
            "headline": [summary.headline.text] if summary.headline else [],
        }
        said = " ".join([summary.brief, *written["points"]])
        inventory = take_inventory(said, find_facts(said))
        present += [(fact.kind, inventory.states(fact)) for fact in wanted(row)]
        source = f"{row['title']}\n{row['article']}"
        for name, texts in written.items():
            tokens[name].append(foreign("\n".join(texts), source))
            scores[name].append(rouge(scorer, row[name], texts))
        scores["lead-3 as brief"].append(rouge(scorer, row["brief"], lead[:3]))
        scores["lead-5 as points"].append(rouge(scorer, row["points"], lead[:5]))
    lines = [
        f"{len(rows)} articles, {seconds / len(rows):.2f} s each",
        f"{'':18}" + "".join(f"{m:>10}" for m in METRICS) + "   foreign",
    ]
    for name, values in scores.items():
        means = [sum(column) / len(column) for column in zip(*values, strict=True)]
        lines.append(f"{name:18}" + "".join(f"{mean:10.1f}" for mean in means) + share(tokens.get(name, ())))
    lines.append(f"brief sentences by the model: {origins.count('model') / len(origins):.1%} of {len(origins)}")
    for kind, name in (("actor", "main actors named"), ("date", "dates of the brief given")):
        found = [there for one, there in present if one == kind]
        lines.append(f"{name}: {sum(found) / max(len(found), 1):.1%} of {len(found)}")
    points = [len(row) for row in counts]
    lines.append(f"points: {sum(points) / len(points):.1f} each")
    sys.stdout.write("\n".join(lines) + "\n")


def rouge(scorer: RougeScorer, reference: str | list[str], texts: Iterable[str]) -> list[float]:
    """Return F1 in per cent for each metric; Lsum takes one sentence a line."""
    target = reference if isinstance(reference, list) else [sentence.plain for sentence in split(reference)]
    found = scorer.score("\n".join(target), "\n".join(texts))
    return [100 * found[metric].fmeasure for metric in METRICS]


def share(counts: Iterable[tuple[int, int]]) -> str:
    """Return the share of foreign tokens as a column, empty where nothing was counted."""
    pairs = list(counts)
    return f"{sum(bad for bad, _ in pairs) / max(sum(all_ for _, all_ in pairs), 1):10.2%}" if pairs else ""


if __name__ == "__main__":
    main()
