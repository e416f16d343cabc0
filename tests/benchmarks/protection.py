"""What it brings to protect names: the built-in model's drafts with and without, against written briefs.

    python tests/benchmarks/protection.py dev.jsonl [--limit N] [--harder]

A line is `{"title", "article", "headline", "brief", "points"}`. Drafts are judged before any
guard. Columns: capitalised words that open no sentence, and numbers, which the article lacks, per
cent, in all drafts of the beam (the guard chooses among them) and in the best; ROUGE-1/2/Lsum F1
of the best; per cent of the names that written headline and brief share which the best has too.
An article counts as hard if a name in its written brief or points is protected.

The names of the tuning set are easy, and the model has seen its texts. With --harder each person
and place is given a rare name first, in the article and in what was written of it alike.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rouge_score.rouge_scorer import RougeScorer

from summarize.clean import clean
from summarize.data import Article, Fact, Passage, Task
from summarize.engines import Engine, find_model, open_engine
from summarize.facts import find_actors
from summarize.facts.words import is_common
from summarize.pick import pick
from summarize.prompts import Profile, load_profile
from summarize.protect import Protection, protect
from summarize.protect.fragile import find_roles
from summarize.split import split

TASKS: tuple[Task, ...] = ("brief", "points")
MEASURES = ("rouge1", "rouge2", "rougeLsum")
SCORER = RougeScorer(MEASURES, use_stemmer=True)
TOKEN = re.compile(r"(?P<opens>(?:^|[.!?:;]\s+|[\"“‘(]|\n)\s*)?(?P<word>[A-ZÀ-Ž][\w'’-]*\w|\d[\w,.]*)")
STRAIGHT = str.maketrans("’‘", "''")

SURNAMES = """
Szczepański Kvirikashvili Wickremesinghe Oyelowo-Adeyinka Thiruvengadam Blankensop Mkhwanazi Przybylski Ghazaryants
Hrafnkelsdóttir Wojciechowska Okonkwo Vaidyanathan Dzhaksybekov Kaczorowski Rautavaara Mwangechi Tchouaméni
Zvonimirović Abdulkhaliqov Brzeziński Llewelfryn Schwarzenbeck Tkachenkiv O’Dubhghaill Etxeberria Ndukauba
Papastathopoulos Kuznyetsova Chukwuemeka Vestergård Fjeldheim Hatzidakis Yermolayev Thistlewaite Cholmondeston
Featherstonehaugh Quisenberry Ruzindana Siriwardhana Tsvangirayi Uwilingiyimana Karunanidhi Bhattacharjee Matsushiro
"""
GIVEN_NAMES = """
Wojciech Nkechinyere Thorbjørg Zbigniew Aleksandrina Oluwaseun Gwenllian Ruairidh Yevhenii Katarzyna Chidubem Siobhán
Mihkel Þórunn Dzmitry Anuradha Lwazi Xochitl Boglárka Ieuan Tsegaye Radosława Fionnuala Kjersti Mbali Sindisiwe
"""
PLACES = """
Kidderminsted Llanfyllin Bydgoszcz Ouagahigouya Zhytomyr Thiruvallur Skellefteå Dnipropetrivka Machynlleth Szombathely
Kostiantynivka Ballaghaderreen Nakhchivan Wieliczka Mbarara Ystradgynlais Tuzluca Sokhumi Kirkcudbright
"""
RARE = (SURNAMES, GIVEN_NAMES, PLACES)


@dataclass(frozen=True)
class Row:
    """How the drafts of one task fared: names and numbers counted, and ROUGE F1 of the best."""

    names: int
    unstated: tuple[str, ...]
    best_names: int
    best_unstated: tuple[str, ...]
    rouge: tuple[float, ...]
    actors: tuple[str, ...]
    missing: tuple[str, ...]


Rows = dict[tuple[bool, Task, bool], list[Row]]


def main() -> None:
    """Draft every article twice and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--limit", type=int, help="take only so many articles")
    parser.add_argument("--harder", action="store_true", help="give every person and place a rare name")
    parser.add_argument("--show", action="store_true", help="name what the drafts have wrong")
    options = parser.parse_args()
    records = [json.loads(line) for line in options.path.read_text(encoding="utf-8").splitlines()][: options.limit]
    folder = find_model()
    profile = load_profile(folder.profile)
    engine = open_engine(folder, profile)
    rows: Rows = {}
    for record in map(harder, records) if options.harder else records:
        compare(record, engine, profile, rows, options.show)
    report(rows)


def compare(record: Mapping[str, Any], engine: Engine, profile: Profile, rows: Rows, show: bool) -> None:
    """Add to `rows` how the model fares on one article with protection and without."""
    passage = read(record, engine, profile)
    protection = protect(passage, actors_of(passage.title, passage.text), engine, is_common)
    plain = write(Protection(passage), engine, profile)
    protected = write(protection, engine, profile) if protection.swaps else plain
    for is_protected, written in ((False, plain), (True, protected)):
        for task, drafts in written.items():
            row = judge(drafts, task, record)
            rows.setdefault((is_hard(record, protection), task, is_protected), []).append(row)
            if show and row.unstated:
                way = "protected" if is_protected else "as it is"
                sys.stderr.write(f"{record['id']} {task} {way}: {' '.join(row.unstated)}\n")


def read(record: Mapping[str, Any], engine: Engine, profile: Profile) -> Passage:
    """Take an article as far as the passage."""
    article = clean(replace(Article.from_text(record["article"]), title=record["title"]))
    budget = engine.budget - engine.count_tokens(profile.frame) - engine.count_tokens(article.title or "")
    return pick(split(article.text), article.title, budget, engine.count_tokens)


def actors_of(title: str | None, text: str) -> tuple[Fact, ...]:
    """Find the actors of title and text."""
    return (*find_actors(text), *find_actors(title or ""))


def write(protection: Protection, engine: Engine, profile: Profile) -> dict[Task, tuple[str, ...]]:
    """Return the drafts of each task, best first, one item a line."""
    found = engine.generate([profile.request(task, protection.passage) for task in TASKS])
    return {
        task: tuple("\n".join(map(protection.restore, draft.items)) for draft in drafts)
        for task, drafts in zip(TASKS, found, strict=True)
    }


def harder(record: Mapping[str, Any]) -> dict[str, Any]:
    """Give every person and place of a record a rare name."""
    chance = random.Random(record["id"])
    surnames, given, places = (iter(chance.sample(names.split(), len(names.split()))) for names in RARE)
    stock = {"surname": surnames, "woman": given, "man": given, "person": given, "place": places}
    roles = find_roles(actors_of(record["title"], record["article"]), record["article"])
    names = {
        word: next(stock[role], word)
        for word, role in roles.items()
        if role in stock and len(word) > 3 and not is_common(word)
    }
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)")

    def renamed(value: Any) -> Any:
        if isinstance(value, list):
            return [renamed(item) for item in value]
        return pattern.sub(lambda match: names[match[0]], value)

    return {key: value if key == "id" else renamed(value) for key, value in record.items()}


def is_hard(record: Mapping[str, Any], protection: Protection) -> bool:
    """Whether the written summaries use a protected name."""
    written = " ".join((record["brief"], *record["points"]))
    return any(re.search(rf"\b{re.escape(swap.word)}", written) for swap in protection.swaps)


def judge(drafts: Sequence[str], task: Task, record: Mapping[str, Any]) -> Row:
    """Compare drafts with their article and with what was written by hand."""
    source = f"{record['title']}\n{record['article']}".translate(STRAIGHT)
    best = drafts[0].translate(STRAIGHT)
    scores = SCORER.score("\n".join(lines(record[task])), best)
    headline = record["headline"].translate(STRAIGHT)
    actors = sorted(set(names_in(record["brief"])) & set(re.findall(r"[A-ZÀ-Ž][\w'-]*\w", headline)))
    every = [list(names_in(draft)) for draft in drafts]
    unstated = [
        tuple(name for name in found if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source, re.IGNORECASE))
        for found in every
    ]
    return Row(
        names=sum(map(len, every)),
        unstated=sum(unstated, ()),
        best_names=len(every[0]),
        best_unstated=unstated[0],
        rouge=tuple(scores[measure].fmeasure for measure in MEASURES),
        actors=tuple(actors),
        missing=tuple(actor for actor in actors if actor not in best),
    )


def names_in(text: str) -> Iterable[str]:
    """Capitalised words that open no sentence, and numbers; apostrophes straight, possessives off."""
    text = text.translate(STRAIGHT)
    for match in TOKEN.finditer(text):
        if match["opens"] is None and (match.start() == 0 or not text[match.start() - 1].isalnum()):
            yield re.sub(r"'s?$", "", match["word"].rstrip(".,"))


def lines(written: str | list[str]) -> list[str]:
    """One sentence a line, as ROUGE-Lsum wants it."""
    return written if isinstance(written, list) else [sentence.plain for sentence in split(written)]


def report(rows: Rows) -> None:
    """Print a table for all articles and one for the hard ones."""
    for title, kept in (("all", (True, False)), ("hard", (True,))):
        count = sum(len(rows.get((hard, "brief", False), ())) for hard in kept)
        sys.stdout.write(
            f"\n| {title} ({count}) | protected | unstated %, beam | best | ROUGE-1/2/Lsum | main actors % |\n"
        )
        sys.stdout.write("|-|-|-|-|-|-|\n")
        for task in TASKS:
            for protected in (False, True):
                chosen = [row for hard in kept for row in rows.get((hard, task, protected), ())]
                if chosen:
                    sys.stdout.write(f"| {task} | {'yes' if protected else 'no'} | {' | '.join(cells(chosen))} |\n")


def cells(rows: Sequence[Row]) -> tuple[str, ...]:
    """The figures of one line of the table."""

    def share(part: Callable[[Row], Sequence[str]], whole: Callable[[Row], int]) -> float:
        return 100 * sum(len(part(row)) for row in rows) / max(1, sum(map(whole, rows)))

    return (
        f"{share(lambda row: row.unstated, lambda row: row.names):.2f}",
        f"{share(lambda row: row.best_unstated, lambda row: row.best_names):.2f}",
        "/".join(f"{100 * sum(row.rouge[at] for row in rows) / len(rows):.1f}" for at in range(len(MEASURES))),
        f"{100 - share(lambda row: row.missing, lambda row: len(row.actors)):.1f}",
    )


if __name__ == "__main__":
    main()
