"""Examples -> batches of like lengths, in an order that the seed and the step alone decide."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, NamedTuple

from summarize.training.examples import Candidate, Example


class Widths(NamedTuple):
    """To how many pieces sources and answers are padded, the next that holds them; longer ones are not padded."""

    source: tuple[int, ...]
    target: tuple[int, ...]


FINE = Widths((64, 128, 256, 384, 512, 768, 1024, 1536, 2048), (16, 32, 64, 80, 96, 128, 176, 256))
# For torch.compile, which takes a minute for each pair of widths: more padding, and far fewer pairs.
COARSE = Widths((256, 512, 1024, 2048), (96, 176, 256))
_IGNORED = -100
# Batches that are shuffled together before they are sorted: larger pads less, smaller mixes more.
_POOL = 32


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one pass.

    `source` and `mask` are of shape (examples, width), `start` and `labels` (examples * answers, width), the target
    before the candidates of each example; `labels` are -100 where there is padding. `scores` are those of the
    candidates, (examples, candidates).
    """

    source: Any
    mask: Any
    start: Any
    labels: Any
    scores: Any


def plan(examples: Sequence[Example], size: int, epoch: int, seed: int) -> Iterator[list[int]]:
    """Yield the indices of each batch of an epoch: every example once, like lengths together."""
    random = Random(f"{seed} {epoch}")
    order = list(range(len(examples)))
    random.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), size * _POOL):
        pool = sorted(order[start : start + size * _POOL], key=lambda at: len(examples[at].source))
        batches += [pool[at : at + size] for at in range(0, len(pool), size)]
    random.shuffle(batches)
    yield from batches


def batches_from(step: int, examples: Sequence[Example], size: int, seed: int) -> Iterator[list[int]]:
    """Yield batches without end from the one of `step` on, counted from 0, as if all before had been taken."""
    in_epoch = -(-len(examples) // size)
    epoch, first = divmod(step, in_epoch)
    while True:
        yield from list(plan(examples, size, epoch, seed))[first:]
        epoch, first = epoch + 1, 0


def passes(examples: Sequence[Example], most_pieces: int, widths: Widths = FINE) -> Iterator[list[Example]]:
    """Yield the parts of a batch that go through the model at once: at most so many source pieces, padding included.

    A part has as many examples as a power of two, as batches mostly have, so that few are smaller; like targets
    stand together.
    """
    width = max(_width(len(example.source), widths.source) for example in examples)
    size = 1 << max(1, most_pieces // width).bit_length() - 1
    ordered = sorted(examples, key=lambda one: len(one.target))
    for start in range(0, len(examples), size):
        yield ordered[start : start + size]


def collate(
    examples: Sequence[Example], pad: int, start: int, device: str, candidates: int = 0, widths: Widths = FINE
) -> Batch:
    """Return the tensors of some examples; `start` is what the decoder begins with.

    With `candidates` each example must have some. Of more than so many those are taken that lie evenly between
    the best and the worst; of fewer some stand twice.
    """
    import torch

    sources = _filled([example.source for example in examples], widths.source, pad)
    ranked = [_spread(example.candidates, candidates) for example in examples]
    answers = [
        pieces
        for example, ones in zip(examples, ranked, strict=True)
        for pieces in (example.target, *(one.pieces for one in ones))
    ]
    labels = _filled(answers, widths.target, _IGNORED)
    before = [[start, *(pad if label == _IGNORED else label for label in row[:-1])] for row in labels]
    source = torch.tensor(sources, device=device)
    lengths = torch.tensor([len(example.source) for example in examples], device=device)
    mask = torch.arange(source.shape[1], device=device)[None, :] < lengths[:, None]
    scores = torch.tensor([[one.score for one in ones] for ones in ranked], device=device)
    return Batch(source, mask.long(), torch.tensor(before, device=device), torch.tensor(labels, device=device), scores)


def _spread(candidates: Sequence[Candidate], count: int) -> list[Candidate]:
    last = len(candidates) - 1
    return [candidates[round(at * last / max(1, count - 1))] for at in range(count)]


def _filled(rows: Sequence[Sequence[int]], widths: Sequence[int], filler: int) -> list[list[int]]:
    width = _width(max(map(len, rows)), widths)
    return [[*row, *[filler] * (width - len(row))] for row in rows]


def _width(length: int, widths: Sequence[int]) -> int:
    at = bisect_left(widths, length)
    return widths[at] if at < len(widths) else length
