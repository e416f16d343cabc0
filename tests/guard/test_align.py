"""Which source sentence a written one condenses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.guard.align import Aligner, containment, likeness
from summarize.split import split

ARTICLE = (
    "The council of Vesterholm met on Monday. "
    "It voted to close the harbour bridge after engineers found cracks in two cables. "
    "The port authority will pay for a free ferry. "
    "Engineers will inspect the railway bridge as well, the port authority announced. "
    "The weather was fine."
)
SENTENCES = split(ARTICLE)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Vesterholm's council closed its harbour bridge over cracked cables.", [1, 0]),
        ("A free ferry will be paid for by the port authority.", [2]),
        ("The port authority announces an inspection of the railway bridge.", [3]),
        ("Purple elephants dance.", []),
        ("", []),
    ],
)
def test_alignment(text: str, places: list[int]) -> None:
    found = [SENTENCES.index(sentence) for sentence in Aligner(SENTENCES).align(text)]
    assert found == places


def test_of_two_equal_sentences_the_first_is_the_source() -> None:
    twice = split("Rain fell in Oslo. Snow fell in Bergen. Rain fell in Oslo.")
    assert Aligner(twice).align("Rain fell in Oslo.")[0] == twice[0]


def test_share() -> None:
    aligner = Aligner(SENTENCES)
    assert aligner.share(SENTENCES[2].plain, SENTENCES[2]) == pytest.approx(1.0)
    assert aligner.share("Purple elephants dance.", SENTENCES[2]) == 0.0


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= 1.0
    assert 0.0 <= containment(one, other) <= 1.0


@given(st.integers(0, len(SENTENCES) - 1))
def test_a_source_sentence_is_its_own_source(at: int) -> None:
    assert Aligner(SENTENCES).align(SENTENCES[at].plain)[0] == SENTENCES[at]
