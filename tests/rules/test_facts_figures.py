"""The finder of figures: what it reads, what it leaves to others, what it is known to miss."""

from __future__ import annotations

import pytest

from summarize.facts import find_figures

FOUND = [
    ("six boats", [("six", "6")]),
    ("6 boats", [("6", "6")]),
    ("1,200 people", [("1,200", "1200")]),
    ("3.50 each", [("3.50", "3.5")]),
    ("twenty-five", [("twenty-five", "25")]),
    ("six hundred and five thousand", [("six hundred and five thousand", "605000")]),
    ("3.5 million", [("3.5 million", "3500000")]),
    ("half a million", [("half a million", "500000")]),
    ("two dozen", [("two dozen", "24")]),
    ("dozens of boats", [("dozens", "dozens")]),
    ("$1.2 trillion", [("$1.2 trillion", "1200000000000 USD")]),
    ("$1.2bn", [("$1.2bn", "1200000000 USD")]),
    ("1,200,000,000 dollars", [("1,200,000,000 dollars", "1200000000 USD")]),
    ("€5m", [("€5m", "5000000 EUR")]),
    ("A$20 million", [("A$20 million", "20000000 AUD")]),
    ("£5.50", [("£5.50", "5.5 GBP")]),
    ("20 percent", [("20 percent", "20 %")]),
    ("20%", [("20%", "20 %")]),
    ("20 per cent", [("20 per cent", "20 %")]),
    ("five percentage points", [("five percentage points", "5 pp")]),
    ("60–80 mph", [("60", "60 mph"), ("80 mph", "80 mph")]),
    ("5 to 10 percent", [("5", "5 %"), ("10 percent", "10 %")]),
    ("$5 to 10 million", [("$5", "5000000 USD"), ("10 million", "10000000 USD")]),
    ("$3-4 million", [("$3", "3000000 USD"), ("4 million", "4000000 USD")]),
    ("won 3-2", [("3-2", "3-2")]),
    ("45–24", [("45–24", "45-24")]),
    ("two thirds of them", [("two thirds", "2/3")]),
    ("a quarter", [("a quarter", "1/4")]),
    ("2 1/2 miles", [("2 1/2 miles", "2.5 mi")]),
    ("a 36-year-old", [("36-year-old", "36 year")]),
    ("aged 36", [("aged 36", "36 year")]),
    ("thirty-six years old", [("thirty-six years old", "36 year")]),
    ("120-mile march", [("120-mile", "120 mi")]),
    ("5°C", [("5°C", "5 deg")]),
    ("announced$8.7 billion", [("$8.7 billion", "8700000000 USD")]),
    ("one man", [("one", "1")]),
    ("one and a half million", [("one and a half million", "1500000")]),
    ("a million and a half", [("a million and a half", "1500000")]),
    ("two and a half percent", [("two and a half percent", "2.5 %")]),
    ("2½ miles", [("2½ miles", "2.5 mi")]),
    ("a quarter million", [("a quarter million", "250000")]),
    ("three quarters of a million", [("three quarters of a million", "750000")]),
    ("three-quarters of them", [("three-quarters", "3/4")]),
    ("one in five women", [("one in five", "1/5")]),
    ("nine out of 10", [("nine out of 10", "9/10")]),
    ("tens of thousands", [("tens of thousands", "tens of thousands")]),
    ("several hundred metres", [("several hundred", "several hundred")]),
    ("234–189", [("234–189", "234-189")]),
    ("6-4, 7-5", [("6-4", "6-4"), ("7-5", "7-5")]),
    ("odds of 5:1", [("5:1", "5:1")]),
    ("tenfold, 3-fold", [("tenfold", "10 x"), ("3-fold", "3 x")]),
    ("minus 20 degrees", [("minus 20 degrees", "-20 deg")]),
    ("at -12.5°C", [("-12.5°C", "-12.5 deg")]),
    ("rates of -0.1%", [("-0.1%", "-0.1 %")]),
    ("60-80%", [("60", "60 %"), ("80%", "80 %")]),
    ("$40+ trillion", [("$40+ trillion", "40000000000000 USD")]),
    ("98.6F", [("98.6F", "98.6 deg")]),
    ("38 degrees Celsius", [("38 degrees Celsius", "38 deg")]),
    ("500 square miles", [("500 square miles", "500 sq mi")]),
    ("1,000sq ft", [("1,000sq ft", "1000 sq ft")]),
    ("20 basis points", [("20 basis points", "20 bp")]),
    ("75 miles per hour", [("75 miles per hour", "75 mph")]),
    ("a wall 2m high", [("2m", "2 m")]),
    ("5m voters", [("5m", "5000000")]),
    ("US$8,000", [("US$8,000", "8000 USD")]),
    ("$5 to $10 million", [("$5", "5000000 USD"), ("$10 million", "10000000 USD")]),
    ("₹500 crore", [("₹500 crore", "5000000000 INR")]),
    ("Rs 500", [("Rs 500", "500 INR")]),
    ("5 p.m.", [("5", "5")]),
]
ORDINALS = [
    ("the twenty-first", "21"),
    ("his thirtieth", "30"),
    ("the third man", "3"),
    ("his 21st win", "21"),
    ("the twentieth time", "20"),
]
LEFT = [
    "No one knew, one of them said, and one another.",
    "COVID-19, the F-16, the G20 and 5G",
    "one's own",
    "seat 39B",
    "none",
    "",
]
MISSED = [
    ("a hundred or so", [("a hundred", "about 100")]),
    ("$42.8 millionto", [("$42.8 million", "42800000 USD")]),
    ("6ft 2in", [("6ft 2in", "74 in")]),
    ("20 pounds of sugar", [("20 pounds", "20 lb")]),
    ("two nil", [("two nil", "2-0")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(fact.span.text, fact.value) for fact in find_figures(text)] == expected


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_finds_ordinals(text: str, value: str) -> None:
    assert [(fact.value, fact.type) for fact in find_figures(text)] == [(value, "ordinal")]


@pytest.mark.parametrize("text", LEFT)
def test_leaves_alone(text: str) -> None:
    assert find_figures(text) == ()


@pytest.mark.xfail(reason="known miss")
@pytest.mark.parametrize(("text", "expected"), MISSED)
def test_known_misses(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(fact.span.text, fact.value) for fact in find_figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "attached"),
    [
        ("more than 500 people", "more than"),
        ("at least 30 dead", "at least"),
        ("up to 15%", "up to"),
        ("no fewer than 20", "no fewer than"),
        ("nearly two thirds", "nearly"),
        ("500 people", None),
        ("a lover of 20 cats", None),
    ],
)
def test_what_qualifies_a_figure_is_attached(text: str, attached: str | None) -> None:
    span = find_figures(text)[0].attached
    assert (span.text if span else None) == attached
