"""An archive (JSONL, CSV, Parquet, a folder, standard input) -> its rows, one at a time."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, Literal

from summarize.batch.rows import NAMES, Column, Columns, Row, as_row
from summarize.errors import InputError, MissingExtraError, SummarizeError
from summarize.read.files import read_bytes

Kind = Literal["jsonl", "csv", "parquet", "folder", "stdin"]
Values = Mapping[str, Any] | InputError

MOST_BYTES = 50_000_000  # of one row, or one file: as `summarize FILE`
_KINDS: dict[str, Kind] = {
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".parquet", ".pq"), "parquet"),
}
_TOLD_BY = 20  # rows, of which one must have a text, or else the column is called something else
_AT_ONCE = 64  # rows read from Parquet


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from, and how their columns are called. `files` yields the articles below a folder."""

    path: str
    kind: Kind
    columns: Columns
    files: Callable[[str], Iterator[str]] | None = None

    def rows(self, skip: int = 0) -> Iterator[Row]:
        """Yield the rows but the first `skip`.

        Raises InputError if the archive cannot be read or has no such columns, MissingExtraError for
        Parquet without the extra; a row that is broken is yielded with its error.
        """
        if self.kind == "folder":
            return self._files(skip)
        read = {"jsonl": _jsonl, "stdin": _stdin, "csv": _csv, "parquet": _parquet}[self.kind]
        values = _legible(self.path, read(self.path, self.columns, skip))
        values = values if skip else _told(values, self.columns, self.path)
        return (as_row(number, one, self.columns) for number, one in enumerate(values, skip + 1))

    def paths(self) -> Iterator[str]:
        """Yield the articles below the folder."""
        return self.files(self.path) if self.files else iter(())

    def _files(self, skip: int) -> Iterator[Row]:
        for number, path in enumerate(islice(self.paths(), skip, None), skip + 1):
            name = Path(os.path.relpath(path, self.path)).as_posix()
            try:
                yield Row(number, name, read_bytes(path, MOST_BYTES), path=path)
            except SummarizeError as error:
                yield Row(number, name, path=path, error=(error.message, error.hint))


def kind_of(path: str) -> Kind:
    """Return what an archive is. Raises InputError if it is not there, or its name does not tell."""
    if path == "-":
        return "stdin"
    if Path(path).is_dir():
        return "folder"
    if not Path(path).exists():
        raise InputError(f"cannot read {path}: no such file", "check the path")
    kind = _KINDS.get(Path(path).suffix.lower())
    if kind is None:
        raise InputError(f"{path} is no archive", f"{', '.join(_KINDS)}, a folder, or - for JSONL on standard input")
    return kind


def lines_of(file: BinaryIO) -> Iterator[bytes | InputError]:
    """Yield the lines that are not blank, without their ends; of one that is too long, that it is."""
    number = 0
    while line := file.readline(MOST_BYTES):
        number += 1
        if len(line) < MOST_BYTES or line.endswith(b"\n"):
            if line.strip():
                yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MOST_BYTES)
        yield InputError(f"line {number} is longer than {MOST_BYTES:,} bytes", "a row is one article")


def _jsonl(path: str, columns: Columns, skip: int) -> Iterator[Values]:
    with Path(path).open("rb") as file:
        yield from _objects(file, skip)


def _stdin(path: str, columns: Columns, skip: int) -> Iterator[Values]:
    # A copy: whoever waits for a line here must not hold what Python closes at its end.
    with os.fdopen(os.dup(0), "rb") as file:
        yield from _objects(file, skip)


def _objects(file: BinaryIO, skip: int) -> Iterator[Values]:
    for number, line in enumerate(islice(lines_of(file), skip, None), skip + 1):
        yield line if isinstance(line, InputError) else _object(number, line)


def _object(number: int, line: bytes) -> Values:
    try:
        values = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # both of bytes that are no UTF-8 and of text that is no JSON
        return InputError(f"row {number} is not JSON in UTF-8: {error}", "one object a line")
    return values if isinstance(values, dict) else InputError(f"row {number} is not an object", "one object a line")


def _csv(path: str, columns: Columns, skip: int) -> Iterator[Values]:
    csv.field_size_limit(MOST_BYTES)
    with Path(path).open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        head = file.readline()
        file.seek(0)
        table = csv.reader(file, delimiter=max(",;\t", key=head.count))
        names = next(_records(table), [])
        if isinstance(names, InputError):
            raise names
        _demand(columns, names, path)
        for number, record in enumerate(islice(_records(table), skip, None), skip + 1):
            if isinstance(record, InputError):
                yield InputError(f"row {number} is broken: {record.message}", "check its quotation marks")
            elif len(record) != len(names):
                wrong = f"row {number} has {len(record)} fields, the first line {len(names)}"
                yield InputError(wrong, "check its quotation marks")
            else:
                yield {name: value or None for name, value in zip(names, record, strict=True)}


def _records(table: Iterator[list[str]]) -> Iterator[list[str] | InputError]:
    """Yield the rows of a table that are not blank."""
    while True:
        try:
            record = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield InputError(str(error))
            continue
        if record:
            yield record


def _parquet(path: str, columns: Columns, skip: int) -> Iterator[Values]:
    parquet = import_parquet()
    with parquet.ParquetFile(path, pre_buffer=False) as file:
        names = file.schema_arrow.names
        _demand(columns, names, path)
        wanted = [name for column in NAMES if (name := columns.named(column, tuple(names)))]
        for batch in file.iter_batches(_AT_ONCE, columns=wanted):
            yield from batch.slice(min(skip, batch.num_rows)).to_pylist()
            skip -= min(skip, batch.num_rows)


def import_parquet() -> Any:
    """Return pyarrow.parquet. Raises MissingExtraError if it is not installed."""
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow", "pip install 'summarize[parquet]'") from error
    return parquet


def _demand(columns: Columns, names: Iterable[str], path: str) -> None:
    """Raise InputError if a table has no text, or not a column that the user has named."""
    keys = tuple(names)
    for column in NAMES:
        if (column == "text" or getattr(columns, column)) and columns.named(column, keys) is None:
            raise _missing(path, column, columns, keys)


def _missing(path: str, column: Column, columns: Columns, keys: tuple[str, ...]) -> InputError:
    there = ", ".join(keys) or "none"
    return InputError(f"{path} has no column {columns.wanted(column)}; it has {there}", f"--{column} NAME names it")


def _told(values: Iterator[Values], columns: Columns, path: str) -> Iterator[Values]:
    """Yield the values. Raises InputError if none of the first ones has a text, under whatever name."""
    seen: list[Values] = []
    keys: tuple[str, ...] = ()
    for one in islice(values, _TOLD_BY):
        seen.append(one)
        if isinstance(one, Mapping):
            keys = tuple(one)
            if columns.named("text", keys):
                return chain(seen, values)
    if keys:
        raise _missing("standard input" if path == "-" else path, "text", columns, keys)
    return chain(seen, values)


def _legible(path: str, values: Iterator[Values]) -> Iterator[Values]:
    """Yield the values; whatever keeps the archive from being read is an InputError."""
    try:
        yield from values
    except SummarizeError:
        raise
    except (OSError, ValueError) as error:  # pyarrow's errors are one or the other
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise InputError(f"cannot read {path}: {reason}", "check the file") from error
