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
    ("in the past.", "the past", "DATE", "PAST_REF"),
    ("in the future,", "the future", "DATE", "FUTURE_REF"),
    # Quarters, half years, fiscal years.
    ("in Q3", "Q3", "DATE", "XXXX-Q3"),
    ("in Q3 2022", "Q3 2022", "DATE", "2022-Q3"),
    ("the first half of 2023", "the first half of 2023", "DATE", "2023-H1"),
    ("the second half of the year", "the second half of the year", "DATE", "XXXX-H2"),
    ("in fiscal 2023", "fiscal 2023", "DATE", "2023"),
    ("in FY2023", "FY2023", "DATE", "2023"),
    # Decades and eras.
    ("in the nineties", "the nineties", "DATE", "199"),
    ("the early 1980s", "the early 1980s", "DATE", "198"),
    ("in 300 BC", "300 BC", "DATE", "BC0300"),
    ("in AD 79", "AD 79", "DATE", "0079"),
    # Days.
    ("the day before yesterday", "the day before yesterday", "DATE", "UNDEF-ago-P2D"),
    ("the day after the vote", "the day", "DATE", "XXXX-XX-XX"),
    ("that day", "that day", "DATE", "XXXX-XX-XX"),
    ("the same year", "the same year", "DATE", "XXXX"),
    ("Thursday of last week", "Thursday of last week", "DATE", "UNDEF-last-week-4"),
    ("early Monday", "early Monday", "DATE", "XXXX-WXX-1"),
    ("October the 4th", "October the 4th", "DATE", "XXXX-10-04"),
    ("over the weekend", "the weekend", "DATE", "UNDEF-this-weekend"),
    ("at Christmas", "Christmas", "DATE", "XXXX-12-25"),
    ("on Easter Sunday 2021", "Easter Sunday 2021", "DATE", "2021-04-04"),
    ("on Thanksgiving Day, 2022", "Thanksgiving Day, 2022", "DATE", "2022-11-24"),
    ("since 9/11", "9/11", "DATE", "2001-09-11"),
    # Hours.
    ("at 5.30pm on Friday", "5.30pm on Friday", "TIME", "XXXX-WXX-5T17:30"),
    ("at 6 o'clock", "6 o'clock", "TIME", "XXXX-XX-XXT06"),
    ("at 1400 GMT", "1400 GMT", "TIME", "XXXX-XX-XXT14:00"),
    ("from 3 to 5 p.m. Friday", "3 to 5 p.m. Friday", "TIME", "XXXX-WXX-5T15/T17"),
    ("at noon", "noon", "TIME", "XXXX-XX-XXT12:00"),
    ("late Sunday night", "late Sunday night", "TIME", "XXXX-WXX-7TNI"),
    ("on the morning of June 6", "the morning of June 6", "TIME", "XXXX-06-06TMO"),
    ("2022-10-04T10:30Z", "2022-10-04T10:30Z", "TIME", "2022-10-04T10:30Z"),
    # Durations and sets.
    ("12 to 18 months", "12 to 18 months", "DURATION", "P12M/P18M"),
    ("two or three weeks", "two or three weeks", "DURATION", "P2W/P3W"),
    ("a day or two", "a day or two", "DURATION", "P1D/P2D"),
    ("6-8 weeks", "6-8 weeks", "DURATION", "P6W/P8W"),
    ("a year and a half", "a year and a half", "DURATION", "P1.5Y"),
    ("twice a week", "twice a week", "SET", "P1W"),
    ("three times a month", "three times a month", "SET", "P1M"),
    ("once every four years", "once every four years", "SET", "P4Y"),
    ("every other day", "every other day", "SET", "P2D"),
    ("quarterly", "quarterly", "SET", "P3M"),
    ("$5 an hour", "an hour", "SET", "PT1H"),
    ("every Monday", "every Monday", "SET", "XXXX-WXX-1"),
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
    "Notice 2003-79 and Resolution 1874",
    "75 miles per hour",
    "a second straight win",
    "of 1500 people",
    "(1260 kilometers)",
    "hundreds of light-years",
    "",
]
MISSED = [
    ("at six in the morning", "six in the morning"),
    ("during Ramadan", "Ramadan"),
    ("the 15th of this month", "the 15th of this month"),
    ("c. 1850", "c. 1850"),
    ("earlier this year", "earlier this year"),
    ("in her teens", "her teens"),
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
    ("It met on Oct. 3-5", "2020-10-03/2020-10-05"),
    ("last quarter", "2020-Q4"),
    ("It grew in Q4", "2020-Q4"),
    ("this decade", "202"),
    ("the day before yesterday", "2021-03-08"),
    ("the day after tomorrow", "2021-03-12"),
    ("Thursday of last week", "2021-03-04"),
    ("every Monday", "XXXX-WXX-1"),
    ("a few years ago", "UNDEF-ago-PXY"),
    ("It fell on Thanksgiving", "2020-11-26"),
    ("It may rain on Saturday morning", "2021-03-13TMO"),
    ("at 5 p.m. EDT Friday", "2021-03-05T17"),
    ("in 2011", "2011"),
]


@pytest.mark.parametrize(("text", "extent", "kind", "value"), FOUND)
def test_finds(text: str, extent: str, kind: str, value: str) -> None:
    assert [(fact.span.text, fact.type, fact.value) for fact in find_dates(text)] == [(extent, kind, value)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("in 1957-58", ["1957", "1958"]),
        ("the 2021/22 season", ["2021", "2022"]),
        ("fiscal year 2023-24", ["2023", "2024"]),
    ],
)
def test_a_pair_of_years_is_two_dates(text: str, years: list[str]) -> None:
    facts = find_dates(text)
    assert [fact.value for fact in facts] == years
    assert all(text[fact.span.start : fact.span.end] == fact.span.text for fact in facts)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from October 29 to November 1, 2021", ["2021-10-29", "2021-11-01"]),
        ("between December 29 and January 3, 2022", ["2021-12-29", "2022-01-03"]),
        ("on May 3 and June 4", ["XXXX-05-03", "XXXX-06-04"]),
        ("on May 3 he met Ann, born on June 4, 1999", ["XXXX-05-03", "1999-06-04"]),
    ],
)
def test_the_days_of_a_range_share_a_year(text: str, values: list[str]) -> None:
    assert [fact.value for fact in find_dates(text)] == values


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("It fell two days before the election, he said.", "before the election"),
        ("It came a week after the vote in Leeds.", "after the vote"),
        ("It rose three months earlier.", "earlier"),
        ("They left a year later, in 2016.", "later"),
        ("It came two weeks after Orvik of Leeds said so.", "after Orvik of Leeds"),
        ("It lasted two days.", None),
        ("It lasted two days and the election came.", None),
        ("two days before he left", None),
    ],
)
def test_an_anchor_is_attached(text: str, anchor: str | None) -> None:
    attached = find_dates(text)[0].attached
    assert (attached.text if attached else None) == anchor
    assert attached is None or text[attached.start : attached.end] == anchor


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


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It had spent $3.2 million two days before the vote.", "two days"),
        ("It spent 3 million two days ago.", "two days ago"),
        ("He won by 5 two weeks later.", "two weeks"),
        ("It lasted two hundred and five days.", "two hundred and five days"),
        ("On May 2 two people left after three weeks.", "May 2"),
    ],
)
def test_a_number_before_a_date_is_no_part_of_it(text: str, date: str) -> None:
    assert find_dates(text)[0].span.text == date
