"""What one article costs against its length: flat beyond the model's budget.

python tests/benchmarks/length.py

The texts are made up: the same kind of news sentence with other names and figures each time.
"""

from __future__ import annotations

import random
import sys
import time

from summarize.pipeline import Summarizer

LENGTHS = (100, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
NAMES = [
    "Aldersea",
    "Brannoch",
    "Corvell",
    "Dunmarrow",
    "Esterly",
    "Fennimore",
    "Garrowby",
    "Hathersage",
    "Inverlee",
    "Jorvane",
]
THINGS = ["bridge", "ferry", "school", "harbour", "library", "clinic", "railway", "reservoir", "market", "theatre"]
DEEDS = ("approved", "rejected", "postponed", "praised", "inspected", "closed", "reopened", "sold")


def article(words: int, seed: int = 1) -> str:
    """Return about so many words of made-up news."""
    chance = random.Random(seed)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        name, other = chance.sample(NAMES, 2)
        text = (
            f"{name} council {chance.choice(DEEDS)} the {chance.choice(THINGS)} in {other} on "
            f"{chance.randint(1, 28)} May. "
            f"Mayor {other} {name} said it would cost ${chance.randint(2, 99)}.{chance.randint(1, 9)} million "
            f"and serve {chance.randint(200, 90_000):,} people who use the {chance.choice(THINGS)} each week."
        )
        paragraphs.append(text)
        count += len(text.split())
    return "\n\n".join(paragraphs)


def main() -> None:
    """Print seconds for each length, and the ratio to 2,000 words."""
    summarizer = Summarizer()
    summarizer.summarize(article(300))
    seconds: dict[int, float] = {}
    for words in LENGTHS:
        text = article(words)
        times = []
        for _ in range(3):
            start = time.perf_counter()
            summarizer.summarize(text)
            times.append(time.perf_counter() - start)
        seconds[words] = min(times)
    base = seconds[2_000]
    lines = [f"{words:7,} words {taken:6.2f} s  {taken / base:4.2f}" for words, taken in seconds.items()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
