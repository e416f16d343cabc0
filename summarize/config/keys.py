"""What each key of a configuration file may hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from summarize.config.options import Device, Precision
from summarize.config.settings import Place
from summarize.data import TASKS, Severity

_MOST = 2**53  # what every JSON reader can hold
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Key:
    """`accepts` says whether a value will do, `wanted` what will, `example` shows one in TOML."""

    accepts: Callable[[Any], bool]
    wanted: str
    example: str


def text(example: str) -> Key:
    """Any string."""
    return Key(lambda value: isinstance(value, str), "a string", example)


def _number(least: int, example: str) -> Key:
    def accepts(value: Any) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and least <= value <= _MOST

    return Key(accepts, f"a whole number of at least {least}", example)


def _seconds(example: str) -> Key:
    def accepts(value: Any) -> bool:
        return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= _LONGEST

    return Key(accepts, "a number of seconds, 0 for no limit", example)


def _switch(example: str) -> Key:
    return Key(lambda value: isinstance(value, bool), "true or false", example)


def _choice(choices: tuple[str, ...]) -> Key:
    quoted = [f'"{choice}"' for choice in choices]
    return Key(lambda value: value in choices, f"{', '.join(quoted[:-1])} or {quoted[-1]}", quoted[0])


def _texts(example: str) -> Key:
    def accepts(value: Any) -> bool:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)

    return Key(accepts, "a list of strings", example)


def _tasks() -> Key:
    def accepts(value: Any) -> bool:
        return isinstance(value, list) and bool(value) and all(one in TASKS for one in value)

    return Key(accepts, f"a list of {', '.join(TASKS)}", '["brief", "points"]')


KEYS: dict[str, Key] = {
    "tasks": _tasks(),
    "brief_words": _number(1, "70"),
    "points": _number(0, "4"),
    "model": text('"models/our-own"'),
    "threads": _number(0, "2"),
    "protect": _switch("true"),
    "resolve_dates": _switch("false"),
    "profile": text('"t5"'),
    "device": _choice(get_args(Device)),
    "dtype": _choice(get_args(Precision)),
    "offline": _switch("true"),
    "max_bytes": _number(1, "1000000"),
    "timeout": _seconds("10"),
    "include": _texts('["articles/**/*.md"]'),
    "exclude": _texts('["drafts/"]'),
    "place": _choice(get_args(Place)),
    "fields": Key(lambda value: isinstance(value, dict), "a table", '{ summary = "abstract" }'),
    "max_chars": _number(1, "160"),
    "select": _texts('["unsupported"]'),
    "ignore": _texts('["too-long"]'),
    "fail_level": _choice(get_args(Severity)),
    "baseline": text('"briefs-baseline.json"'),
}
