"""A model folder and token files -> a run: checkpoints, a log, and the settings that made them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from summarize.errors import InputError, ModelError
from summarize.training.checkpoint import find_checkpoints, load_model, restore, save
from summarize.training.command import fingerprint, parser, quiet_torch, run, say, to_lines, write_whole
from summarize.training.examples import load_examples
from summarize.training.loop import Settings, Step, make_optimizer, mean_loss, train

_HELP = """\
Train a model on token files.

  python -m summarize.training.train --model checkpoint/ --data tokens/gold.jsonl --steps 600 --out run/

Give the same command again after a stop, of whatever kind, and it goes on from the last checkpoint as if
it had never stopped. run/log.jsonl has a line for each step, run/settings.json what was chosen.
A GPU is used with --device cuda. On a CPU, --precision bf16 and --compile pay if it computes in bfloat16
(AMX, or AVX512-BF16); --compile needs a C++ compiler. Less memory: a smaller --pieces. Where other work
runs on the machine give fewer --threads than it has cores: they wait for each other at every operation.
"""
_MOST_DEV = 200


def main(arguments: Sequence[str]) -> None:
    """Start a run, or go on with it, and train to its end."""
    chosen = _parse(arguments)
    torch = quiet_torch()
    settings = _settings(chosen)
    out, base = Path(chosen.out), Path(chosen.model)
    examples = [example for path in chosen.data for example in load_examples(Path(path))]
    if not examples:
        raise InputError("there is nothing to train on", "name token files with --data")
    dev = [example for path in chosen.dev for example in load_examples(Path(path))][:_MOST_DEV]
    _note_settings(out, base, chosen.data, settings)
    torch.manual_seed(settings.seed)
    if chosen.threads:
        torch.set_num_threads(chosen.threads)
    checkpoints = find_checkpoints(out)
    source = checkpoints[-1] if checkpoints else base
    model = load_model(source, dropout_rate=settings.dropout).to(settings.device)
    optimizer = make_optimizer(model, settings)
    first = restore(source, optimizer) if checkpoints else 0
    vocabulary = (base / "spiece.model").read_bytes()
    log = Log(out / "log.jsonl", first)
    say(f"{len(examples)} examples, steps {first + 1} to {settings.steps}")
    if dev and not first:
        _note_dev_loss(log, 0, mean_loss(model, dev, settings))
    steps = train(model, optimizer, examples, settings, first)
    for step in _watched(steps, settings.steps, chosen.log_every):
        log.add({"step": step.number, **{name: value for name, value in asdict(step).items() if name != "number"}})
        if step.number % chosen.save_every == 0 or step.number == settings.steps:
            if dev:
                _note_dev_loss(log, step.number, mean_loss(model, dev, settings))
            log.write()
            say(f"wrote {save(out, step.number, model, optimizer, vocabulary)}")


class Log:
    """The lines of log.jsonl up to a checkpoint; what came after it will come again."""

    def __init__(self, path: Path, first: int) -> None:
        self._path = path
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        self.rows: list[dict[str, Any]] = [row for row in map(json.loads, lines) if row["step"] <= first]

    def add(self, row: dict[str, Any]) -> None:
        """Take one more row."""
        self.rows.append(row)

    def write(self) -> None:
        """Write all rows."""
        write_whole(self._path, to_lines(self.rows))


def _watched(steps: Iterator[Step], last: int, every: int) -> Iterator[Step]:
    """Say every so often how it goes."""
    recent: list[Step] = []
    for step in steps:
        recent.append(step)
        if step.number % every == 0 or step.number == last:
            loss = sum(one.loss for one in recent) / len(recent)
            seconds = sum(one.seconds for one in recent) / len(recent)
            say(f"step {step.number}/{last}: loss {loss:.3f}, {seconds:.2f} s a step")
            recent.clear()
        yield step


def _note_dev_loss(log: Log, step: int, loss: float) -> None:
    log.add({"step": step, "dev_loss": loss})
    say(f"step {step}: loss on --dev {loss:.4f}")


def _note_settings(out: Path, base: Path, data: Sequence[str], settings: Settings) -> None:
    """Write settings.json, or refuse to go on with a run of other settings or data."""
    path = out / "settings.json"
    values = {
        "model": base.resolve().name,
        "data": [{"name": Path(one).name, "sha256": fingerprint(Path(one))} for one in data],
        "report": _report_beside(data),
        **asdict(settings),
    }
    if path.is_file():
        before = json.loads(path.read_text(encoding="utf-8"))
        other = sorted(name for name in values if values[name] != before.get(name))
        if other:
            raise ModelError(
                f"{out} is a run with another {', '.join(other)}",
                "give the settings it was started with, or a new --out",
            )
    write_whole(path, json.dumps(values, indent=2) + "\n")


def _report_beside(data: Sequence[str]) -> list[Any]:
    """Return what `prepare` reported of the token files, for the model card."""
    reports = dict.fromkeys(Path(one).parent / "report.json" for one in data)
    return [json.loads(path.read_text(encoding="utf-8")) for path in reports if path.is_file()]


def _settings(chosen: argparse.Namespace) -> Settings:
    names = Settings.__dataclass_fields__
    settings = Settings(**{name: value for name, value in vars(chosen).items() if name in names and value is not None})
    torch = quiet_torch()
    if settings.device == "auto":
        settings = replace(settings, device="cuda" if torch.cuda.is_available() else "cpu")
    if settings.device.startswith("cuda") and not torch.cuda.is_available():
        raise ModelError("this torch finds no CUDA device", "leave --device out to train on the processor")
    return settings


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    options = parser("train", _HELP)
    options.add_argument("--model", required=True, metavar="DIR", help="the checkpoint to start from")
    options.add_argument("--data", required=True, action="append", metavar="FILE", help="token files, all mixed")
    options.add_argument("--dev", action="append", default=[], metavar="FILE", help="token files to watch the loss on")
    options.add_argument("--out", required=True, metavar="DIR", help="the run")
    options.add_argument("--steps", type=int, required=True, metavar="N", help="batches in all")
    options.add_argument("--batch", type=int, metavar="N", help="examples a step (16)")
    options.add_argument("--rate", type=float, metavar="R", help="the highest learning rate (2.5e-4)")
    options.add_argument("--schedule", choices=("cosine", "constant"), help="how it falls (cosine)")
    options.add_argument("--warmup", type=int, metavar="N", help="steps until it is reached (20)")
    options.add_argument("--smoothing", type=float, metavar="SHARE", help="label smoothing (0)")
    options.add_argument("--decay", type=float, metavar="D", help="weight decay (0.01)")
    options.add_argument("--dropout", type=float, metavar="SHARE", help="dropout (0)")
    options.add_argument("--clip", type=float, metavar="NORM", help="the largest gradient (1)")
    options.add_argument("--ranking", type=float, metavar="W", help="weight of preferring the better candidates (0)")
    options.add_argument("--margin", type=float, metavar="M", help="nats a piece for each point of their score (2)")
    options.add_argument("--candidates", type=int, metavar="N", help="how many are compared (6)")
    options.add_argument("--pieces", type=int, metavar="N", help="source pieces in memory at once (4096)")
    options.add_argument("--precision", choices=("float32", "bf16"), help="what to compute in (float32)")
    options.add_argument("--device", default="auto", metavar="D", help="cpu, cuda, cuda:1 (cuda if there is one)")
    options.add_argument("--threads", type=int, metavar="N", help="processor threads (all)")
    options.add_argument("--compile", action="store_true", help="through torch.compile")
    options.add_argument("--seed", type=int, metavar="N", help="order of the examples, dropout (0)")
    options.add_argument(
        "--save-every", type=int, default=200, metavar="N", help="steps from checkpoint to checkpoint (200)"
    )
    options.add_argument("--log-every", type=int, default=10, metavar="N", help="steps from line to line (10)")
    return options.parse_args(arguments)


if __name__ == "__main__":
    run(main)
