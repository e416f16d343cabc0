"""YAML and TOML that anybody may have written -> what it holds, or a ValueError, and soon.

A parser is no judge of who wrote its input: aliases of aliases grow a few lines into billions of values, deep nesting
runs into Python's own limit, and tags that promise a number raise whatever their reading happens to raise.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yaml import Node

_DEEPEST = 64  # brackets inside brackets
_MOST_VALUES = 20_000  # aliases counted as often as they are used: more than front matter has characters for
_MOST_DIGITS = 400  # of a number: Python refuses to write those of more than 4,300
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def parse_toml(text: str) -> dict[str, Any]:
    """Return what a TOML text holds. Raises ValueError."""
    _demand_shallow(text)
    toml = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        values: dict[str, Any] = _checked(toml.loads(text))
        return values
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def parse_yaml(text: str, loader: str = "SafeLoader") -> Any:
    """Return what a YAML text holds, read by the safe loader of that name. Raises ValueError, caused by yaml's own."""
    with _opened(text, loader) as chosen:
        node = _only_node(chosen)
        return None if node is None else _checked(chosen.construct_document(node))


def compose_yaml(text: str) -> Node | None:
    """Return the nodes of a YAML text, which know where they stand. Raises ValueError, caused by yaml's own."""
    with _opened(text, "SafeLoader") as chosen:
        return _only_node(chosen)


@contextmanager
def _opened(text: str, loader: str) -> Iterator[Any]:
    import yaml

    _demand_shallow(text)
    try:
        chosen = getattr(yaml, loader, yaml.SafeLoader)(text)
        try:
            yield chosen
        finally:
            chosen.dispose()
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError("broken YAML") from error
    except (LookupError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"a value that is none: {error}") from error  # a `!!float` of nothing, a `!!bool` of "maybe"


def _only_node(loader: Any) -> Node | None:
    node: Node | None = loader.get_single_node()
    if node is not None:
        _count(node, {}, set())
    return node


def _demand_shallow(text: str) -> None:
    if max(accumulate(_STEPS[sign] for sign in text if sign in _STEPS), default=0) > _DEEPEST:
        raise ValueError("it is nested too deeply")


def _count(node: Node, known: dict[int, int], above: set[int]) -> int:
    """Return how many values a node is once every alias in it stands for what it means."""
    if id(node) in above:
        raise ValueError("it is part of itself")
    if id(node) not in known:
        above.add(id(node))
        parts = node.value if isinstance(node.value, list) else ()
        inner = (one for part in parts for one in (part if isinstance(part, tuple) else (part,)))
        known[id(node)] = 1 + sum(_count(one, known, above) for one in inner)
        above.remove(id(node))
    if known[id(node)] > _MOST_VALUES:
        raise ValueError("its aliases stand for too much")
    return known[id(node)]


def _checked(value: Any, depth: int = 0) -> Any:
    """Return a value that neither nests too deeply to be worked with nor has a number that Python refuses to write."""
    if depth > _DEEPEST:
        raise ValueError("it is nested too deeply")
    if isinstance(value, int) and abs(value) >= 10**_MOST_DIGITS:
        raise ValueError("a number of too many digits")
    for inner in (*value, *value.values()) if isinstance(value, dict) else value if _is_list(value) else ():
        _checked(inner, depth + 1)
    return value


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple, set))
