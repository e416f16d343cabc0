"""`summarize batch --ray` on two workers of this machine, of which one is killed in the middle of the run.

Each `ray start` stays in the foreground, listens on the loopback only, wants a token made here, and what is killed
is killed by the number of a process that was started here.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.batch.conftest import rows, write
from tests.conftest import ROOT

pytest.importorskip("ray", reason="the extra `ray` is not installed")
pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="worker processes are found by way of /proc")

_PATIENCE = 300.0  # seconds; a machine that does other work is slow to start a cluster
# Two sentences each, so that the model is needed; several chunks for each worker.
_ARTICLES = [
    {"id": f"a{number}", "text": f"The ferry left Hestholm on Monday with {number + 20} people. Nobody was hurt."}
    for number in range(48)
]


def descendants(process: int) -> list[tuple[int, str]]:
    """Return the processes below one, and what each calls itself."""
    children: dict[int, list[int]] = {}
    names: dict[int, str] = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            names[int(path.name)] = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (OSError, ValueError):
            continue
        children.setdefault(parent, []).append(int(path.name))
    found, queue = [], [process]
    while queue:
        queue += children.get(queue[0], [])
        found.append((queue[0], names.get(queue.pop(0), "")))
    return found


def wait_for(condition: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Wait until something is so, while a process runs."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert process.poll() is None, process.stderr.read().decode() if process.stderr else "it ended"
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def written(folder: Path) -> int:
    """Return how many rows an unfinished run has left."""
    return sum(path.read_bytes().count(b"\n") for path in folder.glob("0*.jsonl"))


class Cluster:
    """Two nodes of one core each. `first` and `second` are their processes."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{found.getsockname()[1]}"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("RAY_")},
            **{"PYTHONPATH": str(ROOT), "RAY_USAGE_STATS_ENABLED": "0"},
            **{"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)},
        }
        port = self.address.partition(":")[2]
        self.first = self._start("--head", f"--port={port}", "--include-dashboard=false", f"--temp-dir={folder}")
        wait_for(self._answers, self.first)
        self.second = self._start(f"--address={self.address}")
        wait_for(lambda: any("raylet/raylet" in name for _, name in descendants(self.second.pid)), self.second)

    def workers(self) -> list[int]:
        """Return the actors at work."""
        found = [*descendants(self.first.pid), *descendants(self.second.pid)]
        return [number for number, name in found if name.startswith("ray::MapWorker")]

    def stop(self) -> None:
        """End every process of the cluster."""
        for process in (self.second, self.first):
            for number, _ in reversed(descendants(process.pid)):
                kill(number)
            process.wait()

    def _answers(self) -> bool:
        host, _, port = self.address.partition(":")
        with socket.socket() as found:
            return found.connect_ex((host, int(port))) == 0

    def _start(self, *more: str) -> subprocess.Popen[bytes]:
        start = "from ray.scripts.scripts import main; main()"
        command = [
            sys.executable,
            "-c",
            start,
            "start",
            "--block",
            "--num-cpus=1",
            "--node-ip-address=127.0.0.1",
            *more,
        ]
        nothing = subprocess.DEVNULL
        return subprocess.Popen(command, env=self.environment, stdin=nothing, stdout=nothing, stderr=nothing)


def kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    import tempfile

    with tempfile.TemporaryDirectory(
        prefix="r", dir="/tmp", ignore_cleanup_errors=True
    ) as folder:  # socket paths are short
        found = Cluster(Path(folder))
        yield found
        found.stop()


def batch(*args: str, folder: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "summarize", "batch", *args, "--only", "headline"]
    return subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)


def end(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Wait for a run; return its exit code and what it said."""
    _, error = process.communicate(timeout=_PATIENCE)
    return process.returncode, error.decode()


def test_a_killed_worker_loses_no_row(cluster: Cluster, tmp_path: Path) -> None:
    archive = write(tmp_path / "in.jsonl", _ARTICLES)
    archive.write_text(archive.read_text() + '{"id": "bad"}\n')
    assert end(batch("in.jsonl", "-o", "here.jsonl", folder=tmp_path, environment=cluster.environment))[0] == 2
    process = batch(
        *("in.jsonl", "-o", "there.jsonl", "--ray", cluster.address), folder=tmp_path, environment=cluster.environment
    )
    wait_for(lambda: written(tmp_path / "there.jsonl.parts") > 0, process)
    before = cluster.workers()
    assert len(before) == 2
    kill(before[-1])
    code, error = end(process)
    assert code == 2, error
    assert "49 rows done, 1 of them error" in error
    found = [json.loads(line)["row"] for line in (tmp_path / "there.jsonl").read_text().splitlines()]
    assert found == list(range(1, 50))
    assert (tmp_path / "there.jsonl").read_bytes() == (tmp_path / "here.jsonl").read_bytes()


def test_a_run_goes_on_in_another_place(tmp_path: Path, cluster: Cluster) -> None:
    write(tmp_path / "in.jsonl", _ARTICLES)
    assert end(batch("in.jsonl", "-o", "whole.jsonl", folder=tmp_path, environment=cluster.environment))[0] == 0
    process = batch("in.jsonl", "-o", "out.jsonl", folder=tmp_path, environment=cluster.environment)
    wait_for(lambda: written(tmp_path / "out.jsonl.parts") > 2, process)
    kill(process.pid)
    end(process)
    args = ("in.jsonl", "-o", "out.jsonl", "--ray", cluster.address)
    code, error = end(batch(*args, folder=tmp_path, environment=cluster.environment))
    assert code == 0, error
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_cluster_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.batch import ray
    from summarize.errors import InputError

    def refuse(**_: object) -> None:
        raise ConnectionError("nobody answers")

    monkeypatch.setattr("ray.init", refuse)
    with pytest.raises(InputError, match=r"no Ray cluster at 127\.0\.0\.1:1: nobody answers"):
        next(ray.lines_of_cluster(lambda: iter(()), 8, ray.Options(), "127.0.0.1:1", lambda: False))


def test_an_archive_that_cannot_be_read_starts_no_cluster(tmp_path: Path) -> None:
    write(tmp_path / "in.jsonl", [{"id": 1, "content": "A ship left."}])
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    code, error = end(
        batch("in.jsonl", "-o", "out.jsonl", "--ray", "127.0.0.1:1", folder=tmp_path, environment=environment)
    )
    assert code == 2
    assert error.count("\n") == 1
    assert "has no column text, article or body; it has id, content" in error
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.batch import ray
    from summarize.errors import MissingExtraError

    write(tmp_path / "in.jsonl", rows())
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingExtraError, match=r"summarize\[ray\]"):
        next(ray.lines_of_cluster(lambda: iter(()), 8, ray.Options(), "local", lambda: False))
