"""Article files -> how many sentences the guard kept, repaired, replaced, dropped and restored.

python tests/benchmarks/guarding.py articles/*.txt
"""

from __future__ import annotations

import sys
from collections import Counter

import click

from summarize import Summarizer, read_article
from summarize.data import Summary

ACTIONS = ("kept", "repaired", "replaced", "dropped", "restored")


def count(summary: Summary) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """Return (field, action) -> statements, and (rule, action) -> edits, of one summary."""
    statements = {
        "headline": [summary.headline] if summary.headline else [],
        "brief": list(summary.sentences),
        "points": list(summary.points),
    }
    actions: Counter[tuple[str, str]] = Counter((edit.field, edit.action) for edit in summary.edits)
    changed = {(edit.field, edit.after) for edit in summary.edits}
    for field, found in statements.items():
        actions[field, "kept"] += sum((field, statement.text) not in changed for statement in found)
        for statement in found:
            actions[field, f"origin {statement.origin}"] += 1
    return actions, Counter((edit.rule, edit.action) for edit in summary.edits)


@click.command()
@click.argument("paths", nargs=-1, required=True)
def main(paths: tuple[str, ...]) -> None:
    """Print the counts over all articles."""
    summarizer = Summarizer()
    actions: Counter[tuple[str, str]] = Counter()
    rules: Counter[tuple[str, str]] = Counter()
    for path in paths:
        found = count(summarizer.summarize(read_article(path)))
        actions += found[0]
        rules += found[1]
    lines = [f"{len(paths)} articles", f"{'':10}" + "".join(f"{action:>10}" for action in ACTIONS) + "  by the model"]
    for field in ("headline", "brief", "points"):
        model, source = actions[field, "origin model"], actions[field, "origin source"]
        share = f"{model} of {model + source} ({model / max(model + source, 1):.1%})"
        lines.append(f"{field:10}" + "".join(f"{actions[field, action]:10}" for action in ACTIONS) + f"  {share}")
    lines += [f"{times:5}  {action:9} {rule}" for (rule, action), times in rules.most_common()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
