"""`Summarizer.summarize_many`, with the built-in model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summarize.data import Article
from summarize.errors import InputError
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
