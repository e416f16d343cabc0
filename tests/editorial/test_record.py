"""The record of a brief: read with patience, set without touching anything else; and whose brief is whose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from summarize.data import Article
from summarize.editorial.record import (
    Record,
    article_of,
    body_hash,
    is_sidecar,
    parse_record,
    quoted,
    reset,
    sidecar_of,
    text_hash,
)
from summarize.editorial.sidecar import brief_in, sidecar_seat

RECORD = Record("generated", "brief-en", "0.1.0", "a" * 64, "b" * 64, "ferry.txt", "c" * 64)
SIDECAR = """\
---
summarize:
  status: generated
  article: ferry.txt
  model: brief-en
  version: 0.1.0
  article_sha256: {a}
  source_sha256: {c}
  text_sha256: {b}
---
# Ferry cuts
""".format(a="a" * 64, b="b" * 64, c="c" * 64)
TOML = """\
+++
title = "Ferry"
[summarize]
status = "generated"
article = "ferry.txt"
model = "brief-en"
version = "0.1.0"
article_sha256 = "{a}"
source_sha256 = "{c}"
text_sha256 = "{b}"
[other]
status = "no"
+++
""".format(a="a" * 64, b="b" * 64, c="c" * 64)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (SIDECAR, RECORD),
        (SIDECAR.replace("\n", "\r\n"), RECORD),
        ("\ufeff" + SIDECAR, RECORD),
        (SIDECAR.replace("generated", "approved   # KN"), replace(RECORD, status="approved")),
        (SIDECAR.replace("generated", "'edited'"), replace(RECORD, status="edited")),
        (SIDECAR.replace("generated", '"edited" # by KN'), replace(RECORD, status="edited")),
        (SIDECAR.replace("summarize:", "desk: north\nsummarize:   # the record"), RECORD),
        (SIDECAR.replace("  status", "  note: it's \"fine\n  status"), RECORD),
        (SIDECAR.replace("---\n# Ferry", "other:\n  status: no\n---\n# Ferry"), RECORD),
        (TOML, RECORD),
        (SIDECAR.replace("generated", "aproved"), None),
        (SIDECAR.replace("summarize:", "summary:"), None),
        (SIDECAR.replace("text_sha256", "text"), None),
        (SIDECAR.replace("---\nsummarize", "\n---\nsummarize"), None),
        ("", None),
        ("# Ferry cuts\n", None),
        (
            "<!-- summarize:begin status=edited text_sha256=b -->\nx\n<!-- summarize:end -->\n",
            Record("edited", "", "", "", "b"),
        ),
        ("<!-- summarize:begin -->\nx\n<!-- summarize:end -->\n", None),
    ],
)
def test_a_record_is_read(text: str, record: Record | None) -> None:
    assert parse_record(text) == record


@given(st.text())
@example('---\nsummarize:\n  status: "\n---\n')
@example('---\nsummarize:\n  status: "\\x"\n---\n')
def test_any_text_can_be_asked_for_a_record(text: str) -> None:
    parse_record(text)
    parse_record(f"---\nsummarize:\n  status: {text}\n  text_sha256: x\n---\n")


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=20),
    st.sampled_from(["\n", "\r\n"]),
)
@example("12", "\n")
@example("null", "\n")
@example("a: b #c.txt", "\n")
@example("1e5", "\n")
@example("0.1.0", "\n")
def test_whatever_a_value_is_it_is_read_back(value: str, newline: str) -> None:
    text = SIDECAR.replace("ferry.txt", quoted(value)).replace("\n", newline)
    assert parse_record(text) == replace(RECORD, article=value)
    assert yaml.safe_load(text.split("---")[1])["summarize"]["article"] == value


@pytest.mark.parametrize("text", [SIDECAR, TOML, SIDECAR.replace("\n", "\r\n")])
def test_setting_a_record_changes_nothing_else(text: str) -> None:
    noted = text.replace("generated", "generated", 1).replace("ferry.txt", "ferry.txt")
    new = reset(noted, replace(RECORD, status="edited", article_hash="d" * 64))
    assert parse_record(new) == replace(RECORD, status="edited", article_hash="d" * 64)
    assert new.replace("d" * 64, "a" * 64).replace("edited", "generated") == text


def test_setting_keeps_notes_and_adds_what_is_missing() -> None:
    text = SIDECAR.replace("status: generated", "status: approved   # KN").replace(f"  source_sha256: {'c' * 64}\n", "")
    new = reset(text, replace(RECORD, status="approved"))
    assert "status: approved   # KN\n" in new
    assert parse_record(new) == replace(RECORD, status="approved")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("One two.\n\nThree.", True),
        ("One two. Three.", True),
        ("  One  two.\r\nThree.\n\n", True),
        ("One two. Three!", False),
        ("Onetwo. Three.", False),
    ],
)
def test_the_body_is_its_words(text: str, same: bool) -> None:
    assert (body_hash(Article.from_text(text)) == body_hash(Article.from_text("One two.\nThree."))) is same


def test_the_text_is_its_lines() -> None:
    assert text_hash("a\r\nb\n\n") == text_hash("a\nb")
    assert text_hash("a b") != text_hash("a\nb")


@pytest.mark.parametrize(
    ("files", "sidecar", "article"),
    [
        ({"a.txt": "", "a.brief.md": ""}, "a.brief.md", "a.txt"),
        ({"a.html": "", "a.brief.md": ""}, "a.brief.md", "a.html"),
        ({"a.txt": "", "a.md": "", "a.brief.md": ""}, "a.brief.md", None),
        ({"ferry.txt": "", "ferry.md": "", "ferry.brief.md": SIDECAR}, "ferry.brief.md", "ferry.txt"),
        ({"ferry.md": "", "ferry.brief.md": SIDECAR}, "ferry.brief.md", "ferry.md"),
        ({"ferry.txt": "", "b.brief.md": SIDECAR}, "b.brief.md", "ferry.txt"),
        ({"a.brief.md": ""}, "a.brief.md", None),
        ({"a.txt": ""}, "a.txt", None),
        ({"a.txt": ""}, "a.brief.md", "a.txt"),
    ],
)
def test_whose_brief_it_is(files: dict[str, str], sidecar: str, article: str | None, tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert article_of(tmp_path / sidecar) == (tmp_path / article if article else None)


def test_a_record_cannot_name_a_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "week").mkdir()
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "week" / "a.brief.md").write_text(SIDECAR.replace("ferry.txt", "../secret.txt"))
    assert article_of(tmp_path / "week" / "a.brief.md") is None


def test_where_a_brief_stands() -> None:
    assert sidecar_of(Path("x/ferry.txt")) == Path("x/ferry.brief.md")
    assert sidecar_of(Path("x/v1.2.md")) == Path("x/v1.2.brief.md")
    assert is_sidecar(Path("a.brief.md"))
    assert not is_sidecar(Path("brief.md"))


def test_the_brief_is_what_follows_the_front_matter(tmp_path: Path) -> None:
    assert brief_in(SIDECAR) == "# Ferry cuts\n"
    assert brief_in("\ufeffNo record.\n") == "No record.\n"
    (tmp_path / "a.brief.md").write_text(SIDECAR)
    assert sidecar_seat(tmp_path / "a.txt", "").text == "# Ferry cuts\n"
