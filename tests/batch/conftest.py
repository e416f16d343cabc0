"""Archives of a few articles in every form."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

ARTICLES = (
    ("ferry", "The ferry Solvei ran aground off Hestholm on Monday. Nobody was hurt."),
    ("pier", 'The pier of Vesterholm was closed, "for good", the harbour master said.\n\nRepairs cost 3 million.'),
    ("école", "L’école de Kragvik reopened on Friday. Pupils returned at 8am."),
)


def rows() -> list[dict[str, Any]]:
    """Return the articles as rows."""
    return [{"id": name, "title": f"About {name}", "date": "2026-10-27", "text": text} for name, text in ARTICLES]


def write(path: Path, values: list[dict[str, Any]]) -> Path:
    """Write rows in the form that the name tells."""
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in values), encoding="utf-8")
    elif path.suffix in (".csv", ".tsv"):
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(values[0]), delimiter="\t" if path.suffix == ".tsv" else ",")
            table.writeheader()
            table.writerows(values)
    else:
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.Table.from_pylist(values), path, row_group_size=2)
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a JSONL file of 40 articles, of which four are broken in one way or the other."""
    values = [
        {"id": f"a{number}", "text": f"Ship {number} left Hestholm on Monday. It had {number} men aboard."}
        for number in range(40)
    ]
    lines = [json.dumps(value) for value in values]
    lines[7], lines[19] = '{"id": "a7", "text": ""}', "{"
    lines[23], lines[31] = '{"id": "a23", "text": "This is broken."}', '{"id": "a31", "text": "A bomb went off."}'
    path = tmp_path / "archive.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
