"""Offsets of an article stay true whatever is taken out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.data import Article, Cut, Span


def cut(article: Article, start: int, end: int, rule: str = "rule") -> Article:
    return article.without([Cut(Span(start, end, article.text[start:end]), rule)])


@given(
    st.text(min_size=1), st.lists(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4), max_size=4)
)
def test_every_kept_character_stands_where_it_stood(text: str, rounds: list[list[tuple[int, int]]]) -> None:
    article = Article.from_text(text)
    for ranges in rounds:
        cuts = [Cut(Span(low, high, article.text[low:high]), "rule") for low, high in ranges if low < high]
        article = article.without(cut for cut in cuts if cut.span.end <= len(article.text))
    assert all(article.locate(at, at + 1).text == article.text[at] for at in range(len(article.text)))
    for found in article.cuts:
        assert article.source[found.span.start : found.span.end] == found.span.text
    assert len(article.text) + sum(len(one) for one in _gone(article)) == len(text)


def _gone(article: Article) -> list[str]:
    kept = {segment.source + at for segment in article.segments for at in range(segment.length)}
    return [character for at, character in enumerate(article.source) if at not in kept]


def test_a_range_around_a_cut_locates_what_was_cut_with_it() -> None:
    article = cut(Article.from_text("Ms Oduya [photo] spoke."), 9, 17)
    assert article.text == "Ms Oduya spoke."
    assert article.locate(0, 14).text == "Ms Oduya [photo] spoke"
    assert article.cuts == (Cut(Span(9, 17, "[photo] "), "rule"),)


def test_cuts_that_overlap_are_merged() -> None:
    article = Article.from_text("abcdef")
    both = article.without([Cut(Span(1, 4, "bcd"), "one"), Cut(Span(2, 5, "cde"), "two")])
    assert both.text == "af"
    assert [found.rule for found in both.cuts] == ["one", "two"]


def test_nothing_to_cut_is_the_same_article() -> None:
    article = Article.from_text("abc")
    assert article.without([]) is article


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 99)])
def test_no_such_range(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such range"):
        Article.from_text("abc").locate(start, end)


@pytest.mark.parametrize(
    ("source", "position", "line"),
    [("a\nb", 2, 2), ("a\r\nb", 3, 2), ("a\rb", 2, 2), ("a\n\nb", 3, 3), ("abc", 2, 1)],
)
def test_lines_are_counted_as_editors_do(source: str, position: int, line: int) -> None:
    assert Article.from_text(source).line(position) == line
