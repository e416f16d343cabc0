"""What an article states, but not together or not so: each rule with what it must find, must leave, and misses."""

from __future__ import annotations

import pytest

from summarize.facts import find_facts, take_inventory
from summarize.guard.align import Aligner
from summarize.guard.reading import Reading
from summarize.guard.relations import verify_together
from summarize.guard.rules import RULES
from summarize.split import split

ARTICLE = (
    "Vesterholm Council will borrow 40 million kroner to rebuild the harbour wall, Mayor Ingrid Aasebo said Tuesday. "
    "The storm of 12 January tore 90 metres out of the wall and drowned two fishermen. "
    "Tor Bakke, who speaks for the Nordby Residents' Union, said the residents would seek a judicial review. "
    '"Nobody asked the people who live there," he added. '
    "Ferries to Nordby have not sailed since the storm, and the school there may close in autumn. "
    "The harbour master Karin Holt sued the shipping line Ostrava Marine in 2019 over unpaid fees. "
    "Police arrested a crane driver, Jonas Ek, who is accused of stealing copper from the port. "
    "A ferry worker, Selma Dahl, will give evidence to the inquiry on 3 March. "
    "Architects showed the first drawings of the new quay on 20 April at the town library."
)

FOUND = [
    ("Mayor Karin Holt said the council will borrow 40 million kroner to rebuild the wall.", "wrong-title"),
    ("The storm of 20 April tore 90 metres out of the wall and drowned two fishermen.", "moved-date"),
    ("Karin Holt, who speaks for residents, said the residents would seek a judicial review.", "swapped-attribution"),
    ("Ingrid Aasebo, who leads the Nordby Residents' Union, said it would seek a review.", "swapped-attribution"),
    ("Ostrava Marine sued Karin Holt over unpaid fees.", "swapped-roles"),
    ("Karin Holt was sued by the shipping line Ostrava Marine over unpaid fees.", "swapped-roles"),
    ("Ferries to Nordby have sailed since the storm.", "changed-negation"),
    ("The storm did not drown two fishermen.", "changed-negation"),
    ("The school in Nordby will close in autumn.", "dropped-hedge"),
    ("A crane driver stole copper from the port.", "dropped-hedge"),
    ("Jonas Ek will give evidence to the inquiry on 3 March.", "moved-actor"),
    ("Tor Bakke said two fishermen drowned.", "moved-actor"),
    ("Jonas Ek sued Ostrava Marine in 2019.", "moved-actor"),
    ("Residents would not seek a judicial review, Tor Bakke said.", "changed-negation"),
    ("Jonas Ek was convicted of stealing copper from the port.", "dropped-hedge"),
    ("Ingrid Aasebo will seek a judicial review.", "moved-actor"),
]
LEFT = [
    "Vesterholm Council will borrow 40 million kroner for the harbour wall.",
    "Mayor Ingrid Aasebo said the council would borrow 40 million kroner to rebuild the wall.",
    "Ingrid Aasebo, the mayor, said Tuesday the council will borrow 40 million kroner.",
    "The storm of 12 January drowned two fishermen.",
    "Tor Bakke said the residents would seek a judicial review.",
    "Bakke said nobody asked the people who live there.",
    "Karin Holt sued Ostrava Marine over unpaid fees.",
    "Ostrava Marine was sued by Karin Holt in 2019.",
    "Ferries to Nordby have not sailed since the storm.",
    "The school in Nordby could close in autumn.",
    "A crane driver was charged over copper from the port.",
    "Selma Dahl will give evidence on 3 March.",
    "The drawings of the new quay were shown on 20 April.",
]
MISSED = [
    ("The storm tore 40 metres out of the wall.", "another unit: left to `verify`, which knows the figure as money"),
    ("Residents dropped their judicial review.", "the contrary in another word"),
]


def read(text: str) -> Reading:
    sentences = split(text)
    return Reading(take_inventory(text, find_facts(text)), Aligner(sentences), sentences)


READING = read(ARTICLE)


@pytest.mark.parametrize(("text", "rule"), FOUND)
def test_found(text: str, rule: str) -> None:
    findings = verify_together(text, READING)
    assert rule in [finding.rule for finding in findings]
    for finding in findings:
        assert finding.rule in RULES
        assert text[finding.span.start : finding.span.end] == finding.span.text
        assert all(ARTICLE[source.start : source.end] == source.text for source in finding.sources)


@pytest.mark.parametrize("text", LEFT)
def test_left(text: str) -> None:
    assert verify_together(text, READING) == ()


@pytest.mark.parametrize(("text", "reason"), MISSED)
def test_known_miss(text: str, reason: str, request: pytest.FixtureRequest) -> None:
    request.applymarker(pytest.mark.xfail(reason=reason))
    assert verify_together(text, READING)


MATCH = read(
    "Coach Pia Lindahl praised goalkeeper Nora Fjeld on Sunday after Fjeld, 19, saved a penalty for Tromvik. "
    "Skarnes, second in the table, were beaten 2-0 by Tromvik in front of 4,100 people. "
    "Lindahl took over in March, when the club was last."
)
EXCHANGED = [
    "Coach Nora Fjeld praised goalkeeper Pia Lindahl after she saved a penalty.",
    "Nora Fjeld, the coach, praised Pia Lindahl, 19, who saved a penalty.",
]
IN_PLACE = [
    "Coach Pia Lindahl praised goalkeeper Nora Fjeld after she saved a penalty.",
    "Goalkeeper Nora Fjeld, 19, was praised by coach Pia Lindahl.",
    "Tromvik beat Skarnes 2-0 in front of 4,100 people.",
    "Skarnes were beaten 2-0 by Tromvik.",
]


@pytest.mark.parametrize("text", EXCHANGED)
def test_two_actors_exchanged(text: str) -> None:
    assert "swapped-roles" in [finding.rule for finding in verify_together(text, MATCH)]


@pytest.mark.parametrize("text", IN_PLACE)
def test_two_actors_in_place(text: str) -> None:
    assert "swapped-roles" not in [finding.rule for finding in verify_together(text, MATCH)]


@pytest.mark.xfail(reason="the verb of a match in active and passive: `roles` knows only what stands between two names")
def test_who_beat_whom() -> None:
    assert "swapped-roles" in [finding.rule for finding in verify_together("Skarnes beat Tromvik 2-0.", MATCH)]
