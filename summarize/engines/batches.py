"""Requests and the lengths of their texts -> batches: alike in how they are searched, near in length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.data import Generation, Request

# Measured on two cores over the requests of 48 articles: batches of 4 texts of up to 525 pieces, or 2 of 1,050, take
# three quarters of the time that the texts take one by one; larger ones are no faster and take more memory.
_MOST, _PIECES = 4, 2_100


def cut_batches(requests: Sequence[Request], lengths: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Return the places of the requests, batch by batch, what takes longest first.

    A batch is padded to its longest text, with which it has at most 4 texts and 2,100 pieces; requests that
    are searched in different ways are never in one.
    """
    kinds: dict[Generation, list[int]] = {}
    for at, request in enumerate(requests):
        kinds.setdefault(request.generation, []).append(at)
    batches = [batch for places in kinds.values() for batch in _cut(places, lengths)]
    return tuple(sorted(batches, key=lambda batch: -requests[batch[0]].generation.max_tokens * len(batch)))


def _cut(places: Sequence[int], lengths: Sequence[int]) -> Iterator[tuple[int, ...]]:
    batch: list[int] = []
    for at in sorted(places, key=lambda at: -lengths[at]):
        if batch and (len(batch) == _MOST or (len(batch) + 1) * lengths[batch[0]] > _PIECES):
            yield tuple(batch)
            batch.clear()
        batch.append(at)
    yield tuple(batch)
