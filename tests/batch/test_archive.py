"""Archives -> a line for each row: what is written, what is gone on with, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from summarize.batch import Columns, Order, Source, Tally, kind_of, summarize_archive
from summarize.batch.parts import Parts, folder_of
from summarize.cli.batch import articles_below
from summarize.config import Options
from summarize.errors import InputError, OutputError, SummarizeError
from tests.batch.conftest import rows, write
from tests.batch.scripted import Scripted

ERRORS = [8, 20, 24, 32]  # rows of the archive


@pytest.fixture(autouse=True)
def scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.pipeline.Summarizer", Scripted)
    monkeypatch.setattr(Scripted, "written", 0)


def order(archive: Path, output: Path | None, **chosen: Any) -> Order:
    kind = kind_of(str(archive))
    source = Source(str(archive), kind, chosen.pop("columns", Columns()), articles_below)
    return Order(source, output, chosen.pop("options", Options()), "0", **chosen)


def run(given: Order, until: int | None = None) -> Tally:
    """Run an order, or stop it once `until` rows are done."""
    seen = [Tally(0, None)]
    for tally in summarize_archive(given, lambda: until is not None and seen[-1].done >= until):
        seen.append(tally)
    return seen[-1]


def records(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out" / "briefs.jsonl"


@pytest.fixture(autouse=True)
def folder(output: Path) -> None:
    output.parent.mkdir()


def test_a_line_for_each_row_in_order(archive: Path, output: Path) -> None:
    tally = run(order(archive, output))
    found = records(output)
    assert tally == Tally(40, 40, 4, is_complete=True)
    assert [record["row"] for record in found] == list(range(1, 41))
    assert [record["row"] for record in found if "error" in record] == ERRORS
    assert found[0]["id"] == "a0"
    assert found[0]["schema"] == "summarize/1"
    assert found[0]["brief"]["text"] == "Ship 0 left Hestholm on Monday."
    assert found[7] == {"id": "a7", "row": 8, "error": {"message": "row 8 has an empty text", "hint": ""}}
    assert found[19]["id"] is None
    assert found[23]["error"] == {"message": "there is no text to summarize", "hint": "try another"}
    assert found[31]["error"]["message"] == "this is a bug: ZeroDivisionError: a bomb"
    assert [path.name for path in output.parent.iterdir()] == [output.name]


def test_lines_for_whoever_asks(archive: Path, output: Path) -> None:
    run(order(archive, output))
    lines = [tally.line for tally in summarize_archive(order(archive, None)) if tally.line]
    assert "".join(f"{line}\n" for line in lines) == output.read_text(encoding="utf-8")


def test_parquet_has_the_same_lines_in_columns(archive: Path, output: Path) -> None:
    run(order(archive, output))
    run(order(archive, output.with_suffix(".parquet")))
    table = parquet.read_table(output.with_suffix(".parquet")).to_pylist()
    assert [row["json"] for row in table] == output.read_text(encoding="utf-8").splitlines()
    assert table[0]["brief"] == "Ship 0 left Hestholm on Monday."
    assert table[0]["points"] == ["It had 0 men aboard."]
    assert (table[0]["id"], table[0]["row"], table[0]["error"]) == ("a0", 1, None)
    assert (table[7]["brief"], table[7]["error"]) == (None, "row 8 has an empty text")


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_any_form_in(suffix: str, tmp_path: Path, output: Path) -> None:
    assert run(order(write(tmp_path / f"in{suffix}", rows()), output)).done == 3
    assert [record["id"] for record in records(output)] == ["ferry", "pier", "école"]


def test_equal_ids_are_rows_of_their_own(tmp_path: Path, output: Path) -> None:
    path = write(tmp_path / "in.jsonl", [{"id": "a", "text": "A ship."}, {"id": "a", "text": "A man."}])
    run(order(path, output))
    assert [(record["id"], record["brief"]["text"]) for record in records(output)] == [
        ("a", "A ship."),
        ("a", "A man."),
    ]


def test_no_rows(tmp_path: Path, output: Path) -> None:
    for suffix in (".jsonl", ".parquet"):
        assert run(order(write(tmp_path / "in.jsonl", []), output.with_suffix(suffix))).is_complete
    assert output.read_bytes() == b""
    assert parquet.read_table(output.with_suffix(".parquet")).num_rows == 0


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
@pytest.mark.parametrize("until", [1, 7, 8, 39])
def test_a_stopped_run_goes_on(until: int, suffix: str, archive: Path, output: Path) -> None:
    run(order(archive, output))
    again = output.with_name(f"again{suffix}")
    stopped = run(order(archive, again), until)
    assert not stopped.is_complete
    assert not again.exists()
    assert stopped.done >= until
    Scripted.written = 0
    first = next(iter(summarize_archive(order(archive, again))))
    assert first.done == stopped.done
    assert run(order(archive, again)).is_complete
    assert Scripted.written <= 40 - stopped.done + 1
    lines = output.read_text(encoding="utf-8").splitlines()
    if suffix == ".jsonl":
        assert again.read_text(encoding="utf-8").splitlines() == lines
    else:
        assert parquet.read_table(again)["json"].to_pylist() == lines


@pytest.mark.parametrize("size", [1, 3, 8])
@pytest.mark.parametrize("done", [1, 2, 3, 8, 9, 23, 39])
def test_batches_are_the_same_wherever_a_run_goes_on(done: int, size: int, archive: Path, output: Path) -> None:
    run(order(archive, output, batch_size=size))
    again = output.with_name("again.jsonl")
    run(order(archive, again, batch_size=size), done)
    (segment,) = folder_of(again).glob("0*.jsonl")
    lines = segment.read_bytes().splitlines(keepends=True)
    assert len(lines) >= done
    segment.write_bytes(b"".join(lines[:done]))
    assert run(order(archive, again, batch_size=size)).done == 40
    assert again.read_bytes() == output.read_bytes()


def test_a_run_with_other_batches_is_another_run(archive: Path, output: Path) -> None:
    run(order(archive, output), 3)
    with pytest.raises(OutputError, match="batch_size"):
        run(order(archive, output, batch_size=4))


def test_more_rows_than_a_segment_has(monkeypatch: pytest.MonkeyPatch, archive: Path, output: Path) -> None:
    monkeypatch.setattr("summarize.batch.parts._SEGMENT", 7)
    for until in (3, 7, 14, 20, 21, 35):
        run(order(archive, output), until)
    assert len(list(folder_of(output).glob("*.jsonl"))) >= 5
    assert run(order(archive, output)) == Tally(40, 40, 4, is_complete=True)
    assert [record["row"] for record in records(output)] == list(range(1, 41))


@pytest.mark.parametrize("cut", [1, 2, 30, 200, 100_000])
def test_a_torn_last_line_is_cut_off(cut: int, archive: Path, output: Path) -> None:
    run(order(archive, output), 10)
    (segment,) = folder_of(output).glob("*.jsonl")
    data = segment.read_bytes()
    segment.write_bytes(data[: max(0, len(data) - cut)])
    assert run(order(archive, output)).is_complete
    assert [record["row"] for record in records(output)] == list(range(1, 41))


@pytest.mark.parametrize("tail", [b"\x00" * 500, b'{"id": "x", "row": 99}\n', b"garbage\n", b'{"row": 11'])
def test_what_a_dying_machine_left_behind_the_last_line_is_cut_off(tail: bytes, archive: Path, output: Path) -> None:
    run(order(archive, output), 10)
    (segment,) = folder_of(output).glob("*.jsonl")
    segment.write_bytes(segment.read_bytes() + tail)
    assert run(order(archive, output)).is_complete
    assert [record["row"] for record in records(output)] == list(range(1, 41))


def _texts_changed(archive: Path) -> None:
    archive.write_text(archive.read_text().replace("Monday", "Friday"))


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda given: replace(given, options=Options(points=1)), "options"),
        (lambda given: replace(given, version="1"), "version"),
        (lambda given: replace(given, source=replace(given.source, columns=Columns(id="id"))), "columns"),
        (lambda given: _texts_changed(Path(given.source.path)) or given, "input"),
    ],
)
def test_another_run_is_refused(change: Callable[[Order], Order], part: str, archive: Path, output: Path) -> None:
    run(order(archive, output), 5)
    other = change(order(archive, output))
    with pytest.raises(OutputError, match=f"begun with other {part}; .*--restart"):
        run(other)
    assert run(replace(other, restart=True)).is_complete


def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch, archive: Path, output: Path) -> None:
    run(order(archive, output), 5)
    monkeypatch.setenv("SCRIPTED_MODEL", "two")
    with pytest.raises(OutputError, match="begun with other model"):
        run(order(archive, output))


def test_threads_and_the_name_of_the_archive_may_change(archive: Path, output: Path) -> None:
    run(order(archive, output), 5)
    archive = archive.rename(archive.with_name("other.jsonl"))
    assert run(order(archive, output, options=Options(threads=3, offline=True), jobs=2)).is_complete


def test_two_runs_do_not_write_one_output(archive: Path, output: Path) -> None:
    first = summarize_archive(order(archive, output))
    next(first)
    with pytest.raises(OutputError, match="another run is at work"):
        run(order(archive, output))
    assert list(first)[-1].is_complete


def test_a_finished_output_is_not_overwritten(archive: Path, output: Path) -> None:
    output.write_text("mine")
    with pytest.raises(OutputError, match="exists already; --force"):
        run(order(archive, output))
    assert output.read_text() == "mine"
    stopped = run(order(archive, output, force=True), 5)
    assert output.read_text() == "mine"
    assert not stopped.is_complete
    assert run(order(archive, output, force=True)).is_complete
    assert len(records(output)) == 40


def test_what_a_run_left_that_was_killed_while_it_removed_its_parts_is_worth_nothing(
    archive: Path, output: Path
) -> None:
    run(order(archive, output), 20)
    (folder_of(output) / "manifest.json").unlink()
    assert next(iter(summarize_archive(order(archive, output)))).done == 0
    assert run(order(archive, output)).is_complete


def test_a_run_that_was_killed_before_it_removed_its_parts_ends_as_it_would_have(archive: Path, output: Path) -> None:
    run(order(archive, output), 39)
    saved = {path.name: path.read_bytes() for path in folder_of(output).iterdir()}
    run(order(archive, output))
    lines = output.read_bytes()
    folder_of(output).mkdir()
    for name, data in saved.items():
        (folder_of(output) / name).write_bytes(data)
    assert run(order(archive, output)).is_complete
    assert output.read_bytes() == lines
    assert not folder_of(output).exists()


def test_a_missing_segment_is_not_passed_over(monkeypatch: pytest.MonkeyPatch, archive: Path, output: Path) -> None:
    monkeypatch.setattr("summarize.batch.parts._SEGMENT", 7)
    run(order(archive, output), 30)
    (folder_of(output) / "000000008.jsonl").unlink()
    with pytest.raises(OutputError, match="lacks rows from 8 on"):
        run(order(archive, output))
    assert not output.exists()


def test_errors_are_tried_again(monkeypatch: pytest.MonkeyPatch, archive: Path, output: Path) -> None:
    for name in ("briefs.jsonl", "briefs.parquet"):
        out = output.with_name(name)
        run(order(archive, out))
        before = _lines(out)
        Scripted.written = 0
        assert run(order(archive, out, retry=True)) == Tally(40, 40, 4, is_complete=True)
        assert Scripted.written == 2  # of the four, those that have a text
        assert _lines(out) == before
    monkeypatch.setattr(Scripted, "fails", False)
    assert run(order(archive, output, retry=True), 3).is_complete is False  # it can be stopped too
    assert run(order(archive, output, retry=True)) == Tally(40, 40, 2, is_complete=True)
    found = records(output)
    assert [record["row"] for record in found] == list(range(1, 41))
    assert [record["row"] for record in found if "error" in record] == ERRORS[:2]
    assert found[23]["brief"]["text"] == "This is broken."


def _lines(output: Path) -> list[str]:
    if output.suffix == ".parquet":
        lines: list[str] = parquet.read_table(output)["json"].to_pylist()
        return lines
    return output.read_text(encoding="utf-8").splitlines()


def test_without_errors_there_is_nothing_to_try_again(tmp_path: Path, output: Path) -> None:
    path = write(tmp_path / "in.jsonl", rows())
    run(order(path, output))
    status = output.stat()
    assert run(order(path, output, retry=True)) == Tally(3, 3, is_complete=True)
    assert output.stat() == status


def test_errors_of_another_archive_are_not_tried_again(archive: Path, output: Path) -> None:
    run(order(archive, output))
    lines = archive.read_text().splitlines()
    archive.write_text("\n".join(lines[1:]) + "\n")
    before = output.read_bytes()
    with pytest.raises(InputError, match="have not the same rows"):
        run(order(archive, output, retry=True))
    assert output.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "message"),
    [("briefs.txt", "neither JSONL nor Parquet"), ("no/briefs.jsonl", "cannot be written: No such file")],
)
def test_outputs_that_cannot_be(name: str, message: str, archive: Path, output: Path) -> None:
    with pytest.raises(SummarizeError, match=message):
        run(order(archive, output.parent / name))


def test_the_archive_is_not_its_own_output(archive: Path) -> None:
    before = archive.read_bytes()
    with pytest.raises(OutputError, match="is the archive itself"):
        run(order(archive, archive, force=True))
    assert archive.read_bytes() == before


def test_a_full_disk_loses_nothing(monkeypatch: pytest.MonkeyPatch, archive: Path, output: Path) -> None:
    put = Parts.put

    def full(self: Parts, line: str) -> None:
        if self.count == 12:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(self, "_file", Full(self._file))
                put(self, line)
        put(self, line)

    class Full:
        def __init__(self, file: Any) -> None:
            self.file = file

        def write(self, data: bytes) -> None:
            self.file.write(data[:9])
            self.file.flush()
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Parts, "put", full)
        with pytest.raises(OutputError, match="No space left on device"):
            run(order(archive, output))
    first = next(iter(summarize_archive(order(archive, output))))
    assert first.done == 12
    assert run(order(archive, output)).is_complete
    assert [record["row"] for record in records(output)] == list(range(1, 41))


def test_lines_hold_what_some_programs_take_for_line_ends(tmp_path: Path, output: Path) -> None:
    path = write(tmp_path / "in.jsonl", [{"id": "a\u2028b\x85", "text": "A ship\u2028 left Hestholm\x9b."}])
    run(order(path, output))
    (line,) = output.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["id"] == "a\u2028b\x85"
    assert "\x9b" not in line
