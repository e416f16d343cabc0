"""What a report quotes from the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.data import Span
from summarize.editorial.evidence import gather_evidence
from summarize.editorial.showing import Shown, show
from tests.editorial.newsroom import BRIEF, article, problems

LONG = "The council said on Monday that " + "it would close the branch and " * 12 + "that Bo Lund would go."


@given(st.integers(0, len(LONG) - 5), st.integers(1, 20))
def test_what_is_shown_has_the_place_in_it(start: int, length: int) -> None:
    source = article(f"Council to close\n\nIt met at noon on Sunday.\n\n{LONG}\n")
    at = source.text.index(LONG) + start
    span = Span(at, min(at + length, len(source.text)), source.text[at : at + length])
    shown = show(span, source, gather_evidence(source))
    assert shown.line == 5
    assert " ".join(span.text.split()) in shown.text
    assert len(shown.text) <= 205
    assert shown.text.strip("…") in LONG


def test_nothing_to_show() -> None:
    source = article()
    assert show(None, source, gather_evidence(source)) == Shown(None, "")


SHOWN = (
    ("The closures take effect on 1 November.", 8),  # the date that is there instead
    ("Thomas Quintrell called the plan reckless.", 6),  # the name that is meant
    ("Petra Wessendorf called the plan reckless.", 6),  # who did
    ("They sleep in Timbuktu.", None),  # nothing like it
)


@pytest.mark.parametrize(("sentence", "line"), SHOWN)
def test_the_line_that_shows_it(sentence: str, line: int | None) -> None:
    (problem,) = [one for one in problems(f"{BRIEF}\n\n- {sentence}\n") if one.rule.startswith("unsupported")]
    assert problem.source_line == line
