"""A path in, the bytes behind it out; every way in which that fails is an InputError."""

from __future__ import annotations

import sys
from pathlib import Path

from summarize.errors import InputError
from summarize.limits import read_bounded, refuse_larger

_REASONS: dict[type[Exception], tuple[str, str]] = {
    FileNotFoundError: ("no such file", "check the path"),
    NotADirectoryError: ("no such file", "check the path"),
    PermissionError: ("permission denied", "make it readable for you"),
}


def name(path: str) -> str:
    """What a message calls a path."""
    return "standard input" if path == "-" else path


def read_bytes(path: str, max_bytes: int) -> bytes:
    """Everything in a file, or on standard input for `-`. Raises InputError."""
    try:
        return _read_stdin(max_bytes) if path == "-" else _read_file(Path(path), max_bytes)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        reason, hint = _REASONS.get(type(error), (str(getattr(error, "strerror", None) or error), ""))
        raise InputError(f"cannot read {name(path)}: {reason}", hint) from error


def _read_stdin(max_bytes: int) -> bytes:
    if sys.stdin is None:  # the caller has closed it
        raise InputError("cannot read standard input: it is closed", "name a file")
    data = sys.stdin.buffer.read(max_bytes + 1)
    refuse_larger(name("-"), len(data), max_bytes)
    return data


def _read_file(path: Path, max_bytes: int) -> bytes:
    if path.is_dir():
        raise InputError(f"cannot read {path}: it is a directory", "name the files in it")
    return read_bounded(path, max_bytes)
