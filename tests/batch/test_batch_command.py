"""`summarize batch` as users run it: what it says, how it ends, and what is left when it is killed. No model is loaded."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.batch.conftest import rows, write
from tests.conftest import ROOT

Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Yield a function that starts the program with a stand-in for the model; what still runs then is killed."""
    processes: list[subprocess.Popen[bytes]] = []

    def call(*args: str, seconds: float = 0.0, stdin: int | None = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.batch.scripted", "batch", *args]
        variables = {**os.environ, "PYTHONPATH": str(ROOT), "SCRIPTED_SECONDS": str(seconds)}
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=stdin, stdout=pipe, stderr=pipe, cwd=tmp_path, env=variables)
        processes.append(process)
        return process

    yield call
    for process in processes:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                stream.close()


def run(start: Start, *args: str, seconds: float = 0.0, stdin: bytes | None = None) -> tuple[int, str, str]:
    """Run the program to its end."""
    process = start(*args, seconds=seconds, stdin=subprocess.PIPE)
    out, err = process.communicate(stdin, timeout=60)
    return process.returncode, out.decode(), err.decode()


def numbers(path: Path) -> list[int]:
    return [json.loads(line)["row"] for line in path.read_text(encoding="utf-8").splitlines()]


def wait_for_rows(folder: Path, count: int) -> None:
    """Wait until so many rows are written."""
    end = time.monotonic() + 60
    while sum(path.read_bytes().count(b"\n") for path in folder.glob("0*.jsonl")) < count:
        assert time.monotonic() < end
        time.sleep(0.005)


def test_errors_are_told_by_the_exit_code(start: Start, archive: Path, tmp_path: Path) -> None:
    code, out, err = run(start, "archive.jsonl", "-o", "briefs.jsonl")
    assert (code, out) == (2, "")
    assert err == "summarize: 40 rows done, 4 of them errors; --retry-errors does these again\n"
    assert run(start, "archive.jsonl", "-o", "briefs.jsonl", "--retry-errors", "-q")[:2] == (2, "")
    write(tmp_path / "good.jsonl", rows())
    assert run(start, "good.jsonl", "-o", "good.out.jsonl") == (0, "", "summarize: 3 rows done\n")


def test_from_pipe_to_pipe(start: Start, archive: Path, tmp_path: Path) -> None:
    run(start, "archive.jsonl", "-o", "briefs.jsonl")
    code, out, err = run(start, "-", "-o", "-", stdin=archive.read_bytes())
    assert (code, out) == (2, (tmp_path / "briefs.jsonl").read_text(encoding="utf-8"))
    assert err == "summarize: 40 rows done, 4 of them errors\n"


def test_a_row_comes_out_of_a_pipe_before_the_next_one_comes_in(start: Start) -> None:
    process = start("-", "-o", "-", stdin=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    for row in rows():
        process.stdin.write(json.dumps(row).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == row["id"]
    process.stdin.close()
    assert process.wait(20) == 0


def test_a_reader_that_has_what_it_wants_is_no_failure(start: Start, archive: Path) -> None:
    process = start("archive.jsonl", "-o", "-", seconds=0.02)
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(20) == 0
    assert process.stderr
    assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["missing.jsonl", "-o", "out.jsonl"], "no such file"),
        (["archive.jsonl", "-o", "out.txt"], "neither JSONL nor Parquet"),
        (["archive.jsonl", "-o", "out.jsonl", "--text", "content"], "has no column content; it has id, text"),
        (["archive.jsonl", "-o", "-", "--restart"], "keeps nothing"),
        (["-", "-o", "out.jsonl", "--retry-errors"], "read twice"),
        (["-", "-o", "out.jsonl", "--ray", "local"], "save the rows to a file first"),
        (["archive.jsonl"], "Missing option '-o'"),
        (["archive.jsonl", "-o", "out.jsonl", "--retry-errors"], "leave out --retry-errors"),
    ],
)
def test_what_cannot_be_done(args: list[str], message: str, start: Start, archive: Path, tmp_path: Path) -> None:
    code, out, err = run(start, *args)
    assert (code, out) == (2, "")
    assert message in err
    assert {path.name for path in tmp_path.iterdir()} == {"archive.jsonl"}


def test_only_some_parts(start: Start, archive: Path, tmp_path: Path) -> None:
    (tmp_path / ".summarize.toml").write_text('tasks = ["headline", "points"]\n')
    run(start, "archive.jsonl", "-o", "set.jsonl")
    run(start, "archive.jsonl", "-o", "only.jsonl", "--only", "points", "--only", "brief")
    first, second = (json.loads((tmp_path / name).read_text().splitlines()[0]) for name in ("set.jsonl", "only.jsonl"))
    assert (bool(first["headline"]), first["brief"]["text"], bool(first["points"])) == (True, "", True)
    assert (second["headline"], bool(second["brief"]["text"]), bool(second["points"])) == (None, True, True)


def test_configuration_counts_and_the_command_line_beats_it(start: Start, archive: Path, tmp_path: Path) -> None:
    (tmp_path / ".summarize.toml").write_text("points = 0\n")
    run(start, "archive.jsonl", "-o", "none.jsonl")
    run(start, "archive.jsonl", "-o", "one.jsonl", "--points", "1")
    assert json.loads((tmp_path / "none.jsonl").read_text().splitlines()[0])["points"] == []
    assert len(json.loads((tmp_path / "one.jsonl").read_text().splitlines()[0])["points"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_ctrl_c_finishes_what_is_in_hand_and_says_how_to_go_on(start: Start, archive: Path, tmp_path: Path) -> None:
    run(start, "archive.jsonl", "-o", "whole.jsonl")
    process = start("archive.jsonl", "-o", "briefs.jsonl", seconds=0.05)
    wait_for_rows(tmp_path / "briefs.jsonl.parts", 3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"finishing the batches in hand; Ctrl-C again stops at once" in err
    assert b"the same command goes on from there" in err
    assert not (tmp_path / "briefs.jsonl").exists()
    assert run(start, "archive.jsonl", "-o", "briefs.jsonl")[0] == 2
    assert (tmp_path / "briefs.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_a_second_ctrl_c_stops_at_once(start: Start, archive: Path, tmp_path: Path) -> None:
    process = start("archive.jsonl", "-o", "briefs.jsonl", seconds=120)
    while not (tmp_path / "briefs.jsonl.parts" / "manifest.json").exists():
        time.sleep(0.01)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    time.sleep(0.3)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_ctrl_c_while_nothing_comes_in(start: Start, tmp_path: Path) -> None:
    process = start("-", "-o", "-", stdin=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write(b'{"id": "a", "text": "A ship left."}\n')
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
    assert b"stopped after 1 row\n" in process.stderr.read()  # type: ignore[union-attr]


def test_standard_input_goes_on_too(start: Start, archive: Path, tmp_path: Path) -> None:
    alone = ("--batch-size", "1")  # which rows of a pipe come together is chance
    run(start, "archive.jsonl", "-o", "whole.jsonl", *alone)
    process = start("-", "-o", "briefs.jsonl", *alone, stdin=subprocess.PIPE)
    assert process.stdin
    process.stdin.write(b"\n".join(archive.read_bytes().splitlines()[:5]) + b"\n")
    process.stdin.flush()
    wait_for_rows(tmp_path / "briefs.jsonl.parts", 5)
    process.kill()
    process.wait()
    other = archive.read_bytes().split(b"\n", 1)[1]
    assert "is not the one that was done last" in run(start, "-", "-o", "briefs.jsonl", *alone, stdin=other)[2]
    assert run(start, "-", "-o", "briefs.jsonl", *alone, stdin=archive.read_bytes())[0] == 2
    assert (tmp_path / "briefs.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("size", [1, 3, 4])
def test_kill_9_loses_nothing(size: int, start: Start, archive: Path, tmp_path: Path) -> None:
    how = ("--batch-size", str(size), "--jobs", "2")
    run(start, "archive.jsonl", "-o", "whole.jsonl", *how)
    chance = random.Random(size)
    for _ in range(3):
        process = start("archive.jsonl", "-o", "briefs.jsonl", *how, seconds=0.05)
        done, folder = 0, tmp_path / "briefs.jsonl.parts"
        if folder.exists():
            done = sum(path.read_bytes().count(b"\n") for path in folder.glob("0*.jsonl"))
        wait_for_rows(folder, done + chance.randint(1, 5))
        time.sleep(chance.random() / 20)
        process.kill()
        process.wait()
    code, _, err = run(start, "archive.jsonl", "-o", "briefs.jsonl", *how)
    assert code == 2, err
    assert numbers(tmp_path / "briefs.jsonl") == list(range(1, 41))
    assert (tmp_path / "briefs.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_help_says_what_the_options_do(start: Start) -> None:
    out = run(start, "--help")[1]
    assert "--retry-errors" in out
    assert "zcat old.jsonl.gz | summarize batch" in out
