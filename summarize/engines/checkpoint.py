"""A folder as transformers saves it -> its configuration, tokenizer and weights, with nothing on stderr."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from summarize.engines.base import Running
from summarize.engines.hub import NEEDS_TORCH
from summarize.errors import MissingExtraError, ModelError

# What an input may have: names that families use for it. T5's positions are relative and set no limit.
_INPUT_LIMITS = ("max_encoder_position_embeddings", "max_position_embeddings", "n_positions")
_OUTPUT_LIMITS = ("max_decoder_position_embeddings", "max_position_embeddings", "n_positions")
_RELATIVE = ("t5", "mt5", "umt5", "longt5", "switch_transformers")
_SANE = 1_000_000  # a tokenizer that knows no limit says 1e30


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A loaded model. The limits count the pieces of an input, marks included, and of an output; 0 is none."""

    model: Any
    tokenizer: Any
    device: str
    input_limit: int
    output_limit: int

    @property
    def model_type(self) -> str:
        """The family, as config.json names it."""
        return str(self.model.config.model_type)

    @property
    def prefix(self) -> tuple[str, ...]:
        """The piece that every output must begin with after the start mark: BART's <s>, a language of mBART."""
        first = self.model.generation_config.forced_bos_token_id
        return () if first is None else (str(self.tokenizer.convert_ids_to_tokens(first)),)


def read_config(folder: Path) -> Mapping[str, Any]:
    """Return config.json of a folder, {} if there is none. Raises ModelError if it is damaged."""
    file = folder / "config.json"
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"{file} cannot be read: {error}", "copy the model again") from error
    return values if isinstance(values, dict) else {}


def load_checkpoint(folder: Path, running: Running) -> Checkpoint:
    """Load a seq2seq model from a local folder.

    Raises MissingExtraError without torch, ModelError if the folder holds no such model or the device is not there.
    """
    demand_libraries(folder)
    import torch
    import transformers

    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    device = _device(torch, running)
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
        model = transformers.AutoModelForSeq2SeqLM.from_pretrained(
            str(folder), local_files_only=True, dtype=_dtype(torch, running, device)
        )
        model = model.to(device).eval()
    except Exception as error:  # of several libraries: a folder that cannot be loaded is the user's to mend
        reason = " ".join(str(error).split()).split(". ")[0]
        raise ModelError(f"model {folder} cannot be loaded: {reason}", "it must be a seq2seq model, whole") from error
    if running.threads:
        torch.set_num_threads(running.threads)
    return Checkpoint(model, tokenizer, device, *limits_of(model.config, tokenizer))


def limits_of(config: Any, tokenizer: Any) -> tuple[int, int]:
    """Return the most pieces of an input and of an output, 0 where there is no limit."""
    if config.model_type in _RELATIVE:
        stated = int(min(tokenizer.model_max_length, _SANE))
        return (0 if stated == _SANE else stated), 0
    return _first(config, _INPUT_LIMITS), _first(config, _OUTPUT_LIMITS)


def _first(config: Any, names: tuple[str, ...]) -> int:
    return next((int(value) for name in names if (value := getattr(config, name, None))), 0)


def demand_libraries(folder: Path) -> None:
    """Raise MissingExtraError if what it takes to load a folder is not installed."""
    for name in ("torch", "transformers"):
        if find_spec(name) is None:
            raise MissingExtraError(f"running {folder} needs {name}, which is not installed", NEEDS_TORCH)
    has_rules = (folder / "tokenizer.json").is_file()
    if not has_rules and any(folder.glob("*.model")) and not _has_protobuf():
        raise MissingExtraError(
            f"reading the vocabulary of {folder} needs protobuf, which is not installed", NEEDS_TORCH
        )


def _has_protobuf() -> bool:
    try:
        return find_spec("google.protobuf") is not None
    except ModuleNotFoundError:
        return False


def _device(torch: Any, running: Running) -> str:
    if running.device == "cuda" and not torch.cuda.is_available():
        raise ModelError(
            "there is no GPU that torch can use", "leave out --device cuda, or install a CUDA build of torch"
        )
    return "cuda" if running.device != "cpu" and torch.cuda.is_available() else "cpu"


def _dtype(torch: Any, running: Running, device: str) -> Any:
    if running.dtype != "auto":
        return getattr(torch, running.dtype)
    # float16 overflows in T5 and PEGASUS, which were trained in bfloat16.
    return torch.bfloat16 if device == "cuda" and torch.cuda.is_bf16_supported() else torch.float32
