"""Figures of several statements in one drafted sentence."""

from __future__ import annotations

import pytest

from summarize.facts import find_facts, take_inventory
from summarize.guard.align import Aligner
from summarize.guard.mixed import find_mixed_figures
from summarize.guard.reading import Reading
from summarize.split import split

ARTICLE = (
    "The toll rose to 19 on Wednesday. Three bodies were found south of Sur, where 240 homes are without power. "
    "Officials had cut the toll from 21 after counting two people twice. "
    "Some 4,600 people sleep in 17 schools, and one bridge is open."
)
SENTENCES = split(ARTICLE)
READING = Reading(take_inventory(ARTICLE, find_facts(ARTICLE)), Aligner(SENTENCES), SENTENCES)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Three bodies were found, lower than the 21 of Monday.", "21"),
        ("Some 4,600 people sleep in 240 homes.", "240"),
        ("The toll rose to 19 after three bodies were found.", "three"),  # true, and too much to ask of a small model
    ],
)
def test_figures_of_two_statements(text: str, figure: str) -> None:
    (finding,) = find_mixed_figures(text, READING)
    assert (finding.rule, finding.span.text) == ("mixed-figures", figure)
    assert text[finding.span.start : finding.span.end] == figure
    assert all(ARTICLE[source.start : source.end] == source.text for source in finding.sources)


@pytest.mark.parametrize(
    "text",
    [
        "About 4,600 people are in 17 schools.",
        "Three bodies were found and 240 homes are dark.",
        "The toll rose to 19.",
        "Nobody was found in one of the schools.",
        "Officials had cut the toll from 21 after counting two people twice.",
    ],
)
def test_figures_of_one_statement(text: str) -> None:
    assert find_mixed_figures(text, READING) == ()
