"""No regular expression of the package takes for a hostile text much longer than for a friendly one.

Each is given texts made from its own parse tree, 60,000 characters long. What is linear takes a millisecond or
two for them; what is quadratic some seconds, what is worse for ever: the limit lies far from both.
"""

from __future__ import annotations

import re

import pytest

from tests.fuzz.limit import limited
from tests.fuzz.patterns import Used, find_attacks, find_patterns

LENGTH = 60_000
SECONDS = 2.0  # of processor time

# Patterns that get a bounded text, by how their own begins: its most characters, and how they are used.
BOUNDED = {
    r"[A-Z][A-Z.,' ]+": (2_000, "match"),  # read/plain: a title has at most 40 words, and those 2,000 characters
    r".*": (2_000, "match"),
    r"[.!?)\"”’,\w] (?:(?i:(?:photo": (160, "finditer"),  # clean/captions: how a line ends
    r"(?P<place>": (120, "match"),  # clean/dateline: how a paragraph begins
}
LINE = (2_000, "fullmatch")  # clean: `Block.reads` bounds words and characters
PATTERNS = find_patterns()


def test_the_patterns_were_found() -> None:
    assert len(PATTERNS) > 200
    assert all(any(text.startswith(start) for text in PATTERNS) for start in BOUNDED)


@pytest.mark.parametrize("used", PATTERNS.values(), ids=lambda used: used.pattern.pattern[:40])
def test_no_text_is_slow(used: Used) -> None:
    bounds = (bound for start, bound in BOUNDED.items() if used.pattern.pattern.startswith(start))
    length, way = LINE if used.is_line else next(bounds, (LENGTH, "match" if used.is_placed else "finditer"))
    for attack in find_attacks(used.pattern, length):
        with limited(SECONDS):
            found = getattr(used.pattern, way)(attack)
            if way == "finditer":
                for _ in found:
                    pass


@pytest.mark.parametrize("slow", [r"(a+)+b", r"(?:x|x)*y", r"\s*end", r"\w+=\w", r"a*[^c]*c$", r"(\d+,?)+;"])
def test_slow_ones_would_be_seen(slow: str) -> None:
    """The attacks find what they are for."""
    pattern = re.compile(slow)
    with pytest.raises(Exception, match="processor time"):  # noqa: PT012
        for attack in find_attacks(pattern, LENGTH):
            with limited(0.5):
                for _ in pattern.finditer(attack):
                    pass
