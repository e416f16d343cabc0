"""Items in, what was made of each out: in their order, while others are being worked on.

Threads are enough: models compute outside the interpreter's lock.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Results wait for the slowest before them; with fewer places the workers would wait for it too.
_PLACES = 2
_PATIENCE = 0.1  # seconds after which nothing has come
_PAUSES = 5  # so often in a row: then a batch is not waited for any longer


def in_order(
    work: Callable[[T], R], items: Iterable[T | None], workers: int, is_stopped: Callable[[], bool] | None = None
) -> Iterator[R]:
    """Yield `work(item)` for each item, in order, each as soon as it is there.

    `items` are taken in the caller's thread, at most twice as many ahead as there are workers. A None
    among them says that nothing has come yet: results that are ready are then not kept waiting. An
    exception of `work` or of `items` is raised in its place, after the results before it. Once
    `is_stopped()` is true no item is taken or begun any more, and those in hand are yielded.
    """
    stopped = is_stopped or (lambda: False)
    waiting: deque[Future[R]] = deque()
    with _closing(ThreadPoolExecutor(workers, "summarize")) as pool:
        for item in _taken(items, waiting):
            if item is not None:
                waiting.append(pool.submit(work, item))
            while waiting and (len(waiting) >= _PLACES * workers or waiting[0].done()):
                yield waiting.popleft().result()
            if stopped():
                break
        while waiting:
            if stopped():
                _cancel(waiting)
            try:
                yield waiting.popleft().result()
            except CancelledError:
                return


def trickle(items: Iterable[T]) -> Iterator[T | None]:
    """Yield the items, and None while none comes: they are taken in a thread, for they may be long in coming."""
    ready: Queue[tuple[T, ...] | BaseException] = Queue(_PLACES)

    def take() -> None:
        try:
            for item in items:
                ready.put((item,))
            ready.put(())
        except BaseException as error:
            ready.put(error)

    Thread(target=take, daemon=True).start()
    while True:
        try:
            found = ready.get(timeout=_PATIENCE)
        except Empty:
            yield None
            continue
        if isinstance(found, BaseException):
            raise found
        if not found:
            return
        yield found[0]


def in_batches(items: Iterable[T | None], size: int) -> Iterator[tuple[T, ...] | None]:
    """Yield the items in tuples of `size`, the last one shorter, and None where `items` are slow in coming.

    What has come is not kept waiting for long; nor is it lost where taking the next one fails.
    """
    batch: list[T] = []
    pauses = 0
    try:
        for item in items:
            pauses = pauses + 1 if item is None else 0
            if item is not None:
                batch.append(item)
            if len(batch) == size or (batch and pauses == _PAUSES):
                yield tuple(batch)
                batch.clear()
            elif item is None:
                yield None
    except Exception:
        if batch:
            yield tuple(batch)
        raise
    if batch:
        yield tuple(batch)


def _taken(items: Iterable[T], waiting: deque[Future[R]]) -> Iterator[T]:
    """Yield the items; if taking one fails, that is what comes after the results that are waited for."""
    try:
        yield from items
    except Exception as error:
        failed: Future[R] = Future()
        failed.set_exception(error)
        waiting.append(failed)


def _cancel(waiting: deque[Future[R]]) -> None:
    """Take back, from the last, what has not been begun."""
    for future in reversed(waiting):
        future.cancel()


@contextmanager
def _closing(pool: ThreadPoolExecutor) -> Iterator[ThreadPoolExecutor]:
    """Close a pool without waiting for what is still being worked on, which nobody wants any more."""
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
