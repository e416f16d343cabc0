"""Short names at their first mention: which are written in full, and which stay."""

from __future__ import annotations

import pytest

from summarize.facts import find_facts, take_inventory
from summarize.guard import gather
from summarize.guard.naming import find_short_names, write_in_full
from summarize.split import split

ARTICLE = (
    "Defence Minister Ragnhild Solvang met Tor Bakke-Moe, who leads the opposition, in Vesterholm on Monday. "
    "Solvang said the Solvang government would keep its word. Bakke-Moe left early. "
    "The Coastal Ferry Authority (CFA) wants three boats. The CFA has one. "
    "Ida Lund and her brother Per Lund own it. Piet van Daalen built it. Van Daalen is Dutch. "
    "Judge Marit Oslo will hear the case in Oslo. FLOTE is a club. “Solvang knows,” Piet van Daalen said."
)
READING = gather(take_inventory(ARTICLE, find_facts(ARTICLE)), split(ARTICLE), None).reading


def in_full(text: str, said: str = "", later: str = "") -> str:
    return write_in_full(text, find_short_names(text, READING, said, later))


WRITTEN = [
    ("Solvang met the opposition.", "Ragnhild Solvang met the opposition."),
    ("Defence Minister Solvang spoke.", "Defence Minister Ragnhild Solvang spoke."),
    ("The deal is Bakke-Moe's.", "The deal is Tor Bakke-Moe's."),
    ("Mrs Solvang met Mr. Bakke-Moe.", "Ragnhild Solvang met Tor Bakke-Moe."),
    ("Solvang and Bakke-Moe met; Solvang left.", "Ragnhild Solvang and Tor Bakke-Moe met; Solvang left."),
    ("Boats by van Daalen sail.", "Boats by Piet van Daalen sail."),
    ("The CFA wants boats.", "The Coastal Ferry Authority wants boats."),
    ("Boats are what CFA wants.", "Boats are what the Coastal Ferry Authority wants."),
]
LEFT = [
    "Ragnhild Solvang met the opposition, Solvang said.",
    "Lund owns a boat.",  # which of the two?
    "The Solvang government kept its word.",
    "Solvang officials kept their word.",
    "A pro-Solvang crowd and a Solvang-backed bill came.",
    "“Solvang knows,” a sailor said.",
    "Oslo will hear it.",  # the city, or the judge
    "FLOTE is a club.",
    "King Solvang reigned.",
    "Solvang v. Bakke-Moe is in court.",
    "A CFA boat sank.",
    "Gunnarsen spoke.",
    "",
]


@pytest.mark.parametrize(("text", "full"), WRITTEN)
def test_written_in_full(text: str, full: str) -> None:
    assert in_full(text) == full
    assert in_full(full) == full


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str) -> None:
    assert in_full(text) == text


def test_who_has_been_named_is_not_named_again() -> None:
    assert in_full("Solvang left.", "Ragnhild Solvang met the opposition.") == "Solvang left."


def test_an_acronym_that_comes_back_is_explained() -> None:
    assert in_full("The CFA wants boats.", later="The CFA has one.") == "The Coastal Ferry Authority (CFA) wants boats."
    assert in_full("The CFA's boat sank.", later="The CFA has one.") == "The Coastal Ferry Authority's boat sank."


@pytest.mark.xfail(strict=True, reason="only a list of such nouns tells that the name names no person")
def test_known_miss() -> None:
    assert in_full("Solvang furniture is sold.") == "Solvang furniture is sold."
