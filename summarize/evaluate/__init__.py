"""Articles with reference briefs, and models -> how well each writes, with and without the guard, beside lead-3."""

from __future__ import annotations

from summarize.evaluate.pairs import BadRow, Pair, parse_pairs, sample
from summarize.evaluate.report import Report, Result, render_json, render_table, report
from summarize.evaluate.run import FIELDS, Outcome, Runner

__all__ = [
    "FIELDS",
    "BadRow",
    "Outcome",
    "Pair",
    "Report",
    "Result",
    "Runner",
    "parse_pairs",
    "render_json",
    "render_table",
    "report",
    "sample",
]
