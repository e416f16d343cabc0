"""Protection: what holds for any text, and what the stock of surrogates must be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.data import Fact, Passage, Span
from summarize.engines import Engine, find_model, open_engine
from summarize.facts import find_actors
from summarize.facts.words import common_words, is_common
from summarize.prompts import load_profile
from summarize.protect import Protection, protect
from summarize.protect.surrogates import pools

NAMES = [name for names in pools().values() for name in names]


class Letters:
    """A vocabulary to which only the stock's names are easy."""

    def count_tokens(self, text: str) -> int:
        return 1 if text in NAMES else 9

    def can_spell(self, word: str) -> bool:
        return word.isascii()


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return the built-in model."""
    folder = find_model()
    return open_engine(folder, load_profile(folder.profile))


parts = st.one_of(
    st.sampled_from(
        ["Wairimas", "wairimas", "WAIRIMAS", "Wairima", "O’Dréan", "al-Qarni", "Łuć", "Kos-Reyes", "Straße"]
    ),
    st.sampled_from([name[:size] for name in NAMES for size in (4, 20)]).flatmap(
        lambda name: st.sampled_from([name, name.upper(), name.lower()])
    ),
    st.sampled_from(
        ["'s", "’s", "'", "’", "s", "es", "S", "-", ".", " ", "\n", "\u0301", "_", "7", "ſ", "ı", "İ", "K"]
    ),
    st.text(max_size=3),
)
texts = st.lists(parts, max_size=30).map("".join)
kinds = st.sampled_from(["person", "place", "organisation", "group", ""])
actors = st.lists(st.builds(lambda name, kind: Fact("actor", Span(0, 0, name), name, kind), texts, kinds), max_size=6)


def shielded(text: str, actors: list[Fact], title: str | None = None) -> Protection:
    """Protect a text; the words that the strategies like best are actors of it."""
    fixed = [Fact("actor", Span(0, 0, name), name, "person") for name in ("Wairimas", "O’Dréan", "Łuć", "Kos-Reyes")]
    return protect(Passage((), title, text), (*actors, *fixed), Letters(), lambda word: False)


@given(texts, texts, actors)
def test_what_is_swapped_comes_back_exactly(title: str, text: str, actors: list[Fact]) -> None:
    protection = shielded(text, actors, title)
    assert protection.restore(protection.passage.text) == text
    assert protection.restore(protection.passage.title or "") == title


@given(texts, texts, actors)
def test_no_surrogate_is_left_in_what_a_model_writes(text: str, written: str, actors: list[Fact]) -> None:
    protection = shielded(text, actors)
    restored = protection.restore(written + "".join(f" {swap.surrogate}s x{written}" for swap in protection.swaps))
    for swap in protection.swaps:
        assert not re.search(rf"(?<!\w){swap.surrogate}", restored, re.IGNORECASE | re.ASCII)


@given(texts, texts, actors)
def test_restoring_twice_changes_nothing(text: str, written: str, actors: list[Fact]) -> None:
    protection = shielded(text, actors)
    assert protection.restore(protection.restore(written)) == protection.restore(written)


@given(texts, texts, actors)
def test_each_word_has_its_own_surrogate_and_the_article_has_none(title: str, text: str, actors: list[Fact]) -> None:
    protection = shielded(text, actors, title)
    surrogates = [swap.surrogate for swap in protection.swaps]
    assert len({swap.word for swap in protection.swaps}) == len(set(surrogates)) == len(surrogates)
    assert not any(name.lower() in f"{title}\n{text}".lower() for name in surrogates)


@given(texts, actors)
def test_protection_is_deterministic_and_leaves_the_sentences(text: str, actors: list[Fact]) -> None:
    protection = shielded(text, actors)
    assert protection == shielded(text, actors)
    assert protection.passage.sentences == ()


def test_without_actors_nothing_happens() -> None:
    passage = Passage((), "Łuć speaks", "Łuć spoke.")
    protection = protect(passage, (), Letters(), is_common)
    assert protection.passage == passage
    assert protection.restore("Patterson spoke.") == "Patterson spoke."


def test_only_the_easiest_surrogates_of_a_vocabulary_are_used() -> None:
    class Characters(Letters):
        def count_tokens(self, text: str) -> int:
            return len(text)

    names = (Fact("actor", Span(0, 0, name), name, "person") for name in ("Łucja Wairimas", "Wairimasowska"))
    protection = protect(Passage((), None, "Łucja Wairimas met Wairimasowska."), tuple(names), Characters(), is_common)
    shortest = min(map(len, NAMES))
    assert [len(swap.surrogate) for swap in protection.swaps] == [shortest] * len(protection.swaps) != []


def test_surrogates_begin_no_word_and_no_other_surrogate() -> None:
    assert len(NAMES) == len(set(NAMES))
    for name in NAMES:
        assert name.isascii()
        assert name.istitle()
        assert not [other for other in NAMES if other != name and other.startswith(name)]
        assert not [word for word in common_words() if word.startswith(name.lower())]
    for name in (*pools()["surname"], *pools()["place"], *pools()["group"]):
        assert not name.endswith(("s", "x", "z", "ch", "sh", "y")), "its plural is not made with an s"


def test_surrogates_are_single_pieces_of_the_built_in_vocabulary(engine: Engine) -> None:
    assert {name: engine.count_tokens(name) for name in NAMES} == dict.fromkeys(NAMES, 1)
    assert all(engine.can_spell(name) for name in NAMES)


ARTICLE = (
    "Ewelina Grzesiuk-Łapińska, the mayor of Szczyrkowiec, opened a bridge over the Odrawa on Monday. "
    "Grzesiuk-Łapińska said that the bridge had cost $3 million. Her predecessor, Tomasz Wrzosowicz, had promised it "
    "for years. “We are late, but we are here,” Grzesiuk-Łapińska told reporters. Wrzosowicz's party voted against it."
)


def test_the_built_in_model_writes_hard_names_right(engine: Engine) -> None:
    passage = Passage((), None, ARTICLE)
    protection = protect(passage, find_actors(ARTICLE), engine, is_common)
    assert "Łapińska" not in protection.passage.text
    request = load_profile("brief-en").request("brief", protection.passage)
    (drafts,) = engine.generate([request])
    for draft in drafts:
        brief = protection.restore(" ".join(draft.items))
        assert "Ewelina Grzesiuk-Łapińska" in brief
        assert set(re.findall(r"[A-ZŁ]\w+", brief)) <= set(re.findall(r"\w+", ARTICLE))
