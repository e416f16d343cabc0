"""Plain text: the first lines that are a title, and the many that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.data import Article
from summarize.read.plain import read

PROSE = (
    "The harbour bridge will close on Monday for six months, the city of Portvale said. "
    "Engineers found cracks in two of its eleven piers during a survey in January, and ferries will run instead."
)
WRAPPED = PROSE.replace(" in January, ", " in January,\n").replace(" on Monday ", " on\nMonday ")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Portvale bridge to close for six months", f"Portvale bridge to close for six months\n\n{PROSE}"),
        ("Portvale bridge to close for six months", f"Portvale bridge to close for six months\n{PROSE}"),
        ("Portvale bridge to close for six months", f"\r\n  Portvale bridge to close for six months \r\n\r\n{PROSE}"),
        ("Portvale bridge to close for six months", f"Portvale bridge to close for six months\n\n{WRAPPED}"),
        ("Bridge to close", f"Bridge to close\n\nFerries to run instead\n\nBy Ann Lee\n\n5 March 2024\n\n{PROSE}"),
        ("Bridge to close", f"Bridge to close\nBy Ann Lee\n{PROSE}"),
        ("Who will pay for the bridge?", f"Who will pay for the bridge?\n\n{PROSE}"),
        ("‘No other choice’: mayor shuts bridge", f"‘No other choice’: mayor shuts bridge\n\n{PROSE}"),
        ("5 things to know about the bridge", f"5 things to know about the bridge\n\n{PROSE}"),
        ("Cracks Found; Sens. Ortiz, Lee Ask Why", f"Cracks Found; Sens. Ortiz, Lee Ask Why\n\n{PROSE}"),
        ("MAYOR SHUTS BRIDGE - FERRIES TO RUN", f"MAYOR SHUTS BRIDGE - FERRIES TO RUN\n\n{PROSE}"),
    ],
)
def test_takes_the_title(title, text):
    article = read(text, "a.txt")
    assert article.title == title
    assert [(cut.span.text, cut.rule) for cut in article.cuts] == [(title, "title")]
    assert article.text.strip() == text.strip().removeprefix(title).strip()
    assert article.source == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Portvale bridge to close for six months",
        "Portvale bridge to close for six months\n",
        PROSE,
        f"{PROSE}\n\n{PROSE}",
        WRAPPED,
        f"The mayor of Portvale said on Tuesday that\nshe would close the bridge. {PROSE}",
        f"The bridge will close on Monday.\n\n{PROSE}",
        f"Why close it? The answer lies under water\n\n{PROSE}",
        f"PORTVALE (AP) - The bridge will close\n\n{PROSE}",
        f"PORTVALE —\n\n{PROSE}",
        f"By Ann Lee and Bo Ek\n\n{PROSE}",
        f"Subscribe to our morning letter\n\n{PROSE}",
        f"FOR IMMEDIATE RELEASE: bridge to close\n\n{PROSE}",
        f"Photo by Bo Ek of the bridge\n\n{PROSE}",
        f"A ferry leaves the quay (Bo Ek/Getty Images)\n\n{PROSE}",
        f"Tuesday, March 5, 2024\n\n{PROSE}",
        f"March 5, 2024, 9 a.m.\n\n{PROSE}",
        f"Home > News > Portvale\n\n{PROSE}",
        f"Write to ann@gull.example for more\n\n{PROSE}",
        f"This site uses cookies and more\n\n{PROSE}",
        f"- a plan for the bridge\n\n{PROSE}",
        f"The Portvale Gull\n\nHome\n\nNews\n\nSport\n\nWeather\n\nOpinion\n\n{PROSE}",
        f"The Portvale Gull\nHome\nNews\nSport\nWeather\nOpinion\n{PROSE}",
        "Roses are red again\n\nViolets are blue\n\nSugar is sweet\n\nAnd so are you",
    ],
)
def test_takes_no_title(text):
    assert read(text, "a.txt") == Article.from_text(text, "a.txt")


@pytest.mark.xfail(reason="of two lines, either may be furniture")
def test_takes_a_title_of_two_lines():
    text = f"Portvale bridge to close\nfor six months, mayor says\n\n{PROSE}"
    assert read(text, "a.txt").title == "Portvale bridge to close for six months, mayor says"


@pytest.mark.xfail(reason="two words are more often a section or a site")
def test_takes_a_title_of_two_words():
    assert read(f"Bridge closes\n\n{PROSE}", "a.txt").title == "Bridge closes"


@given(
    st.lists(st.sampled_from(["Bridge to close", PROSE, "Home", "\n", "\r\n", "\n\n", " ", "By Ann Lee"])).map("".join)
)
def test_text_never_becomes_empty_and_offsets_hold(text):
    article = read(text, "a.txt")
    assert bool(article.text.strip()) == bool(text.strip())
    for at in range(len(article.text)):
        assert article.locate(at, at + 1).text == article.text[at]
