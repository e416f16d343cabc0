"""Paths as they were named -> the articles that get a brief, and of the others that were named why they get none.

An article gets one if an `include` pattern names it or if it has one already. README.md, LICENSE and
their like never do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.config import Settings, is_excluded, is_included, is_no_article
from summarize.editorial.front_matter import has_fields
from summarize.editorial.markers import has_marks, may_hold_marks
from summarize.editorial.record import ARTICLE_SUFFIXES, article_of, is_sidecar, sidecar_of
from summarize.editorial.walk import find_files
from summarize.errors import InputError, SummarizeError
from summarize.read.files import read_bytes


@dataclass(frozen=True, slots=True)
class Choice:
    """A path that was named or found: the article to write for, or why not. `error` is what the user should mend."""

    path: Path
    reason: str = ""
    error: SummarizeError | None = None


def choose(paths: Sequence[str], settings_of: Callable[[Path], Settings], *, forced: bool) -> Iterator[Choice]:
    """Yield each article once. `forced` holds files that were named against `exclude` too, and silently."""
    named, seen = set(paths), set()
    for found in find_files(paths, settings_of, forced=forced):
        is_named = found in named
        choice = _choice(Path(found), settings_of, is_named=is_named)
        if choice is not None and (key := choice.path.absolute()) not in seen:
            seen.add(key)
            yield choice


def _choice(path: Path, settings_of: Callable[[Path], Settings], *, is_named: bool) -> Choice | None:
    if is_sidecar(path):
        return _of_sidecar(path) if is_named else None
    try:
        if path.is_dir():
            raise InputError(f"cannot read {path}: permission denied", "make it readable for you")
        if not path.is_file():
            raise InputError(f"cannot read {path}: no such file", "check the path")
        reason = _why_not(path, settings_of(path))
    except SummarizeError as error:
        return Choice(path, error=error)
    except OSError as error:
        return Choice(path, error=InputError(f"cannot read {path}: {error.strerror}", "check the path and its rights"))
    return Choice(path, reason) if is_named or not reason else None


def _of_sidecar(path: Path) -> Choice:
    """Return the article of a brief that was named: who names the one means the other."""
    article = article_of(path)
    if article is None:
        return Choice(path, error=InputError(f"no article belongs to {path}", "name the article"))
    return Choice(article)


def _why_not(path: Path, settings: Settings) -> str:
    if is_no_article(path, settings):
        return 'by its name it is no article; exclude = ["!NAME"] in the configuration says it is one'
    if is_included(path, settings) or has_brief(path, settings):
        return ""
    return "it has no brief yet, and no `include` pattern names it: set one, or give --include PATTERN"


def has_brief(path: Path, settings: Settings) -> bool:
    """Return whether an article has a brief where briefs go, or a place kept for one."""
    if settings.place == "sidecar" and owns_sidecar(path):
        return True
    if not may_hold_marks(path):
        return False
    data = read_bytes(str(path), settings.options.max_bytes)
    is_marked = b"summarize:" in data and has_marks(data.decode("utf-8", "replace"))
    return is_marked or (
        settings.place == "front-matter" and has_fields(data.decode("utf-8", "replace"), settings.fields)
    )


def owns_sidecar(path: Path) -> bool:
    """Return whether the file where an article's brief would stand is there, and is not another's."""
    owner = article_of(sidecar_of(path)) if sidecar_of(path).is_file() else None
    return owner is not None and owner.name == path.name


def find_rival(path: Path, settings: Settings, chosen: set[Path]) -> Path | None:
    """Return another article whose brief would be the same file, as `a.md` and `a.txt` share `a.brief.md`."""
    near = (path.with_name(path.stem + suffix) for suffix in ARTICLE_SUFFIXES)
    for other in near:
        if other.name == path.name or not other.is_file():
            continue
        is_chosen = is_included(other, settings) and not is_excluded(other, settings)
        if is_chosen or other.absolute() in chosen or owns_sidecar(other):
            return other
    return None
