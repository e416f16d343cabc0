"""All finders on one text: who gets what, offsets, speed; and every text bears out its own facts."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.data import Fact
from summarize.facts import find_facts, take_inventory

STORY = (
    "LEEDS — Defence Minister Nora Quill said on Monday, Nov. 21, 2011, that “two thirds” of the 1,200 boats, worth "
    "$1.2bn, had left Saltby. Quill, 36, met Hugo van der Meer of the Northfield Trust (NT) two days before the "
    'vote.\n\n"We won 3-2," O’Dell’s aide said at 8:30 p.m. EST. US Secretary of State Ann Holm agreed.\n'
)
MORE = (
    "'It is the boys' turn,' said D'Arcy. (NT) FY2023 Q3 2021-22 9/11 5.30pm -12.5°C $5 to $10m half a million and a "
    "https://a.example/B @Orvik eBay Moon Jae-in Christmas 300 BC R-Ga., U.S. WASHINGTON > block one in five 4QX"
)
ODD = "al- O' Mr. of and , - “ ” \" ' U.S. A I 1 , 1st '90s 1/2 $ % May ago \n \n\n ́ ﬀ ǅ İ"
PARTS = st.sampled_from([*STORY.split(), *MORE.split(), *ODD.split(" ")])
TEXTS = st.one_of(st.text(max_size=300), st.lists(PARTS, max_size=60).map(" ".join), st.lists(PARTS).map("".join))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(fact.kind, fact.span.text) for fact in find_facts(text)]


def test_story() -> None:
    assert kinds(STORY) == [
        ("actor", "LEEDS"),
        ("actor", "Nora Quill"),
        ("date", "Monday, Nov. 21, 2011"),
        ("quote", "two thirds"),
        ("figure", "two thirds"),
        ("figure", "1,200"),
        ("figure", "$1.2bn"),
        ("actor", "Saltby"),
        ("actor", "Quill"),
        ("figure", "36"),
        ("actor", "Hugo van der Meer"),
        ("actor", "Northfield Trust"),
        ("actor", "NT"),
        ("date", "two days"),
        ("quote", "We won 3-2,"),
        ("figure", "3-2"),
        ("actor", "O’Dell"),
        ("date", "8:30 p.m. EST"),
        ("actor", "US"),
        ("actor", "Ann Holm"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on March 3, 2021", [("date", "March 3, 2021")]),
        ("for two weeks", [("date", "two weeks")]),
        ("a 36-year-old", [("figure", "36-year-old")]),
        ("the Third Congressional District", [("actor", "Third Congressional District")]),
    ],
)
def test_a_stretch_is_one_fact(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@given(TEXTS)
@settings(max_examples=400)
def test_offsets_order_and_overlaps(text: str) -> None:
    facts = find_facts(text, date="2021-03-10")
    assert all(text[fact.span.start : fact.span.end] == fact.span.text != "" for fact in facts)
    assert [fact.span.start for fact in facts] == sorted(fact.span.start for fact in facts)
    plain = [fact for fact in facts if fact.kind != "quote"]
    assert all(one.span.end <= other.span.start for one, other in pairwise(plain))
    assert all(fact.value for fact in facts)
    quotes = [fact for fact in facts if fact.kind == "quote"]
    assert all(one.span.end <= other.span.start for one, other in pairwise(quotes))


@given(TEXTS)
@settings(max_examples=400)
def test_what_is_attached_is_a_span_of_its_own(text: str) -> None:
    for fact in find_facts(text, date="2021-03-10"):
        if span := fact.attached:
            assert text[span.start : span.end] == span.text != ""
            assert fact.kind == "quote" or not span.overlaps(fact.span)


@given(TEXTS, st.integers(0, 50))
@settings(max_examples=100)
def test_facts_move_with_their_text(text: str, by: int) -> None:
    for fact in find_facts(text):
        moved = fact.moved(by)
        longer = " " * by + text
        for span in filter(None, (moved.span, moved.attached)):
            assert longer[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "kind", "attached"),
    [
        ("Defence Minister Nora Quill left.", "actor", "Defence Minister"),
        ("It fell two days before the vote.", "date", "before the vote"),
        ("It cost more than $5 million.", "figure", "more than"),
        ("“We are done with it,” said Nora Quill.", "quote", "Nora Quill"),
    ],
)
def test_each_kind_has_what_is_attached(text: str, kind: str, attached: str) -> None:
    found = [fact.attached.text for fact in find_facts(text) if fact.kind == kind and fact.attached]
    assert found == [attached]


def test_what_is_attached_takes_no_part_in_comparisons() -> None:
    (fact,) = (fact for fact in find_facts("Defence Minister Nora Quill left.") if fact.kind == "actor")
    assert fact.attached
    assert fact == replace(fact, attached=None)


@pytest.mark.parametrize("text", [STORY.lower(), STORY.upper()])
def test_other_cases_fail_softly(text: str) -> None:
    facts = find_facts(text)
    assert {"two thirds", "1,200", "$1.2bn"} <= {fact.span.text.lower() for fact in facts if fact.kind == "figure"}
    assert all(text[fact.span.start : fact.span.end] == fact.span.text for fact in facts)


def test_no_name_is_guessed_without_capitals() -> None:
    assert [fact for fact in find_facts(STORY.lower()) if fact.kind == "actor"] == []


@given(TEXTS)
@settings(max_examples=300)
def test_a_text_states_its_own_facts(text: str) -> None:
    facts = find_facts(text)
    inventory = take_inventory(text, facts)
    assert [fact for fact in facts if not inventory.states(fact)] == []
    for fact in facts:
        assert all(text[span.start : span.end] == span.text for span in inventory.spans(fact))


@given(TEXTS, TEXTS)
@settings(max_examples=200)
def test_any_fact_may_be_asked_of_any_text(text: str, other: str) -> None:
    inventory = take_inventory(text, find_facts(text), ("A title", "2021-03-10"))
    for fact in find_facts(other, date="2021-03-10"):
        assert isinstance(inventory.states(fact), bool)
        assert inventory.nearest(fact) == "" or fact.kind == "actor"
        assert len(inventory.spans(fact)) <= 5


@pytest.mark.parametrize(
    "text",
    [
        "A of " * 80_000,
        "one two " * 50_000,
        "1,1" * 130_000,
        '"a ' * 130_000,
        "1" * 400_000 + "x",
        "Mr. O'" * 66_000,
        "'a' " * 100_000,
        "‘a " * 130_000,
        "a@" * 200_000,
        "two days before " * 25_000,
        "> a\n\n" * 80_000,
        'said Lund. "x" ' * 25_000,
        "(NT) Northfield Trust " * 18_000,
        "A-b" * 130_000,
        "one in " * 60_000,
        "".join(f"Ann Q{at} " * 2 + f"AND{at} met. " for at in range(9_000)),
    ],
    ids=[
        "links",
        "numbers",
        "digits",
        "quotes",
        "one number",
        "abbreviations",
        "single",
        "unclosed",
        "addresses",
        "anchors",
        "blocks",
        "speakers",
        "acronyms",
        "hyphens",
        "shares",
        "people",
    ],
)
def test_odd_texts_are_read_to_their_end(text: str) -> None:
    # Quadratic work would take minutes here; tests/benchmarks/linear.py measures how the time grows.
    assert all(text[fact.span.start : fact.span.end] == fact.span.text for fact in find_facts(text))


def test_import_reads_no_data() -> None:
    code = "import summarize.facts.gazetteer as g, summarize.facts.words as w, summarize.facts;"
    code += "assert g.gazetteer.cache_info().currsize == w.common_words.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_facts_are_values() -> None:
    assert set(map(type, find_facts(STORY))) == {Fact}
