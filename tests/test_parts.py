"""An article in parts, and points from the briefs of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.data import Draft, Passage, Sentence, Span
from summarize.parts import as_points, divide, unite


def sentences(lengths: list[int]) -> tuple[Sentence, ...]:
    made, start = [], 0
    for length in lengths:
        made.append(Sentence(Span(start, start + length, "x" * length), 0))
        start += length + 1
    return tuple(made)


@given(st.lists(st.integers(1, 300), min_size=1, max_size=60), st.integers(1, 8))
def test_no_sentence_is_lost_or_moved(lengths: list[int], parts: int) -> None:
    whole = sentences(lengths)
    runs = divide(whole, parts)
    assert tuple(sentence for run in runs for sentence in run) == whole
    assert 1 <= len(runs) <= parts
    assert all(runs)


def test_parts_are_of_about_one_length() -> None:
    assert [len(run) for run in divide(sentences([10] * 20), 5)] == [4] * 5
    assert [len(run) for run in divide(sentences([10] * 9), 5)] == [4, 5]
    assert [len(run) for run in divide(sentences([10] * 3), 5)] == [3]


def test_parts_united_are_the_article() -> None:
    whole = sentences([5, 6, 7])
    first, second = Passage(whole[:1], "Title", "one"), Passage(whole[1:], "Title", "two three")
    assert unite([first, second]) == Passage(whole, "Title", "one two three")
    assert unite([first]) is first


@pytest.mark.parametrize(
    ("briefs", "points"),
    [
        ([("a1", "a2"), ("b1",), ("c1", "c2", "c3")], [("a1", "b1", "c1"), ("a2", "c2"), ("c3",)]),
        ([("a1",), ()], [("a1",)]),
        ([(), ()], []),
        ([], []),
    ],
)
def test_first_what_each_part_says_first(briefs: list[tuple[str, ...]], points: list[tuple[str, ...]]) -> None:
    assert [draft.items for draft in as_points([Draft(items, -1.0) for items in briefs])] == points
