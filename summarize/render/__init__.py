"""A Summary, or the findings of a check -> text, Markdown, JSON and what CI reads. Pure: nothing is written."""

from __future__ import annotations

from summarize.render.dump import dump_json
from summarize.render.github import render_github
from summarize.render.json import SCHEMA, render_failure, render_json
from summarize.render.layout import Line, Look, Run, Style, lay_out, plain
from summarize.render.markdown import render_markdown
from summarize.render.problems import render_count, render_problem_json, render_problems, render_rules
from summarize.render.sarif import render_sarif
from summarize.render.text import render_clean, render_edits, render_text

__all__ = [
    "SCHEMA",
    "Line",
    "Look",
    "Run",
    "Style",
    "dump_json",
    "lay_out",
    "plain",
    "render_clean",
    "render_count",
    "render_edits",
    "render_failure",
    "render_github",
    "render_json",
    "render_markdown",
    "render_problem_json",
    "render_problems",
    "render_rules",
    "render_sarif",
    "render_text",
]
