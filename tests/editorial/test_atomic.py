"""A program that is killed in the middle of a write leaves the old file or the new one, and nothing that stays."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarize.editorial.record import parse_record, text_hash
from summarize.editorial.sidecar import brief_in
from summarize.errors import OutputError
from summarize.output import write_atomically
from tests.conftest import ROOT
from tests.editorial.scripted import FERRY

LETTERS = (b"a", b"b")
SIZE = 3_000_000
PLAIN = f"""
import itertools, sys
from pathlib import Path
from summarize.output import write_atomically
sys.stdout.write("ready\\n")
sys.stdout.flush()
for letter in itertools.cycle({LETTERS!r}):
    write_atomically(Path(sys.argv[1]), letter * {SIZE}, overwrite=True)
"""
BRIEFS = """
import itertools, sys
from summarize import pipeline
from summarize.data import Statement, Summary
from summarize.editorial.write import Order, Writer
words = iter(itertools.count())
class Scripted:
    model = "scripted"
    def __init__(self, options): ...
    def summarize(self, article):
        return Summary(article, None, (Statement(f"Brief {next(words)}. " * 40_000, "model"),), (), model="scripted")
pipeline.Summarizer = Scripted
sys.stdout.write("ready\\n")
sys.stdout.flush()
while True:
    (done,) = Writer(Order("0.1.0", force=True, include=("*",))).run([sys.argv[1]])
    assert done.error is None, done
"""


def killed(script: str, argument: Path, after: float) -> None:
    """Run a script that writes again and again, and kill it some seconds after its first write began."""
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(argument)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    child.stdout.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_kill_9_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "a.brief.md"
    target.write_bytes(LETTERS[0] * SIZE)
    left_over = 0
    for _ in range(12):
        killed(PLAIN, target, random.uniform(0.01, 0.2))
        data = target.read_bytes()
        assert data in (LETTERS[0] * SIZE, LETTERS[1] * SIZE)
        left_over = max(left_over, len(list(tmp_path.iterdir())) - 1)
    assert left_over, "no write was interrupted: this test has shown nothing"
    assert all(path.name.startswith(".a.brief.md.") for path in tmp_path.iterdir() if path != target)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_kill_9_leaves_a_whole_sidecar(tmp_path: Path) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text(FERRY, encoding="utf-8")
    for _ in range(6):
        killed(BRIEFS, article, random.uniform(0.05, 0.4))
        sidecar = tmp_path / "ferry.brief.md"
        if not sidecar.exists():
            continue
        text = sidecar.read_text(encoding="utf-8")
        record = parse_record(text)
        assert record is not None
        assert record.text_hash == text_hash(brief_in(text))
    assert sidecar.exists()
    assert article.read_text(encoding="utf-8") == FERRY


def test_what_a_killed_write_left_is_removed_by_a_later_one(tmp_path: Path) -> None:
    dead, alive = tmp_path / ".a.md.1234.unfinished", tmp_path / ".a.md.5678.unfinished"
    others = tmp_path / ".b.md.1234.unfinished", tmp_path / ".a.md.1234"
    for path in (dead, alive, *others):
        path.write_text("half a fi")
    for path in (dead, *others):
        os.utime(path, (time.time() - 120, time.time() - 120))
    write_atomically(tmp_path / "a.md", "whole")
    assert {path.name for path in tmp_path.iterdir()} == {"a.md", alive.name, *(path.name for path in others)}


@pytest.mark.parametrize("data", [b"one\r\ntwo\n", b"\xef\xbb\xbfmark", b"\xff\x00", b""])
def test_bytes_are_written_as_they_are(data: bytes, tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", data)
    assert (tmp_path / "a").read_bytes() == data
    with pytest.raises(OutputError):
        write_atomically(tmp_path / "a", data)


def test_newlines_of_a_text_stay(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", "one\r\ntwo\nthree\r")
    assert (tmp_path / "a").read_bytes() == b"one\r\ntwo\nthree\r"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_atomically(tmp_path / "link", "new", overwrite=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
