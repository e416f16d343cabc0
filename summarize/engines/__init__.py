"""Models that write: a request goes in, its n best drafts come out. Nothing is imported before it is used."""

from __future__ import annotations

from summarize.engines.base import Engine, ModelFolder, Running, usable_cores
from summarize.engines.store import find_model, open_engine

__all__ = ["Engine", "ModelFolder", "Running", "find_model", "open_engine", "usable_cores"]
