"""Comments that let findings be, and those that nothing needs."""

from __future__ import annotations

import pytest

from tests.editorial.newsroom import BRIEF, TEXT, problems, problems_inside, rules

DATE = "It opens on Tuesday."

# File, its text, the rules that are left.
CASES = {
    "on its line": ("a.md", f"{DATE} <!-- summarize: ignore unsupported-date -->\n", []),
    "all rules": ("a.md", f"{DATE} <!-- summarize: ignore -->\n", []),
    "by the beginning of a name": ("a.md", f"{DATE} <!-- summarize: ignore unsupported -->\n", []),
    "several": ("a.md", f"Petra Wessendorf: {DATE} <!--summarize: ignore unsupported-date, unsupported-actor-->\n", []),
    "another rule": ("a.md", f"{DATE} <!-- summarize: ignore moved-date -->\n", ["unsupported-date", "unused-ignore"]),
    "another line": ("a.md", f"{DATE}\nNo more. <!-- summarize: ignore -->\n", ["unsupported-date", "unused-ignore"]),
    "next line": ("a.md", f"<!-- summarize: ignore-next-line unsupported-date -->\n{DATE}\n", []),
    "next line that is not blank": ("a.md", f"<!-- summarize: ignore-next-line -->\n\n{DATE}\n", []),
    "two above one line": (
        "a.md",
        f"<!-- summarize: ignore-next-line unsupported-date -->\n<!-- summarize: ignore-next-line unsupported-actor -->\nPetra Wessendorf: {DATE}\n",
        [],
    ),
    "next line only": ("a.md", f"<!-- summarize: ignore-next-line -->\nNo more.\n{DATE}\n", ["unused-ignore", "unsupported-date"]),
    "point": ("a.md", f"It opens.\n\n- One.\n- {DATE} <!-- summarize: ignore -->\n", []),
    "plain text": ("a.txt", f"{DATE} # summarize: ignore unsupported-date\n", []),
    "plain text, next line": ("a.txt", f"# summarize: ignore-next-line\n{DATE}\n", []),
    "plain text, comment": ("a.txt", f"{DATE} <!-- summarize: ignore -->\n", []),
    "CRLF": ("a.txt", f"It opens.\r\n# summarize: ignore-next-line unsupported-date\r\n{DATE}\r\n", []),
    "no need for it": ("a.md", "It opens. <!-- summarize: ignore -->\n", ["unused-ignore"]),
    "misspelt rule": ("a.md", f"{DATE} <!-- summarize: ignore unsuported-date -->\n", ["unsupported-date", "unused-ignore"]),
    "no directive": ("a.md", f"{DATE} <!-- summarize: ignored -->\n", ["unsupported-date"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_comments(name: str) -> None:
    path, source, left = CASES[name]
    assert rules(problems(f"{BRIEF}\n\n{source}", path)) == left


MATTER = {
    "same line": ("summary: It opens on Tuesday. # summarize: ignore unsupported\n", []),
    "above": ("# summarize: ignore-next-line unsupported-date\nsummary: 'It opens on Tuesday.'\n", []),
    "above a block": ("# summarize: ignore-next-line unsupported-date\nsummary: >\n  It opens\n  on Tuesday.\n", []),
    "beside a block's header": ("summary: > # summarize: ignore unsupported-date\n  It opens\n  on Tuesday.\n", []),
    "inside a block it is text": ("summary: |\n  It opens on Monday.\n  # summarize: ignore\n", []),
    "elsewhere": (
        "# summarize: ignore-next-line\ntitle: A\nsummary: It opens on Tuesday.\n",
        ["unused-ignore", "unsupported-date"],
    ),
}


@pytest.mark.parametrize("name", MATTER)
def test_comments_in_front_matter(name: str) -> None:
    matter, left = MATTER[name]
    found = [rule for rule in rules(problems_inside(f"---\n{matter}---\n{TEXT}")) if not rule.startswith("missing")]
    assert found == left


def test_comments_in_toml() -> None:
    source = f"+++\nsummary = 'It opens on Tuesday.' # summarize: ignore unsupported-date\n+++\n{TEXT}"
    assert [rule for rule in rules(problems_inside(source)) if not rule.startswith("missing")] == []


def test_an_unknown_rule_is_named_with_the_nearest() -> None:
    (problem,) = [
        one for one in problems(f"{BRIEF} <!-- summarize: ignore altered-quotes -->\n") if one.rule == "unused-ignore"
    ]
    assert problem.severity == "warning"
    assert problem.message.endswith("there is no rule altered-quotes, did you mean altered-quote?")


def test_comments_of_the_article_are_not_those_of_its_brief() -> None:
    source = f"---\nsummary: It opens on Monday.\n---\n{TEXT}\n<!-- summarize: ignore -->\n"
    assert "unused-ignore" not in rules(problems_inside(source))
