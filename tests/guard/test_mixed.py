"""Figures of several statements in one drafted sentence: what is found, what is not, what is not yet."""

from __future__ import annotations

import pytest

from summarize.clean import clean
from summarize.data import Article
from summarize.facts import find_facts, take_inventory
from summarize.guard import gather
from summarize.guard.mixed import find_mixed_figures
from summarize.guard.reading import Reading
from summarize.split import split

ARTICLE = """\
Police in Vesterholm arrested a 36-year-old Kirkby man on suspicion of conspiracy to steal the bell. They released him.
On Saturday officers arrested a 66-year-old man on suspicion of burglary and released him on bail until October.
The bell of St. Olav was stolen on Saturday, and the parish of 1,200 households offered 4,000 kroner for its return.
Rosa Quill, 41, said the tower had stood open for 12 days. Her sister Ida Quill saw nothing in the 30 minutes before.
The fund now holds 9,500 kroner from 310 givers, up from 8,000 kroner in May.
"""

MIXED = [
    # the age of one, the rest of the other
    ("Police arrested a 36-year-old Kirkby man on Saturday on suspicion of burglary.", "36-year-old"),
    ("A 36-year-old man was released on bail until October.", "36-year-old"),
    ("Officers arrested a 66-year-old Kirkby man in Vesterholm on suspicion of conspiracy.", "66-year-old"),
    # figures that no sentence has together
    ("The parish of 1,200 households has 310 givers.", "310"),
    ("The tower stood open for 12 days and the parish offered 4,000 kroner to 310 givers.", "310"),
]
TOGETHER = [
    "Police arrested a 36-year-old man in Vesterholm on suspicion of conspiracy.",
    "A 66-year-old man was arrested on Saturday and released on bail until October.",
    "The bell was stolen on Saturday.",
    "The parish of 1,200 households offered 4,000 kroner.",
    "The fund holds 9,500 kroner, up from 8,000 kroner in May.",
    "Rosa Quill, 41, is the sister of Ida Quill.",  # no age stands beside the sister
    "A 36-year-old man was arrested in the hunt for the bell of St. Olav.",  # no age stands there
]
MISSED = [
    # no fact tells the two apart: "burglary" is none
    ("A 36-year-old man was arrested on suspicion of burglary.", "36-year-old"),
]
# A small model that joins statements mostly joins them wrongly: these are refused with the wrong ones.
REFUSED = ["Two men, a 36-year-old and a 66-year-old, have been arrested."]


@pytest.fixture(scope="module")
def reading() -> Reading:
    article = clean(Article.from_text(ARTICLE, "bell.txt"))
    return gather(take_inventory(article.text, find_facts(article.text)), split(article.text), None).reading


@pytest.mark.parametrize(
    ("text", "figure"),
    [*MIXED, *(pytest.param(*one, marks=pytest.mark.xfail(strict=True)) for one in MISSED)],
)
def test_figures_of_several_statements(text: str, figure: str, reading: Reading) -> None:
    (finding,) = find_mixed_figures(text, reading)
    assert (finding.rule, finding.span.text) == ("mixed-figures", figure)
    assert len(finding.sources) > 1


@pytest.mark.parametrize(
    "text", [*TOGETHER, *(pytest.param(one, marks=pytest.mark.xfail(strict=True)) for one in REFUSED)]
)
def test_figures_of_one_statement(text: str, reading: Reading) -> None:
    assert find_mixed_figures(text, reading) == ()


def test_a_sentence_of_the_article_is_not_asked(reading: Reading) -> None:
    for sentence in reading.sentences:
        assert find_mixed_figures(sentence.plain, reading) == ()
