"""What can be wrong with a brief, and what is at one place of its file: what `check` finds and every report shows."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.data import Severity, Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `check`; `fixes` says what of it `--fix` mends, "" if nothing."""

    name: str
    severity: Severity
    summary: str
    fixes: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in its file.

    Lines and columns count from 1, columns in code points; `end_column` is the first one after it. `found`
    is what the brief says, "" where something is missing; `suggestion` what the article has instead.
    `article` and `source_line` say where the article shows it, None if it has no lines (HTML), and
    `source_text` what it says there. `sentence` is the written sentence around it. `span` is the place in
    the decoded file, and `fix` what may safely be written there instead, "" if nothing may. `shown` is the place
    in `Article.text` that the article shows it at.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    severity: Severity
    message: str
    found: str
    suggestion: str
    field: str
    article: str
    source_line: int | None
    source_text: str
    sentence: str
    span: Span
    fix: str = ""
    shown: Span | None = None

    @property
    def source(self) -> str:
        """Where the article shows it and what it says there, "" if nothing there does."""
        where = self.article if self.source_line is None else f"{self.article}:{self.source_line}"
        return f"{where}: {self.source_text}" if self.source_text else ""
