"""A fault and what the article has in its place: each sort of mending, and what is not mended."""

from __future__ import annotations

import pytest

from summarize.facts import find_facts, take_inventory
from summarize.guard import gather
from summarize.guard.evidence import find_findings
from summarize.guard.mend import find_lost_letters, find_respellings, mended, plain_letters
from summarize.split import split

ARTICLE = (
    "Defence Minister Ragnhild Solvang-Ek signed the ferry treaty in Vesterholm on Tuesday. "
    "Mayor Tor Bakke-Moe, a former sailor, will sell the old harbour crane in March. "
    "Yıldız Erdoğan, the chief engineer, inspected the railway tunnel on 4 May 2021 and on 6 June 2021. "
    "Bobby Scottsen repaired the lighthouse lamp yesterday. "
    "The Department of Ports fined the Free Harbour Act Union. The Smaller Boats Act helps anglers."
)
EVIDENCE = gather(take_inventory(ARTICLE, find_facts(ARTICLE)), split(ARTICLE), None)
ACTORS = EVIDENCE.inventory.actors

MENDED = [
    (
        "Ragnhild Solvang-Eck signed the ferry treaty in Vesterholm.",
        "Ragnhild Solvang-Ek signed the ferry treaty in Vesterholm.",
    ),
    (
        "Ragnild Solvang-Ek signed the ferry treaty in Vesterhom.",
        "Ragnhild Solvang-Ek signed the ferry treaty in Vesterholm.",
    ),
    ("Bobby Scott repaired the lighthouse lamp.", "Bobby Scottsen repaired the lighthouse lamp."),
    ("Erdo an inspected the railway tunnel.", "Erdoğan inspected the railway tunnel."),
    (
        "Solvang-Ek signed the ferry treaty in Vesterholm on Friday.",
        "Solvang-Ek signed the ferry treaty in Vesterholm on Tuesday.",
    ),
    (
        "Mayor Tor Bakke-Moe will sell the old harbour crane in April.",
        "Mayor Tor Bakke-Moe will sell the old harbour crane in March.",
    ),
    ("In April, the old harbour crane is to be sold.", "In March, the old harbour crane is to be sold."),
    (
        "Solvang-Ekk signed the ferry treaty in Vesterholm on Friday.",
        "Solvang-Ek signed the ferry treaty in Vesterholm on Tuesday.",
    ),
    ("The Oslo Department of Ports fined the union.", "The Department of Ports fined the union."),
    (
        "Solvang-Ek signed the ferry treaty and signed the ferry treaty in Vesterholm.",
        "Solvang-Ek signed the ferry treaty in Vesterholm.",
    ),
    (
        "Mayor Ragnhild Solvang-Ek signed the ferry treaty.",
        "Defence Minister Ragnhild Solvang-Ek signed the ferry treaty.",
    ),
]
NOT_MENDED = [
    "Gunnar Moldestad signed the ferry treaty.",  # nobody near
    "Erdoğan inspected the railway tunnel on 7 July 2021.",  # two days it could be
    "Solvang-Ek signed the ferry treaty in 1987.",  # no year there
    "The Oslo Boats Act helps anglers.",  # another act, not a misspelling
    "Mayor Tor Bakke-Moe will sell 12 old harbour cranes.",  # a figure is never guessed
]


@pytest.mark.parametrize(("wrong", "right"), MENDED)
def test_mended(wrong: str, right: str) -> None:
    findings = find_findings("points", wrong, EVIDENCE)
    assert findings
    assert mended("points", wrong, findings, EVIDENCE) == right
    assert find_findings("points", right, EVIDENCE) == ()


@pytest.mark.parametrize("wrong", NOT_MENDED)
def test_not_mended(wrong: str) -> None:
    findings = find_findings("points", wrong, EVIDENCE)
    assert findings
    assert mended("points", wrong, findings, EVIDENCE) == ""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Solvang-Eck", ("Solvang-Ek",)),
        ("Bobby Sco", ("Bobby Scottsen",)),
        ("Tor Bake-Moe", ("Tor Bakke-Moe",)),
        ("Smaler Boats Act", ("Smaller Boats Act",)),
        ("Oslo Boats Act", ()),
        ("Gunnar Moldestad", ()),
        ("Division of the Department of Ports", ()),  # a part is not the whole
    ],
)
def test_respellings(name: str, found: tuple[str, ...]) -> None:
    assert find_respellings(name, ACTORS) == found


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Erdo an spoke.", "Erdo", "Erdoğan"),
        ("Y ld z Erdo an spoke.", "Erdo", "Yıldız Erdoğan"),
        ("Erdoan spoke.", "Erdoan", "Erdoğan"),
    ],
)
def test_lost_letters(text: str, word: str, name: str) -> None:
    (fact,) = [fact for fact in find_facts(text) if word in fact.span.text][:1]
    found = find_lost_letters(text, fact.span, ACTORS)
    assert found
    assert found[1] == name
    assert text[found[0].start : found[0].end] == found[0].text


def test_plain_letters() -> None:
    assert plain_letters("Aasebø Ní Dhubhagáin") == "Aasebø Ni Dhubhagain"
