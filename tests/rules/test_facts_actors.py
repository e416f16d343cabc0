"""The finder of actors: what it must find, what it must leave alone, and what it is known to miss."""

from __future__ import annotations

import pytest

from summarize.facts import find_actors
from summarize.facts.actors import find_names

FOUND = [
    ("the minister Benny Alder spoke", ["Benny Alder"]),
    ("Defence Minister Nora Quill met Senator Tom Reyes.", ["Nora Quill", "Tom Reyes"]),
    ("US Secretary of State Ann Holm and Mayor of Leeds Omar Vance", ["US", "Ann Holm", "Leeds", "Omar Vance"]),
    ("Israeli Prime Minister Dov Peretz left.", ["Israeli", "Dov Peretz"]),
    ("Activist Lena Ottaway said so.", ["Lena Ottaway"]),
    ("They asked J. K. Arden, George W. Pell and P.D. Ash.", ["J. K. Arden", "George W. Pell", "P.D. Ash"]),
    (
        "It named Bashar al-Rawi, Osama bin Tarek, Hugo van der Meer and Ana de Souza.",
        ["Bashar al-Rawi", "Osama bin Tarek", "Hugo van der Meer", "Ana de Souza"],
    ),
    ("They met von Arnim and al-Rawi.", ["von Arnim", "al-Rawi"]),
    ("We saw Conor O’Dell, Seán Ó Briain and Mary-Jane Fox.", ["Conor O’Dell", "Seán Ó Briain", "Mary-Jane Fox"]),
    ("It sued Arkwell Inc., Tamsin plc and Luther King Jr. today", ["Arkwell Inc.", "Tamsin plc", "Luther King Jr."]),
    ("the Ministry of Defence and the University of Tartu", ["Ministry of Defence", "University of Tartu"]),
    (
        "the Bureau of Alcohol, Tobacco, Firearms and Explosives acted",
        ["Bureau of Alcohol, Tobacco, Firearms and Explosives"],
    ),
    ("the Department of Health and Human Services", ["Department of Health and Human Services"]),
    ("with AT&T, Marks & Spencer and NASA", ["AT&T", "Marks & Spencer", "NASA"]),
    ("the Northfield Trust (NT) paid", ["Northfield Trust", "NT"]),
    ("the Democrats and the Iranians agreed", ["Democrats", "Iranians"]),
    ("Ofori said so. We asked Kofi Ofori.", ["Ofori", "Kofi Ofori"]),
    ("a pro-Alder crowd and a Spanish-born nurse", ["Alder", "Spanish"]),
    ("Israel's Dov Peretz and Grauman's Egyptian Theatre", ["Israel", "Dov Peretz", "Grauman's Egyptian Theatre"]),
    ("WHO officials spoke, and US troops left us.", ["WHO", "US"]),
    ("MAYOR RESIGNS AFTER SCANDAL IN OHIO\n\nThe mayor left.", ["OHIO"]),
    ("Government Announces New Plan for Flood Victims in Leeds\n\nThe plan helps.", ["Leeds"]),
    ("Sen. Rand Alder (R-Ohio) voted.", ["Rand Alder", "Ohio"]),
    ("the CEO of Yellow Brick Corporation", ["Yellow Brick Corporation"]),
]
LEFT = [
    "Officials said the plan would help. However, nobody agreed.",
    "On Monday in May, I left.",
    "The prime minister spoke. The Prime Minister left. Attorney General.",
    "May I ask? Will it rain? Who knows.",
    "- Bring water\n- Take warm clothes\n",
    "DO NOT OPEN THE DOOR\n",
    "The CEO's PhD was in English.".replace("English", "chemistry"),
    "",
    "1234 !?",
]
MISSED = [
    ("Rod cells see light.", []),
    ("the 139th held the line", ["139th"]),
    ("the artist zoviet*france", ["zoviet*france"]),
    ("Will Marsh ran.", ["Will Marsh"]),
]
TYPES = [
    ("President Ofori", "person"),
    ("we met Helen Marsh", "person"),
    ("the artist Odo Quillan", "person"),
    ("the Arn River", "place"),
    ("in Saltby", "place"),
    ("the Saltby Council", "organisation"),
    ("the University of Tartu", "organisation"),
    ("France", "place"),
    ("the Kenyans", "group"),
    ("the Concorde", ""),
]


def names(text: str) -> list[str]:
    return [fact.span.text for fact in find_actors(text)]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", LEFT)
def test_leaves_alone(text: str) -> None:
    assert names(text) == []


@pytest.mark.xfail(reason="known miss")
@pytest.mark.parametrize(("text", "expected"), MISSED)
def test_known_misses(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_types(text: str, expected: str) -> None:
    assert [fact.type for fact in find_actors(text)] == [expected]


def test_surname_takes_the_type_of_the_full_name() -> None:
    facts = find_actors("We met Helen Quillan. Later Quillan left.")
    assert [(fact.span.text, fact.type) for fact in facts] == [("Helen Quillan", "person"), ("Quillan", "person")]


def test_value_is_plain_and_without_possessive() -> None:
    assert [fact.value for fact in find_actors("We like The Hague’s and O’Dell’s\u00a0House rules.")][:1] == ["Hague"]
    assert find_actors("We saw Conor O’Dell’s car.")[0].value == "Conor O'Dell"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Defence Minister Nora Quill met him.", "Defence Minister"),
        ("We met Secretary of State Ann Holm.", "Secretary of State"),
        ("We met Dr. Ann Holm.", "Dr."),
        ("We met Ann Holm.", None),
    ],
)
def test_title_is_a_span_of_its_own(text: str, title: str | None) -> None:
    (name,) = find_names(text)
    assert (name.title.text if name.title else None) == title
