"""All figures of speed in the README, in one go: an hour of a machine that does nothing else.

python tests/benchmarks/performance.py examples/business.txt ARCHIVE.jsonl --checkpoint FOLDER

`--checkpoint` is a folder with the float32 checkpoint of the built-in model. Needs the extra `torch`, and sumy
(`pip install sumy`) for the lines that name it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

HERE = Path(__file__).parent


@click.command()
@click.argument("article")
@click.argument("archive")
@click.option("--checkpoint", required=True)
@click.option("--articles", type=int, multiple=True, default=(10, 100, 1_000), show_default=True)
@click.option("--compared", default=24, show_default=True, help="Articles that transformers gets, too.")
def main(article: str, archive: str, checkpoint: str, articles: tuple[int, ...], compared: int) -> None:
    """Run the benchmarks of speed one after the other."""
    counts = [option for count in articles for option in ("--articles", str(count))]
    beside = ["--articles", str(compared), "--batch-size", "8", "--batch-size", "1", "--extracts"]
    for command in (
        ["coldstart.py", article, "--checkpoint", checkpoint],
        ["floor.py", article],
        ["length.py"],
        ["throughput.py", archive, *beside, "--checkpoint", checkpoint],
        ["throughput.py", archive, *counts],
        ["unchanged.py"],
    ):
        click.echo(f"\n{' '.join(command)}")
        subprocess.run([sys.executable, str(HERE / command[0]), *command[1:]], check=True)


if __name__ == "__main__":
    main()
