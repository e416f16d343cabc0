"""A Summary as Markdown: the headline as a heading, the brief as a paragraph, the points as a list."""

from __future__ import annotations

import re

from summarize.data import Summary

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~])")
# Characters that mean something only where a line opens.
_OPENING = re.compile(r"^(\s*)([#+\-=]|\d+[.)])")


def render_markdown(summary: Summary) -> str:
    """Return the summary as a Markdown document; what the article says is never taken for markup."""
    headline = f"# {_escaped(summary.headline.text)}" if summary.headline else ""
    points = "\n".join(f"- {_escaped(point.text)}" for point in summary.points)
    return "\n\n".join(block for block in (headline, _escaped(summary.brief), points) if block) + "\n"


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(r"\\\1", text)
    return _OPENING.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", text)
