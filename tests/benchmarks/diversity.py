"""Articles -> how much the n best candidates of the model differ, and what the guard gets out of that.

python tests/benchmarks/diversity.py PAIRS.jsonl [--limit 40]
python tests/benchmarks/diversity.py articles/*.txt

Difference is one less difflib's ratio over words. "Taken" is how often the guard works from
another candidate than the model's first, "mended" how often a sentence with a finding gives way
to another candidate's, "added" how many points come from another candidate.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations

import click
from watching import Watched, watch

from summarize.data import TASKS, Draft
from summarize.guard.dating import dates_in


def difference(drafts: Sequence[Draft]) -> float:
    """Return how much two candidates differ on average, from 0 to 1."""
    words = [" ".join(draft.items).split() for draft in drafts]
    pairs = [1 - SequenceMatcher(None, one, other, autojunk=False).ratio() for one, other in combinations(words, 2)]
    return sum(pairs) / len(pairs) if pairs else 0.0


def count_gains(watched: Watched) -> Counter[tuple[str, str]]:
    """Return (task, gain) -> how often."""
    found: Counter[tuple[str, str]] = Counter()
    summary = watched.summary
    printed = {
        "headline": [summary.headline.text] if summary.headline else [],
        "brief": [one.text for one in summary.sentences],
        "points": [one.text for one in summary.points],
    }
    for task, drafts in watched.drafts.items():
        first = set(drafts[0].items)
        others = {item for draft in drafts[1:] for item in draft.items} - first
        first_dates = {fact.value for item in first for fact in dates_in(item)}
        found[task, "other dates"] += any(fact.value not in first_dates for item in others for fact in dates_in(item))
        edits = [edit for edit in summary.edits if edit.field == task]
        found[task, "mended"] += sum(edit.action == "repaired" and edit.after in others for edit in edits)
        found[task, "added"] += sum(edit.action == "restored" and edit.after in others for edit in edits)
        edited = {edit.after for edit in edits}
        found[task, "taken"] += any(text in others and text not in edited for text in printed[task])
    return found


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--limit", type=int)
def main(paths: tuple[str, ...], limit: int | None) -> None:
    """Print one line a task."""
    distinct: defaultdict[str, list[int]] = defaultdict(list)
    differences: defaultdict[str, list[float]] = defaultdict(list)
    sentences: defaultdict[str, list[int]] = defaultdict(list)
    gains: Counter[tuple[str, str]] = Counter()
    for watched in watch(paths, limit):
        gains += count_gains(watched)
        for task, drafts in watched.drafts.items():
            distinct[task].append(len({draft.items for draft in drafts}))
            differences[task].append(difference(drafts))
            sentences[task].append(len({item for draft in drafts for item in draft.items}))
    lines = [
        f"{len(distinct['brief'])} articles",
        f"{'':10}distinct  difference  sentences  taken  mended  added  other dates",
    ]
    for task in TASKS:
        means = [sum(column[task]) / len(column[task]) for column in (distinct, differences, sentences)]  # type: ignore[index]
        counts = "".join(f"{gains[task, gain]:{width}}" for gain, width in (("taken", 7), ("mended", 8), ("added", 7)))
        lines.append(f"{task:10}{means[0]:8.2f}{means[1]:12.3f}{means[2]:11.2f}{counts}{gains[task, 'other dates']:13}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
