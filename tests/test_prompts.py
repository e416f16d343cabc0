"""Profiles: found wherever the package lies, and refused where they would ask for the wrong thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import prompts
from summarize.data import Passage
from summarize.errors import ModelError
from summarize.prompts import choose_profile, load_profile, profile_names

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


@pytest.mark.parametrize(
    ("config", "pieces", "expected"),
    [
        ({"model_type": "t5"}, (), "t5"),
        ({"model_type": "t5"}, ("<sep>",), "brief-en"),
        ({"model_type": "t5", "feed_forward_proj": "gated-gelu"}, (), "flan-t5"),
        ({"model_type": "t5", "feed_forward_proj": "relu"}, (), "t5"),
        ({"model_type": "bart"}, (), "bart-cnn"),
        ({"model_type": "pegasus"}, (), "pegasus"),
        ({"model_type": "led"}, ("<sep>",), "led"),
        ({"model_type": "mt5", "feed_forward_proj": "gated-gelu"}, (), "plain"),
        ({"model_type": "never-heard-of"}, (), "plain"),
    ],
)
def test_a_profile_is_chosen_by_the_models_config(
    config: dict[str, str], pieces: tuple[str, ...], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_HOME", str(tmp_path))
    assert choose_profile(config, pieces) == expected


def test_the_strictest_that_fits_is_chosen(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_HOME", str(tmp_path / "home"))
    (folder / "wide.toml").write_text(GOOD + '[match]\nmodel_type = ["t5"]\n')
    (folder / "asked.toml").write_text(GOOD + '[match]\nmodel_type = ["t5"]\nprefix = "tl;dr: "\n')
    asked = {"model_type": "t5", "task_specific_params": {"summarization": {"prefix": "tl;dr: "}}}
    assert choose_profile({"model_type": "t5"}, ()) == "wide"
    assert choose_profile(asked, ()) == "asked"


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_gives_all_three(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert set(profile.tasks) == {"headline", "brief", "points"}
    request = profile.request("brief", Passage((), "Rain", "It rained."))
    assert "It rained." in request.text
    assert (profile.parts_of("points") > 1) == (profile.source_of("points") == "brief")


@pytest.mark.parametrize(
    ("added", "message"),
    [
        ('[tasks.points]\nfrom = "title"\n', "points cannot be made from 'title'"),
        ('[tasks.headline]\nfrom = "brief"\n', "headline cannot be made from 'brief'"),
        ('[match]\npieces = ["x"]\n', "model_type"),
        ('[match]\nmodel_type = ["t5"]\nfamily = "x"\n', "family"),
        ("[other]\nx = 1\n", "unknown settings: other"),
    ],
)
def test_what_a_profile_may_not_say(added: str, message: str, folder: Path) -> None:
    (folder / "mine.toml").write_text(GOOD + added)
    with pytest.raises(ModelError, match=message):
        load_profile("mine")
