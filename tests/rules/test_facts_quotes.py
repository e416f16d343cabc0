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
]
LEFT = ["It's the boys' 'own' word.", 'a 5" nail', '""', '" "', '"..."', "", '"' + "word " * 1000]
MISSED = [("'Never,' he said.", ["Never,"]), ('a "5" nail" too', ['5" nail'])]


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
