"""An article's path and text -> the seat of its brief in fields of the front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarize.config import Fields, Settings
from summarize.data import Summary
from summarize.editorial.description import Value, describe, field_values
from summarize.editorial.front_toml import parse_toml, splice_toml
from summarize.editorial.front_yaml import parse_yaml, splice_yaml
from summarize.editorial.newlines import as_written, newline_of
from summarize.editorial.record import KEY, Record, parse_record, quoted, reset, text_hash
from summarize.editorial.seat import Seat
from summarize.errors import InputError
from summarize.read import front_matter as reading

_SUFFIXES = (".md", ".markdown", ".mdx")
_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"^(?:---|\.\.\.|\+\+\+)[ \t]*(?:\r\n?|\n)?\Z", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """The front matter of a text: `text[start:end]` is what stands between its fences, `text[:stop]` all of it."""

    start: int
    end: int
    stop: int
    is_yaml: bool


def find_block(text: str) -> Block | None:
    """Return the front matter of a text, which may begin with a byte order mark; None where there is none.

    Raises InputError if there is one that cannot be read.
    """
    mark = len(text) - len(text.removeprefix("\ufeff"))
    opening = _OPENING.match(text, mark)
    found = reading.find(text[mark:]) if opening else None
    if not opening or (found is None and not _seems_one(text, opening.end())):
        return None
    if found is None or found.warning:
        raise InputError("its front matter cannot be read", "mend it, or keep its brief in a sidecar")
    stop = mark + found.end
    closing = _CLOSING.search(text, opening.end(), stop)
    return Block(opening.end(), closing.start() if closing else stop, stop, opening[1] == "---")


def fields_in(text: str) -> dict[str, Any]:
    """Return what a text's front matter holds, nothing where there is none. Raises InputError if it is broken."""
    return _fields_of(text, find_block(text))


def _fields_of(text: str, block: Block | None) -> dict[str, Any]:
    if block is None:
        return {}
    return (parse_yaml if block.is_yaml else parse_toml)(text[block.start : block.end])


def front_matter_seat(path: Path, text: str, settings: Settings, *, force: bool = False) -> Seat:
    """Return the seat in a document's front matter, which it need not have yet.

    A field that somebody else has written is not part of the brief, unless `force` says so. Raises
    InputError if the file is no Markdown or its front matter is broken.
    """
    if path.suffix.lower() not in _SUFFIXES:
        raise InputError(f"{path} is no Markdown, and has no front matter", "its brief can stand in a sidecar")
    block = find_block(text)
    data = _fields_of(text, block)
    record = _record_in(path, text, data, force=force)
    own = _own_names(settings.fields, data, record, force=force)

    def fill(summary: Summary, record: Record) -> str:
        values = field_values(summary, settings.fields, settings.max_chars)
        values = {name: value for name, value in values.items() if name in own}
        record = replace(record, fields=tuple(values), text_hash=text_hash(_as_text(values, tuple(values))))
        gone = {name: None for name in own if name in data and name not in values}
        return _written(text, {**gone, **values}, record)

    def annotate(record: Record) -> str:
        if parse_record(text):
            return reset(text, record)
        return _written(text, {}, replace(record, fields=_present(settings.fields, data)))

    def warnings(summary: Summary) -> tuple[str, ...]:
        return _no_description(summary, settings) if settings.fields.description in own else ()

    names = record.fields if record else _present(settings.fields, data)
    is_whole = record is not None or (bool(names) and not own)
    standing = _as_text(data, names) if is_whole else ""
    body = text[block.stop :] if block else text.removeprefix("\ufeff")
    return Seat(path, text, standing, record, body, fill, annotate, warnings)


def _record_in(path: Path, text: str, data: Mapping[str, Any], *, force: bool) -> Record | None:
    record = parse_record(text) if KEY in data else None
    if KEY in data and record is None and not force:
        raise InputError(f"{path} has a field {KEY!r} that is no record of a brief", "mend it, or --force writes anew")
    return record


def _no_description(summary: Summary, settings: Settings) -> tuple[str, ...]:
    """Return what is to be said where there is no sentence short enough."""
    if not settings.fields.description or describe(summary, settings.max_chars) or not summary.sentences:
        return ()
    most = settings.max_chars
    return (f"no {settings.fields.description}: neither the first sentence nor a point has at most {most} characters",)


def has_fields(text: str, fields: Fields) -> bool:
    """Return whether a document's front matter has a brief: a record of one, or a field that is meant for it."""
    try:
        data = fields_in(text)
    except InputError:
        return False
    return KEY in data or bool(_present(fields, data))


def _present(fields: Fields, data: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in (fields.description, fields.summary, fields.key_points) if name and name in data)


def _own_names(fields: Fields, data: Mapping[str, Any], record: Record | None, *, force: bool) -> frozenset[str]:
    """Return the fields that may be written: those that were, and those that are not there."""
    names = [name for name in (fields.description, fields.summary, fields.key_points) if name]
    written = record.fields if record else ()
    return frozenset((*written, *(name for name in names if force or name not in data)))


def _as_text(data: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """Return fields as one text, by which a change of them is known."""
    return "\n".join(f"{name}: {_flat(data.get(name))}" for name in names)


def _flat(value: Any) -> str:
    return "\n- ".join(map(_flat, ("", *value))) if isinstance(value, (list, tuple)) else str(value or "").strip()


def _written(text: str, values: Mapping[str, Value | None], record: Record) -> str:
    block = find_block(text)
    plain = dict(record.items())
    noted = {key: quoted(value) for key, value in plain.items()}
    if block is None:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        new = as_written("---\n" + splice_yaml("", {**values, KEY: noted}) + "---\n", text)
        return mark + new + text[len(mark) :]
    inner, newline = text[block.start : block.end], newline_of(text)
    if block.is_yaml:
        inner = splice_yaml(inner, {**values, KEY: noted}, newline)
    else:
        inner = splice_toml(inner, {**values, KEY: plain}, newline)
    return text[: block.start] + inner + text[block.end :]


def _seems_one(text: str, start: int) -> bool:
    return bool(re.compile(r"[A-Za-z_-]+[ \t]*[:=](?:[ \t]|$)", re.MULTILINE).match(text, start))
