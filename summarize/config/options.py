"""What the user may choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarize.data import TASKS, Task
from summarize.limits import MOST_BYTES

Device = Literal["auto", "cpu", "cuda"]
Precision = Literal["auto", "float32", "bfloat16", "float16"]


@dataclass(frozen=True, slots=True)
class Options:
    """What the user may choose. `brief_words` is a ceiling; `points` the most bullets.

    `model` is "" for the built-in one; `threads` 0 lets the engine choose; `resolve_dates` writes
    the calendar day behind "on Thursday" where the article's date makes it certain. `profile` is ""
    for the one that fits the model, or a name, a TOML file or a folder of them; `offline` forbids to
    fetch a model that `model` names by its hub id. `max_bytes` is the largest file that is read; `timeout`
    the seconds that an article may take, 0 for any time.
    """

    tasks: tuple[Task, ...] = TASKS
    brief_words: int = 70
    points: int = 4
    model: str = ""
    threads: int = 0
    protect: bool = True
    resolve_dates: bool = False
    profile: str = ""
    device: Device = "auto"
    dtype: Precision = "auto"
    offline: bool = False
    max_bytes: int = MOST_BYTES
    timeout: float = 0.0
