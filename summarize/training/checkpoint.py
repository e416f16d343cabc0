"""A model in training <-> a folder from which it goes on as if it had never stopped."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

from summarize.errors import ModelError
from summarize.training.command import quiet_torch

_NAME = re.compile(r"step-(\d+)$")
_STATE = "state.pt"
VOCABULARY = "spiece.model"
_KEPT = 2


def load_model(folder: Path, **changes: Any) -> Any:
    """Return the seq2seq model of a folder, in float32, with `changes` to its configuration. Raises ModelError."""
    torch = quiet_torch()
    from transformers import AutoModelForSeq2SeqLM

    missing = [name for name in ("config.json", VOCABULARY) if not (folder / name).is_file()]
    if missing:
        raise ModelError(f"{folder} has no {' and no '.join(missing)}", "name the folder of a T5 checkpoint")
    try:
        return AutoModelForSeq2SeqLM.from_pretrained(str(folder), dtype=torch.float32, local_files_only=True, **changes)
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelError(f"{folder} cannot be loaded: {error}", "name the folder of a T5 checkpoint") from error


def save_model(model: Any, vocabulary: bytes, folder: Path) -> None:
    """Write a model and its vocabulary into a folder."""
    config = model.config
    # transformers 5 forces the first to true for T5; the second says whether the output layer is tied.
    if hasattr(config, "scale_decoder_outputs"):
        config.tie_word_embeddings = config.scale_decoder_outputs
    model.save_pretrained(folder)
    (folder / VOCABULARY).write_bytes(vocabulary)


def save(run: Path, step: int, model: Any, optimizer: Any, vocabulary: bytes) -> Path:
    """Write a checkpoint beside the others and take away the oldest; a stop half-way leaves no half of one."""
    torch = quiet_torch()
    folder = run / f"step-{step:06d}"
    beside = run / f".writing-{os.getpid()}"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    save_model(model, vocabulary, beside)
    state = {"step": step, "optimizer": optimizer.state_dict(), "random": torch.get_rng_state()}
    if torch.cuda.is_available():
        state["random_cuda"] = torch.cuda.get_rng_state_all()
    torch.save(state, beside / _STATE)
    shutil.rmtree(folder, ignore_errors=True)
    beside.replace(folder)
    for old in find_checkpoints(run)[:-_KEPT]:
        shutil.rmtree(old)
    return folder


def restore(folder: Path, optimizer: Any) -> int:
    """Set optimizer and random numbers as they were at a checkpoint and return its step."""
    torch = quiet_torch()
    state = torch.load(folder / _STATE, map_location="cpu", weights_only=True)
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["random"])
    if torch.cuda.is_available() and "random_cuda" in state:
        torch.cuda.set_rng_state_all(state["random_cuda"])
    return int(state["step"])


def find_checkpoints(run: Path) -> tuple[Path, ...]:
    """Return the checkpoints of a run, oldest first."""
    found = [path for path in run.glob("step-*") if _NAME.match(path.name) and (path / _STATE).is_file()]
    return tuple(sorted(found, key=lambda path: int(path.name.removeprefix("step-"))))
