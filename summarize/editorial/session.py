"""What the command line asks for -> the outcome of every pair it names: findings, what was mended, or why it failed."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from summarize.clean import clean
from summarize.config import Settings, load_settings
from summarize.data import Article
from summarize.editorial.baseline import Fingerprint, leave_out_known, read_baseline
from summarize.editorial.check import check_brief
from summarize.editorial.document import BriefDocument, parse_brief_inside, read_brief
from summarize.editorial.fix import mend
from summarize.editorial.pairs import Pair, Unpaired, find_pairs
from summarize.editorial.provenance import report_check
from summarize.editorial.rules import refuse_unknown
from summarize.errors import InputError, OutputError, SummarizeError
from summarize.problem import Problem
from summarize.read import article_from_bytes, read_article
from summarize.read.decode import decode
from summarize.read.files import name, read_bytes
from summarize.report import Report

Level = Literal["error", "warning", "never"]
Mending = Literal["", "fix", "diff"]
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line; None leaves a choice to the configuration.

    `article` and `brief` name one side for all paths, which are the other side then. `mending` puts safe
    fixes into the files, or only into `Outcome.diff`; `is_reported` asks for `Outcome.report`.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_level: Level | None = None
    baseline: str | None = None
    max_words: int | None = None
    article: str = ""
    brief: str = ""
    each: bool = False
    force_exclude: bool = False
    mending: Mending = ""
    knows_all: bool = False
    is_reported: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One brief: what is wrong with it and what was mended, or the error that kept it from being checked."""

    path: str
    problems: tuple[Problem, ...] = ()
    fixed: tuple[Problem, ...] = ()
    diff: str = ""
    warnings: tuple[str, ...] = ()
    fail_level: Level = "error"
    error: SummarizeError | None = None
    report: Report | None = None

    @property
    def fails(self) -> bool:
        """Whether there is a problem of the level that is not to pass."""
        levels = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[self.fail_level]
        return any(problem.severity in levels for problem in self.problems)


@dataclass(slots=True)
class Session:
    """One run of `check`. What folders set, and what baselines know, is read once."""

    wishes: Wishes
    _settings: dict[Path, Settings] = field(default_factory=dict)
    _known: dict[str, Counter[Fingerprint]] = field(default_factory=dict)

    def run(self, paths: Sequence[str]) -> Iterator[Outcome]:
        """Yield the outcome of each pair. Raises InputError for a configuration or a baseline that cannot be used."""
        refuse_unknown(self.wishes.select or (), "--select")
        refuse_unknown(self.wishes.ignore or (), "--ignore")
        for pair in self._pairs(paths):
            if isinstance(pair, Unpaired):
                yield Outcome(pair.path, error=pair.error)
                continue
            settings = self.settings_of(Path(pair.brief))
            try:
                yield self._outcome(pair, settings)
            except SummarizeError as error:
                yield Outcome(pair.brief, error=error)

    def settings_of(self, path: Path) -> Settings:
        """Return what applies to a file, the command line before its configuration."""
        folder = path if path.is_dir() else path.parent
        if folder not in self._settings:
            self._settings[folder] = self._with_wishes(load_settings(folder))
        return self._settings[folder]

    def _with_wishes(self, settings: Settings) -> Settings:
        wishes = self.wishes
        where = str(settings.source or "")
        refuse_unknown(settings.select, where)
        refuse_unknown(settings.ignore, where)
        if wishes.max_words is not None:
            options = replace(settings.options, brief_words=wishes.max_words)
            settings = replace(settings, options=options, given=settings.given | {"brief_words"})
        return replace(
            settings,
            select=settings.select if wishes.select is None else wishes.select,
            ignore=settings.ignore if wishes.ignore is None else wishes.ignore,
            baseline=settings.baseline if wishes.baseline is None else wishes.baseline,
        )

    def _pairs(self, paths: Sequence[str]) -> Iterator[Pair | Unpaired]:
        if self.wishes.brief:
            yield from (Pair(path, self.wishes.brief) for path in paths)
        elif self.wishes.article:
            yield from (Pair(self.wishes.article, path) for path in paths)
        else:
            each, forced = self.wishes.each, self.wishes.force_exclude
            yield from find_pairs(paths, self.settings_of, each=each, forced=forced)

    def _outcome(self, pair: Pair, settings: Settings) -> Outcome:
        article, document = read_pair(pair, settings)
        problems, fixed, diff = check_brief(article, document, settings), tuple[Problem, ...](), ""
        if self.wishes.mending:
            before = document
            document, fixed = mend(document, self._new(problems, settings), settings)
            if self.wishes.mending == "diff":
                diff = _diff(before, document)
            elif fixed:
                _write(before, document)
            problems = check_brief(article, document, settings)
        warnings = (*(f"{article.path}: {text}" for text in article.warnings), *_warnings(article, document))
        level = self.wishes.fail_level or settings.fail_level
        new = tuple(self._new(problems, settings))
        report = report_check(article, document, new) if self.wishes.is_reported else None
        return Outcome(pair.brief, new, fixed, diff, warnings, level, report=report)

    def _new(self, problems: Sequence[Problem], settings: Settings) -> Sequence[Problem]:
        """Return the problems that the baseline does not know."""
        if not settings.baseline or self.wishes.knows_all:
            return problems
        if settings.baseline not in self._known:
            self._known[settings.baseline] = read_baseline(Path(settings.baseline))
        return leave_out_known(problems, self._known[settings.baseline].copy(), Path(settings.baseline).parent)


def read_pair(pair: Pair, settings: Settings) -> tuple[Article, BriefDocument]:
    """Read and clean an article, and read its brief. Raises InputError, and MissingExtraError for HTML."""
    if not pair.is_inside:
        return clean(read_article(pair.article, max_bytes=settings.options.max_bytes)), read_brief(pair.brief, settings)
    data = read_bytes(pair.article, settings.options.max_bytes)  # once: it may be standard input
    article = clean(article_from_bytes(data, pair.article))
    document = parse_brief_inside(*decode(data, name(pair.article)), pair.article, settings)
    if not document.stretches:
        raise InputError(f"{name(pair.article)} has no brief in it", "name the file with its brief as well")
    return article, document


def _warnings(article: Article, document: BriefDocument) -> tuple[str, ...]:
    warnings = tuple(f"{document.path}: {text}" for text in document.warnings)
    words = sum(len(stretch.text.split()) for stretch in document.stretches)
    if document.is_inside or document.record or words <= len(article.text.split()):
        return warnings
    longer = f"{document.path} is longer than {article.path}, of which it is taken for the brief"
    return (*warnings, f"{longer}; --each keeps two articles apart")


def _write(before: BriefDocument, after: BriefDocument) -> None:
    """Write a mended file. Raises OutputError if that would change more than was mended."""
    from summarize.output import write_atomically  # which knows the pipeline

    data = read_bytes(before.path, len(before.source.encode("utf-8", "surrogatepass")) + len(_MARK))
    mark = "\ufeff" if data.startswith(_MARK) else ""
    if before.path == "-" or (mark + before.source).encode("utf-8", "surrogatepass") != data:
        raise OutputError(f"{before.path} is not UTF-8, so it was not changed", "save it as UTF-8 first")
    write_atomically(Path(before.path), mark + after.source, overwrite=True)


def _diff(before: BriefDocument, after: BriefDocument) -> str:
    old, new = before.source.splitlines(keepends=True), after.source.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, before.path, before.path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
