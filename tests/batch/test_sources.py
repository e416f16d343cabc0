"""Archives in every form -> the same rows; what is wrong with a row, or with the whole."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summarize.batch.rows import Columns, Row, as_row
from summarize.batch.sources import Source, kind_of
from summarize.batch.survey import survey
from summarize.cli.batch import articles_below
from summarize.errors import InputError, MissingExtraError
from tests.batch.conftest import ARTICLES, rows, write


def read(path: Path, columns: Columns | None = None, skip: int = 0) -> list[Row]:
    kind = kind_of(str(path))
    return list(Source(str(path), kind, columns or Columns(), articles_below).rows(skip))


def written(tmp_path: Path, data: bytes, name: str = "a.jsonl") -> Path:
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "tsv", "parquet"])
def test_every_form_gives_the_same_rows(suffix: str, tmp_path: Path) -> None:
    path = write(tmp_path / f"archive.{suffix}", rows())
    found = read(path)
    assert [row.id for row in found] == [name for name, _ in ARTICLES]
    assert [row.number for row in found] == [1, 2, 3]
    for row, (name, text) in zip(found, ARTICLES, strict=True):
        article = row.as_article()
        assert (article.source, article.title, article.date, article.path) == (
            text,
            f"About {name}",
            "2026-10-27",
            name,
        )
    for skip in range(4):
        assert read(path, skip=skip) == found[skip:]
    assert survey(Source(str(path), kind_of(str(path)), Columns())).rows == 3


def test_a_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.md", "sub/a.brief.md", ".hidden.txt", "README.md", "picture.png", "skipped.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("---\ntitle: Of ships\n---\nA ship left.\n" if name.endswith(".md") else "A ship.")
    (tmp_path / ".gitignore").write_text("skipped.txt\n")
    found = read(tmp_path)
    assert [row.id for row in found] == ["b.txt", "sub/a.md"]
    assert found[1].as_article().title == "Of ships"
    assert found[1].as_article().path == str(tmp_path / "sub/a.md")
    assert read(tmp_path, skip=1) == found[1:]


def test_a_file_of_a_folder_that_cannot_be_read_is_an_error_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02binary\x00")
    (tmp_path / "b.txt").write_text("A ship left Hestholm.")
    first, second = read(tmp_path)
    with pytest.raises(InputError):
        first.as_article()
    assert second.as_article().text == "A ship left Hestholm."


@pytest.mark.parametrize(
    ("values", "columns", "expected"),
    [
        ({"url": "u", "body": "A ship."}, Columns(), ("u", b"A ship.")),
        ({"Path": "p", "TEXT": "A ship."}, Columns(), ("p", b"A ship.")),
        ({"id": 7, "text": "A ship."}, Columns(), (7, b"A ship.")),
        ({"id": 1.5, "text": "A ship."}, Columns(), ("1.5", b"A ship.")),
        ({"text": "A ship."}, Columns(), (None, b"A ship.")),
        ({"id": "i", "url": "u", "text": "t", "body": "b"}, Columns(), ("i", b"t")),
        ({"id": "i", "key": "k", "text": "t", "story": "s"}, Columns(id="key", text="story"), ("k", b"s")),
    ],
)
def test_columns_are_found(values: dict[str, Any], columns: Columns, expected: tuple[Any, bytes]) -> None:
    row = as_row(1, values, columns)
    assert (row.id, row.data, row.error) == (*expected, None)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"id": "a"}, "has no text, article or body"),
        ({"id": "a", "text": None}, "has no text, article or body"),
        ({"id": "a", "text": "  \n"}, "has an empty text"),
        ({"id": "a", "text": ["A ship."]}, "has a text that is a list"),
        ({"id": "a", "text": 7}, "has a text that is a number"),
        ({"id": "a", "text": "A ship.", "title": {}}, "has a title that is an object"),
        ({"id": "a", "text": "A \ud800 ship."}, "is not Unicode"),
        ({"id": "\ud800", "text": "A ship."}, "is not Unicode"),
    ],
)
def test_bad_rows(values: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=f"row 3 {message}"):
        as_row(3, values, Columns()).as_article()


@pytest.mark.parametrize(
    ("value", "expected"),
    [("27 October 2022", "27 October 2022"), (date(2022, 10, 27), "2022-10-27"), (1666828800, None), ("", None)],
)
def test_dates(value: Any, expected: str | None) -> None:
    assert as_row(1, {"text": "A ship.", "date": value}, Columns()).date == expected


def test_html_and_front_matter_are_read_as_in_files() -> None:
    page = "---\ntitle: Of ships\n---\nA ship left Hestholm.\n"
    assert as_row(1, {"text": page}, Columns()).as_article().title == "Of ships"
    assert as_row(1, {"text": page, "title": "Mine"}, Columns()).as_article().title == "Mine"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe", "not JSON in UTF-8"),
        (b'"text"', "not an object"),
        (b"[" * 100_000, "not JSON"),
        (b"null", "not an object"),
    ],
)
def test_bad_lines_of_jsonl_stop_no_other(line: bytes, message: str, tmp_path: Path) -> None:
    good = b'{"id": "a", "text": "A ship."}'
    found = read(written(tmp_path, b"\n".join([good, line, b"", b"  ", good])))
    assert [bool(row.error) for row in found] == [False, True, False]
    assert message in found[1].error[0]  # type: ignore[index]
    assert "row 2" in found[1].error[0]  # type: ignore[index]


def test_a_line_that_is_far_too_long_is_an_error_and_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.batch.sources.MOST_BYTES", 100)
    good = b'{"id": "a", "text": "A ship."}'
    found = read(written(tmp_path, b"\n".join([good, b"x" * 1000, good, b"y" * 99, good])))
    assert [bool(row.error) for row in found] == [False, True, False, True, False]


def test_the_last_line_needs_no_end_and_a_mark_at_the_beginning_is_none(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path, b'\xef\xbb\xbf{"id": "a", "text": "A ship."}'))
    assert row.as_article().text == "A ship."


def test_bad_rows_of_csv_stop_no_other(tmp_path: Path) -> None:
    data = b'id,text\na,"A ship, with ""quotes""\nand lines"\nb\nc,A,B\nd,\ne,\xff\xfe ship\n\nf,A ship\n'
    found = read(written(tmp_path, data, "a.csv"))
    assert [row.number for row in found] == [1, 2, 3, 4, 5, 6]
    assert found[0].data == b'A ship, with "quotes"\nand lines'
    assert [bool(row.error) for row in found] == [False, True, True, True, True, False]
    assert found[1].error == ("row 2 has 1 fields, the first line 2", "check its quotation marks")
    assert found[5].id == "f"


def test_semicolons(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path, "id;text\na;A ship, a man\n".encode("utf-8-sig"), "a.csv"))
    assert (row.id, row.data) == ("a", b"A ship, a man")


def test_a_field_of_csv_may_be_as_long_as_an_article(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path, b"id,text\na," + b"ship " * 100_000 + b"\n", "a.csv"))
    assert len(row.data) == 500_000


@pytest.mark.parametrize(
    ("name", "data", "columns", "message"),
    [
        ("a.csv", b"id,content\n1,A ship.\n", Columns(), "no column text, article or body; it has id, content"),
        ("a.csv", b"id,text\n1,A ship.\n", Columns(title="name"), "no column name; it has id, text"),
        ("a.csv", b"", Columns(), "no column text, article or body; it has none"),
        ("a.jsonl", b'{"id": 1, "content": "A ship."}\n', Columns(), "no column text.*it has id, content"),
        ("a.jsonl", b'{"id": 1, "text": "A ship."}\n', Columns(text="body"), "no column body; it has id, text"),
        ("a.parquet", b"PAR1", Columns(), "cannot read"),
    ],
)
def test_archives_that_cannot_be_read(name: str, data: bytes, columns: Columns, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message):
        read(written(tmp_path, data, name), columns)


def test_one_row_without_a_text_is_no_reason_to_refuse_the_archive(tmp_path: Path) -> None:
    lines = [json.dumps({"id": number}) for number in range(5)] + ['{"id": 5, "text": "A ship."}']
    found = read(written(tmp_path, "\n".join(lines).encode()))
    assert [bool(row.error) for row in found] == [True] * 5 + [False]


def test_parquet_without_a_text(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", [{"id": 1, "content": "A ship."}])
    with pytest.raises(InputError, match=r"no column text, article or body; it has id, content"):
        read(path)


def test_parquet_has_nulls_and_dates(tmp_path: Path) -> None:
    values = [
        {"id": 1, "text": "A ship.", "date": date(2022, 10, 27)},
        {"id": 2, "text": None, "date": None},
        {"id": 3, "text": "A man.", "date": None},
    ]
    first, second, third = read(write(tmp_path / "a.parquet", values))
    assert (first.id, first.date) == (1, "2022-10-27")
    assert second.error
    assert third.as_article().text == "A man."


def test_parquet_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.parquet", rows())
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"summarize\[parquet\]"):
        read(path)


@pytest.mark.parametrize("name", ["a.txt", "missing.jsonl", "a.json"])
def test_what_is_no_archive(name: str, tmp_path: Path) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(InputError):
        kind_of(str(tmp_path / name))


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no article"):
        survey(Source(str(tmp_path), "folder", Columns(), articles_below))


def test_quoted_line_ends_of_csv_are_not_counted_as_rows(tmp_path: Path) -> None:
    path = written(tmp_path, b'id,text\n1,"A\nship\n"\n2,"A ""man"""\n\n', "a.csv")
    assert survey(Source(str(path), "csv", Columns())).rows == 2
