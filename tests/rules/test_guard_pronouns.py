"""Pronouns that open a sentence: whom they stand for, when they mislead, and the name in their place."""

from __future__ import annotations

import pytest

from summarize.config import Options
from summarize.data import Draft
from summarize.facts import find_facts, take_inventory
from summarize.guard import gather, guard
from summarize.guard.pronouns import find_pronoun, is_misread, name_it
from summarize.split import split

ARTICLE = (
    "Mayor Ingrid Aasebo closed the Vesterholm bridge on Tuesday. "
    "Ingrid Aasebo promised a free ferry to the islanders. "
    "Piet van Daalen, who runs the port, criticised the closure. "
    "Van Daalen lost two contracts over the closure. "
    "The Coastal Union threatened a strike at the ferry terminal. "
    "“The cables are rusty,” said Tor Bakke. "
    "Someone painted the pylons green."
)
SENTENCES = split(ARTICLE)
INVENTORY = take_inventory(ARTICLE, find_facts(ARTICLE))
EVIDENCE = gather(INVENTORY, SENTENCES, None)
CLOSED = "Mayor Ingrid Aasebo closed the Vesterholm bridge on Tuesday."
PIET = "Piet van Daalen, who runs the port, criticised the closure."

STANDS_FOR = [
    ("She promised a free ferry to the islanders.", "Ingrid Aasebo"),
    ("He lost two contracts over the closure.", "Piet van Daalen"),
    ("It threatened a strike at the ferry terminal.", "Coastal Union"),
    ("On Tuesday, she closed the Vesterholm bridge.", "Ingrid Aasebo"),
    ("He said the cables are rusty.", "Tor Bakke"),
]
OPEN = [
    "They painted the pylons green.",  # the article names nobody
    "He resigned from everything at once.",  # the article does not say so
    "She threatened a strike at the ferry terminal.",  # a union is no she
    "The mayor promised a free ferry.",
    "",
]


@pytest.mark.parametrize(("text", "name"), STANDS_FOR)
def test_stands_for(text: str, name: str) -> None:
    pronoun = find_pronoun(text, EVIDENCE)
    assert pronoun
    assert INVENTORY.actors[pronoun.actor].name == name
    assert text[pronoun.span.start : pronoun.span.end] == pronoun.span.text


@pytest.mark.parametrize("text", OPEN)
def test_open(text: str) -> None:
    assert find_pronoun(text, EVIDENCE) is None


@pytest.mark.parametrize(
    ("before", "text", "misread"),
    [
        (CLOSED, "He lost two contracts over the closure.", True),
        (PIET, "He lost two contracts over the closure.", False),
        (PIET, "She promised a free ferry to the islanders.", True),
        ("A woman closed the bridge.", "She promised a free ferry to the islanders.", False),
        ("Gunnar Moldestad closed the bridge.", "She promised a free ferry to the islanders.", False),
    ],
)
def test_misread(before: str, text: str, misread: bool) -> None:
    pronoun = find_pronoun(text, EVIDENCE)
    assert pronoun
    assert is_misread(pronoun, [before], EVIDENCE) is misread


@pytest.mark.parametrize(
    ("text", "said", "named"),
    [
        ("She promised a free ferry to the islanders.", "", "Ingrid Aasebo promised a free ferry to the islanders."),
        ("She promised a free ferry to the islanders.", CLOSED, "Aasebo promised a free ferry to the islanders."),
        (
            "It threatened a strike at the ferry terminal.",
            "",
            "The Coastal Union threatened a strike at the ferry terminal.",
        ),
        (
            "On Tuesday, she closed the Vesterholm bridge.",
            "",
            "On Tuesday, Ingrid Aasebo closed the Vesterholm bridge.",
        ),
    ],
)
def test_named(text: str, said: str, named: str) -> None:
    pronoun = find_pronoun(text, EVIDENCE)
    assert pronoun
    assert name_it(text, pronoun, said, EVIDENCE) == named
    assert find_pronoun(named, EVIDENCE) is None


def brief(*items: str) -> tuple[list[str], list[tuple[str, str]]]:
    guarded = guard({"brief": [Draft(items, 0.0)]}, SENTENCES, INVENTORY, None, Options())["brief"]
    return [one.text for one in guarded.statements], [(edit.action, edit.rule) for edit in guarded.edits]


def test_the_guard_writes_the_name() -> None:
    texts, edits = brief(CLOSED, "He lost two contracts over the closure.")
    assert texts == [CLOSED, "Piet van Daalen lost two contracts over the closure."]
    assert ("repaired", "wrong-pronoun") in edits
    assert brief(*texts)[0] == texts


def test_what_leant_on_a_dropped_sentence_is_named() -> None:
    texts, edits = brief(CLOSED, "President Gorm Halvorsen resigned.", "He lost two contracts over the closure.")
    assert texts == [CLOSED, "Piet van Daalen lost two contracts over the closure."]
    assert ("repaired", "dangling-opening") in edits


@pytest.mark.xfail(strict=True, reason="of two people named before, either may be read")
def test_known_miss() -> None:
    pronoun = find_pronoun("He lost two contracts over the closure.", EVIDENCE)
    assert pronoun
    assert is_misread(pronoun, ["Tor Bakke met Piet van Daalen."], EVIDENCE)
