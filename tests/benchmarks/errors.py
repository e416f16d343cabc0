"""Summaries of many models with their errors marked by hand -> in how many of each kind `guard.examine` finds fault.

python tests/benchmarks/errors.py SUMMARIES.jsonl     (one object a line: article, summary_cased, error_types)

Made for FRANK (Pagnoni et al. 2021): EntE is a wrong entity, CircE a wrong time, place or amount,
OutE not in the article, RelE a wrong predicate, CorefE a wrong reference. A summary counts under
each kind of error that it has; "none" are those in which nobody saw one.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

import click

from summarize.clean import clean
from summarize.data import Article
from summarize.editorial.evidence import gather_evidence
from summarize.guard import examine
from summarize.split import split


def joined(text: str) -> str:
    """Undo the tokens of the data set: "the council 's plan , it said ." is written as people write."""
    text = re.sub(r"\s+([.,;:!?%)]|n't\b|'(?:s|re|ve|ll|d|m)\b)", r"\1", text)
    return re.sub(r"([(£$€])\s+", r"\1", text)


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--show", is_flag=True, help="Print the findings in faultless summaries.")
def main(path: Path, show: bool) -> None:
    """Print the table."""
    seen: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        evidence = gather_evidence(clean(Article.from_text(row["article"])))
        findings = examine(split(joined(row["summary_cased"])), evidence)
        flagged = bool(findings), any(finding.severity == "error" for finding in findings)
        for kind in row["error_types"] or ["none"]:
            seen[kind].append(flagged)
        if show and not row["error_types"]:
            for finding in findings:
                sys.stdout.write(f"    - {finding.severity} {finding.rule} {finding.message}\n")
    sys.stdout.write(f"{'error':8}{'summaries':>10}{'flagged':>9}{'as error':>9}\n")
    for kind, flags in sorted(seen.items()):
        shares = [sum(column) / len(flags) for column in zip(*flags, strict=True)]
        sys.stdout.write(f"{kind:8}{len(flags):10}{shares[0]:9.1%}{shares[1]:9.1%}\n")


if __name__ == "__main__":
    main()
