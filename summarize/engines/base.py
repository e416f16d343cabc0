"""The one seam between the program and a model."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from summarize.data import Draft, Request

Runner = Literal["ctranslate2", "transformers"]
Device = Literal["auto", "cpu", "cuda"]
Precision = Literal["auto", "float32", "bfloat16", "float16"]


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model on disk, the profile that tells how to ask it, and what runs it.

    `profile` is a name or the path of a TOML file. `repository` is the hub id of a model of which
    only the description lies in `path` yet.
    """

    name: str
    path: Path
    profile: str
    runner: Runner = "ctranslate2"
    repository: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """Where and how precisely to compute. `threads` 0 means as many as the process may use.

    "auto" is for CTranslate2 the processor and the precision that the model was converted to, for
    transformers a GPU if there is one, with bfloat16 if it has that, and float32 elsewhere.
    `offline` fetches nothing, whatever the model.
    """

    threads: int = 0
    device: Device = "auto"
    dtype: Precision = "auto"
    offline: bool = False


class Engine(Protocol):
    """A loaded seq2seq model. Safe to call from several threads at once."""

    @property
    def name(self) -> str:
        """The model's name, for the record."""

    @property
    def budget(self) -> int:
        """The most pieces a request may have, the marks that the model wants around a text not counted."""

    def count_tokens(self, text: str) -> int:
        """Return the number of pieces that `text` is cut into."""

    def can_spell(self, word: str) -> bool:
        """Return whether the vocabulary can write `word` back exactly."""

    def generate(self, requests: Sequence[Request]) -> tuple[tuple[Draft, ...], ...]:
        """Return for each request its n best drafts, best first.

        The same requests have the same drafts whenever they are asked; a request beside others that are
        searched in the same way may be answered otherwise than alone, by what is rounded. Raises ModelError
        if a request has more than `budget` pieces: nothing is ever cut silently.
        """


def usable_cores() -> int:
    """Return how many cores this process may use; a container or `taskset` may allow fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
