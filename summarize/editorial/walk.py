"""Paths of files and folders -> files that may be articles or briefs, what is to be left out left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from summarize.config import Patterns, Settings, is_excluded
from summarize.editorial.record import ARTICLE_SUFFIXES, is_sidecar
from summarize.errors import InputError
from summarize.limits import read_bounded

_IGNORE = ".gitignore"
_MOST_BYTES = 1_000_000


def find_files(paths: Sequence[str], settings_of: Callable[[Path], Settings], *, forced: bool = False) -> Iterator[str]:
    """Yield the files that were named, and those below the folders that were.

    Below a folder `exclude` and every .gitignore hold, files and folders with a dot before their
    names are passed over, and so is what is no text; a file that was named is held against `exclude`
    only if `forced` is set.
    """
    for path in paths:
        if path != "-" and Path(path).is_dir():
            yield from map(str, _below(Path(path), settings_of, _above(Path(path))))
        elif path == "-" or not forced or not _is_left_out(Path(path), settings_of(Path(path))):
            yield path


def _below(folder: Path, settings_of: Callable[[Path], Settings], ignored: tuple[Patterns, ...]) -> Iterator[Path]:
    ignored = (*ignored, *_read(folder))
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        yield folder  # whoever reads it says what is wrong with it
        return
    for path in paths:
        is_folder = path.is_dir()
        if path.name.startswith(".") or _is_ignored(path, ignored, is_folder=is_folder):
            continue
        if is_folder and not path.is_symlink():
            yield from _below(path, settings_of, ignored)
        elif path.suffix.lower() in ARTICLE_SUFFIXES and path.is_file() and not _is_left_out(path, settings_of(path)):
            yield path


def _is_left_out(path: Path, settings: Settings) -> bool:
    if not is_sidecar(path):
        return is_excluded(path, settings)
    # A sidecar is no article, but it is what `check` is for.
    return bool(settings.exclude) and Patterns(settings.folder, settings.exclude).verdict(path) is True


def _is_ignored(path: Path, ignored: tuple[Patterns, ...], *, is_folder: bool) -> bool:
    verdicts = (patterns.verdict(path, is_folder=is_folder) for patterns in reversed(ignored))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _above(folder: Path) -> tuple[Patterns, ...]:
    """Return what the folders above say, as far as they belong to the same repository."""
    parents = list(folder.absolute().parents)
    if (folder / ".git").exists():
        return ()
    root = next((at for at, parent in enumerate(parents) if (parent / ".git").exists()), None)
    inside = parents[: root + 1] if root is not None else []
    return tuple(patterns for parent in reversed(inside) for patterns in _read(parent))


def _read(folder: Path) -> tuple[Patterns, ...]:
    try:
        lines = read_bounded(folder / _IGNORE, _MOST_BYTES).decode("utf-8", "replace").splitlines()
    except (OSError, InputError):
        return ()
    return (Patterns(folder, tuple(lines)),)
