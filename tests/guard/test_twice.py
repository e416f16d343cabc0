"""What holds for whatever a model writes: nothing foreign gets through, and guarding twice changes nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import pipeline, read_article
from summarize.config import Options
from summarize.data import Draft, Task
from summarize.facts import find_facts, take_inventory
from summarize.guard import Guarded, guard
from summarize.pipeline import Summarizer
from summarize.split import split

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
TITLE = "Coastal Ferry Authority sues Vesterholm over shut bridge"
ARTICLE = (
    "The Coastal Ferry Authority (CFA) sued the council of Vesterholm on Tuesday over the shut harbour bridge. "
    "Defence Minister Ragnhild Solvang met Mayor Tor Bakke-Moe in Oslo on 4 March 2021. "
    "Solvang said on Friday that the ministry would pay 4.2 million kroner. "
    "Bakke-Moe called the offer “painful but fair” and left for Bergen. He had promised a free ferry last week. "
    "Last month, engineers led by Piet van Daalen found cracks in two cables. "
    "Van Daalen said the CFA had been warned in 2019. The council denied that."
)
SENTENCES = split(ARTICLE)
INVENTORY = take_inventory(ARTICLE, find_facts(ARTICLE), (TITLE,))
FOREIGN = "Gunnar Moldestad Stavanger Wednesday 17 2017 April 6.3 Halvorsen NATO".split()
GRAMMAR = "He She It They His the said that on in met sued and called was , “ ” ( )".split()
OWN = re.findall(r"[\w.’'-]+", ARTICLE)
WORDS = st.sampled_from(sorted({*OWN, *FOREIGN, *GRAMMAR}))
CUT = [sentence.plain for sentence in SENTENCES]


@st.composite
def near_copies(draw: st.DrawFn) -> str:
    """Return a sentence of the article with words taken out, put in or exchanged, as models do."""
    words = draw(st.sampled_from(CUT)).split()
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(words) - 1))
        words[at : at + draw(st.integers(0, 3))] = draw(st.lists(WORDS, max_size=2))
        words = words or ["Rain"]
    return " ".join(words)


ITEMS = near_copies() | st.lists(WORDS, min_size=3, max_size=14).map(lambda words: f"The {' '.join(words)}.")
DRAFTS = st.lists(st.lists(ITEMS, min_size=1, max_size=4).map(tuple), min_size=1, max_size=3)


def run(drafts: Mapping[Task, list[tuple[str, ...]]], options: Options) -> dict[Task, Guarded]:
    candidates = {task: [Draft(items, -0.1 * at) for at, items in enumerate(found)] for task, found in drafts.items()}
    return guard(candidates, SENTENCES, INVENTORY, TITLE, options)


def texts(fields: Mapping[Task, Guarded]) -> dict[Task, tuple[str, ...]]:
    return {task: tuple(statement.text for statement in field.statements) for task, field in fields.items()}


@settings(max_examples=60)
@given(DRAFTS, DRAFTS, DRAFTS, st.integers(8, 80), st.integers(1, 5))
def test_nothing_foreign_gets_through_and_twice_is_once(
    headline: list[tuple[str, ...]],
    brief: list[tuple[str, ...]],
    points: list[tuple[str, ...]],
    words: int,
    most: int,
) -> None:
    options = Options(brief_words=words, points=most)
    once = texts(run({"headline": [(one[0],) for one in headline], "brief": brief, "points": points}, options))
    for text in (text for field in once.values() for text in field):
        assert all(INVENTORY.states(fact) for fact in find_facts(text)), text
    assert texts(run({task: [items] for task, items in once.items()}, options)) == once
    assert len(once["points"]) <= most
    assert len(once["brief"]) == 1 or sum(len(text.split()) for text in once["brief"]) <= words


SUED = "The Coastal Ferry Authority (CFA) sued the council of Vesterholm on Tuesday over the"


def test_a_month_before_a_surname() -> None:
    drafts: dict[Task, list[tuple[str, ...]]] = {
        "brief": [(SENTENCES[1].plain,)],
        "points": [(f"April Daalen {SUED}",)],
    }
    for field in texts(run(drafts, Options(brief_words=8, points=1))).values():
        assert all(INVENTORY.states(fact) for text in field for fact in find_facts(text))


def test_one_point_is_chosen_once() -> None:
    drafts: dict[Task, list[tuple[str, ...]]] = {
        "headline": [(f"{SUED} shut harbour bridge.",)],
        "brief": [("The He Solvang shut.",)],
        "points": [(SENTENCES[1].plain,)],
    }
    options = Options(brief_words=8, points=1)
    once = texts(run(drafts, options))
    assert texts(run({task: [items] for task, items in once.items()}, options)) == once


@pytest.mark.parametrize("name", ["court.txt", "politics.txt"])
def test_guarding_what_the_model_wrote_twice_changes_nothing(
    name: str, summarizer: Summarizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []

    def spy(*given: Any) -> dict[Task, Guarded]:
        seen.append((given, guard(*given)))
        return seen[-1][1]  # type: ignore[no-any-return]

    monkeypatch.setattr(pipeline, "guard", spy)
    summarizer.summarize(read_article(EXAMPLES / name))
    (((drafts, *rest), fields),) = seen
    assert any(draft.items for found in drafts.values() for draft in found)
    once = texts(fields)
    assert texts(guard({task: [Draft(items, 0.0)] for task, items in once.items()}, *rest)) == once
