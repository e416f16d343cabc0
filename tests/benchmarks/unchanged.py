"""How long `summarize write` takes over articles whose briefs are up to date, as a pre-commit hook would run it.

    python tests/benchmarks/unchanged.py [--articles 200] [--runs 9] [--place sidecar|front-matter|markers]

The briefs are scripted: no model is run, here or there. Prints wall and processor time of whole processes, medians:
where nothing has changed, and where furniture has, so that every article is cleaned to see that it is the same.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from summarize import pipeline  # noqa: E402
from summarize.config import Options  # noqa: E402
from summarize.data import Article, Statement, Summary  # noqa: E402
from summarize.editorial.write import Order, Writer  # noqa: E402


class _Scripted:
    """Stands in for the Summarizer: the first line of an article is its brief."""

    model = "scripted"

    def __init__(self, options: Options) -> None: ...

    def summarize(self, article: Article) -> Summary:
        statement = Statement(article.text.strip().splitlines()[0], "model")
        return Summary(article, statement, (statement,), (), model=self.model)


def main() -> None:
    """Parse the arguments, make the articles, time the runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--place", default="sidecar")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        names = _make(Path(folder), chosen.articles, chosen.place)
        arguments = ["write", "--force-exclude", "--include", "*", "--place", chosen.place]
        empty = _timed(Path(folder), ["--version"], chosen.runs)
        unchanged = _timed(Path(folder), [*arguments, *names], chosen.runs)
        for name in names:
            path = Path(folder) / name
            path.write_bytes(path.read_bytes().rstrip() + b"\n\nShare this article\n")
        touched = _timed(Path(folder), [*arguments, *names], chosen.runs)
    sys.stdout.write(f"{chosen.articles} articles, {chosen.place}, median of {chosen.runs}, wall / processor:\n")
    for what, (wall, processor) in (("unchanged", unchanged), ("furniture changed", touched), ("--version", empty)):
        sys.stdout.write(f"  {what:20} {wall:.2f} / {processor:.2f} s\n")


def _make(folder: Path, count: int, place: str) -> list[str]:
    suffix = ".txt" if place == "sidecar" else ".md"
    texts = [path.read_bytes() for path in sorted((ROOT / "examples").glob("*.txt"))]
    head = b"<!-- summarize:begin -->\n<!-- summarize:end -->\n\n" if place == "markers" else b""
    names = [f"article-{number:03}{suffix}" for number in range(count)]
    for number, name in enumerate(names):
        (folder / name).write_bytes(head + texts[number % len(texts)])
    pipeline.Summarizer = _Scripted  # type: ignore[assignment,misc]
    order = Order("0.1.0", include=("*",), place=place)  # type: ignore[arg-type]
    done = list(Writer(order).run([str(folder / name) for name in names]))
    if any(written.deed != "created" for written in done):
        raise SystemExit(str(next(written for written in done if written.deed != "created")))
    return names


def _timed(folder: Path, arguments: list[str], runs: int) -> tuple[float, float]:
    command = [sys.executable, "-m", "summarize", *arguments]
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    walls, processors = [], []
    for _ in range(runs + 1):
        start, used = time.perf_counter(), _used()
        subprocess.run(command, cwd=folder, env=variables, check=True, capture_output=True)
        walls.append(time.perf_counter() - start)
        processors.append(_used() - used)
    return statistics.median(walls[1:]), statistics.median(processors[1:])  # the first run compiles


def _used() -> float:
    """Return the processor seconds of all processes that were run so far."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    main()
