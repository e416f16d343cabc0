"""A cleaned article -> what a model is asked about it; its answers -> drafts, and what they are held against.

Asking and answering are apart so that the requests of many articles can go to the model together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarize.config import Options
from summarize.data import Article, Draft, Fact, Passage, Request, Sentence, Task
from summarize.engines import Engine
from summarize.facts import Inventory, find_facts, take_inventory
from summarize.facts.words import is_common
from summarize.limits import check_time
from summarize.parts import as_points, divide, unite
from summarize.pick import pick
from summarize.prompts import Profile
from summarize.protect import Protection, protect
from summarize.split import split


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article as cleaned, its n best drafts for each task, and the sentences and facts they are held against.

    An article of one sentence has no drafts: it is its own brief.
    """

    article: Article
    drafts: Mapping[Task, tuple[Draft, ...]]
    sentences: tuple[Sentence, ...]
    inventory: Inventory


@dataclass(frozen=True, slots=True)
class Asked:
    """An article, what of it the model reads for each task, and the requests that say so."""

    article: Article
    passages: Mapping[Task, tuple[Passage, ...]]
    facts: tuple[Fact, ...]
    protection: Protection
    requests: tuple[Request, ...]


class Drafter:
    """Asks one model in the words of its profile."""

    def __init__(self, engine: Engine, profile: Profile, options: Options) -> None:
        self._engine = engine
        self._profile = profile
        self._options = options

    def ask(self, article: Article, sentences: tuple[Sentence, ...]) -> Asked:
        """Return what the model is asked about an article of these sentences."""
        passages = {task: self._pick(sentences, article.title, task) for task in self._options.tasks}
        united = [unite(parts) for parts in passages.values()]
        widest = max(united, key=lambda passage: len(passage.text))
        facts = _find_facts(article, widest)
        # No surrogate may be a name of any passage, so they are chosen by all of them.
        whole = replace(widest, text="\n".join({passage.text: None for passage in united}))
        check_time()
        protection = self._protect(whole, facts)
        return Asked(article, passages, facts, protection, self._requests(passages, protection))

    def draft(self, asked: Asked, answers: Sequence[tuple[Draft, ...]]) -> Drafted:
        """Return what the model has answered to each of the requests, with the article's own names."""
        written: dict[Task, list[tuple[Draft, ...]]] = {}
        for request, drafts in zip(asked.requests, answers, strict=True):
            items = tuple(_as_items(request.task, draft, asked.protection) for draft in drafts)
            written.setdefault(request.task, []).append(items)
        found = {
            task: as_points([drafts[0] for drafts in parts]) if self._profile.source_of(task) else parts[0]
            for task, parts in written.items()
        }
        read = {sentence for passages in asked.passages.values() for part in passages for sentence in part.sentences}
        in_order = tuple(sorted(read, key=lambda sentence: sentence.span.start))
        return Drafted(
            asked.article, self._titled(found, asked.article.title), in_order, inventory_of(asked.article, asked.facts)
        )

    def _pick(self, sentences: tuple[Sentence, ...], title: str | None, task: Task) -> tuple[Passage, ...]:
        """Return what is read for a task: one passage, or one of each part of the article."""
        engine, profile = self._engine, self._profile
        budget = min(profile.budget_of(task), engine.budget) - engine.count_tokens(profile.frame)
        cost = engine.count_tokens(title or "")
        # A "title" that would crowd out the text is no title to the model.
        title, cost = (title, cost) if cost <= budget // 4 else (None, 0)
        parts = divide(sentences, profile.parts_of(task))
        return tuple(pick(part, title, budget - cost, engine.count_tokens) for part in parts)

    def _protect(self, passage: Passage, facts: tuple[Fact, ...]) -> Protection:
        if not self._options.protect:
            return Protection(passage)
        actors = tuple(fact for fact in (*facts, *find_facts(passage.title or "")) if fact.kind == "actor")
        return protect(passage, actors, self._engine, is_common)

    def _requests(self, passages: Mapping[Task, tuple[Passage, ...]], protection: Protection) -> tuple[Request, ...]:
        return tuple(
            self._profile.request(task, protection.cover(passage))
            for task, parts in passages.items()
            for passage in parts
            if self._profile.source_of(task) != "title"
        )

    def _titled(self, drafts: dict[Task, tuple[Draft, ...]], title: str | None) -> dict[Task, tuple[Draft, ...]]:
        """Return the drafts with the article's own title for the headline that the model cannot write."""
        if title and is_titled(self._profile, self._options):
            drafts = {**drafts, "headline": (Draft((title,), 0.0),)}
        return {task: drafts[task] for task in self._options.tasks if task in drafts}


def is_titled(profile: Profile, options: Options) -> bool:
    """Return whether the headline is the article's own title."""
    return "headline" in options.tasks and profile.source_of("headline") == "title"


def inventory_of(article: Article, facts: tuple[Fact, ...]) -> Inventory:
    """Return what the article states, its metadata included."""
    metadata = (article.title, article.place, article.date)
    return take_inventory(article.text, facts, tuple(text for text in metadata if text))


def _find_facts(article: Article, passage: Passage) -> tuple[Fact, ...]:
    """Find the facts of the passage, wherever it stands; looking at no more keeps long texts cheap."""
    return tuple(
        fact.moved(stretch.start) for stretch in passage.stretches(article.text) for fact in find_facts(stretch.text)
    )


def _as_items(task: Task, draft: Draft, protection: Protection) -> Draft:
    """Return the draft with its names as the article has them, one item a sentence."""
    items = tuple(map(protection.restore, draft.items))
    if task != "headline":
        items = tuple(sentence.plain for item in items for sentence in split(item))
    return replace(draft, items=items)
