"""Files whose bytes must stay as they are -> text with its newlines and byte order mark."""

from __future__ import annotations

from pathlib import Path

from summarize.errors import InputError
from summarize.limits import read_bounded


def read_exactly(path: Path) -> str:
    """Return a file's text, byte order mark and newlines included. Raises InputError if it is not UTF-8."""
    try:
        return exactly(read_bounded(path), path)
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}", "check the file and its rights") from error


def exactly(data: bytes, path: Path) -> str:
    """Return bytes as a text that encodes to them again. Raises InputError if they are not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8, and cannot be written to", "save it as UTF-8") from error


def newline_of(text: str) -> str:
    r"""Return the newline that a text uses first; "\n" where it has none."""
    end = text.find("\n")
    if end >= 0:
        return "\r\n" if text[:end].endswith("\r") else "\n"
    return "\r" if "\r" in text else "\n"


def as_written(text: str, like: str) -> str:
    r"""Return a text whose newlines are "\n" with those that `like` uses."""
    return text.replace("\n", newline_of(like))
