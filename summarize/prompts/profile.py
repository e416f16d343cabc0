"""How a family of models is asked: a passage and a task -> the request for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from summarize.data import Generation, Passage, Request, Task
from summarize.errors import ModelError

Source = Literal["", "brief", "title"]


@dataclass(frozen=True, slots=True)
class TaskProfile:
    """How to ask for one task. `separator` is "" where the answer is one text; `budget` counts a request's pieces.

    `source` is "" where the model has the task. Otherwise "brief": points are put together from briefs
    of `parts` stretches of the article, or "title": the headline is the article's own.
    """

    template: str
    generation: Generation
    budget: int
    separator: str = ""
    source: Source = ""
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Match:
    """Which models a profile is for: all that is given must hold of a model.

    `model_type` are those of config.json, `settings` other values there, `pieces` what the vocabulary
    must have, `prefix` what config.json says a summary is asked for with.
    """

    model_type: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    pieces: tuple[str, ...] = ()
    prefix: str | None = None

    def fits(self, config: Mapping[str, Any], vocabulary: Collection[str]) -> bool:
        """Return whether a model is of the family. A profile that matches nothing by name fits none."""
        asked = config.get("task_specific_params") or {}
        return (
            config.get("model_type") in self.model_type
            and all(config.get(name) == value for name, value in self.settings.items())
            and all(piece in vocabulary for piece in self.pieces)
            and self.prefix in (None, (asked.get("summarization") or {}).get("prefix"))
        )

    @property
    def strictness(self) -> int:
        """How much is asked beyond the type: of the profiles that fit, the strictest is the one."""
        return len(self.settings) + len(self.pieces) + (self.prefix is not None)


@dataclass(frozen=True, slots=True)
class Profile:
    """How to ask one family of models; `budget` is the most pieces that a request may have."""

    name: str
    budget: int
    titled: str
    untitled: str
    tasks: Mapping[Task, TaskProfile]
    match: Match = field(default_factory=Match)

    def budget_of(self, task: Task) -> int:
        """Return the pieces that a request for a task should have at most."""
        return self._task(task).budget

    def parts_of(self, task: Task) -> int:
        """Return the number of stretches that an article is cut into for a task."""
        return self._task(task).parts

    def source_of(self, task: Task) -> Source:
        """Return what a task is made from where the model does not have it."""
        return self._task(task).source

    def request(self, task: Task, passage: Passage) -> Request:
        """Return the request for one task, on one line.

        Raises ModelError if the profile has no such task.
        """
        profile = self._task(task)
        pattern = self.titled if passage.title else self.untitled
        source = pattern.format(title=passage.title, text=passage.text)
        text = profile.template.format(source=source, title=passage.title or "", text=passage.text)
        return Request(task, text, profile.generation, profile.separator)

    def _task(self, task: Task) -> TaskProfile:
        if task not in self.tasks:
            raise ModelError(f"profile {self.name} has no task {task!r}", f"it has {', '.join(self.tasks)}")
        return self.tasks[task]

    @property
    def frame(self) -> str:
        """The longest text that a request adds to title and passage: what the budget must set aside."""
        empty = [
            task.template.format(source=self.titled.format(title="", text=""), title="", text="")
            for task in self.tasks.values()
        ]
        return max(empty, key=len)
