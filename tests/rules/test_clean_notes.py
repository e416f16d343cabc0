"""What the desk says about an article: corrections, embargoes, release lines; and what no reader sees."""

from __future__ import annotations

import pytest

from summarize.clean import clean
from summarize.clean.invisible import find_invisible
from summarize.clean.lines import find_blocks
from summarize.clean.notes import find_corrections, find_embargoes, find_release_lines
from summarize.data import Article

STORY = (
    "The lock at Kessel reopened on Monday after repairs that took two years.\n\n"
    "Ruth Amsel, who led the inquiry, said the gates had cost twice what was planned.\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "Correction: An earlier version of this article said the lock reopened on Sunday.",
        "CORRECTION (May 7, 2019): This story has been corrected to say that the lock reopened on Monday.",
        "Correction, May 7, 2019: The headline originally misstated the day.",
        "Corrections and clarifications: the article was amended on 7 May 2019.",
        "Clarification: the figure was updated after publication.",
        "Editor's note: This article was updated to correct the name of the lock.",
        "An earlier version of this story misspelled the name of Ruth Amsel.",
        "This article originally said the lock reopened on Sunday.",
        "This story has been updated.",
        "June 12: An earlier version of this story gave the wrong year.",
        "June 12, 2025: Because of an editing error, the lock was said to be the oldest.",
        "18 June — The chart left out a year, and has been replaced.",
    ],
)
def test_correction_goes(text: str) -> None:
    assert find_corrections(find_blocks(text))


@pytest.mark.parametrize(
    "text",
    [
        "Correction officers said: the wing was quiet.",
        "A correction in share prices is overdue, the bank said.",
        "The article was corrected by the paper, the court heard.",
        "An earlier version of the bill failed in May.",
        "This report was prepared by Ruth Amsel.",
        "March 12: The map of the wrong valley is sent to the builders.",
        "June 12: The council corrected the figures of the mill.",
    ],
)
def test_story_is_no_correction(text: str) -> None:
    assert not find_corrections(find_blocks(text))


@pytest.mark.xfail
def test_correction_without_its_word() -> None:
    assert find_corrections(find_blocks("We said the lock reopened on Sunday. It was Monday. We are sorry."))


def test_withdrawn_version_supports_nothing() -> None:
    article = clean(Article.from_text(f"{STORY}Correction: an earlier version of this article said Sunday."))
    assert "Sunday" not in article.text
    assert [cut.rule for cut in article.cuts] == ["correction"]


@pytest.mark.parametrize(
    "text",
    [
        "EMBARGOED UNTIL 00:01 MONDAY 6 MAY",
        "Strictly embargoed until 6 p.m.",
        "UNDER EMBARGO UNTIL MONDAY",
        "EMBARGO: 00:01 Monday",
        "Not for publication before Monday",
    ],
)
def test_embargo_goes_and_warns(text: str) -> None:
    article = clean(Article.from_text(f"{text}\n\n{STORY}"))
    assert text not in article.text
    assert article.warnings == (f"marked {text}",)


@pytest.mark.parametrize("text", ["Embargo on Kessel oil takes effect", "The embargo was lifted on Monday."])
def test_story_is_no_embargo(text: str) -> None:
    assert not find_embargoes(find_blocks(text))


@pytest.mark.parametrize("text", ["FOR IMMEDIATE RELEASE", "For immediate release: Monday, May 6", "PRESS RELEASE"])
def test_release_line_goes(text: str) -> None:
    assert find_release_lines(find_blocks(text))


@pytest.mark.parametrize("text", ["Release of the hostages", "The press release said nothing of the cost."])
def test_story_is_no_release_line(text: str) -> None:
    assert not find_release_lines(find_blocks(text))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Kes\u00adsel", "Kessel"),
        ("\ufeffKessel\u200b lock", "Kessel lock"),
        ("\u202eKessel\u202c", "Kessel"),
        ("\x1b[1;31mKessel\x1b[0m", "Kessel"),
        ("\x1b]8;;https://kessel.example\x07lock\x1b]8;;\x07", "lock"),
        ("Kes\x00sel\x07", "Kessel"),
        ("Kes\u200csel", "Kessel"),
    ],
)
def test_invisible_goes(text: str, seen: str) -> None:
    assert clean(Article.from_text(text)).text == seen


@pytest.mark.parametrize(
    "text", ["Kessel\tlock\r\nKessel", "می\u200cخواهم", "क्\u200dष", "👩\u200d🚒", "Zoë, naïve: £3 — “so”", "a\u00a0b"]
)
def test_visible_stays(text: str) -> None:
    assert not find_invisible(text)
