"""Settings -> lines of TOML that say of each value where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from summarize.config.keys import KEYS
from summarize.config.options import Options
from summarize.config.settings import Fields, Settings

_OPTIONS = {one.name for one in fields(Options)}
_WIDEST = 44  # columns that a value may have before its origin moves further right


def render_settings(settings: Settings, path: Path) -> str:
    """Return every setting that applies to a path as TOML, its origin in a comment."""
    lines = [f"# what applies to {_on_a_line(path)}", f"# from {_on_a_line(settings.source or 'no file')}"]
    lines += [f"{f'{key} = {_toml(value)}':{_WIDEST}}  # {settings.origin(key)}" for key, value in _values(settings)]
    return "\n".join(lines) + "\n"


def _values(settings: Settings) -> Iterator[tuple[str, Any]]:
    for key in KEYS:
        if key == "fields":
            yield from ((f"fields.{one.name}", getattr(settings.fields, one.name)) for one in fields(Fields))
        else:
            yield key, getattr(settings.options if key in _OPTIONS else settings, key)


def _on_a_line(path: Path | str) -> str:
    return " ".join(str(path).split())


def _toml(value: Any) -> str:
    # JSON's strings, numbers, booleans and lists are TOML's too.
    text = json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")  # but not this character
