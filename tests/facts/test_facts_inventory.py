"""What an article states: the facts of a written sentence that it bears out, and those it does not."""

from __future__ import annotations

import pytest

from summarize.facts import Inventory, find_facts, take_inventory

ARTICLE = """\
Attorney General Eric Alder met Israel's Defense Minister Benny Gantor on Monday in Kidderminster. Benjamin \
Netrunu stayed away. President Uhuru Kenyata, 61, sent 20,000 people and $20 million, or 5 to 10 percent more.

The World Health Organization praised the Bureau of Alcohol, Tobacco, Firearms and Explosives. On Oct. 31, 2019, \
twenty-five boats sank; three weeks later, at 3 a.m. Friday, "We’ve lost everything, and more," said O’Dell. \
GANTOR DENIES IT. A pro-Alder crowd of 1,200 came last week in November and won 3-2. Both sides agreed.

The Northfield Trust lost two thirds of its awards in the third quarter of 2010."""

STATED = [
    "We saw Eric Alder.",
    "We saw Attorney General Alder.",
    "We saw President Kenyata.",
    "We saw Kenyata's car.",
    "We saw Gantor.",
    "The WHO agreed.",
    "The Israelis agreed.",
    "An Israeli agreed.",
    "The Alcohol, Tobacco, Firearms and Explosives bureau.",
    "We saw O'Dell.",
    "on October 31",
    "in October",
    "in 2019",
    "in October 2019",
    "on Monday",
    "last week",
    "for three weeks",
    "for weeks",
    "at 3 a.m. on Friday",
    "in the third quarter",
    "in 2010",
    "20,000 came",
    "$20 million",
    "20 million dollars",
    "5 percent",
    "10%",
    "25 boats",
    "aged 61",
    "61-year-old",
    "2/3 of them",
    "two sides",
    "it won 3-2",
    'He said "we\'ve lost everything".',
    "now",
    "one man",
    "Alder-Gantor talks",
]
NOT_STATED = [
    "We saw Benny Netrunu.",
    "We saw Eric Gantor.",
    "We saw Eric Adler.",
    "We saw Kenyatta.",
    "in Kidderminester",
    "The Iranians agreed.",
    "The IMF agreed.",
    "on October 30",
    "on Oct. 31, 2018",
    "in December",
    "on Tuesday",
    "on Tuesday, Oct. 31",
    "next week",
    "yesterday",
    "for four weeks",
    "at 4 a.m. Friday",
    "in the second quarter",
    "$20,000",
    "20 came",
    "20%",
    "5 million dollars",
    "26 boats",
    "aged 62",
    "3/4 of them",
    "it won 2-3",
    'He said "we lost everything".',
    'He said "lost everything, and less".',
]


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return take_inventory(ARTICLE, find_facts(ARTICLE), ("Flood in Saltby", "2019-11-25"))


def unsupported(inventory: Inventory, text: str) -> list[str]:
    return [fact.span.text for fact in find_facts(text, date="2019-11-25") if not inventory.states(fact)]


@pytest.mark.parametrize("text", STATED)
def test_states(inventory: Inventory, text: str) -> None:
    assert find_facts(text)
    assert unsupported(inventory, text) == []


@pytest.mark.parametrize("text", NOT_STATED)
def test_does_not_state(inventory: Inventory, text: str) -> None:
    assert len(unsupported(inventory, text)) == 1


@pytest.mark.xfail(reason="known miss")
@pytest.mark.parametrize("text", ["The Israel Defense Minister Alder"])
def test_known_misses(inventory: Inventory, text: str) -> None:
    assert unsupported(inventory, text)


def test_metadata_states_too_but_has_no_place(inventory: Inventory) -> None:
    (fact,) = find_facts("It happened in Saltby.")
    assert inventory.states(fact)
    assert inventory.spans(fact) == ()


def test_spans_are_places_of_the_article(inventory: Inventory) -> None:
    (fact,) = find_facts("We saw Alder.")
    spans = inventory.spans(fact)
    assert [span.text for span in spans] == ["Alder", "Alder"]
    assert all(ARTICLE[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("in Kidderminester", "Kidderminster"),
        ("We saw Eric Adler.", "Eric Alder"),
        ("We saw Kenyatta.", "Kenyata"),
        ("in Zanzibar", ""),
        ("on Tuesday", ""),
    ],
)
def test_nearest_spelling(inventory: Inventory, text: str, near: str) -> None:
    assert inventory.nearest(find_facts(text)[0]) == near


def test_mentions_are_linked() -> None:
    text = "We met George Arden and Laura Arden. Arden left. The World Health Organization (WHO) came. The WHO left."
    actors = {actor.name: [span.text for span in actor.mentions] for actor in take_inventory(text, ()).actors}
    assert actors == {
        "George Arden": ["George Arden"],
        "Laura Arden": ["Laura Arden", "Arden"],
        "World Health Organization": ["World Health Organization", "WHO", "WHO"],
    }


def test_an_actor_has_its_titles(inventory: Inventory) -> None:
    titles = {actor.name: actor.titles for actor in inventory.actors if actor.titles}
    assert titles == {
        "Eric Alder": ("Attorney General",),
        "Benny Gantor": ("Defense Minister",),
        "Uhuru Kenyata": ("President",),
    }


def test_day_of_writing_tells_a_day_only() -> None:
    inventory = take_inventory("It rained.", (), ("2019-11-25",))
    assert unsupported(inventory, "on November 25") == []
    assert unsupported(inventory, "in 2019") == ["2019"]
    assert unsupported(inventory, "in November") == ["November"]
    assert unsupported(inventory, "on Monday") == ["Monday"]
