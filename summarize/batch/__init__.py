"""Many articles: files one after the other, and archives of any size, written down as they are done."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarize.batch.files import Result, summarize_each, summarize_files

if TYPE_CHECKING:
    from summarize.batch.archive import Order, Tally, summarize_archive
    from summarize.batch.rows import Columns
    from summarize.batch.sources import Source, kind_of

__all__ = [
    "Columns",
    "Order",
    "Result",
    "Source",
    "Tally",
    "kind_of",
    "summarize_archive",
    "summarize_each",
    "summarize_files",
]

_LATER = {
    "Columns": "rows",
    "Order": "archive",
    "Source": "sources",
    "Tally": "archive",
    "kind_of": "sources",
    "summarize_archive": "archive",
}


def __getattr__(name: str) -> Any:
    # One article from the shell needs nothing of what archives do.
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"summarize.batch.{_LATER[name]}"), name)
