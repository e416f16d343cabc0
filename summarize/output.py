"""Results -> standard output, one file, or a file for each article, whole or not at all."""

from __future__ import annotations

import glob
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarize.batch import Result
from summarize.data import Summary
from summarize.errors import OutputError, SummarizeError
from summarize.render import Line, Look, Run, dump_json, lay_out, plain, render_failure, render_json, render_markdown

SUFFIXES = {"text": ".txt", "md": ".md", "json": ".json"}
_UNFINISHED = ".unfinished"
_SURELY_DEAD = 60  # seconds after which nobody is still writing a file of this size


@dataclass(slots=True)
class Output:
    """Where results go: `path` is a file, a folder, or "" for `echo`.

    With several articles a JSON output is one array, with a failed article's error in its place;
    text says before each whose it is. `look` and `paint` make text of a summary.
    """

    form: str
    echo: Callable[[str], None]
    path: str = ""
    overwrite: bool = False
    several: bool = False
    look: Look = field(default_factory=Look)
    paint: Callable[[Iterable[Line]], str] = plain
    _held: list[Any] = field(default_factory=list)
    _written: set[Path] = field(default_factory=set)

    def check(self, articles: Sequence[str]) -> None:
        """Raise OutputError now for what would otherwise fail after the work is done."""
        if self.path and not self._is_folder:
            refuse(Path(self.path), articles, overwrite=self.overwrite)

    def put(self, result: Result) -> None:
        """Take one result. Raises OutputError if its own file cannot be written."""
        if self._is_folder:
            if isinstance(result.outcome, Summary):
                self._put_in_folder(result.path, result.outcome)
        elif self.form == "json":
            self._held.append(_as_json(result))
        elif isinstance(result.outcome, Summary):
            self._put_text(result.path, result.outcome)

    def close(self) -> None:
        """Write what had to wait for the last result."""
        if not self._held:
            return
        text = "".join(self._held) if self.form != "json" else _dumps(self._held if self.several else self._held[0])
        if self.path:
            write_atomically(Path(self.path), text, overwrite=self.overwrite)
        else:
            self.echo(text)

    @property
    def _is_folder(self) -> bool:
        return is_folder(self.path)

    def _put_text(self, path: str, summary: Summary) -> None:
        text = self._rendered(summary)
        if self.several and self.form == "text":
            text = f"{self.paint([(Run(f'==> {path} <==', ('note',)),)])}{text}\n"
        elif self.several:
            text = f"{text}\n"
        if self.path:
            self._held.append(text)
        else:
            self.echo(text)

    def _put_in_folder(self, article: str, summary: Summary) -> None:
        name = "stdin" if article == "-" else Path(article).stem
        target = Path(self.path) / f"{name}.brief{SUFFIXES[self.form]}"
        if target in self._written:
            raise OutputError(f"{target} is also the output of an article before it", "rename one of the articles")
        make_folder(target.parent)
        write_atomically(target, self._rendered(summary), overwrite=self.overwrite)
        self._written.add(target)

    def _rendered(self, summary: Summary) -> str:
        if self.form == "json":
            return _dumps(render_json(summary))
        return render_markdown(summary) if self.form == "md" else self.paint(lay_out(summary, self.look))


def is_folder(path: str) -> bool:
    """Return whether an output path names a folder, which need not be there yet."""
    return bool(path) and (path.endswith(("/", os.sep)) or Path(path).is_dir())


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises OutputError if that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made: {error.strerror}", "choose another folder") from error


def write_atomically(path: Path, content: str | bytes, *, overwrite: bool = False) -> None:
    """Write a file so that a reader, or a crash, finds either the old content or the new one.

    A text is written as UTF-8, its newlines as they are. Raises OutputError if the file exists and
    `overwrite` is not set, or if it cannot be written.
    """
    refuse(path, (), overwrite=overwrite)
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device or a pipe: there is no file to keep whole
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}", "check the folder and its rights") from error


def refuse(path: Path, articles: Sequence[str], *, overwrite: bool) -> None:
    """Raise OutputError if a file is there that may not be overwritten, or is one of the articles."""
    if path.is_file() and not overwrite:
        raise OutputError(f"{path} exists already", "--force overwrites it")
    if path.is_file() and any(Path(article).is_file() and path.samefile(article) for article in articles):
        raise OutputError(f"{path} is one of the articles", "write somewhere else")


def _replace(path: Path, data: bytes) -> None:
    _remove_left_over(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(path))  # mkstemp lets only the owner read
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _remove_left_over(path: Path) -> None:
    """Remove what a write of this file left that was killed; younger ones may be another's at work."""
    for found in path.parent.glob(f".{glob.escape(path.name)}.*{_UNFINISHED}"):
        with suppress(OSError):
            if time.time() - found.stat().st_mtime > _SURELY_DEAD:
                found.unlink()


def _mode(path: Path) -> int:
    """Return the mode of the file that is there, or what a new one gets under the user's umask."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _as_json(result: Result) -> dict[str, Any]:
    if isinstance(result.outcome, SummarizeError):
        return render_failure(result.path, result.outcome)
    return render_json(result.outcome)


def _dumps(value: Any) -> str:
    return dump_json(value)
