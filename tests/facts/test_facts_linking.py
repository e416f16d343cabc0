"""Canonical names: what `find_facts` gives as the value of each mention of an actor."""

from __future__ import annotations

import pytest

from summarize.facts import find_facts

LINKED = [
    ("Defense Minister Benny Gantor spoke. Gantor said so.", {"Benny Gantor"}),
    ("Gantor spoke. They asked Benny Gantor.", {"Benny Gantor"}),
    ("We met Benny Gantor.\n\nGANTOR RESIGNS IN ANGER", {"Benny Gantor"}),
    ("The Northfield Rescue Fund (NORF) paid. NORF left.", {"Northfield Rescue Fund"}),
    ("The NRF (Northfield Rescue Fund) paid. The NRF left.", {"Northfield Rescue Fund"}),
    ("The World Health Organization met. The WHO left.", {"World Health Organization"}),
    ("We saw Hugo van der Meer. Later van der Meer left; Van der Meer slept; Meer woke.", {"Hugo van der Meer"}),
    ("We saw Martin Holm Jr. today. Holm spoke.", {"Martin Holm Jr."}),
    ("President Donald J. Marsh spoke. Donald Marsh left. Marsh slept.", {"Donald J. Marsh"}),
    ("Ediel Lopez Falcon left. Lopez Falcon came. Falcon slept.", {"Ediel Lopez Falcon"}),
    ("LEEDS — The fire in Leeds was out.", {"Leeds"}),
    ("OSLO — It rained.", {"Oslo"}),
    ("We met Oliver Barker. Oliver likes cats.", {"Oliver Barker"}),
    ("The Great Lakes Science Centre opened. We like the Science Centre.", {"Great Lakes Science Centre"}),
    ("He joined the African Orvik Bank. The Bank grew.", {"African Orvik Bank"}),
]
APART = [
    ("George Arden and Laura Arden came.", ["George Arden", "Laura Arden"]),
    (
        "George Arden met Laura Arden. Arden left. George Arden slept. Arden woke.",
        ["George Arden", "Laura Arden", "Laura Arden", "George Arden", "George Arden"],
    ),
    ("President Ann Reyes met Governor Tom Reyes. President Reyes left.", ["Ann Reyes", "Tom Reyes", "Ann Reyes"]),
    ("We met Ann Holm in Denver (CO).", ["Ann Holm", "Denver", "CO"]),
    ("From New York to York, he said.", ["New York", "York"]),
    ("The U.S. Senate met. The U.S. left.", ["U.S. Senate", "U.S."]),
    ("The Israelis left Israel.", ["Israelis", "Israel"]),
]


def values(text: str) -> list[str]:
    return [fact.value for fact in find_facts(text) if fact.kind == "actor"]


@pytest.mark.parametrize(("text", "names"), LINKED)
def test_mentions_of_one_actor_have_one_value(text: str, names: set[str]) -> None:
    assert set(values(text)) == names
    assert len(values(text)) > 1 or text.startswith("OSLO")


@pytest.mark.parametrize(("text", "names"), APART)
def test_two_actors_stay_two(text: str, names: list[str]) -> None:
    assert values(text) == names


@pytest.mark.xfail(reason="known miss")
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We saw Martin King Jr. today. King spoke.", ["Martin King Jr.", "Martin King Jr."]),
        ("Barack and Ann Holm came. Barack left.", ["Barack Holm", "Ann Holm", "Barack Holm"]),
        ("Richard L. (Dick) Gregor left. Gregor slept.", ["Richard L. Gregor", "Richard L. Gregor"]),
    ],
)
def test_known_misses(text: str, names: list[str]) -> None:
    assert values(text) == names


def test_a_mention_takes_the_type_of_its_actor() -> None:
    text = "The Northfield Rescue Fund (NRF) paid Helen Quillan. NRF thanked Quillan."
    types = {fact.span.text: fact.type for fact in find_facts(text)}
    assert types == {
        "Northfield Rescue Fund": "organisation",
        "NRF": "organisation",
        "Helen Quillan": "person",
        "Quillan": "person",
    }
