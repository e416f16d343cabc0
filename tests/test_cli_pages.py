"""`--format html` and `--open` as users run them, for summaries and for `check`."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.editorial.newsroom import TEXT, write_pair
from tests.render.reports import WRONG

ONE = "The storm closed the harbour at Kestrel Point on Monday.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """Write an article of one sentence, for which no model is needed, another one, and a pair for `check`."""
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "one.txt").write_text(ONE.replace("Monday", "Friday"))
    write_pair(tmp_path, WRONG)
    return tmp_path


@pytest.fixture
def browser(tmp_path: Path) -> dict[str, str]:
    """Return the environment in which a script that notes what it is asked to open is the browser."""
    script = tmp_path / "browser.sh"
    script.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path}/opened\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return {"BROWSER": str(script), "TMPDIR": str(tmp_path / "two")}


def opened(folder: Path) -> Path:
    (address,) = (folder / "opened").read_text().splitlines()
    return Path(address.removeprefix("file://"))


def call(run: Run, *args: str, **environment: str) -> tuple[int, str, str]:
    done = run(*args, **environment)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_one_article_goes_to_standard_output(run: Run) -> None:
    code, out, err = call(run, "one.txt", "--format", "html", "-q")
    assert (code, err) == (0, "")
    assert out.startswith("<!doctype html>")
    assert "Kestrel Point" in out
    assert out.endswith("</html>\n")


def test_one_article_into_a_file(run: Run, folder: Path) -> None:
    assert call(run, "one.txt", "-f", "html", "-o", "page.html", "-q") == (0, "", "")
    assert "Kestrel Point" in (folder / "page.html").read_text()
    code, _, err = call(run, "one.txt", "-f", "html", "-o", "page.html")
    assert (code, "page.html exists already; --force overwrites it" in err) == (2, True)
    assert call(run, "one.txt", "-f", "html", "-o", "page.html", "--force", "-q")[0] == 0


def test_one_article_into_a_folder_has_no_index(run: Run, folder: Path) -> None:
    assert call(run, "one.txt", "-f", "html", "-o", "pages/", "-q")[0] == 0
    assert [path.name for path in (folder / "pages").iterdir()] == ["one.brief.html"]
    assert "All articles" not in (folder / "pages" / "one.brief.html").read_text()


def test_several_articles_make_a_folder_with_an_index(run: Run, folder: Path) -> None:
    code, out, err = call(run, "one.txt", "gone.txt", "two/one.txt", "-f", "html", "-o", "pages/", "-q")
    assert (code, out) == (2, "")
    assert "gone.txt" in err
    assert sorted(path.name for path in (folder / "pages").iterdir()) == [
        "index.html",
        "one-2.brief.html",
        "one.brief.html",
    ]
    index = (folder / "pages" / "index.html").read_text()
    assert 'href="one.brief.html"' in index
    assert 'href="one-2.brief.html"' in index
    assert index.index("cannot read gone.txt") < index.index("one.brief.html")
    assert '<a href="index.html">All articles</a>' in (folder / "pages" / "one.brief.html").read_text()


@pytest.mark.parametrize("where", [(), ("-o", "page.html")])
def test_several_articles_need_a_folder(where: tuple[str, ...], run: Run, folder: Path) -> None:
    code, out, err = call(run, "one.txt", "two/one.txt", "-f", "html", *where)
    assert (code, out) == (2, "")
    assert err == "summarize: several articles make several pages; name a folder for them: -o DIR/\n"
    assert not (folder / "page.html").exists()


def test_an_index_that_is_there_stops_the_work_before_it_begins(run: Run, folder: Path) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / "index.html").write_text("mine")
    code, _, err = call(run, "one.txt", "two/one.txt", "-f", "html", "-o", "pages")
    assert (code, "index.html exists already" in err) == (2, True)
    assert [path.name for path in (folder / "pages").iterdir()] == ["index.html"]


def test_open_shows_a_page_of_its_own(run: Run, folder: Path, browser: dict[str, str]) -> None:
    code, out, err = call(run, "one.txt", "--open", "-q", **browser)
    assert (code, out) == (0, "")
    page = opened(folder)
    assert page.name == "one.brief.html"
    assert "Kestrel Point" in page.read_text()
    assert page.stat().st_mode & 0o077 == 0 or page.parent.stat().st_mode & 0o077 == 0  # nobody else's to read
    assert str(page) in err


def test_open_shows_the_file_or_the_index_that_was_written(run: Run, folder: Path, browser: dict[str, str]) -> None:
    assert call(run, "one.txt", "--open", "-o", "page.html", "-q", **browser)[0] == 0
    assert opened(folder) == folder / "page.html"
    (folder / "opened").unlink()
    assert call(run, "one.txt", "two/one.txt", "--open", "-q", **browser)[0] == 0
    assert opened(folder).name == "index.html"


def test_without_a_browser_the_page_is_named(run: Run, folder: Path) -> None:
    code, _, err = call(run, "one.txt", "--open", "-o", "page.html", "-q", BROWSER="/nowhere/browser", PATH="/nowhere")
    assert code == 0
    assert err == "summarize: page.html is the page: no browser was found to open it with\n"


@pytest.mark.parametrize(
    "args", [("one.txt", "--open", "-f", "json"), ("check", "libraries.txt", "--open", "-f", "text")]
)
def test_open_is_for_pages(args: tuple[str, ...], run: Run) -> None:
    code, out, err = call(run, *args)
    assert (code, out) == (2, "")
    assert "--open opens the page of --format html" in err


def test_check_makes_a_page_and_keeps_its_exit_code(run: Run, folder: Path) -> None:
    code, out, err = call(run, "check", "libraries.txt", "--format", "html")
    assert code == 1
    assert err == "summarize: 5 errors and 1 warning in 1 brief; --fix would mend 2\n"
    assert "Suggestion: <ins>Hanne Ostrova</ins>" in out
    assert call(run, "check", "libraries.txt", "--format", "html", "-o", "page.html")[0] == 1
    assert (folder / "page.html").read_text() == out


def test_check_of_a_folder_makes_an_index(run: Run, folder: Path) -> None:
    (folder / "town.txt").write_text(TEXT)
    (folder / "town.brief.md").write_text("Norvane City Council voted on Monday to close two libraries.\n")
    code, out, _ = call(run, "check", ".", "--format", "html", "-o", "pages/")
    assert (code, out) == (1, "")
    index = (folder / "pages" / "index.html").read_text()
    assert index.index("libraries.brief.html") < index.index("town.brief.html")
    assert "5 errors" in index


def test_check_open(run: Run, folder: Path, browser: dict[str, str]) -> None:
    assert call(run, "check", "libraries.txt", "--open", "-q", GITHUB_ACTIONS="true", **browser)[0] == 1
    assert "Hanne Ostorva" in opened(folder).read_text()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-o", "a.html"), "--output is for --format html"),
        (("-f", "html", "--diff"), "--diff and --write-baseline make no page"),
        (("-f", "html", "--baseline", "b", "--write-baseline"), "--diff and --write-baseline make no page"),
    ],
)
def test_misuse_of_check(args: tuple[str, ...], message: str, run: Run) -> None:
    code, out, err = call(run, "check", "libraries.txt", *args)
    assert (code, out) == (2, "")
    assert message in err


def test_a_page_of_a_real_summary(run: Run) -> None:
    code, out, _ = call(run, str(ROOT / "examples" / "court.txt"), "-f", "html", "-q")
    assert code == 0
    assert out.count('class="said"') >= 5
    assert 'id="s3"' in out
