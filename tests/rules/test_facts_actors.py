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
    # Known names with small words in them, whatever stands around them.
    ("House of Representatives Speaker Ann Holm left.", ["House of Representatives", "Ann Holm"]),
    ("at the U.S. Food and Drug Administration today", ["U.S. Food and Drug Administration"]),
    ("from the People’s Republic of China", ["People’s Republic of China"]),
    ("in the District of Columbia", ["District of Columbia"]),
    ("the Chief Justice of the United States", ["United States"]),
    ("on the Gulf of Mexico", ["Gulf of Mexico"]),
    ("President of the European Commission Ilse von der Heide", ["European Commission", "Ilse von der Heide"]),
    # Ordinary words that an "and" and a body's last word make a name.
    ("the Science and Technology Committee met", ["Science and Technology Committee"]),
    ("the Nordby Residents' Union and the Teachers’ Trade Union", ["Nordby Residents' Union", "Teachers’ Trade Union"]),
    ("the Rovers' Anna Lund and the Reds' win", ["Rovers", "Anna Lund", "Reds"]),
    ("on International Women's Day in Tokyo Japan", ["International Women's Day", "Tokyo", "Japan"]),
    ("Bob Lund REPORTING from Leeds", ["Bob Lund", "Leeds"]),
    ("the Flood and Fire Relief Agency", ["Flood and Fire Relief Agency"]),
    (
        "the Senate Homeland Security and Governmental Affairs Committee",
        ["Senate Homeland Security and Governmental Affairs Committee"],
    ),
    ("the Justice Department and the Treasury Department", ["Justice Department", "Treasury Department"]),
    # Abbreviations that may end a sentence.
    ("He left the U.S. Italy objected. She lives in the U.K. According to her, it rains.", ["U.S.", "Italy", "U.K."]),
    ("They live in Langley, Md., and met Tom Reed, R-Ga., there.", ["Langley", "Md.", "Tom Reed", "Ga."]),
    # Given names with a hyphen, particles, apostrophes.
    ("We saw Moon Jae-in, Kim Sang-hye and Tsai Ing-wen.", ["Moon Jae-in", "Kim Sang-hye", "Tsai Ing-wen"]),
    ("police in Port-au-Prince said so", ["Port-au-Prince"]),
    ("We saw Sheikh Omar bin Tarek Al Quill.", ["Omar bin Tarek Al Quill"]),
    ("King Charles IV Visits Leeds and Opens Bridge\n\nIt rained.", ["Charles IV", "Leeds"]),
    ("from Aix-en-Provence to Stoke-on-Trent", ["Aix-en-Provence", "Stoke-on-Trent"]),
    ("Bin Tarek left. De Wit stayed. Van Arnhem slept.", ["Bin Tarek", "De Wit", "Van Arnhem"]),
    ("to N'Djamena with Gina D'Angelo and Aldo Sant'Elia", ["N'Djamena", "Gina D'Angelo", "Aldo Sant'Elia"]),
    # Firms, brands, numbers.
    ("It sued Orvik GmbH, Tamsin AG and Pell Co., Ltd. today", ["Orvik GmbH", "Tamsin AG", "Pell Co., Ltd."]),
    ("on eBay and easyBook with an iPhone", ["eBay", "easyBook", "iPhone"]),
    ("from Apollo 11 to Channel 4 and the S&P 500", ["Apollo 11", "Channel 4", "S&P 500"]),
    ("the Group of 20, the Group of Seven and the G7", ["Group of 20", "Group of Seven", "G7"]),
    ("on 4QX radio with the 39ers", ["4QX", "39ers"]),
    ("the Latin Kings and the Kansas City Chiefs", ["Latin Kings", "Kansas City Chiefs"]),
    # Offices, and orders after a name.
    ("She was Executive Director of the Mexican Foreign Trade Bank then.", ["Mexican Foreign Trade Bank"]),
    ("Tunisian Minister of Health, Ann Holm", ["Tunisian", "Ann Holm"]),
    ("the Conference of Mayors", ["Conference of Mayors"]),
    ("under secretary for Rural Business Lena Ottaway", ["Lena Ottaway"]),
    ("We met Sir Tom Reed KC.", ["Tom Reed"]),
    ("They asked Vice-President Bo Lund, Co-founder Kim Ash and others there.", ["Bo Lund", "Kim Ash"]),
    ("California Democrat Ann Holm", ["California", "Democrat", "Ann Holm"]),
    ("WASHINGTON The United States sued.", ["WASHINGTON", "The United States"]),
    # Places alone explain these capitals, but the text names them elsewhere.
    (
        "Science Center staff came. We like the Great Lakes Science Center.",
        ["Science Center", "Great Lakes Science Center"],
    ),
    ("Notes From the Johnson Space Center\n\nIt rained.", ["Johnson Space Center"]),
    ("the Office of Foreign Assets Control (OFAC) met", ["Office of Foreign Assets Control", "OFAC"]),
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
    "Don't go. They're here. We've seen it. I'll come.",
    "See https://www.example.org/NewsRoom or mail Ann.Holm@Example.org or @NewsDesk.",
    "It cost US$8,000 and A$20.",
    "He read Section 5, Figure 2 and Table 1.",
    "Jackals are shy. The jackal hides.",
    "The bill has PASSED and that was NOT expected.",
    "all in small letters: the mayor of leeds, ann holm, met the pope in rome on monday",
]
MISSED = [
    ("Rod cells see light.", []),
    ("the 139th held the line", ["139th"]),
    ("the artist zoviet*france", ["zoviet*france"]),
    ("Will Marsh ran.", ["Will Marsh"]),
    ("the mayor of leeds", ["leeds"]),
    ("Barack and Michelle Holm came", ["Barack Holm", "Michelle Holm"]),
    ("the Institute of Space and Astronautical Science", ["Institute of Space and Astronautical Science"]),
    ("the Ames Boyhood Home and Museum", ["Ames Boyhood Home and Museum"]),
    ("Activists met at No. 10.", ["No. 10"]),
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
    ("Nobuhiro Takarada", "person"),
    ("the striker Odwin Prell", "person"),
    ("Odwin Prell, 36", "person"),
    ("Odwin Prell, a nurse", "person"),
    ("World War II", ""),
    ("the Odwin Prize", ""),
    ("Hurricane Odwina", ""),
    ("President of NATO", "organisation"),
    ("Orvik GmbH", "organisation"),
    ("the Kremlin", "organisation"),
    ("in North Africa", "place"),
    ("near Dover, we met", "place"),
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


@pytest.mark.parametrize(
    ("text", "attached"),
    [
        ("Defence Minister Nora Quill met him.", "Defence Minister"),
        ("Defense Minister Nora Quill Resigns Over Flood\n\nIt rained.", "Defense Minister"),
        ("They asked chief executive Nora Quill.", "chief executive"),
        ("the Orvik vice-president Nora Quill", "vice-president"),
        ("We met nurse Nora Quill.", "nurse"),
        ("We met Nora Quill.", None),
        ("We met the tall Nora Quill.", None),
    ],
)
def test_title_or_role_is_attached(text: str, attached: str | None) -> None:
    fact = find_actors(text)[-1]
    assert (fact.attached.text if fact.attached else None) == attached
    assert fact.attached is None or text[fact.attached.start : fact.attached.end] == attached
