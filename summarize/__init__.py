"""Briefs, key points and headlines of articles, with every name, date, figure and quotation guarded.

    >>> import summarize
    >>> summary = summarize.summarize(text)  # doctest: +SKIP
    >>> print(summary.brief)                 # doctest: +SKIP

`summarize.Summarizer` keeps its model loaded for many articles; `summarize.find_facts` finds the
facts of any text. Failures are `SummarizeError`. Importing this imports no model.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarize.config import Options
    from summarize.data import Article, Fact, Point, Statement, Summary
    from summarize.errors import SummarizeError
    from summarize.facts import find_facts
    from summarize.pipeline import Summarizer, summarize
    from summarize.read import read_article

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Fact",
    "Options",
    "Point",
    "Statement",
    "SummarizeError",
    "Summarizer",
    "Summary",
    "find_facts",
    "read_article",
    "summarize",
]

_ROOMS = {
    "summarize.config": ("Options",),
    "summarize.data": ("Article", "Fact", "Point", "Statement", "Summary"),
    "summarize.errors": ("SummarizeError",),
    "summarize.facts": ("find_facts",),
    "summarize.pipeline": ("Summarizer", "summarize"),
    "summarize.read": ("read_article",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    # Names are fetched when first used: `summarize --help` needs none of them.
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ROOM_OF[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
