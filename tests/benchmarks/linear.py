"""Odd texts of two lengths -> by how much longer each stage takes for four times the text.

python tests/benchmarks/linear.py     (linear work: about 4; quadratic work: about 16)
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator

from summarize.clean import clean
from summarize.data import Article
from summarize.facts import find_facts
from summarize.read import article_from_bytes
from summarize.split import split
from tests.read.test_read_markdown import HOSTILE

LENGTH = 50_000
PROSE = "The mayor of Portvale, Rosa Quill, said on Nov. 21 that Ek Inc. would pay $3.5 million. "
PIECES = (
    PROSE, "x", ". ", "Mr. X ", '."', "? »", "a.[1]", "\n", "- a\n", "(photo ", "PARIS — ", "#a ", "\x1b[31m", "1 to ",
    "one in ", "said Lund. \"x\" ", "Ann Quill and ", "A-b", "> a\n\n", "a@", "‘a ", "(NT) Northfield Trust ",
)  # fmt: skip
STAGES: dict[str, tuple[Callable[[str], object], tuple[str, ...]]] = {
    "read": (lambda text: article_from_bytes(b"A ferry sank.\n\n" + text.encode(), "a.md"), (*PIECES, *HOSTILE)),
    "clean": (lambda text: clean(Article.from_text(text)), PIECES),
    "split": (split, PIECES),
    "facts": (find_facts, PIECES),
}


def seconds(stage: Callable[[str], object], text: str) -> float:
    """Processor time of one call, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        stage(text)
        times.append(time.process_time() - start)
    return min(times)


def ratios(stage: Callable[[str], object], pieces: tuple[str, ...]) -> Iterator[tuple[float, float, str]]:
    """(ratio, seconds for the longer text, piece) for each piece."""
    for piece in pieces:
        text = piece * (LENGTH // len(piece))
        longer = seconds(stage, text * 4)
        yield longer / max(seconds(stage, text), 0.002), longer, piece


def main() -> None:
    """Print the three worst texts of each stage."""
    for name, (stage, pieces) in STAGES.items():
        for ratio, longest, piece in sorted(ratios(stage, pieces), reverse=True)[:3]:
            sys.stdout.write(f"{name:8} x{ratio:5.1f}  {longest:6.2f} s  {piece[:30]!r}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
