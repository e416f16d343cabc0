"""Every family through transformers, and converted: what is read, what is written, what is refused."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from summarize.data import Generation, Request
from summarize.engines import Engine, Running, convert, find_model, open_engine
from summarize.engines.convert import import_model
from summarize.engines.transformers import TransformersEngine
from summarize.errors import InputError, MissingExtraError, ModelError
from summarize.limits import time_limit
from summarize.prompts import load_profile
from tests.engines.conftest import FAMILIES, TEXT

Give = Callable[[str], Path]
GREEDY = Generation(beam_size=1, n_best=1, max_tokens=16, no_repeat_ngram=2)
CONVERTED = ("t5", "t5-v1.1", "mt5", "bart", "pegasus", "mbart")


def opened(model: Path | str) -> Engine:
    """Return the engine of a model, loaded afresh if it is not a checkpoint that several tests use."""
    return _kept(str(model)) if "checkpoints" in str(model) else _opened(model)


@lru_cache
def _kept(model: str) -> Engine:
    return _opened(model)


def _opened(model: Path | str) -> Engine:
    found = find_model(str(model))
    return open_engine(found, load_profile(found.profile), running=Running(threads=1))


def beam(n_best: int = 3, penalty: float = 1.0, separator: str = "") -> Request:
    return Request("brief", TEXT[:80], Generation(4, n_best, 16, length_penalty=penalty, no_repeat_ngram=2), separator)


@pytest.mark.parametrize(
    ("family", "profile", "budget"),
    [
        ("t5", "t5", 512),
        ("t5-v1.1", "flan-t5", 512),
        ("mt5", "plain", 1000),
        ("bart", "bart-cnn", 126),
        ("pegasus", "pegasus", 127),
        ("mbart", "plain", 127),
        ("led", "led", 254),
    ],
)
def test_limits_are_the_models_own(family: str, profile: str, budget: int, checkpoint: Give) -> None:
    found = find_model(str(checkpoint(family)))
    engine = opened(checkpoint(family))
    assert (found.runner, found.profile, engine.budget) == ("transformers", profile, budget)
    fitting = TEXT * 20
    while engine.count_tokens(fitting) > budget:
        fitting = fitting[: -len(fitting) // 20]
    (drafts,) = engine.generate([Request("brief", fitting, GREEDY)])
    assert len(drafts) == 1
    with pytest.raises(ModelError, match=f"exceeds the model's {budget}"):
        engine.generate([Request("brief", TEXT * 20, GREEDY)])


@pytest.mark.parametrize("family", FAMILIES)
def test_n_best_come_best_first_whatever_runs_beside_them(family: str, checkpoint: Give) -> None:
    engine = opened(checkpoint(family))
    (drafts,) = engine.generate([beam()])
    assert len(drafts) == 3
    assert all(draft.items for draft in drafts)
    assert [draft.score for draft in drafts] == sorted((draft.score for draft in drafts), reverse=True)
    assert engine.generate([Request("brief", TEXT[:40], GREEDY), beam()])[1] == drafts
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(engine.generate, [[beam()]] * 4)) == [(drafts,)] * 4


@pytest.mark.parametrize("family", ["t5", "bart"])
def test_a_score_is_the_mean_of_the_pieces_whatever_the_length_penalty(family: str, checkpoint: Give) -> None:
    engine = opened(checkpoint(family))
    (plain,) = engine.generate([beam()])
    (long,) = engine.generate([beam(penalty=2.0)])
    scores = {draft.items: draft.score for draft in plain}
    shared = [draft for draft in long if draft.items in scores]
    assert shared
    assert [draft.score for draft in shared] == pytest.approx(
        [scores[draft.items] for draft in shared], rel=0.01
    )  # a piece more or less makes 6 %


def test_an_output_is_cut_at_its_separator_and_an_unfinished_item_dropped(checkpoint: Give) -> None:
    engine = opened(checkpoint("t5"))
    assert isinstance(engine, TransformersEngine)
    request = Request("points", TEXT, replace(GREEDY, min_tokens=12, max_tokens=12))
    pieces = engine.answer(request)
    # The tokenizer is trained anew each time: whatever it makes, a word must stand before the separator.
    worded = next(at for at, piece in enumerate(pieces) if piece.strip("▁").isalpha())
    separator = next(piece for piece in pieces[worded + 1 :] if piece not in pieces[: worded + 1])
    ((whole,),) = engine.generate([request])
    ((cut,),) = engine.generate([replace(request, separator=separator)])
    assert len(whole.items) == 1
    assert 1 <= len(cut.items) <= pieces.count(separator)  # what follows the last one was not finished
    assert len("".join(cut.items)) < len(whole.items[0])


@pytest.mark.parametrize("family", CONVERTED)
def test_what_is_converted_writes_the_same(family: str, checkpoint: Give, home: Path) -> None:
    made, apart = import_model(str(checkpoint(family)), quantization="float32")
    source, converted = opened(checkpoint(family)), opened(made.name)
    assert made.path == home / "models" / family
    assert apart < 1e-4
    assert converted.budget == source.budget
    assert find_model(made.name).profile == find_model(str(checkpoint(family))).profile
    requests = [Request("brief", text, GREEDY) for text in (TEXT, TEXT[60:150], TEXT[200:])]
    requests = [request for request in requests if source.count_tokens(request.text) <= source.budget]
    assert requests
    texts = [[drafts[0].items for drafts in engine.generate(requests)] for engine in (source, converted)]
    assert texts[0] == texts[1]
    assert len(set(texts[0])) == len(requests)
    scores = [[drafts[0].score for drafts in engine.generate(requests)] for engine in (source, converted)]
    assert scores[0] == pytest.approx(scores[1], abs=0.05)  # one counts what may not be repeated, the other does not


@pytest.mark.parametrize("quantization", ["int8", "float16"])
def test_rounding_is_no_disagreement(quantization: convert.Quantization, checkpoint: Give, home: Path) -> None:
    made, apart = import_model(str(checkpoint("t5")), "small", quantization)
    assert made.name == "small"
    assert apart > 0
    assert opened("small").generate([beam()])


@pytest.mark.parametrize("family", ["t5-v1.1", "mt5"])
def test_a_conversion_that_disagrees_is_refused(
    family: str, checkpoint: Give, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As CTranslate2 4.8 alone does it: what transformers 5 says of untied outputs scales them.
    monkeypatch.setattr(convert, "_as_expected", lambda model: model)
    with pytest.raises(ModelError, match="is another model"):
        import_model(str(checkpoint(family)), quantization="float32")
    assert list((home / "models").iterdir()) == []


def test_a_family_without_a_loader_is_pointed_elsewhere(checkpoint: Give, home: Path) -> None:
    with pytest.raises(ModelError, match=r"no loader for led; it runs as it is: summarize --model .*led"):
        import_model(str(checkpoint("led")))
    assert not (home / "models").exists()


def test_a_folder_with_only_spiece_model(spiece_only: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tokenizer knows a hundred marks for which the model has no rows.
    made, _ = import_model(str(spiece_only), quantization="float32")
    request = Request("brief", "Oslo. <extra_id_7> It rained in Ålesund.", GREEDY)
    assert opened(spiece_only).generate([request])[0]
    assert opened(made.name).count_tokens("It rained in Ålesund.") == opened(spiece_only).count_tokens(
        "It rained in Ålesund."
    )
    monkeypatch.setattr("summarize.engines.checkpoint._has_protobuf", lambda: False)
    with pytest.raises(MissingExtraError, match=r"needs protobuf.*pip install 'summarize\[torch\]'"):
        opened(spiece_only)


def test_a_search_ends_with_the_time_of_its_article(checkpoint: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, request = opened(checkpoint("t5")), Request("brief", TEXT[:80], GREEDY)
    ((whole,),) = engine.generate([request])
    with time_limit(1e-6), pytest.raises(InputError, match="longer than 1e-06 seconds"):
        engine.generate([request])
    # The search itself has stopped, after a piece: it is not only told afterwards that it took too long.
    monkeypatch.setattr("summarize.engines.transformers.check_time", lambda: None)
    with time_limit(1e-6):
        ((cut,),) = engine.generate([request])
    assert len(" ".join(cut.items)) < len(" ".join(whole.items)) / 4


def test_without_torch(checkpoint: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.engines.checkpoint.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"needs torch.*pip install 'summarize\[torch\]'"):
        _opened(checkpoint("t5"))
    with pytest.raises(MissingExtraError, match="needs torch"):
        import_model(str(checkpoint("t5")))


def test_a_gpu_that_is_not_there(checkpoint: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    found = find_model(str(checkpoint("t5")))
    with pytest.raises(ModelError, match="no GPU"):
        open_engine(found, load_profile("t5"), running=Running(device="cuda"))
    assert open_engine(found, load_profile("t5"), running=Running(dtype="bfloat16")).generate([beam()])


def test_what_is_no_seq2seq_model(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"]}))
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError):
        opened(tmp_path)


def test_damaged_weights_are_one_line(checkpoint: Give, tmp_path: Path) -> None:
    shutil.copytree(checkpoint("t5"), tmp_path / "broken")
    (tmp_path / "broken" / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        opened(tmp_path / "broken")
    assert "\n" not in str(caught.value)
