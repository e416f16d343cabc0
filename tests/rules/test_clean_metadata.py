"""Who, where and when: bylines, datelines, timestamps, headlines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.clean import clean
from summarize.clean.lines import find_blocks
from summarize.clean.metadata import find_bylines, find_timestamps
from summarize.data import Article

BODY = "The ministers met for nine hours on Friday and could not agree on a price."
MORE = "\n\nRuth Amsel, who led the talks, said they would go on in the spring.\n\nA second round is planned for May."


@pytest.mark.parametrize(
    ("dateline", "place", "date"),
    [
        ("WASHINGTON, Oct. 3 (Reuters) - ", "WASHINGTON", "Oct. 3"),
        ("PARIS — ", "PARIS", None),
        ("PARIS (AP) — ", "PARIS", None),
        ("WASHINGTON – ", "WASHINGTON", None),
        ("WASHINGTON—", "WASHINGTON", None),
        ("WASHINGTON ", "WASHINGTON", None),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("BUFFALO, N.Y. — ", "BUFFALO, N.Y.", None),
        ("HANOI, Vietnam (AP) — ", "HANOI, Vietnam", None),
        ("ST. LOUIS, May 6, 2019 /PRNewswire/ -- ", "ST. LOUIS", "May 6, 2019"),
        ("LONDON, 6 May 2019 — ", "LONDON", "6 May 2019"),
        ("Paris, 6 May (AFP) — ", "Paris", "6 May"),
        ("New York, NY – ", "New York, NY", None),
        ("LONDON/İZMİR, Oct 30 - ", "LONDON/İZMİR", "Oct 30"),
        ("MÜNCHEN – ", "MÜNCHEN", None),
    ],
)
def test_dateline_goes_and_is_kept_as_metadata(dateline: str, place: str, date: str | None) -> None:
    article = clean(Article.from_text(dateline + BODY + MORE))
    assert (article.text, article.place, article.date) == (BODY + MORE, place, date)


@pytest.mark.parametrize(
    "opening",
    [
        "IBM — the maker of the machines — said it would pay.",
        "AGCO Corp. of Duluth agreed on Friday to pay a fine of $1.6 million.",
        "AMSEL: We did not agree on a price, and I said so at the time.",
        "BREAKING — Ministers have left the talks without a word to the press.",
        "U.S.-led talks on the price ended on Friday without an agreement.",
        "Apple — The company that makes the phones — said it would not pay.",
        "NASA The agency said on Friday that it would not pay for the rocket.",
        "“PARIS — I love it,” said Ruth Amsel as she left the talks on Friday.",
    ],
)
def test_story_is_no_dateline(opening: str) -> None:
    article = clean(Article.from_text(opening + MORE))
    assert (article.text, article.place) == (opening + MORE, None)


@pytest.mark.xfail
def test_dateline_of_a_town_that_agencies_do_not_know() -> None:
    assert clean(Article.from_text(f"KESSEL {BODY}{MORE}")).place == "KESSEL"


def test_dateline_does_not_replace_what_the_file_states() -> None:
    stated = replace(Article.from_text(f"PARIS, May 6 — {BODY}{MORE}"), date="2019-05-07")
    assert (clean(stated).place, clean(stated).date) == ("PARIS", "2019-05-07")


def test_title_of_the_file_is_not_repeated() -> None:
    stated = replace(
        Article.from_text(f"Ministers Fail to Agree on Price\n\n{BODY}{MORE}"), title="Ministers fail to agree on price"
    )
    assert clean(stated).text == BODY + MORE


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ann Ives", "Ann Ives"),
        ("BY ANN IVES", "ANN IVES"),
        ("By Ann Ives, Staff Writer", "Ann Ives"),
        ("By Ann Ives and Bo Tull", "Ann Ives and Bo Tull"),
        ("by Ann Ives | Kestrel News", "Ann Ives"),
        ("Written by Ann Ives", "Ann Ives"),
        ("Ann Ives, AP Auto Writer", "Ann Ives"),
        ("By\nAnn Ives", "Ann Ives"),
        ("By Ann van der Ives", "Ann van der Ives"),
    ],
)
def test_byline_goes_and_names_the_author(byline: str, author: str) -> None:
    article = clean(Article.from_text(f"{byline}\n\n{BODY}{MORE}"))
    assert (article.text, article.author) == (BODY + MORE, author)


@pytest.mark.parametrize(
    "text", ["By Friday night", "By the Numbers", "By Ann Ives, who led the talks, the price was set.", "By and large"]
)
def test_label_is_no_byline(text: str) -> None:
    assert not find_bylines(find_blocks(text))


@pytest.mark.xfail
def test_byline_of_a_name_alone() -> None:
    assert find_bylines(find_blocks(f"Ann Ives\n\n{BODY}"))


@pytest.mark.parametrize(
    "text",
    [
        "Updated 1:39 am EST, Wednesday, November 20, 2019",
        "July 29, 2025, 5:00 a.m. EDT. Corrected Aug. 2 and Aug. 4.",
        "Published 6:12 pm GMT, Tuesday 14 January 2025 | Updated 7:40 pm GMT",
        "November 20, 2019",
        "2019-11-20T08:00:00Z",
        "20/11/2019 11:42",
        "Nov 18, 2019 at 9:24 pm ET • 2 min read",
        "3 hours ago",
    ],
)
def test_timestamp_goes(text: str) -> None:
    assert find_timestamps(find_blocks(f"{text}\n{BODY}"))


@pytest.mark.parametrize(
    "text",
    ["In May 2019, the lock failed.", "May 6: the lock fails", "2019 budget", "Monday", f"{BODY}\nSeptember 5, 2005"],
)
def test_date_of_the_story_stays(text: str) -> None:
    assert not find_timestamps(find_blocks(text))


HEADLINE = "Ministers fail to agree on price after nine hours"


def test_headline_over_bare_text_becomes_the_title() -> None:
    article = clean(Article.from_text(f"{HEADLINE}\n\n{BODY}{MORE}"))
    assert (article.text, article.title) == (BODY + MORE, HEADLINE)


@pytest.mark.parametrize(
    "line",
    ["Kessel", "Ministers from Paris and Delft met to agree on the", "What the ministers could not agree on:", BODY],
)
def test_line_that_is_no_headline_stays(line: str) -> None:
    article = clean(Article.from_text(f"{line}\n\n{BODY}{MORE}"))
    assert article.text.startswith(line)
    assert article.title is None
