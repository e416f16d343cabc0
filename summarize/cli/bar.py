"""The package's log -> a spinner or a bar on stderr that tells what the work is at; rich is imported when it shows."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, RLock, Thread
from typing import TYPE_CHECKING

from summarize.cli.console import visible

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 0.7  # seconds that need no explanation
_PAUSE = 0.2  # seconds between looks whether it may be there again
_FETCHING = "summarize.engines.hub"  # its library shows bars of its own
_LOG = logging.getLogger("summarize")


class Bar(logging.Handler):
    """Listens to the package's log for the stage it is at; a thread of its own shows it when it is time."""

    def __init__(self, count: int, stage: str) -> None:
        super().__init__(logging.INFO)
        self._count, self._stage, self._done = count, stage, 0
        self._changing = RLock()
        self._over = Event()
        self._is_hidden = self._is_shown = False
        self._progress: Progress | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Take a new stage, and make room where another bar will tell of it."""
        with self._changing:
            self._stage = visible(record.getMessage())
            self._is_hidden = record.name == _FETCHING
            if self._is_hidden:
                self._hide()
            elif self._progress:
                self._progress.update(self._progress.task_ids[0], description=self._told)

    @contextmanager
    def shown(self) -> Iterator[None]:
        watch = Thread(target=self._watch, daemon=True)
        level = _LOG.level
        _LOG.setLevel(logging.INFO)
        _LOG.addHandler(self)
        watch.start()
        try:
            yield
        finally:
            _LOG.removeHandler(self)
            _LOG.setLevel(level)
            self._over.set()
            watch.join()
            self._hide()

    @contextmanager
    def advance(self) -> Iterator[None]:
        with self._changing:
            was_shown = self._is_shown
            self._hide()
            try:
                yield
            finally:
                self._done += 1
                if was_shown:
                    self._show()

    def _watch(self) -> None:
        wait = _PATIENCE
        while not self._over.wait(wait):
            wait = _PAUSE
            with self._changing:
                self._show()

    def _show(self) -> None:
        if self._is_hidden or self._is_shown or 0 < self._count <= self._done:
            return
        self._progress = self._progress or _new_progress(self._count)
        if not self._progress.task_ids:
            self._progress.add_task("", total=self._count or None)
        self._progress.update(self._progress.task_ids[0], description=self._told, completed=self._done)
        self._progress.start()
        self._is_shown = True

    @property
    def _told(self) -> str:
        """The stage; and where no bar can tell how far the work is, how many results there are."""
        return self._stage if self._count or not self._done else f"{self._stage}, {self._done} done"

    def _hide(self) -> None:
        if self._progress and self._is_shown:
            self._progress.stop()
        self._is_shown = False


def _new_progress(count: int) -> Progress:
    from rich import progress as parts
    from rich.console import Console

    is_wide = "utf" in sys.stderr.encoding.lower()
    columns = [
        parts.SpinnerColumn("dots" if is_wide else "line", style="dim"),
        parts.TextColumn("{task.description}", style="dim", markup=False),
    ]
    if count > 1:
        columns += [
            parts.BarColumn(style="dim", complete_style="default", finished_style="default"),
            parts.MofNCompleteColumn(),
            parts.TimeRemainingColumn(),
        ]
    console = Console(stderr=True)
    # Text goes to the terminal while the bar is away: nothing needs to be led around it.
    return parts.Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
