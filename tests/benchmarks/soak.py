"""Many articles in one process -> whether its memory stays flat and its answers stay the same.

python tests/benchmarks/soak.py --articles 10000                the built-in model, one thread
python tests/benchmarks/soak.py --articles 400 --threads 8      eight threads share one Summarizer
python tests/benchmarks/soak.py --articles 10000 --threads 8 --paragraphs 2      short articles
python tests/benchmarks/soak.py --articles 10000 --check        briefs checked against articles; no model

The articles are those of examples/, each time with another headline, so that no cache can answer for the
model. Memory is what the kernel counts as resident; growth is from three tenths of the way on, when all is loaded.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from summarize.clean import clean
from summarize.config import Options, Settings
from summarize.data import Article, Summary
from summarize.editorial.check import check_brief
from summarize.editorial.document import parse_brief
from summarize.pipeline import Summarizer
from summarize.read import read_article

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PAGE = os.sysconf("SC_PAGE_SIZE")
_REPORTS, _WARM = 10, 0.3


def resident() -> float:
    """Return the resident memory of this process in MiB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE / 2**20


def texts(paragraphs: int | None) -> list[str]:
    """Return the texts of the examples, or their first paragraphs."""
    whole = (read_article(str(path)).text for path in sorted(EXAMPLES.glob("*.txt")))
    return ["\n\n".join(text.split("\n\n")[:paragraphs]) for text in whole]


def print_of(summary: Summary) -> str:
    """Return what two summaries are compared by."""
    parts = [summary.headline.text if summary.headline else "", summary.brief, *(one.text for one in summary.points)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def summarizing() -> Callable[[str], str]:
    """Return a function that summarizes a text with the built-in model."""
    summarizer = Summarizer(Options())
    return lambda text: print_of(summarizer.summarize(text))


def checking() -> Callable[[str], str]:
    """Return a function that checks a text's first sentences, two words of them changed, against it."""

    def check(text: str) -> str:
        article = clean(Article.from_text(text, "a.txt"))
        brief = article.text[:600].replace("said", "denied").replace("Monday", "Friday")
        problems = check_brief(article, parse_brief(brief, (), "b.txt", Settings()), Settings())
        return hashlib.sha256(repr(problems).encode()).hexdigest()

    return check


def main() -> None:
    """Run as many articles as asked for, and exit with 1 if an answer has changed or memory has grown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--paragraphs", type=int, help="take only so many of each article")
    parser.add_argument("--check", action="store_true", help="check briefs instead of writing them")
    parser.add_argument("--growth", type=float, default=16.0, help="MiB that memory may grow by")
    asked = parser.parse_args()
    work, known = (checking if asked.check else summarizing)(), texts(asked.paragraphs)
    first = [work(text) for text in known]
    say(f"start: {resident():.0f} MiB\n")
    grown = soak(work, known, asked.articles, asked.threads)
    same = [work(text) for text in known] == first
    say(f"results at the end {'are' if same else 'are NOT'} those of the start; memory grew by {grown:.1f} MiB\n")
    sys.exit(not same or grown > asked.growth)


def soak(work: Callable[[str], str], known: list[str], articles: int, threads: int) -> float:
    """Return by how many MiB memory grew from three tenths of the articles on."""
    stream = (f"Report {number} from the harbour\n\n{known[number % len(known)]}" for number in range(articles))
    start, base, done = time.monotonic(), 0.0, 0
    with ThreadPoolExecutor(threads) as pool:
        while batch := list(islice(stream, max(1, articles // _REPORTS))):
            list(pool.map(work, batch))
            done += len(batch)
            base = resident() if done <= articles * _WARM else base
            say(f"{done:7,} articles {time.monotonic() - start:8.1f} s {resident():7.1f} MiB\n")
    return resident() - base


def say(text: str) -> None:
    """Write at once."""
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
