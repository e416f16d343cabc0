"""What `--fix` may do, what it must not, and what it leaves as it was."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from summarize.editorial.check import check_brief
from summarize.editorial.document import parse_brief, parse_brief_inside
from summarize.editorial.fix import mend, written
from summarize.editorial.wording import find_wording
from tests.editorial.newsroom import SETTINGS, TEXT, article


def fixed(source: str, path: str = "brief.md", text: str = TEXT) -> str:
    document = parse_brief(source, (), path, SETTINGS)
    return mend(document, check_brief(article(text), document, SETTINGS), SETTINGS).document.source


def fixed_inside(source: str) -> str:
    document = parse_brief_inside(source, (), "a.md", SETTINGS)
    return mend(document, check_brief(article(source, "a.md"), document, SETTINGS), SETTINGS).document.source


CHANGED = {
    "a letter exchanged": ("Mayor Hanne Ostorva spoke.", "Mayor Hanne Ostrova spoke."),
    "a letter dropped": ("Tomas Quintrel spoke.", "Tomas Quintrell spoke."),
    "a letter added": ("It closes in Eastgatte.", "It closes in Eastgate."),
    "two names": ("Hanne Ostorva met Tomas Quintrel.", "Hanne Ostrova met Tomas Quintrell."),
    "a word of a quotation": (
        'Ostrova said the city "has no cash left to give away quietly."',
        'Ostrova said the city "has no money left to give away quietly."',
    ),
    "over two lines": (
        "The plan is that of Hanne\nOstorva, the mayor.",
        "The plan is that of Hanne Ostrova, the mayor.",
    ),
    "CRLF stays": (
        "The plan.\r\n\r\nMayor Hanne Ostorva spoke.\r\n",
        "The plan.\r\n\r\nMayor Hanne Ostrova spoke.\r\n",
    ),
}


@pytest.mark.parametrize("name", CHANGED)
def test_slips_are_mended(name: str) -> None:
    before, after = CHANGED[name]
    assert fixed(before) == after
    assert fixed(after) == after


UNCHANGED = {
    "somebody else": "Mayor Petra Wessendorf spoke.",
    "a date": "The council voted on Tuesday.",
    "a figure": "It saves 1.3 million euros a year.",
    "a place that is one": ("It closes in Home.", TEXT),
    "another country": ("The team flew to Iran.", TEXT.replace("Eastgate", "Iraq")),
    "a first name that is one": ("Hannah Ostrova spoke.", TEXT),
    "another number in a name": ("They flew the F-15.", TEXT.replace("Eastgate", "F-16")),
    "a number in a quotation": ('He said "we lost 15 good people in the flood."', TEXT.replace("reckless.", 'reckless. "We lost 12 good people in the flood."')),
    "another quotation": ('Ostrova spoke of "a major victory."', TEXT.replace("reckless.", 'reckless, "a major setback."')),
    "two that are near": ("Anders Holmbeck spoke.", TEXT.replace("Quintrell", "Holmbek").replace("Ostrova", "Holmbeek")),
    "a name in bold": "Mayor **Hanne Os**torva spoke.",
    "a fact that moved": "The Eastgate branch opened in 1911 and lends 1.2 million books a year.",
}  # fmt: skip


@pytest.mark.parametrize("name", UNCHANGED)
def test_what_is_no_slip_stays(name: str) -> None:
    case = UNCHANGED[name]
    source, text = (case, TEXT) if isinstance(case, str) else case
    assert fixed(source, text=text) == source


MATTER = {
    "plain": ("summary: Mayor Ostorva spoke", "summary: Mayor Ostrova spoke"),
    "double": ('summary: "Mayor \\"Ostorva\\" spoke"', 'summary: "Mayor \\"Ostrova\\" spoke"'),
    "single": ("summary: 'Mayor Ostorva''s plan'", "summary: 'Mayor Ostrova''s plan'"),
    "folded": ("summary: >\n  Mayor\n  Ostorva spoke", "summary: >\n  Mayor\n  Ostrova spoke"),
    "list, comments, order": (
        "# first\nkey_points:  # points\n  - one\n  - 'Mayor Ostorva spoke'   # here\ntitle: A",
        "# first\nkey_points:  # points\n  - one\n  - 'Mayor Ostrova spoke'   # here\ntitle: A",
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", MATTER)
def test_front_matter_is_left_as_it_is_written(name: str, newline: str) -> None:
    before, after = (f"---\n{matter}\n---\n{TEXT}".replace("\n", newline) for matter in MATTER[name])
    assert fixed_inside(before) == after


TEXTS = st.text(alphabet="ab '\"\\*_[]<>`é’", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(TEXTS)
def test_what_is_written_in_quotes_is_read_again(text: str) -> None:
    double = written(text, "double")
    assert yaml.safe_load(f'a: "{double}"')["a"] == text
    assert yaml.safe_load(f"a: '{written(text, 'single')}'")["a"] == text


@given(TEXTS)
def test_what_is_written_in_markdown_is_read_again(text: str) -> None:
    source = f"Before {written(text, 'markdown')} after.\n"
    (stretch,) = parse_brief(source, (), "a.md", SETTINGS).stretches
    assert stretch.text == f"Before {' '.join(text.split())} after."


ARTICLE = 'He said "the vital impact this facility has on our city" and then: "We will not go back to the old way, not now, not ever."'
WORDINGS = (
    ("the vital impact this facility has on our harbour", "the vital impact this facility has on our city", 1),
    ("copper vital impact this facility has on our city.", "the vital impact this facility has on our city.", 1),
    ("the vital impact this has on our city", "the vital impact this facility has on our city", 1),
    ("the vital impact this big facility has on our city", "the vital impact this facility has on our city", 1),
    ("We will go back to the old way", "We will not go back to the old way", 1),
    ("we will not go home to the old way", "we will not go back to the old way", 1),
    ("We will never go back to the new way", "We will not go back to the old way", 2),
)  # fmt: skip


@pytest.mark.parametrize(("quote", "wording", "changes"), WORDINGS)
def test_wordings(quote: str, wording: str, changes: int) -> None:
    found = find_wording(quote, ARTICLE)
    assert found is not None
    assert (found.text, found.changes) == (wording, changes)


@pytest.mark.parametrize("quote", ["old ways", "nothing of this was said by him", "not now", ""])
def test_no_wording(quote: str) -> None:
    assert find_wording(quote, ARTICLE) is None


def test_two_wordings_are_none() -> None:
    assert (
        find_wording("we shall go back to Norvane", "We will go back to Norvane. We must go back to Norvane.") is None
    )


@given(st.text(alphabet="ab c.’'\"", max_size=40), st.text(alphabet="ab c.’'\"\n", max_size=80))
def test_a_wording_never_fails(quote: str, text: str) -> None:
    found = find_wording(quote, text)
    assert found is None or found.changes <= len(quote)
