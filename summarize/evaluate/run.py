"""A pair and the summarizers -> what each system writes of it, scored."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from summarize.clean import clean
from summarize.data import Draft, Summary, Task
from summarize.errors import InputError
from summarize.evaluate.measure import Gauge, Rouge, Score
from summarize.evaluate.pairs import Pair
from summarize.pipeline import Summarizer
from summarize.split import split

# `together` is brief and points as the reader has them: what one leaves out the other may name.
Field = Literal["headline", "brief", "points", "together"]
FIELDS: tuple[Field, ...] = ("headline", "brief", "points", "together")
_Texts = Mapping[Field, Sequence[str]]
_LEADS = (3, 5)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one system wrote of one article. `guarded` is None for a lead; `seconds` include reading the article."""

    system: str
    guarded: bool | None
    seconds: float
    scores: Mapping[Field, Score]


class Runner:
    """Asks each summarizer for each pair, and takes the article's first sentences beside them."""

    def __init__(self, summarizers: Sequence[Summarizer]) -> None:
        """Raise MissingExtraError if rouge-score is not installed."""
        self._summarizers = summarizers
        self._rouge = Rouge()

    def run(self, pair: Pair) -> tuple[Outcome, ...]:
        """Return an outcome for each system: for a model its best drafts as they are, then what the guard leaves.

        Raises InputError if there is nothing in the article to summarize.
        """
        article = clean(pair.as_article())
        gauge = Gauge(article, self._rouge)
        if not gauge.sentences:
            raise InputError("there is no text to summarize", "nothing but white space or page furniture was found")
        references: _Texts = {
            "headline": [pair.headline] if pair.headline else [],
            "brief": [sentence.plain for sentence in split(pair.brief)],
            "points": pair.points,
            "together": [],
        }
        return tuple(
            Outcome(
                system,
                guarded,
                seconds,
                {field: gauge.score(texts, references[field]) for field, texts in written.items()},
            )
            for system, guarded, seconds, written in self._write(pair, [one.plain for one in gauge.sentences])
        )

    def _write(self, pair: Pair, sentences: Sequence[str]) -> Iterator[tuple[str, bool | None, float, _Texts]]:
        for summarizer in self._summarizers:
            start = time.perf_counter()
            drafted = summarizer.draft(pair.as_article())
            drafting = time.perf_counter() - start
            summary = summarizer.guard(drafted)
            if drafted.drafts:
                yield summarizer.model, False, drafting, _drafted(drafted.drafts)
            yield summarizer.model, True, time.perf_counter() - start, _summarized(summary, set(drafted.drafts))
        shortest, longer = (sentences[:size] for size in _LEADS)
        yield f"lead-{_LEADS[0]}", None, 0.0, {"brief": shortest, "points": shortest, "together": shortest}
        yield f"lead-{_LEADS[1]}", None, 0.0, {"points": longer, "together": longer}


def _drafted(drafts: Mapping[Task, Sequence[Draft]]) -> _Texts:
    """Return the model's own first choice for each task."""
    best: dict[Field, Sequence[str]] = {task: found[0].items for task, found in drafts.items() if found}
    return _with_together(best)


def _summarized(summary: Summary, asked: Collection[Field]) -> _Texts:
    """Return what the guard left of the fields that a model wrote, or of all where it was not asked to."""
    written: dict[Field, Sequence[str]] = {
        "headline": [summary.headline.text] if summary.headline else [],
        "brief": [sentence.text for sentence in summary.sentences],
        "points": [point.text for point in summary.points],
    }
    return _with_together({field: texts for field, texts in written.items() if field in asked or not asked})


def _with_together(written: dict[Field, Sequence[str]]) -> _Texts:
    return {**written, "together": [*written.get("brief", ()), *written.get("points", ())]}
