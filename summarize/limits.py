"""What bounds the work on one article, whoever sent it: bytes of its file, words of its text, seconds.

The time is asked for between the stages and while a model writes; a stage that has begun is not broken off.
"""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from pathlib import Path

from summarize.errors import InputError

MOST_BYTES = 20_000_000  # a book has one or two million
MOST_WORDS = 200_000  # before cleaning; two novels
_WORD = re.compile(r"\S+")
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_deadline: ContextVar[tuple[float, float] | None] = ContextVar("deadline", default=None)  # when, and after how long


def read_bounded(path: Path, max_bytes: int = MOST_BYTES) -> bytes:
    """Return what is in a regular file of at most so many bytes; its size is asked for before anything is read.

    Raises InputError for a larger one, and for a pipe or device, which might never end; OSError as `open` does.
    """
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:  # without waiting for whoever writes to a pipe
        status = os.fstat(file.fileno())
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(21, "it is a directory")
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"cannot read {path}: it is not a regular file", "give it on standard input, as -")
        refuse_larger(str(path), status.st_size, max_bytes)
        data = file.read(max_bytes + 1)  # it may have grown, and those of /proc claim to be empty
    refuse_larger(str(path), len(data), max_bytes)
    return data


def refuse_larger(name: str, size: int, max_bytes: int) -> None:
    """Raise InputError for a file of more than so many bytes."""
    if size > max_bytes:
        raise InputError(
            f"{name} is larger than {max_bytes:,} bytes", "--max-bytes allows more, for one article a file"
        )


def refuse_longer(text: str) -> None:
    """Raise InputError for a text of more than MOST_WORDS words."""
    if next(islice(_WORD.finditer(text), MOST_WORDS, None), None):
        raise InputError(f"the text has more than {MOST_WORDS:,} words", "give it one article at a time")


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Let `check_time` raise once so many seconds have passed in this thread; 0 sets no limit."""
    token = _deadline.set((time.monotonic() + seconds, seconds) if seconds else None)
    try:
        yield
    finally:
        _deadline.reset(token)


def time_left() -> float | None:
    """Return the seconds that are left, which may be less than none; None without a limit."""
    found = _deadline.get()
    return found[0] - time.monotonic() if found else None


def check_time() -> None:
    """Raise InputError if the time for this article is over."""
    found = _deadline.get()
    if found and time.monotonic() >= found[0]:
        raise InputError(f"it took longer than {found[1]:g} seconds", "--timeout allows more, 0 any time")
