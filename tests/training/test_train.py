"""Training: what a step is made of, and that a run goes on after a stop as if there had been none."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import InputError, ModelError
from summarize.training import train
from summarize.training.batches import COARSE, batches_from, collate, passes, plan
from summarize.training.checkpoint import find_checkpoints, load_model
from summarize.training.examples import Example, load_examples
from summarize.training.loop import Settings, make_optimizer, mean_loss, rate_at
from summarize.training.loop import train as take_steps


def example(source: int, target: int = 3) -> Example:
    return Example(str(source), "brief", "CC0", (*range(5, 4 + source), 1), (*range(7, 6 + target), 1))


def run(tiny: Path, tokens: Path, out: Path, *arguments: str) -> list[dict[str, Any]]:
    """Train with dropout, whose random numbers a resumed run must have too; return the log."""
    fixed = ("--steps", "8", "--batch", "4", "--warmup", "2", "--rate", "0.01", "--dropout", "0.1", "--device", "cpu")
    files = ("--model", str(tiny), "--data", str(tokens), "--out", str(out), "--save-every", "3")
    train.main([*files, *fixed, *arguments])
    return [json.loads(line) for line in (out / "log.jsonl").read_text(encoding="utf-8").splitlines()]


def losses(log: list[dict[str, Any]]) -> list[tuple[int, float]]:
    return [(row["step"], row["loss"]) for row in log if "loss" in row]


@given(st.lists(st.integers(2, 90), min_size=1, max_size=150), st.integers(1, 20), st.integers(0, 5))
def test_an_epoch_has_every_example_once(lengths: list[int], size: int, epoch: int) -> None:
    examples = [example(length) for length in lengths]
    batches = list(plan(examples, size, epoch, seed=3))
    assert Counter(at for batch in batches for at in batch) == Counter(range(len(lengths)))
    assert len(batches) == -(-len(lengths) // size)
    assert all(len(batch) <= size for batch in batches)
    assert batches == list(plan(examples, size, epoch, seed=3))


@given(st.integers(1, 150), st.integers(1, 20), st.integers(0, 60))
def test_batches_after_a_stop_are_those_that_would_have_come(count: int, size: int, step: int) -> None:
    examples = [example(2 + at % 30) for at in range(count)]
    straight, resumed = batches_from(0, examples, size, 0), batches_from(step, examples, size, 0)
    for _ in range(step):
        next(straight)
    assert [next(straight) for _ in range(5)] == [next(resumed) for _ in range(5)]


def test_epochs_and_seeds_differ() -> None:
    examples = [example(9)] * 50
    orders = [list(plan(examples, 5, epoch, seed)) for epoch, seed in ((0, 0), (1, 0), (0, 1))]
    assert len({str(order) for order in orders}) == 3


def test_like_lengths_go_together() -> None:
    examples = [example(2 + 37 * at % 500) for at in range(320)]
    spread = [
        max(batch) - min(batch)
        for batch in ([len(examples[at].source) for at in one] for one in plan(examples, 10, 0, 0))
    ]
    assert max(spread) < 60


def test_passes_hold_no_more_than_asked() -> None:
    batch = [example(100)] * 10
    assert [len(part) for part in passes(batch, 512)] == [4, 4, 2]  # 128 wide
    assert [len(part) for part in passes(batch, 900)] == [4, 4, 2]  # seven would fit; parts of one size are few shapes
    assert [len(part) for part in passes(batch, 1)] == [1] * 10


def test_passes_keep_like_targets_together() -> None:
    batch = [example(100, target) for target in (90, 20, 80, 30)]
    parts = [[len(one.target) for one in part] for part in passes(batch, 256)]
    assert [max(part) for part in parts] == [30, 90]


def test_what_is_compiled_has_few_shapes() -> None:
    batches = [[example(length + at, 10 + length % 150) for at in range(16)] for length in range(20, 1000, 7)]
    shapes = {
        (*made.source.shape, made.labels.shape[1])
        for batch in batches
        for part in passes(batch, 4096, COARSE)
        for made in [collate(part, 0, 0, "cpu", widths=COARSE)]
    }
    assert len(shapes) <= 9, shapes


def test_the_decoder_sees_what_came_before() -> None:
    batch = collate([example(4, 3), example(2, 1)], pad=0, start=0, device="cpu")
    assert batch.source[:, :5].tolist() == [[5, 6, 7, 1, 0], [5, 1, 0, 0, 0]]
    assert batch.mask.sum(1).tolist() == [4, 2]
    assert batch.labels[:, :4].tolist() == [[7, 8, 1, -100], [1, -100, -100, -100]]
    assert batch.start[:, :4].tolist() == [[0, 7, 8, 1], [0, 1, 0, 0]]


def test_the_rate_rises_and_falls() -> None:
    settings = Settings(steps=110, rate=1.0, warmup=10)
    rates = [rate_at(step, settings) for step in range(110)]
    assert rates[:10] == pytest.approx([(step + 1) / 10 for step in range(10)])
    assert rates[10] == 1.0
    assert rates[60] == pytest.approx(0.5)
    assert 0 < rates[-1] < 0.001
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert rate_at(90, replace(settings, schedule="constant")) == 1.0


def test_passes_do_not_change_the_step(tiny: Path, tokens: Path) -> None:
    examples = load_examples(tokens)[:8]
    taken = []
    for pieces in (100_000, 200):
        model = load_model(tiny)
        settings = Settings(steps=2, batch=8, warmup=0, rate=1e-3, pieces=pieces)
        steps = list(take_steps(model, make_optimizer(model, settings), examples, settings))
        taken.append([(step.loss, step.norm) for step in steps])
    for one, other in zip(*taken, strict=True):
        assert one == pytest.approx(other, rel=1e-4)


def test_the_loss_is_that_of_transformers(tiny: Path, tokens: Path) -> None:
    model, examples = load_model(tiny), load_examples(tokens)[:1]
    ours = mean_loss(model, examples, Settings(steps=1))
    with torch.no_grad():
        theirs = model.eval()(
            input_ids=torch.tensor([examples[0].source]), labels=torch.tensor([examples[0].target])
        ).loss
    assert ours == pytest.approx(float(theirs), rel=1e-5)


def test_smoothing_and_bf16_are_used(tiny: Path, tokens: Path) -> None:
    first = {}
    plain = Settings(steps=1, batch=8)
    for name, settings in {
        "plain": plain,
        "smooth": replace(plain, smoothing=0.3),
        "bf16": replace(plain, precision="bf16"),
    }.items():
        model = load_model(tiny)
        (step,) = take_steps(model, make_optimizer(model, settings), load_examples(tokens)[:8], settings)
        first[name] = step.loss
    assert first["smooth"] != pytest.approx(first["plain"], rel=1e-4)
    assert first["bf16"] != first["plain"]
    assert first["bf16"] == pytest.approx(first["plain"], rel=0.02)


def test_a_run_learns(tiny: Path, tokens: Path, tmp_path: Path) -> None:
    settings = Settings(steps=20, batch=4, rate=0.02, warmup=2)
    model, examples = load_model(tiny), [one for one in load_examples(tokens) if one.task == "headline"]
    before = mean_loss(model, examples, settings)
    assert len(list(take_steps(model, make_optimizer(model, settings), examples, settings))) == 20
    assert mean_loss(model, examples, settings) < 0.6 * before


def test_a_stopped_run_goes_on_as_if_it_had_not(tiny: Path, tokens: Path, tmp_path: Path) -> None:
    straight = run(tiny, tokens, tmp_path / "straight", "--dev", str(tokens))
    stopped = tmp_path / "stopped"
    run(tiny, tokens, stopped, "--dev", str(tokens))
    shutil.rmtree(stopped / "step-000008")  # as if it had been stopped after step 6 and before the end
    (stopped / ".writing-1").mkdir()  # while it wrote
    resumed = run(tiny, tokens, stopped, "--dev", str(tokens))
    assert losses(resumed) == losses(straight)
    assert [row["dev_loss"] for row in resumed if "dev_loss" in row] == [
        row["dev_loss"] for row in straight if "dev_loss" in row
    ]
    ours, theirs = (load_model(find_checkpoints(out)[-1]).state_dict() for out in (stopped, tmp_path / "straight"))
    assert all(torch.equal(ours[name], theirs[name]) for name in theirs)


def test_a_run_that_is_done_has_nothing_to_do(tiny: Path, tokens: Path, tmp_path: Path) -> None:
    log = run(tiny, tokens, tmp_path)
    assert [path.name for path in find_checkpoints(tmp_path)] == ["step-000006", "step-000008"]
    assert run(tiny, tokens, tmp_path) == log


def test_another_seed_is_another_run(tiny: Path, tokens: Path, tmp_path: Path) -> None:
    assert losses(run(tiny, tokens, tmp_path / "0")) != losses(run(tiny, tokens, tmp_path / "1", "--seed", "1"))


def test_the_output_layer_stays_untied(tiny: Path, tokens: Path, tmp_path: Path) -> None:
    run(tiny, tokens, tmp_path)
    model = load_model(find_checkpoints(tmp_path)[-1])
    assert not torch.equal(model.lm_head.weight, model.shared.weight)
    config = json.loads((find_checkpoints(tmp_path)[-1] / "config.json").read_text())
    assert config["tie_word_embeddings"] is False


def test_other_settings_or_data_are_refused(tiny: Path, tokens: Path, tmp_path: Path) -> None:
    run(tiny, tokens, tmp_path / "run")
    with pytest.raises(ModelError, match="another rate"):
        run(tiny, tokens, tmp_path / "run", "--rate", "0.02")
    changed = tmp_path / "gold.jsonl"
    changed.write_bytes(tokens.read_bytes() * 2)
    with pytest.raises(ModelError, match="another data"):
        run(tiny, changed, tmp_path / "run")


def test_what_cannot_be_trained_is_said(tiny: Path, tokens: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no config\.json"):
        run(tmp_path, tokens, tmp_path / "run")
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(InputError, match="nothing to train on"):
        run(tiny, tmp_path / "empty.jsonl", tmp_path / "run")
    if not torch.cuda.is_available():
        with pytest.raises(ModelError, match="CUDA"):
            run(tiny, tokens, tmp_path / "run", "--device", "cuda")
