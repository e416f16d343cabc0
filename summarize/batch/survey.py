"""An archive -> what tells it from any other, and how many rows it has: one pass over its bytes, no row read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from summarize.batch.sources import Source, import_parquet
from summarize.errors import InputError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Survey:
    """`identity` is a hash, "" for standard input; `rows` is None there, and for CSV what its line ends tell."""

    identity: str
    rows: int | None


def survey(source: Source) -> Survey:
    """Look an archive over. Raises InputError if it cannot be read, or a folder has no article."""
    if source.kind == "stdin":
        return Survey("", None)
    if source.kind == "folder":
        return _folder(source)
    try:
        if source.kind == "parquet":
            with import_parquet().ParquetFile(source.path) as file:
                return Survey(hash_of(source.path), file.metadata.num_rows)
        return _table(source.path, is_csv=source.kind == "csv")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise InputError(f"cannot read {source.path}: {reason}", "check the file") from error


def hash_of(path: str) -> str:
    """Return the SHA-256 of a file's bytes."""
    found = sha256()
    with Path(path).open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _table(path: str, *, is_csv: bool) -> Survey:
    found, rows, is_quoted = sha256(), 0, False
    for line in _lines(path):
        found.update(line)
        is_quoted ^= is_csv and line.count(b'"') % 2 == 1
        rows += not is_quoted and bool(line.strip()) and (line.endswith(b"\n") or len(line) < _CHUNK)
    return Survey(found.hexdigest(), max(0, rows - is_csv))


def _lines(path: str) -> Iterator[bytes]:
    with Path(path).open("rb") as file:
        while line := file.readline(_CHUNK):
            yield line


def _folder(source: Source) -> Survey:
    found, rows = sha256(), 0
    for path in source.paths():
        status = Path(path).stat()
        name = str(Path(path).relative_to(source.path))
        found.update(f"{name}\n{status.st_size}\n{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
        rows += 1
    if not rows:
        raise InputError(f"there is no article in {source.path}", "hidden, ignored and excluded files are left out")
    return Survey(found.hexdigest(), rows)
