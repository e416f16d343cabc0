"""The finder of quotations: pairs of double marks of every style, open ends, and nothing else."""

from __future__ import annotations

import pytest

from summarize.facts import find_quotes

FOUND = [
    ('He said "go away."', ["go away."]),
    ("He said “we’re done,” and left.", ["we’re done,"]),
    ("Elle dit « bonjour ».", ["bonjour"]),
    ("Er sagte „gut“.".replace("“", "”"), ["gut"]),
    ("the ``big'' one", ["big"]),
    ('a "model" town', ["model"]),
    ('("Stop") he wrote', ["Stop"]),
    ('"It is over," said Marsh. "We go."', ["It is over,", "We go."]),
    ("“One goes on.\n\n“Two ends here,” she said.", ["One goes on.", "Two ends here,"]),
    ('"Never closed, said Marsh. "These were." They left.', ["These were."]),
    ('She said: "Never', ["Never"]),
    ('“Mixed marks" end.', ["Mixed marks"]),
    ("\"She said 'no' twice\"", ["She said 'no' twice"]),
    ("'Never,' he said.", ["Never,"]),
    ("‘We’ll go,’ he said, ‘if the boys’ club agrees.’", ["We’ll go,", "if the boys’ club agrees."]),
    ("'It's the boys' turn,' he said.", ["It's the boys' turn,"]),
    ("the 'special relationship' of two", ["special relationship"]),
    ("'She said \"no\" to me,' he said.", ['She said "no" to me,']),
    ("> We go on\n> and on.\n\nHe left.", ["We go on\n> and on."]),
]
LEFT = [
    "the dogs' tails and cats' ears",
    "rock 'n' roll of the '90s, 'til '05",
    "'Never closed, said Marsh.",
    'a 5" nail',
    '""',
    '" "',
    '"..."',
    "",
    '"' + "word " * 1000,
]
MISSED = [('a "5" nail" too', ['5" nail'])]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(text: str, expected: list[str]) -> None:
    assert [fact.span.text for fact in find_quotes(text)] == expected


@pytest.mark.parametrize("text", LEFT)
def test_leaves_alone(text: str) -> None:
    assert find_quotes(text) == ()


@pytest.mark.xfail(reason="known miss")
@pytest.mark.parametrize(("text", "expected"), MISSED)
def test_known_misses(text: str, expected: list[str]) -> None:
    assert [fact.span.text for fact in find_quotes(text)] == expected


def test_value_has_plain_marks_and_no_final_punctuation() -> None:
    assert [fact.value for fact in find_quotes("“We’re\n  done,” he said.")] == ["We're done"]


SPEAKERS = [
    ('"It is over," said Lund. "We go home."', ["Lund", "Lund"]),
    ('"It is over," Ann Holm, the mayor, said. "We go."', ["Ann Holm", "Ann Holm"]),
    ('"I think," said Lund, "that it is so."', ["Lund", "Lund"]),
    ('Lund told reporters: "We won."', ["Lund"]),
    ('Lund called it "a total disaster" on Monday.', ["Lund"]),
    ('"It works," according to Ann Holm.', ["Ann Holm"]),
    ('"It works," said Defence Minister Bo Lund.', ["Bo Lund"]),
    ('"Why?" asked Bo Lund. Then "we left the place," Ann Holm added.', ["Bo Lund", "Ann Holm"]),
    ("'It is over,' said Lund. 'We go home.'", ["Lund", "Lund"]),
    ("“One goes on.\n\n“Two ends here,” said Ann Holm.", ["Ann Holm", "Ann Holm"]),
    ('A spokesman for Arkwell Inc. said: "No comment at all."', ["Arkwell Inc."]),
    ('"We will," Mr. Lund told the BBC.', ["Lund"]),
    ('"I left," he said. Lund came.', [None]),
    ('He said he "never knew it all".', [None]),
    ('Lund praised the "special" plan.', [None]),
    ('"We won." Lund slept.', [None]),
    ('"We won," in Leeds.', [None]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_the_speaker_is_attached(text: str, speakers: list[str | None]) -> None:
    found = [fact.attached for fact in find_quotes(text)]
    assert [span.text if span else None for span in found] == speakers
    assert all(text[span.start : span.end] == span.text for span in found if span)


@pytest.mark.xfail(reason="known miss")
@pytest.mark.parametrize(
    ("text", "speaker"),
    [('Ann Holm met Bo Lund. "I left," she said.', "Ann Holm"), ('Lund was angry. "We won it all."', "Lund")],
)
def test_known_misses_of_speakers(text: str, speaker: str) -> None:
    span = find_quotes(text)[0].attached
    assert span is not None
    assert span.text == speaker
