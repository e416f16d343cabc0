"""A path -> the nearest configuration file at or above it -> Settings, every key and type of it checked.

In one folder `.summarize.toml` beats pyproject.toml. A pyproject.toml without `[tool.summarize]` is
passed over; the nearest file that has something to say is the only one that counts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

from summarize.config.keys import KEYS, Key, text
from summarize.config.options import Options
from summarize.config.settings import Fields, Settings
from summarize.errors import InputError
from summarize.limits import read_bounded

OWN, SHARED = ".summarize.toml", "pyproject.toml"
_MOST_BYTES = 1_000_000
_MOST_SHOWN = 100  # characters of a wrong value in a message
_FIELDS = tuple(one.name for one in fields(Fields))


def load_settings(path: Path) -> Settings:
    """Return what applies to a file, or to the files of a folder; `-` is a file of the working folder.

    Raises InputError if the configuration file is broken, or sets what does not exist.
    """
    found = _find(path)
    return _as_settings(*found) if found else Settings()


def find_config(path: Path) -> Path | None:
    """Return the configuration file that applies to a path. Raises InputError if it is broken."""
    found = _find(path)
    return found[0] if found else None


def _find(path: Path) -> tuple[Path, Mapping[str, Any]] | None:
    start = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would leave the tree that the user named
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        for name in (OWN, SHARED):
            table = _read(folder / name)
            if table is not None:
                return folder / name, table
    return None


def _read(file: Path) -> Mapping[str, Any] | None:
    """Return what a file sets; None if there is no such file or it does not speak of this program."""
    try:
        data = read_bounded(file, _MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        return None
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}", "check the file") from error
    if file.name == SHARED and b"summarize" not in data:
        return None
    tool = _parsed(file, data)
    if file.name == SHARED:
        tools = tool.get("tool", {})
        tool = tools.get("summarize") if isinstance(tools, Mapping) else None
    if tool is not None and not isinstance(tool, Mapping):
        raise InputError(f"{file}: tool.summarize must be a table", "write [tool.summarize] on a line of its own")
    return tool


def _parsed(file: Path, data: bytes) -> Any:
    toml = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        return toml.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8", "save it again as UTF-8") from error
    except ValueError as error:
        raise InputError(f"{file} is not valid TOML: {error}", "mend that line") from error
    except RecursionError as error:
        raise InputError(f"{file} is nested too deeply", "a setting is a value or a list of them") from error


def _as_settings(file: Path, table: Mapping[str, Any]) -> Settings:
    values: dict[str, Any] = {}
    for written, value in table.items():
        key = written.replace("-", "_")
        if key not in KEYS:
            raise _unknown(file, written, KEYS)
        if key in values:
            raise InputError(f"{file}: {key} is set twice", f"keep one of {key} and {written}")
        values[key] = _named(file, value) if key == "fields" else _checked(file, key, value, KEYS[key])
    given = frozenset(values) - {"fields"} | {f"fields.{name}" for name in table.get("fields", ())}
    for key in {"model", "profile", "baseline"} & values.keys():
        values[key] = _located(file, key, values[key])
    options = {one.name: values.pop(one.name) for one in fields(Options) if one.name in values}
    return replace(Settings(), **values, options=replace(Options(), **options), source=file, given=given)


def _checked(file: Path, key: str, value: Any, known: Key) -> Any:
    if not known.accepts(value):
        raise InputError(
            f"{file}: {key} must be {known.wanted}, not {_shown(value)}", f"for example {key} = {known.example}"
        )
    return tuple(value) if isinstance(value, list) else value


def _shown(value: Any) -> str:
    try:
        return " ".join(repr(value)[:_MOST_SHOWN].split())
    except (ValueError, RecursionError):  # a number of more digits than Python writes, a list of lists of lists
        return "that"


def _named(file: Path, value: Any) -> Fields:
    if not isinstance(value, Mapping):
        raise InputError(
            f"{file}: fields must be a table, not {_shown(value)}", 'for example fields = { summary = "abstract" }'
        )
    for name, given in value.items():
        if name not in _FIELDS:
            raise _unknown(file, name, _FIELDS, "fields.")
        _checked(file, f"fields.{name}", given, text('"abstract"'))
    named = replace(Fields(), **value)
    names = [name for name in (named.description, named.summary, named.key_points) if name]
    if len(set(names)) < len(names):
        raise InputError(f"{file}: two of fields have the same name", 'give each its own, or "" to write none')
    return named


def _unknown(file: Path, key: str, known: Any, prefix: str = "") -> InputError:
    near = get_close_matches(key.replace("-", "_"), list(known), n=1, cutoff=0.5)
    hint = f"did you mean {prefix}{near[0]}?" if near else "`summarize config` shows all there are"
    return InputError(f"{file}: there is no setting {prefix}{key}", hint)


def _located(file: Path, key: str, value: str) -> str:
    """Return a path in the file as one that holds wherever the program runs; the name of a model stays a name."""
    if value.startswith("hf:"):  # a hub id, which would look like a path
        return value
    there = file.parent / value
    is_path = key == "baseline" or "/" in value or os.sep in value or there.exists()
    return str(there) if value and is_path else value
