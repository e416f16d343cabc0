"""Invented news pages, pasted through a browser -> how much of their stories, and of what else, cleaning keeps."""

from __future__ import annotations

from typing import Any

import pytest

from summarize.clean import clean
from summarize.data import Article
from tests.benchmarks.clean_pages import Score, score

F1_LEAST, RECALL_LEAST, PAGES = 0.94, 0.9, 60


@pytest.fixture(scope="module")
def scores(browser: Any) -> dict[str, Score]:
    from tests.browser import pages  # it imports playwright, which the fixture `browser` found to be here

    page = browser.new_page()
    pasted = [pages.paste(page, path) for path in pages.PAGES]
    page.close()
    return {one.name: score(clean(Article.from_text(one.text)).text, "\n\n".join(one.story)) for one in pasted}


def test_there_are_pages(scores: dict[str, Score]) -> None:
    assert len(scores) == PAGES


def test_most_of_what_stays_is_story(scores: dict[str, Score]) -> None:
    assert sum(one.f1 for one in scores.values()) / len(scores) >= F1_LEAST


def test_no_story_loses_much(scores: dict[str, Score]) -> None:
    assert not {name: one.recall for name, one in scores.items() if one.recall < RECALL_LEAST}


def test_cleaning_a_pasted_page_twice_changes_nothing(scores: dict[str, Score], browser: Any) -> None:
    from tests.browser import pages

    page = browser.new_page()
    once = [clean(Article.from_text(pages.paste(page, path).text)) for path in pages.PAGES[::6]]
    page.close()
    assert [clean(article) for article in once] == once
