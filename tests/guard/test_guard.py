"""The guard as a whole: what it keeps, mends, replaces and drops, and that a second pass changes nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.config import Options
from summarize.data import Draft, Task
from summarize.facts import find_facts, take_inventory
from summarize.guard import Guarded, guard
from summarize.split import split

TITLE = "Harbour bridge closed after cracks found"
ARTICLE = (
    "Engineers closed the Vesterholm harbour bridge on Tuesday after finding cracks in two of its cables. "
    "Mayor Ingrid Aasebø-Lund said the bridge would stay shut until 14 March. "
    'She called the closure "painful but necessary" and promised a free ferry. '
    "The repair will cost 4.2 million kroner, the port authority said. "
    "About 18,000 vehicles cross the bridge every day, according to Piet van Daalen, who runs the port."
)
LEAD = "Engineers closed the Vesterholm harbour bridge on Tuesday after finding cracks in two of its cables."
MAYOR = "Mayor Ingrid Aasebø-Lund said the bridge would stay shut until 14 March."
COST = "The repair will cost 4.2 million kroner, the port authority said."


ONE = Options(points=1)


def run(task: Task, *drafts: tuple[str, ...], options: Options | None = None) -> Guarded:
    inventory = take_inventory(ARTICLE, find_facts(ARTICLE), (TITLE,))
    candidates = {task: [Draft(items, -0.1 * rank) for rank, items in enumerate(drafts)]}
    return guard(candidates, split(ARTICLE), inventory, TITLE, options or Options())[task]


def texts(guarded: Guarded) -> list[str]:
    return [statement.text for statement in guarded.statements]


def done(guarded: Guarded) -> list[tuple[str, str]]:
    return [(edit.action, edit.rule) for edit in guarded.edits]


def test_what_the_article_states_is_kept_and_tied_to_its_source() -> None:
    guarded = run("brief", (LEAD, MAYOR))
    assert texts(guarded) == [LEAD, MAYOR]
    assert guarded.edits == ()
    assert [statement.sources[0].text for statement in guarded.statements] == [LEAD, MAYOR]
    assert {statement.origin for statement in guarded.statements} == {"model"}


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ("Mayor Ingrid Solheim said the bridge would stay shut until 14 March.", "unsupported-actor"),
        ("Mayor Ingrid Aasebø-Lund said the bridge would stay shut until 15 March.", "unsupported-date"),
        ("Mayor Ingrid Aasebø-Lund said on Friday the bridge would stay shut.", "unsupported-date"),
        ("The repair will cost 42 million kroner, the port authority said.", "unsupported-figure"),
        ('Mayor Ingrid Aasebø-Lund called the closure until 14 March "a painful mistake".', "altered-quote"),
        (
            "Mayor Ingrid Aasebø-Lund said the bridge and said the bridge would stay shut until 14 March.",
            "repeated-phrase",
        ),
    ],
)
def test_a_wrong_sentence_gives_way_to_another_candidate(wrong: str, rule: str) -> None:
    right = COST if "repair" in wrong else MAYOR
    guarded = run("brief", (LEAD, wrong), (LEAD, right))
    assert wrong not in texts(guarded)
    assert done(guarded)[0][1] == rule
    assert guarded.statements[0].text == LEAD


def test_a_candidate_that_says_the_same_rightly_repairs() -> None:
    wrong = MAYOR.replace("14", "15")
    guarded = run("brief", (LEAD, wrong), (LEAD, MAYOR))
    assert texts(guarded) == [LEAD, MAYOR]
    assert done(guarded) == [("repaired", "unsupported-date")]
    assert guarded.edits[0].before == wrong
    assert guarded.statements[1].origin == "model"


def test_a_misspelt_name_gets_the_spelling_of_the_article() -> None:
    guarded = run("brief", (LEAD, MAYOR.replace("Aasebø-Lund", "Aasebo-Lundt")))
    assert texts(guarded) == [LEAD, MAYOR]
    assert done(guarded) == [("repaired", "unsupported-actor")]


def test_the_source_sentence_stands_in_where_no_candidate_is_right() -> None:
    guarded = run("points", ("The repair will cost 42 million kroner, the port authority said.",), options=ONE)
    assert texts(guarded) == [COST]
    assert guarded.statements[0].origin == "source"
    assert done(guarded) == [("replaced", "unsupported-figure")]


def test_a_sentence_about_nothing_in_the_article_is_dropped() -> None:
    guarded = run("points", ("President Gorm Halvorsen resigned.", COST), options=ONE)
    assert texts(guarded) == [COST]
    assert done(guarded) == [("dropped", "unsupported-actor")]


def test_a_source_sentence_that_leans_on_another_is_not_quoted() -> None:
    guarded = run(
        "points", ('She called the closure "painful but needless" and promised a free ferry.', COST), options=ONE
    )
    assert texts(guarded) == [COST]


def test_what_leant_on_a_dropped_sentence_goes_with_it() -> None:
    guarded = run("brief", (LEAD, "President Gorm Halvorsen resigned.", "He left at once."))
    assert texts(guarded) == [LEAD]
    assert done(guarded) == [("dropped", "unsupported-actor"), ("dropped", "dangling-opening")]


def test_an_empty_brief_is_the_first_sentence_that_stands_alone() -> None:
    guarded = run("brief", ("President Gorm Halvorsen resigned.",))
    assert texts(guarded) == [LEAD]
    assert done(guarded)[-1] == ("restored", "short-brief")
    assert texts(run("brief")) == [LEAD]


def test_a_wrong_headline_gives_way_to_the_title() -> None:
    assert texts(run("headline", ("Oslo bridge closed", "Bergen bridge closed"))) == [TITLE]
    assert texts(run("headline", ("Vesterholm harbour bridge closed on Tuesday.",))) == [
        "Vesterholm harbour bridge closed on Tuesday"
    ]


def test_the_ceiling_of_words_costs_the_sentence_that_covers_least() -> None:
    guarded = run("brief", (LEAD, "The ferry is free.", COST), options=Options(brief_words=28))
    assert texts(guarded) == [LEAD, COST]
    assert done(guarded) == [("dropped", "too-long")]
    assert texts(run("brief", (LEAD, MAYOR, COST), options=Options(brief_words=1))) == [LEAD]


@pytest.mark.parametrize(
    ("points", "kept", "rule"),
    [
        ((COST, MAYOR, LEAD), [COST, MAYOR], "too-many-points"),
        ((COST, "The repair will cost 4.2 million kroner."), [COST], "repeated-point"),
        (
            ("The repair will cost 4.2 million kroner.", COST),
            ["The repair will cost 4.2 million kroner."],
            "repeated-point",
        ),
        (("She promised a free ferry.", COST), [COST], "dangling-opening"),
        (("repair will cost 4.2 million kroner.", COST), [COST], "broken-sentence"),
    ],
)
def test_points_that_do_not_fit(points: tuple[str, ...], kept: list[str], rule: str) -> None:
    guarded = run("points", points, options=Options(points=len(kept)))
    assert texts(guarded) == kept
    assert rule in [edit.rule for edit in guarded.edits]


def test_a_point_that_only_restates_the_brief_goes() -> None:
    drafts: Mapping[Task, list[Draft]] = {
        "brief": [Draft((LEAD, MAYOR), 0.0)],
        "points": [Draft(("Engineers closed the Vesterholm harbour bridge on Tuesday.", MAYOR, COST), 0.0)],
    }
    inventory = take_inventory(ARTICLE, find_facts(ARTICLE), (TITLE,))
    fields = guard(drafts, split(ARTICLE), inventory, TITLE, ONE)
    assert texts(fields["points"]) == [COST]


def test_a_point_gets_its_full_stop() -> None:
    assert texts(run("points", (COST.rstrip("."),), options=ONE)) == [COST]


def test_a_short_list_takes_what_other_drafts_say() -> None:
    vehicles = "About 18,000 vehicles cross the bridge every day, according to Piet van Daalen."
    guarded = run("points", (COST,), (COST, vehicles), options=Options(points=2))
    assert texts(guarded) == [COST, vehicles]
    assert done(guarded) == [("restored", "few-points")]
    assert guarded.statements[1].origin == "model"


def test_a_short_list_is_filled_up_from_the_article() -> None:
    guarded = run("points", (COST,))
    assert len(guarded.statements) == 3
    assert [statement.origin for statement in guarded.statements] == ["model", "source", "source"]
    assert set(texts(guarded)) <= {sentence.plain for sentence in split(ARTICLE)}
    assert all(not text.startswith("She") for text in texts(guarded))


def test_an_article_that_cannot_be_quoted_still_has_a_brief_and_each_edit_once() -> None:
    article = "“When we sail, we sail as one. You learn that on the quay."
    sentences = split(article)
    inventory = take_inventory(article, find_facts(article))
    (guarded,) = guard(
        {"brief": [Draft(("Gorm Halvorsen sailed.",), 0.0)]}, sentences, inventory, None, Options()
    ).values()
    assert texts(guarded) == [sentences[0].plain]
    assert len(guarded.edits) == len(set(guarded.edits))
    assert [edit.rule for edit in guarded.edits] == ["unsupported-actor", "short-brief"]


WORDS = st.sampled_from(
    [
        "Ingrid",
        "Aasebø-Lund",
        "Solheim",
        "Tuesday",
        "Friday",
        "14",
        "15",
        "March",
        "kroner",
        "million",
        "bridge",
        "closed",
        "the",
        "said",
        "will",
        "cost",
        "4.2",
        ",",
        ".",
        '"',
        "She",
    ]
)
SENTENCES = st.lists(WORDS, min_size=3, max_size=14).map(lambda words: f"The {' '.join(words)}.") | st.sampled_from(
    [LEAD, MAYOR, COST]
)


@settings(max_examples=60)
@given(
    st.sampled_from(["brief", "points", "headline"]), st.lists(st.lists(SENTENCES, min_size=1, max_size=4), max_size=3)
)
def test_guarding_twice_changes_nothing_and_nothing_foreign_gets_through(task: Task, drafts: list[list[str]]) -> None:
    once = run(task, *(tuple(draft) for draft in drafts))
    again = run(task, tuple(texts(once)))
    assert texts(again) == texts(once)
    inventory = take_inventory(ARTICLE, find_facts(ARTICLE), (TITLE,))
    for text in texts(once):
        assert all(inventory.states(fact) for fact in find_facts(text))
