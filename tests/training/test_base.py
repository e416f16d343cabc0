"""A vocabulary cut to some texts, and the model that goes with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import sentencepiece
import torch

from summarize.errors import ModelError
from summarize.training import base
from summarize.training.checkpoint import load_model, save_model
from tests.training.stories import story

RARE = "Żółć"  # letters that none of the stories has


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("texts") / "few.jsonl"
    rows = [story(number) for number in range(4)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def fitted(tiny: Path, texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("base") / "base"
    base.main(["--from", str(tiny), "--gold", str(texts), "--pieces", "140", "--out", str(out)])
    return out


def pieces_of(folder: Path) -> Any:
    return sentencepiece.SentencePieceProcessor(model_file=str(folder / "spiece.model"))


def test_kept_pieces_keep_their_weights(tiny: Path, fitted: Path) -> None:
    before, after = load_model(tiny), load_model(fitted)
    old, new = pieces_of(tiny), pieces_of(fitted)
    assert after.config.vocab_size == len(new) == len(after.shared.weight)
    assert len(new) % 8 == 0
    kept = [at for at in range(len(new)) if old.piece_to_id(new.id_to_piece(at)) != old.unk_id() or at == new.unk_id()]
    assert 120 < len(kept) < len(old)
    rows = [old.piece_to_id(new.id_to_piece(at)) for at in kept]
    for name in ("shared", "lm_head"):
        assert torch.equal(getattr(after, name).weight[kept], getattr(before, name).weight[rows])
    assert torch.equal(after.encoder.embed_tokens.weight, after.shared.weight)
    assert torch.equal(after.decoder.final_layer_norm.weight, before.decoder.final_layer_norm.weight)


def test_new_rows_lie_near_the_mean_and_apart(tiny: Path, fitted: Path) -> None:
    weights, new, old = load_model(fitted).shared.weight, pieces_of(fitted), pieces_of(tiny)
    added = [new.piece_to_id(letter) for letter in RARE if old.piece_to_id(letter) == old.unk_id()]
    assert len(added) >= 3
    kept = weights[: len(weights) // 4]
    assert (weights[added] - kept.mean(0)).abs().max() < kept.std()
    assert not torch.equal(weights[added[0]], weights[added[1]])


def test_the_texts_are_cut_as_before(texts: Path, tiny: Path, fitted: Path) -> None:
    old, new = pieces_of(tiny), pieces_of(fitted)
    for number in range(4):
        text = str(story(number)["article"])
        assert new.decode(new.encode(text)) == text
        assert len(new.encode(text)) < 1.3 * len(old.encode(text))


def test_what_could_not_be_written_can_be(tiny: Path, fitted: Path) -> None:
    old, new = pieces_of(tiny), pieces_of(fitted)
    assert old.unk_id() in old.encode(RARE)
    for text in (RARE, "a {b} ~ <c> | d", "Æneas Þór Ďurčanský"):
        assert new.decode(new.encode(text)) == text
    assert new.encode("One. <sep> Two.", out_type=str).count("<sep>") == 1


def test_a_tied_output_layer_stays_tied(tiny: Path, texts: Path, tmp_path: Path) -> None:
    from transformers import T5Config, T5ForConditionalGeneration

    config = T5Config.from_pretrained(tiny, tie_word_embeddings=True, scale_decoder_outputs=True)
    tied = T5ForConditionalGeneration(config)
    save_model(tied, (tiny / "spiece.model").read_bytes(), tmp_path / "tied")
    out = tmp_path / "out"
    base.main(["--from", str(tmp_path / "tied"), "--gold", str(texts), "--pieces", "140", "--out", str(out)])
    model = load_model(out)
    assert model.lm_head.weight is model.shared.weight
    assert model.config.scale_decoder_outputs is True


def test_what_cannot_be_a_base_is_said(tiny: Path, texts: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="there already"):
        base.main(["--from", str(tiny), "--gold", str(texts), "--out", str(tmp_path)])
    with pytest.raises(ModelError, match=r"no config\.json"):
        base.main(["--from", str(tmp_path), "--gold", str(texts), "--out", str(tmp_path / "out")])
