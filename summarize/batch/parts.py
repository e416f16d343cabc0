"""Lines in, segments on disk, one whole file out: what was once written outlives the process, and the machine.

Beside OUT stands OUT.parts/ until OUT is complete:

    manifest.json     what the run is: options, model, input
    lock              held while a run is at work
    000000001.jsonl   segments of at most 1,000 lines, named by the number of their first row; a segment is
    000001001.jsonl   on the disk before the next one is begun, so only the last one can be torn
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from summarize.errors import OutputError

_SEGMENT = 1_000  # lines
_SYNCED = 1.0  # seconds after which lines are on the disk, whatever becomes of the machine
_MANIFEST, _LOCK, _WHOLE = "manifest.json", "lock", "whole"


class Parts:
    """The unfinished output of one run. `count` lines are written, the last of them `last`."""

    def __init__(self, output: Path, manifest: Mapping[str, Any], *, restart: bool = False) -> None:
        """Find what an earlier run left, or begin. Raises OutputError if that was another run, or cannot be written."""
        self.output = output
        self.folder = folder_of(output)
        self.count = 0
        self.last: Mapping[str, Any] = {}
        self._file: IO[bytes] | None = None
        self._synced = time.monotonic()
        with _writing(self.folder):
            self.folder.mkdir(exist_ok=True)
            self._lock = _locked(self.folder)
            self._begin(json.loads(json.dumps(manifest)), restart)

    def put(self, line: str) -> None:
        """Write a line. Raises OutputError if that cannot be done; what was written before is safe."""
        with _writing(self.folder):
            if self._file is None or self.count % _SEGMENT == 0:
                self._next()
            assert self._file is not None
            self._file.write(line.encode() + b"\n")
            self._file.flush()
            self.count += 1
            if time.monotonic() - self._synced > _SYNCED:
                self._sync()

    def close(self) -> None:
        """Leave the parts as they are, for a later run to go on from, if there is anything in them."""
        with _writing(self.folder):
            self._end()
            self._lock.release()
            if not self.count:
                remove(self.output)

    def lines(self) -> Iterator[str]:
        """Yield the lines of all segments. Raises OutputError if one is missing."""
        expected = 1
        for path in self._segments():
            if _first(path) != expected:
                raise OutputError(f"{self.folder} lacks rows from {expected:,} on", "--restart begins anew")
            with path.open("rb") as file:
                for line in file:
                    expected += 1
                    yield line.decode().rstrip("\n")
        if expected != self.count + 1:
            raise OutputError(f"{self.folder} has {expected - 1:,} rows of {self.count:,}", "--restart begins anew")

    def finish(self, write: Callable[[Path, Iterator[str]], None]) -> None:
        """Let `write` make one file of all lines, put it in OUT's place, and remove the parts."""
        whole = self.folder / _WHOLE
        with _writing(self.output):
            self._end()
            write(whole, self.lines())
            with whole.open("rb") as file:
                os.fsync(file.fileno())
            whole.replace(self.output)
            _sync_folder(self.output.parent)
            self._lock.release()
            remove(self.output)

    def _begin(self, manifest: Mapping[str, Any], restart: bool) -> None:
        path = self.folder / _MANIFEST
        if restart or not path.exists():
            path.unlink(missing_ok=True)
            for left in self._segments():  # without a manifest, of a run that was killed while it removed its parts
                left.unlink()
            _write_synced(path, json.dumps(manifest, indent=2).encode())
        elif differing := _differing(_parsed(path), manifest):
            self._lock.release()
            raise OutputError(
                f"{self.folder} was begun with other {differing}", "the same command goes on from there, --restart anew"
            )
        if segments := self._segments():
            self._resume(segments[-1])

    def _resume(self, segment: Path) -> None:
        """Cut off what the last segment has behind its last whole line."""
        self.count, whole = _first(segment) - 1, 0
        with segment.open("r+b") as file:
            for line in file:
                found = _as_record(line)
                if found.get("row") != self.count + 1:
                    break
                self.count, self.last, whole = self.count + 1, found, whole + len(line)
            file.truncate(whole)
            os.fsync(file.fileno())
        if self.count % _SEGMENT:
            self._file = segment.open("ab")

    def _next(self) -> None:
        self._end()
        self._file = (self.folder / f"{self.count + 1:09}.jsonl").open("ab")
        _sync_folder(self.folder)

    def _end(self) -> None:
        if self._file:
            self._sync()
            self._file.close()
        self._file = None

    def _sync(self) -> None:
        assert self._file is not None
        os.fsync(self._file.fileno())
        self._synced = time.monotonic()

    def _segments(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("*.jsonl") if path.stem.isdecimal())


def is_begun(output: Path) -> bool:
    """Return whether an unfinished run has left parts of this output."""
    return (folder_of(output) / _MANIFEST).is_file()


def folder_of(output: Path) -> Path:
    """Return where the parts of an output stand."""
    return output.with_name(f"{output.name}.parts")


def remove(output: Path) -> None:
    """Remove the parts of an output, and nothing else that may stand there."""
    folder = folder_of(output)
    # The manifest goes first: segments without one are worth nothing, half of them with one would be a trap.
    for path in (folder / _MANIFEST, folder / _WHOLE, *folder.glob("*.jsonl"), folder / _LOCK):
        path.unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        folder.rmdir()


def _locked(folder: Path) -> Any:
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise OutputError(f"another run is at work on {folder}", "let it finish, or write somewhere else") from error
    return lock


def _parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except ValueError:
        return {}


def _differing(old: Any, new: Mapping[str, Any]) -> str:
    """Return which parts of a manifest are not as they were."""
    return ", ".join(key for key in new if not isinstance(old, dict) or old.get(key) != new[key])


def _as_record(line: bytes) -> Mapping[str, Any]:
    """Return what a line says, nothing if it is not whole."""
    if not line.endswith(b"\n"):
        return {}
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _first(segment: Path) -> int:
    return int(segment.stem)


def _write_synced(path: Path, data: bytes) -> None:
    unfinished = path.with_suffix(".unfinished")
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # which cannot open one
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}", "check the folder, its rights and its disk"
        ) from error
