"""A run of `check`: outcomes, files mended in place, what is known from before, what is configured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.editorial.baseline import read_baseline, write_baseline
from summarize.editorial.session import Outcome, Session, Wishes
from summarize.errors import InputError, OutputError, SummarizeError
from tests.conftest import ROOT
from tests.editorial.newsroom import BRIEF, TEXT, write_pair

WRONG = BRIEF.replace("Ostrova", "Ostorva").replace("Monday", "Tuesday")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_pair(tmp_path, f"{WRONG}\n")
    return tmp_path


def outcome(*paths: str, **wishes: object) -> Outcome:
    (found,) = Session(Wishes(**wishes)).run(paths or ("libraries.txt",))  # type: ignore[arg-type]
    return found


def rules(found: Outcome) -> list[str]:
    return [problem.rule for problem in found.problems]


ALL = ["missing-main-date", "unsupported-date", "unsupported-actor"]


def test_an_outcome() -> None:
    found = outcome()
    assert (found.path, rules(found), found.fails, found.error) == ("libraries.brief.md", ALL, True, None)


@pytest.mark.parametrize(("level", "select", "fails"), [
    ("error", None, True), ("error", ("missing",), False), ("warning", ("missing",), True), ("warning", ("moved",), False), ("never", None, False),
])  # fmt: skip
def test_levels(level: str, select: tuple[str, ...] | None, fails: bool) -> None:
    assert outcome(fail_level=level, select=select).fails is fails


def test_an_error_is_an_outcome(folder: Path) -> None:
    (folder / "libraries.txt").write_bytes(b"\x00\x01" * 99)
    found = outcome("libraries.brief.md")
    assert isinstance(found.error, SummarizeError)
    assert found.path == "libraries.brief.md"


def test_a_brief_that_is_longer_than_its_article_may_be_no_brief(folder: Path) -> None:
    (folder / "other.txt").write_text(f"{TEXT}\n{TEXT}")
    (warning,) = outcome("libraries.txt", "other.txt").warnings
    assert warning.startswith("other.txt is longer than libraries.txt")
    assert outcome().warnings == ()


def test_fix_writes_the_file(folder: Path) -> None:
    found = outcome(mending="fix")
    assert [problem.found for problem in found.fixed] == ["Hanne Ostorva"]
    assert rules(found) == ["missing-main-date", "unsupported-date"]
    assert (folder / "libraries.brief.md").read_text() == f"{WRONG.replace('Ostorva', 'Ostrova')}\n"
    assert outcome(mending="fix").fixed == ()


def test_fix_keeps_mark_newlines_and_mode(folder: Path) -> None:
    brief = folder / "libraries.brief.md"
    data = b"\xef\xbb\xbf# News\r\n\r\n" + WRONG.encode() + b"\r\n\r\nNo newline at the end"
    brief.write_bytes(data)
    brief.chmod(0o640)
    outcome(mending="fix")
    assert brief.read_bytes() == data.replace(b"Ostorva", b"Ostrova")
    assert brief.stat().st_mode & 0o777 == 0o640


def test_fix_leaves_a_file_alone_that_is_not_utf_8(folder: Path) -> None:
    data = f"A café: {WRONG}\n".encode("latin-1")
    (folder / "libraries.brief.md").write_bytes(data)
    found = outcome(mending="fix")
    assert isinstance(found.error, OutputError)
    assert "is not UTF-8" in str(found.error)
    assert (folder / "libraries.brief.md").read_bytes() == data


def test_a_fix_that_fails_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    before = sorted(path.name for path in folder.iterdir())
    found = outcome(mending="fix")
    assert "No space left on device" in str(found.error)
    assert (folder / "libraries.brief.md").read_text() == f"{WRONG}\n"
    assert sorted(path.name for path in folder.iterdir()) == before


def test_diff_writes_nothing(folder: Path) -> None:
    found = outcome(mending="diff")
    assert found.diff.splitlines()[:2] == ["--- libraries.brief.md", "+++ libraries.brief.md"]
    changed = [line for line in found.diff.splitlines()[2:] if line[0] in "+-"]
    assert changed == [f"-{WRONG}", f"+{WRONG.replace('Ostorva', 'Ostrova')}"]
    assert (folder / "libraries.brief.md").read_text() == f"{WRONG}\n"


def test_baseline_knows_findings_wherever_they_stand(folder: Path) -> None:
    known = folder / "known.json"
    assert write_baseline(known, outcome(knows_all=True).problems) == 3
    assert rules(outcome(baseline="known.json")) == []
    (folder / "libraries.brief.md").write_text(f"# Libraries to close\n\n{WRONG}\n\nIt rose at noon on Friday.\n")
    assert rules(outcome(baseline="known.json")) == ["unsupported-date"]  # Friday is new
    (folder / "libraries.brief.md").write_text(f"{WRONG.replace('on Tuesday', 'Tuesday')}\n")
    assert rules(outcome(baseline="known.json")) == ["unsupported-date"]  # its sentence is another


def test_baseline_counts() -> None:
    line = "It rose on Friday."
    Path("libraries.brief.md").write_text(f"{line}\n")
    write_baseline(Path("known.json"), outcome(select=("unsupported",)).problems)
    Path("libraries.brief.md").write_text(f"{line}\n\n{line}\n")
    assert rules(outcome(baseline="known.json", select=("unsupported",))) == ["unsupported-date"]


def test_baseline_paths_are_relative_to_its_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_baseline(folder / "known.json", outcome(knows_all=True).problems)
    values = json.loads((folder / "known.json").read_text())
    assert {one["path"] for one in values["findings"]} == {"libraries.brief.md"}
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    assert rules(outcome("../libraries.txt", baseline="../known.json")) == []


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"schema": "other", "findings": []}', '{"schema": "summarize-baseline/1", "findings": [1]}'],
)
def test_a_broken_baseline_is_an_error(text: str, folder: Path) -> None:
    (folder / "known.json").write_text(text)
    with pytest.raises(InputError):
        read_baseline(folder / "known.json")
    assert isinstance(outcome(baseline="known.json").error, InputError)


def test_configuration(folder: Path) -> None:
    config = folder / ".summarize.toml"
    config.write_text('select = ["unsupported"]\nignore = ["unsupported-date"]\nfail_level = "warning"\n')
    found = outcome()
    assert (rules(found), found.fail_level) == (["unsupported-actor"], "warning")
    found = outcome(select=("missing",), ignore=(), fail_level="error")
    assert (rules(found), found.fails) == (["missing-main-date"], False)
    config.write_text("brief_words = 10\n")
    assert "too-long" in rules(outcome())
    assert "too-long" not in rules(outcome(max_words=100))


@pytest.mark.parametrize("key", ["select", "ignore"])
def test_unknown_rules_are_errors_with_the_nearest_name(key: str, folder: Path) -> None:
    with pytest.raises(InputError, match=f"--{key}: there is no rule unsuported-date; did you mean unsupported-date"):
        outcome(**{key: ("unsuported-date",)})
    (folder / ".summarize.toml").write_text(f'{key} = ["dropped-hedges"]\n')
    with pytest.raises(InputError, match="there is no rule dropped-hedges; did you mean dropped-hedge"):
        outcome()


def test_article_and_brief_may_be_named(folder: Path) -> None:
    (folder / "a.txt").write_text(f"{BRIEF}\n")
    assert rules(outcome("a.txt", article="libraries.txt")) == []
    assert rules(outcome("libraries.txt", brief="a.txt")) == []
    found = list(Session(Wishes(article="libraries.txt")).run(["a.txt", "libraries.brief.md"]))
    assert [len(one.problems) for one in found] == [0, 3]


def test_no_model_library_is_loaded() -> None:
    script = (
        "import sys\n"
        "from summarize.cli import cli\n"
        "try:\n    cli.main(['check', 'libraries.txt', 'libraries.brief.md', '--format', 'sarif'], standalone_mode=False)\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'ctranslate2', 'sentencepiece', 'transformers', 'torch', 'numpy', 'trafilatura', 'charset_normalizer', 'rich', 'yaml'}\n"
        "sys.exit(', '.join(heavy & sys.modules.keys()) or 0)\n"
    )
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    Path("libraries.brief.md").write_text(f"{TEXT.split(chr(10))[2]}\n")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=variables, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"results": []' in done.stdout
