"""The finder of dates: extents, types and values; what is no date; what it is known to miss."""

from __future__ import annotations

import pytest

from summarize.facts import find_dates

FOUND = [
    ("Monday, Nov. 21, 2011", "Monday, Nov. 21, 2011", "DATE", "2011-11-21"),
    ("on 21 November 2011", "21 November 2011", "DATE", "2011-11-21"),
    ("the 3rd of May", "the 3rd of May", "DATE", "XXXX-05-03"),
    ("on October 31", "October 31", "DATE", "XXXX-10-31"),
    ("on September 24th", "September 24th", "DATE", "XXXX-09-24"),
    ("March 3-5, 2021", "March 3-5, 2021", "DATE", "2021-03-03/2021-03-05"),
    ("between 5 and 7 March 2020", "5 and 7 March 2020", "DATE", "2020-03-05/2020-03-07"),
    ("in June 2011", "June 2011", "DATE", "2011-06"),
    ("in early June", "early June", "DATE", "XXXX-06"),
    ("by mid-June", "mid-June", "DATE", "XXXX-06"),
    ("in May", "May", "DATE", "XXXX-05"),
    ("last May", "last May", "DATE", "UNDEF-last-may"),
    ("on Thursday", "Thursday", "DATE", "XXXX-WXX-4"),
    ("next Friday", "next Friday", "DATE", "UNDEF-next-friday"),
    ("on Mondays", "Mondays", "SET", "XXXX-WXX-1"),
    ("in 2011", "2011", "DATE", "2011"),
    ("in 1066", "1066", "DATE", "1066"),
    ("fiscal year 2014", "fiscal year 2014", "DATE", "2014"),
    ("the third quarter of 2010", "the third quarter of 2010", "DATE", "2010-Q3"),
    ("the summer of 2012", "the summer of 2012", "DATE", "2012-SU"),
    ("last summer", "last summer", "DATE", "UNDEF-last-summer"),
    ("in spring", "spring", "DATE", "XXXX-SP"),
    ("in the 1980s", "the 1980s", "DATE", "198"),
    ("in the '90s", "the '90s", "DATE", "199"),
    ("the 19th century", "19th century", "DATE", "18"),
    ("2021-03-04", "2021-03-04", "DATE", "2021-03-04"),
    ("on 1/2/23", "1/2/23", "DATE", "2023-01-02"),
    ("on 25/12/2023", "25/12/2023", "DATE", "2023-12-25"),
    ("yesterday", "yesterday", "DATE", "UNDEF-last-day"),
    ("tonight", "tonight", "TIME", "UNDEF-this-dayTNI"),
    ("last night", "last night", "TIME", "UNDEF-last-dayTNI"),
    ("yesterday afternoon", "yesterday afternoon", "TIME", "UNDEF-last-dayTAF"),
    ("Thursday evening", "Thursday evening", "TIME", "XXXX-WXX-4TEV"),
    ("at 8:30 p.m. EST on Friday", "8:30 p.m. EST on Friday", "TIME", "XXXX-WXX-5T20:30"),
    ("at 3 a.m.", "3 a.m.", "TIME", "XXXX-XX-XXT03"),
    ("at 12am", "12am", "TIME", "XXXX-XX-XXT00"),
    ("15:00 GMT Saturday", "15:00 GMT Saturday", "TIME", "XXXX-WXX-6T15:00"),
    ("won in 2:14:04", "2:14:04", "DURATION", "PT2H14M04S".replace("04S", "4S")),
    ("last week", "last week", "DATE", "UNDEF-last-week"),
    ("this month", "this month", "DATE", "UNDEF-this-month"),
    ("late last year", "late last year", "DATE", "UNDEF-last-year"),
    ("the end of the year", "the end of the year", "DATE", "UNDEF-this-year"),
    ("the past three years", "the past three years", "DURATION", "P3Y"),
    ("the next few months", "the next few months", "DURATION", "PXM"),
    ("the next decade", "the next decade", "DURATION", "P10Y"),
    ("four years ago", "four years ago", "DATE", "UNDEF-ago-P4Y"),
    ("a month ago", "a month ago", "DATE", "UNDEF-ago-P1M"),
    ("two days before the election", "two days", "DURATION", "P2D"),
    ("for six weeks", "six weeks", "DURATION", "P6W"),
    ("twenty-five years", "twenty-five years", "DURATION", "P25Y"),
    ("a 24-hour strike", "24-hour", "DURATION", "PT24H"),
    ("half an hour", "half an hour", "DURATION", "PT0.5H"),
    ("two and a half years", "two and a half years", "DURATION", "P2.5Y"),
    ("for decades", "decades", "DURATION", "PXDE"),
    ("every two years", "every two years", "SET", "P2Y"),
    ("every morning", "every morning", "SET", "XXXX-XX-XXTMO"),
    ("weekly", "weekly", "SET", "P1W"),
    ("now", "now", "DATE", "PRESENT_REF"),
]
LEFT = [
    "Theresa May said",
    "May I go?",
    "It may rain, and they march on.",
    "a 36-year-old man, 36 years old",
    "the fall of Rome",
    "1500 troops",
    "$2011",
    "a quarter of voters",
    "the second-half goal",
    "in his 30s",
    "Sun and sat",
    "no dates here",
    "",
]
MISSED = [
    ("the day before yesterday", "the day before yesterday"),
    ("twice a week", "twice a week"),
    ("at 6 o'clock", "6 o'clock"),
    ("at Christmas", "Christmas"),
    ("in 300 BC", "300 BC"),
    ("12 to 18 months", "12 to 18 months"),
]
RESOLVED = [  # written on Wednesday, 10 March 2021
    ("yesterday", "2021-03-09"),
    ("tonight", "2021-03-10TNI"),
    ("It met on Monday", "2021-03-08"),
    ("It met on Wednesday", "2021-03-10"),
    ("It will meet on Monday", "2021-03-15"),
    ("last week", "2021-W09"),
    ("next month", "2021-04"),
    ("last December", "2020-12"),
    ("last year", "2020"),
    ("four years ago", "2017"),
    ("three days ago", "2021-03-07"),
    ("two months ago", "2021-01"),
    ("last summer", "2020-SU"),
    ("It met on October 31", "2020-10-31"),
    ("It will meet on October 31", "2021-10-31"),
    ("in 2011", "2011"),
]


@pytest.mark.parametrize(("text", "extent", "kind", "value"), FOUND)
def test_finds(text: str, extent: str, kind: str, value: str) -> None:
    assert [(fact.span.text, fact.type, fact.value) for fact in find_dates(text)] == [(extent, kind, value)]


@pytest.mark.parametrize("text", LEFT)
def test_leaves_alone(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.xfail(reason="known miss")
@pytest.mark.parametrize(("text", "extent"), MISSED)
def test_known_misses(text: str, extent: str) -> None:
    assert [fact.span.text for fact in find_dates(text)] == [extent]


@pytest.mark.parametrize(("text", "value"), RESOLVED)
def test_resolves_by_the_day_of_writing(text: str, value: str) -> None:
    assert [fact.value for fact in find_dates(text, date="2021-03-10")] == [value]


@pytest.mark.parametrize("date", ["", "soon", "2021", "2021-13-45", "0001-01-01", "9999-12-31"])
def test_an_odd_day_of_writing_does_no_harm(date: str) -> None:
    text = (
        "yesterday, tomorrow, next week, last year, next month, 5000 years ago, 900 months ago, on Friday, last summer"
    )
    assert len(find_dates(text, date=date)) == 9
