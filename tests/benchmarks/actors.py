"""How well `find_actors` finds the entities of a hand-annotated set, regardless of type.

    python tests/benchmarks/actors.py actors_wikigold.jsonl [--errors N]

A line is `{"text", "entities": [{"start", "end", "type", ...}]}`. Recall counts the PER, ORG and
LOC entities that a found actor overlaps; precision the found actors that overlap any entity,
MISC (nationalities, works, events) included; exact F1 compares spans, and leaves out of the
count a found actor that overlaps nothing but MISC.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from summarize.facts import find_actors

Range = tuple[int, int]


def overlaps(one: Range, others: list[Range]) -> bool:
    """Whether `one` shares a character with any of `others`."""
    return any(one[0] < end and start < one[1] for start, end in others)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    gold_all = found_all = hit = right = exact = counted = 0
    missed, spurious = [], []
    for line in options.path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text = document["text"]
        gold = [(e["start"], e["end"]) for e in document["entities"] if e["type"] != "MISC"]
        other = [(e["start"], e["end"]) for e in document["entities"] if e["type"] == "MISC"]
        found = [(fact.span.start, fact.span.end) for fact in find_actors(text)]
        gold_all, found_all = gold_all + len(gold), found_all + len(found)
        hit += sum(overlaps(span, found) for span in gold)
        right += sum(overlaps(span, gold + other) for span in found)
        exact += len(set(gold) & set(found))
        counted += sum(overlaps(span, gold) or not overlaps(span, other) for span in found)
        missed += [(text, span) for span in gold if not overlaps(span, found)]
        spurious += [(text, span) for span in found if not overlaps(span, gold + other)]
    out = sys.stdout.write
    out(f"entities {gold_all}  found {found_all}\n")
    out(f"overlap  recall {hit / gold_all:.3f}  precision {right / found_all:.3f} (MISC is not wrong)\n")
    recall, precision = exact / gold_all, exact / counted
    out(
        f"exact    recall {recall:.3f}  precision {precision:.3f}  F1 {2 * recall * precision / (recall + precision):.3f}\n"
    )
    for name, errors in (("missed", missed), ("spurious", spurious)):
        for text, (start, end) in errors[:: max(1, len(errors) // (options.errors or 1))][: options.errors]:
            before, after = text[max(0, start - 40) : start], text[end : end + 30]
            out(f"{name}: {before}[[{text[start:end]}]]{after}\n".replace("\n", " ") + "\n")


if __name__ == "__main__":
    main()
