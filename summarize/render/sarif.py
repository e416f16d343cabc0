"""Findings of `check` -> a log of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from summarize.problem import Problem, Rule
from summarize.render.problems import full_message

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(
    problems: Sequence[Problem], rules: Sequence[Rule], failures: Mapping[str, str], version: str
) -> dict[str, Any]:
    """Return one run as JSON values; `failures` are the paths that could not be checked, and why."""
    driver = {"name": "summarize", "semanticVersion": version, "rules": [_rule(rule) for rule in rules]}
    places = {rule.name: at for at, rule in enumerate(rules)}
    notes = [_notification(path, text) for path, text in failures.items()]
    invocation = {"executionSuccessful": not failures, "toolExecutionNotifications": notes}
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places) for problem in problems],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    mended = f" `--fix` mends {rule.fixes}." if rule.fixes else ""
    aside = f"<!-- summarize: ignore {rule.name} -->"
    text = f"{rule.summary[:1].upper()}{rule.summary[1:]}.{mended} To let a finding be, write {aside} on its line."
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary[:1].upper()}{rule.summary[1:]}."},
        "help": {"text": text},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(problem: Problem, places: Mapping[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "level": problem.severity,
        "message": {"text": full_message(problem)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(problem.path), "region": _region(problem)}}],
        "partialFingerprints": {"summarizeSentence/v1": _fingerprint(problem)},
    }
    if problem.rule in places:
        result["ruleIndex"] = places[problem.rule]
    if problem.source_line is not None:
        region = {"startLine": problem.source_line, "snippet": {"text": problem.source_text}}
        where = {"artifactLocation": _artifact(problem.article), "region": region}
        result["relatedLocations"] = [
            {"id": 0, "physicalLocation": where, "message": {"text": "What the article says"}}
        ]
    if problem.fix:
        result["fixes"] = [_fix(problem)]
    return result


def _region(problem: Problem) -> dict[str, int]:
    return {
        "startLine": problem.line,
        "startColumn": problem.column,
        "endLine": problem.end_line,
        "endColumn": problem.end_column,
    }


def _fix(problem: Problem) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(problem), "insertedContent": {"text": problem.fix}}
    change = {"artifactLocation": _artifact(problem.path), "replacements": [replacement]}
    return {"description": {"text": f"Write {problem.suggestion}"}, "artifactChanges": [change]}


def _notification(path: str, text: str) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(path)}}],
    }


def _artifact(path: str) -> dict[str, str]:
    if path == "-":
        return {"uri": "stdin"}
    place = PurePath(path)
    return {"uri": place.as_uri() if place.is_absolute() else quote(os.fsencode(place.as_posix()))}


def _fingerprint(problem: Problem) -> str:
    """Return what stays the same when lines move: the rule, what was found, and its sentence."""
    parts = (problem.rule, problem.found, problem.sentence)
    return sha256("\0".join(" ".join(part.split()) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
