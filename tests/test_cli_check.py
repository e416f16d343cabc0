"""`summarize check` as users run it: what they type, what they get where, and the exit code."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from summarize.editorial.rules import CHECKED
from summarize.guard import RULES
from tests.conftest import Run
from tests.editorial.newsroom import BRIEF, TEXT, write_pair

WRONG = f"{BRIEF.replace('Ostrova', 'Ostorva')}\n"
LINE = "libraries.brief.md:1:126: unsupported-actor: 'Hanne Ostorva': a person, organisation, place or group that the article does not name, it has 'Hanne Ostrova'"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    write_pair(tmp_path, WRONG)
    (tmp_path / "good.txt").write_text(f"{BRIEF}\n")
    return tmp_path


def check(run: Run, *args: str, stdin: str = "", **environment: str) -> tuple[int, str, str]:
    done = run("check", *args, stdin=stdin.encode(), **{"GITHUB_ACTIONS": "", **environment})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_clean_brief_says_nothing(run: Run) -> None:
    assert check(run, "libraries.txt", "good.txt") == (0, "", "")


def test_text(run: Run) -> None:
    code, out, err = check(run, "libraries.txt")
    assert code == 1
    assert out.splitlines() == [
        LINE,
        '    libraries.txt:4: The mayor, Hanne Ostrova, said the city "has no money left to give away quietly."',
        "    suggestion: Hanne Ostrova (--fix)",
    ]
    assert err == "summarize: 1 error in 1 brief; --fix would mend 1\n"


@pytest.mark.parametrize(
    "paths",
    [
        ("libraries.txt", "libraries.brief.md"),
        ("libraries.brief.md",),
        (".",),
        ("libraries.txt", "good.txt", "libraries.brief.md"),
    ],
)
def test_ways_to_name_a_pair(paths: tuple[str, ...], run: Run) -> None:
    code, out, _ = check(run, *paths)
    assert code == 1
    assert out.count("unsupported-actor") == 1


def test_standard_input(run: Run) -> None:
    code, out, _ = check(run, "libraries.txt", "-", stdin=WRONG)
    assert (code, out.splitlines()[0]) == (1, LINE.replace("libraries.brief.md", "-"))
    assert check(run, "-", "good.txt", stdin=TEXT)[0] == 0
    code, out, _ = check(run, "-", stdin=f"---\nsummary: Hanne Ostorva spoke on Monday.\n---\n{TEXT}")
    assert (code, out.split(": ")[0]) == (1, "-:2:10")


def test_a_brief_of_one_paragraph_and_one_with_headline_and_bullets(run: Run, folder: Path) -> None:
    (folder / "brief.txt").write_text(
        f"Libraries to close\n\n{BRIEF}\n\n- Thomas Quintrell called the plan reckless.\n* It opened in 1912.\n"
    )
    code, out, _ = check(run, "libraries.txt", "brief.txt")
    found = [line.split(": ")[:2] for line in out.splitlines() if not line.startswith(" ")]
    assert code == 1
    assert found == [["brief.txt:5:3", "unsupported-actor"], ["brief.txt:6:16", "unsupported-date"]]


def test_json(run: Run) -> None:
    code, out, err = check(run, "libraries.txt", "--format", "json", "-q")
    (found,) = json.loads(out)
    assert code == 1
    assert err == ""
    assert {key: found[key] for key in ("path", "line", "column", "rule", "found", "suggestion")} == {
        "path": "libraries.brief.md", "line": 1, "column": 126, "rule": "unsupported-actor", "found": "Hanne Ostorva", "suggestion": "Hanne Ostrova",
    }  # fmt: skip
    assert "libraries.txt:4: The mayor, Hanne Ostrova" in found["message"]
    assert json.loads(check(run, "libraries.txt", "good.txt", "--format", "json")[1]) == []


def test_auto_is_github_inside_actions(run: Run) -> None:
    _, out, _ = check(run, "libraries.txt", GITHUB_ACTIONS="true")
    assert out.startswith(
        "::error file=libraries.brief.md,line=1,col=126,endColumn=139,title=unsupported-actor::'Hanne Ostorva': "
    )
    assert check(run, "libraries.txt", "-f", "text", GITHUB_ACTIONS="true")[1].startswith(LINE)


def test_sarif(run: Run) -> None:
    code, out, err = check(run, ".", "gone.txt", "--format", "sarif")
    (log,) = json.loads(out)["runs"]
    assert code == 2
    assert "gone.txt: no such file" in err
    assert [result["ruleId"] for result in log["results"]] == ["unsupported-actor"]
    assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == list(CHECKED)
    assert log["invocations"][0]["executionSuccessful"] is False


def test_exit_2_wins_and_the_others_are_checked(run: Run) -> None:
    code, out, err = check(run, "gone.txt", "libraries.txt", "good.txt")
    assert code == 2
    assert out.startswith(LINE)
    assert err.splitlines()[0] == "summarize: cannot read gone.txt: no such file; check the path"


def test_fail_level(run: Run, folder: Path) -> None:
    assert check(run, "libraries.txt", "--fail-level", "never")[0] == 0
    (folder / "short.txt").write_text("Two libraries will close.\n")
    assert check(run, "libraries.txt", "short.txt")[0] == 0
    code, out, err = check(run, "libraries.txt", "short.txt", "--fail-level", "warning")
    assert (code, "missing-main-date (warning)" in out, err) == (1, True, "summarize: 1 warning in 1 brief\n")


def test_fix_and_diff(run: Run, folder: Path) -> None:
    code, out, _ = check(run, "libraries.txt", "--diff")
    assert code == 1
    assert out.startswith("--- libraries.brief.md\n+++ libraries.brief.md\n@@ -1 +1 @@\n-")
    assert (folder / "libraries.brief.md").read_text() == WRONG
    assert check(run, "libraries.txt", "--fix") == (0, "", "summarize: 1 mended\n")
    assert (folder / "libraries.brief.md").read_text() == WRONG.replace("Ostorva", "Ostrova")
    assert check(run, "libraries.txt", "--fix") == (0, "", "")


def test_baseline(run: Run) -> None:
    code, out, err = check(run, "libraries.txt", "--baseline", "known.json", "--write-baseline")
    assert (code, out, err) == (0, "", "summarize: known.json: 1 finding written down as known\n")
    assert check(run, "libraries.txt", "--baseline", "known.json") == (0, "", "")
    assert check(run, "libraries.txt", "--baseline", "gone.json")[0] == 2


MISUSE = {
    (): "Which brief?",
    ("--select", "unsuported", "libraries.txt"): "there is no rule unsuported; did you mean unsupported?",
    (
        "--ignore",
        "nothing-like-it",
        "libraries.txt",
    ): "there is no rule nothing-like-it; `summarize check --list-rules`",
    ("--article", "a", "--brief", "b", "c"): "--article and --brief",
    ("--brief", "b", "c", "d"): "--brief takes one PATH",
    ("-", "-"): "Only one of article and brief",
    ("--fix", "libraries.txt", "-"): "--fix cannot write to standard input",
    ("--write-baseline", "libraries.txt"): "--write-baseline needs --baseline",
    ("--max-words", "0", "libraries.txt"): "is not in the range",
    (
        "good.txt",
    ): "good.txt has no brief: none in its front matter, between markers or in good.brief.md; name its brief:",
}


@pytest.mark.parametrize("args", MISUSE, ids=" ".join)
def test_misuse_is_2_and_says_what_to_do(args: tuple[str, ...], run: Run) -> None:
    code, out, err = check(run, *args)
    assert (code, out) == (2, "")
    assert MISUSE[args] in " ".join(err.split())


def test_broken_configuration_stops_the_run(run: Run, folder: Path) -> None:
    (folder / ".summarize.toml").write_text('ignore = ["unsuported-date"]\n')
    code, out, err = check(run, "libraries.txt", "good.txt", "libraries.brief.md")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert ".summarize.toml: there is no rule unsuported-date; did you mean unsupported-date?" in err


def test_several_rules_in_one_option(run: Run) -> None:
    assert check(run, "libraries.txt", "--ignore", "moved, unsupported-actor")[0] == 0
    assert check(run, "libraries.txt", "--ignore", "moved", "--ignore", "altered")[0] == 1


def test_max_words(run: Run) -> None:
    _, out, _ = check(run, "libraries.txt", "good.txt", "--max-words", "5")
    assert "too-long (warning): 36 words, 5 were asked for" in out


def test_verbose_names_what_was_checked(run: Run) -> None:
    assert check(run, "libraries.txt", "good.txt", "-v")[2] == "summarize: good.txt: no findings\n"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom rights bind")
def test_a_folder_that_may_not_be_read(run: Run, folder: Path) -> None:
    (folder / "closed").mkdir()
    (folder / "closed").chmod(0)
    code, out, err = check(run, ".")
    (folder / "closed").chmod(stat.S_IRWXU)
    assert (code, out.count("unsupported-actor")) == (2, 1)
    assert "cannot list the folder" in err


def test_list_rules(run: Run) -> None:
    code, out, _ = check(run, "--list-rules")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(CHECKED)
    for rule in ("unsupported-actor", "moved-figure", "altered-quote", "dropped-hedge"):
        assert RULES[rule] in out
        assert CHECKED[rule].severity == "error"
    for rule in ("missing-main-actor", "missing-main-date", "too-long", "stale-brief", "unused-ignore"):
        assert CHECKED[rule].severity == "warning"


def test_every_rule_that_the_guard_may_find_is_listed() -> None:
    assert {
        rule
        for rule in RULES
        if rule.startswith(
            ("unsupported", "moved", "altered", "swapped", "wrong", "changed", "dropped", "missing-main")
        )
    } <= set(CHECKED)


def test_files_of_a_terminal_attack_do_not_steer_it(run: Run, folder: Path) -> None:
    (folder / "bad.txt").write_text("Mayor Petra Wessen\x1b[31mdorf spoke on Tuesday.\n")
    _, out, _ = check(run, "libraries.txt", "bad.txt")
    assert "\x1b" not in out
    assert "unsupported-date" in out
