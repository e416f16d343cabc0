"""Work that takes a while -> a spinner or a bar on stderr, for somebody who looks on; it leaves nothing behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

Advance = Callable[[], AbstractContextManager[None]]


@contextmanager
def progress(count: int, stage: str = "summarizing", *, quiet: bool) -> Iterator[Advance]:
    """Show what the program is doing once it has taken a while, if stderr is a terminal.

    `count` is how many results are to come, 0 where nobody knows. What is yielded wraps the output
    of each result, for which the bar makes room.
    """
    if quiet or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield nullcontext
        return
    from summarize.cli.bar import Bar

    bar = Bar(count, stage)
    with bar.shown():
        yield bar.advance
