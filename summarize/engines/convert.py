"""A checkpoint of transformers -> a CTranslate2 folder among the user's models, whole and checked, or nothing.

The converter of CTranslate2 4.8 is told what transformers 5 no longer says in the way that it expects.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from summarize.engines.base import ModelFolder, Running
from summarize.engines.checkpoint import Checkpoint, demand_libraries
from summarize.engines.hashes import write_hashes
from summarize.engines.hub import fetch
from summarize.engines.known import UNFINISHED, clear_leftovers, demand_free_name
from summarize.engines.notes import Notes, write_notes
from summarize.engines.store import find_model
from summarize.errors import ModelError
from summarize.home import models_folder

Quantization = Literal["int8", "float16", "float32"]

# Where the layers of a family normalise: what fairseq's configurations said, and those of transformers may not.
_PRE_NORM = {"bart": False, "pegasus": True, "mbart": True}
_NORMS_EMBEDDING = {"bart": True, "pegasus": False, "mbart": True}


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted folder that was checked.

    `distance` is the mean difference, in nats, of the log-probability that it and its source give to a piece, over
    the `pieces` that the source wrote of three texts.
    """

    distance: float
    pieces: int
    parameters: int


def import_model(
    source: str, name: str = "", quantization: Quantization = "int8", profile: str = "", *, offline: bool = False
) -> tuple[ModelFolder, float]:
    """Convert a folder or hub id; return the imported model and how far it is from its source.

    That is the mean difference of the log-probability that both give to a piece, over three texts. Raises
    ModelError if the name is taken, CTranslate2 cannot run the family, or the two disagree.
    """
    found = find_model(source, profile, offline=offline)
    if found.runner == "ctranslate2":
        raise ModelError(f"{source} is a CTranslate2 model already", "use it as it is, with --model")
    demand_libraries(found.path)
    name = demand_free_name(name or found.name.rpartition("/")[2])
    path = fetch(found.repository, offline=offline) if found.repository else found.path
    _demand_loader(found)
    try:
        models_folder().mkdir(parents=True, exist_ok=True)
        clear_leftovers()
    except OSError as error:
        raise ModelError(
            f"{models_folder()} cannot be made: {error.strerror}", "SUMMARIZE_HOME names another"
        ) from error
    with tempfile.TemporaryDirectory(dir=models_folder(), prefix=UNFINISHED) as scratch:
        made = Path(scratch) / name
        conversion = convert(found, path, made, quantization)
        made.replace(models_folder() / name)
    return find_model(str(models_folder() / name)), conversion.distance


def convert(found: ModelFolder, path: Path, made: Path, quantization: Quantization, vocabulary: str = "") -> Conversion:
    """Make the folder `made` of the checkpoint in `path`, and check it.

    It cuts text by the file `vocabulary` of the checkpoint, by all rules of its tokenizer without one. Raises
    ModelError if the two disagree; `made` is then not to be used.
    """
    from summarize.engines.agreement import demand_agreement, take_samples
    from summarize.engines.transformers import TransformersEngine

    engine = TransformersEngine(found.name, path, _budget(found), Running(device="cpu", dtype="float32"))
    samples = take_samples(engine)
    parameters = int(engine.loaded.model.num_parameters())
    _converter(path, engine.loaded).convert(str(made), quantization=quantization)
    if vocabulary:
        shutil.copyfile(path / vocabulary, made / vocabulary)
    else:
        _save_vocabulary(engine.loaded, made)
    write_notes(made, _notes(found, engine.loaded, quantization))
    write_hashes(made)
    distance = demand_agreement(ModelFolder(found.name, made, found.profile), samples, quantization)
    return Conversion(distance, sum(len(sample.scores) for sample in samples), parameters)


def _budget(found: ModelFolder) -> int:
    from summarize.prompts import load_profile

    return load_profile(found.profile).budget


def _demand_loader(found: ModelFolder) -> None:
    import ctranslate2.converters.transformers as converters
    import transformers

    config = transformers.AutoConfig.from_pretrained(str(found.path), local_files_only=True)
    if type(config).__name__ not in converters._MODEL_LOADERS:
        raise ModelError(
            f"{found.name} cannot be converted: CTranslate2 has no loader for {config.model_type}",
            f"it runs as it is: summarize --model {found.repository or found.path}",
        )


def _converter(path: Path, loaded: Checkpoint) -> Any:
    from ctranslate2.converters import TransformersConverter

    class Converter(TransformersConverter):  # type: ignore[misc]
        """The upstream converter, given what is loaded already."""

        def load_model(self, *_: Any, **__: Any) -> Any:
            return _as_expected(loaded.model)

        def load_tokenizer(self, *_: Any, **__: Any) -> Any:
            return _Fitted(loaded.tokenizer, loaded.model.get_input_embeddings().num_embeddings)

        def _load(self) -> Any:
            spec = super()._load()
            # mBART's own start mark, which the upstream loader leaves to whoever translates.
            start = loaded.model.generation_config.decoder_start_token_id
            if loaded.model_type == "mbart" and start is not None:
                spec.config.decoder_start_token = loaded.tokenizer.convert_ids_to_tokens(start)
            return spec

    return Converter(str(path))


def is_tied(config: Any) -> bool:
    """Return whether a T5's output is scaled, as in those that share input and output embeddings."""
    return bool(getattr(config, "scale_decoder_outputs", False))


def _as_expected(model: Any) -> Any:
    """Say in a model's configuration what CTranslate2's loaders read there."""
    config = model.config
    if config.model_type in ("t5", "mt5", "umt5"):
        # transformers 5 sets this for every T5; CTranslate2 takes it to mean that the output is scaled.
        config.tie_word_embeddings = is_tied(config)
    if config.model_type in _PRE_NORM:
        for name, known in (("normalize_before", _PRE_NORM), ("normalize_embedding", _NORMS_EMBEDDING)):
            if not hasattr(config, name):
                setattr(config, name, known[config.model_type])
    return model


class _Fitted:
    """A tokenizer with exactly as many pieces as the model has rows: T5's knows marks that the model may not."""

    def __init__(self, tokenizer: Any, rows: int) -> None:
        self._tokenizer = tokenizer
        self._rows = rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tokenizer, name)

    def get_vocab(self) -> dict[str, int]:
        known = {piece: at for piece, at in self._tokenizer.get_vocab().items() if at < self._rows}
        taken = set(known.values())
        return known | {f"<unused-{at}>": at for at in range(self._rows) if at not in taken}


def _save_vocabulary(loaded: Checkpoint, made: Path) -> None:
    rules = getattr(loaded.tokenizer, "backend_tokenizer", None)
    if rules is None:
        raise ModelError("its tokenizer cannot be saved as tokenizer.json", "it runs as it is, through transformers")
    rules.save(str(made / "tokenizer.json"))


def _notes(found: ModelFolder, loaded: Checkpoint, quantization: Quantization) -> Notes:
    source = found.repository or str(found.path.resolve())
    limits = loaded.input_limit, loaded.output_limit
    return Notes(source, loaded.model_type, found.profile, quantization, *limits, prefix=loaded.prefix)
