"""A run or a checkpoint -> a folder for `summarize --model`, checked against the checkpoint, with its card."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

from summarize.engines import find_model
from summarize.engines.convert import Conversion, Quantization, convert
from summarize.errors import ModelError
from summarize.prompts import load_profile
from summarize.training.card import Kept, read_run, render_card
from summarize.training.checkpoint import VOCABULARY, find_checkpoints
from summarize.training.command import parser, quiet_torch, run, say
from summarize.training.examples import load_examples
from summarize.training.shortlist import NAME, make_shortlist

# With fewer, answers lack words: the README says what that costs.
_COMMON = 4000
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
    options.add_argument(
        "--data", action="append", default=[], metavar="FILE", help="token files, for a shortlist: answers come faster"
    )
    options.add_argument(
        "--common", type=int, default=_COMMON, metavar="N", help=f"pieces in any shortlist ({_COMMON})"
    )
    options.add_argument(
        "--quantization", choices=get_args(Quantization), default="int8", help="how weights are kept (int8)"
    )
    chosen = options.parse_args(arguments)
    quiet_torch()
    from transformers import AutoConfig

    folder, out = _newest(Path(chosen.checkpoint)), Path(chosen.out)
    if out.exists():
        raise ModelError(f"{out} is there already", "name another folder with --out")
    if not (folder / VOCABULARY).is_file():
        raise ModelError(f"{folder} has no {VOCABULARY}", "`summarize models import` takes other checkpoints")
    config = AutoConfig.from_pretrained(str(folder), local_files_only=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as scratch:
        made = Path(scratch) / out.name
        conversion = _convert(folder, made, chosen.quantization)
        if chosen.data:
            (made / NAME).write_text(_shortlist(folder, chosen.data, chosen.common), encoding="utf-8")
        size = (made / "model.bin").stat().st_size
        card = render_card(out.name, config, Kept(chosen.quantization, size), conversion, read_run(folder.parent))
        (made / "MODEL_CARD.md").write_text(card, encoding="utf-8")
        made.replace(out)
    say(f"{out}: {size / 1e6:.1f} MB, {conversion.distance:.4f} nats a piece from {folder}")


def _convert(folder: Path, made: Path, quantization: Quantization) -> Conversion:
    # Where a checkpoint lay is nobody's business but its maker's: the notes that go with the model tell its name.
    found = replace(find_model(str(folder)), repository=folder.name)
    return convert(found, folder, made, quantization, VOCABULARY)


def _shortlist(folder: Path, files: Sequence[str], common: int) -> str:
    examples = (example for path in files for example in load_examples(Path(path)))
    profile = load_profile(find_model(str(folder)).profile)
    separators = [task.separator for task in profile.tasks.values() if task.separator]
    return make_shortlist(folder / VOCABULARY, examples, common, separators)


def _newest(folder: Path) -> Path:
    if (folder / "config.json").is_file():
        return folder
    found = find_checkpoints(folder)
    if not found:
        raise ModelError(f"there is no checkpoint in {folder}", "name the --out of a training run, or a checkpoint")
    return found[-1]


if __name__ == "__main__":
    run(main)
