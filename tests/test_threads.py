"""Several threads share one Summarizer, and each gets what it would have got alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from summarize.pipeline import Summarizer
from tests.test_hostile import STORY


def test_eight_threads_get_what_one_gets(summarizer: Summarizer) -> None:
    articles = [STORY.replace("14 ships", f"{count} ships") for count in range(21, 27)]
    alone = [summarizer.summarize(article) for article in articles]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(summarizer.summarize, articles))
    assert together == alone


def test_threads_that_come_first_load_one_model() -> None:
    fresh = Summarizer()
    with ThreadPoolExecutor(8) as pool:
        engines = set(pool.map(lambda _: id(fresh._loaded()), range(8)))
    assert len(engines) == 1
