"""`Summarizer.summarize_many`, with the built-in model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from summarize.config import Options
from summarize.data import Article, Request
from summarize.errors import InputError, ModelError
from summarize.pipeline import Summarizer
from tests.batch.conftest import ARTICLES

TEXTS = [f"{text} It was the worst day of the year, the mayor, Ingrid Solvang, told reporters." for _, text in ARTICLES]


def test_many_are_what_each_is_alone(summarizer: Summarizer) -> None:
    alone = [summarizer.summarize(text) for text in TEXTS]
    for jobs in (0, 1, 5):
        assert list(summarizer.summarize_many(TEXTS, jobs=jobs)) == alone


def test_articles_and_texts(summarizer: Summarizer) -> None:
    given = [Article.from_text(TEXTS[0], "a.txt"), TEXTS[0]]
    first, second = summarizer.summarize_many(given)
    assert (first.article.path, second.article.path) == ("a.txt", "-")
    assert first.brief == second.brief


def test_nothing_is_read_before_it_is_asked_for(summarizer: Summarizer) -> None:
    taken: list[str] = []

    def texts() -> Iterator[str]:
        for text in TEXTS * 10:
            taken.append(text)
            yield text

    summaries = summarizer.summarize_many(texts(), jobs=2)
    assert taken == []
    next(summaries)
    assert len(taken) <= 4
    summaries.close()  # type: ignore[attr-defined]


def test_an_article_without_text_is_an_error_in_its_place(summarizer: Summarizer) -> None:
    texts = [TEXTS[0], "  ", TEXTS[1]]
    summaries = summarizer.summarize_many(texts)
    assert next(summaries).brief
    with pytest.raises(InputError, match="no text to summarize"):
        next(summaries)
    first, second, third = summarizer.summarize_many(texts, return_errors=True)
    assert isinstance(second, InputError)
    assert not isinstance(first, InputError)
    assert not isinstance(third, InputError)
    assert third.brief


def test_what_fails_in_the_iterable_is_raised(summarizer: Summarizer) -> None:
    def texts() -> Iterator[str]:
        yield TEXTS[0]
        raise OSError("gone")

    summaries = summarizer.summarize_many(texts(), return_errors=True)
    assert next(summaries)
    with pytest.raises(OSError, match="gone"):
        next(summaries)


LONG = [" ".join([*TEXTS[number:], *TEXTS[:number]] * 9) for number in range(3)]


def test_the_same_company_is_written_the_same(summarizer: Summarizer) -> None:
    first = summarizer.summarize_batch(LONG)
    assert summarizer.summarize_batch(LONG) == first
    assert list(summarizer.summarize_many(iter(LONG), batch_size=3)) == list(first)


def test_short_articles_are_in_company_what_they_are_alone(summarizer: Summarizer) -> None:
    assert list(summarizer.summarize_many(TEXTS, batch_size=8)) == [summarizer.summarize(text) for text in TEXTS]


def test_one_that_fails_leaves_the_others_alone(summarizer: Summarizer) -> None:
    given = [TEXTS[0], " ", "One sentence only stands here.", TEXTS[1]]
    first, failed, sentence, last = summarizer.summarize_many(given, batch_size=4, return_errors=True)
    assert isinstance(failed, InputError)
    assert not isinstance(sentence, InputError)
    assert sentence.brief == given[2]
    assert [first, last] == [summarizer.summarize(TEXTS[0]), summarizer.summarize(TEXTS[1])]


def test_what_the_model_refuses_together_is_tried_alone(
    summarizer: Summarizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = type(summarizer._loaded())
    generate = engine.generate

    def refuse(self: Any, requests: Sequence[Request]) -> Any:
        if any("Solvei" in request.text for request in requests):
            raise ModelError("too much")
        return generate(self, requests)

    monkeypatch.setattr(engine, "generate", refuse)
    outcomes = summarizer.summarize_batch(TEXTS)
    assert [isinstance(outcome, ModelError) for outcome in outcomes] == ["Solvei" in text for text in TEXTS]


def test_with_a_limit_of_time_each_is_written_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    limited = Summarizer(Options(timeout=60))
    engine = type(limited._loaded())
    generate, asked = engine.generate, []

    def note(self: Any, requests: Sequence[Request]) -> Any:
        asked.append(len(requests))
        return generate(self, requests)

    monkeypatch.setattr(engine, "generate", note)
    limited.summarize_batch(TEXTS)
    assert asked == [3] * len(TEXTS)
