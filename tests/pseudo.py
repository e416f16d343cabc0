"""A program run on a real pseudo-terminal, and what a terminal would show of what it wrote."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from signal import SIGINT

from tests.conftest import ROOT

# Stands in for the model: the tests are about the terminal. `wait` seconds pass while it "writes".
SCRIPTED = """
import logging, sys, time
from dataclasses import replace
from summarize import cli, pipeline
from tests.harbour import harbour

class Scripted:
    def __init__(self, options): pass
    def summarize(self, article):
        logging.getLogger("summarize.pipeline").info("writing")
        time.sleep(WAIT)
        summary = harbour()
        return replace(summary, article=replace(summary.article, path=article.path))

pipeline.Summarizer = Scripted
cli.main()
"""
_VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "TERM", "COLORTERM")


def on_terminal(
    *args: str,
    folder: Path,
    columns: int = 80,
    wait: float = 0.0,
    terminals: str = "oe",
    interrupt: str = "",
    **environment: str,
) -> tuple[str, str, int]:
    """Run the program with a scripted model; return stdout, stderr and exit code.

    `terminals` says which of stdout ("o") and stderr ("e") is one, each a terminal of its own; the rest are pipes. The
    program is interrupted when `interrupt` is seen on stderr.
    """
    variables = {name: value for name, value in os.environ.items() if name not in _VARIABLES}
    variables |= {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **environment}
    script = SCRIPTED.replace("WAIT", str(wait))
    ends = {name: _open(columns) if name in terminals else os.pipe() for name in "oe"}
    process = subprocess.Popen(
        [sys.executable, "-c", script, *args],
        stdin=subprocess.DEVNULL,
        stdout=ends["o"][1],
        stderr=ends["e"][1],
        cwd=folder,
        env=variables,
    )
    for _, written in ends.values():
        os.close(written)
    calls = [lambda: process.send_signal(SIGINT)] if interrupt else []
    err = _read_all(ends["e"][0], lambda seen: calls.pop()() if calls and interrupt in seen else None)
    return _read_all(ends["o"][0]), err, process.wait()


def shown(output: str) -> str:
    """Return what is left on a terminal: lines that were written over or erased are gone, styles as well."""
    lines, at = [""], 0
    for part in re.findall(r"\x1b\[[0-9;?]*[A-Za-z]|[^\x1b]", output):
        if part == "\n":
            at += 1
            lines += [""] if at == len(lines) else []
        elif part == "\r":
            lines[at] += "\r"
        elif part == "\x1b[2K":
            lines[at] = ""
        elif part.endswith("A"):
            at = max(0, at - int(part[2:-1] or 1))
        elif not part.startswith("\x1b"):
            lines[at] = part if lines[at].endswith("\r") else lines[at] + part
    return "\n".join(line.rstrip("\r") for line in lines)


def _open(columns: int) -> tuple[int, int]:
    reading, writing = pty.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 24 if columns else 0, columns, 0, 0))
    settings = termios.tcgetattr(writing)
    settings[1] &= ~termios.OPOST  # newlines as they were written
    termios.tcsetattr(writing, termios.TCSANOW, settings)
    return reading, writing


def _read_all(end: int, look: Callable[[str], None] = lambda _: None) -> str:
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(end, 65536)
        except OSError:  # how a pseudo-terminal says that its other side is closed
            break
        if not part:
            break
        parts.append(part)
        look(part.decode(errors="replace"))
    os.close(end)
    return b"".join(parts).decode()
