r"""Pasted pages with their true bodies -> how much of the bodies, and of what else, cleaning keeps.

    python tests/benchmarks/clean_pages.py PAGES.jsonl

Every line of the file is an object with `id`, `page_text` and `ground_truth_text`. Precision,
recall and F1 count words (`\w+` in lower case) as bags, for each page; the totals are means over pages.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from summarize.clean import clean
from summarize.data import Article


class Score(NamedTuple):
    """One page's scores, 0 to 1."""

    f1: float
    precision: float
    recall: float


def score(kept: str, truth: str) -> Score:
    """Compare two texts as bags of words."""
    kept_words, true_words = (Counter(re.findall(r"\w+", text.lower())) for text in (kept, truth))
    shared = (kept_words & true_words).total()
    precision, recall = shared / max(kept_words.total(), 1), shared / max(true_words.total(), 1)
    return Score(2 * precision * recall / max(precision + recall, 1e-9), precision, recall)


def main() -> None:
    """Print the means and the ten worst pages."""
    parser = argparse.ArgumentParser(description="Score cleaning on pasted pages whose bodies are known.")
    parser.add_argument("path", type=Path, help="JSON lines with id, page_text and ground_truth_text")
    pages = [json.loads(line) for line in parser.parse_args().path.read_text(encoding="utf-8").splitlines()]
    scores = {
        page["id"]: score(clean(Article.from_text(page["page_text"])).text, page["ground_truth_text"]) for page in pages
    }
    means = Score(*(sum(column) / len(scores) for column in zip(*scores.values(), strict=True)))
    out = sys.stdout.write
    out(f"{len(scores)} pages: F1 {means.f1:.4f}  precision {means.precision:.4f}  recall {means.recall:.4f}\n")
    for name, worst in sorted(scores.items(), key=lambda item: item[1])[:10]:
        out(f"{name}  F1 {worst.f1:.3f}  precision {worst.precision:.3f}  recall {worst.recall:.3f}\n")


if __name__ == "__main__":
    main()
