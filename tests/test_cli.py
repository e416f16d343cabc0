"""The command line: what users type, what they get, and the exit code. The model is not needed here."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from summarize import __version__, batch, cli
from summarize.config import Options
from summarize.data import Article, Edit, Point, Span, Statement, Summary
from summarize.errors import InputError
from tests.conftest import Run

SENTENCE = "The port of Vesterholm reopened on Monday."
TEXT = f"{SENTENCE} Nobody was hurt."


class Scripted:
    """Stands in for the Summarizer: the article's first sentence is its summary."""

    asked: Options

    def __init__(self, options: Options) -> None:
        Scripted.asked = options

    def summarize(self, article: Article) -> Summary:
        if "broken" in article.text:
            raise InputError("there is no text to summarize", "try another")
        statement = Statement(SENTENCE, "model", (Span(0, len(SENTENCE), SENTENCE),))
        edits = (Edit("dropped", "unsupported-actor", "brief", "Bo left.", "", "no Bo", statement.sources),)
        point = (Point("Nobody was hurt.", "model"),)
        return Summary(article, statement, (statement,), point, (), edits, "scripted", ("a warning",))


@pytest.fixture(autouse=True)
def scripted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr("summarize.pipeline.Summarizer", Scripted)
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "broken.txt").write_text("This one is broken. It is.")
    return tmp_path


def call(*args: str, stdin: bytes | None = None) -> tuple[int, str, str]:
    """Run the program in this process; return exit code, stdout and stderr."""
    result = CliRunner().invoke(_entry(), args, input=stdin)
    return result.exit_code, result.stdout, result.stderr


def _entry():  # type: ignore[no-untyped-def]
    import click

    @click.command(
        add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
    )
    @click.argument("args", nargs=-1, type=click.UNPROCESSED)
    def entry(args: tuple[str, ...]) -> None:
        import sys

        old, sys.argv = sys.argv, ["summarize", *args]
        try:
            cli.main()
        finally:
            sys.argv = old

    return entry


def test_a_file_is_summarized_by_default() -> None:
    code, out, err = call("a.txt")
    assert (code, err) == (0, "summarize: a.txt: a warning\n")
    assert out == f"{SENTENCE}\n\n{SENTENCE}\n\n- Nobody was hurt.\n"


def test_the_command_may_be_named() -> None:
    assert call("brief", "a.txt")[1] == call("a.txt")[1]


def test_standard_input() -> None:
    assert call("-", stdin=TEXT.encode())[0] == 0
    assert call(stdin=TEXT.encode())[1] == call("a.txt")[1]


def test_several_files_say_whose_they_are() -> None:
    out = call("a.txt", "b.txt")[1]
    assert out.index("==> a.txt <==") < out.index("==> b.txt <==")


def test_a_broken_article_stops_no_other() -> None:
    code, out, err = call("a.txt", "broken.txt", "missing.txt", "b.txt")
    assert code == 2
    assert "==> a.txt <==" in out
    assert "==> b.txt <==" in out
    assert "summarize: broken.txt: there is no text to summarize; try another\n" in err
    assert err.count("missing.txt") >= 1


def test_json_of_one_file_is_an_object_and_of_several_an_array() -> None:
    assert json.loads(call("-f", "json", "a.txt")[1])["brief"]["text"] == SENTENCE
    code, out, _ = call("-f", "json", "a.txt", "broken.txt")
    first, second = json.loads(out)
    assert code == 2
    assert first["source"]["path"] == "a.txt"
    assert second == {
        "schema": "summarize/1",
        "source": {"path": "broken.txt"},
        "error": {"message": "there is no text to summarize", "hint": "try another"},
    }


def test_markdown() -> None:
    assert call("--format", "md", "a.txt")[1] == f"# {SENTENCE}\n\n{SENTENCE}\n\n- Nobody was hurt.\n"


def test_quiet_says_nothing_of_warnings() -> None:
    assert call("-q", "a.txt")[2] == ""


def test_explain_shows_edits_on_stderr() -> None:
    code, out, err = call("--explain", "a.txt")
    assert "dropped in brief: unsupported-actor (line 1): no Bo\n  - Bo left.\n" in err
    assert "Bo left" not in out
    assert code == 0


@pytest.mark.parametrize(
    ("args", "options"),
    [
        (["--brief", "40"], Options(brief_words=40)),
        (["--points", "2"], Options(points=2)),
        (["--only", "brief"], Options(tasks=("brief",))),
        (["--only", "points", "--only", "headline"], Options(tasks=("headline", "points"))),
        (["--no-headline"], Options(tasks=("brief", "points"))),
        (["--resolve-dates"], Options(resolve_dates=True)),
        (["--threads", "1", "--no-protect"], Options(threads=1, protect=False)),
    ],
)
def test_options_reach_the_summarizer(args: list[str], options: Options) -> None:
    assert call(*args, "a.txt")[0] == 0
    assert Scripted.asked == options


@pytest.mark.parametrize(
    "args",
    [
        ["--brief", "0", "a.txt"],
        ["--format", "pdf", "a.txt"],
        ["--unknown"],
        ["--only", "headline", "--no-headline", "a.txt"],
    ],
)
def test_wrong_usage_is_2(args: list[str]) -> None:
    code, out, err = call(*args)
    assert (code, out) == (2, "")
    assert err


def test_output_to_a_file_and_never_over_one(tmp_path: Path) -> None:
    assert call("a.txt", "-o", "out.txt")[:2] == (0, "")
    assert (tmp_path / "out.txt").read_text().startswith(SENTENCE)
    code, _, err = call("a.txt", "-o", "out.txt")
    assert (code, err) == (2, "summarize: out.txt exists already; --force overwrites it\n")
    assert call("b.txt", "-o", "out.txt", "--force")[0] == 0


def test_output_never_replaces_an_article(tmp_path: Path) -> None:
    code, _, err = call("a.txt", "-o", "a.txt", "--force")
    assert (code, (tmp_path / "a.txt").read_text()) == (2, TEXT)
    assert "one of the articles" in err


def test_output_into_a_folder(tmp_path: Path) -> None:
    assert call("a.txt", "broken.txt", "b.txt", "-o", "briefs/", "-f", "md")[0] == 2
    assert sorted(path.name for path in (tmp_path / "briefs").iterdir()) == ["a.brief.md", "b.brief.md"]


def test_two_articles_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    code, _, err = call("a.txt", "a.md", "-o", "briefs/", "--force")
    assert code == 2
    assert "a.brief.txt is also the output of an article before it" in err


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    code, _, err = call("a.txt", "-o", "out.txt")
    assert code == 2
    assert "out.txt cannot be written: No space left on device" in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "broken.txt"]


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        call("a.txt", "-o", "out.txt")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o644


def test_strict_is_1_if_something_was_lost() -> None:
    assert call("--strict", "a.txt")[0] == 1
    assert call("--strict", "a.txt", "broken.txt")[0] == 2
    assert call("a.txt")[0] == 0


def test_version() -> None:
    assert call("--version")[1] == f"summarize, version {__version__}\n"


def test_help_shows_the_options_of_the_default_command() -> None:
    code, out, _ = call("--help")
    assert code == 0
    assert "Usage: summarize [OPTIONS] [FILE]..." in out
    assert "--brief WORDS" in out
    assert "Exit status: 0 done" in out
    assert "--explain" in call("-h")[1]


def test_ctrl_c_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Scripted, "summarize", interrupt)
    assert call("a.txt")[0] == 130


def test_a_bug_is_3_and_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("oh\nno")

    monkeypatch.setattr(Scripted, "summarize", crash)
    code, out, err = call("a.txt")
    assert (code, out) == (3, "")
    assert err.startswith("summarize: this is a bug: ZeroDivisionError")
    assert err.count("\n") == 1


def test_show_clean_needs_no_model(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(f"Advertisement\n\n{TEXT}\n\nShare this article\n")
    done = run("--show-clean", "page.txt")
    assert done.returncode == 0
    assert b"advertisement, line 1: Advertisement" in done.stdout


def test_batch_yields_errors_in_place() -> None:
    results = list(batch.summarize_files(["a.txt", "missing.txt"], Scripted(Options())))  # type: ignore[arg-type]
    assert isinstance(results[0].outcome, Summary)
    assert isinstance(results[1].outcome, InputError)
