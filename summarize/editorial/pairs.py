"""Paths as they were named -> the articles and briefs that belong together, each pair once.

Two paths are an article and its brief, unless the second plainly is an article with a brief of its own;
all other paths stand for themselves, and either file of a pair brings up the pair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.config import Settings
from summarize.editorial.document import parse_brief_inside, read_brief_inside
from summarize.editorial.record import article_of, is_sidecar, sidecar_of
from summarize.editorial.walk import find_files
from summarize.errors import InputError, SummarizeError
from summarize.limits import MOST_BYTES
from summarize.read import article_from_bytes, read_article
from summarize.read.decode import decode
from summarize.read.files import read_bytes
from summarize.read.markers import find_marked

SettingsOf = Callable[[Path], Settings]


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and the file its brief stands in, which is the same one if the brief stands in the article."""

    article: str
    brief: str

    @property
    def is_inside(self) -> bool:
        """Whether the brief stands in its article."""
        return self.article == self.brief


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A path for which there is nothing to check, and why."""

    path: str
    error: SummarizeError


def find_pairs(paths: Sequence[str], settings_of: SettingsOf, *, each: bool, forced: bool) -> Iterator[Pair | Unpaired]:
    """Yield the pairs that some paths stand for, in the order in which they were named.

    `each` keeps two paths from being taken for article and brief; `forced` applies the patterns of
    `exclude` to files that were named, too. That a file has no brief is worth a word only if it is the
    only one, and not to a hook, which asks for `each`.
    """
    if len(paths) == 2 and not each and is_pair(paths[0], paths[1], settings_of):
        yield Pair(paths[0], paths[1])
        return
    seen: set[tuple[str, str]] = set()
    for path in find_files(paths, settings_of, forced=forced):
        settings_of(Path(path))  # a configuration that cannot be used is no fault of this file
        try:
            pairs = list(pairs_of(path, settings_of))
            if not pairs and not each and [path] == list(paths):
                raise _no_brief(path, settings_of)
        except SummarizeError as error:
            yield Unpaired(path, error)
            continue
        except OSError as error:  # a folder above it that may not be entered
            yield Unpaired(path, InputError(f"cannot read {path}: {error.strerror}", "check the path and its rights"))
            continue
        new = {(_key(pair.article), _key(pair.brief)): pair for pair in pairs}
        yield from (pair for key, pair in new.items() if key not in seen)
        seen |= new.keys()


def is_pair(article: str, brief: str, settings_of: SettingsOf) -> bool:
    """Return whether the second of two paths is to be read as the brief of the first.

    It is not if it is an article with a sidecar or markers, or the sidecar of another article, nor if
    both have fields of front matter that hold a brief.
    """
    first, second = Path(article), Path(brief)
    if "-" in (article, brief) or not second.is_file():
        return not (first.is_dir() or second.is_dir())
    if first.is_dir() or is_sidecar(first):
        return False
    if is_sidecar(second):
        owner = article_of(second)
        return owner is None or not first.exists() or owner.samefile(first)
    try:
        if _sidecar_pair(second) or _has_markers(brief):
            return False
        return not list(pairs_of(brief, settings_of)) or not list(pairs_of(article, settings_of))
    except SummarizeError:
        return True  # the reader says what is wrong


def pairs_of(path: str, settings_of: SettingsOf) -> Iterator[Pair]:
    """Yield the pairs that a file is in. Raises InputError if it cannot be read, or no article belongs to it."""
    file = Path(path)
    if file.is_dir():
        raise InputError(f"cannot list the folder {path}", "check its rights")
    if is_sidecar(file):
        yield _pair_of_sidecar(path)
        return
    if path == "-" or _has_brief_inside(path, settings_of(file)):
        yield Pair(path, path)
    if path != "-" and (beside := _sidecar_pair(file)):
        yield beside


def _pair_of_sidecar(path: str) -> Pair:
    article = article_of(Path(path))
    if not Path(path).is_file():
        raise InputError(f"cannot read {path}: no such file", "check the path")
    if article is None:
        raise InputError(f"no article belongs to {path}", f"name it: summarize check ARTICLE {path}")
    return Pair(str(article), path)


def _has_brief_inside(path: str, settings: Settings) -> bool:
    """Return whether a file is an article with a brief in it, and not a page of front matter alone, or no text."""
    data = read_bytes(path, settings.options.max_bytes)
    try:
        source, warnings = decode(data, path)
    except SummarizeError:
        return False
    if not parse_brief_inside(source, warnings, path, settings).stretches:
        return False
    try:
        return bool(article_from_bytes(data, path).text)
    except SummarizeError:
        return False


def _sidecar_pair(file: Path) -> Pair | None:
    """Return an article and the sidecar that belongs to it; `a.txt` has none if `a.brief.md` belongs to `a.md`."""
    beside = sidecar_of(file)
    owner = article_of(beside) if beside.is_file() else None
    return Pair(str(file), str(beside)) if owner is not None and owner.samefile(file) else None


def _has_markers(path: str) -> bool:
    return bool(find_marked(decode(read_bytes(path, MOST_BYTES), path)[0]))


def _no_brief(path: str, settings_of: SettingsOf) -> SummarizeError:
    """Return what to say of the only file that was named, if there is no brief of it."""
    try:
        read_brief_inside(path, settings_of(Path(path)))
        read_article(path)
    except SummarizeError as error:
        return error
    beside = sidecar_of(Path(path)).name
    return InputError(
        f"{path} has no brief: none in its front matter, between markers or in {beside}",
        f"name its brief: summarize check {path} BRIEF",
    )


def _key(path: str) -> str:
    return path if path == "-" else str(Path(path).resolve())
