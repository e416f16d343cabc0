"""What users feed a program: one clear line on stderr, the right exit code, no traceback, nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.test_language import OTHERS

STORY = (
    "The port of Vesterholm reopened on Monday after a storm had closed it for three days. "
    "Harbour master Piet van Daalen said 14 ships were waiting outside. "
    "The storm sank two fishing boats, and nobody was hurt. "
    "Repairs to the northern quay will cost 2.1 million kroner, the council said."
)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(STORY)
    return tmp_path


REFUSED = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n ",
    "picture.png": PNG,
    "binary.txt": bytes(range(256)) * 20,
    "nul.txt": b"The port\x00 reopened.\x00\x00\x00 It is\x00 open.\x00",
}


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_to_read_is_one_line_and_stops_no_other(name: str, folder: Path, run: Run) -> None:
    (folder / name).write_bytes(REFUSED[name])
    done = run(name, "good.txt", "--only", "headline")
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("summarize: ")
    assert lines[0].count(name) == 1
    assert b"==> good.txt <==" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "says"), [("missing.txt", "missing.txt"), (".", "folder"), ("good.txt/x", "good.txt/x")]
)
def test_a_path_that_is_no_file(name: str, says: str, folder: Path, run: Run) -> None:
    done = run(name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert says in done.stderr.decode() or "directory" in done.stderr.decode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything; test_read_files simulates the refusal")
def test_a_file_that_may_not_be_read(folder: Path, run: Run) -> None:
    (folder / "good.txt").chmod(0)
    done = run("good.txt")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


READ = {
    "latin-1": STORY.replace("Vesterholm", "Vesterhølm").encode("latin-1"),
    "utf-16": STORY.encode("utf-16"),
    "utf-8 with a mark": b"\xef\xbb\xbf" + STORY.encode(),
    "crlf": STORY.replace(". ", ".\r\n").encode(),
    "old mac newlines": STORY.replace(". ", ".\r").encode(),
}


@pytest.mark.parametrize("name", READ)
def test_odd_but_readable(name: str, folder: Path, run: Run) -> None:
    (folder / "odd.txt").write_bytes(READ[name])
    done = run("odd.txt", "--no-headline")
    assert done.returncode == 0, done.stderr
    assert b"Monday" in done.stdout
    assert done.stderr.count(b"\n") == (name == "latin-1")


def test_a_very_long_line_is_bounded(folder: Path, run: Run) -> None:
    (folder / "long.txt").write_text(STORY + " word" * 80_000)
    done = run("long.txt", "--only", "headline")
    assert done.returncode == 0, done.stderr


def test_thirty_words(folder: Path, run: Run) -> None:
    (folder / "short.txt").write_text(" ".join(STORY.split()[:26]))
    done = run("short.txt")
    assert done.returncode == 0
    assert b"Vesterholm" in done.stdout


def test_one_sentence_returns_itself_and_says_so(folder: Path, run: Run) -> None:
    sentence = STORY.split(". ")[0] + "."
    (folder / "one.txt").write_text(sentence)
    done = run("one.txt")
    assert done.returncode == 0
    assert " ".join(done.stdout.decode().split()) == sentence
    assert b"one sentence" in done.stderr


def test_another_language_is_warned_of(folder: Path, run: Run) -> None:
    (folder / "norsk.txt").write_text(OTHERS["Norwegian"])
    done = run("norsk.txt")
    assert b"does not look like English" in done.stderr
    assert b"does not look like English" not in run("good.txt").stderr


def test_controls_of_the_article_never_reach_the_terminal(folder: Path, run: Run) -> None:
    evil = (
        STORY.replace("Piet", "\x1b[31mPiet\x1b[0m\x07")
        .replace("Monday", "Mon\u200bday\u202e")
        .replace("two", "\x9b2Jtwo")
    )
    (folder / "evil.txt").write_text(evil)
    for args in (["evil.txt", "--explain"], ["--show-clean", "evil.txt"], ["-f", "json", "evil.txt"]):
        done = run(*args)
        assert done.returncode == 0
        shown = (done.stdout + done.stderr).decode()
        assert not {"\x1b", "\x07", "\x9b"} & set(shown)
        if args[0] != "--show-clean":
            assert "\u202e" not in shown


def test_controls_of_a_file_name_never_reach_the_terminal(run: Run) -> None:
    done = run("no\x1b[2Jsuch.txt")
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr


@pytest.mark.parametrize("output", ["no/such/folder/out.txt", "good.txt/out.txt"])
def test_output_that_cannot_be_written(output: str, folder: Path, run: Run) -> None:
    done = run("good.txt", "-o", output, "--only", "headline")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def start(folder: Path, *args: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "summarize", *args]
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_closed_pipe_is_no_failure(folder: Path) -> None:
    with start(folder, "--only", "headline", *["good.txt"] * 3) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


def test_ctrl_c_is_130(folder: Path) -> None:
    process = start(folder, *["good.txt"] * 200)
    assert process.stdout
    process.stdout.readline()  # it is at work
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
