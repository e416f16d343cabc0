"""What it brings to protect names: the built-in model's drafts with and without, against written briefs.

    python tests/benchmarks/protection.py dev.jsonl [--limit N]

A line is `{"title", "article", "headline", "brief", "points"}`. The drafts are judged as they
are, before any guard. An article counts as hard if its written brief or points use a name that
is protected. Columns: names and numbers (capitalised words that open no sentence, digits) that
title and article lack, per cent; ROUGE-1/2/Lsum F1; per cent of the names that written headline
and brief share which the draft has too.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rouge_score.rouge_scorer import RougeScorer

from summarize.clean import clean
from summarize.data import Article, Passage, Task
from summarize.engines import Engine, find_model, open_engine
from summarize.facts import find_actors
from summarize.facts.words import is_common
from summarize.pick import pick
from summarize.prompts import Profile, load_profile
from summarize.protect import Protection, protect
from summarize.split import split

TASKS: tuple[Task, ...] = ("brief", "points")
MEASURES = ("rouge1", "rouge2", "rougeLsum")
SCORER = RougeScorer(MEASURES, use_stemmer=True)
TOKEN = re.compile(r"(?P<opens>(?:^|[.!?:;]\s+|[\"“‘(]|\n)\s*)?(?P<word>[A-Z][\w'’-]*\w|\d[\d,.]*)")


@dataclass(frozen=True)
class Row:
    """How one draft fared: counts of tokens, and ROUGE F1."""

    stated: int
    unstated: tuple[str, ...]
    rouge: tuple[float, ...]
    actors: tuple[str, ...]
    missing: tuple[str, ...]


def main() -> None:
    """Draft every article twice and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--limit", type=int, help="take only so many articles")
    parser.add_argument("--show", action="store_true", help="name what each draft has wrong")
    options = parser.parse_args()
    records = [json.loads(line) for line in options.path.read_text(encoding="utf-8").splitlines()][: options.limit]
    folder = find_model()
    profile = load_profile(folder.profile)
    engine = open_engine(folder, profile)
    rows: dict[tuple[bool, Task, bool], list[Row]] = {}
    for record in records:
        passage = read(record, engine, profile)
        protection = shield(passage, engine)
        hard = is_hard(record, protection)
        for way in (Protection(passage), protection):
            for task, draft in write(way, engine, profile).items():
                row = judge(draft, task, record)
                rows.setdefault((hard, task, way is protection), []).append(row)
                if options.show and (row.unstated or row.missing):
                    sys.stderr.write(f"{record['id']} {way is protection!s:5} {task} {row.unstated} -{row.missing}\n")
    report(rows)


def read(record: Mapping[str, Any], engine: Engine, profile: Profile) -> Passage:
    """Take an article as far as the passage."""
    article = clean(replace(Article.from_text(record["article"]), title=record["title"]))
    budget = engine.budget - engine.count_tokens(profile.frame) - engine.count_tokens(article.title or "")
    return pick(split(article.text), article.title, budget, engine.count_tokens)


def shield(passage: Passage, engine: Engine) -> Protection:
    """Protect a passage as the pipeline does."""
    return protect(passage, (*find_actors(passage.text), *find_actors(passage.title or "")), engine, is_common)


def write(protection: Protection, engine: Engine, profile: Profile) -> dict[Task, tuple[str, ...]]:
    """Return the items of the best draft of each task."""
    drafts = engine.generate([profile.request(task, protection.passage) for task in TASKS])
    return {task: tuple(map(protection.restore, found[0].items)) for task, found in zip(TASKS, drafts, strict=True)}


def is_hard(record: Mapping[str, Any], protection: Protection) -> bool:
    """Whether the written summaries use a protected name."""
    written = " ".join((record["brief"], *record["points"]))
    return any(re.search(rf"\b{re.escape(swap.word)}", written) for swap in protection.swaps)


def judge(items: tuple[str, ...], task: Task, record: Mapping[str, Any]) -> Row:
    """Compare a draft with its article and with what was written by hand."""
    source = f"{record['title']}\n{record['article']}"
    draft = "\n".join(items)
    tokens = list(names(draft))
    gold = "\n".join(split_lines(record[task]))
    scores = SCORER.score(gold, draft)
    actors = tuple(sorted(set(names(record["brief"])) & set(re.findall(r"[A-Z][\w'’-]*\w", record["headline"]))))
    return Row(
        stated=len(tokens),
        unstated=tuple(token for token in tokens if not re.search(rf"(?<!\w){re.escape(token)}", source)),
        rouge=tuple(scores[measure].fmeasure for measure in MEASURES),
        actors=actors,
        missing=tuple(actor for actor in actors if actor not in draft),
    )


def names(text: str) -> Iterable[str]:
    """Capitalised words that open no sentence, and numbers."""
    for match in TOKEN.finditer(text):
        if match["opens"] is None and (match.start() == 0 or not text[match.start() - 1].isalnum()):
            yield re.sub(r"['’]s?$", "", match["word"].rstrip(".,"))


def split_lines(written: str | list[str]) -> list[str]:
    """One sentence a line, as ROUGE-Lsum wants it."""
    return written if isinstance(written, list) else [sentence.plain for sentence in split(written)]


def report(rows: Mapping[tuple[bool, Task, bool], list[Row]]) -> None:
    """Print a table for all articles and one for the hard ones."""
    for title, kept in (("all", (True, False)), ("hard names", (True,))):
        count = sum(len(rows.get((hard, "brief", False), ())) for hard in kept)
        sys.stdout.write(
            f"\n| {title} ({count}) | protected | unstated % | ROUGE-1/2/Lsum | main actors % |\n|-|-|-|-|-|\n"
        )
        for task in TASKS:
            for protected in (False, True):
                chosen = [row for hard in kept for row in rows.get((hard, task, protected), ())]
                if chosen:
                    sys.stdout.write(f"| {task} | {'yes' if protected else 'no'} | {' | '.join(cells(chosen))} |\n")


def cells(rows: list[Row]) -> tuple[str, str, str]:
    """The figures of one line of the table."""

    def total(count: Callable[[Row], int]) -> int:
        return max(1, sum(map(count, rows)))

    unstated = 100 * sum(len(row.unstated) for row in rows) / total(lambda row: row.stated)
    missing = 100 * sum(len(row.missing) for row in rows) / total(lambda row: len(row.actors))
    rouge = (100 * sum(row.rouge[at] for row in rows) / len(rows) for at in range(len(MEASURES)))
    return f"{unstated:.2f}", "/".join(f"{score:.1f}" for score in rouge), f"{100 - missing:.1f}"


if __name__ == "__main__":
    main()
