"""What a brief must not miss, and what is done when it does."""

from __future__ import annotations

from summarize.config import Options
from summarize.data import Draft
from summarize.facts import find_facts, take_inventory
from summarize.guard import guard
from summarize.guard.align import Aligner
from summarize.guard.essentials import find_main_actors, find_missing_actors, find_missing_date
from summarize.guard.repair import Evidence
from summarize.split import split

TITLE = "Aasebø-Lund to leave Vesterholm council"
ARTICLE = (
    "The mayor of Vesterholm will step down on Tuesday. "
    "Ingrid Aasebø-Lund told the council she would not stand again. "
    "Aasebø-Lund has led Vesterholm for nine years. "
    "The council of Vesterholm will choose a successor in June. "
    "Piet van Daalen, who runs the port, praised her work on the harbour bridge."
)
SENTENCES = split(ARTICLE)
INVENTORY = take_inventory(ARTICLE, find_facts(ARTICLE), (TITLE,))
EVIDENCE = Evidence(INVENTORY, Aligner(SENTENCES), SENTENCES, TITLE)
FIRST = SENTENCES[0].plain
PORT = SENTENCES[4].plain
JUNE = SENTENCES[3].plain


def test_main_actors_are_those_that_title_and_text_name() -> None:
    assert {actor.name for actor in find_main_actors(EVIDENCE)} == {"Vesterholm", "Ingrid Aasebø-Lund"}


def test_a_surname_names_the_actor() -> None:
    assert [actor.name for actor in find_missing_actors(EVIDENCE, FIRST)] == ["Ingrid Aasebø-Lund"]
    assert find_missing_actors(EVIDENCE, f"{FIRST} Aasebø-Lund resigned.") == ()


def test_the_date_of_the_lead() -> None:
    assert find_missing_date(EVIDENCE, FIRST) is None
    missing = find_missing_date(EVIDENCE, "The mayor will step down.")
    assert missing
    assert missing.span.text == "Tuesday"
    undated = split("The mayor resigned. The council met.")
    nothing = Evidence(take_inventory("", ()), Aligner(undated), undated, "")
    assert find_missing_date(nothing, "The mayor resigned.") is None


def test_the_candidate_that_names_them_is_taken() -> None:
    drafts = [Draft(("The mayor of Vesterholm will step down.",), 0.0), Draft((FIRST,), -0.1)]
    fields = guard({"brief": drafts}, SENTENCES, INVENTORY, TITLE, Options())
    assert [statement.text for statement in fields["brief"].statements] == [FIRST]


def test_a_bullet_from_the_article_names_who_is_missing() -> None:
    drafts = {"brief": [Draft((FIRST,), 0.0)], "points": [Draft((JUNE, PORT), 0.0)]}
    fields = guard(drafts, SENTENCES, INVENTORY, TITLE, Options(points=2))  # type: ignore[arg-type]
    texts = [statement.text for statement in fields["points"].statements]
    assert len(texts) == 2
    assert any("Aasebø-Lund" in text for text in texts)
    assert ("restored", "missing-main-actor") in [(edit.action, edit.rule) for edit in fields["points"].edits]


def test_a_point_gives_the_date_of_the_lead() -> None:
    brief = "Ingrid Aasebø-Lund told the council she would not stand again."
    drafts = {
        "brief": [Draft((brief, "Piet van Daalen praised her work on the harbour bridge."), 0.0)],
        "points": [Draft((JUNE,), 0.0)],
    }
    fields = guard(drafts, SENTENCES, INVENTORY, TITLE, Options(points=2))  # type: ignore[arg-type]
    said = " ".join(statement.text for field in fields.values() for statement in field.statements)
    assert "on Tuesday" in said
    assert find_missing_date(EVIDENCE, said) is None


def test_the_candidate_with_more_dates_is_taken() -> None:
    drafts = [Draft(("The council of Vesterholm will choose a successor.",), 0.0), Draft((JUNE,), -0.1)]
    fields = guard({"points": drafts}, SENTENCES, INVENTORY, TITLE, Options(points=1))
    assert [statement.text for statement in fields["points"].statements] == [JUNE]


def test_a_date_that_the_draft_left_out_goes_back() -> None:
    drafts = {"brief": [Draft(("The mayor of Vesterholm will step down.",), 0.0)]}
    field = guard(drafts, SENTENCES, INVENTORY, TITLE, Options())["brief"]  # type: ignore[arg-type]
    assert FIRST in [statement.text for statement in field.statements]
    (edit,) = [edit for edit in field.edits if edit.rule == "missing-date"]
    assert (edit.action, edit.before, edit.after) == ("repaired", "The mayor of Vesterholm will step down.", FIRST)
    assert edit.sources[0].text == "Tuesday"


def test_no_date_goes_back_past_the_ceiling_of_words() -> None:
    drafts = {"brief": [Draft(("The mayor of Vesterholm will step down.",), 0.0)]}
    field = guard(drafts, SENTENCES, INVENTORY, TITLE, Options(brief_words=8))["brief"]  # type: ignore[arg-type]
    assert all(len(statement.text.split()) <= 8 or len(field.statements) == 1 for statement in field.statements)
    assert "missing-date" not in [edit.rule for edit in field.edits]
