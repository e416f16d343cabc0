"""Articles -> their briefs created or refreshed where they stand, or the reason why not: what `summarize write` does.

What costs is put off: an article whose file is as it was is not cleaned, one whose cleaned body is as
it was loads no model, and a brief that a hand has changed is checked and never overwritten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summarize.clean import clean
from summarize.config import Options, Place, Settings, load_settings
from summarize.data import Article
from summarize.editorial.choose import Choice, choose, find_rival
from summarize.editorial.front_matter import front_matter_seat
from summarize.editorial.markers import has_marks, marked_seat, may_hold_marks
from summarize.editorial.newlines import exactly, read_exactly
from summarize.editorial.record import Record, body_hash, digest, sidecar_of
from summarize.editorial.seat import Seat
from summarize.editorial.sidecar import sidecar_seat
from summarize.errors import InputError, ModelError, OutputError, SummarizeError
from summarize.output import write_atomically
from summarize.problem import Problem
from summarize.read import article_from_bytes
from summarize.read.files import read_bytes

if TYPE_CHECKING:
    from summarize.pipeline import Summarizer

Deed = Literal["created", "refreshed", "accepted", "unchanged", "edited", "stale", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for on the command line; None and empty leave a choice to the configuration.

    `check` writes nothing and asks no model; `diff` writes nothing, but shows what would be written.
    `options` are the chosen values of `Options` by name.
    """

    version: str
    check: bool = False
    diff: bool = False
    force: bool = False
    refresh: bool = False
    accept: bool = False
    force_exclude: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    place: Place | None = None
    max_chars: int | None = None
    options: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one article: `before` and `after` are all of `target`, None where it was not, or is not to be.

    `fails` tells that a hand must do something: look at `problems`, or at a stale brief.
    """

    path: str
    deed: Deed
    target: str = ""
    before: str | None = None
    after: str | None = None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str = ""
    fails: bool = False
    error: SummarizeError | None = None

    @property
    def is_change(self) -> bool:
        """Whether a file was changed, or would be."""
        return self.deed in ("created", "refreshed", "accepted")


@dataclass(slots=True)
class Writer:
    """One run of `write`. What folders set is read once, a model is loaded when the first article needs it."""

    order: Order
    _settings: dict[Path, Settings] = field(default_factory=dict)
    _summarizers: dict[Options, Summarizer] = field(default_factory=dict)

    def run(self, paths: Sequence[str]) -> Iterator[Written]:
        """Yield what became of each article. Raises ModelError, which would hold for all of them."""
        choices = list(choose(paths, self.settings_of, forced=self.order.force_exclude))
        chosen = {one.path.absolute() for one in choices if not one.reason and not one.error}
        for one in choices:
            if one.error or one.reason:
                yield _not_chosen(one)
                continue
            try:
                yield self._write(one.path, chosen)
            except ModelError:
                raise
            except SummarizeError as error:
                yield Written(str(one.path), "failed", error=error)

    def settings_of(self, path: Path) -> Settings:
        """Return what applies to a file, the command line before its configuration."""
        folder = path if path.is_dir() else path.parent
        if folder not in self._settings:
            settings, order = load_settings(folder), self.order
            self._settings[folder] = replace(
                settings,
                include=(*settings.include, *order.include),
                exclude=(*settings.exclude, *order.exclude),
                place=order.place or settings.place,
                max_chars=order.max_chars or settings.max_chars,
                options=replace(settings.options, **dict(order.options)),  # type: ignore[arg-type]
            )
        return self._settings[folder]

    def _write(self, path: Path, chosen: set[Path]) -> Written:
        settings = self.settings_of(path)
        data = read_bytes(str(path), settings.options.max_bytes)
        seat = self._seat(path, data, settings, chosen)
        if self.order.accept:
            return self._accept(path, data, seat)
        if seat.is_edited and not self.order.force:
            return _checked(path, seat)
        source_hash = digest(seat.source)
        record = None if self.order.force else seat.record
        is_old = record is not None and self._is_old(record, settings)
        if record and record.source_hash == source_hash and not is_old:
            return Written(str(path), "unchanged", str(seat.target))
        article = clean(article_from_bytes(data, str(path)))
        if record and record.article_hash == body_hash(article) and not is_old:
            return Written(str(path), "unchanged", str(seat.target))
        if record and record.status == "approved":
            return _stale(path, seat)
        return self._refresh(article, seat, settings)

    def _seat(self, path: Path, data: bytes, settings: Settings, chosen: set[Path]) -> Seat:
        text = data.decode("utf-8", "surrogateescape")
        if may_hold_marks(path) and has_marks(text):
            return marked_seat(path, exactly(data, path))
        if settings.place == "front-matter":
            return front_matter_seat(path, exactly(data, path), settings, force=self.order.force)
        if settings.place == "markers":
            raise InputError(
                f"{path} has no place for a brief", "mark one: <!-- summarize:begin -->, <!-- summarize:end -->"
            )
        if rival := find_rival(path, settings, chosen):
            raise InputError(f"{sidecar_of(path)} would be the brief of both {path} and {rival}", "rename one of them")
        return sidecar_seat(path, text)

    def _is_old(self, record: Record, settings: Settings) -> bool:
        """Whether another version or model wrote a brief, and that is a reason to write it again."""
        if not self.order.refresh or record.status == "approved":
            return False
        model = self._summarizer(settings).model
        return record.tool_version != self.order.version or record.model not in ("", model)

    def _refresh(self, article: Article, seat: Seat, settings: Settings) -> Written:
        deed: Deed = "refreshed" if seat.text.strip() else "created"
        done = Written(article.path, deed, str(seat.target), seat.before)
        if self.order.check and not self.order.diff:
            return done
        summary = self._summarizer(settings).summarize(article)
        if seat.target == Path(article.path) and not summary.sentences and not summary.points:
            raise InputError(f"there is nothing to write into {article.path}", "`tasks` must name brief or points")
        record = Record(
            "generated",
            summary.model,
            self.order.version,
            body_hash(article),
            "",
            source_hash=digest(seat.source),
        )
        done = replace(done, after=seat.fill(summary, record), warnings=(*summary.warnings, *seat.warnings(summary)))
        return self._put(done)

    def _accept(self, path: Path, data: bytes, seat: Seat) -> Written:
        """Note that a brief, as it stands, is what an editor wants for the article, as that stands."""
        if not seat.text.strip():
            raise InputError(f"{path} has no brief to accept", "write one by hand, or leave out --accept")
        article = clean(article_from_bytes(data, str(path)))
        old = seat.record or Record("edited", "", self.order.version, "", digest(""))
        is_edited = seat.is_edited and old.status != "approved"
        status = "edited" if is_edited else old.status
        new = replace(old, status=status, article_hash=body_hash(article), source_hash=digest(seat.source))
        if new == seat.record:
            return Written(str(path), "unchanged", str(seat.target))
        return self._put(Written(str(path), "accepted", str(seat.target), seat.before, seat.annotate(new)))

    def _put(self, done: Written) -> Written:
        """Write what is to be written. Raises OutputError if somebody else has changed the file meanwhile."""
        if done.after == done.before:
            return replace(done, deed="unchanged", before=None, after=None)
        if not self.order.check and not self.order.diff and done.after is not None:
            target = Path(done.target)
            if (read_exactly(target) if target.is_file() else None) != done.before:
                raise OutputError(f"{target} has changed while its brief was being written", "run this again")
            write_atomically(target, done.after, overwrite=True)
        return done

    def _summarizer(self, settings: Settings) -> Summarizer:
        from summarize import pipeline

        if settings.options not in self._summarizers:
            self._summarizers[settings.options] = pipeline.Summarizer(settings.options)
        return self._summarizers[settings.options]


def _not_chosen(one: Choice) -> Written:
    return Written(str(one.path), "failed" if one.error else "skipped", reason=one.reason, error=one.error)


def _stale(path: Path, seat: Seat) -> Written:
    reason = f"approved for another state of {path}; --accept {path} says it is still right, --force writes it anew"
    return Written(str(path), "stale", str(seat.target), reason=reason, fails=True)


def _checked(path: Path, seat: Seat) -> Written:
    """Check a brief that was edited by hand, as `summarize check` would."""
    from summarize.editorial.session import Session, Wishes

    outcomes = tuple(Session(Wishes()).run([str(seat.target)]))
    if error := next((outcome.error for outcome in outcomes if outcome.error), None):
        raise error
    problems = tuple(problem for outcome in outcomes for problem in outcome.problems)
    # To `check` a stale brief is a warning; here it is the one that would have been written anew.
    fails = any(outcome.fails for outcome in outcomes) or any(one.rule == "stale-brief" for one in problems)
    return Written(str(path), "edited", str(seat.target), problems=problems, fails=fails)
