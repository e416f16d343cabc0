"""How well `find_dates` finds and reads the TIMEX3 expressions of a hand-annotated set.

    python tests/benchmarks/dates.py dates_te3_platinum.jsonl [--errors]

A line is `{"text", "dct", "timexes": [{"start", "end", "type", "value"}]}`. As in TempEval-3 task
A (UzZaman et al., 2013): relaxed F1 counts overlaps, strict F1 equal spans, value F1 overlaps
whose value agrees, type F1 those whose type does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from summarize.data import Fact
from summarize.facts import find_dates


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


def measure(document: dict[str, Any], counts: Counter[str]) -> list[str]:
    """Add the counts of one document and return its errors, one a line."""
    found = find_dates(document["text"], date=document["dct"])
    pairs = pair(document["timexes"], found)
    counts.update(gold=len(document["timexes"]), found=len(found), relaxed=len(pairs))
    errors = []
    for timex, fact in pairs:
        same = (timex["start"], timex["end"]) == (fact.span.start, fact.span.end)
        valued = timex["value"] == fact.value
        counts.update(strict=same, value=valued, type=timex["type"] == fact.type)
        if not (same and valued):
            errors.append(f"differs: {timex['text']!r} {timex['value']}  found {fact.span.text!r} {fact.value}\n")
    paired = [timex["tid"] for timex, _ in pairs], [fact for _, fact in pairs]
    errors += [f"missed: {timex['text']!r}\n" for timex in document["timexes"] if timex["tid"] not in paired[0]]
    return errors + [f"spurious: {fact.span.text!r}\n" for fact in found if fact not in paired[1]]


def main() -> None:
    """Measure every document and print the totals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for line in options.path.read_text(encoding="utf-8").splitlines():
        errors = measure(json.loads(line), counts)
        sys.stdout.writelines(errors if options.errors else ())
    sys.stdout.write(f"expressions {counts['gold']}  found {counts['found']}\n")
    for name in ("relaxed", "strict", "value", "type"):
        sys.stdout.write(f"{name} F1 {200 * counts[name] / (counts['gold'] + counts['found']):.1f}\n")


if __name__ == "__main__":
    main()
