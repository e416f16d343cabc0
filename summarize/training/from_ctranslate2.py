"""A T5 that CTranslate2 runs, as the built-in model is -> weights by the names of transformers.

The layout of model.bin is what ctranslate2.specs.ModelSpec writes (version 6 of the format): strings with their
length before them, then for each variable its name, shape, type and values, then further names of some of them.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

from summarize.engines import find_model
from summarize.errors import ModelError
from summarize.training.checkpoint import VOCABULARY

_VERSION, _SPEC = 6, "TransformerSpec"
_TYPES = ("float32", "int8", "int16", "int32", "float16")  # by their number; the next is bfloat16, which numpy lacks
# What transformers has once.
_REPEATED = re.compile(r"encoder/embeddings_0/|.*/layer_[1-9]\d*/self_attention/relative_attention_bias$")
_HINT = "name the built-in model, a T5 that was imported or exported, or an ONNX folder"
_Holds = dict[str, tuple[str, ...]]
# Which layers of a block each matrix of CTranslate2 holds, one below the other.
_ATTENDING: _Holds = {"linear_0": ("q", "k", "v"), "linear_1": ("o",)}
_CROSSING: _Holds = {"linear_0": ("q",), "linear_1": ("k", "v"), "linear_2": ("o",)}
_FEEDING: _Holds = {"linear_0": ("wi_0",), "linear_0_noact": ("wi_1",), "linear_1": ("wo",)}


def read_ctranslate2(source: str) -> tuple[dict[str, Any], bytes]:
    """Return the weights, in float32, and the spiece.model of a model by name or folder. Raises ModelError."""
    folder = find_model(source, offline=True)
    if folder.runner != "ctranslate2":
        raise ModelError(f"{source} is a checkpoint already", "train it as it is")
    try:
        vocabulary = (folder.path / VOCABULARY).read_bytes()
        data = (folder.path / "model.bin").read_bytes()
    except OSError as error:
        raise ModelError(f"cannot read {error.filename}: {error.strerror}", _HINT) from error
    try:
        file = io.BytesIO(data)
        variables = dict(_variables(file))
        variables |= {name: variables[first] for name, first in _aliases(file)}
    except (struct.error, ValueError, LookupError) as error:
        raise ModelError(f"{folder.path / 'model.bin'} cannot be read: {error}", _HINT) from error
    return dict(_weights(variables, source)), vocabulary


def _variables(file: BinaryIO) -> Iterator[tuple[str, Any]]:
    """Yield name and values of each variable of a model.bin."""
    import numpy as np

    version, spec, _revision = _number(file, "I"), _string(file), _number(file, "I")
    if (version, spec) != (_VERSION, _SPEC):
        raise ValueError(f"it is a {spec} of format {version}, not a {_SPEC} of format {_VERSION}")
    for _ in range(_number(file, "I")):
        name = _string(file)
        shape = [_number(file, "I") for _ in range(_number(file, "B"))]
        kind, size = _TYPES[_number(file, "B")], _number(file, "I")
        yield name, np.frombuffer(file.read(size), dtype=np.dtype(kind).newbyteorder("<")).reshape(shape)


def _aliases(file: BinaryIO) -> Iterator[tuple[str, str]]:
    """Yield the further names of variables, each with its first: what is equal is written once."""
    for _ in range(_number(file, "I")):
        yield _string(file), _string(file)


def _number(file: BinaryIO, kind: str) -> int:
    """Read an unsigned number of one (B), two (H) or four (I) bytes."""
    (value,) = struct.unpack(f"<{kind}", file.read(struct.calcsize(kind)))
    return int(value)


def _string(file: BinaryIO) -> str:
    return file.read(_number(file, "H")).rstrip(b"\0").decode()


def _weights(variables: dict[str, Any], source: str) -> Iterator[tuple[str, Any]]:
    """Yield the weights under the names of transformers; raises ModelError at one that a T5 1.1 does not have."""
    if "decoder/scale_outputs" in variables:
        raise ModelError(f"{source} has one matrix for what it reads and writes, which no T5 1.1 has", _HINT)
    for name, values in variables.items():
        if not values.ndim or name.endswith("_scale") or _REPEATED.match(name):
            continue  # settings of the runtime; scales go with what they scale
        layers = _layers(name.removesuffix("/weight"))
        if not layers or len(values) % len(layers):
            raise ModelError(f"{source} has a tensor {name}, which no T5 1.1 has", _HINT)
        floats = values.astype("float32")
        if f"{name}_scale" in variables:  # for each row, or all: what the floats were multiplied by
            floats = floats / variables[f"{name}_scale"].reshape(-1, 1)
        size = len(values) // len(layers)
        for at, layer in enumerate(layers):
            yield f"{layer}.weight", floats[at * size : (at + 1) * size]


def _layers(name: str) -> list[str]:
    """Return what transformers calls the layers that one matrix or vector of CTranslate2 holds, in order."""
    match name.split("/"):
        case ["decoder", "embeddings"]:
            return ["shared"]
        case ["decoder", "projection"]:
            return ["lm_head"]
        case [side, "layer_norm", "gamma"]:
            return [f"{side}.final_layer_norm"]
        case [side, block, part, *rest] if block.startswith("layer_"):
            last = 2 if side == "decoder" else 1
            parts: dict[str, tuple[int, _Holds, str]] = {
                "self_attention": (0, _ATTENDING, "SelfAttention"),
                "attention": (1, _CROSSING, "EncDecAttention"),
                "ffn": (last, _FEEDING, "DenseReluDense"),
            }
            at, holds, inside = parts.get(part, (0, {}, part))
            path = f"{side}.block.{block.removeprefix('layer_')}.layer.{at}"
            match rest:
                case ["layer_norm", "gamma"]:
                    return [f"{path}.layer_norm"]
                case ["relative_attention_bias"]:
                    return [f"{path}.{inside}.relative_attention_bias"]
                case [matrix]:
                    return [f"{path}.{inside}.{layer}" for layer in holds.get(matrix, ())]
    return []
