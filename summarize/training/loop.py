"""A model and examples -> the same model, trained; and one record for each step."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any, Literal

from summarize.training.batches import COARSE, FINE, Widths, batches_from, collate, passes
from summarize.training.examples import Example

_MOST_SHAPES = 128
Schedule = Literal["cosine", "constant"]
Forward = Callable[[Any, Any, Any], Any]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. `rate` is the highest learning rate, reached after `warmup` steps.

    `pieces` bounds what goes through the model at once, padding included; the gradient of a batch is
    that of all its target pieces together, however many passes it takes.

    `ranking` is the weight of preferring the better candidates (0: targets alone), `margin` how much likelier, in
    nats a piece, an answer must be for each point of score that it is better, and `candidates` how many are compared.
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
    ranking: float = 0.0
    margin: float = 2.0
    candidates: int = 6

    @property
    def widths(self) -> Widths:
        """To which lengths batches are padded."""
        return COARSE if self.compile else FINE


@dataclass(frozen=True, slots=True)
class Step:
    """One step that was taken: `number` from 1; the losses are as they were before the step.

    `loss` is per target piece in nats, `disorder` the mean over pairs of candidates of what is missing from
    the margin between them, in nats a piece.
    """

    number: int
    loss: float
    disorder: float
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

    forward = _compiled() if settings.compile else _answers
    order = batches_from(first, examples, settings.batch, settings.seed)
    model.train()
    for number, indices in enumerate(islice(order, max(0, settings.steps - first)), first):
        start = time.perf_counter()
        rate = rate_at(number, settings)
        for group in optimizer.param_groups:
            group["lr"] = rate
        chosen = [examples[at] for at in indices]
        loss, disorder = _backward(partial(forward, model), model.config, chosen, settings)
        norm = float(torch.nn.utils.clip_grad_norm_(model.parameters(), settings.clip))
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        pieces = sum(len(example.target) for example in chosen)
        yield Step(number + 1, loss, disorder, rate, norm, pieces, time.perf_counter() - start)


def mean_loss(model: Any, examples: Sequence[Example], settings: Settings) -> float:
    """Return the loss per target piece over some examples, without smoothing and without training."""
    import torch

    forward, plain = partial(_answers, model), replace(settings, ranking=0.0, smoothing=0.0)
    model.eval()
    total = 0.0
    with torch.no_grad():
        ordered = sorted(examples, key=lambda one: len(one.source))
        for start in range(0, len(ordered), settings.batch):
            for part in passes(ordered[start : start + settings.batch], settings.pieces):
                total += float(_losses(forward, model.config, part, plain)[0])
    model.train()
    return total / max(1, sum(len(example.target) for example in examples))


def _backward(forward: Forward, config: Any, examples: Sequence[Example], settings: Settings) -> tuple[float, float]:
    """Add up the gradient of a batch; return its loss per target piece and its disorder."""
    pieces = sum(len(example.target) for example in examples)
    ranked = sum(bool(example.candidates) for example in examples)
    total = disorder = 0.0
    for part in _alike(examples, settings):
        loss, missing = _losses(forward, config, part, settings)
        loss, missing = loss / pieces, missing / max(1, ranked)
        (loss + settings.ranking * missing).backward()
        total, disorder = total + float(loss.detach()), disorder + float(missing.detach())
    return total, disorder


def _alike(examples: Sequence[Example], settings: Settings) -> Iterator[list[Example]]:
    """Yield the passes of a batch: examples with candidates apart from those without, if it matters."""
    for has_candidates in (False, True):
        same = [one for one in examples if bool(one.candidates and settings.ranking) == has_candidates]
        # The decoder has more answers to hold: fewer sources go through at once.
        pieces = settings.pieces // (2 if has_candidates else 1)
        yield from passes(same, pieces, settings.widths) if same else ()


def _losses(forward: Forward, config: Any, examples: Sequence[Example], settings: Settings) -> tuple[Any, Any]:
    """Return two sums: over target pieces, of their negative log-probability; over examples, of their disorder."""
    import torch

    candidates = settings.candidates if settings.ranking and examples[0].candidates else 0
    pad, start = config.pad_token_id, config.decoder_start_token_id
    batch = collate(examples, pad, start, settings.device, candidates, settings.widths)
    with torch.autocast(torch.device(settings.device).type, dtype=torch.bfloat16, enabled=settings.precision == "bf16"):
        logits = forward(batch.source, batch.mask, batch.start)
    logits, labels = (one.unflatten(0, (len(examples), -1)) for one in (logits, batch.labels))
    loss = _nats(logits[:, 0], labels[:, 0], settings.smoothing).sum()
    if not candidates:
        return loss, torch.zeros_like(loss)
    labels = labels[:, 1:]
    mean = -_nats(logits[:, 1:], labels).sum(-1) / (labels >= 0).sum(-1)
    return loss, disorder_of(mean, batch.scores, settings.margin).sum()


def _nats(logits: Any, labels: Any, smoothing: float = 0.0) -> Any:
    """Return the negative log-probability of each label, in the shape of `labels`; 0 where there is padding."""
    import torch

    each = torch.nn.functional.cross_entropy(
        logits.flatten(0, -2).float(), labels.flatten(), label_smoothing=smoothing, reduction="none"
    )
    return each.view(labels.shape)


def disorder_of(likely: Any, scores: Any, margin: float) -> Any:
    """Return for each example the mean, over pairs of candidates, of what a better one is too little likelier.

    `likely` (log-probability a piece) and `scores` are of shape (examples, candidates). The loss of Liu et al.
    2022, with a margin that grows with the difference in score instead of that in rank: candidates that are
    equally good need no order. A piece's mean is what the beam search goes by.
    """
    better = (scores[:, :, None] - scores[:, None, :]).clamp(min=0)
    missing = (likely[:, None, :] - likely[:, :, None] + margin * better).clamp(min=0) * (better > 0)
    return missing.sum((1, 2)) / (better > 0).sum((1, 2)).clamp(min=1)


def _compiled() -> Any:
    """Return `_answers`, compiled for each shape on its own."""
    import torch

    # A width of sources times one of targets is a shape; past the default of 8 torch would go on uncompiled.
    torch._dynamo.config.recompile_limit = _MOST_SHAPES
    return torch.compile(_answers, dynamic=False)


def _answers(model: Any, source: Any, mask: Any, start: Any) -> Any:
    """Return the logits of all answers; those to one source stand together, and it is read once."""
    hidden = model.get_encoder()(input_ids=source, attention_mask=mask).last_hidden_state
    times = len(start) // len(source)
    if times > 1:
        hidden, mask = hidden.repeat_interleave(times, 0), mask.repeat_interleave(times, 0)
    return model(encoder_outputs=(hidden,), attention_mask=mask, decoder_input_ids=start).logits
