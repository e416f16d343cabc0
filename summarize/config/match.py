"""Gitignore patterns and paths -> whether they match."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.config.settings import NO_ARTICLES, Settings
from summarize.errors import InputError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Patterns:
    """Gitignore patterns relative to a folder. Raises InputError if one of them is none."""

    def __init__(self, folder: Path, lines: tuple[str, ...]) -> None:
        self._folder = str(folder.absolute())
        self._spec = _compiled(lines)

    def verdict(self, path: Path, *, is_folder: bool = False) -> bool | None:
        """Return True if the last pattern that matches takes the path, False for a `!` pattern, None for none."""
        return self._spec.check_file(self._relative(path) + ("/" if is_folder else "")).include

    def _relative(self, path: Path) -> str:
        name = os.path.relpath(path.absolute(), self._folder).replace(os.sep, "/")
        return path.name if name.startswith("../") else name


def is_included(path: Path, settings: Settings) -> bool:
    """Return whether an `include` pattern names the file."""
    return bool(settings.include) and Patterns(settings.folder, settings.include).verdict(path) is True


def is_excluded(path: Path, settings: Settings) -> bool:
    """Return whether an `exclude` pattern names the file, or else it is one that is never an article."""
    return _excluded(path, settings) is True or is_no_article(path, settings)


def is_no_article(path: Path, settings: Settings) -> bool:
    """Return whether a file is never an article, by its name, and no `!` pattern of `exclude` says it is."""
    if _excluded(path, settings) is False:
        return False
    return Patterns(path.parent, NO_ARTICLES).verdict(path.with_name(path.name.lower())) is True


def _excluded(path: Path, settings: Settings) -> bool | None:
    return Patterns(settings.folder, settings.exclude).verdict(path) if settings.exclude else None


@lru_cache(maxsize=64)
def _compiled(lines: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error) as error:  # GitWildMatchPatternError is the first, [z-a] the second
        raise InputError(f"not a gitignore pattern: {error}", "see `git help gitignore`") from error
