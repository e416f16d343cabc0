"""How well `find_dates` finds and reads the TIMEX3 expressions of a hand-annotated set.

    python tests/benchmarks/dates.py dates_te3_platinum.jsonl [--errors]

A line is `{"text", "dct", "timexes": [{"start", "end", "type", "value"}]}`. As in TempEval-3 task
A (UzZaman et al., 2013): relaxed F1 counts overlaps, strict F1 equal spans, value F1 overlaps
whose value agrees.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from summarize.data import Fact
from summarize.facts import find_dates


def f1(hits: int, gold: int, found: int) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return 200 * hits / (gold + found)


def pair(timexes: list[dict[str, Any]], found: tuple[Fact, ...]) -> list[tuple[dict[str, Any], Fact]]:
    """Each annotated expression with the first unused found one that overlaps it."""
    pairs, used = [], set()
    for timex in timexes:
        for at, fact in enumerate(found):
            if at not in used and fact.span.start < timex["end"] and timex["start"] < fact.span.end:
                used.add(at)
                pairs.append((timex, fact))
                break
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    gold = count = relaxed = strict = value = types = 0
    out = sys.stdout.write
    for line in options.path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        found = find_dates(document["text"], date=document["dct"])
        pairs = pair(document["timexes"], found)
        gold, count, relaxed = gold + len(document["timexes"]), count + len(found), relaxed + len(pairs)
        for timex, fact in pairs:
            same = (timex["start"], timex["end"]) == (fact.span.start, fact.span.end)
            strict, value = strict + same, value + (timex["value"] == fact.value)
            types += timex["type"] == fact.type
            if options.errors and not (same and timex["value"] == fact.value):
                out(f"differs: {timex['text']!r} {timex['value']}  found {fact.span.text!r} {fact.value}\n")
        if options.errors:
            paired = [timex for timex, _ in pairs], [fact for _, fact in pairs]
            for timex in document["timexes"]:
                if timex not in paired[0]:
                    out(f"missed: {timex['text']!r} {timex['type']}\n")
            for fact in found:
                if fact not in paired[1]:
                    start, end = max(0, fact.span.start - 30), fact.span.end + 20
                    out(f"spurious: {fact.span.text!r} in {document['text'][start:end]!r}\n")
    recall, precision = 100 * relaxed / gold, 100 * relaxed / count
    out(f"expressions {gold}  found {count}  recall {recall:.1f}  precision {precision:.1f}\n")
    for name, hits in (("relaxed", relaxed), ("strict", strict), ("value", value), ("type", types)):
        out(f"{name} F1 {f1(hits, gold, count):.1f}\n")


if __name__ == "__main__":
    main()
