"""Which model a name means, which profile it gets, and that the network is left alone."""

from __future__ import annotations

import json
import os
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize.config import Options
from summarize.engines import find_model, open_engine
from summarize.engines.convert import import_model
from summarize.engines.hub import is_hub_id
from summarize.errors import ModelError
from summarize.pipeline import Summarizer
from summarize.prompts import load_profile
from tests.conftest import Run
from tests.engines.conftest import TEXT

Give = Callable[[str], Path]
OWN = """
name = "press"
budget = 256
[match]
model_type = ["bart"]
config = { d_model = 16 }
[source]
titled = "{title}: {text}"
untitled = "{text}"
[generation]
beam_size = 2
n_best = 2
max_tokens = 24
[tasks.brief]
template = "tl;dr: {source}"
"""


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return the list of connections that were tried; none succeeds."""
    tried: list[Any] = []

    def refuse(_: socket.socket, address: Any) -> None:
        tried.append(address)
        raise OSError("no network")

    def unknown(*names: Any, **__: Any) -> None:
        tried.append(names)
        raise socket.gaierror("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    return tried


@pytest.fixture
def cached(checkpoint: Give, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the hub id of a model that the cache has, as the hub's library lays it out."""
    import huggingface_hub

    place = tmp_path / "cache" / "models--vesterholm--kystblad-bart"
    (place / "refs").mkdir(parents=True)
    (place / "refs" / "main").write_text("0123abcd" * 5)
    shutil.copytree(checkpoint("bart"), place / "snapshots" / ("0123abcd" * 5))
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    return "vesterholm/kystblad-bart"


def test_a_local_folder_never_asks_the_network(checkpoint: Give, no_network: list[Any]) -> None:
    found = find_model(str(checkpoint("bart")))
    open_engine(found, load_profile(found.profile))
    assert no_network == []


@pytest.mark.parametrize("mark", ["", "hf:"])
def test_offline_a_hub_id_is_taken_from_the_cache(mark: str, cached: str, no_network: list[Any]) -> None:
    summarizer = Summarizer(Options(model=mark + cached, offline=True, tasks=("brief",), threads=1))
    assert summarizer.summarize(TEXT).model == cached
    assert no_network == []


def test_the_environment_says_offline_as_well(
    cached: str, no_network: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    import huggingface_hub

    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    assert find_model(cached).profile == "bart-cnn"
    with pytest.raises(ModelError, match="cannot be fetched"):
        find_model("vesterholm/another")
    assert no_network == []


def test_offline_what_is_not_cached_is_an_error(cached: str, no_network: list[Any]) -> None:
    with pytest.raises(ModelError, match=r"vesterholm/another cannot be fetched.*leave out --offline"):
        find_model("vesterholm/another", offline=True)
    assert no_network == []


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("owner/name", True),
        ("hf:owner/name-1.2", True),
        ("name", False),
        ("./owner/name", False),
        ("../owner", False),
        ("/owner/name", False),
        ("a/b/c", False),
        ("~/name", False),
        ("owner/", False),
    ],
)
def test_what_is_a_hub_id(name: str, is_one: bool) -> None:
    assert is_hub_id(name) is is_one


def test_a_local_folder_goes_before_a_hub_id(
    checkpoint: Give, tmp_path: Path, no_network: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(checkpoint("t5"), tmp_path / "owner" / "name")
    monkeypatch.chdir(tmp_path)
    assert find_model("owner/name").repository == ""
    assert no_network == []


def test_one_toml_file_adds_a_family(checkpoint: Give, home: Path, tmp_path: Path) -> None:
    bart = str(checkpoint("bart"))
    folder = tmp_path / "asking"
    folder.mkdir()
    (folder / "press.toml").write_text(OWN)
    # By its path, from a folder of them, and from the user's own: there it is found without being named.
    assert find_model(bart).profile == "bart-cnn"
    assert load_profile(find_model(bart, str(folder / "press.toml")).profile).name == "press"
    assert load_profile(find_model(bart, str(folder)).profile).name == "press"
    assert find_model(str(checkpoint("t5")), str(folder)).profile == "t5"
    shutil.copytree(folder, home / "profiles")
    assert find_model(bart).profile == "press"
    summarizer = Summarizer(Options(model=bart, tasks=("brief",)))
    assert summarizer.summarize(TEXT).model == "bart"


def test_a_model_that_only_writes_briefs_still_gives_points_and_the_title(checkpoint: Give) -> None:
    import summarize

    article = summarize.read_article(str(Path(__file__).parents[2] / "examples" / "court.txt"))
    summary = Summarizer(Options(model=str(checkpoint("bart")), threads=1)).summarize(article)
    assert summary.headline
    assert summary.headline.origin == "source"
    assert summary.headline.text == (summary.article.title or "").rstrip(".")
    assert summary.brief
    assert summary.points


def test_without_a_title_there_is_no_headline(checkpoint: Give) -> None:
    summary = Summarizer(Options(model=str(checkpoint("t5")), threads=1)).summarize(TEXT)
    assert summary.headline is None
    assert summary.brief


def test_nothing_but_the_summary_is_said(checkpoint: Give, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = run(
        "-m", str(checkpoint("t5")), "--only", "brief", "--threads", "1", "--device", "cpu", "--offline", "a.txt"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


def test_an_import_clears_away_what_killed_ones_left(checkpoint: Give, home: Path) -> None:
    left, running = home / "models" / ".unfinished-old", home / "models" / ".unfinished-new"
    for folder in (left, running):
        (folder / "half").mkdir(parents=True)
        (folder / "half" / "model.bin").write_bytes(b"half of it")
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(left, (two_days_ago, two_days_ago))
    import_model(str(checkpoint("t5")), "mine", "float32")
    assert sorted(path.name for path in (home / "models").iterdir()) == [".unfinished-new", "mine"]


def test_an_imported_model_keeps_its_profile(checkpoint: Give, home: Path) -> None:
    import_model(str(checkpoint("t5")), "mine", "float32", "pegasus")
    assert find_model("mine").profile == "pegasus"
    assert find_model("mine", "t5").profile == "t5"
    (home / "models" / "mine" / "summarize.json").write_text(json.dumps({"source": "?"}))
    with pytest.raises(ModelError, match=r"summarize\.json is damaged"):
        find_model("mine")
