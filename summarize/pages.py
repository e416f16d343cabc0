"""Reports -> pages of HTML: one on standard output or in a file, or a folder of them with their index."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from summarize.batch import Result
from summarize.data import Summary
from summarize.errors import OutputError, SummarizeError
from summarize.output import is_folder, make_folder, refuse, write_atomically
from summarize.render.html import render_html, render_index
from summarize.render.listing import Entry
from summarize.report import Report, report_of

_INDEX = "index.html"


@dataclass(slots=True)
class Pages:
    """Where pages go: `path` is a file, a folder, or "" for `echo`. Several reports need a folder.

    `show` is called at the end with the page to open; without a `path` it then lies in a new temporary folder.
    """

    echo: Callable[[str], None]
    path: str = ""
    overwrite: bool = False
    several: bool = False
    show: Callable[[Path], None] | None = None
    _entries: list[Entry] = field(default_factory=list)
    _last: Path | None = None

    def check(self, articles: Sequence[str]) -> None:
        """Raise OutputError now for what would otherwise fail after the work is done."""
        if self.show and not self.path:
            self.path = tempfile.mkdtemp(prefix="summarize-") + "/"
        if self.several and not is_folder(self.path):
            raise OutputError("several articles make several pages", "name a folder for them: -o DIR/")
        refuse(Path(self.path, _INDEX) if is_folder(self.path) else Path(self.path), articles, overwrite=self.overwrite)

    def put(self, result: Result) -> None:
        """Take one result. Raises OutputError if its page cannot be written."""
        outcome = report_of(result.outcome) if isinstance(result.outcome, Summary) else result.outcome
        self.put_report(result.path, outcome)

    def put_report(self, path: str, outcome: Report | SummarizeError) -> None:
        """Take a report, or the error in its place, which only an index shows."""
        if not is_folder(self.path):
            if isinstance(outcome, Report):
                self._put_alone(render_html(outcome))
            return
        entry = Entry(path, "", outcome)
        try:
            if isinstance(outcome, Report):
                entry = Entry(path, self._put_in_folder(path, outcome), outcome)
        except OutputError as error:
            entry = Entry(path, "", error)
            raise
        finally:
            self._entries.append(entry)

    def close(self) -> None:
        """Write the index, if there is to be one, and show it, or else the page."""
        if self.several and is_folder(self.path):
            self._last = Path(self.path, _INDEX)
            make_folder(self._last.parent)
            write_atomically(self._last, render_index(self._entries), overwrite=self.overwrite)
        if self.show and self._last:
            self.show(self._last)

    def _put_alone(self, page: str) -> None:
        if not self.path:
            self.echo(page)
            return
        self._last = Path(self.path)
        write_atomically(self._last, page, overwrite=self.overwrite)

    def _put_in_folder(self, path: str, report: Report) -> str:
        """Write a page and return its address; of two articles of one name the second gets a number."""
        target = Path(self.path, self._free_name("stdin" if path == "-" else Path(path).stem))
        make_folder(target.parent)
        page = render_html(report, _INDEX if self.several else "")
        write_atomically(target, page, overwrite=self.overwrite)
        self._last = target
        return quote(target.name)

    def _free_name(self, stem: str) -> str:
        stem = stem.removesuffix(".brief")
        taken = {entry.href for entry in self._entries}
        names = (f"{stem}{'' if number == 1 else f'-{number}'}.brief.html" for number in range(1, len(taken) + 2))
        return next(name for name in names if quote(name) not in taken)
