"""Articles with briefs, and articles without -> token files for `train`, and a report of what is in them."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from summarize.clean import clean
from summarize.data import Task
from summarize.errors import InputError
from summarize.evaluate import Pair
from summarize.prompts import load_profile
from summarize.split import split
from summarize.training.command import parser, run, say, to_lines, write_whole
from summarize.training.corpus import Seen, keep, read_gold, read_open
from summarize.training.examples import Example, Maker, Tokenizer, to_row
from summarize.training.targets import choose_points

_HELP = """\
Make token files of articles.

--gold takes what `summarize evaluate` takes: one object a line with article and brief, and if you have
them title, points, headline, id and license. --open takes articles without briefs (title, body): headline,
points and brief are made of their own title and sentences. What is in a --held-out file, or shares
sentences with it, is left out of both. Articles are cleaned, and passages picked, as the program does it.

  python -m summarize.training.prepare --model base/ --gold briefs.jsonl --held-out test.jsonl --out tokens/

writes tokens/gold.jsonl, tokens/open.jsonl and tokens/report.json (licences, counts, what was left out).
"""


@dataclass
class Made:
    """The examples of one kind, and what became of the rows they were made of."""

    examples: list[Example] = field(default_factory=list)
    articles: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Shares:
    """How many articles keep their title, and how many of those with briefs are asked for a headline."""

    titled: float
    headlines: float
    seed: int

    def has_title(self, pair: Pair) -> bool:
        """Return whether the model is shown the title: by the article's id alone, whatever else is in the data."""
        return self._draw(pair, "title") < self.titled

    def has_headline(self, pair: Pair) -> bool:
        """Return whether the headline is one of the article's tasks."""
        return self._draw(pair, "headline") < self.headlines

    def _draw(self, pair: Pair, what: str) -> float:
        digest = sha256(f"{self.seed}\0{what}\0{pair.id}".encode()).digest()
        return int.from_bytes(digest[:8], "big") / 2**64


def main(arguments: Sequence[str]) -> None:
    """Read, leave out, make, write."""
    chosen = _parse(arguments)
    folder = Path(chosen.model)
    maker = Maker(load_profile(chosen.profile), Tokenizer(folder / "spiece.model"))
    seen = Seen()
    for path in chosen.held_out:
        for pair in read_gold(path):
            seen.hold_out(pair)
    shares = Shares(chosen.titled, chosen.headlines, chosen.seed)
    briefed = (pair for path in chosen.gold for pair in read_gold(path))
    gold = _made(briefed, seen, maker, shares, _gold_targets)
    opened = _made((pair for path in chosen.open for pair in read_open(path)), seen, maker, shares, _open_targets)
    if not gold.examples and not opened.examples:
        raise InputError("nothing is left to train on", "name files with --gold or --open")
    out = Path(chosen.out)
    for name, made in (("gold", gold), ("open", opened)):
        if made.examples:
            write_whole(out / f"{name}.jsonl", to_lines(map(to_row, made.examples)))
            say(f"{out / name}.jsonl: {len(made.examples)} examples of {made.articles} articles")
    write_whole(out / "report.json", json.dumps(_report({"gold": gold, "open": opened}), indent=2) + "\n")


def _made(
    pairs: Iterable[Pair],
    seen: Seen,
    maker: Maker,
    shares: Shares,
    targets_of: Callable[[Pair, Shares], Mapping[Task, Sequence[str]]],
) -> Made:
    made = Made()
    for pair in keep(pairs, seen, made.left_out):
        targets = targets_of(pair, shares)
        examples = list(maker.make(pair, targets, titled=shares.has_title(pair)))
        made.left_out["target longer than the model may write, or no text"] += len(targets) - len(examples)
        made.left_out["too short, or without a title"] += not targets
        made.articles += bool(examples)
        made.examples += examples
    return made


def _gold_targets(pair: Pair, shares: Shares) -> Mapping[Task, Sequence[str]]:
    targets: dict[Task, Sequence[str]] = {"brief": [" ".join(pair.brief.split())]}
    if pair.points:
        targets["points"] = pair.points
    if pair.headline and shares.has_headline(pair):
        targets["headline"] = [" ".join(pair.headline.split())]
    return targets


def _open_targets(pair: Pair, shares: Shares) -> Mapping[Task, Sequence[str]]:
    brief, points = choose_points([sentence.plain for sentence in split(clean(pair.as_article()).text)], pair.title)
    if not points or not pair.title:
        return {}
    return {"headline": [pair.title], "brief": [" ".join(brief)], "points": points}


def _report(all_made: Mapping[str, Made]) -> dict[str, Any]:
    return {
        name: {
            "articles": made.articles,
            "tasks": dict(Counter(one.task for one in made.examples)),
            "licenses": dict(Counter({one.id: one.license for one in made.examples}.values()).most_common()),
            "left_out": dict(+made.left_out),
            "source_pieces": sum(len(one.source) for one in made.examples),
            "target_pieces": sum(len(one.target) for one in made.examples),
        }
        for name, made in all_made.items()
    }


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    options = parser("prepare", _HELP)
    options.add_argument("--model", required=True, metavar="DIR", help="the folder whose spiece.model cuts the texts")
    options.add_argument("--gold", action="append", default=[], metavar="FILE", help="articles with briefs")
    options.add_argument("--open", action="append", default=[], metavar="FILE", help="articles without, .gz or not")
    options.add_argument("--held-out", action="append", default=[], metavar="FILE", help="what must not be trained on")
    options.add_argument("--out", required=True, metavar="DIR", help="where the token files go")
    options.add_argument("--profile", default="brief-en", metavar="NAME", help="how the model is asked (brief-en)")
    options.add_argument(
        "--titled", type=float, default=0.6, metavar="SHARE", help="articles that keep their title (0.6)"
    )
    options.add_argument(
        "--headlines", type=float, default=0.3, metavar="SHARE", help="articles with briefs asked for a headline (0.3)"
    )
    options.add_argument("--seed", type=int, default=0, metavar="N", help="which articles those are (0)")
    return options.parse_args(arguments)


if __name__ == "__main__":
    run(main)
