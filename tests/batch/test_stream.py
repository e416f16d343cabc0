"""Items in, results out in order: what is taken ahead, what fails, what stops."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.stream import in_batches, in_order, trickle


def test_nothing_is_taken_before_the_first_result_is_asked_for() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    results = in_order(lambda item: item, items(), workers=2)
    assert taken == []
    assert next(results) == 0
    assert len(taken) <= 4


@settings(max_examples=30)
@given(st.lists(st.integers(0, 3), max_size=30), st.integers(1, 4))
def test_results_come_in_the_order_of_the_items(pauses: list[int], workers: int) -> None:
    def work(item: tuple[int, int]) -> int:
        time.sleep(item[1] / 1000)
        return item[0]

    assert list(in_order(work, enumerate(pauses), workers)) == list(range(len(pauses)))


def test_never_more_than_twice_the_workers_are_ahead_of_a_slow_reader() -> None:
    lock, ahead, most = threading.Lock(), [0], [0]

    def items() -> Iterator[int]:
        for item in range(200):
            with lock:
                ahead[0] += 1
                most[0] = max(most[0], ahead[0])
            yield item

    for _ in in_order(lambda item: item, items(), workers=3):
        with lock:
            ahead[0] -= 1
    assert most[0] <= 2 * 3 + 1


def test_as_many_are_worked_on_at_once_as_there_are_workers() -> None:
    together = threading.Barrier(3, timeout=20)

    def work(item: int) -> int:
        together.wait()  # passed only by three at once
        return item

    assert list(in_order(work, range(9), workers=3)) == list(range(9))


def test_a_failure_is_raised_in_its_place() -> None:
    results = in_order(lambda item: 6 // item, [1, 2, 0, 3], workers=4)
    assert next(results) == 6
    assert next(results) == 3
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_a_failure_to_take_items_is_raised_in_its_place() -> None:
    def items() -> Iterator[int]:
        yield 1
        yield 2
        raise OSError("gone")

    results = in_order(lambda item: item, items(), workers=4)
    assert [next(results), next(results)] == [1, 2]
    with pytest.raises(OSError, match="gone"):
        next(results)


def test_what_is_in_hand_is_finished_after_a_stop_and_nothing_is_begun() -> None:
    begun: list[int] = []
    asked = threading.Event()

    def work(item: int) -> int:
        begun.append(item)
        if item == 3:
            asked.set()
        time.sleep(0.01)
        return item

    results = list(in_order(work, range(1000), 2, asked.is_set))
    assert results == list(range(len(results)))
    assert 4 <= len(results) <= len(begun) < 20


def test_a_result_is_not_kept_waiting_for_items_that_do_not_come() -> None:
    more = threading.Event()

    def items() -> Iterator[int]:
        yield 1
        assert more.wait(20)
        yield 2

    results = in_order(lambda item: item, trickle(items()), workers=4)
    assert next(results) == 1  # while the second is not there yet
    more.set()
    assert list(results) == [2]


def test_what_fails_in_the_thread_that_takes_items_is_raised_here() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(trickle(items()))


@pytest.mark.parametrize(("count", "size"), [(0, 3), (1, 3), (3, 3), (7, 3), (4, 1)])
def test_batches_have_all_items_in_order(count: int, size: int) -> None:
    found = list(in_batches(range(count), size))
    assert [item for batch in found if batch for item in batch] == list(range(count))
    assert [len(batch or ()) for batch in found[:-1]] == [size] * (len(found) - 1)


def test_a_batch_is_not_kept_waiting_for_long() -> None:
    found = list(in_batches([1, 2, None, None, 3, *[None] * 9, 4], 8))
    assert [batch for batch in found if batch] == [(1, 2, 3), (4,)]


def test_a_batch_is_not_lost_when_the_next_item_fails() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise OSError("gone")

    batches = in_batches(items(), 8)
    assert next(batches) == (1,)
    with pytest.raises(OSError, match="gone"):
        next(batches)
