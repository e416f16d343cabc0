"""Where the stages meet: an article goes in, a guarded summary comes out."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import ceil
from threading import Lock
from typing import Any, Literal, TypeVar, overload

from summarize.clean import clean
from summarize.config import Options
from summarize.data import Article, Draft, Summary, Task
from summarize.drafting import Asked, Drafted, Drafter, inventory_of, is_titled
from summarize.engines import Engine, Running, find_model, open_engine, usable_cores
from summarize.errors import InputError
from summarize.facts import find_facts
from summarize.guard import Guarded, compose, guard, quote_whole
from summarize.language import is_english
from summarize.limits import check_time, refuse_longer, time_limit
from summarize.prompts import load_profile
from summarize.split import split

_HALVES = re.compile("[\ud800-\udfff]")
# What a long run is at; a program that shows it listens.
_LOG = logging.getLogger(__name__)
T = TypeVar("T")
_NOT_ENGLISH = "the text does not look like English, the only language that the guard, and the built-in model, know"


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

    def jobs(self, batch_size: int = 1) -> int:
        """Return how many batches in hand keep every thread busy: while one is guarded, others are written."""
        return 1 + ceil((self.options.threads or usable_cores()) / batch_size)

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
        self,
        articles: Iterable[Article | str],
        *,
        return_errors: Literal[False] = False,
        batch_size: int = 1,
        jobs: int = 0,
    ) -> Iterator[Summary]: ...

    @overload
    def summarize_many(
        self, articles: Iterable[Article | str], *, return_errors: bool, batch_size: int = 1, jobs: int = 0
    ) -> Iterator[Summary | InputError]: ...

    def summarize_many(
        self, articles: Iterable[Article | str], *, return_errors: bool = False, batch_size: int = 1, jobs: int = 0
    ) -> Iterator[Summary | InputError]:
        """Yield the summary of each article, in order, while the next ones are being worked on.

        Nothing is read before the first summary is asked for, and never more than twice `jobs` batches
        ahead; `jobs` are in hand at once, 0 is as many as keep the threads busy. How many changes no summary;
        what `batch_size` does, `summarize_batch` tells. Where there is nothing to summarize an InputError is
        raised in its place, which ends the summaries, or with `return_errors` yielded.
        """
        from summarize.stream import in_batches, in_order

        batches: Iterator[tuple[Article | str, ...] | None] = in_batches(articles, batch_size)
        for outcomes in in_order(self.summarize_batch, batches, jobs or self.jobs(batch_size)):
            for outcome in outcomes:
                if isinstance(outcome, Exception) and not (return_errors and isinstance(outcome, InputError)):
                    raise outcome
                yield outcome

    def summarize_batch(self, articles: Sequence[Article | str]) -> tuple[Summary | Exception, ...]:
        """Return the summary of each article, or the exception that stands in its place.

        The model answers requests of like length together, which is faster. Their lengths decide how sums
        are grouped and so rounded: among others an article may be worded in another way than alone, in the
        same company it never is. With a limit of time each article is written alone.
        """
        if self.options.timeout or len(articles) == 1:
            return tuple(_attempt(self.summarize, article) for article in articles)
        asked = [_attempt(self._ask, article) for article in articles]
        requests = [request for one in asked if isinstance(one, Asked) for request in one.requests]
        try:
            answers = iter(self._loaded().generate(requests) if requests else ())
        except Exception:
            # One of them is at fault, and must not take the others with it.
            return tuple(_attempt(self.summarize, article) for article in articles)
        given = [[next(answers) for _ in one.requests] if isinstance(one, Asked) else [] for one in asked]
        return tuple(
            one if isinstance(one, Exception) else _attempt(partial(self._finish, drafts=drafts), one)
            for one, drafts in zip(asked, given, strict=True)
        )

    def draft(self, article: Article | str) -> Drafted:
        """Return what the model writes of an article before any guard, and what `guard` needs to make it safe.

        Raises InputError if there is nothing in it to summarize.
        """
        asked = self._ask(article)
        if isinstance(asked, Drafted):
            return asked
        _LOG.info("writing")
        return self._drafter.draft(asked, self._loaded().generate(asked.requests))

    def _ask(self, article: Article | str) -> Asked | Drafted:
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
            return Drafted(article, {}, sentences, inventory_of(article, find_facts(article.text)))
        return self._drafter.ask(article, sentences)

    def _finish(self, asked: Asked | Drafted, drafts: Sequence[tuple[Draft, ...]]) -> Summary:
        return self.guard(asked if isinstance(asked, Drafted) else self._drafter.draft(asked, drafts))

    def guard(self, drafted: Drafted) -> Summary:
        """Return the summary that is left of the drafts once the guard has held them against the article."""
        check_time()
        _LOG.info("checking what was written")
        article, inventory = drafted.article, drafted.inventory
        if not drafted.drafts:
            return quote_whole(article, drafted.sentences[0], inventory, self.options)
        fields = guard(drafted.drafts, drafted.sentences, inventory, article.title, self.options)
        return compose(article, self._own(fields), inventory, self.model, resolve=self.options.resolve_dates)

    def _own(self, fields: dict[Task, Guarded]) -> dict[Task, Guarded]:
        """Return the fields, the title marked as the article's words."""
        if "headline" not in fields or not is_titled(self._profile, self.options):
            return fields
        headline = fields["headline"]
        statements = tuple(replace(one, origin="source") for one in headline.statements)
        return {**fields, "headline": replace(headline, statements=statements)}

    @property
    def _drafter(self) -> Drafter:
        return Drafter(self._loaded(), self._profile, self.options)

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


def _attempt(work: Callable[[Any], T], given: Any) -> T | Exception:
    try:
        return work(given)
    except Exception as error:
        return error
