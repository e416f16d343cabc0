"""Ranking: a model's own answers are scored, and training makes the better ones likelier."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from summarize.errors import InputError
from summarize.prompts import load_profile
from summarize.training import candidates, export
from summarize.training.batches import collate
from summarize.training.candidates import Judge, count_foreign
from summarize.training.checkpoint import load_model
from summarize.training.examples import Candidate, Example, Tokenizer, load_examples
from summarize.training.loop import Settings, disorder_of, make_optimizer, train

SOURCE = "brief: The council of Harrowgate voted 7-2 on Monday, and Mayor Ruth Ellery signed 14 orders, she said."


@pytest.fixture(scope="module")
def ranked(tiny: Path, tokens: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the token file with the answers of the tiny model."""
    folder = tmp_path_factory.mktemp("ranked")
    export.main([str(tiny), "--out", str(folder / "model")])
    out = folder / "ranked.jsonl"
    candidates.main(asked(folder / "model", tokens, out, "--limit", "20"))
    return out


def asked(model: Path, tokens: Path, out: Path, *more: str) -> list[str]:
    return ["--model", str(model), "--data", str(tokens), "--out", str(out), "--beam", "3", *more]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mayor Ruth Ellery signed 14 orders.", 0),
        ("The mayor, Ruth Ellery, signed 15 orders.", 1),
        ("The mayor, Rita Ellery, signed 15 orders.", 2),
        ("Yesterday the council voted 7-2.", 0),  # begins a sentence: no name
        ("The council voted 7-3 in Harrogate.", 2),
    ],
)
def test_foreign_names_and_numbers_are_counted(text: str, count: int) -> None:
    assert count_foreign(text, SOURCE) == count


def test_a_candidate_has_the_score_of_its_text(tiny: Path) -> None:
    tokenizer = Tokenizer(tiny / "spiece.model")
    judge = Judge(load_profile("brief-en"), tokenizer)
    target = "The council closed the library. The mayor said it was old."
    example = Example("1", "brief", "CC0", tokenizer.encode(target), tokenizer.encode(target))
    assert judge.score(example, example.target) == 1
    half = judge.score(example, tokenizer.encode("The council closed the library."))
    assert 0.4 < half < 0.9
    foreign = judge.score(example, tokenizer.encode("The council closed the library 9."))
    assert foreign < half - 0.1


def test_answers_are_kept_best_first_and_once(ranked: Path, tokens: Path) -> None:
    examples = load_examples(ranked)
    assert len(examples) >= 10
    assert {one.task for one in examples} == {"brief", "points"}
    plain = {(one.task, one.id): one for one in load_examples(tokens)}
    for example in examples:
        assert replace(example, candidates=()) == plain[example.task, example.id]
        assert 1 <= len(example.candidates) <= 6
        scores = [one.score for one in example.candidates]
        assert scores == sorted(scores, reverse=True)
        assert len({one.pieces for one in example.candidates}) == len(example.candidates)


def test_a_stopped_run_goes_on(ranked: Path, tokens: Path, tmp_path: Path) -> None:
    out = tmp_path / "ranked.jsonl"
    lines = ranked.read_bytes().splitlines(keepends=True)
    out.write_bytes(b"".join(lines[:5]) + lines[5][:40])  # stopped while it wrote the sixth
    candidates.main(asked(ranked.parent / "model", tokens, out, "--limit", "20"))
    done = load_examples(out)
    assert [(one.task, one.id) for one in done] == [(one.task, one.id) for one in load_examples(ranked)]
    assert done[:5] == load_examples(ranked)[:5]


def test_nothing_to_answer_is_said(ranked: Path, tokens: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to answer"):
        candidates.main(asked(ranked.parent / "model", tokens, tmp_path / "out.jsonl", "--task", "poem"))


@pytest.mark.parametrize(
    ("likely", "scores", "expected"),
    [
        ([-0.1, -0.3], [0.6, 0.5], 0.0),  # in order, and far enough apart: 2 nats a point
        ([-0.1, -0.2], [0.6, 0.5], 0.1),  # in order, 0.1 too near
        ([-0.3, -0.1], [0.6, 0.5], 0.4),  # the wrong way round
        ([-0.3, -0.1], [0.5, 0.5], 0.0),  # equally good: no order
        ([-0.1, -0.3, -0.3], [0.6, 0.5, 0.5], 0.0),
        ([-0.1, -0.3, -0.2], [0.6, 0.5, 0.4], (0.0 + 0.3 + 0.3) / 3),
    ],
)
def test_disorder_is_what_is_missing_from_the_margins(
    likely: list[float], scores: list[float], expected: float
) -> None:
    found = disorder_of(torch.tensor([likely]), torch.tensor([scores]), margin=2.0)
    assert found.tolist() == pytest.approx([expected], abs=1e-6)


def test_candidates_stand_behind_the_target() -> None:
    ones = tuple(Candidate(1 - at / 10, (20 + at, 1)) for at in range(5))
    examples = [
        Example("a", "brief", "", (9, 1), (8, 8, 1), ones),
        Example("b", "brief", "", (9, 1), (7, 1), ones[:1]),
    ]
    batch = collate(examples, pad=0, start=0, device="cpu", candidates=3)
    # Evenly between best and worst; one alone stands three times.
    assert batch.labels[:, 0].tolist() == [8, 20, 22, 24, 7, 20, 20, 20]
    assert batch.scores.tolist() == [pytest.approx([1.0, 0.8, 0.6]), [1.0, 1.0, 1.0]]
    assert batch.source.shape[0] == 2


def test_training_puts_candidates_in_order(tiny: Path, ranked: Path) -> None:
    examples = load_examples(ranked)[:8]
    model = load_model(tiny)
    settings = Settings(steps=40, batch=8, rate=3e-3, warmup=2, ranking=10.0)
    steps = list(train(model, make_optimizer(model, settings), examples, settings))
    assert steps[0].disorder > 0
    assert steps[-1].disorder < 0.3 * steps[0].disorder
    assert steps[-1].loss < steps[0].loss


def test_without_its_weight_ranking_changes_nothing(tiny: Path, ranked: Path) -> None:
    examples = load_examples(ranked)[:8]
    plain = [replace(one, candidates=()) for one in examples]
    taken = []
    for data in (examples, plain):
        model, settings = load_model(tiny), Settings(steps=3, batch=4)
        taken.append(list(train(model, make_optimizer(model, settings), data, settings)))
    for one, other in zip(*taken, strict=True):
        assert (one.loss, one.disorder, one.norm) == (other.loss, 0.0, other.norm)


def test_ranked_and_plain_examples_go_together(tiny: Path, ranked: Path) -> None:
    examples = [one if at % 2 else replace(one, candidates=()) for at, one in enumerate(load_examples(ranked)[:8])]
    taken = []
    for pieces in (100_000, 300):
        model, settings = load_model(tiny), Settings(steps=2, batch=8, pieces=pieces, ranking=5.0)
        taken.append(list(train(model, make_optimizer(model, settings), examples, settings)))
    for one, other in zip(*taken, strict=True):
        assert (one.loss, one.disorder) == (
            pytest.approx(other.loss, rel=1e-4),
            pytest.approx(other.disorder, rel=1e-3),
        )
