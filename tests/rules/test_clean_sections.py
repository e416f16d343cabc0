"""Sections under a heading: related stories, tags, comments, boilerplate; and what a page says twice."""

from __future__ import annotations

import pytest

from summarize.clean import clean
from summarize.clean.lines import find_blocks
from summarize.clean.sections import find_comments, find_related, find_tags
from summarize.data import Article

STORY = """\
The lock at Kessel reopened on Monday after repairs that took two years and cost €40 million.

Ruth Amsel, who led the inquiry, said the gates had been built from the wrong steel, and that nobody had checked it.

"We were told in March that it was sound, and in April that it was not," she said in Delft.

The first barge passed at noon. It carried gravel for the new quay, which is to be finished in 2026."""


def cleaned(*parts: str) -> str:
    return clean(Article.from_text("\n\n".join(parts))).text.strip()


@pytest.mark.parametrize(
    "heading",
    [
        "Related stories",
        "RELATED ARTICLES",
        "Most read",
        "More on this story",
        "Trending now",
        "You may also like",
        "Editors' Picks",
        "Latest news",
        "Read next",
        "Recommended for you",
        "Don't miss",
        "From around the web",
        "Elsewhere on Kestrel",
    ],
)
def test_related_headlines_go_with_their_heading(heading: str) -> None:
    assert cleaned(STORY, heading, "Ferry to Holm cancelled again", "Piet Vos to retire in 2018 after row") == STORY


@pytest.mark.parametrize(
    "text", ["More than steel", "The latest victim", "Most of the money", "Popular revolt", "Next year"]
)
def test_heading_is_not_of_related_stories(text: str) -> None:
    assert not find_related(find_blocks(text))


def test_related_box_in_the_middle_goes_and_the_story_goes_on() -> None:
    first, second = STORY.split("\n\n", 1)
    assert cleaned(first, "Related", "Ferry to Holm cancelled again", second) == STORY


@pytest.mark.parametrize(
    "text",
    [
        "Tags: floods, Kessel, steel",
        "Filed under: Kessel",
        "Topics\nFloods\nRuth Amsel",
        "#kessel #floods",
        "Categories: News",
    ],
)
def test_tags_go(text: str) -> None:
    assert cleaned(STORY, text) == STORY


@pytest.mark.parametrize(
    "text", ["Tag team", "Topics of the day were steel and gravel.", "#1 lock", "Subject to approval"]
)
def test_label_is_no_tag(text: str) -> None:
    assert not find_tags(find_blocks(text))


@pytest.mark.parametrize(
    "text",
    [
        "14 Comments",
        "View comments (3)",
        "No comments",
        "Leave a reply",
        "Join the conversation",
        "Be the first to comment",
        "Comments are closed.",
        "2 Comments\n\nBob T. on May 7, 2019 at 4:47 pm said:\n\nIt leaked in 2018 too. Ask Piet Vos.",
        "Comments\n\nBob T.\n\nIt leaked in 2018 too.",
    ],
)
def test_comments_go(text: str) -> None:
    assert cleaned(STORY, text) == STORY


@pytest.mark.parametrize(
    "text", ["Comments by Vos anger Delft", "No comment", "He made no comment.", "Responses varied"]
)
def test_story_is_no_comment_count(text: str) -> None:
    assert not find_comments(find_blocks(text))


def test_comment_count_above_the_story_does_not_take_it() -> None:
    assert cleaned("3 comments", STORY) == STORY


@pytest.mark.parametrize(
    "text",
    [
        "###",
        "# # #",
        "-30-",
        "ENDS",
        "### \n\nAbout Kestrel Steel\n\nKestrel Steel makes gates in Delft.",
        "About Kestrel Steel\n\nKestrel Steel, founded in 1911, makes gates in Delft and Leeds. It has 400 staff.",
        "Media contact:\n\nAnn Ives\n\n+31 20 555 0199\n\nann@kestrel.example",
        "For more information, contact Ann Ives",
        "Notes to editors",
    ],
)
def test_boilerplate_goes(text: str) -> None:
    assert cleaned(STORY, text) == STORY


@pytest.mark.parametrize(
    "text",
    [
        "About 300 people came to see the first barge pass the lock.",
        "About turn\n\nThe minister changed her mind on Friday, and the lock will have a bridge.",
        "Contact between the two sides was broken off in March, Amsel told the inquiry.",
    ],
)
def test_story_is_no_boilerplate(text: str) -> None:
    assert text.split("\n")[-1] in cleaned(STORY, text)


def test_pull_quote_goes_with_its_attribution() -> None:
    first, second, third, fourth = STORY.split("\n\n")
    assert cleaned(first, second, "“told in March that it was sound”", "— Ruth Amsel", third, fourth) == STORY


def test_quote_that_says_more_stays() -> None:
    quote = "“We were told in March that it was sound, and it never was,” said Piet Vos."
    assert quote in cleaned(STORY, quote)


@pytest.mark.xfail
def test_pull_quote_in_other_words_goes() -> None:
    first, rest = STORY.split("\n\n", 1)
    assert cleaned(first, "“Told in March it was sound … in April it was not.”", rest) == STORY


def test_repeated_paragraph_goes_once() -> None:
    first, rest = STORY.split("\n\n", 1)
    assert cleaned(first, rest, first) == STORY


def test_repeated_line_of_a_list_stays() -> None:
    entries = "VOS, Piet\n\nborn: Delft\n\nAMSEL, Ruth\n\nborn: Delft"
    assert cleaned(STORY, entries).endswith(entries)


@pytest.mark.parametrize("text", ["Wrong steel", "WHO PAYS", "What happens now"])
def test_crosshead_goes(text: str) -> None:
    first, rest = STORY.split("\n\n", 1)
    assert cleaned(first, text, rest) == STORY


@pytest.mark.parametrize(
    "text",
    ["What went wrong?", "— Ruth Amsel", "- Two gates", "Steel: €12 million;", "“Sound”", "It leaked.", "Gates, and"],
)
def test_short_line_of_the_story_stays(text: str) -> None:
    first, rest = STORY.split("\n\n", 1)
    assert text in cleaned(first, text, rest)


@pytest.mark.xfail
def test_name_over_an_entry_is_no_crosshead() -> None:
    first, rest = STORY.split("\n\n", 1)
    assert "Delft University" in cleaned(first, "Delft University", rest)
