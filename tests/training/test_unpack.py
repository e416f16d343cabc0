"""A T5 written as onnxruntime's quantiser leaves one, and the checkpoint that comes back."""

from __future__ import annotations

import base64
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import sentencepiece
import tokenizers
import torch
from onnx import TensorProto, helper, numpy_helper
from sentencepiece import sentencepiece_model_pb2

from summarize.errors import MissingExtraError, ModelError
from summarize.training import base, unpack
from summarize.training.checkpoint import load_model
from tests.training.conftest import refused
from tests.training.stories import story

FILES = ("encoder.onnx", "decoder.onnx", "tokenizer.json")


class Graph:
    """One ONNX file: initializers and the nodes that use them."""

    def __init__(self) -> None:
        self.tensors: list[Any] = []
        self.nodes: list[Any] = []

    def quantised(self, name: str, values: Any, kind: type, axis: int | None = None) -> None:
        """Add `values` as uint8 with a zero point or as int8 without, with one scale or one for each column."""
        low, high = values.min(axis).clip(max=0), values.max(axis).clip(min=0)
        scale = (high - low) / 255 if kind is np.uint8 else np.maximum(-low, high) / 127
        zero = np.round(-low / scale) if kind is np.uint8 else np.zeros_like(scale)
        limits = np.iinfo(kind)
        whole = np.clip(np.round(values / scale) + zero, limits.min, limits.max).astype(kind)
        self.tensors += [
            numpy_helper.from_array(whole, f"{name}_quantized"),
            numpy_helper.from_array(np.asarray(scale, dtype=np.float32), f"{name}_scale"),
            numpy_helper.from_array(np.asarray(zero, dtype=kind), f"{name}_zero_point"),
        ]

    def gather(self, name: str, values: Any) -> None:
        self.quantised(name, values, np.uint8)
        self.nodes.append(
            helper.make_node("Gather", [f"{name}_quantized", "ids"], [f"{name}_rows"], name=f"{name}/Gather")
        )

    def multiply(self, path: str, values: Any) -> None:
        """Add a layer as an exporter does: turned, and with a number for a name."""
        name = f"onnx::MatMul_{1000 + len(self.nodes)}"
        self.quantised(name, values.T, np.int8, axis=0 if path.endswith("/wo") else None)
        inputs = ["x_quantized", f"{name}_quantized", "x_zero_point", f"{name}_zero_point"]
        self.nodes.append(helper.make_node("MatMulInteger", inputs, [f"{path}_output"], name=f"{path}/MatMul_quant"))

    def norm(self, name: str, values: Any) -> None:
        self.tensors.append(numpy_helper.from_array(values, name))
        self.nodes.append(helper.make_node("Mul", [name, "x"], [f"{name}_output"], name=f"{name}/Mul_1"))

    def save(self, path: Path) -> None:
        self.tensors.append(helper.make_tensor("a_shape", TensorProto.INT64, [3], [0, 0, -1]))
        onnx.save(helper.make_model(helper.make_graph(self.nodes, "main_graph", [], [], self.tensors)), path)


@pytest.fixture(scope="module")
def source(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the three files, of the tiny T5."""
    folder = tmp_path_factory.mktemp("onnx")
    model = load_model(tiny)
    graphs = {"encoder": (Graph(), "enc"), "decoder": (Graph(), "m.decoder")}
    embedding = model.shared.weight.detach().numpy()
    graphs["encoder"][0].gather("enc.embed_tokens.weight", embedding)
    graphs["decoder"][0].gather("m.shared.weight", embedding)
    for name, parameter in model.named_parameters():
        side, _, rest = name.partition(".")
        values = parameter.detach().numpy()
        if side == "lm_head":
            graphs["decoder"][0].multiply("/m/lm_head", values)
        elif side in graphs and "embed_tokens" not in rest:
            graph, prefix = graphs[side]
            if "relative_attention_bias" in rest:
                graph.gather(f"{prefix}.{rest}", values)
            elif values.ndim == 1:
                graph.norm(f"{prefix}.{rest}", values)
            else:
                graph.multiply(
                    f"/{prefix}.{rest}".replace(".", "/")
                    .replace("block/", "block.")
                    .replace("layer/", "layer.")
                    .removesuffix("/weight"),
                    values,
                )
    for side, (graph, _) in graphs.items():
        graph.save(folder / f"{side}.onnx")
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer_of(tiny)), encoding="utf-8")
    return folder


def tokenizer_of(folder: Path) -> dict[str, Any]:
    """Return a tokenizer.json with the pieces of a spiece.model, as transformers writes it for T5."""
    proto: Any = sentencepiece_model_pb2.ModelProto()
    proto.ParseFromString((folder / "spiece.model").read_bytes())
    vocabulary = [[piece.piece, piece.score] for piece in proto.pieces if piece.piece != "<sep>"]
    charsmap = base64.b64encode(proto.normalizer_spec.precompiled_charsmap).decode()
    return {
        "version": "1.0",
        "added_tokens": [],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "Precompiled", "precompiled_charsmap": charsmap},
                {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
            ],
        },
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
        "model": {
            "type": "Unigram",
            "unk_id": 2,
            "vocab": [*vocabulary, ["<extra_id_1>", 0.0], ["<extra_id_0>", 0.0]],
            "byte_fallback": False,
        },
    }


@pytest.fixture(scope="module")
def unpacked(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("unpacked") / "t5"
    unpack.main([str(source), "--out", str(out)])
    return out


@pytest.fixture
def spoilt(source: Path, tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of copies whose decoder a change has spoilt."""

    def make(change: Callable[[Any], object]) -> Path:
        folder = tmp_path / "spoilt"
        folder.mkdir()
        for name in FILES:
            (folder / name).write_bytes((source / name).read_bytes())
        model = onnx.load(folder / "decoder.onnx")
        change(model.graph)
        onnx.save(model, folder / "decoder.onnx")
        return folder

    return make


def test_weights_come_back_within_a_step(tiny: Path, unpacked: Path) -> None:
    before, after = load_model(tiny), load_model(unpacked)
    names = after.state_dict()
    for name, parameter in before.state_dict().items():
        span = float(parameter.max().clamp(min=0) - parameter.min().clamp(max=0))
        step = 0.0 if parameter.ndim == 1 else max(span, 2 * float(parameter.abs().max())) / 254
        assert (names[name] - parameter).abs().max() <= step, name
    for field in ("d_model", "d_kv", "d_ff", "num_layers", "num_decoder_layers", "num_heads", "feed_forward_proj"):
        assert getattr(after.config, field) == getattr(before.config, field)
    assert after.lm_head.weight is not after.shared.weight
    assert after.config.scale_decoder_outputs is False


def test_it_answers_as_before(tiny: Path, unpacked: Path) -> None:
    ids = torch.tensor([[5, 9, 14, 20, 1]])
    with torch.no_grad():
        one, other = (
            load_model(folder).eval()(input_ids=ids, decoder_input_ids=ids).logits for folder in (tiny, unpacked)
        )
    assert torch.nn.functional.cosine_similarity(one.flatten(), other.flatten(), dim=0) > 0.99


def test_text_is_cut_as_the_tokenizer_cuts_it(source: Path, unpacked: Path) -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(unpacked / "spiece.model"))
    tokenizer = tokenizers.Tokenizer.from_file(str(source / "tokenizer.json"))
    assert (pieces.pad_id(), pieces.eos_id(), pieces.unk_id(), pieces.bos_id()) == (0, 1, 2, -1)
    assert not any("extra_id" in pieces.id_to_piece(at) for at in range(len(pieces)))
    for text in (str(story(3)["article"]), "Café  ﬁnes in Østby: Wikström’s ½ 日"):
        assert pieces.encode(text) == tokenizer.encode(text, add_special_tokens=False).ids


def test_base_takes_it(unpacked: Path, tmp_path: Path) -> None:
    texts = tmp_path / "few.jsonl"
    texts.write_text(json.dumps(story(1)) + "\n", encoding="utf-8")
    base.main(["--from", str(unpacked), "--gold", str(texts), "--pieces", "140", "--out", str(tmp_path / "base")])
    assert load_model(tmp_path / "base").config.vocab_size % 8 == 0


def test_a_wheel_gives_the_same(source: Path, unpacked: Path, tmp_path: Path) -> None:
    wheel = tmp_path / "title_model-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in FILES:
            packed.write(source / name, f"title_model/data/{name}")
    unpack.main([str(wheel), "--out", str(tmp_path / "t5")])
    for path in unpacked.iterdir():
        assert (tmp_path / "t5" / path.name).read_bytes() == path.read_bytes()


def test_what_is_lacking_is_said(spoilt: Callable[..., Path], tmp_path: Path) -> None:
    def drop(graph: Any) -> None:
        node = next(
            node for node in graph.node if node.name == "/m/decoder/block.1/layer.1/EncDecAttention/k/MatMul_quant"
        )
        graph.initializer.remove(next(one for one in graph.initializer if one.name == node.input[1]))

    said = refused(spoilt(drop), tmp_path / "out")
    assert "decoder.block.1.layer.1.EncDecAttention.k.weight is missing" in said


def test_a_lacking_scale_is_said(spoilt: Callable[..., Path], tmp_path: Path) -> None:
    def drop(graph: Any) -> None:
        graph.initializer.remove(next(one for one in graph.initializer if one.name == "m.shared.weight_scale"))

    assert "m.shared.weight_scale is missing" in refused(spoilt(drop), tmp_path / "out")


def test_what_no_t5_has_is_said(spoilt: Callable[..., Path], tmp_path: Path) -> None:
    more = numpy_helper.from_array(np.zeros((2, 2), dtype=np.float32), "m.adapter.weight")
    assert "m.adapter.weight" in refused(spoilt(lambda graph: graph.initializer.append(more)), tmp_path / "out")


def test_a_wrong_shape_is_said(spoilt: Callable[..., Path], tmp_path: Path) -> None:
    def cut(graph: Any) -> None:
        norm = next(one for one in graph.initializer if one.name == "m.decoder.final_layer_norm.weight")
        norm.CopyFrom(numpy_helper.from_array(np.ones(7, dtype=np.float32), norm.name))

    assert "decoder.final_layer_norm.weight is (7,) where a T5 has (32,)" in refused(spoilt(cut), tmp_path / "out")


def test_two_embeddings_that_differ_are_said(spoilt: Callable[..., Path], tmp_path: Path) -> None:
    def scale(graph: Any) -> None:
        found = next(one for one in graph.initializer if one.name == "m.shared.weight_scale")
        found.CopyFrom(numpy_helper.from_array(np.float32(2) * numpy_helper.to_array(found), found.name))

    assert "two different shared.weight" in refused(spoilt(scale), tmp_path / "out")


def test_what_is_no_source_is_said(source: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="there already"):
        unpack.main([str(source), "--out", str(tmp_path)])
    assert "it has no model.bin" in refused(tmp_path, tmp_path / "out")
    assert "there is no model" in refused(tmp_path / "nothing", tmp_path / "out")
    assert "cannot read" in refused(tmp_path / "nothing.whl", tmp_path / "out")
    broken = tmp_path / "broken.whl"
    broken.write_bytes(b"PK no zip")
    assert "cannot read" in refused(broken, tmp_path / "out")
    with zipfile.ZipFile(broken, "w") as packed:
        packed.write(source / "encoder.onnx", "encoder.onnx")
    assert "0 files decoder.onnx" in refused(broken, tmp_path / "out")


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_said(source: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    for one in FILES:
        (folder / one).write_bytes(b"[\xff" if one == name else (source / one).read_bytes())
    assert name in refused(folder, tmp_path / "out")


def test_without_onnx_the_extra_is_named(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(MissingExtraError, match="train"):
        unpack.main([str(source), "--out", str(tmp_path / "out")])
