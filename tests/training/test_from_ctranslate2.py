"""A model that CTranslate2 runs, made a checkpoint again."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from summarize.training import export, unpack
from summarize.training.checkpoint import load_model
from tests.training.conftest import refused


@pytest.fixture(scope="module")
def exported(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the tiny T5 in every precision."""
    folder = tmp_path_factory.mktemp("exported")
    for kind in ("float32", "float16", "int8"):
        export.main([str(tiny), "--out", str(folder / kind), "--quantization", kind])
    return folder


@pytest.mark.parametrize(("kind", "step"), [("float32", 0.0), ("float16", 2**-11), ("int8", 1 / 253)])
def test_weights_come_back_within_a_step(tiny: Path, exported: Path, tmp_path: Path, kind: str, step: float) -> None:
    unpack.main([str(exported / kind), "--out", str(tmp_path / "t5")])
    before, after = load_model(tiny).state_dict(), load_model(tmp_path / "t5").state_dict()
    assert before.keys() == after.keys()
    for name, parameter in before.items():
        rows = parameter.abs().amax(-1, keepdim=True)  # a row has a scale of its own
        assert ((after[name] - parameter).abs() <= step * rows).all(), name
    assert (tmp_path / "t5" / "spiece.model").read_bytes() == (tiny / "spiece.model").read_bytes()


def test_what_is_unpacked_and_exported_is_what_it_was(exported: Path, tmp_path: Path) -> None:
    unpack.main([str(exported / "int8"), "--out", str(tmp_path / "t5")])
    export.main([str(tmp_path / "t5"), "--out", str(tmp_path / "again")])
    for name in ("model.bin", "shared_vocabulary.json", "config.json"):
        assert (tmp_path / "again" / name).read_bytes() == (exported / "int8" / name).read_bytes(), name


def test_a_checkpoint_needs_no_unpacking(tiny: Path, tmp_path: Path) -> None:
    assert "a checkpoint already" in refused(tiny, tmp_path / "out")


def test_what_is_no_such_model_is_said(exported: Path, tmp_path: Path) -> None:
    folder = tmp_path / "spoilt"
    folder.mkdir()
    for path in (exported / "int8").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    whole = (folder / "model.bin").read_bytes()
    alibi, scaled = (
        struct.pack("<H", len(name) + 1) + name for name in (b"decoder/scale_alibi", b"decoder/scale_outputs")
    )
    for spoilt, said in (
        (struct.pack("<I", 7) + whole[4:], "of format 7, not"),
        (whole.replace(b"TransformerSpec", b"TransformerSpek"), "TransformerSpek"),
        (whole[: len(whole) // 2], "cannot be read"),
        (b"", "cannot be read"),
        (whole.replace(alibi, scaled), "one matrix"),
        (
            whole.replace(
                b"decoder/layer_1/attention/linear_1/weight\0", b"decoder/layer_1/attention/linear_9/weight\0"
            ),
            "linear_9",
        ),
    ):
        (folder / "model.bin").write_bytes(spoilt)
        assert said in refused(folder, tmp_path / "out")
    (folder / "model.bin").write_bytes(whole)
    (folder / "spiece.model").unlink()
    assert "spiece.model" in refused(folder, tmp_path / "out")
