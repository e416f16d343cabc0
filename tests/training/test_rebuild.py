"""One command makes a model from the beginning, and goes on where it was stopped."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from summarize.training import rebuild
from tests.conftest import Run
from tests.training.stories import story


@pytest.fixture
def command(tiny: Path, gold: Path, tmp_path: Path) -> list[str]:
    articles, held_out = tmp_path / "open.jsonl", tmp_path / "test.jsonl"
    bodies = [f"{story(number)['article']} {story(number + 60)['article']}" for number in range(50, 58)]
    rows = [{"title": "Towns close buildings", "body": body, "license": "CC0"} for body in bodies]
    articles.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    held_out.write_text(json.dumps(story(5)) + "\n", encoding="utf-8")
    files = ["--from", str(tiny), "--gold", str(gold), "--open", str(articles), "--held-out", str(held_out)]
    more = ["--smoke", "--pieces", "160", "--", "--device", "cpu", "--threads", "1"]
    return [*files, "--out", str(tmp_path / "made"), *more]


def test_one_command_makes_a_model_that_runs(command: list[str], tmp_path: Path, run: Run) -> None:
    rebuild.main(command)
    made = tmp_path / "made"
    report = json.loads((made / "tokens" / "report.json").read_text(encoding="utf-8"))
    assert 30 < report["gold"]["articles"] < 40
    assert '"story-5"' not in (made / "tokens" / "gold.jsonl").read_text(encoding="utf-8")  # it is held out
    card = (made / "model" / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "| steps taken | 2 |" in card
    done = run("--model", str(made / "model"), "-", stdin=str(story(1)["article"]).encode())
    assert done.returncode == 0, done.stderr
    weights = (made / "model" / "model.bin").read_bytes()
    shutil.rmtree(made / "model")
    shutil.rmtree(made / "stage-1")
    rebuild.main(command)
    assert (made / "model" / "model.bin").read_bytes() == weights
