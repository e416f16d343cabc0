"""How well `find_actors` finds the entities of a hand-annotated set, regardless of type.

    python tests/benchmarks/actors.py actors_wikigold.jsonl [--errors N]

A line is `{"text", "entities": [{"start", "end", "type"}]}`. Recall counts the PER, ORG and LOC
entities that a found actor overlaps; precision the found actors that overlap any entity, MISC
(nationalities, works, events) included; exact F1 compares spans, and leaves out of the count a
found actor that overlaps nothing but MISC.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from summarize.facts import find_actors

Range = tuple[int, int]


def overlaps(one: Range, others: list[Range]) -> bool:
    """Whether `one` shares a character with any of `others`."""
    return any(one[0] < end and start < one[1] for start, end in others)


def measure(document: dict[str, Any], counts: Counter[str]) -> list[str]:
    """Add the counts of one document and return its errors, one a line."""
    text = document["text"]
    gold = [(e["start"], e["end"]) for e in document["entities"] if e["type"] != "MISC"]
    other = [(e["start"], e["end"]) for e in document["entities"] if e["type"] == "MISC"]
    found = [(fact.span.start, fact.span.end) for fact in find_actors(text)]
    missed = [span for span in gold if not overlaps(span, found)]
    spurious = [span for span in found if not overlaps(span, gold + other)]
    counts.update(gold=len(gold), found=len(found), missed=len(missed), spurious=len(spurious))
    counts["exact"] += len(set(gold) & set(found))
    counts["misc"] += sum(not overlaps(span, gold) and overlaps(span, other) for span in found)
    errors = [("missed", span) for span in missed] + [("spurious", span) for span in spurious]
    return [f"{kind}: {shown(text, *span)}\n" for kind, span in errors]


def shown(text: str, start: int, end: int) -> str:
    """A stretch of `text` in double brackets among its neighbours, on one line."""
    line = f"{text[max(0, start - 40) : start]}[[{text[start:end]}]]{text[end : end + 30]}"
    return line.replace("\n", " ")


def main() -> None:
    """Measure every document and print the totals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="show so many errors")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    errors = [
        error
        for line in options.path.read_text(encoding="utf-8").splitlines()
        for error in measure(json.loads(line), counts)
    ]
    recall, precision = 1 - counts["missed"] / counts["gold"], 1 - counts["spurious"] / counts["found"]
    exact = 2 * counts["exact"] / (counts["gold"] + counts["found"] - counts["misc"])
    step = max(1, len(errors) // max(1, options.errors))
    sys.stdout.writelines(errors[::step][: options.errors])
    sys.stdout.write(f"entities {counts['gold']}  found {counts['found']}\n")
    sys.stdout.write(f"overlap: recall {recall:.3f}  precision {precision:.3f} (MISC is not wrong)\n")
    sys.stdout.write(f"exact F1 {exact:.3f}\n")


if __name__ == "__main__":
    main()
