"""A model's name, folder or hub id -> what is known of it before it is loaded -> the engine that runs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from summarize.engines.base import Engine, ModelFolder, Running
from summarize.engines.checkpoint import read_config
from summarize.engines.hashes import demand_whole
from summarize.engines.hub import MARK, fetch, fetch_description, is_hub_id
from summarize.engines.notes import read_notes
from summarize.engines.pieces import vocabulary_of
from summarize.errors import ModelError
from summarize.home import models_folder
from summarize.prompts import Profile, choose_profile, profile_names

BUILT_IN = "brief-en"
_BUILT_IN_FOLDER = Path(__file__).parent.parent / "models" / BUILT_IN

# What a CTranslate2 model folder must hold, and in what one that transformers saved is told by.
_LAYOUT = ("model.bin", "config.json")
_VOCABULARIES = ("spiece.model", "tokenizer.json")
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin", "model.safetensors.index.json")


def find_model(model: str = "", profile: str = "", *, offline: bool = False) -> ModelFolder:
    """Return the model that a user means, and the profile it is asked by.

    "" and its name are the built-in one; otherwise a local folder goes before an imported model of that
    name, and both before a hub id. `profile` is a profile's name, a TOML file, or a folder of such to
    choose from. Raises ModelError if there is no such model, or it is not one that can be run.
    """
    found, choose = _find(model, offline=offline)
    return replace(found, profile=_chosen(profile, choose))


def open_engine(folder: ModelFolder, profile: Profile, threads: int = 0, running: Running | None = None) -> Engine:
    """Load a model; `threads` 0 means as many as the process may use, and beats that of `running`.

    Raises ModelError if its files are not as they were made, or cannot be loaded.
    """
    running = running or Running()
    running = replace(running, threads=threads or running.threads)
    if folder.runner == "ctranslate2":
        from summarize.engines.ctranslate2 import CTranslate2Engine

        demand_whole(folder.path)
        return CTranslate2Engine(folder, profile.budget, running)
    from summarize.engines.transformers import TransformersEngine

    path = fetch(folder.repository, offline=running.offline) if folder.repository else folder.path
    return TransformersEngine(folder.name, path, profile.budget, running)


def _find(model: str, *, offline: bool) -> tuple[ModelFolder, Callable[[Path | None], str]]:
    """Return a model and what chooses its profile, from a folder of profiles if one is given."""
    if model in ("", BUILT_IN):
        return ModelFolder(BUILT_IN, _complete(_BUILT_IN_FOLDER), BUILT_IN), lambda _: BUILT_IN
    path = _located(model)
    if path is not None:
        found = ModelFolder(path.resolve().name, path, "", "transformers" if _is_checkpoint(path) else "ctranslate2")
        return found, _chooser(found)
    if not is_hub_id(model):
        raise ModelError(f"there is no model {model!r}", _kinds())
    repository = model.removeprefix(MARK)
    found = ModelFolder(repository, fetch_description(repository, offline=offline), "", "transformers", repository)
    _demand_seq2seq(found.path)
    return found, _chooser(found)


def _located(model: str) -> Path | None:
    """Return the local folder of a model, the user's own before an imported one."""
    if model.startswith(MARK):
        return None
    imported = models_folder() / model
    for path in (Path(model), *([imported] if imported.parent == models_folder() else [])):
        if path.is_dir():
            if _is_checkpoint(path):
                _demand_seq2seq(path)
                return path
            return _complete(path)
    return None


def _chooser(found: ModelFolder) -> Callable[[Path | None], str]:
    def choose(folder: Path | None) -> str:
        notes = read_notes(found.path)
        if notes and not folder:
            return notes.profile
        if found.path.resolve().name in profile_names() and not folder:
            return found.path.resolve().name
        config = {"model_type": notes.model_type} if notes else read_config(found.path)
        if "model_type" not in config:  # a CTranslate2 folder tells nothing of what it was
            return BUILT_IN
        return choose_profile(config, vocabulary_of(found.path), folder)

    return choose


def _chosen(profile: str, choose: Callable[[Path | None], str]) -> str:
    if profile and Path(profile).is_dir() and profile not in profile_names():
        return choose(Path(profile))
    return profile or choose(None)


def _kinds() -> str:
    return f"--model takes {BUILT_IN}, the name of an imported model, a folder, or a hub id: OWNER/NAME"


def _is_checkpoint(path: Path) -> bool:
    return "model_type" in read_config(path) and any(any(path.glob(pattern)) for pattern in _WEIGHTS)


def _demand_seq2seq(path: Path) -> None:
    config = read_config(path)
    names = config.get("architectures") or ()
    if not config.get("is_encoder_decoder", True) or any("CausalLM" in name for name in names):
        raise ModelError(f"{path} is a {config['model_type']} model, not a seq2seq one", "BART, PEGASUS, T5 ... are")


def _complete(path: Path) -> Path:
    missing = [name for name in _LAYOUT if not (path / name).is_file()]
    if not any((path / name).is_file() for name in _VOCABULARIES):
        missing.append(_VOCABULARIES[0])
    if missing:
        raise ModelError(
            f"{path} is not a CTranslate2 model folder: it has no {', '.join(missing)}",
            f"it needs {', '.join(_LAYOUT)} and {' or '.join(_VOCABULARIES)}; one of transformers needs its weights",
        )
    return path
