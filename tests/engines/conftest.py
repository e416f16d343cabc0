"""Tiny checkpoints of every family, with random weights: built from their configurations, so nothing is fetched."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize.engines.store import find_model

TEXT = (
    "The ferry Solvei ran aground off Hestholm on Monday evening with 86 people aboard. All were taken off by the "
    "lifeboat from Kragvik before midnight, the coastguard said. Nobody was hurt. The captain, Torunn Lie, told "
    "reporters that the steering had failed. The vessel was built in 1998 and had been inspected in April."
)
_SMALL = {"d_model": 16, "vocab_size": 160}
_FEW = {"encoder_layers": 2, "decoder_layers": 2, "encoder_attention_heads": 2, "decoder_attention_heads": 2}
_WIDE = {"encoder_ffn_dim": 32, "decoder_ffn_dim": 32}
_MARKS = {"pad_token_id": 0, "eos_token_id": 1}
_T5 = {"d_kv": 8, "d_ff": 32, "num_layers": 2, "num_heads": 2, "decoder_start_token_id": 0, **_SMALL, **_MARKS}
_BART = {**_SMALL, **_FEW, **_WIDE, **_MARKS, "bos_token_id": 2, "max_position_embeddings": 128}
FAMILIES: dict[str, tuple[str, dict[str, Any]]] = {
    "t5": ("T5", {**_T5, "feed_forward_proj": "relu"}),
    "t5-v1.1": ("T5", {**_T5, "feed_forward_proj": "gated-gelu", "tie_word_embeddings": False}),
    "mt5": ("MT5", {**_T5, "feed_forward_proj": "gated-gelu", "tie_word_embeddings": False}),
    "bart": ("Bart", {**_BART, "decoder_start_token_id": 1, "forced_bos_token_id": 2, "forced_eos_token_id": 1}),
    "pegasus": ("Pegasus", {**_BART, "decoder_start_token_id": 0, "scale_embedding": True}),
    "mbart": ("MBart", {**_BART, "decoder_start_token_id": 3, "scale_embedding": True}),
    "led": (
        "LED",
        {
            **{name: value for name, value in _BART.items() if name != "max_position_embeddings"},
            "decoder_start_token_id": 1,
            "max_encoder_position_embeddings": 256,
            "max_decoder_position_embeddings": 64,
            "attention_window": 16,
        },
    ),
}


def _rules(family: str) -> Any:
    """Return a tokenizer as the family has: bytes between two marks for BART and LED, else pieces before an end."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

    marks = ["<pad>", "</s>", "<s>", "<unk>"]
    cut: Any
    if family in ("bart", "led"):
        rules = Tokenizer(models.BPE(unk_token="<unk>"))
        rules.pre_tokenizer, rules.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
        cut = trainers.BpeTrainer(vocab_size=160, special_tokens=marks, show_progress=False)
        frame = "<s> $A </s>"
    else:
        rules = Tokenizer(models.Unigram())
        rules.pre_tokenizer, rules.decoder = pre_tokenizers.Metaspace(), decoders.Metaspace()
        cut = trainers.UnigramTrainer(vocab_size=150, special_tokens=marks, unk_token="<unk>", show_progress=False)
        frame = "$A </s>"
    rules.train_from_iterator([TEXT], cut)
    rules.post_processor = processors.TemplateProcessing(single=frame, special_tokens=[("</s>", 1), ("<s>", 2)])
    return rules


def _save(family: str, folder: Path) -> Path:
    import torch
    import transformers

    kind, settings = FAMILIES[family]
    rules = _rules(family)
    # As the real ones: T5 has more rows than its tokenizer has pieces.
    settings = {**settings, "vocab_size": rules.get_vocab_size() + (3 if family == "t5" else 0)}
    config = getattr(transformers, f"{kind}Config")(**settings)
    torch.manual_seed(7)
    model = getattr(transformers, f"{kind}ForConditionalGeneration")(config).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if parameter.dim() > 1 and "position" not in name:
                parameter.normal_(0, 0.4)  # as decided as a trained model, so that an error shows
        if settings.get("tie_word_embeddings") is False:
            model.lm_head.weight = torch.nn.Parameter(torch.randn_like(model.lm_head.weight))
        for layer in (model.get_input_embeddings(), model.get_output_embeddings()):
            layer.weight[0] = 0  # as in trained models, which never write <pad>
    model.save_pretrained(folder)
    marks = {"pad_token": "<pad>", "eos_token": "</s>", "bos_token": "<s>", "unk_token": "<unk>"}
    transformers.PreTrainedTokenizerFast(tokenizer_object=rules, **marks).save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that gives the folder of a family's checkpoint, made when first asked for."""
    place = tmp_path_factory.mktemp("checkpoints")

    def give(family: str) -> Path:
        folder = place / family
        return folder if folder.is_dir() else _save(family, folder)

    return give


@pytest.fixture(scope="session")
def spiece_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a T5 with the built-in vocabulary and no tokenizer.json, as older checkpoints are."""
    import transformers

    folder = tmp_path_factory.mktemp("spiece") / "old"
    config = transformers.T5Config(**{**_T5, "vocab_size": 20440, "tie_word_embeddings": False})
    transformers.T5ForConditionalGeneration(config).save_pretrained(folder)
    shutil.copy(find_model().path / "spiece.model", folder)
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which imported models and the user's profiles lie."""
    monkeypatch.setenv("SUMMARIZE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"
