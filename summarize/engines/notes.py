"""What `summarize models import` writes beside a converted model, and reads back when the model is used."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from summarize.errors import ModelError

_FILE = "summarize.json"


@dataclass(frozen=True, slots=True)
class Notes:
    """What a converted model's own files do not say.

    `source` is the folder or hub id it came from. The limits count the pieces of an input, the model's
    marks included, and of an output; 0 where the model's positions set none. `prefix` are pieces that
    every output begins with.
    """

    source: str
    model_type: str
    profile: str
    quantization: str
    input_limit: int = 0
    output_limit: int = 0
    prefix: tuple[str, ...] = ()


def read_notes(folder: Path) -> Notes | None:
    """Return the notes in a model folder, None if there are none. Raises ModelError if they are damaged."""
    try:
        values = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        known = {one.name: values[one.name] for one in fields(Notes)}
        return Notes(**{**known, "prefix": tuple(known["prefix"])})
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelError(f"{folder / _FILE} is damaged: {error!r}", "remove the model and import it again") from error


def write_notes(folder: Path, notes: Notes) -> None:
    """Write the notes into a model folder."""
    (folder / _FILE).write_text(json.dumps(asdict(notes), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
