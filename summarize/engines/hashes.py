"""A model folder -> whether its files are the ones that were put there, by SHA-256 as `sha256sum -c` checks it.

Hashing takes a tenth of a second or more, so a folder that was found whole is noted in the user's cache with the
sizes and times of its files, and hashed again only when one of them has changed. Where the cache cannot be
written, it is hashed each time.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from summarize.errors import ModelError
from summarize.home import cache_folder

SUMS = "SHA256SUMS"
_STEP = 1 << 20


def write_hashes(folder: Path) -> None:
    """Write down the hashes of a model's files, beside them."""
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name != SUMS and file.suffix != ".md")
    lines = (f"{_hash(file)}  {file.name}\n" for file in files)
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def demand_whole(folder: Path) -> None:
    """Raise ModelError if a file of a model is not what its hash says; a folder without hashes is not asked."""
    try:
        sums = _read(folder / SUMS)
        if sums is None:
            return
        state = {name: _state(folder / name) for name in sums}
        note = _note(folder)
        if _noted(note) == [sums, state]:
            return
        wrong = [name for name, wanted in sums.items() if _hash(folder / name) != wanted]
    except OSError as error:
        raise ModelError(f"model {folder} cannot be read: {error.strerror}", _ADVICE) from error
    if wrong:
        raise ModelError(f"model {folder} is not as it was made: {', '.join(wrong)} has another SHA-256", _ADVICE)
    _keep(note, [sums, state])


_ADVICE = "install or import it again"


def _read(file: Path) -> dict[str, str] | None:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise ModelError(f"{file} is damaged", _ADVICE) from error
    pairs = [line.split("  ", 1) for line in lines]
    if not pairs or any(len(pair) != 2 or Path(pair[1]).name != pair[1] for pair in pairs):
        raise ModelError(f"{file} is damaged", _ADVICE)
    return {name: wanted for wanted, name in pairs}


def _state(file: Path) -> list[int]:
    status = file.stat()
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def _hash(file: Path) -> str:
    digest = sha256()
    with file.open("rb") as data:
        while part := data.read(_STEP):
            digest.update(part)
    return digest.hexdigest()


def _note(folder: Path) -> Path:
    name = sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    return cache_folder() / f"checked-{name}.json"


def _noted(note: Path) -> object:
    try:
        return json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def _keep(note: Path, value: object) -> None:
    """Write the note whole; without it the next start is only slower."""
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=note.parent, prefix=".checked-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(value, file)
        Path(name).replace(note)
