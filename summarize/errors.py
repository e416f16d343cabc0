"""What can go wrong, as exceptions that say what happened and what to try.

    SummarizeError          anything the user can fix; the command line exits with 2
    ├── InputError          an article cannot be read, or there is nothing in it to summarize
    ├── OutputError         a result cannot be written
    ├── ModelError          a model folder or profile is missing, damaged or of the wrong kind
    └── MissingExtraError   an optional dependency is not installed

Every stage raises these; only the command line catches them. Anything else that
escapes is a bug (exit 3).
"""

from __future__ import annotations


class SummarizeError(Exception):
    """What happened and, in `hint`, what to try. Both are one line, without a final period."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class InputError(SummarizeError):
    """An article cannot be read, or there is nothing in it to summarize."""


class OutputError(SummarizeError):
    """A result cannot be written."""


class ModelError(SummarizeError):
    """A model folder or profile is missing, damaged or of the wrong kind."""


class MissingExtraError(SummarizeError):
    """An optional dependency is not installed."""
