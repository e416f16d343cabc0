"""A model's files are what their hashes say, and that costs nothing once it is known."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from summarize.engines import find_model, hashes, open_engine
from summarize.engines.hashes import SUMS, demand_whole, write_hashes
from summarize.errors import ModelError
from summarize.prompts import load_profile


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two files and their hashes, and a cache of its own."""
    monkeypatch.setenv("SUMMARIZE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "model.bin").write_bytes(b"weights" * 1000)
    (folder / "config.json").write_text("{}")
    write_hashes(folder)
    return folder


def test_the_built_in_model_has_its_hashes() -> None:
    folder = find_model().path
    named = dict(reversed(line.split("  ")) for line in (folder / SUMS).read_text().splitlines())
    assert named.keys() == {file.name for file in folder.iterdir()} - {SUMS, "MODEL_CARD.md"}
    for name, wanted in named.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == wanted


def test_a_changed_file_is_named(model: Path) -> None:
    demand_whole(model)
    (model / "model.bin").write_bytes(b"Weights" * 1000)
    with pytest.raises(ModelError, match=r"model\.bin has another SHA-256; install or import it again"):
        demand_whole(model)


def test_a_file_that_is_gone_is_named(model: Path) -> None:
    (model / "config.json").unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        demand_whole(model)


def test_what_was_found_whole_is_not_hashed_again(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demand_whole(model)
    monkeypatch.setattr(hashes, "_hash", lambda _: pytest.fail("hashed again"))
    demand_whole(model)


def test_a_file_of_the_same_size_and_time_is_still_another(model: Path) -> None:
    demand_whole(model)
    status = (model / "model.bin").stat()
    (model / "model.bin").write_bytes(b"Weights" * 1000)
    os.utime(model / "model.bin", ns=(status.st_atime_ns, status.st_mtime_ns))
    with pytest.raises(ModelError):
        demand_whole(model)


def test_a_cache_that_cannot_be_written_only_costs_time(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (model.parent / "file").write_text("in the way")
    monkeypatch.setenv("SUMMARIZE_HOME", str(model.parent / "file"))
    demand_whole(model)
    demand_whole(model)


@pytest.mark.parametrize("sums", ["", "no hash\n", "00  ../config.json\n", "00  /etc/passwd\n"])
def test_damaged_hashes_are_told(model: Path, sums: str) -> None:
    (model / SUMS).write_text(sums)
    with pytest.raises(ModelError, match="SHA256SUMS is damaged"):
        demand_whole(model)


def test_a_folder_without_hashes_is_not_asked(model: Path) -> None:
    (model / SUMS).unlink()
    (model / "model.bin").write_bytes(b"else")
    demand_whole(model)


def test_a_model_that_was_changed_is_not_loaded(model: Path) -> None:
    (model / "model.bin").write_bytes(b"else")
    found = find_model()
    from dataclasses import replace

    with pytest.raises(ModelError, match="has another SHA-256"):
        open_engine(replace(found, path=model), load_profile(found.profile))
