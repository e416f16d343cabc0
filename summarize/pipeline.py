"""Where the stages meet: an article goes in, a guarded summary comes out."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, Literal, overload

from summarize.clean import clean
from summarize.config import Options
from summarize.data import Article, Draft, Fact, Passage, Sentence, Summary, Task
from summarize.engines import Engine, Running, find_model, open_engine, usable_cores
from summarize.errors import InputError
from summarize.facts import Inventory, find_facts, take_inventory
from summarize.facts.words import is_common
from summarize.guard import Guarded, compose, guard, quote_whole
from summarize.language import is_english
from summarize.limits import check_time, refuse_longer, time_limit
from summarize.parts import as_points, divide, unite
from summarize.pick import pick
from summarize.prompts import load_profile
from summarize.protect import Protection, protect
from summarize.split import split

_HALVES = re.compile("[\ud800-\udfff]")
# What a long run is at; a program that shows it listens.
_LOG = logging.getLogger(__name__)
_NOT_ENGLISH = "the text does not look like English, the only language that the guard, and the built-in model, know"


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article as cleaned, its n best drafts for each task, and the sentences and facts they are held against.

    An article of one sentence has no drafts: it is its own brief.
    """

    article: Article
    drafts: Mapping[Task, tuple[Draft, ...]]
    sentences: tuple[Sentence, ...]
    inventory: Inventory


class Summarizer:
    """Summarizes articles with one model, which is loaded at the first article that needs it.

    Safe to share between threads.
    """

    def __init__(self, options: Options | None = None) -> None:
        """Take the options; raises ModelError if the model or its profile is not there."""
        self.options = options or Options()
        self._folder = find_model(self.options.model, self.options.profile, offline=self.options.offline)
        self._profile = load_profile(self._folder.profile)
        self._engine: Engine | None = None
        self._lock = Lock()

    @property
    def _running(self) -> Running:
        chosen = self.options
        return Running(chosen.threads, chosen.device, chosen.dtype, chosen.offline)

    @property
    def model(self) -> str:
        """The name of the model, as summaries give it."""
        return self._folder.name

    @property
    def fingerprint(self) -> str:
        """What tells the model, and how it is asked, from any other: a hash."""
        from summarize.engines.identity import fingerprint

        return fingerprint(self._folder, self._profile)

    @property
    def jobs(self) -> int:
        """How many articles in hand keep every thread busy: while one is guarded, others are written."""
        return (self.options.threads or usable_cores()) + 1

    def load(self) -> None:
        """Load the model now, not at the first article. Raises ModelError if that fails."""
        self._loaded()

    def summarize(self, article: Article | str) -> Summary:
        """Return the summary of an article, or of a text taken as one.

        Raises InputError if there is nothing in it to summarize, or too much, or if it takes too long.
        """
        with time_limit(self.options.timeout):
            return self.guard(self.draft(article))

    @overload
    def summarize_many(
        self, articles: Iterable[Article | str], *, return_errors: Literal[False] = False, jobs: int = 0
    ) -> Iterator[Summary]: ...

    @overload
    def summarize_many(
        self, articles: Iterable[Article | str], *, return_errors: bool, jobs: int = 0
    ) -> Iterator[Summary | InputError]: ...

    def summarize_many(
        self, articles: Iterable[Article | str], *, return_errors: bool = False, jobs: int = 0
    ) -> Iterator[Summary | InputError]:
        """Yield the summary of each article, in order, while the next ones are being worked on.

        Nothing is read before the first summary is asked for, and never more than twice `jobs` articles
        ahead; `jobs` are in hand at once, 0 is one more than there are threads. How many changes no summary.
        Where there is nothing to summarize an InputError is raised in its place, which ends the summaries,
        or with `return_errors` yielded.
        """
        from summarize.stream import in_order

        def attempt(article: Article | str) -> Summary | InputError:
            try:
                return self.summarize(article)
            except InputError as error:
                return error

        work: Callable[[Any], Summary | InputError] = attempt
        for outcome in in_order(work, articles, jobs or self.jobs):
            if isinstance(outcome, InputError) and not return_errors:
                raise outcome
            yield outcome

    def draft(self, article: Article | str) -> Drafted:
        """Return what the model writes of an article before any guard, and what `guard` needs to make it safe.

        Raises InputError if there is nothing in it to summarize.
        """
        article = Article.from_text(_encodable(article)) if isinstance(article, str) else article
        refuse_longer(article.text)
        article = clean(article)
        check_time()
        sentences = split(article.text)
        if not sentences:
            raise InputError("there is no text to summarize", "nothing but white space or page furniture was found")
        if not is_english(article.text):
            article = replace(article, warnings=(*article.warnings, _NOT_ENGLISH))
        if len(sentences) == 1:
            return Drafted(article, {}, sentences, _inventory(article, find_facts(article.text)))
        engine = self._loaded()
        passages = {task: self._pick(engine, sentences, article.title, task) for task in self.options.tasks}
        united = [unite(parts) for parts in passages.values()]
        widest = max(united, key=lambda passage: len(passage.text))
        facts = _find_facts(article, widest)
        # No surrogate may be a name of any passage, so they are chosen by all of them.
        whole = replace(widest, text="\n".join({passage.text: None for passage in united}))
        check_time()
        drafts = self._write(engine, passages, self._protect(engine, whole, facts))
        in_order = tuple(sorted({one for part in united for one in part.sentences}, key=lambda one: one.span.start))
        return Drafted(article, self._titled(drafts, article.title), in_order, _inventory(article, facts))

    def guard(self, drafted: Drafted) -> Summary:
        """Return the summary that is left of the drafts once the guard has held them against the article."""
        check_time()
        _LOG.info("checking what was written")
        article, inventory = drafted.article, drafted.inventory
        if not drafted.drafts:
            return quote_whole(article, drafted.sentences[0], inventory, self.options)
        fields = guard(drafted.drafts, drafted.sentences, inventory, article.title, self.options)
        return compose(article, self._own(fields), inventory, self.model, resolve=self.options.resolve_dates)

    def _pick(
        self, engine: Engine, sentences: tuple[Sentence, ...], title: str | None, task: Task
    ) -> tuple[Passage, ...]:
        """Return what is read for a task: one passage, or one of each part of the article."""
        budget = min(self._profile.budget_of(task), engine.budget) - engine.count_tokens(self._profile.frame)
        cost = engine.count_tokens(title or "")
        # A "title" that would crowd out the text is no title to the model.
        title, cost = (title, cost) if cost <= budget // 4 else (None, 0)
        parts = divide(sentences, self._profile.parts_of(task))
        return tuple(pick(part, title, budget - cost, engine.count_tokens) for part in parts)

    def _protect(self, engine: Engine, passage: Passage, facts: tuple[Fact, ...]) -> Protection:
        if not self.options.protect:
            return Protection(passage)
        actors = tuple(fact for fact in (*facts, *find_facts(passage.title or "")) if fact.kind == "actor")
        return protect(passage, actors, engine, is_common)

    def _write(
        self, engine: Engine, passages: Mapping[Task, tuple[Passage, ...]], protection: Protection
    ) -> dict[Task, tuple[Draft, ...]]:
        _LOG.info("writing")
        requests = [
            self._profile.request(task, protection.cover(passage))
            for task, parts in passages.items()
            for passage in parts
            if self._profile.source_of(task) != "title"
        ]
        written: dict[Task, list[tuple[Draft, ...]]] = {}
        for request, drafts in zip(requests, engine.generate(requests), strict=True):
            items = tuple(_as_items(request.task, draft, protection) for draft in drafts)
            written.setdefault(request.task, []).append(items)
        return {
            task: as_points([drafts[0] for drafts in parts]) if self._profile.source_of(task) else parts[0]
            for task, parts in written.items()
        }

    def _titled(self, drafts: dict[Task, tuple[Draft, ...]], title: str | None) -> dict[Task, tuple[Draft, ...]]:
        """Return the drafts with the article's own title for the headline that the model cannot write."""
        if title and self._is_titled:
            drafts = {**drafts, "headline": (Draft((title,), 0.0),)}
        return {task: drafts[task] for task in self.options.tasks if task in drafts}

    def _own(self, fields: dict[Task, Guarded]) -> dict[Task, Guarded]:
        """Return the fields, the title marked as the article's words."""
        if "headline" not in fields or not self._is_titled:
            return fields
        headline = fields["headline"]
        statements = tuple(replace(one, origin="source") for one in headline.statements)
        return {**fields, "headline": replace(headline, statements=statements)}

    @property
    def _is_titled(self) -> bool:
        return "headline" in self.options.tasks and self._profile.source_of("headline") == "title"

    def _loaded(self) -> Engine:
        with self._lock:
            if self._engine is None:
                _LOG.info("loading the model")
                self._engine = open_engine(self._folder, self._profile, running=self._running)
            return self._engine


def summarize(article: Article | str, options: Options | None = None) -> Summary:
    """Summarize one article; see `Summarizer` for many."""
    return Summarizer(options).summarize(article)


def _encodable(text: str) -> str:
    """Return a text of the same length without halves of surrogate pairs, which no file and no model can have."""
    return _HALVES.sub("\ufffd", text)


def _find_facts(article: Article, passage: Passage) -> tuple[Fact, ...]:
    """Find the facts of the passage, wherever it stands; looking at no more keeps long texts cheap."""
    return tuple(
        fact.moved(stretch.start) for stretch in passage.stretches(article.text) for fact in find_facts(stretch.text)
    )


def _inventory(article: Article, facts: tuple[Fact, ...]) -> Inventory:
    metadata = (article.title, article.place, article.date)
    return take_inventory(article.text, facts, tuple(text for text in metadata if text))


def _as_items(task: Task, draft: Draft, protection: Protection) -> Draft:
    """Return the draft with its names as the article has them, one item a sentence."""
    items = tuple(map(protection.restore, draft.items))
    if task != "headline":
        items = tuple(sentence.plain for item in items for sentence in split(item))
    return replace(draft, items=items)
