"""The README's own commands and code, run as a reader would run them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.cli import cli
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"<!-- run -->\n```sh\n(.*?)```", README, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a folder with the examples in it, and `summarize` on the path."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    command = tmp_path / "bin" / "summarize"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m summarize "$@"\n')
    command.chmod(0o755)
    return tmp_path


def execute(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("line", [line for block in SHELL for line in block.splitlines()])
def test_commands_of_the_readme(line: str, checkout: Path) -> None:
    done = execute(["bash", "-euo", "pipefail", "-c", line], checkout)
    assert done.returncode == 0, done.stderr
    assert done.stdout or (checkout / "briefs").is_dir() or (checkout / "science.json").is_file()


@pytest.mark.parametrize("code", PYTHON)
def test_code_of_the_readme(code: str, checkout: Path) -> None:
    done = execute([sys.executable, "-c", code], checkout)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_there_is_something_to_run() -> None:
    assert len(SHELL) == 1
    assert len(PYTHON) == 1


def test_every_option_is_documented() -> None:
    options = [
        name
        for command in cli.commands.values()
        for param in command.params
        for name in param.opts
        if name.startswith("--")
    ]
    assert [name for name in options if f"{name}" not in README] == []
