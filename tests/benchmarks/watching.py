"""A summarizer whose guard is watched: the drafts that went in, what came out, and what it cost."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from summarize import drafting, pipeline, read_article
from summarize.config import Options
from summarize.data import TASKS, Article, Draft, Summary, Task
from summarize.pipeline import Summarizer

# The steps of the pipeline that exist for the guard's sake.
_STEPS = ((drafting, "_find_facts"), (drafting, "inventory_of"), (pipeline, "guard"), (pipeline, "compose"))


@dataclass(slots=True)
class Watched:
    """One article's drafts, its summary, and the seconds of the guard and of the whole run."""

    row: Mapping[str, Any]
    drafts: Mapping[Task, Sequence[Draft]]
    summary: Summary
    guarding: float
    whole: float


@dataclass(slots=True)
class _Watch:
    drafts: Mapping[Task, Sequence[Draft]] = field(default_factory=dict)
    seconds: float = 0.0

    def around(self, step: Callable[..., Any], name: str) -> Callable[..., Any]:
        def timed(*given: Any, **options: Any) -> Any:
            if name == "guard":
                self.drafts = given[0]
            start = time.perf_counter()
            try:
                return step(*given, **options)
            finally:
                self.seconds += time.perf_counter() - start

        return timed


def watch(paths: Sequence[str], limit: int | None = None) -> Iterator[Watched]:
    """Summarize article files, and the rows of JSON Lines files (`title`, `article` ...), one by one."""
    watcher = _Watch()
    for module, name in _STEPS:
        setattr(module, name, watcher.around(getattr(module, name), name))
    summarizer = Summarizer(Options(tasks=TASKS))
    summarizer.summarize("The harbour is shut. The ferries are not.")  # loads the model
    for row, article in list(_articles(paths))[:limit]:
        watcher.drafts, watcher.seconds = {}, 0.0
        start = time.perf_counter()
        summary = summarizer.summarize(article)
        yield Watched(row, watcher.drafts, summary, watcher.seconds, time.perf_counter() - start)


def _articles(paths: Sequence[str]) -> Iterator[tuple[Mapping[str, Any], Article]]:
    for path in paths:
        if not path.endswith(".jsonl"):
            yield {}, read_article(path)
            continue
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row, replace(Article.from_text(row["article"]), title=row["title"])
