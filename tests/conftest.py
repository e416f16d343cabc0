"""What several tests share: a summarizer that loads the built-in model once, and the program as users run it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from examples.make import ARTICLES, summarize_example
from summarize.data import Summary
from summarize.pipeline import Summarizer

ROOT = Path(__file__).parent.parent
# Nothing here is timed, least of all by the wall clock of a busy machine.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session", autouse=True)
def _heed_interrupts() -> None:
    """Take SIGINT, whoever started the tests: what a shell runs in the background ignores it, and so would its children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def summarizer() -> Summarizer:
    """Return one Summarizer with the built-in model and the default options."""
    return Summarizer()


@pytest.fixture(scope="session")
def summaries(summarizer: Summarizer) -> dict[str, Summary]:
    """Return what the built-in model makes of each example, by the article's file name."""
    return {path.name: summarize_example(path, summarizer) for path in ARTICLES}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs `summarize` with some arguments in an empty folder."""

    def call(*args: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "summarize", *args]
        variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        return subprocess.run(command, input=stdin, capture_output=True, cwd=tmp_path, env=variables, check=False)

    return call
