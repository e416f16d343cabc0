"""Profiles: found wherever the package lies, and refused where they would ask for the wrong thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import prompts
from summarize.data import Passage
from summarize.errors import ModelError
from summarize.prompts import load_profile, profile_names

GOOD = """
name = "mine"
budget = 512
[source]
titled = "{title}: {text}"
untitled = "{text}"
[generation]
beam_size = 2
n_best = 2
[tasks.brief]
template = "summarize: {source}"
max_tokens = 80
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(prompts, "_FOLDERS", (tmp_path,))
    return tmp_path


def test_the_built_in_profile_has_all_three_tasks() -> None:
    profile = load_profile("brief-en")
    request = profile.request("points", Passage((), "Bridge closed", "The bridge closed on Monday."))
    assert request.text == "points: Bridge closed. The bridge closed on Monday."
    assert (request.separator, request.generation.beam_size) == ("<sep>", 4)
    assert set(profile.tasks) == {"headline", "brief", "points"}
    assert "brief-en" in profile_names()


def test_a_passage_without_a_title(folder: Path) -> None:
    (folder / "mine.toml").write_text(GOOD)
    profile = load_profile("mine")
    assert profile.request("brief", Passage((), None, "It rained.")).text == "summarize: It rained."
    assert profile.request("brief", Passage((), "Rain", "It {rained}.")).text == "summarize: Rain: It {rained}."
    assert profile.frame == "summarize: : "


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("{source}", "{body}"), "asks for body"),
        (("{title}: {text}", "{headline}"), "asks for headline"),
        (("budget = 512", ""), "budget"),
        (("max_tokens = 80", "tokens = 80"), "tokens"),
        (("[tasks.brief]", "[tasks.haiku]"), "haiku"),
        (('name = "mine"', "name = "), "not usable"),
    ],
)
def test_a_broken_profile_is_refused(folder: Path, change: tuple[str, str], message: str) -> None:
    (folder / "mine.toml").write_text(GOOD.replace(*change))
    with pytest.raises(ModelError, match=message):
        load_profile("mine")


def test_a_missing_profile_names_those_there_are(folder: Path) -> None:
    (folder / "mine.toml").write_text(GOOD)
    with pytest.raises(ModelError, match=r"no profile 'yours'; the profiles are mine"):
        load_profile("yours")


def test_a_task_the_profile_lacks(folder: Path) -> None:
    (folder / "mine.toml").write_text(GOOD)
    with pytest.raises(ModelError, match="no task 'points'; it has brief"):
        load_profile("mine").request("points", Passage((), None, "It rained."))
