"""A tiny random T5 with a vocabulary of its own, made in seconds, and articles to train it on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.errors import ModelError
from summarize.training import prepare, unpack
from tests.training.stories import story


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> None:
    """Keep torch to one thread: more wait for each other where other tests run."""
    import torch

    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a T5 of two layers whose output layer is not tied."""
    import sentencepiece
    import torch
    from transformers import T5Config, T5ForConditionalGeneration

    folder = tmp_path_factory.mktemp("tiny")
    texts = [f"brief: points: headline: {' '.join(map(str, story(number).values()))}" for number in range(200)]
    (folder / "texts.txt").write_text("\n".join(texts), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(folder / "texts.txt"),
        model_prefix=str(folder / "spiece"),
        vocab_size=400,
        hard_vocab_limit=False,  # the texts have fewer
        pad_id=0,
        eos_id=1,
        unk_id=2,
        bos_id=-1,
        user_defined_symbols=["<sep>"],
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    torch.manual_seed(1)
    size = len(sentencepiece.SentencePieceProcessor(model_file=str(folder / "spiece.model")))
    config = T5Config(
        vocab_size=size,
        d_model=32,
        d_kv=8,
        d_ff=64,
        num_layers=2,
        num_heads=4,
        feed_forward_proj="gated-gelu",
        tie_word_embeddings=False,
        dropout_rate=0.0,
        decoder_start_token_id=0,
    )
    model = T5ForConditionalGeneration(config)
    model.lm_head.weight = torch.nn.Parameter(torch.randn(size, 32) * 0.1)
    model.save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of 40 articles with briefs."""
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_text("".join(json.dumps(story(number)) + "\n" for number in range(40)), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def tokens(tiny: Path, gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the token file of these articles."""
    out = tmp_path_factory.mktemp("tokens")
    prepare.main(["--model", str(tiny), "--gold", str(gold), "--out", str(out)])
    return out / "gold.jsonl"


def refused(source: Path, out: Path) -> str:
    """Return why `unpack` does not take a source, and see that it left nothing."""
    with pytest.raises(ModelError) as caught:
        unpack.main([str(source), "--out", str(out)])
    assert not out.exists()
    assert "\n" not in str(caught.value)
    return str(caught.value)
