"""`.summarize.toml` or `[tool.summarize]` in pyproject.toml -> Settings: what the user chose, file by file."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarize.config.options import Options
from summarize.config.settings import Fields, Place, Settings

if TYPE_CHECKING:
    from summarize.config.load import find_config, load_settings
    from summarize.config.match import Patterns, is_excluded, is_included, is_no_article
    from summarize.config.show import render_settings

__all__ = [
    "Fields",
    "Options",
    "Patterns",
    "Place",
    "Settings",
    "find_config",
    "is_excluded",
    "is_included",
    "is_no_article",
    "load_settings",
    "render_settings",
]

_LATER = {
    "find_config": "load",
    "load_settings": "load",
    "Patterns": "match",
    "is_excluded": "match",
    "is_included": "match",
    "is_no_article": "match",
    "render_settings": "show",
}


def __getattr__(name: str) -> Any:
    # `from summarize.config import Options` needs no TOML parser and no pattern library.
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"summarize.config.{_LATER[name]}"), name)
