"""A file of findings that are known already -> the findings that are not; and that file, written.

    {"schema": "summarize-baseline/1", "findings": [{"path", "rule", "found", "sentence", "count"}, ...]}

`path` is relative to the folder of the baseline, `sentence` the SHA-256 of the written sentence, its
white space made single spaces. No line numbers: a finding stays known when lines move, and is new
when its sentence changes.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from summarize.editorial.record import digest
from summarize.errors import InputError
from summarize.problem import Problem
from summarize.read.decode import decode
from summarize.read.files import read_bytes

SCHEMA = "summarize-baseline/1"
_MOST_BYTES = 50_000_000


class Fingerprint(NamedTuple):
    """What a finding is known by."""

    path: str
    rule: str
    found: str
    sentence: str


def fingerprint(problem: Problem, folder: Path) -> Fingerprint:
    """Return what a problem is known by in a baseline that stands in `folder`."""
    path = os.path.relpath(Path(problem.path).absolute(), folder.absolute()).replace(os.sep, "/")
    found = " ".join(problem.found.split())
    return Fingerprint(path, problem.rule, found, digest(" ".join(problem.sentence.split())))


def leave_out_known(problems: Iterable[Problem], known: Counter[Fingerprint], folder: Path) -> list[Problem]:
    """Return the problems that are not known, and take those that are off the count."""
    left = []
    for problem in problems:
        one = fingerprint(problem, folder)
        if known[one] > 0:
            known[one] -= 1
        else:
            left.append(problem)
    return left


def read_baseline(path: Path) -> Counter[Fingerprint]:
    """Read a baseline. Raises InputError if it is missing, or is none."""
    hint = f"make it: summarize check --write-baseline --baseline {path} PATH..."
    if not path.exists():
        raise InputError(f"there is no baseline {path}", hint)
    text, _ = decode(read_bytes(str(path), _MOST_BYTES), str(path))
    try:
        values = json.loads(text)
        if values["schema"] != SCHEMA:
            raise InputError(f"{path} is a baseline of another version", hint)
        return Counter({_fingerprint(value): int(value["count"]) for value in values["findings"]})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise InputError(f"{path} is no baseline of this program", hint) from error


def _fingerprint(value: Mapping[str, str]) -> Fingerprint:
    return Fingerprint(value["path"], value["rule"], value["found"], value["sentence"])


def write_baseline(path: Path, problems: Iterable[Problem]) -> int:
    """Write all problems down as known; return how many. Raises OutputError if the file cannot be written."""
    from summarize.output import write_atomically  # which knows the pipeline

    counts = Counter(fingerprint(problem, path.parent) for problem in problems)
    findings = [{**one._asdict(), "count": count} for one, count in sorted(counts.items())]
    text = json.dumps({"schema": SCHEMA, "findings": findings}, ensure_ascii=False, indent=1)
    write_atomically(path, text + "\n", overwrite=True)
    return counts.total()
