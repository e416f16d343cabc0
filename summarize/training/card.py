"""A run's settings, log and self-check -> the model card that goes with the exported weights."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.engines.convert import Conversion, is_tied

_SETTINGS = ("steps", "batch", "rate", "schedule", "warmup", "smoothing", "decay", "dropout", "precision", "seed")
_WINDOW = 20


@dataclass(frozen=True, slots=True)
class Run:
    """What is known of how a checkpoint was trained; all empty where no run lies beside it."""

    settings: dict[str, Any]
    log: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """How the weights are kept, and how many bytes they take."""

    quantization: str
    size: int


def read_run(folder: Path) -> Run:
    """Return what the run folder says of itself."""
    settings, log = folder / "settings.json", folder / "log.jsonl"
    return Run(
        json.loads(settings.read_text(encoding="utf-8")) if settings.is_file() else {},
        tuple(map(json.loads, log.read_text(encoding="utf-8").splitlines())) if log.is_file() else (),
    )


def render_card(name: str, config: Any, kept: Kept, conversion: Conversion, run: Run) -> str:
    """Return the card as Markdown."""
    parts = [f"# {name}", _architecture(config, kept, conversion)]
    if run.settings:
        parts += ["## What it was trained on", _data(run.settings), "## How", _training(run)]
    else:
        parts += ["How it was trained is not known: no settings.json lay beside the checkpoint."]
    parts += [
        "## Check",
        f"Over {conversion.pieces} pieces of three texts that the checkpoint wrote, the log-probability of a piece in "
        f"these files differs from the checkpoint's by {conversion.distance:.4f} nats on average.",
        "What it scores is not on this card: `summarize evaluate PAIRS.jsonl -m FOLDER` measures that.",
    ]
    return "\n\n".join(parts) + "\n"


def _architecture(config: Any, kept: Kept, conversion: Conversion) -> str:
    layers = f"{config.num_layers} encoder and {config.num_decoder_layers} decoder layers"
    widths = f"d_model {config.d_model}, d_ff {config.d_ff} {config.feed_forward_proj}"
    heads = f"{config.num_heads} heads of {config.d_kv}, {'tied' if is_tied(config) else 'untied'} output layer"
    size = f"{conversion.parameters / 1e6:.1f} M parameters, {config.vocab_size:,} pieces"
    return _table(
        [
            ("architecture", f"T5: {layers}, {widths}, {heads}"),
            ("size", f"{size}; {kept.size / 1e6:.1f} MB as CTranslate2 {kept.quantization}"),
        ]
    )


def _data(settings: dict[str, Any]) -> str:
    used = {Path(one["name"]).stem for one in settings["data"]}
    kinds = [(kind, made) for report in settings["report"] for kind, made in report.items() if kind in used]
    licenses: Counter[str] = Counter()
    for _, made in kinds:
        licenses.update(made["licenses"])
    if not kinds:
        return "Token files " + ", ".join(f"`{one['name']}` ({one['sha256'][:12]})" for one in settings["data"]) + "."
    lines = [
        f"- `{kind}`: {made['articles']} articles, "
        + ", ".join(f"{count} {task}" for task, count in sorted(made["tasks"].items()))
        for kind, made in kinds
    ]
    return "\n".join([*lines, "", _table(licenses.most_common(), ("licence of the text", "articles"))])


def _training(run: Run) -> str:
    steps = [row for row in run.log if "loss" in row]
    rows = [("started from", run.settings["model"]), *((name, run.settings[name]) for name in _SETTINGS)]
    rows += [("steps taken", steps[-1]["step"] if steps else 0)]
    if steps:
        window = max(1, min(_WINDOW, len(steps) // 2))
        rows += [(f"loss, first and last {window} steps", f"{_mean(steps[:window])} -> {_mean(steps[-window:])}")]
        rows += [("target pieces seen", f"{sum(row['pieces'] for row in steps):,}")]
        rows += [("time", f"{sum(row['seconds'] for row in steps) / 60:.0f} minutes")]
    dev = [row["dev_loss"] for row in run.log if "dev_loss" in row]
    if dev:
        rows += [("loss on the --dev set, before and after", f"{dev[0]:.3f} -> {dev[-1]:.3f}")]
    return _table(rows)


def _mean(rows: Sequence[dict[str, Any]]) -> str:
    return f"{sum(row['loss'] for row in rows) / len(rows):.3f}"


def _table(rows: Sequence[tuple[Any, Any]], heads: tuple[str, str] = ("", "")) -> str:
    return "\n".join(f"| {one} | {other} |" for one, other in (heads, ("-", "-"), *rows))
