"""Lines of JSON <-> the file that a run leaves: JSONL, or Parquet with a few columns beside the line itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from summarize.batch.lines import has_error
from summarize.batch.sources import import_parquet
from summarize.errors import OutputError

_GROUP = 250  # rows held at once, of which each is a few kB and is held several times over
_JSONL, _PARQUET = (".jsonl", ".ndjson"), (".parquet", ".pq")

Write = Callable[[Path, Iterator[str]], None]


def writer_of(output: Path) -> Write:
    """Return what writes a file of this name. Raises OutputError, and MissingExtraError without pyarrow."""
    suffix = output.suffix.lower()
    if suffix in _PARQUET:
        import_parquet()
        return _write_parquet
    if suffix not in _JSONL:
        raise OutputError(f"{output} is neither JSONL nor Parquet", f"end its name in {_JSONL[0]} or {_PARQUET[0]}")
    return _write_jsonl


def lines_of_output(output: Path) -> Iterator[str]:
    """Yield the lines that a finished run has left. Raises OutputError if it is not the output of one."""
    read = _parquet_lines if output.suffix.lower() in _PARQUET else _jsonl_lines
    try:
        yield from read(output)
    except (OSError, ValueError, KeyError) as error:
        raise OutputError(f"{output} is not what a run has left: {error}", "--force writes it anew") from error


def count_errors(lines: Iterator[str]) -> tuple[int, int]:
    """Return how many rows there are, and how many of them failed."""
    rows = errors = 0
    for line in lines:
        rows += 1
        errors += has_error(line)
    return rows, errors


def _write_jsonl(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(f"{line}\n")


def _jsonl_lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n")


def _write_parquet(path: Path, lines: Iterator[str]) -> None:
    import pyarrow

    schema = _schema(pyarrow)
    with import_parquet().ParquetWriter(path, schema, compression="zstd") as file:
        while group := [_columns(line) for line in islice(lines, _GROUP)]:
            file.write_table(pyarrow.Table.from_pylist(group, schema))


def _parquet_lines(path: Path) -> Iterator[str]:
    with import_parquet().ParquetFile(path, pre_buffer=False) as file:
        for batch in file.iter_batches(_GROUP, columns=["json"]):
            yield from batch.column("json").to_pylist()


def _schema(pyarrow: Any) -> Any:
    text = pyarrow.string()
    texts = pyarrow.list_(text)
    return pyarrow.schema(
        {
            "id": text,
            "row": pyarrow.int64(),
            "headline": text,
            "brief": text,
            "points": texts,
            "warnings": texts,
            "error": text,
            "hint": text,
            "json": text,
        }
    )


def _columns(line: str) -> dict[str, Any]:
    record = json.loads(line)
    common = {"id": None if record["id"] is None else str(record["id"]), "row": record["row"], "json": line}
    if "error" in record:
        return {**common, "error": record["error"]["message"], "hint": record["error"]["hint"]}
    return {
        **common,
        "headline": record["headline"] and record["headline"]["text"],
        "brief": record["brief"]["text"],
        "points": [point["text"] for point in record["points"]],
        "warnings": record["warnings"],
    }
