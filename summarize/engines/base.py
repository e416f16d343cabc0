"""The one seam between the program and a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from summarize.data import Draft, Request


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model on disk and the name of the profile that tells how to ask it."""

    name: str
    path: Path
    profile: str


class Engine(Protocol):
    """A loaded seq2seq model. Safe to call from several threads at once."""

    @property
    def name(self) -> str:
        """The model's name, for the record."""

    @property
    def budget(self) -> int:
        """The most pieces a request may have."""

    def count_tokens(self, text: str) -> int:
        """Return the number of pieces that `text` is cut into."""

    def can_spell(self, word: str) -> bool:
        """Return whether the vocabulary can write `word` back exactly."""

    def generate(self, requests: Sequence[Request]) -> tuple[tuple[Draft, ...], ...]:
        """Return for each request its n best drafts, best first.

        A request's drafts do not depend on the requests beside it. Raises ModelError if a
        request has more than `budget` pieces: nothing is ever cut silently.
        """
