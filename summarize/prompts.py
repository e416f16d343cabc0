"""A model family's profile (a TOML file in prompts/) and a passage -> the requests for its tasks."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from summarize.data import TASKS, Generation, Passage, Request, Task
from summarize.errors import ModelError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_PACKAGE = Path(__file__).parent
# A wheel carries the profiles inside the package; a checkout has them beside it.
_FOLDERS = (_PACKAGE / "profiles", _PACKAGE.parent / "prompts")
_VARIABLES = {"source": {"title", "text"}, "template": {"source", "title", "text"}}


@dataclass(frozen=True, slots=True)
class TaskProfile:
    """How to ask for one task. `separator` is "" where the answer is one text; `budget` counts a request's pieces."""

    template: str
    generation: Generation
    budget: int
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """How to ask one family of models; `budget` is the most pieces that a request may have."""

    name: str
    budget: int
    titled: str
    untitled: str
    tasks: Mapping[Task, TaskProfile]

    def budget_of(self, task: Task) -> int:
        """Return the pieces that a request for a task should have at most."""
        return self._task(task).budget

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


def load_profile(name: str) -> Profile:
    """Read the profile `name` from prompts/.

    Raises ModelError if there is none, or if it lacks a setting or names an unknown variable.
    """
    found = [path for folder in _FOLDERS if (path := folder / f"{name}.toml").is_file()]
    if not found:
        raise ModelError(f"there is no profile {name!r}", f"the profiles are {', '.join(profile_names())}")
    try:
        return _profile(tomllib.loads(found[0].read_text(encoding="utf-8")))
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise ModelError(
            f"profile {found[0].name} is not usable: {error!r}", "compare it with brief-en.toml"
        ) from error


def profile_names() -> tuple[str, ...]:
    """Return the names of the profiles that are installed, sorted."""
    return tuple(sorted({path.stem for folder in _FOLDERS for path in folder.glob("*.toml")}))


def _profile(table: dict[str, Any]) -> Profile:
    unknown = set(table["tasks"]) - set(TASKS)
    if unknown:
        raise ModelError(f"profile {table['name']} has unknown tasks: {', '.join(sorted(unknown))}")
    tasks = {
        task: _task(table["tasks"][task], table["generation"], table["budget"])
        for task in TASKS
        if task in table["tasks"]
    }
    source = table["source"]
    return Profile(
        name=table["name"],
        budget=table["budget"],
        titled=_checked(source["titled"], "source"),
        untitled=_checked(source["untitled"], "source"),
        tasks=tasks,
    )


def _task(table: dict[str, Any], defaults: dict[str, Any], most: int) -> TaskProfile:
    settings = {**defaults, **table}
    template, separator = settings.pop("template"), settings.pop("separator", "")
    budget = min(settings.pop("budget", most), most)
    return TaskProfile(_checked(template, "template"), Generation(**settings), budget, separator)


def _checked(template: str, kind: str) -> str:
    names = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    missing = names - _VARIABLES[kind]
    if missing:
        raise ModelError(
            f"a profile's {kind} {template!r} asks for {', '.join(sorted(missing))}",
            f"the variables are {', '.join(sorted(_VARIABLES[kind]))}",
        )
    return template
