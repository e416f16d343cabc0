"""A run that is killed (kill -9) again and again and goes on each time, against one that never was.

python tests/benchmarks/killing.py [ARCHIVE.jsonl] --articles 500 --kills 10 [--threads 2] [--ray local]

The articles are the first of ARCHIVE, or are made by shuffling the paragraphs of examples/. The kills fall at random
moments, from the loading of the model to the last rows; some of them before the first row is written. Whole
process groups are killed.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def shuffled(count: int, paragraphs: int, chance: random.Random) -> list[str]:
    """Return rows of articles, each of so many paragraphs of the examples."""
    found = [
        part for path in sorted(EXAMPLES.glob("*.txt")) for part in path.read_text().split("\n\n") if len(part) > 99
    ]
    texts = ["\n\n".join(chance.sample(found, paragraphs)) for _ in range(count)]
    return [json.dumps({"id": f"article-{number}", "text": text}) for number, text in enumerate(texts)]


def command(archive: Path, output: Path, more: list[str]) -> subprocess.Popen[bytes]:
    """Start a run in a process group of its own."""
    args = [sys.executable, "-m", "summarize", "batch", str(archive), "-o", str(output), *more]
    return subprocess.Popen(args, stderr=subprocess.PIPE, start_new_session=True)


def finish(process: subprocess.Popen[bytes]) -> None:
    """Wait for a run that is left alone."""
    _, error = process.communicate()
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}: {error.decode()}")


def written(output: Path) -> int:
    """Return how many rows an unfinished run has left, a torn one not counted."""
    return sum(path.read_bytes().count(b"\n") for path in output.with_name(f"{output.name}.parts").glob("0*.jsonl"))


@click.command()
@click.argument("archive", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--articles", default=500, show_default=True)
@click.option("--kills", default=10, show_default=True)
@click.option("--paragraphs", default=8, show_default=True, help="Of an article made of the examples.")
@click.option("--threads", default=0, help="0: all.")
@click.option("--ray", default="", help="Run on a Ray cluster.")
@click.option("--seed", default=1, show_default=True)
def main(archive: Path | None, articles: int, kills: int, paragraphs: int, threads: int, ray: str, seed: int) -> None:
    """Print when the runs were killed, and whether the rows are those of the whole run; exits with 1 if not."""
    chance = random.Random(seed)
    more = [*(["--threads", str(threads)] if threads else []), *(["--ray", ray] if ray else [])]
    with tempfile.TemporaryDirectory() as folder:
        given, whole, output = (Path(folder) / name for name in ("in.jsonl", "whole.jsonl", "killed.jsonl"))
        lines = archive.read_text().splitlines()[:articles] if archive else shuffled(articles, paragraphs, chance)
        given.write_text("\n".join(lines) + "\n")
        start = time.monotonic()
        finish(command(given, whole, more))
        seconds = time.monotonic() - start
        click.echo(f"{len(lines)} articles without a kill: {seconds:.1f} s")
        for number in range(kills):
            process = command(given, output, more)
            # On average the kills together leave a fifth of the work to the end.
            time.sleep(chance.uniform(0, 1.6 * seconds / kills))
            if process.poll() is not None:
                raise SystemExit("the run was over before the last kill: more articles, or another seed")
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            click.echo(f"kill {number + 1}: {written(output)} rows")
        finish(command(given, output, more))
        rows = [json.loads(line)["row"] for line in output.read_text().splitlines()]
        same = output.read_bytes() == whole.read_bytes()
        click.echo(
            f"{len(rows)} rows, {len(rows) - len(set(rows))} twice, {len(set(range(1, len(lines) + 1)) - set(rows))} missing"
        )
        click.echo(
            "the same bytes as the run without a kill" if same else "NOT the same rows as the run without a kill"
        )
        sys.exit(not same)


if __name__ == "__main__":
    main()
