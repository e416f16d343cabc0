"""Which requests are answered together."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from summarize.data import Generation, Request
from summarize.engines.batches import cut_batches

SHORT = Generation(4, 4, 40)
LONG = Generation(4, 4, 176)


def requests(*searches: Generation) -> list[Request]:
    return [Request("brief", "", search) for search in searches]


@given(st.lists(st.tuples(st.sampled_from([SHORT, LONG, replace(LONG, beam_size=2)]), st.integers(1, 3000))))
def test_each_request_is_in_one_batch_of_its_kind_that_is_not_too_large(asked: list[tuple[Generation, int]]) -> None:
    lengths = [length for _, length in asked]
    batches = cut_batches(requests(*(search for search, _ in asked)), lengths)
    assert sorted(at for batch in batches for at in batch) == list(range(len(asked)))
    for batch in batches:
        assert len({asked[at][0] for at in batch}) == 1
        assert len(batch) == 1 or (len(batch) <= 4 and len(batch) * max(lengths[at] for at in batch) <= 2_100)


def test_the_lengths_in_a_batch_are_near() -> None:
    lengths = [500, 30, 490, 40, 480, 35, 495, 45]
    assert set(cut_batches(requests(*[LONG] * 8), lengths)) == {(0, 6, 2, 4), (7, 3, 5, 1)}


def test_the_longest_search_goes_first() -> None:
    assert cut_batches(requests(SHORT, LONG, SHORT), [500, 500, 500]) == ((1,), (0, 2))


def test_requests_of_one_article_are_not_mixed() -> None:
    assert len(cut_batches(requests(SHORT, LONG, replace(LONG, max_tokens=100)), [10, 10, 10])) == 3
