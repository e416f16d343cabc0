"""Which brief belongs to which article, however they are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.config import Settings
from summarize.editorial.pairs import Pair, Unpaired, find_pairs

BODY = "The council of Norvane met on Monday. It rose at noon.\n"
INSIDE = f"---\ndescription: The council met.\n---\n{BODY}"
MARKED = f"<!-- summarize:begin -->\nThe council met.\n<!-- summarize:end -->\n\n{BODY}"
SIDECAR = "---\nsummarize:\n  status: generated\n  article: {}\n  text_sha256: 0\n---\nThe council met.\n"


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {
        "article.txt": BODY,
        "brief.txt": "The council met.\n",
        "described.md": "---\ndescription: It met.\n---\nThe council met.\n",
        "inside.md": INSIDE,
        "other.md": INSIDE,
        "marked.md": MARKED,
        "beside.md": BODY,
        "beside.brief.md": SIDECAR.format("beside.md"),
        "both.md": INSIDE,
        "both.brief.md": SIDECAR.format("both.md"),
        "orphan.brief.md": SIDECAR.format("gone.md"),
        "two.txt": BODY,
        "two.md": BODY,
        "two.brief.md": SIDECAR.format("two.txt"),
        "only-matter.md": "---\ndescription: A page of links.\n---\n",
        "broken.md": "---\ndescription: [It met.\n---\nThe council met.\n",
        "empty.txt": "",
        "binary.txt": "\x00\x01\x02" * 99,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def pairs(
    *paths: str, each: bool = False, forced: bool = False, settings: Settings | None = None
) -> list[tuple[str, str] | str]:
    found = find_pairs(paths, lambda _: settings or Settings(), each=each, forced=forced)
    return [(one.article, one.brief) if isinstance(one, Pair) else one.error.message for one in found]


TWO = {
    "two files": (("article.txt", "brief.txt"), [("article.txt", "brief.txt")]),
    "a brief with fields of its own": (("article.txt", "described.md"), [("article.txt", "described.md")]),
    "a sidecar named last": (("beside.md", "beside.brief.md"), [("beside.md", "beside.brief.md")]),
    "a sidecar named first": (("beside.brief.md", "beside.md"), [("beside.md", "beside.brief.md")]),
    "a sidecar that has lost its article": (("article.txt", "orphan.brief.md"), [("article.txt", "orphan.brief.md")]),
    "an article and another brief of it": (("inside.md", "brief.txt"), [("inside.md", "brief.txt")]),
    "two articles with fields": (("inside.md", "other.md"), [("inside.md", "inside.md"), ("other.md", "other.md")]),
    "an article with a sidecar last": (("article.txt", "beside.md"), [("beside.md", "beside.brief.md")]),
    "an article with markers last": (("article.txt", "marked.md"), [("marked.md", "marked.md")]),
    "the sidecar of another article": (("article.txt", "beside.brief.md"), [("beside.md", "beside.brief.md")]),
    "standard input": (("article.txt", "-"), [("article.txt", "-")]),
    "the article on standard input": (("-", "brief.txt"), [("-", "brief.txt")]),
    "a file that is not there": (("article.txt", "gone.txt"), [("article.txt", "gone.txt")]),
}


@pytest.mark.parametrize("name", TWO)
def test_two_paths(name: str) -> None:
    paths, expected = TWO[name]
    assert pairs(*paths) == expected


ONE = {
    "front matter": ("inside.md", [("inside.md", "inside.md")]),
    "markers": ("marked.md", [("marked.md", "marked.md")]),
    "an article with a sidecar": ("beside.md", [("beside.md", "beside.brief.md")]),
    "a sidecar": ("beside.brief.md", [("beside.md", "beside.brief.md")]),
    "a brief inside and one beside": ("both.md", [("both.md", "both.md"), ("both.md", "both.brief.md")]),
    "a sidecar without its article": ("orphan.brief.md", ["no article belongs to orphan.brief.md"]),
    "a sidecar that is not there": ("gone.brief.md", ["cannot read gone.brief.md: no such file"]),
    "no brief": ("article.txt", ["article.txt has no brief: none in its front matter, between markers or in article.brief.md"]),
    "the sidecar is another's": ("two.md", ["two.md has no brief: none in its front matter, between markers or in two.brief.md"]),
    "front matter alone": ("only-matter.md", ["only-matter.md has no text besides its markup"]),
    "broken front matter": ("broken.md", ["the front matter is broken, so its description cannot be read"]),
    "nothing": ("empty.txt", ["empty.txt is empty"]),
    "no text": ("binary.txt", ["binary.txt looks like binary data, not text"]),
    "no file": ("gone.txt", ["cannot read gone.txt: no such file"]),
}  # fmt: skip


@pytest.mark.parametrize("name", ONE)
def test_one_path(name: str) -> None:
    path, expected = ONE[name]
    assert pairs(path) == expected


def test_many_paths_stand_for_themselves_and_each_pair_comes_once() -> None:
    names = ("article.txt", "beside.brief.md", "brief.txt", "beside.md", "both.md", "empty.txt", "binary.txt")
    assert pairs(*names) == [("beside.md", "beside.brief.md"), ("both.md", "both.md"), ("both.md", "both.brief.md")]


def test_one_path_that_cannot_be_read_does_not_stop_the_others() -> None:
    assert pairs("gone.txt", "broken.md", "inside.md", "orphan.brief.md") == [
        "cannot read gone.txt: no such file",
        "the front matter is broken, so its description cannot be read",
        ("inside.md", "inside.md"),
        "no article belongs to orphan.brief.md",
    ]


def test_each_takes_two_articles_of_a_hook_for_what_they_are() -> None:
    assert pairs("article.txt", "brief.txt", each=True) == []
    assert pairs("article.txt", "inside.md", each=True) == [("inside.md", "inside.md")]


def test_folders_are_walked(newsroom: Path) -> None:
    (newsroom / "orphan.brief.md").unlink()
    (newsroom / "broken.md").unlink()
    (newsroom / ".hidden").mkdir()
    (newsroom / ".hidden" / "a.md").write_text(INSIDE)
    (newsroom / "built").mkdir()
    (newsroom / "built" / "a.md").write_text(INSIDE)
    (newsroom / ".gitignore").write_text("built/\nother.md\n")
    (newsroom / "README.md").write_text(INSIDE)
    found = pairs(".")
    assert ("inside.md", "inside.md") in found
    assert ("two.txt", "two.brief.md") in found
    names = {one[0] for one in found}
    assert not names & {"other.md", "built/a.md", ".hidden/a.md", "README.md", "article.txt", "two.md"}
    assert len(found) == len(set(found))
    assert all(isinstance(one, tuple) for one in found)


def test_exclude_holds_below_folders_and_for_named_files_only_if_forced(newsroom: Path) -> None:
    (newsroom / "orphan.brief.md").unlink()
    settings = Settings(exclude=("inside.md", "beside*"))
    found = pairs(".", settings=settings)
    assert not {one[0] for one in found} & {"inside.md", "beside.md"}
    assert pairs("inside.md", settings=settings) == [("inside.md", "inside.md")]
    assert pairs("inside.md", "beside.brief.md", "marked.md", forced=True, settings=settings) == [
        ("marked.md", "marked.md")
    ]


def test_errors_are_values() -> None:
    (found,) = find_pairs(("gone.txt",), lambda _: Settings(), each=False, forced=False)
    assert isinstance(found, Unpaired)
    assert found.path == "gone.txt"
