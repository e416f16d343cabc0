"""The built-in model and the imported ones, as `summarize models` shows them."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarize.engines.base import ModelFolder
from summarize.engines.notes import Notes, read_notes
from summarize.engines.store import BUILT_IN, find_model
from summarize.errors import ModelError
from summarize.home import models_folder
from summarize.prompts import load_profile

UNFINISHED = ".unfinished-"
_A_DAY = 24 * 60 * 60  # seconds: no conversion takes that long
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


@dataclass(frozen=True, slots=True)
class Known:
    """A model, the bytes of its folder, the pieces a request may have, and for an imported one its notes."""

    folder: ModelFolder
    size: int
    budget: int
    notes: Notes | None


def list_models() -> Iterator[Known | ModelError]:
    """Yield the built-in model, then the imported ones by name; for one that is damaged, what is wrong."""
    yield describe("")
    place = models_folder()
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        if path.is_dir() and not path.name.startswith("."):
            try:
                yield describe(str(path))
            except ModelError as error:
                yield error


def describe(model: str, *, offline: bool = True) -> Known:
    """Return what is known of a model without loading it. Raises ModelError if there is none."""
    found = find_model(model, offline=offline)
    notes = read_notes(found.path)
    budget = load_profile(found.profile).budget
    if notes and notes.input_limit:
        budget = min(budget, notes.input_limit)
    size = sum(file.stat().st_size for file in found.path.rglob("*") if file.is_file())
    return Known(found, size, budget, notes)


def demand_free_name(name: str) -> str:
    """Return the name that a new model may have. Raises ModelError if it is taken or is none."""
    if not _NAME.fullmatch(name):
        raise ModelError(f"{name!r} cannot be a model's name", "letters, digits, dots and dashes: --name mine")
    if name == BUILT_IN or (models_folder() / name).exists():
        raise ModelError(f"there is a model {name!r} already", f"--name another, or: summarize models remove {name}")
    return name


def clear_leftovers() -> None:
    """Delete what imports that were killed have left among the user's models, gigabytes maybe."""
    for path in models_folder().glob(f"{UNFINISHED}*"):
        if time.time() - path.stat().st_mtime > _A_DAY:
            shutil.rmtree(path, ignore_errors=True)


def remove_model(name: str) -> Path:
    """Delete an imported model and return where it lay. Raises ModelError if there is none of that name."""
    path = models_folder() / name
    if name == BUILT_IN:
        raise ModelError(f"{name} comes with the package and stays", "only imported models can be removed")
    if not _NAME.fullmatch(name) or not path.is_dir():
        raise ModelError(f"there is no imported model {name!r}", "`summarize models list` shows them")
    try:
        gone = Path(tempfile.mkdtemp(dir=path.parent, prefix=UNFINISHED))
        path.replace(gone / name)  # at once, so that nobody finds half a model
        shutil.rmtree(gone)
    except OSError as error:
        raise ModelError(f"{path} cannot be removed: {error.strerror}", "check the folder and its rights") from error
    return path
