"""An article, a brief of it and the evidence -> problems with their lines, columns and source lines filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from summarize.data import Article, Span
from summarize.editorial.document import BriefDocument
from summarize.editorial.lines import Lines
from summarize.editorial.rules import CHECKED
from summarize.editorial.showing import show
from summarize.guard import Evidence
from summarize.problem import Problem


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk while one brief is checked; `lines` are those of the brief's file."""

    article: Article
    document: BriefDocument
    evidence: Evidence
    lines: Lines

    def problem(self, rule: str, message: str, place: tuple[int, int], **more: Any) -> Problem:
        """Return a problem at a place of the brief's file, with `more` of its values."""
        start, end = place
        last = max(end - 1, start)
        problem = Problem(
            path=self.document.path,
            line=self.lines.line(start),
            column=self.lines.column(start),
            end_line=self.lines.line(last),
            end_column=self.lines.column(last) + (end > start),
            rule=rule,
            severity=CHECKED[rule].severity if rule in CHECKED else "error",
            message=message,
            found="",
            suggestion="",
            field="brief",
            article=self.article.path,
            source_line=None,
            source_text="",
            sentence="",
            span=Span(start, end, self.document.source[start:end]),
        )
        return replace(problem, **more)

    def shown(self, span: Span | None) -> dict[str, Any]:
        """Return what a problem says of the place in the article that shows it."""
        shown = show(span, self.article, self.evidence)
        return {"source_line": shown.line, "source_text": shown.text, "shown": span}

    def said(self) -> str:
        """Return what brief and points say."""
        return " ".join(one.text for one in self.document.stretches if one.field in ("brief", "points"))
