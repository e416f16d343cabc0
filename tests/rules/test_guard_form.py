"""What a printed sentence looks like: each predicate with what it must say yes and no to."""

from __future__ import annotations

import pytest

from summarize.guard.form import (
    count_words,
    find_repetition,
    find_spoken,
    finish,
    is_dangling,
    is_quotable,
    is_whole,
    without_repetition,
)

WHOLE = [
    "The bridge closed on Monday.",
    "Will it reopen?",
    "“It is shut,” she said.",
    'Mayor Lund called it "painful".',
    "The team (of three) won…",
    "12 of 18 ferries sailed.",
    "Østergård won!",
    "Lund expects landfall Saturday morning in Oslo.",
    "The funding amount pays for two ferries.",
    "Goalkeeper Ida Berg leading the team won the cup.",
    "Lund is Ranking Member of the Ports Committee in Oslo.",
    "The talks (Oslo vs. bergen) went on.",
]
NOT_WHOLE = [
    "Representatives Ida Berg (Oslo), Tor Lund (Bergen) and the Rev. Per Ek.",
    "the bridge closed on Monday.",
    "Goalkeeper Ida Berg delving into the history of the cup.",
    "The bridge closed on Monday. ferry lines stayed open.",
    "The bridge closed on",
    'Mayor Lund called it "painful.',
    "“It is shut, she said.",
    "The team (of three won.",
    "",
]
DANGLING = [
    "He resigned on Monday.",
    "But the bridge is shut.",
    "However, it rained.",
    "“They left,” he said.",
    "The latter won.",
    "This weekly paper closed.",
    "This is why the bridge is shut.",
    "Since March 2001, he has led the office.",
    "Among voters under 30, she won.",
    "Therefore, the bridge is shut.",
    "In addition, the port will pay.",
    "Even more importantly, it helps the port.",
    "By November 2024 it had reached 31%.",
    "In 2019 they moved to the port.",
    "Since then she has led the office.",
]
NOT_DANGLING = [
    "Since March, Lund has led the office.",
    "In 2019 Italy moved its embassy.",
    "On Monday Theresa Lund resigned.",
    "After Lund resigned, he moved to Bergen.",
    "Heavy rain closed the bridge.",
    "This morning, Lund met the union.",
    "This Thursday the council votes.",
    "Butter prices rose.",
    "The bridge is shut.",
    "Thisted won the cup.",
    "Italy won.",
    "Soaring prices hit readers.",
]
REPEATING = [
    ("It cost $2 million at the time and cost $2 million at the time.", "cost $2 million at"),
    ("The port closed schools and closed schools.", "closed schools"),
    ("She won in Iowa, Iowa.", "Iowa"),
    ("He led the party and led the party to defeat.", "led the party"),
]
NOT_REPEATING = [
    "The owners of Oak Home Park said their home park is safe.",
    "He had had enough of it.",
    "She beat Lund of Oslo and Lund of Bergen.",
    "The more they sold, the more they made.",
    "It rose from 4.2 to 4.2 per cent.",
    "Lund said the United States will share ferries, and that in June the United States will pay.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_whole(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize("text", NOT_WHOLE)
def test_not_whole(text: str) -> None:
    assert not is_whole(text)


@pytest.mark.parametrize("text", DANGLING)
def test_dangling(text: str) -> None:
    assert is_dangling(text)
    assert not is_quotable(text)


@pytest.mark.parametrize("text", NOT_DANGLING)
def test_not_dangling(text: str) -> None:
    assert not is_dangling(text)


@pytest.mark.parametrize(("text", "second"), REPEATING)
def test_repeating(text: str, second: str) -> None:
    found = find_repetition(text)
    assert found
    assert text[found.start : found.end] == found.text
    assert second.split()[0] in found.text


@pytest.mark.parametrize("text", NOT_REPEATING)
def test_not_repeating(text: str) -> None:
    assert find_repetition(text) is None


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("Ida Berg (Oslo) and Ida Berg (Oslo) opened the quay.", "Ida Berg (Oslo) opened the quay."),
        ("The port closed schools and closed schools.", "The port closed schools."),
        ("The council met in March 2020 in March 2020.", "The council met in March 2020."),
        ("She won in Iowa, Iowa, Iowa.", "She won in Iowa."),
        ("It rained.", ""),
        (
            "When the quay was shut for the winter, the quay was shut for the winter.",
            "",
        ),  # half of it would be no sentence
        ("Berg met Lund and Lund met Berg.", "Berg met Lund met Berg."),
        ("", ""),
    ],
)
def test_without_repetition(text: str, once: str) -> None:
    assert without_repetition(text) == once


@pytest.mark.xfail(strict=True, reason="an inflected form hides the repetition")
@pytest.mark.parametrize(
    "text", ["The record remains intact, remained intact.", "Prices rise and rose again and rise."]
)
def test_known_miss_of_repetition(text: str) -> None:
    assert find_repetition(text)


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("It rained", "It rained."),
        ("It rained.", "It rained."),
        ("It rained,", "It rained."),
        ("Did it rain?", "Did it rain?"),
        ("“It rained.”", "“It rained.”"),
        ("It rained —", "It rained."),
        ("", ""),
    ],
)
def test_finish(text: str, finished: str) -> None:
    assert finish(text) == finished
    assert finish(finished) == finished


@pytest.mark.parametrize("text", ["We will rebuild our bridges soon.", "Once you have made that, you can stay."])
def test_what_somebody_says_is_not_quoted_without_saying_who(text: str) -> None:
    assert is_whole(text)
    assert not is_quotable(text)
    assert is_quotable(f"“{text[:-1]},” said Mayor Lund.")


@pytest.mark.parametrize(
    "text",
    [
        "Readers can call the council at 1-800-555-0142 for help.",
        "Readers can write to bridge@vesterholm.example for help.",
        "More about the bridge stands at www.vesterholm.example today.",
    ],
)
def test_where_to_call_is_not_quoted(text: str) -> None:
    assert is_whole(text)
    assert not is_quotable(text)


def test_a_quotation_alone_is_not_quoted() -> None:
    assert not is_quotable("“Ferries will keep the island alive all winter.”")
    assert is_quotable("“Ferries will keep the island alive,” the mayor said.")


def test_a_sentence_too_short_or_too_long_is_not_quoted() -> None:
    assert not is_quotable("Rain fell.")
    assert is_quotable("Rain fell all day.")
    assert not is_quotable("Rain " + "fell " * 45 + "today.")
    assert count_words("one two-three 4.5") == 3


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("I am very pleased that the bridge is open.", "I"),
        ("Lund said prices fell since I took office.", "I"),
        ("We will rebuild the quay.", "We"),
        ("Lund said the ferries are ours and cost us little.", "us"),
        ("Tell your friends about the bridge.", "your"),
    ],
)
def test_spoken(text: str, word: str) -> None:
    found = find_spoken(text)
    assert found
    assert found.text == text[found.start : found.end] == word


@pytest.mark.parametrize(
    "text",
    [
        "The Phase I ferry and the Nordby I rocket left.",
        "Sen. Ida Berg (I-Vt.) of Pawtucket, R.I., spoke.",
        "“We will rebuild,” Lund said.",
        "The We Can Do It beer costs 40 kroner.",
        "The US ferry left.",
        "World War I ended.",
        "",
    ],
)
def test_not_spoken(text: str) -> None:
    assert find_spoken(text) is None


@pytest.mark.xfail(strict=True, reason="a compound made of such words is nobody's speech")
def test_known_miss_of_speech() -> None:
    assert find_spoken("The pay-as-you-go fund pays for it.") is None
