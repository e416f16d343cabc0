"""A run or a checkpoint -> a folder for `summarize --model`, checked against the checkpoint, with its card."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from summarize.errors import ModelError
from summarize.training.card import read_run, render_card
from summarize.training.checkpoint import find_checkpoints
from summarize.training.command import parser, quiet_torch, run, say, write_whole
from summarize.training.convert import QUANTIZATIONS, convert

_HELP = """\
Convert a run's last checkpoint, or the checkpoint you name, into a folder for `summarize --model`.

  python -m summarize.training.export run/ --out models/ours
  summarize --model models/ours article.txt

The converted model is asked how likely it finds what the checkpoint writes; if the two disagree, nothing is
written. MODEL_CARD.md tells what the run's settings and log say; add whose texts they were, and what it scores.
"""


def main(arguments: Sequence[str]) -> None:
    """Convert, check, write the card."""
    options = parser("export", _HELP)
    options.add_argument("checkpoint", metavar="DIR", help="a run, or a checkpoint")
    options.add_argument("--out", required=True, metavar="DIR", help="the new folder")
    options.add_argument("--quantization", choices=QUANTIZATIONS, default="int8", help="how weights are kept (int8)")
    chosen = options.parse_args(arguments)
    quiet_torch()
    from transformers import AutoConfig

    folder, out = _newest(Path(chosen.checkpoint)), Path(chosen.out)
    check = convert(folder, out, chosen.quantization)
    config = AutoConfig.from_pretrained(str(folder), local_files_only=True)
    card = render_card(out.name, config, chosen.quantization, check, read_run(folder.parent))
    write_whole(out / "MODEL_CARD.md", card)
    say(f"{out}: {check.size / 1e6:.1f} MB, {check.difference:.4f} nats a piece from {folder}")


def _newest(folder: Path) -> Path:
    if (folder / "config.json").is_file():
        return folder
    found = find_checkpoints(folder)
    if not found:
        raise ModelError(f"there is no checkpoint in {folder}", "name the --out of a training run, or a checkpoint")
    return found[-1]


if __name__ == "__main__":
    run(main)
