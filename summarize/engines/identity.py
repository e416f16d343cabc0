"""A model folder and its profile -> a hash that is another one if either is: weights are sampled, not read whole."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from summarize.engines.base import ModelFolder
from summarize.prompts import Profile

_SAMPLE = 65_536  # bytes read at the beginning, in the middle and at the end of each file


def fingerprint(folder: ModelFolder, profile: Profile) -> str:
    """Return the hash, in hexadecimal digits. Where the files lie, and when they were made, do not count."""
    found = sha256(f"{folder.name}\n{folder.runner}\n{folder.repository}\n{profile!r}\n".encode())
    for path in sorted(one for one in folder.path.rglob("*") if one.is_file()):
        found.update(f"{path.relative_to(folder.path).as_posix()}\n{path.stat().st_size}\n".encode())
        with path.open("rb") as file:
            found.update(_sample(file, path))
    return found.hexdigest()


def _sample(file: BinaryIO, path: Path) -> bytes:
    size = path.stat().st_size
    if size <= 3 * _SAMPLE:
        return file.read()
    pieces = []
    for start in (0, (size - _SAMPLE) // 2, size - _SAMPLE):
        file.seek(start)
        pieces.append(file.read(_SAMPLE))
    return b"".join(pieces)
