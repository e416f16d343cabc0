"""Reports -> pages of HTML that stand alone: no network, no outside file, every text escaped.

The policy of a page lets it run its own style and script, named by their hashes, and nothing else
(https://www.w3.org/TR/CSP3/); what an article says is escaped by Jinja2 besides.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.render.listing import LABELS, Entry, list_rows
from summarize.render.marks import neutral
from summarize.render.view import View
from summarize.report import Report

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def render_html(report: Report, index: str = "") -> str:
    """Return the page of one report; `index` is the address of the page that lists it, "" if none does."""
    return _render("report.html.j2", view=View(report), index=index)


def render_index(entries: Sequence[Entry]) -> str:
    """Return the page that lists several reports, those that need an eye first."""
    rows = list_rows(entries)
    is_check = any(isinstance(entry.outcome, Report) and entry.outcome.is_check for entry in entries)
    eyed = sum(bool(row.reasons) for row in rows)
    return _render("index.html.j2", rows=rows, labels=LABELS, is_check=is_check, eyed=eyed)


def _render(template: str, **values: Any) -> str:
    from markupsafe import Markup

    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    # Markup: the package's own files, which hold no end tag.
    trusted = {"style": Markup(style), "script": Markup(script), "policy": Markup(policy)}
    return _environment().get_template(template).render(**trusted, **values)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: value if isinstance(value, Markup) else neutral(str(value)),
    )


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
