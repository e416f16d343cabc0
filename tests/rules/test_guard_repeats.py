"""Two points of which the second says nothing new, and two that are alike but not the same."""

from __future__ import annotations

import pytest

from summarize.data import Statement
from summarize.facts import find_facts, take_inventory
from summarize.guard import gather
from summarize.guard.fit import fit
from summarize.split import split
from tests.guard.test_guard import ARTICLE, TITLE

EVIDENCE = gather(take_inventory(ARTICLE, find_facts(ARTICLE), (TITLE,)), split(ARTICLE), TITLE)

SAME = [
    (
        'Members of the harbour board protested by shouting "shame on the board!" during the final session.',
        'Members of the harbour board protested by shouting "shame on the board!" and holding up empty nets.',
    ),
    (
        "Prime Minister Ane Torvik is expected to praise her 40 billion kroner rail plan and the new coastal tunnel, an aide said.",
        "Torvik will be in Vesterholm, where she is expected to praise her 40 billion kroner rail plan and the new coastal tunnel.",
    ),
    ("The repair will cost 4.2 million kroner.", "The repair of the bridge will cost 4.2 million kroner in all."),
]
MISSED = [
    (
        "The northern lines have agreed to a full winter timetable with later ferries by July 2028.",
        "The river lines have agreed to a full winter timetable with later ferries by July 2029.",
    ),
]
OTHER = [
    (
        "Signe Moberg was sentenced to 63 months in prison and ordered to pay 1.6 million kroner.",
        "Arvid Falk was sentenced to 42 months in prison and ordered to pay 1.1 million kroner.",
    ),
    (
        "The Vesterholm Harbour Board said on Tuesday that lorries must take the tunnel.",
        "The Vesterholm Harbour Board said on Tuesday that the ferry would be free until March.",
    ),
    (
        "The northern and the eastern ferry lines have agreed to a full timetable by July 2028.",
        "The island and the river lines have agreed to a full timetable by July 2029.",
    ),
    ("The harbour rent scheme will be open to 400 owners of boats.", "The harbour rent scheme ends in June 2027."),
]


def _kept(points: tuple[str, str]) -> int:
    statements = [Statement(text, "model") for text in points]
    return len(fit("points", statements, EVIDENCE, 4, ())[0])


@pytest.mark.parametrize("points", SAME)
def test_one_of_them_goes(points: tuple[str, str]) -> None:
    assert _kept(points) == _kept(points[::-1]) == 1


@pytest.mark.parametrize("points", OTHER)
def test_both_stay(points: tuple[str, str]) -> None:
    assert _kept(points) == _kept(points[::-1]) == 2


@pytest.mark.xfail(reason="most words are the same, and what differs is what counts")
@pytest.mark.parametrize("points", MISSED)
def test_both_should_stay(points: tuple[str, str]) -> None:
    assert _kept(points) == 2
