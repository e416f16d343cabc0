"""A model's name or folder -> the engine that runs it."""

from __future__ import annotations

import os
from pathlib import Path

from summarize.engines.base import Engine, ModelFolder
from summarize.errors import ModelError
from summarize.prompts import Profile, profile_names

BUILT_IN = "brief-en"
_BUILT_IN_FOLDER = Path(__file__).parent.parent / "models" / BUILT_IN

# What a CTranslate2 model folder must hold.
_LAYOUT = ("model.bin", "config.json", "spiece.model")


def find_model(model: str = "") -> ModelFolder:
    """Return the built-in model for "" or its name, otherwise the CTranslate2 folder `model`.

    A folder named like a profile is asked by it, any other like the built-in model. Raises
    ModelError if the folder is missing or is not one that can be run.
    """
    if model in ("", BUILT_IN):
        return ModelFolder(BUILT_IN, _complete(_BUILT_IN_FOLDER), BUILT_IN)
    path = _complete(Path(model))
    name = path.resolve().name
    return ModelFolder(name, path, name if name in profile_names() else BUILT_IN)


def open_engine(folder: ModelFolder, profile: Profile, threads: int = 0) -> Engine:
    """Load a model; `threads` 0 means as many as the process may use."""
    from summarize.engines.ctranslate2 import CTranslate2Engine

    return CTranslate2Engine(folder, profile.budget, threads or _usable_cores())


def _complete(path: Path) -> Path:
    if not path.is_dir():
        raise ModelError(
            f"there is no model {str(path)!r}", f"--model takes {BUILT_IN} or the folder of a CTranslate2 model"
        )
    missing = [name for name in _LAYOUT if not (path / name).is_file()]
    if missing:
        raise ModelError(
            f"{path} is not a CTranslate2 model folder: it has no {', '.join(missing)}",
            f"it needs {', '.join(_LAYOUT)}",
        )
    return path


def _usable_cores() -> int:
    # A container or `taskset` may allow fewer cores than the machine has.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
