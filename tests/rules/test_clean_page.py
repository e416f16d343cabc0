"""Cleaning as a whole: a pasted page, what never changes, and that every text is safe in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.clean import clean
from summarize.data import Article

PAGE = (Path(__file__).parent.parent / "fixtures" / "pasted_page.txt").read_text(encoding="utf-8")
STORY = """\
Northfield council voted on Tuesday to build a flood wall along the river Arn, ending a dispute that has divided \
the town since the storms of last winter.

Councillors approved the plan by 23 votes to 11 after a debate of four hours. The wall, which will run for 1.8 \
kilometres between Mill Bridge and the old harbour, is expected to cost £14.2 million.

"We have bailed out our cellars for the third year in a row, and we are not going to do it for a fourth," said \
Helen Marsh, the council leader.

Opponents said the wall would push the water downstream to Saltby, where 60 homes were flooded in November. Tom \
Reyes, who speaks for the Saltby Residents' Group, said it would seek a judicial review.

The Environment Agency will pay two thirds of the cost, and the council will borrow the rest over 25 years, \
according to a report by the finance director, Anjali Rao.

Work is to begin in March and should be finished before the winter of 2026, Rao told councillors. Until then, \
pumps hired from a contractor will stay on Quay Street."""
STANDFIRST = "Two-year project to start in March as insurers warn of rising premiums in the lower town."
LINES = st.sampled_from(
    [
        *PAGE.splitlines(),
        *STORY.splitlines(),
        "PARIS — The ministers met on Friday, and no one was surprised.",
        "By Ann Ives",
        "###",
        "Comments",
        "EMBARGOED UNTIL 6 P.M. MONDAY",
        "\u200bhid\u00adden \x1b[31mred\x1b[0m\u202e",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(LINES, max_size=30).map("\n".join),
    st.lists(LINES, max_size=30).map("\r\n\r\n".join),
)


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_story_of_pasted_page_stays_whole_and_alone() -> None:
    assert paragraphs(clean(Article.from_text(PAGE)).text) == [STANDFIRST, *paragraphs(STORY)]


@pytest.mark.parametrize("newline", ["\n\n", "\r\n", "\r\n\r\n"])
def test_line_ends_do_not_matter(newline: str) -> None:
    page = newline.join(paragraphs(PAGE))
    assert paragraphs(clean(Article.from_text(page)).text) == [STANDFIRST, *paragraphs(STORY)]


def test_page_tells_headline_and_author() -> None:
    article = clean(Article.from_text(PAGE))
    assert article.title == "Northfield council backs flood wall after third winter under water"
    assert article.author == "Miriam Adler"


@pytest.mark.parametrize("stranger", ["2018", "Odell", "Colby", "Prior", "Bright", "Hurst", "cookies", "newsletter"])
def test_nothing_of_the_furniture_stays(stranger: str) -> None:
    assert stranger in PAGE
    assert stranger not in clean(Article.from_text(PAGE)).text


def test_bare_story_is_left_alone() -> None:
    assert clean(Article.from_text(STORY)) == Article.from_text(STORY)


def test_wrapped_story_is_left_alone() -> None:
    words, lines = STORY.replace("\n\n", " ¶ ").split(), [""]
    for word in words:
        if word == "¶":
            lines += ["", ""]
        elif len(lines[-1]) + len(word) > 70:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    text = "\n".join(lines)
    assert clean(Article.from_text(text)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "Hello.",
        "By Ann Ives",
        "Advertisement",
        "Subscribe\nShare\nAdvertisement",
        "Photo: Ann Ives/AP",
        "© 2025 Northfield Gazette",
        "PARIS — Rain.",
        "Correction: an earlier version of this article gave the wrong date.",
    ],
)
def test_article_is_never_emptied(text: str) -> None:
    assert clean(Article.from_text(text)).text == text


def test_cuts_say_where_they_stood() -> None:
    article = clean(Article.from_text(PAGE))
    cut = next(cut for cut in article.cuts if cut.rule == "advertisement")
    assert cut.span.text.strip() == "Advertisement"
    assert article.line(cut.span.start) == PAGE.splitlines().index("Advertisement") + 1


@given(TEXTS)
@settings(max_examples=300)
def test_every_kept_character_is_where_it_was(text: str) -> None:
    article = clean(Article.from_text(text))
    for position, character in enumerate(article.text):
        span = article.locate(position, position + 1)
        assert text[span.start : span.end] == span.text == character
    assert all(text[cut.span.start : cut.span.end] == cut.span.text for cut in article.cuts)


@given(TEXTS)
@settings(max_examples=300)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(Article.from_text(text))
    assert clean(once) == once


@given(TEXTS)
@settings(max_examples=300)
def test_words_are_never_all_cut(text: str) -> None:
    cleaned = clean(Article.from_text(text)).text
    assert any(map(str.isalpha, cleaned)) or not any(map(str.isalpha, text))


@pytest.mark.parametrize(
    "text",
    [
        "The council met. " * 23_000,
        "x" * 400_000,
        "(" * 400_000,
        "(photo " * 60_000,
        "\n" * 400_000,
        "PARIS — " * 50_000,
        "#a " * 130_000,
        "\x1b[31m" * 80_000 + "x",
        "\n\n".join(f"The council of ward {ward} met on Monday, and " + "it rained, " * 25 for ward in range(900)),
    ],
    ids=["one line", "one word", "brackets", "photos", "blank lines", "datelines", "hashes", "codes", "50,000 words"],
)
def test_long_texts_are_cleaned_to_their_end(text: str) -> None:
    # Quadratic work would take minutes here; tests/benchmarks/linear.py measures how the time grows.
    article = clean(Article.from_text(text))
    assert sum(segment.length for segment in article.segments) == len(article.text)
