"""The tables of a profile's TOML file -> a Profile, every name in them checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from string import Formatter
from typing import Any

from summarize.data import TASKS, Generation, Task
from summarize.errors import ModelError
from summarize.prompts.profile import Match, Profile, Source, TaskProfile

_VARIABLES = {"source": {"title", "text"}, "template": {"source", "title", "text"}}
# What a task may be made from where the model does not have it.
_SUBSTITUTES: dict[Task, Source] = {"points": "brief", "headline": "title"}
_TABLES = {"name", "budget", "source", "generation", "tasks", "match"}
_TITLE = Generation(1, 1, 1)  # nothing is generated
# What each number may be: models have positions for less, and memory grows with the product of the first three.
_BOUNDS: dict[str, tuple[float, float]] = {
    "beam_size": (1, 32),
    "n_best": (1, 32),
    "max_tokens": (1, 4096),
    "min_tokens": (0, 4096),
    "no_repeat_ngram": (0, 100),
    "length_penalty": (-10.0, 10.0),
    "repetition_penalty": (0.1, 10.0),
    "budget": (16, 100_000),
    "parts": (1, 32),
}


def as_profile(table: Mapping[str, Any]) -> Profile:
    """Return the profile that a file describes.

    Raises ModelError for a task, table or variable that does not exist, KeyError for a missing setting,
    TypeError for an unknown one or one of the wrong type.
    """
    if unknown := set(table) - _TABLES:
        raise ModelError(f"profile {table['name']} has unknown settings: {', '.join(sorted(unknown))}")
    if unknown := set(table["tasks"]) - set(TASKS):
        raise ModelError(f"profile {table['name']} has unknown tasks: {', '.join(sorted(unknown))}")
    source = table["source"]
    return Profile(
        name=table["name"],
        budget=table["budget"],
        titled=_checked(source["titled"], "source"),
        untitled=_checked(source["untitled"], "source"),
        tasks={task: _task(task, table) for task in TASKS if task in table["tasks"]},
        match=_match(table["match"]) if "match" in table else Match(),
    )


def _task(task: Task, table: Mapping[str, Any]) -> TaskProfile:
    tasks, most = table["tasks"], table["budget"]
    own = dict(tasks[task])
    source: Source = own.pop("from", "")
    if source not in ("", _SUBSTITUTES.get(task)):
        raise ModelError(f"profile {table['name']}: {task} cannot be made from {source!r}", _substitutes())
    if source == "title":
        return TaskProfile("{source}", _TITLE, most, source=source)
    settings = {**table["generation"], **(tasks["brief"] if source else {}), **own}
    template, separator = settings.pop("template"), settings.pop("separator", "")
    budget, parts = min(settings.pop("budget", most), most), settings.pop("parts", 1)
    search = Generation(**settings)
    _demand_bounds(table["name"], search, budget, parts)
    return TaskProfile(_checked(template, "template"), search, budget, separator, source, parts)


def _demand_bounds(name: str, search: Generation, budget: int, parts: int) -> None:
    """Raise ModelError for a search that would take for ever, fill the memory, or crash what computes it."""
    for setting, value in (*asdict(search).items(), ("budget", budget), ("parts", parts)):
        low, high = _BOUNDS[setting]
        is_number = isinstance(value, (int, float) if isinstance(high, float) else int) and not isinstance(value, bool)
        if not is_number or not low <= value <= high:
            raise ModelError(
                f"profile {name}: {setting} must be a number from {low} to {high}", "brief-en.toml has one"
            )
    if search.n_best > search.beam_size:
        raise ModelError(f"profile {name}: n_best is more than beam_size", "a beam of N has N best")


def _substitutes() -> str:
    return "; ".join(f'[tasks.{task}] may say from = "{source}"' for task, source in _SUBSTITUTES.items())


def _match(table: Mapping[str, Any]) -> Match:
    settings = dict(table)
    return Match(
        model_type=tuple(settings.pop("model_type")),
        settings=settings.pop("config", {}),
        pieces=tuple(settings.pop("pieces", ())),
        **settings,
    )


def _checked(template: str, kind: str) -> str:
    names = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    missing = names - _VARIABLES[kind]
    if missing:
        raise ModelError(
            f"a profile's {kind} {template!r} asks for {', '.join(sorted(missing))}",
            f"the variables are {', '.join(sorted(_VARIABLES[kind]))}",
        )
    return template
