"""`summarize write`: what is written, what is left alone, what is said of it, and the exit code."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize import __version__, cli
from summarize.clean import clean
from summarize.editorial.record import body_hash, parse_record, sidecar_of, text_hash
from summarize.editorial.sidecar import brief_in
from summarize.read import read_article
from tests.conftest import ROOT
from tests.editorial.scripted import FERRY, PIER, Scripted

Call = Callable[..., tuple[int, str, str]]
CONFIG = ".summarize.toml"


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder: two articles, and files that are none."""
    monkeypatch.setattr("summarize.pipeline.Summarizer", Scripted)
    monkeypatch.setattr(Scripted, "written", 0)
    monkeypatch.chdir(tmp_path)
    put(tmp_path / CONFIG, "include = ['*.txt', '*.md']\n")
    put(tmp_path / "ferry.txt", FERRY)
    put(tmp_path / "pier.md", f"# A crack in the pier\n\n{PIER}")
    put(tmp_path / "README.md", "These are the articles of the week, and how they are kept.\n")
    put(tmp_path / "requirements.txt", "summarize>=0.1\n")
    return tmp_path


@pytest.fixture
def call(news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that runs `summarize write` in this process: exit code, stdout, stderr."""

    def run(*args: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["summarize", "write", *args])
        with pytest.raises(SystemExit) as done:
            cli.main()
        out, err = capsys.readouterr()
        return int(done.value.code or 0), out, err

    return run


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def unchanged(news: Path) -> Callable[[], bool]:
    """Return a function that tells whether all files are as they were when the fixture was set up."""
    before = everything(news)
    return lambda: everything(news) == before


def test_new_articles_get_a_sidecar(call: Call, news: Path) -> None:
    code, out, err = call(".")
    assert (code, out) == (1, "created: ferry.brief.md\ncreated: pier.brief.md\n")
    assert err == "summarize: 2 files changed; now: git add ferry.brief.md pier.brief.md\n"
    text = (news / "ferry.brief.md").read_text(encoding="utf-8")
    record = parse_record(text)
    assert record is not None
    assert (record.status, record.model, record.tool_version, record.article) == (
        "generated",
        "scripted",
        __version__,
        "ferry.txt",
    )
    assert record.article_hash == body_hash(clean(read_article("ferry.txt")))
    body = text.split("---\n", 2)[2]
    assert record.text_hash == text_hash(body)
    assert body == (
        "# The ferry company will cut its\n\n"
        "The ferry company will cut its winter crossings to Hallsund by half, the council of Mørkvik was told on Monday."
        "\n\n- Its director, Ingrid Solvang, said the ships had been empty since October.\n"
    )


def test_a_second_run_does_nothing(call: Call, news: Path) -> None:
    call(".")
    before = everything(news)
    assert call(".") == (0, "", "")
    assert everything(news) == before
    assert Scripted.written == 2


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text.replace("by half", "by a third"), ["refreshed: ferry.brief.md"]),
        (lambda text: text + "The council meets again on 4 May.\n", ["refreshed: ferry.brief.md"]),
        (lambda text: text.replace(". ", ".\n"), []),
        (lambda text: "\n\n" + text.replace("\n", "\r\n") + "\r\n", []),
        (lambda text: text + "\nShare this article\n", []),
        (lambda text: "Advertisement\n\n" + text, []),
    ],
)
def test_a_changed_article_is_written_anew_and_changed_furniture_is_not(
    change: Callable[[str], str], expected: list[str], call: Call, news: Path
) -> None:
    call(".")
    put(news / "ferry.txt", change(FERRY))
    code, out, _ = call(".")
    assert (code, out.splitlines()) == (1 if expected else 0, expected)
    assert Scripted.written == 2 + len(expected)
    assert call(".")[0] == 0


# Which files are articles.


def test_nothing_is_written_without_a_word_of_the_user(call: Call, news: Path) -> None:
    (news / CONFIG).unlink()
    code, out, err = call(".")
    assert (code, out) == (0, "")
    assert "no article there has a brief, and no `include` pattern names one" in err
    code, out, err = call("ferry.txt", "README.md")
    assert (code, out) == (0, "")
    assert "ferry.txt: skipped: it has no brief yet" in err
    assert "README.md: skipped: by its name it is no article" in err
    assert call("--force-exclude", "ferry.txt", "README.md") == (0, "", "")
    assert not list(news.glob("*.brief.md"))


@pytest.mark.parametrize("args", [["README.md", "requirements.txt"], ["--force-exclude", "README.md"], ["."]])
def test_readme_and_requirements_are_no_articles(args: list[str], call: Call, news: Path) -> None:
    call(*args)
    assert not (news / "README.brief.md").exists()
    assert not (news / "requirements.brief.md").exists()


def test_a_pattern_may_say_that_a_readme_is_an_article(call: Call, news: Path) -> None:
    put(news / CONFIG, "include = ['*.md']\nexclude = ['!README.md']\n")
    assert call("README.md")[1] == "created: README.brief.md\n"


def test_an_article_that_has_a_brief_needs_no_pattern(call: Call, news: Path) -> None:
    call(".")
    (news / CONFIG).unlink()
    put(news / "ferry.txt", FERRY.replace("Monday", "Friday"))
    assert call(".")[1] == "refreshed: ferry.brief.md\n"


def test_include_on_the_command_line(call: Call, news: Path) -> None:
    (news / CONFIG).unlink()
    assert call("--include", "*.txt", ".")[1] == "created: ferry.brief.md\n"


def test_exclude_holds_for_folders_and_with_force_exclude_for_files(call: Call, news: Path) -> None:
    put(news / CONFIG, "include = ['*.txt', '*.md']\nexclude = ['pier.md']\n")
    assert call("--check", ".")[1] == "would be created: ferry.brief.md\n"
    assert call("--check", "--force-exclude", "pier.md") == (0, "", "")
    assert call("--check", "pier.md")[1] == "would be created: pier.brief.md\n"
    assert call("--check", "--exclude", "*.txt", "--force-exclude", "ferry.txt", "pier.md") == (0, "", "")


def test_folders_are_walked_as_git_would(call: Call, news: Path) -> None:
    subprocess.run(["git", "init", "-q", "."], cwd=news, check=True)
    put(news / ".gitignore", "build/\n*.md\n!kept.md\n")
    put(news / "week" / ".gitignore", "*.txt\n!pier.txt\n")
    for name in ("build/a.txt", ".hidden/b.txt", "week/c.txt", "week/pier.txt", "week/kept.md", "week/d.md", "e.html"):
        put(news / name, PIER)
    code, out, _ = call("--check", ".")
    assert (code, out.splitlines()) == (
        1,
        [
            "would be created: ferry.brief.md",
            "would be created: week/kept.brief.md",
            "would be created: week/pier.brief.md",
        ],
    )
    below = call("--check", "week")[1].splitlines()
    assert below == ["would be created: week/kept.brief.md", "would be created: week/pier.brief.md"]


def test_a_brief_that_is_named_means_its_article(call: Call, news: Path) -> None:
    call(".")
    put(news / "ferry.txt", FERRY.replace("Monday", "Friday"))
    assert call("ferry.brief.md", "ferry.txt")[1] == "refreshed: ferry.brief.md\n"
    put(news / "lost.brief.md", "Nobody knows of what.\n")
    code, _, err = call("lost.brief.md")
    assert code == 2
    assert "no article belongs to lost.brief.md" in err


# Errors.


def test_two_articles_cannot_share_a_brief_and_others_go_on(call: Call, news: Path) -> None:
    put(news / "pier.txt", PIER)
    code, out, err = call(".")
    assert (code, out) == (2, "created: ferry.brief.md\n")
    assert "pier.brief.md would be the brief of both pier.md and pier.txt; rename one of them" in err
    assert "pier.brief.md would be the brief of both pier.txt and pier.md" in err
    assert not (news / "pier.brief.md").exists()
    assert call("pier.txt")[0] == 2  # the hook names only what was changed


def test_a_file_of_that_name_that_is_no_article_is_no_rival(call: Call, news: Path) -> None:
    put(news / CONFIG, "include = ['*.md']\n")
    put(news / "pier.txt", PIER)
    assert call(".")[:2] == (1, "created: pier.brief.md\n")
    put(news / CONFIG, "include = ['*.txt']\n")
    assert call("pier.txt")[0] == 2  # pier.md has the brief now


def test_a_broken_article_stops_no_other(call: Call, news: Path) -> None:
    put(news / "a.txt", "This one is broken. It is.\n")
    (news / "b.txt").write_bytes(b"%PDF-1.7")
    code, out, err = call("a.txt", "b.txt", "missing.txt", "ferry.txt")
    assert (code, out) == (2, "created: ferry.brief.md\n")
    assert "summarize: a.txt: there is no text to summarize; try another\n" in err
    assert "b.txt looks like a PDF" in err
    assert "missing.txt: no such file" in err


def test_a_broken_configuration_stops_only_what_is_below_it(call: Call, news: Path) -> None:
    put(news / "week" / CONFIG, "includes = ['*.txt']\n")
    put(news / "week" / "a.txt", PIER)
    code, out, err = call("week/a.txt", "ferry.txt")
    assert (code, out) == (2, "created: ferry.brief.md\n")
    assert "did you mean include?" in err


def test_a_brief_that_changes_while_it_is_written_is_not_overwritten(
    call: Call, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Scripted.summarize

    def slow(self: Scripted, article):  # type: ignore[no-untyped-def]
        put(news / "ferry.brief.md", "An editor was quicker.\n")
        return write(self, article)

    monkeypatch.setattr(Scripted, "summarize", slow)
    code, _, err = call("ferry.txt")
    assert code == 2
    assert "ferry.brief.md has changed while its brief was being written; run this again" in err
    assert (news / "ferry.brief.md").read_text() == "An editor was quicker.\n"


# Briefs that a hand has touched.

GOOD = ("winter crossings to Hallsund by half", "crossings to Hallsund in winter by half")
WRONG = ("Ingrid Solvang", "Ingrid Solberg")


def edit(path: Path, change: tuple[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    assert change[0] in text
    put(path, text.replace(*change))
    return path.read_text(encoding="utf-8")


def test_an_edited_brief_is_checked_and_left(call: Call, news: Path) -> None:
    call(".")
    text = edit(news / "ferry.brief.md", GOOD)
    assert call(".") == (0, "", "")
    wrong = edit(news / "ferry.brief.md", WRONG)
    code, out, err = call(".")
    assert code == 1
    assert re.search(r"^ferry\.brief\.md:\d+:\d+: unsupported-actor: 'Ingrid Solberg'", out, re.MULTILINE)
    assert "ferry.brief.md: edited by hand and left as it is" in err
    assert (news / "ferry.brief.md").read_text(encoding="utf-8") == wrong != text
    assert Scripted.written == 2


def test_an_edited_brief_is_not_overwritten_when_its_article_changes(call: Call, news: Path) -> None:
    call(".")
    text = edit(news / "ferry.brief.md", GOOD)
    put(news / "ferry.txt", FERRY + "The council meets again on 4 May.\n")
    code, out, _ = call(".")
    assert code == 1
    assert "stale-brief" in out
    assert (news / "ferry.brief.md").read_text(encoding="utf-8") == text
    code, out, _ = call("--accept", "ferry.txt")
    assert (code, out) == (1, "accepted: ferry.brief.md\n")
    record = parse_record((news / "ferry.brief.md").read_text(encoding="utf-8"))
    assert record is not None
    assert (record.status, record.article_hash) == ("edited", body_hash(clean(read_article("ferry.txt"))))
    assert brief_in((news / "ferry.brief.md").read_text(encoding="utf-8")) == brief_in(text)
    assert call(".") == (0, "", "")
    assert call("--accept", "ferry.txt")[:2] == (0, "")


def test_force_writes_over_an_edited_brief(call: Call, news: Path) -> None:
    call(".")
    text = (news / "ferry.brief.md").read_text(encoding="utf-8")
    edit(news / "ferry.brief.md", WRONG)
    assert call("--force", "ferry.txt")[:2] == (1, "refreshed: ferry.brief.md\n")
    assert (news / "ferry.brief.md").read_text(encoding="utf-8") == text


def test_a_brief_by_hand_without_a_record_is_an_edited_one(call: Call, news: Path) -> None:
    text = "The ferry company will cut its winter crossings, Inga Solvang told the council of Mørkvik on Monday.\n"
    put(news / "ferry.brief.md", text)
    code, out, _ = call("ferry.txt")
    assert code == 1
    assert "unsupported-actor" in out
    assert (news / "ferry.brief.md").read_text(encoding="utf-8") == text
    assert call("--accept", "ferry.txt")[0] == 1
    accepted = (news / "ferry.brief.md").read_text(encoding="utf-8")
    assert accepted.endswith(f"---\n{text}")
    assert parse_record(accepted).status == "edited"  # type: ignore[union-attr]


def test_status_edited_keeps_a_brief_that_was_not_changed(call: Call, news: Path) -> None:
    call(".")
    text = edit(news / "ferry.brief.md", ("status: generated", "status: edited"))
    put(news / "ferry.txt", FERRY.replace("Monday", "Friday"))
    call(".")
    assert (news / "ferry.brief.md").read_text(encoding="utf-8") == text


def test_an_approved_brief_is_reported_when_its_article_changes(call: Call, news: Path) -> None:
    call(".")
    text = edit(news / "ferry.brief.md", ("status: generated", "status: approved   # KN, 4 Nov"))
    assert call(".") == (0, "", "")
    put(news / "ferry.txt", FERRY + "The council meets again on 4 May.\n")
    code, out, err = call(".")
    assert (code, out) == (1, "")
    assert "ferry.brief.md: approved for another state of ferry.txt; --accept ferry.txt" in err
    assert (news / "ferry.brief.md").read_text(encoding="utf-8") == text
    assert call("--accept", "ferry.txt")[0] == 1
    assert "status: approved   # KN, 4 Nov\n" in (news / "ferry.brief.md").read_text(encoding="utf-8")
    assert call(".") == (0, "", "")
    put(news / "ferry.txt", FERRY)
    assert call("--force", "ferry.txt")[0] == 1
    assert "status: generated\n" in (news / "ferry.brief.md").read_text(encoding="utf-8").replace("   # KN, 4 Nov", "")


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_sidecar_is_filled(text: str, call: Call, news: Path) -> None:
    put(news / "ferry.brief.md", text)
    assert call("ferry.txt")[:2] == (1, "created: ferry.brief.md\n")


def test_standard_input_has_no_place(call: Call) -> None:
    code, _, err = call("-")
    assert code == 2
    assert "Standard input has no place for a brief" in err


def test_nothing_to_accept(call: Call) -> None:
    code, _, err = call("--accept", "ferry.txt")
    assert code == 2
    assert "ferry.txt has no brief to accept" in err
    assert call("--accept", "--force", "ferry.txt")[0] == 2


def test_what_an_editor_keeps_in_a_sidecar_s_front_matter_stays(call: Call, news: Path) -> None:
    call(".")
    edit(news / "ferry.brief.md", ("---\nsummarize:", "---\n# desk\ndesk:   'north'   # not final\nsummarize:"))
    put(news / "ferry.txt", FERRY.replace("Monday", "Friday"))
    assert call(".")[1] == "refreshed: ferry.brief.md\n"
    text = (news / "ferry.brief.md").read_text(encoding="utf-8")
    assert text.startswith("---\n# desk\ndesk:   'north'   # not final\nsummarize:\n  status: generated\n")
    assert "Friday" in text
    assert call(".") == (0, "", "")


def test_a_sidecar_keeps_its_newlines_and_mark(call: Call, news: Path) -> None:
    call(".")
    text = (news / "ferry.brief.md").read_text(encoding="utf-8")
    put(news / "ferry.brief.md", "\ufeff" + text.replace("\n", "\r\n"))
    assert call(".") == (0, "", "")
    put(news / "ferry.txt", FERRY.replace("Monday", "Friday"))
    call(".")
    new = (news / "ferry.brief.md").read_bytes().decode()
    assert new.startswith("\ufeff---\r\nsummarize:\r\n")
    assert set(re.findall(r"\r\n|\r|\n", new)) == {"\r\n"}


@pytest.mark.parametrize("damage", [("status: generated", "status: aproved"), ("text_sha256", "text_hash")])
def test_a_record_that_is_damaged_makes_the_brief_one_by_hand(damage: tuple[str, str], call: Call, news: Path) -> None:
    call(".")
    edit(news / "ferry.brief.md", damage)
    put(news / "ferry.txt", FERRY.replace("October", "September"))
    before = (news / "ferry.brief.md").read_text(encoding="utf-8")
    assert call("ferry.txt")[1].count("refreshed") == 0
    assert (news / "ferry.brief.md").read_text(encoding="utf-8") == before
    assert call("--accept", "ferry.txt")[1] == "accepted: ferry.brief.md\n"
    text = (news / "ferry.brief.md").read_text(encoding="utf-8")
    assert text.count("summarize:") == 1
    assert brief_in(text) == brief_in(before)
    assert parse_record(text).status == "edited"  # type: ignore[union-attr]


def test_a_brief_that_was_emptied_by_hand_is_not_filled(call: Call, news: Path) -> None:
    call(".")
    text = (news / "ferry.brief.md").read_text(encoding="utf-8")
    put(news / "ferry.brief.md", text[: text.index("# The ferry")])
    code, out, err = call(".")
    assert (code, out) == (2, "")
    assert "ferry.brief.md" in err
    assert call("--force", "ferry.txt")[0] == 1
    assert (news / "ferry.brief.md").read_text(encoding="utf-8") == text


# Refreshing, checking, showing.


@pytest.mark.parametrize("change", [(f"version: {__version__}", "version: 0.0.9"), ("model: scripted", "model: older")])
def test_another_version_or_model_is_a_reason_only_with_refresh(
    change: tuple[str, str], call: Call, news: Path
) -> None:
    call(".")
    edit(news / "ferry.brief.md", change)
    assert call(".") == (0, "", "")
    assert call("--refresh", ".")[1] == "refreshed: ferry.brief.md\n"
    assert call("--refresh", ".") == (0, "", "")


def test_refresh_leaves_approved_and_edited_briefs(call: Call, news: Path) -> None:
    call(".")
    edit(news / "ferry.brief.md", ("status: generated", "status: approved"))
    edit(news / "ferry.brief.md", (f"version: {__version__}", "version: 0.0.9"))
    edit(news / "pier.brief.md", (f"version: {__version__}", "version: 0.0.9"))
    edit(news / "pier.brief.md", ("14 metres", "14  metres"))
    assert call("--refresh", ".") == (0, "", "")


def test_check_writes_nothing_and_asks_no_model(call: Call, news: Path, unchanged: Callable[[], bool]) -> None:
    code, out, err = call("--check", ".")
    assert (code, out) == (1, "would be created: ferry.brief.md\nwould be created: pier.brief.md\n")
    assert err == "summarize: 2 files would change; summarize write changes them\n"
    assert unchanged()
    assert Scripted.written == 0
    call(".")
    assert call("--check", ".") == (0, "", "")


def test_diff_shows_what_would_be_written(call: Call, news: Path, unchanged: Callable[[], bool]) -> None:
    code, out, _ = call("--diff", "ferry.txt")
    assert code == 1
    assert "--- /dev/null\n+++ ferry.brief.md\n" in out
    assert "+- Its director, Ingrid Solvang" in out
    assert unchanged()


def test_options_of_the_command_line_and_the_configuration(call: Call, news: Path) -> None:
    put(news / CONFIG, "include = ['*.txt']\npoints = 0\n")
    call("ferry.txt")
    assert "\n- " not in (news / "ferry.brief.md").read_text(encoding="utf-8")
    call("--force", "--points", "3", "ferry.txt")
    assert "\n- " in (news / "ferry.brief.md").read_text(encoding="utf-8")


# Other places.

MARKED = f"# Ferry cuts\n\n<!-- summarize:begin -->\n<!-- summarize:end -->\n\n{FERRY}"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_between_marks(newline: str, call: Call, news: Path) -> None:
    put(news / "marked.md", MARKED.replace("\n", newline))
    before = body_hash(clean(read_article("marked.md")))
    assert call("marked.md")[:2] == (1, "created: marked.md\n")
    text = (news / "marked.md").read_bytes().decode()
    head, _, rest = text.partition("<!-- summarize:begin ")
    inside, _, tail = rest.partition("<!-- summarize:end -->")
    assert (head, tail) == (f"# Ferry cuts{newline * 2}", newline * 2 + FERRY.replace("\n", newline))
    assert inside.split(f"-->{newline}")[1] == (
        f"{newline}The ferry company will cut its winter crossings to Hallsund by half, the council of Mørkvik was told "
        f"on Monday.{newline * 2}- Its director, Ingrid Solvang, said the ships had been empty since October.{newline * 2}"
    )
    assert body_hash(clean(read_article("marked.md"))) == before
    assert call("marked.md") == (0, "", "")
    put(news / "marked.md", text.replace("room in protest", "room"))
    assert call("marked.md")[1] == "refreshed: marked.md\n"
    wrong = edit(news / "marked.md", ("Its director, Ingrid Solvang", "Its director, Inger Solvang"))
    put(news / "marked.md", wrong.replace("Inger", "Ingrid", 2).replace("Ingrid", "Inger", 1))
    code, out, _ = call("marked.md")
    assert code == 1
    assert "unsupported-actor" in out


def test_accepting_a_brief_between_marks(call: Call, news: Path) -> None:
    put(news / "marked.md", MARKED)
    call("marked.md")
    text = edit(
        news / "marked.md",
        ("crossings to Hallsund by half, the council of Mørkvik was told on Monday.\n\n-", "crossings.\n\n-"),
    )
    assert call("--accept", "marked.md")[:2] == (1, "accepted: marked.md\n")
    assert (news / "marked.md").read_text(encoding="utf-8") == text.replace("status=generated", "status=edited")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (MARKED + MARKED, "marked.md has two places for a brief"),
        (MARKED.replace("<!-- summarize:end -->\n", ""), "marked.md has a mark without its pair"),
        (MARKED.replace("<!-- summarize:begin -->\n", "<!-- summarize:end -->\n"), "mark without its pair"),
    ],
)
def test_marks_that_are_wrong(text: str, message: str, call: Call, news: Path) -> None:
    put(news / "marked.md", text)
    code, out, err = call("marked.md")
    assert (code, out) == (2, "")
    assert message in err
    assert (news / "marked.md").read_text(encoding="utf-8") == text


def test_a_document_without_marks_where_marks_are_asked_for(call: Call) -> None:
    code, _, err = call("--place", "markers", "pier.md")
    assert code == 2
    assert "pier.md has no place for a brief" in err


def test_front_matter(call: Call, news: Path) -> None:
    put(news / CONFIG, "include = ['*.md']\nplace = 'front-matter'\nfields.summary = 'abstract'\n")
    put(news / "pier.md", f"---\ntitle: A crack   # working title\ndescription: By hand.\n---\n{PIER}")
    assert call(".")[:2] == (1, "created: pier.md\n")
    text = (news / "pier.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: A crack   # working title\ndescription: By hand.\nabstract: ")
    assert text.endswith(f"---\n{PIER}")
    assert call(".") == (0, "", "")
    edit(news / "pier.md", ("closed at once", "closed on Thursday"))
    put(news / "pier.md", (news / "pier.md").read_text(encoding="utf-8").replace(PIER.strip(), PIER.strip()))
    wrong = edit(
        news / "pier.md",
        ("abstract: Workers found a crack of 14 metres", "abstract: Workers found a crack of 41 metres"),
    )
    code, out, _ = call(".")
    assert code == 1
    assert "pier.md:" in out
    assert "41 metres" in out
    assert (news / "pier.md").read_text(encoding="utf-8") == wrong


def test_a_description_is_of_whole_sentences(call: Call, news: Path) -> None:
    place = ("--place", "front-matter", "pier.md")
    call(*place, "--max-chars", "400")
    assert (
        "\ndescription: Workers found a crack of 14 metres in the pier of Vesterholm" in (news / "pier.md").read_text()
    )
    call(*place, "--max-chars", "40", "--force")
    assert "\ndescription: The pier was closed at once.\n" in (news / "pier.md").read_text()
    code, _, err = call(*place, "--max-chars", "20", "--force")
    assert code == 1
    assert "pier.md: no description: neither the first sentence nor a point has at most 20 characters" in err
    assert "\ndescription:" not in (news / "pier.md").read_text()


def test_an_article_that_is_not_utf_8_has_its_brief_beside_it_only(call: Call, news: Path) -> None:
    (news / "pier.md").write_bytes(PIER.replace("kroner", "kroner på kaia").encode("latin-1"))
    code, _, err = call("--place", "front-matter", "pier.md")
    assert code == 2
    assert "pier.md is not UTF-8, and cannot be written to" in err
    assert call("pier.md")[1] == "created: pier.brief.md\n"
    assert call("pier.md")[0] == 0


def test_a_field_of_that_name_that_is_no_record(call: Call, news: Path) -> None:
    put(news / "pier.md", text := f"---\nsummarize: true\n---\n{PIER}")
    code, _, err = call("--place", "front-matter", "pier.md")
    assert code == 2
    assert "pier.md has a field 'summarize' that is no record of a brief" in err
    assert (news / "pier.md").read_text() == text


def test_marks_in_html_are_not_looked_for(call: Call, news: Path) -> None:
    put(news / "a.html", f"<html><body><p>{PIER}</p>\n<!-- summarize:begin -->\n<!-- summarize:end -->\n</body></html>")
    assert call("--include", "*.html", "a.html")[:2] == (1, "created: a.brief.md\n")


def test_a_missing_package_stops_only_what_needs_it(call: Call, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    put(news / "a.html", f"<html><body><p>{PIER}</p></body></html>")
    code, out, err = call("--include", "*.html", "a.html", "ferry.txt")
    assert (code, out) == (2, "created: ferry.brief.md\n")
    assert "summarize: a.html" in err or "a.html" in err


def test_tasks_that_leave_nothing_for_a_document(call: Call, news: Path) -> None:
    put(news / CONFIG, "tasks = ['headline']\n")
    put(news / "marked.md", MARKED)

    def headline_only(self: Scripted, article):  # type: ignore[no-untyped-def]
        from summarize.data import Statement, Summary

        return Summary(article, Statement("Ferry cuts", "model"), (), (), model="scripted")

    old, Scripted.summarize = Scripted.summarize, headline_only  # type: ignore[method-assign]
    try:
        code, _, err = call("marked.md")
    finally:
        Scripted.summarize = old  # type: ignore[method-assign]
    assert code == 2
    assert "there is nothing to write into marked.md; `tasks` must name brief or points" in err


# What it costs.


def test_unchanged_articles_import_no_model(news: Path, call: Call) -> None:
    for number in range(200):
        put(news / f"article-{number}.txt", FERRY.replace("half", f"{number} crossings"))
    call("--include", "article-*.txt", ".")
    script = (
        "import sys\n"
        "from summarize import cli\n"
        "sys.argv = ['summarize', 'write', '.']\n"
        "try:\n    cli.main()\n"
        "except SystemExit as done:\n    code = done.code\n"
        "heavy = {'ctranslate2', 'sentencepiece', 'transformers', 'torch', 'numpy', 'yaml', 'rich', 'trafilatura'}\n"
        "heavy.add('summarize.engines.ctranslate2')\n"
        "sys.stdout.write(f'{code} {sorted(heavy & sys.modules.keys())}')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=news, env=_environment())
    assert (done.stdout, done.stderr) == ("0 []", "")


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_the_brief_of_a_real_model_is_clean(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    put(tmp_path / "ferry.txt", FERRY)
    done = run("write", "--include", "*.txt", ".")
    assert (done.returncode, done.stdout) == (1, b"created: ferry.brief.md\n")
    assert b"now: git add ferry.brief.md" in done.stderr
    record = parse_record(sidecar_of(tmp_path / "ferry.txt").read_text(encoding="utf-8"))
    assert record is not None
    assert record.model == "brief-en"
    assert run("write", ".").returncode == 0
    assert run("write", "--refresh", ".").returncode == 0
    assert run("check", ".").returncode == 0
