"""Articles -> what the guard did to the model's drafts, what they were like before and after, and what it cost.

python tests/benchmarks/guarding.py articles/*.txt
python tests/benchmarks/guarding.py PAIRS.jsonl [--limit 40]

PAIRS has one object a line with `title`, `article`, `headline` and `brief`; for these the share of
names, figures and dates that title and article lack is printed before and after the guard, by a
string check that knows nothing of the package's own finders, and how many of the actors that
reference headline and brief share, and of the dates of the reference brief, are given.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict

import click
from quality import bare, find_tokens, wanted
from watching import Watched, watch

from summarize.data import TASKS, Summary, Task
from summarize.facts import find_facts, take_inventory

ACTIONS = ("kept", "repaired", "replaced", "dropped", "restored")
_DAYS = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


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


def before_and_after(watched: Watched) -> tuple[dict[Task, list[str]], dict[Task, list[str]]]:
    """Return the items of the model's first drafts, and those that were printed."""
    drafts = {task: list(watched.drafts[task][0].items) if watched.drafts else [] for task in TASKS}
    summary = watched.summary
    printed: dict[Task, list[str]] = {
        "headline": [summary.headline.text] if summary.headline else [],
        "brief": [one.text for one in summary.sentences],
        "points": [one.text for one in summary.points],
    }
    return drafts, printed


def kind(token: str) -> str:
    """Return what a name or number token is."""
    return "figures" if token[0].isdigit() else "dates" if token in _DAYS else "names"


class Fidelity:
    """What the texts of many articles say that their articles do not, and what of the main things they give."""

    def __init__(self) -> None:
        self.foreign: Counter[tuple[str, str]] = Counter()
        self.tokens: Counter[tuple[str, str]] = Counter()
        self.present: defaultdict[str, list[bool]] = defaultdict(list)

    def add(self, row: dict[str, str], texts: dict[Task, list[str]]) -> None:
        """Take what was written about one article."""
        known = {bare(token) for token in find_tokens(f"{row['title']}\n{row['article']}", every=True)}
        for task, items in texts.items():
            for token in map(bare, find_tokens("\n".join(items))):
                self.tokens[task, kind(token)] += 1
                self.foreign[task, kind(token)] += token not in known
        said = " ".join([*texts["brief"], *texts["points"]])
        inventory = take_inventory(said, find_facts(said))
        for fact in wanted(row):
            self.present[fact.kind].append(inventory.states(fact))

    def lines(self, name: str) -> list[str]:
        """Return one line a field, and one for the main things."""
        found = []
        for task in TASKS:
            parts = [
                f"{what} {self.foreign[task, what]}/{self.tokens[task, what]}" for what in ("names", "figures", "dates")
            ]
            bad = sum(self.foreign[task, what] for what in ("names", "figures", "dates"))
            all_ = sum(self.tokens[task, what] for what in ("names", "figures", "dates"))
            found.append(f"{name:7}{task:10}foreign {bad / max(all_, 1):7.2%}   {', '.join(parts)}")
        shares = ", ".join(f"{what}s {sum(there) / len(there):.1%}" for what, there in self.present.items())
        return [*found, f"{name:7}given in brief or points: {shares}"]


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--limit", type=int)
def main(paths: tuple[str, ...], limit: int | None) -> None:
    """Print the counts over all articles."""
    actions: Counter[tuple[str, str]] = Counter()
    rules: Counter[tuple[str, str]] = Counter()
    fidelity = {"before": Fidelity(), "after": Fidelity()}
    costs: list[tuple[float, float]] = []
    for watched in watch(paths, limit):
        found = count(watched.summary)
        actions += found[0]
        rules += found[1]
        costs.append((watched.guarding, watched.whole))
        if watched.row:
            for name, texts in zip(fidelity, before_and_after(watched), strict=True):
                fidelity[name].add(dict(watched.row), texts)
    lines = [f"{len(costs)} articles", f"{'':10}" + "".join(f"{action:>10}" for action in ACTIONS) + "  by the model"]
    for field in ("headline", "brief", "points"):
        model, source = actions[field, "origin model"], actions[field, "origin source"]
        share = f"{model} of {model + source} ({model / max(model + source, 1):.1%})"
        lines.append(f"{field:10}" + "".join(f"{actions[field, action]:10}" for action in ACTIONS) + f"  {share}")
    lines += [f"{times:5}  {action:9} {rule}" for (rule, action), times in rules.most_common()]
    for name, one in fidelity.items():
        lines += one.lines(name) if one.present else []
    guarding, whole = (sum(column) for column in zip(*costs, strict=True))
    lines.append(
        f"guard, fact finding included: {1000 * guarding / len(costs):.0f} ms an article, {guarding / whole:.1%}"
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
