"""What the commands of this room share: one edge for failures, lines on stderr, files written whole."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from summarize.errors import InputError, MissingExtraError, SummarizeError

_BLOCK = 1 << 20


def parser(module: str, text: str) -> argparse.ArgumentParser:
    """Return a parser for `python -m summarize.training.MODULE` whose help begins with `text`."""
    return argparse.ArgumentParser(
        prog=f"python -m summarize.training.{module}",
        description=text,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def run(work: Callable[[list[str]], None]) -> NoReturn:
    """Do the work of a command and leave: with 0, with 2 for what the user can mend, with 130 for ^C."""
    try:
        work(sys.argv[1:])
    except SummarizeError as error:
        say(f"summarize: {error}")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)


def say(line: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def quiet_torch() -> Any:
    """Import torch, with transformers' progress bars and remarks off; raises MissingExtraError."""
    try:
        import torch

        logging: Any = import_module("transformers.utils.logging")
    except ImportError as error:
        raise MissingExtraError(
            "training needs torch, which is not installed", "pip install 'summarize[train]'"
        ) from error
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    return torch


def read_input(path: str) -> bytes:
    """Return the bytes of a file that the user named, unpacked if it ends in .gz; raises InputError."""
    import gzip

    try:
        data = Path(path).read_bytes()
        return gzip.decompress(data) if path.endswith(".gz") else data
    except (OSError, EOFError) as error:
        raise InputError(f"cannot read {path}: {error}", "check the path") from error


def write_whole(path: Path, text: str) -> None:
    """Write a file so that whoever looks finds the old text or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def whole_lines(path: Path) -> None:
    """Take away half a line that a stop left at the end of a file."""
    data = path.read_bytes()
    with path.open("r+b") as file:
        file.truncate(data.rfind(b"\n") + 1)


def to_lines(rows: Iterable[dict[str, Any]]) -> str:
    """Return rows as JSONL."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, as hexadecimal digits."""
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
