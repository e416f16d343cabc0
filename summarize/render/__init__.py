"""A Summary -> text, Markdown or JSON. Pure: strings come out, nothing is written."""

from __future__ import annotations

from summarize.render.json import SCHEMA, render_failure, render_json
from summarize.render.markdown import render_markdown
from summarize.render.text import render_clean, render_edits, render_text

__all__ = [
    "SCHEMA",
    "render_clean",
    "render_edits",
    "render_failure",
    "render_json",
    "render_markdown",
    "render_text",
]
