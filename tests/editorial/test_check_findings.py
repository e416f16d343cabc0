"""An article and a brief -> findings: what is found, where, and what shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.config import Options, Settings
from summarize.editorial.record import body_hash
from summarize.problem import Problem
from tests.editorial.newsroom import BRIEF, TEXT, article, problems, problems_inside, rules


def only(found: tuple[Problem, ...], rule: str) -> Problem:
    (problem,) = [one for one in found if one.rule == rule]
    return problem


FAITHFUL = {
    "paragraph": BRIEF,
    "headline and points": f"# Council to close two libraries\n\n{BRIEF}\n\n- Tomas Quintrell called the plan reckless.\n- The Eastgate branch opened in 1911.\n",
    "article's own words": TEXT.split("\n\n")[1],
}


@pytest.mark.parametrize("name", FAITHFUL)
def test_faithful_briefs_are_clean(name: str) -> None:
    assert problems(FAITHFUL[name]) == ()


# What is written, the rule it breaks, what was found, what is suggested.
WRONG = (
    ("Hanne Ostrova", "Hanne Ostorva", "unsupported-actor", "Hanne Ostorva", "Hanne Ostrova"),
    ("Hanne Ostrova", "Petra Wessendorf", "unsupported-actor", "Petra Wessendorf", ""),
    ("on Monday", "on Tuesday", "unsupported-date", "Tuesday", "Monday"),
    ("1.2 million euros", "1.5 million euros", "unsupported-figure", "1.5 million euros", "1.2 million euros"),
    ("no money left", "no cash left", "altered-quote", "has no cash left to give away quietly.", "has no money left to give away quietly."),
)  # fmt: skip


@pytest.mark.parametrize(("before", "after", "rule", "found", "suggestion"), WRONG)
def test_wrong_briefs(before: str, after: str, rule: str, found: str, suggestion: str) -> None:
    source = f"# Headline here\n\n{BRIEF.replace(before, after)}\n"
    problem = only(problems(source), rule)
    assert (problem.found, problem.suggestion, problem.severity) == (found, suggestion, "error")
    assert (problem.line, problem.column) == (3, source.splitlines()[2].index(found) + 1)
    assert (problem.end_line, problem.end_column) == (3, problem.column + len(found))
    assert source[problem.span.start : problem.span.end] == found
    assert (problem.article, problem.source_line) == (
        "libraries.txt",
        4 if "Hanne" in before or "money" in before else 3,
    )
    assert problem.source_text in " ".join(TEXT.split())
    assert suggestion in problem.message


# A sentence with a date or a figure that the article lacks, and what is suggested.
INSTEAD = (
    ("The closures take effect on 1 November.", "1 September"),
    ("Residents of Holm will meet Quintrell on Friday.", "Thursday"),
    ("The Eastgate branch opened in 1912.", "1911"),
    ("The Eastgate branch, opened in 1911, lends 45,000 books a year.", "40,000"),
    ("The Eastgate branch lends 45,000 pounds a year.", ""),  # pounds are no books
    ("The plan was made in May.", ""),  # the article has no month without a day
    ("Petra Wessendorf called the plan reckless.", ""),  # of actors there are too many
)


@pytest.mark.parametrize(("sentence", "suggestion"), INSTEAD)
def test_what_may_be_meant(sentence: str, suggestion: str) -> None:
    (problem,) = [one for one in problems(f"{BRIEF}\n\n- {sentence}\n") if one.rule.startswith("unsupported")]
    assert problem.suggestion == suggestion
    assert problem.fix == ""  # never without asking
    assert not suggestion or suggestion in problem.source_text


def test_a_lost_hedge() -> None:
    problem = only(problems(f"{BRIEF}\n\n- Tomas Quintrell's party will challenge it in court.\n"), "dropped-hedge")
    assert problem.severity == "error"
    assert problem.source_line == 6


NAMES = st.sampled_from(["Hanne Ostorva", "Tomas Quintrel", "Petra Wessendorf"])


@given(NAMES, st.sampled_from(["\n", "\r\n"]), st.integers(0, 3), st.text(alphabet="é😀 x", max_size=6))
def test_lines_and_columns_are_those_of_the_file(name: str, newline: str, blank: int, before: str) -> None:
    line = f"{before} The mayor, {name}, said so."
    source = f"# Council{newline}{newline * (1 + blank)}{line}{newline}"
    problem = only(problems(source), "unsupported-actor")
    assert (problem.line, problem.column) == (3 + blank, line.index(name) + 1)
    assert source[problem.span.start : problem.span.end] == name


INSIDE = {
    "double": ('description: "It \\"closed\\" \\u2014 Hanne Ostorva said so"', 2, "Ostorva"),
    "folded": ("description: >-\n  The libraries close,\n  Hanne Ostorva said.", 4, "Ostorva"),
    "literal": ("description: |\n  The libraries close,\n  Hanne Ostorva said.", 4, "Ostorva"),
    "list": ("key_points:\n  - The libraries close.\n  - 'Hanne Ostorva''s plan'", 4, "Ostorva"),
}


@pytest.mark.parametrize("name", INSIDE)
def test_front_matter(name: str) -> None:
    matter, line, found = INSIDE[name]
    source = f"---\n{matter}\n---\n{TEXT}"
    problem = only(problems_inside(source), "unsupported-actor")
    assert problem.line == line
    text = source.splitlines()[line - 1]
    assert text[problem.column - 1 :].startswith("Hanne")
    assert found in text[problem.column - 1 : problem.end_column - 1]


def test_text_between_markers_is_held_against_the_rest() -> None:
    marked = "<!-- summarize:begin -->\n\nHanne Ostorva said so.\n\n<!-- summarize:end -->\n\n"
    title, rest = TEXT.split("\n\n", 1)
    problem = only(problems_inside(f"# {title}\n\n{marked}{rest}"), "unsupported-actor")
    assert (problem.line, problem.column, problem.found) == (5, 1, "Hanne Ostorva")
    assert problem.source_line == 10


def test_what_is_missing_is_said_once_where_the_brief_begins() -> None:
    found = problems("# Libraries to close\n\nTwo libraries will close.\n\n- It saves 1.2 million euros a year.\n")
    assert {(one.rule, one.line, one.column, one.severity) for one in found} >= {("missing-main-date", 3, 1, "warning")}
    assert [one.suggestion for one in found if one.rule == "missing-main-date"] == ["Monday"]
    assert all(one.rule.startswith("missing") for one in found)


def test_a_headline_or_a_description_alone_need_not_say_everything() -> None:
    assert problems_inside(f"---\ndescription: Two libraries close.\n---\n{TEXT}") == ()


def test_length_is_judged_only_where_it_is_asked_for() -> None:
    assert "too-long" not in rules(problems(BRIEF))
    asked = Settings(options=Options(brief_words=10), given=frozenset({"brief_words"}))
    problem = only(problems(BRIEF, settings=asked), "too-long")
    assert (problem.severity, problem.line) == ("warning", 1)
    assert BRIEF[problem.column - 1 :].startswith(BRIEF.split()[10])
    assert problem.message == f"{len(BRIEF.split())} words, 10 were asked for"
    exact = Settings(options=Options(brief_words=len(BRIEF.split())), given=frozenset({"brief_words"}))
    assert problems(f"# A headline\n\n{BRIEF}\n\n- Monday.\n", settings=exact) == ()


def test_descriptions_have_a_length_of_their_own() -> None:
    asked = Settings(max_chars=20, given=frozenset({"max_chars"}))
    source = f"---\ndescription: Two libraries will close.\n---\n{TEXT}"
    assert rules(problems_inside(source, settings=asked)) == ["too-long"]
    assert problems_inside(source, settings=replace(asked, max_chars=30)) == ()


def sidecar(hashed: str) -> str:
    return f"---\nsummarize:\n  status: edited\n  article_sha256: {hashed}\n  text_sha256: 0\n---\n{BRIEF}\n"


def test_stale_briefs() -> None:
    assert problems(sidecar(body_hash(article()))) == ()
    problem = only(problems(sidecar("0" * 64)), "stale-brief")
    assert (problem.severity, problem.line, problem.column) == ("warning", 4, 19)
    moved = TEXT.replace("\n\n", "\n\n\n")  # lines that move make no other article
    assert body_hash(article(moved)) == body_hash(article())


def test_rules_are_chosen_by_name_or_by_its_beginning() -> None:
    source = BRIEF.replace("Monday", "Tuesday").replace("Ostrova", "Ostorva")
    everything = {"unsupported-date", "unsupported-actor", "missing-main-date"}

    def chosen(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
        return set(rules(problems(source, settings=Settings(select=select, ignore=ignore))))

    assert chosen() == everything
    assert chosen(select=("unsupported",)) == {"unsupported-date", "unsupported-actor"}
    assert chosen(ignore=("unsupported",)) == {"missing-main-date"}
    assert chosen(select=("unsupported-date",), ignore=("unsupported",)) == {"unsupported-date"}
    assert chosen(select=("unsupported",), ignore=("unsupported-date",)) == {"unsupported-actor"}
    assert chosen(select=("unsupported",), ignore=("unsupported",)) == set()


def test_html_has_no_lines() -> None:
    pytest.importorskip("trafilatura")
    from summarize.editorial.check import check_brief
    from tests.editorial.newsroom import SETTINGS, document

    paragraphs = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n")[1:])
    page = f"<html><body><article><h1>Council votes to close two libraries</h1>{paragraphs}</article></body></html>"
    brief = document(BRIEF.replace("Ostrova", "Ostorva"))
    problem = only(check_brief(article(page, "libraries.html"), brief, SETTINGS), "unsupported-actor")
    assert problem.source_line is None
    assert problem.source.startswith("libraries.html: The mayor, Hanne Ostrova")
