"""Relative days made calendar days: which are certain, and which are left."""

from __future__ import annotations

import pytest

from summarize.guard.resolve import resolve_dates

WRITTEN = "2022-10-28"  # a Friday

RESOLVED = [
    ("The council met on Thursday.", "The council met on Thursday (27 October 2022)."),
    ("She resigned yesterday.", "She resigned yesterday (27 October 2022)."),
    ("The council meets tomorrow.", "The council meets tomorrow (29 October 2022)."),
    ("It rained on Sunday and on Monday.", "It rained on Sunday (23 October 2022) and on Monday (24 October 2022)."),
]
LEFT = [
    "The council will meet on Thursday.",
    "The bridge is closed until Thursday.",
    "The council met in October.",
    "It reopened on 4 May.",
    "It reopened on Monday, 3 October.",
    "It closed last week.",
    "It closed on Tuesday evening.",
    "It closed in 2021.",
    "The council met on Friday next week.",
    "Nothing happened.",
]


@pytest.mark.parametrize(("text", "resolved"), RESOLVED)
def test_resolved(text: str, resolved: str) -> None:
    assert resolve_dates(text, WRITTEN) == resolved
    assert resolve_dates(resolved, WRITTEN) == resolved
    assert resolve_dates(text, "Friday, October 28, 2022") == resolved


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str) -> None:
    assert resolve_dates(text, WRITTEN) == text


@pytest.mark.parametrize("written", [None, "", "28 October", "2022", "soon"])
def test_nothing_is_certain_without_the_day_of_writing(written: str | None) -> None:
    assert resolve_dates("The council met on Thursday.", written) == "The council met on Thursday."


@pytest.mark.xfail(reason="a day to come with no word that says so")
def test_known_miss() -> None:
    assert resolve_dates("The vote takes place on Monday.", WRITTEN) == "The vote takes place on Monday."
