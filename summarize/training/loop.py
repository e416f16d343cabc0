"""A model and examples -> the same model, trained; and one record for each step."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from summarize.training.batches import Batch, batches_from, collate, passes
from summarize.training.examples import Example

Schedule = Literal["cosine", "constant"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. `rate` is the highest learning rate, reached after `warmup` steps.

    `pieces` bounds what goes through the model at once, padding included; the gradient of a batch is
    that of all its target pieces together, however many passes it takes.
    """

    steps: int
    batch: int = 16
    rate: float = 2.5e-4
    schedule: Schedule = "cosine"
    warmup: int = 20
    smoothing: float = 0.0
    decay: float = 0.01
    dropout: float = 0.0
    clip: float = 1.0
    pieces: int = 4096
    precision: Literal["float32", "bf16"] = "float32"
    device: str = "cpu"
    compile: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step that was taken: `number` from 1, `loss` per target piece in nats, as it was before the step."""

    number: int
    loss: float
    rate: float
    norm: float
    pieces: int
    seconds: float


def rate_at(step: int, settings: Settings) -> float:
    """Return the learning rate of a step counted from 0: up in a line, then down half a cosine, or not."""
    if step < settings.warmup:
        return settings.rate * (step + 1) / settings.warmup
    if settings.schedule == "constant":
        return settings.rate
    done = (step - settings.warmup) / max(1, settings.steps - settings.warmup)
    return settings.rate * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))


def make_optimizer(model: Any, settings: Settings) -> Any:
    """Return AdamW; vectors (the norms) are not decayed."""
    import torch

    weights = [one for one in model.parameters() if one.requires_grad]
    groups = [
        {"params": [one for one in weights if one.dim() > 1], "weight_decay": settings.decay},
        {"params": [one for one in weights if one.dim() <= 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=settings.rate, betas=(0.9, 0.98))


def train(
    model: Any, optimizer: Any, examples: Sequence[Example], settings: Settings, first: int = 0
) -> Iterator[Step]:
    """Take the steps from `first` (counted from 0) on and yield each; the model changes as they are taken."""
    import torch

    forward = torch.compile(model, dynamic=False) if settings.compile else model
    order = batches_from(first, examples, settings.batch, settings.seed)
    model.train()
    for number, indices in enumerate(islice(order, max(0, settings.steps - first)), first):
        start = time.perf_counter()
        rate = rate_at(number, settings)
        for group in optimizer.param_groups:
            group["lr"] = rate
        loss, pieces = _backward(forward, model.config, [examples[at] for at in indices], settings)
        norm = float(torch.nn.utils.clip_grad_norm_(model.parameters(), settings.clip))
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        yield Step(number + 1, loss, rate, norm, pieces, time.perf_counter() - start)


def mean_loss(model: Any, examples: Sequence[Example], settings: Settings) -> float:
    """Return the loss per target piece over some examples, without smoothing and without training."""
    import torch

    model.eval()
    total = 0.0
    with torch.no_grad():
        for part in passes(sorted(examples, key=lambda one: len(one.source)), settings.pieces):
            total += float(_loss(model, _collated(part, model.config, settings), settings, smoothing=0.0))
    model.train()
    return total / max(1, sum(len(example.target) for example in examples))


def _backward(forward: Any, config: Any, examples: Sequence[Example], settings: Settings) -> tuple[float, int]:
    """Add up the gradient of a batch; return its loss and how many target pieces it has."""
    pieces = sum(len(example.target) for example in examples)
    total = 0.0
    for part in passes(examples, settings.pieces):
        loss = _loss(forward, _collated(part, config, settings), settings, smoothing=settings.smoothing) / pieces
        loss.backward()
        total += float(loss.detach())
    return total, pieces


def _collated(examples: Sequence[Example], config: Any, settings: Settings) -> Batch:
    return collate(examples, config.pad_token_id, config.decoder_start_token_id, settings.device)


def _loss(forward: Any, batch: Batch, settings: Settings, *, smoothing: float) -> Any:
    import torch

    kind = torch.device(settings.device).type
    with torch.autocast(kind, dtype=torch.bfloat16, enabled=settings.precision == "bf16"):
        logits = forward(input_ids=batch.source, attention_mask=batch.mask, decoder_input_ids=batch.start).logits
    return torch.nn.functional.cross_entropy(
        logits.float().flatten(0, 1), batch.labels.flatten(), label_smoothing=smoothing, reduction="sum"
    )
