"""Roles behind names: which are somebody else's."""

from __future__ import annotations

import pytest

from summarize.facts import find_facts, take_inventory
from summarize.guard.align import Aligner
from summarize.guard.reading import Reading
from summarize.guard.relations import verify_together
from summarize.split import split

ARTICLE = (
    "The wall will push water to Saltvik, opponents said. "
    "Tore Reinholt, who speaks for the Saltvik Residents' Group, said it would go to court. "
    "The council will borrow the rest, according to a report by the finance director, Anjali Rao. "
    "Rao told councillors that work is to begin in March. "
    "Mayor Gunvor Aasen welcomed the vote."
)
SENTENCES = split(ARTICLE)
READING = Reading(take_inventory(ARTICLE, find_facts(ARTICLE)), Aligner(SENTENCES), SENTENCES)


def rules(text: str) -> list[str]:
    return [finding.rule for finding in verify_together(text, READING)]


def test_a_role_of_somebody_else() -> None:
    text = "Anjali Rao, finance director for the Saltvik Residents' Group, said it would go to court."
    (finding, *_) = [one for one in verify_together(text, READING) if one.rule == "wrong-title"]
    assert text[finding.span.start : finding.span.end] == "finance director for the Saltvik Residents' Group"


@pytest.mark.parametrize(
    "text",
    [
        "Anjali Rao, the finance director, told councillors that work is to begin in March.",
        "Tore Reinholt, speaker for the Saltvik Residents' Group, said it would go to court.",
        "Gunvor Aasen, who welcomed the vote, is mayor.",
        "Anjali Rao, Tore Reinholt and Gunvor Aasen spoke.",
    ],
)
def test_a_role_of_his_or_her_own(text: str) -> None:
    assert "wrong-title" not in rules(text)


@pytest.mark.xfail(reason="the comma that ends a clause and the one before a speaker look like those around a role")
def test_a_role_read_into_a_comma() -> None:
    article = "The members were repaid by the insurer, Ida Berg SC, prosecuting, said. Berg has until May to appeal."
    sentences = split(article)
    reading = Reading(take_inventory(article, find_facts(article)), Aligner(sentences), sentences)
    assert verify_together("The insurer, Ida Berg SC, has until May to appeal.", reading)
