"""Gold briefs, as they are and altered, as files -> what `summarize check` says of them.

python tests/benchmarks/checking.py PAIRS.jsonl     (one object a line: title, date, article, headline, brief, points)

Every article and brief is written to a folder and goes through `Session.run`, which the command line
calls, in this process. A brief's file is its headline, its paragraph and its points, one a line; the
alterations are those of `corruptions.py`, one sentence of one brief at a time. One counts as found if
there is a finding that the faithful file does not have; its line is right if that finding stands on the
line of the altered sentence; a suggestion is right if the faithful sentence comes out of writing it in
place of what was found; what shows it is right if the line of the article has the words that the
alteration took out.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from summarize.editorial.session import Session, Wishes
from summarize.problem import Problem
from tests.benchmarks.corruptions import ONE_FACT, TOGETHER, Case, altered, read_case

_WORD = re.compile(r"\w+")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of one altered brief; `suggested` and `right` count its new findings that suggest something."""

    found: bool
    error: bool
    line: bool
    shown: bool
    suggested: bool
    right: bool
    fixed: bool
    fixed_right: bool


class Desk:
    """A folder with the articles, and the findings of each faithful brief."""

    def __init__(self, folder: Path, rows: list[Row], shape: str) -> None:
        self.folder, self.rows, self.shape = folder, rows, shape
        self.faithful: dict[int, tuple[Problem, ...]] = {}
        for at, row in enumerate(rows):
            title = f"{row['title']}\n\n" if row.get("title") else ""
            (folder / f"{at}.txt").write_text(f"{title}{row['article']}\n", encoding="utf-8")

    def check(self, at: int, text: str) -> tuple[Problem, ...]:
        """Return the findings of a brief of the article `at`."""
        path = self.folder / f"{at}-brief.{'txt' if self.shape == 'text' else 'md'}"
        path.write_text(text, encoding="utf-8")
        (outcome,) = Session(Wishes()).run([str(self.folder / f"{at}.txt"), str(path)])
        if outcome.error:
            raise outcome.error
        return outcome.problems

    def base(self, at: int) -> tuple[Problem, ...]:
        """Return the findings of the faithful brief of the article `at`."""
        if at not in self.faithful:
            self.faithful[at] = self.check(at, written(self.rows[at], self.shape))
        return self.faithful[at]


def written(row: Row, shape: str, before: str = "", after: str = "") -> str:
    """Return a brief as a file, one sentence of it altered; `brief` is the paragraph alone."""
    brief = _replaced(" ".join(row["brief"].split()), before, after)
    if shape == "brief":
        return f"{brief}\n"
    points = "".join(f"- {_replaced(' '.join(point.split()), before, after)}\n" for point in row["points"])
    headline = row["headline"] if shape == "text" else f"# {row['headline']}"
    return f"{headline}\n\n{brief}\n\n{points}"


def _replaced(text: str, before: str, after: str) -> str:
    return text.replace(before, after) if before else text


def judge(desk: Desk, at: int, before: str, after: str) -> Judged:
    """Say what `check` makes of one alteration."""
    text = written(desk.rows[at], desk.shape, before, after)
    lines = {number for number, line in enumerate(text.splitlines(), 1) if after in line}
    known = Counter((one.rule, one.found) for one in desk.base(at))
    new = [one for one in desk.check(at, text) if _is_new(one, known) and not one.rule.startswith("missing-")]
    there = [one for one in new if one.line in lines]
    suggesting = [one for one in there if one.suggestion]
    mended = [after.replace(one.found, one.suggestion) == before for one in suggesting]
    fixes = [good for one, good in zip(suggesting, mended, strict=True) if one.fix]
    shown = any(_shows(desk.folder / f"{at}.txt", one, before, after) for one in there)
    return Judged(
        found=bool(new),
        error=bool(_errors(new)),
        line=bool(there),
        shown=shown,
        suggested=bool(suggesting),
        right=any(mended),
        fixed=bool(fixes),
        fixed_right=bool(fixes) and all(fixes),
    )


def _shows(article: Path, problem: Problem, before: str, after: str) -> bool:
    lines = article.read_text(encoding="utf-8").split("\n")
    line = lines[problem.source_line - 1] if problem.source_line else ""
    gone = set(_WORD.findall(before)) - set(_WORD.findall(after))
    return any(word in _WORD.findall(line) for word in gone or _WORD.findall(problem.found))


def _is_new(problem: Problem, known: Counter[tuple[str, str]]) -> bool:
    key = problem.rule, problem.found
    if known[key] > 0:
        known[key] -= 1
        return False
    return True


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def table_of_faithful(desk: Desk, shown: bool) -> Iterator[str]:
    """The share of unaltered briefs without an error; `shown` adds the findings."""
    clean = sum(not _errors(desk.base(at)) for at in range(len(desk.rows)))
    rules = Counter(problem.rule for at in range(len(desk.rows)) for problem in desk.base(at))
    flagged = sum(any(not one.rule.startswith("missing-") for one in desk.base(at)) for at in range(len(desk.rows)))
    yield f"faithful ({desk.shape}): {clean} of {len(desk.rows)} without an error ({clean / len(desk.rows):.1%})"
    yield f"  flagged at all, for what they say: {flagged}"
    yield "  " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
    if shown:
        for at in range(len(desk.rows)):
            yield from (f"  {one.rule} {one.found!r}: {one.sentence}" for one in _errors(desk.base(at)))


def table_of_alterations(desk: Desk, cases: list[Case]) -> Iterator[str]:
    """A line for each kind of alteration."""
    yield f"{'alteration':22}{'made':>6}{'found':>8}{'error':>8}{'line':>8}{'shown':>8}{'suggested':>11}{'right':>8}{'fixed':>7}{'right':>7}"
    places = {id(case): at for at, case in enumerate(cases)}
    for alter in (*ONE_FACT, *TOGETHER):
        judged = [judge(desk, places[id(case)], *texts) for case, *texts in _made(alter, cases, desk)]
        yield f"{alter.__name__:22}{_row(judged)}"


def _made(alter: Callable[..., Any], cases: list[Case], desk: Desk) -> Iterator[tuple[Case, str, str]]:
    for case, before, after in altered(alter, cases):
        row = desk.rows[next(at for at, one in enumerate(cases) if one is case)]
        if before in written(row, desk.shape):
            yield case, before, after


def _row(judged: list[Judged]) -> str:
    made = max(len(judged), 1)
    found, line = sum(one.found for one in judged), sum(one.line for one in judged)
    error, shown = sum(one.error for one in judged), sum(one.shown for one in judged)
    suggested, right = sum(one.suggested for one in judged), sum(one.right for one in judged)
    fixed, fixed_right = sum(one.fixed for one in judged), sum(one.fixed_right for one in judged)
    return (
        f"{len(judged):6}{found / made:8.1%}{error / made:8.1%}{line / max(found, 1):8.1%}{shown / max(found, 1):8.1%}{suggested:11}"
        f"{right / max(suggested, 1):8.1%}{fixed:7}{fixed_right:7}"
    )


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--most", default=0, help="Take no more than this many articles.")
@click.option("--shape", type=click.Choice(["text", "md", "brief"]), default="md", help="How the briefs are written.")
@click.option("--faithful", is_flag=True, help="Only the unaltered briefs.")
@click.option("--show", is_flag=True, help="Print what is flagged in unaltered briefs.")
def main(path: Path, most: int, shape: str, faithful: bool, show: bool) -> None:
    """Print both tables and the time that they took."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][: most or None]
    with TemporaryDirectory() as folder:
        desk, start = Desk(Path(folder), rows, shape), time.perf_counter()
        for line in table_of_faithful(desk, show):
            sys.stdout.write(f"{line}\n")
        seconds = (time.perf_counter() - start) / len(rows)
        sys.stdout.write(f"  {seconds * 1000:.0f} ms a pair, articles read and indexed each time\n")
        for line in table_of_alterations(desk, [read_case(row) for row in rows]) if not faithful else ():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
