"""Configuration: which file counts, what it may say, what its patterns match, and that the command line beats it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.config import (
    Fields,
    Options,
    Settings,
    find_config,
    is_excluded,
    is_included,
    is_no_article,
    load_settings,
    render_settings,
)
from summarize.errors import InputError
from tests.conftest import Run

OWN, SHARED = ".summarize.toml", "pyproject.toml"
ALL = """\
tasks = ["brief", "points"]
brief_words = 40
points = 2
model = "models/ours"
threads = 3
protect = false
resolve_dates = true
include = ["news/**/*.md"]
exclude = ["drafts/", "!readme.md"]
place = "front-matter"
max_chars = 120
select = ["unsupported"]
ignore = ["too-long"]
fail_level = "warning"
baseline = "known.json"

[fields]
summary = "abstract"
key_points = ""
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key(tmp_path: Path) -> None:
    file = write(tmp_path / OWN, ALL)
    settings = load_settings(tmp_path / "news" / "a.md")
    assert settings == Settings(
        options=Options(("brief", "points"), 40, 2, str(tmp_path / "models/ours"), 3, False, True),
        include=("news/**/*.md",),
        exclude=("drafts/", "!readme.md"),
        place="front-matter",
        fields=Fields("description", "abstract", ""),
        max_chars=120,
        select=("unsupported",),
        ignore=("too-long",),
        fail_level="warning",
        baseline=str(tmp_path / "known.json"),
        source=file,
        given=settings.given,
    )
    assert settings.given == {
        *("tasks", "brief_words", "points", "model", "threads", "protect", "resolve_dates", "include", "exclude"),
        *("place", "max_chars", "select", "ignore", "fail_level", "baseline", "fields.summary", "fields.key_points"),
    }


def test_without_a_file_all_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "a.txt") == Settings()


def test_dashes_do_as_well(tmp_path: Path) -> None:
    write(tmp_path / OWN, "brief-words = 30\nfail-level = 'warning'\n")
    assert load_settings(tmp_path).options.brief_words == 30
    assert load_settings(tmp_path).fail_level == "warning"


@pytest.mark.parametrize(
    ("files", "path", "expected"),
    [
        ({OWN: "points = 1"}, "a.md", OWN),
        ({OWN: "points = 1"}, "x/y/z/a.md", OWN),
        ({SHARED: "[tool.summarize]\npoints = 1"}, "x/a.md", SHARED),
        ({OWN: "points = 1", SHARED: "[tool.summarize]\npoints = 2"}, "a.md", OWN),
        ({OWN: "points = 2", f"x/{SHARED}": "[tool.summarize]\npoints = 1"}, "x/a.md", f"x/{SHARED}"),
        ({OWN: "points = 1", f"x/{SHARED}": "[tool.other]\nsummarize = 1"}, "x/a.md", OWN),
        ({SHARED: "[tool.summarize]\npoints = 1", f"x/{SHARED}": "[project]\nname = 'x'"}, "x/a.md", SHARED),
        ({f"x/{OWN}": "points = 2", OWN: "points = 1"}, "a.md", OWN),
        ({f"x/{OWN}": "points = 1", OWN: "points = 2"}, "x", f"x/{OWN}"),
        ({f"x/{OWN}": "points = 2", OWN: "points = 1"}, "x/../a.md", OWN),
        ({OWN: "\ufeffpoints = 1"}, "a.md", OWN),
    ],
)
def test_the_nearest_file_counts(files: dict[str, str], path: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for name, text in files.items():
        write(tmp_path / name, text)
    assert find_config(tmp_path / path) == tmp_path / expected
    assert load_settings(tmp_path / path).options.points == 1


def test_a_relative_path_is_looked_up_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / OWN, "points = 1")
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path / "x")
    assert load_settings(Path("a.md")).options.points == 1
    assert load_settings(Path("-")).options.points == 1


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("brief_word = 3", "there is no setting brief_word", "did you mean brief_words?"),
        ("Include = ['a']", "there is no setting Include", "did you mean include?"),
        ("fail-levels = 'error'", "there is no setting fail-levels", "did you mean fail_level?"),
        ("zzz = 3", "there is no setting zzz", "`summarize config` shows all there are"),
        ("fields = { sumary = 'x' }", "there is no setting fields.sumary", "did you mean fields.summary?"),
        ("brief_words = 'many'", "brief_words must be a whole number of at least 1, not 'many'", "brief_words = 70"),
        ("brief_words = 0", "brief_words must be a whole number of at least 1, not 0", ""),
        ("points = true", "points must be a whole number of at least 0, not True", ""),
        ("threads = 1.5", "threads must be a whole number of at least 0, not 1.5", ""),
        ("protect = 'no'", "protect must be true or false, not 'no'", "protect = true"),
        ("include = '*.md'", "include must be a list of strings, not '*.md'", ""),
        ("exclude = [1]", "exclude must be a list of strings, not [1]", ""),
        ("place = 'above'", 'place must be "sidecar", "front-matter" or "markers", not \'above\'', ""),
        ("place = ['sidecar']", "place must be", ""),
        ("fail_level = 'info'", 'fail_level must be "error" or "warning", not \'info\'', ""),
        ("tasks = ['poem']", "tasks must be a list of headline, brief, points, not ['poem']", ""),
        ("tasks = []", "tasks must be a list of", ""),
        ("fields = 'x'", "fields must be a table, not 'x'", ""),
        ("fields = { summary = 3 }", "fields.summary must be a string, not 3", ""),
        ("fields = { summary = 'description' }", "two of fields have the same name", "give each its own"),
        ("points = 1\npoints = 2", "is not valid TOML", ""),
        ("max_chars = 1\nmax-chars = 2", "max_chars is set twice", "keep one of"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(text: str, message: str, hint: str, tmp_path: Path) -> None:
    file = write(tmp_path / OWN, text)
    with pytest.raises(InputError) as caught:
        load_settings(tmp_path / "a.md")
    assert str(file) in caught.value.message
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_a_table_that_is_none(tmp_path: Path) -> None:
    write(tmp_path / SHARED, "[tool]\nsummarize = 3")
    with pytest.raises(InputError, match="must be a table"):
        load_settings(tmp_path)


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / OWN).write_bytes("include = ['caf\xe9/*.md']".encode("latin-1"))
    with pytest.raises(InputError, match="is not UTF-8"):
        load_settings(tmp_path)


@pytest.mark.parametrize("model", ["brief-en", "ours"])
def test_the_name_of_a_model_stays_a_name_and_a_folder_beside_the_file_is_found(model: str, tmp_path: Path) -> None:
    write(tmp_path / OWN, f"model = '{model}'")
    assert load_settings(tmp_path).options.model == model
    (tmp_path / model).mkdir()
    assert load_settings(tmp_path).options.model == str(tmp_path / model)


@pytest.mark.parametrize(
    ("patterns", "path", "expected"),
    [
        (["*.md"], "a.md", True),
        (["*.md"], "x/y/a.md", True),
        (["/*.md"], "x/a.md", False),
        (["news/"], "news/x/a.md", True),
        (["news/**/*.md"], "news/a.md", True),
        (["news/**/*.md"], "other/news/a.md", False),
        (["*.md", "!draft-*.md"], "draft-1.md", False),
        (["news/*.md"], "news/x/a.md", False),
        ([], "a.md", False),
        (["# a comment", "", "*.txt"], "a.txt", True),
    ],
)
def test_include_patterns(patterns: list[str], path: str, expected: bool, tmp_path: Path) -> None:
    settings = Settings(include=tuple(patterns), source=tmp_path / OWN)
    assert is_included(tmp_path / path, settings) is expected


@pytest.mark.parametrize(
    ("patterns", "path", "expected"),
    [
        ([], "a.md", False),
        ([], "README.md", True),
        ([], "x/ReadMe.txt", True),
        ([], "LICENSE", True),
        ([], "requirements-dev.txt", True),
        ([], "CHANGELOG.md", True),
        ([], "a.brief.md", True),
        ([], "news/readmissions.md", False),
        ([], "noticeboard.md", False),
        ([], "licensed-to-fish.md", False),
        ([], "copying-machines.txt", False),
        (["!README.md"], "README.md", False),
        (["drafts/"], "drafts/a.md", True),
        (["drafts/", "!drafts/a.md"], "drafts/b.md", True),
        (["*.md"], "a.md", True),
    ],
)
def test_exclude_patterns(patterns: list[str], path: str, expected: bool, tmp_path: Path) -> None:
    settings = Settings(exclude=tuple(patterns), source=tmp_path / OWN)
    assert is_excluded(tmp_path / path, settings) is expected


def test_what_is_excluded_by_a_pattern_may_still_be_an_article(tmp_path: Path) -> None:
    settings = Settings(exclude=("*.md",), source=tmp_path / OWN)
    assert is_excluded(tmp_path / "a.md", settings)
    assert not is_no_article(tmp_path / "a.md", settings)


def test_a_pattern_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a gitignore pattern"):
        is_included(tmp_path / "a", Settings(include=("!",), source=tmp_path / OWN))


def test_what_is_shown_can_be_read_back(tmp_path: Path) -> None:
    write(tmp_path / OWN, ALL)
    shown = load_settings(tmp_path)
    (tmp_path / OWN).write_text(render_settings(shown, tmp_path), encoding="utf-8")
    again = load_settings(tmp_path)
    assert replace(again, given=frozenset()) == replace(shown, given=frozenset())


_TEXTS = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=8), max_size=3)


@given(_TEXTS, st.integers(1, 9999), st.booleans(), st.text("abc\"'\\é🚢\n\t", max_size=9))
def test_whatever_is_set_is_shown_so_that_it_can_be_read_back(
    include: list[str], words: int, protect: bool, name: str
) -> None:
    import tempfile

    settings = Settings(Options(brief_words=words, protect=protect), tuple(include), fields=Fields(summary=name))
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / OWN, render_settings(settings, Path("a.md")))
        again = load_settings(Path(folder))
    assert (again.options, again.include, again.fields) == (settings.options, settings.include, settings.fields)


def test_the_command_shows_values_and_origins(run: Run, tmp_path: Path) -> None:
    write(tmp_path / SHARED, "[tool.summarize]\nbrief_words = 33\nfields.summary = 'abstract'\n")
    done = run("config", "news/a.md")
    lines = [line.split() for line in done.stdout.decode().splitlines()]
    assert (done.returncode, done.stderr) == (0, b"")
    assert ["brief_words", "=", "33", "#", SHARED] in lines
    assert ["points", "=", "4", "#", "default"] in lines
    assert ["fields.summary", "=", '"abstract"', "#", SHARED] in lines
    assert str(tmp_path / SHARED) in done.stdout.decode()


def test_the_command_says_what_is_wrong(run: Run, tmp_path: Path) -> None:
    write(tmp_path / OWN, "brief_word = 33\n")
    done = run("config")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"did you mean brief_words?" in done.stderr


# The default command, with a stand-in for the model.


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., list[Options]]:
    """Return a function that runs the program and returns the options that articles were summarized with."""
    from summarize import cli
    from tests.test_cli import Scripted

    seen: list[Options] = []

    class Noting(Scripted):
        def __init__(self, options: Options) -> None:
            super().__init__(options)
            seen.append(options)

    def call(*args: str) -> list[Options]:
        seen.clear()
        monkeypatch.setattr("sys.argv", ["summarize", *args])
        with pytest.raises(SystemExit):
            cli.main()
        return seen

    monkeypatch.setattr("summarize.pipeline.Summarizer", Noting)
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "x/b.txt", "x/c.txt"):
        write(tmp_path / name, "The port of Vesterholm reopened on Monday. Nobody was hurt.")
    return call


@pytest.mark.parametrize(
    ("args", "options"),
    [
        ([], Options(brief_words=33, points=4, protect=False, resolve_dates=True, tasks=("brief",))),
        (["--brief", "70"], Options(brief_words=70, protect=False, resolve_dates=True, tasks=("brief",))),
        (["--protect", "--no-resolve-dates"], Options(brief_words=33, tasks=("brief",))),
        (
            ["--only", "points", "--threads", "2"],
            Options(("points",), 33, protect=False, resolve_dates=True, threads=2),
        ),
    ],
)
def test_the_command_line_beats_the_file(
    args: list[str], options: Options, asked: Callable[..., list[Options]], tmp_path: Path
) -> None:
    write(tmp_path / OWN, "brief_words = 33\nprotect = false\nresolve_dates = true\ntasks = ['brief']\n")
    assert asked(*args, "a.txt") == [options]


def test_each_article_has_its_own_settings_and_equal_ones_share_a_model(
    asked: Callable[..., list[Options]], tmp_path: Path
) -> None:
    write(tmp_path / "x" / OWN, "points = 1")
    assert asked("a.txt", "x/b.txt", "x/c.txt") == [Options(), Options(points=1)]


def test_a_broken_file_stops_only_the_articles_below_it(
    asked: Callable[..., list[Options]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "x" / OWN, "point = 1")
    assert asked("x/b.txt", "a.txt") == [Options()]
    out, err = capsys.readouterr()
    assert "==> a.txt <==" in out
    assert f"x{os.sep}{OWN}" in err
    assert "did you mean points?" in err
