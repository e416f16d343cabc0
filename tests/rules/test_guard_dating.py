"""Dates that a draft has left out: where they go back, and where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.facts import find_dates
from summarize.guard.dating import find_dated, is_said, tells_when
from summarize.split import split


def put_back(draft: str, source: str, *said: str) -> list[str]:
    (sentence,) = split(source)
    dates = find_dates(source)
    values = {fact.value for text in (draft, *said) for fact in find_dates(text)}
    return [text for text, _ in find_dated(draft, sentence, dates, values)]


# draft, source, what it becomes
PUT_BACK = [
    (
        "The council of Nordby voted to close the harbour bridge.",
        "The council of Nordby voted on Monday to close the harbour bridge after cracks were found.",
        "The council of Nordby voted on Monday to close the harbour bridge.",
    ),
    (
        "Mayor Lund said the bridge would stay shut.",
        "Mayor Lund said Tuesday that the bridge would stay shut for repairs.",
        "Mayor Lund said Tuesday that the bridge would stay shut.",
    ),
    (
        "The port authority closed the ferry line.",
        "On 4 March, the port authority closed the ferry line to Vesterholm.",
        "On 4 March, the port authority closed the ferry line.",
    ),
    (
        "Nordby Council approved the plan.",
        "Last week, the cash-strapped Nordby Council approved the plan for the quay.",
        "Last week, Nordby Council approved the plan.",
    ),
    (
        "Officials in Nordby and Vesterholm opened the new ferry quay.",
        "Yesterday, engineers in Nordby and Vesterholm opened the new ferry quay.",
        "Yesterday, officials in Nordby and Vesterholm opened the new ferry quay.",
    ),
    (
        "The harbour board suspended the ferry for five weeks as ice spread.",
        "At the mayor's request, the harbour board suspended the ferry for five weeks yesterday.",
        "The harbour board suspended the ferry for five weeks yesterday as ice spread.",
    ),
    (
        "Ida Berg (Oslo) joined Tor Lund (Nordby) to open the quay.",
        "Ida Berg (Oslo) joined Tor Lund (Nordby) on Friday to open the quay.",
        "Ida Berg (Oslo) joined Tor Lund (Nordby) on Friday to open the quay.",
    ),
    (
        "The prize went to Berg, Lund announced a tour.",
        "The board and its chair Berg, Lund today announced a tour.",
        "The prize went to Berg, Lund today announced a tour.",
    ),
    (
        "The ministry has paid for the ferry.",
        "The ministry has since 2011 paid for the ferry.",
        "The ministry has since 2011 paid for the ferry.",
    ),
    (
        "The council approved the budget.",
        "The council approved the 2019 budget.",
        "The council approved the 2019 budget.",
    ),
]
LEFT = [
    # nothing runs parallel
    ("The bridge is shut.", "On Monday the council of Nordby met to talk about the budget."),
    # the date is the meeting's, not the vote's
    ("The council voted to close the bridge.", "After a meeting on Monday ended in uproar, members went home."),
    # told already, in other words of the same value
    ("On 4 March the council voted to close the bridge.", "The council voted on March 4 to close the bridge."),
    # a subject that did several things
    ("The council sued the builder.", "On Monday, the council met to vote on a new budget for schools and roads."),
    # how long, not when
    ("Lund and Berg made their way to Oslo.", "A few weeks later, Lund and Berg made their way to Oslo."),
    # "now" says nothing
    ("The bridge is closed to lorries.", "The bridge is now closed to lorries."),
    # inside a quotation that the draft opens elsewhere
    ('Lund said "the bridge is shut".', 'Lund said on "Monday the bridge is shut".'),
    ("", "On Monday the bridge was shut."),
]


@pytest.mark.parametrize(("draft", "source", "dated"), PUT_BACK)
def test_put_back(draft: str, source: str, dated: str) -> None:
    assert put_back(draft, source) == [dated]
    assert put_back(dated, source) == []


@pytest.mark.parametrize(("draft", "source"), LEFT)
def test_left_alone(draft: str, source: str) -> None:
    assert put_back(draft, source) == []


def test_a_date_that_another_sentence_gives_stays_out() -> None:
    draft, source, _ = PUT_BACK[0]
    assert put_back(draft, source, "It happened on Monday.") == []


@pytest.mark.xfail(strict=True, reason="an adverbial opens the source, and its date stands inside")
def test_known_miss() -> None:
    source = "In a crowded hall on 8 May 1942, the council voted to build the bridge."
    assert put_back("The council voted to build the bridge.", source)


@pytest.mark.parametrize(
    ("text", "tells"), [("on Monday", True), ("in 2019", True), ("for two years", False), ("now", False)]
)
def test_what_tells_when(text: str, tells: bool) -> None:
    (fact,) = find_dates(text)
    assert tells_when(fact) is tells


def test_a_day_says_its_month() -> None:
    (month,) = find_dates("in March 2019")
    assert is_said(month, ["2019-03-04"])
    assert not is_said(month, ["2019-04-03"])


SOME = st.sampled_from(
    "the council of Nordby voted on Monday in March 2019 to close bridge , today said that ( ) and 4".split()
)
LINES = st.lists(SOME, min_size=2, max_size=14).map(lambda words: f"Lund {' '.join(words)}.")


@given(LINES, LINES)
def test_what_is_put_back_is_the_sources_own_date(draft: str, source: str) -> None:
    for sentence in split(source):
        dates = [fact for fact in find_dates(source) if sentence.has(fact.span)]
        for text, fact in find_dated(draft, sentence, dates, ()):
            assert len(text) > len(draft)
            assert fact.span.text in text
