"""Protection: which words of a passage are swapped, for what kind of name, and how they come back."""

from __future__ import annotations

import re

import pytest

from summarize.data import Fact, Passage, Span
from summarize.protect import Protection, protect
from summarize.protect.surrogates import pools

PLAIN = {name for names in pools().values() for name in names}
COMMON = {"bank", "council", "reconciliation", "of", "the"}


class Letters:
    """A vocabulary of the stock's names, pieces of two letters, and no letters but English ones."""

    def count_tokens(self, text: str) -> int:
        return 1 if text in PLAIN else (len(text) + 1) // 2

    def can_spell(self, word: str) -> bool:
        return word.isascii()


def shielded(text: str, title: str | None = None) -> Protection:
    """Protect a text in which actors are marked: "{person:Osei Kwabena} spoke"."""
    mark = re.compile(r"\{(\w*):(.+?)\}")
    actors = tuple(Fact("actor", Span(0, 0, name), name, kind) for kind, name in mark.findall(f"{title} {text}"))
    bare = mark.sub(r"\2", text)
    passage = Passage((), title and mark.sub(r"\2", title), bare)
    return protect(passage, actors, Letters(), lambda word: word.lower() in COMMON)


SWAPPED = [
    ("{person:Ama Wolanowska} spoke.", "Ama Patterson spoke."),
    ("{person:Ama Wolanowska} spoke. Wolanowska left.", "Ama Patterson spoke. Patterson left."),
    ("{person:Wolanowska}'s vote and Wolanowska’s seat", "Patterson's vote and Patterson’s seat"),
    ("{person:Wolanowska} met the Wolanowskas.", "Patterson met the Pattersons."),
    ("{person:Wolanowska} saw the Wolanowskas' house.", "Patterson saw the Pattersons' house."),
    ("{person:Ivo Tsirakopoulos} voted. Tsirakopoulos' party won.", "Ivo Patterson voted. Patterson's party won."),
    ("{person:Martin L. Kwakuwesi Jr.} spoke.", "Martin L. Patterson Jr. spoke."),
    ("{person:Piet van der Hoogstraten} spoke.", "Piet van der Patterson spoke."),
    ("{person:Sami al-Khouryani} and Al-Khouryani", "Sami al-Patterson and Al-Patterson"),
    ("{person:Ines Ferreira-Quintanilha} spoke.", "Ines Patterson spoke."),
    ("The {person:Wolanowska}-led cabinet", "The Patterson-led cabinet"),
    ("{person:WOLANOWSKA} WINS, {person:Wolanowska} says", "PATTERSON WINS, Patterson says"),
    ("{person:Zoë Lee} spoke.", "Jamie Lee spoke."),
    ("Mr. {person:Thaddäus Lee} spoke.", "Mr. Robert Lee spoke."),
    ("{person:Ngozichukwu Lee} said she would go; her son", "Helen Lee said she would go; her son"),
    ("an {person:Okwuosakwe} ally", "an Elliott ally"),
    ("in {place:Kostromovićgrad} today", "in Durham today"),
    ("{group:Ljubušaks} fled. A Ljubušak spoke.", "Norwegians fled. A Norwegian spoke."),
    ("{organisation:Blånkesund Bank} failed.", "Patterson Bank failed."),
]
LEFT = [
    "{person:Ama Lee} spoke.",
    "Wolanowska is no actor here.",
    "The {organisation:Council of Reconciliation} met.",
    "{organisation:UNESCWAP} and its {organisation:UNESCWAPs}",
    "{person:I've} and {person:I’ve} no case.",
    "{:COVID-20219} spread.",
    "{place:Stonehampton} is easy enough.",
]


@pytest.mark.parametrize(("text", "expected"), SWAPPED)
def test_swapped(text: str, expected: str) -> None:
    assert shielded(text).passage.text == expected


@pytest.mark.parametrize("text", LEFT)
def test_left(text: str) -> None:
    assert shielded(text).swaps == ()


WRITTEN = [
    ("Patterson spoke.", "Wolanowska spoke."),
    ("Patterson's plan and Patterson’s seat", "Wolanowska's plan and Wolanowska’s seat"),
    ("the Pattersons' house", "the Wolanowskas' house"),
    ("PATTERSON WINS", "WOLANOWSKA WINS"),
    ("the anti-Patterson and the Patterson-led", "the anti-Wolanowska and the Wolanowska-led"),
    ("patterson", "Wolanowska"),
    ("Pattersonian views of a Pattersonite", "Wolanowska views of a Wolanowska"),
    ("Dr. H. Patterson Jr.", "Dr. H. Wolanowska Jr."),
    ("Hendersons", "Tsirakopouloses"),
    ("Henderson's party", "Tsirakopoulos' party"),
    ("HENDERSON’s party", "TSIRAKOPOULOS’ party"),
    ("Emerson, Pattern and Anderson", "Emerson, Pattern and Anderson"),
]


@pytest.mark.parametrize(("written", "restored"), WRITTEN)
def test_restored(written: str, restored: str) -> None:
    protection = shielded("{person:Wolanowska} met {person:Tsirakopoulos}. Tsirakopoulos' party won.")
    assert protection.restore(written) == restored


def test_a_surrogate_the_article_uses_in_any_form_is_not_taken() -> None:
    text = "{person:Wolanowska} met the Pattersons, PRESTON-HENDERSON and crawfordite."
    assert shielded(text).passage.text.startswith("Robinson met")


def test_title_and_text_share_their_surrogates() -> None:
    passage = shielded("Wolanowska left.", "{person:Wolanowska} quits").passage
    assert (passage.title, passage.text) == ("Patterson quits", "Patterson left.")


def test_a_word_stays_when_surrogates_run_out() -> None:
    words = [
        f"{first}{second}wolanow" for first in "BCDFGHJKLM" for second in ("aa", "ee", "ii", "oo", "uu", "ao", "ea")
    ]
    protection = shielded(" ".join(f"{{person:{word}}}" for word in words))
    assert 0 < len(protection.swaps) < len(words)
    assert protection.passage.text.endswith(words[-1])


MISSES = [
    # The word between is the name's as much as it is the language's; only a reader can tell.
    ("{person:Ama Wolanowska} and a Wolanowska salad", "Ama Patterson and a Wolanowska salad"),
    # A country and its people are two words to the rules, and get surrogates that do not match.
    ("{place:Ljubušakia} and its {group:Ljubušakian} king", "Norway and its Norwegian king"),
    # A particle of one letter looks like an initial.
    ("{person:Ó Wolanowska} spoke.", "Elliott Patterson spoke."),
    # Two apostrophes, one name.
    ("{person:O’Wolanowska} and {person:O'Wolanowska}", "Elliott and Elliott"),
]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "expected"), MISSES)
def test_known_misses(text: str, expected: str) -> None:
    assert shielded(text).passage.text == expected
