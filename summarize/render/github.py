"""Findings of `check` -> annotations of GitHub Actions.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands; what must be escaped
is what the toolkit's `command.ts` escapes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from summarize.problem import Problem
from summarize.render.problems import full_message

_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def render_github(problems: Iterable[Problem], workspace: str = "") -> str:
    """Return a workflow command for each finding; GitHub knows files by their paths below `workspace`, the checkout."""
    return "".join(f"{_annotation(problem, workspace)}\n" for problem in problems)


def _annotation(problem: Problem, workspace: str) -> str:
    place: dict[str, str | int] = {"file": _below(problem.path, workspace), "line": problem.line}
    if problem.end_line == problem.line:  # GitHub refuses columns on a range of lines
        place |= {"col": problem.column, "endColumn": problem.end_column}
    else:
        place["endLine"] = problem.end_line
    place["title"] = problem.rule
    properties = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTY)}" for key, value in place.items())
    advice = f"\nSuggestion: {problem.suggestion}" if problem.suggestion else ""
    return f"::{problem.severity} {properties}::{_escaped(full_message(problem) + advice, _IN_MESSAGE)}"


def _below(path: str, workspace: str) -> str:
    below = os.path.relpath(path, workspace) if workspace and path != "-" else path
    return path if below.startswith("..") else below.replace(os.sep, "/")


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
