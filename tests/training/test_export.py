"""A checkpoint -> a folder that `summarize --model` runs, and that says what the checkpoint says."""

from __future__ import annotations

import json
from pathlib import Path

import ctranslate2
import pytest
import sentencepiece
import torch

from summarize.engines import convert
from summarize.errors import ModelError
from summarize.training import export, prepare, train
from summarize.training.checkpoint import load_model, save_model
from tests.conftest import Run
from tests.training.stories import story


@pytest.fixture(scope="module")
def trained(tiny: Path, gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a run of a few steps, all of its files included."""
    folder = tmp_path_factory.mktemp("trained")
    prepare.main(["--model", str(tiny), "--gold", str(gold), "--out", str(folder / "tokens")])
    tokens = str(folder / "tokens" / "gold.jsonl")
    files = ["--model", str(tiny), "--data", tokens, "--dev", tokens, "--out", str(folder / "run")]
    train.main([*files, "--steps", "6", "--batch", "4", "--rate", "0.01", "--warmup", "1", "--device", "cpu"])
    return folder / "run"


def greedy(folder: Path, text: str) -> list[str]:
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spiece.model"))
    source = [*pieces.encode(text, out_type=str), "</s>"]
    (result,) = ctranslate2.Translator(str(folder)).translate_batch([source], beam_size=1, max_decoding_length=20)
    written: list[str] = result.hypotheses[0]
    return written


def test_float32_writes_what_the_checkpoint_writes(trained: Path, tmp_path: Path) -> None:
    export.main([str(trained), "--out", str(tmp_path / "ours"), "--quantization", "float32"])
    model = load_model(trained / "step-000006").eval()
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(tmp_path / "ours" / "spiece.model"))
    for number in range(3):
        text = f"brief: {story(number)['article']}"
        with torch.no_grad():
            found = model.generate(torch.tensor([[*pieces.encode(text), 1]]), max_new_tokens=20, do_sample=False)[0, 1:]
        expected = [pieces.id_to_piece(int(at)) for at in found if int(at) != 1]
        assert greedy(tmp_path / "ours", text) == expected
        assert expected


def test_the_program_runs_what_is_exported(trained: Path, tmp_path: Path, run: Run) -> None:
    export.main([str(trained), "--out", str(tmp_path / "ours")])
    done = run("--model", "ours", "--format", "json", "-", stdin=str(story(1)["article"]).encode())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["model"] == "ours"


def test_the_card_tells_what_the_run_knows(trained: Path, tmp_path: Path) -> None:
    export.main([str(trained), "--out", str(tmp_path / "ours")])
    card = (tmp_path / "ours" / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert card.startswith("# ours\n")
    for told in (
        "| CC0 | 20 |",
        "| CC BY 4.0 | 20 |",
        "`gold`: 40 articles, 40 brief, ",
        "| steps taken | 6 |",
        "untied output layer",
        "CTranslate2 int8",
        "| loss on the --dev set, before and after | 5.",
    ):
        assert told in card
    assert str(tmp_path) not in card


def test_a_checkpoint_without_a_run_has_a_card_that_says_so(tiny: Path, tmp_path: Path) -> None:
    export.main([str(tiny), "--out", str(tmp_path / "ours"), "--quantization", "float32"])
    assert "How it was trained is not known" in (tmp_path / "ours" / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_a_tied_model_is_scaled(tiny: Path, tmp_path: Path) -> None:
    from transformers import T5Config, T5ForConditionalGeneration

    config = T5Config.from_pretrained(tiny, tie_word_embeddings=True, scale_decoder_outputs=True)
    save_model(T5ForConditionalGeneration(config), (tiny / "spiece.model").read_bytes(), tmp_path / "tied")
    export.main([str(tmp_path / "tied"), "--out", str(tmp_path / "out"), "--quantization", "float32"])
    card = (tmp_path / "out" / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "differs from the checkpoint's by 0.0000 nats" in card


def test_a_conversion_that_disagrees_is_refused(trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "is_tied", lambda config: True)  # what transformers 5 makes of every T5
    with pytest.raises(ModelError, match="another model"):
        export.main([str(trained), "--out", str(tmp_path / "ours")])
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_exported_is_said(tiny: Path, trained: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no checkpoint"):
        export.main([str(tmp_path), "--out", str(tmp_path / "ours")])
    with pytest.raises(ModelError, match="there already"):
        export.main([str(trained), "--out", str(tmp_path)])
