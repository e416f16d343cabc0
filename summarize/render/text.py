"""A Summary as plain text, wrapped; and what the guard and the cleaning did, line by line."""

from __future__ import annotations

from itertools import groupby

from summarize.data import Article, Cut, Edit, Summary
from summarize.render.layout import Look, lay_out, plain

_SHOWN_CHARACTERS = 100


def render_text(summary: Summary, width: int = 80) -> str:
    """Return headline, brief and points, each where there is one, as lines of at most `width` columns."""
    return plain(lay_out(summary, Look(width)))


def render_edits(summary: Summary) -> str:
    """Return a line or two for each thing the guard did, with the source line that shows why."""
    lines = [line for edit in summary.edits for line in _edit_lines(edit, summary.article)]
    return "".join(f"{line}\n" for line in lines)


def render_clean(article: Article) -> str:
    """Return what cleaning kept of an article, then what each rule took out of it."""
    rules = groupby(sorted(article.cuts, key=lambda cut: cut.rule), key=lambda cut: cut.rule)
    dropped = [line for rule, cuts in rules for line in _cut_lines(rule, tuple(cuts), article)]
    return "\n".join([article.text.strip(), "", f"dropped {len(article.cuts)} stretches", *dropped]) + "\n"


def _edit_lines(edit: Edit, article: Article) -> list[str]:
    where = f" (line {_line(article, edit)})" if edit.sources else ""
    lines = [f"{edit.action} in {edit.field}: {edit.rule}{where}: {edit.reason}"]
    lines += [f"  - {edit.before}"] if edit.before else []
    lines += [f"  + {edit.after}"] if edit.after else []
    return lines


def _line(article: Article, edit: Edit) -> int:
    source = edit.sources[0]
    return article.line(article.locate(source.start, source.end).start)


def _cut_lines(rule: str, cuts: tuple[Cut, ...], article: Article) -> list[str]:
    return [f"  {rule}, line {_first_line(cut, article)}: {_shortened(cut)}" for cut in cuts]


def _first_line(cut: Cut, article: Article) -> int:
    blank = len(cut.span.text) - len(cut.span.text.lstrip())
    return article.line(cut.span.start + blank)


def _shortened(cut: Cut) -> str:
    text = " ".join(cut.span.text.split())
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"
