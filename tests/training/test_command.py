"""The commands of the training room, as they are typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

COMMANDS = ("unpack", "base", "prepare", "train", "export", "rebuild")


def call(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_how_to_call_it(name: str, tmp_path: Path) -> None:
    done = call("-m", f"summarize.training.{name}", "--help", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"\n  python -m summarize.training.{name} " in done.stdout
    assert "--out" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_help_needs_no_torch(name: str, tmp_path: Path) -> None:
    script = (
        f"import sys, summarize.training.{name}\n"
        "sys.exit(', '.join({'torch', 'transformers', 'sentencepiece', 'ctranslate2'} & sys.modules.keys()) or 0)\n"
    )
    done = call("-c", script, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_the_user_can_mend_is_one_line(tmp_path: Path) -> None:
    done = call("-m", "summarize.training.export", "nowhere", "--out", "ours", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        "summarize: there is no checkpoint in nowhere; name the --out of a training run, or a checkpoint\n"
    )


def test_without_torch_the_extra_is_named(tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("raise ImportError('no torch here')\n")
    script = (
        "import sys; sys.path.insert(0, '.'); sys.argv[1:] = ['x', '--out', 'y']\n"
        "from summarize.training import export\nfrom summarize.training.command import run\nrun(export.main)\n"
    )
    done = call("-c", script, folder=tmp_path)
    assert done.returncode == 2
    assert "pip install 'summarize[train]'" in done.stderr
