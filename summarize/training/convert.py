"""A T5 checkpoint -> a CTranslate2 folder that says the same, or no folder at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from summarize.errors import ModelError
from summarize.training.checkpoint import load_model
from summarize.training.command import quiet_torch

# What both are asked to continue, in the form of the requests that the built-in model is trained on.
_TEXTS = (
    "brief: Council closes the east pier. The council of Vesterholm closed its east pier on Monday after divers found "
    "a crack of 14 metres. Repairs will cost 3.2 million kroner, the harbour master, Jonas Ekdahl, said.",
    "points: The library in Hallsund reopens on 3 March. It had been shut since a fire in October. Loans are free for "
    "a year, its director, Ingrid Solvang, told reporters. About 9,000 books were lost.",
    "headline: A court in Bergstad fined a dairy 250,000 kroner on Thursday for selling milk past its date.",
)
_LONGEST = 48
# Nats per piece. Rounding the built-in model to int8 costs 0.04; one that is scaled wrongly is off by
# more than 1.
_TOLERANCE = {"float32": 0.002, "float16": 0.02, "int8": 0.2}
QUANTIZATIONS = tuple(_TOLERANCE)


@dataclass(frozen=True, slots=True)
class Check:
    """How far the converted model is from its checkpoint: the mean difference of a piece's log-probability, in nats.

    `size` is that of the weights, in bytes.
    """

    difference: float
    pieces: int
    size: int
    parameters: int


@dataclass(frozen=True, slots=True)
class Sample:
    """What a checkpoint wrote of a source, in pieces, without the end, and the log-probability of each."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    chances: tuple[float, ...]


def convert(checkpoint: Path, out: Path, quantization: str) -> Check:
    """Write the folder `out` and return how well it agrees; raises ModelError, and writes nothing, if it does not."""
    if out.exists():
        raise ModelError(f"{out} is there already", "name another folder with --out")
    model = load_model(checkpoint)
    pieces = _pieces(checkpoint / "spiece.model", model.config.vocab_size)
    samples = _samples(model, checkpoint / "spiece.model")  # before converting, which may write into the weights
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    parameters = model.num_parameters()
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        spec = _spec(model, pieces)
        spec.validate()
        spec.optimize(quantization=quantization)
        spec.save(str(beside))
        shutil.copyfile(checkpoint / "spiece.model", beside / "spiece.model")
        check = _compare(samples, beside, pieces, parameters)
        if check.difference > _TOLERANCE[quantization]:
            raise ModelError(
                f"the converted model differs from {checkpoint} by {check.difference:.3f} nats a piece",
                f"at most {_TOLERANCE[quantization]} was expected; try --quantization float32",
            )
        beside.replace(out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return check


def is_tied(config: Any) -> bool:
    """Return whether the decoder's output is scaled, as in models that share input and output embeddings.

    transformers 5 sets `tie_word_embeddings` for every T5 and keeps what the file said in the other.
    """
    return bool(getattr(config, "scale_decoder_outputs", config.tie_word_embeddings))


def _spec(model: Any, pieces: Sequence[str]) -> Any:
    if model.config.model_type != "t5":
        raise ModelError(f"this is a {model.config.model_type} model", "export takes T5 models")
    loader: Any = import_module("ctranslate2.converters.transformers").T5Loader()
    model.config.tie_word_embeddings = is_tied(model.config)  # what its loader scales by
    spec = loader.get_model_spec(model)
    loader.set_vocabulary(spec, list(pieces))
    config = model.config
    spec.config.bos_token = pieces[config.pad_token_id]
    spec.config.eos_token = pieces[config.eos_token_id]
    spec.config.unk_token = "<unk>"
    spec.config.decoder_start_token = pieces[config.decoder_start_token_id]
    return spec


def _pieces(path: Path, size: int) -> tuple[str, ...]:
    """Return the vocabulary, filled up to the model's rows: T5 has more of those than pieces."""
    import sentencepiece

    processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))
    count = len(processor)
    if count > size:
        raise ModelError(f"{path} has {count} pieces, the model {size}", "they do not belong together")
    own = tuple(processor.id_to_piece(at) for at in range(count))
    return (*own, *(f"<extra_id_{at}>" for at in range(size - count)))


def _samples(model: Any, vocabulary: Path) -> tuple[Sample, ...]:
    import sentencepiece

    processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    sources = [[*processor.encode(text), model.config.eos_token_id] for text in _TEXTS]
    model.eval()
    return tuple(_written(model, source) for source in sources)


def _compare(samples: Sequence[Sample], folder: Path, pieces: Sequence[str], parameters: int) -> Check:
    """Ask the converted model how likely each piece of the samples is."""
    import ctranslate2

    translator = ctranslate2.Translator(str(folder), device="cpu", intra_threads=1)
    differences: list[float] = []
    for sample in samples:
        source, target = ([pieces[at] for at in ids] for ids in (sample.source, sample.target))
        (scored,) = translator.score_batch([source], [target])
        differences += [abs(one - other) for one, other in zip(scored.log_probs, sample.chances, strict=False)]
    return Check(
        sum(differences) / len(differences), len(differences), (folder / "model.bin").stat().st_size, parameters
    )


def _written(model: Any, source: Sequence[int]) -> Sample:
    """Let the checkpoint write greedily."""
    torch = quiet_torch()
    ids = torch.tensor([source])
    with torch.no_grad():
        found = model.generate(ids, max_new_tokens=_LONGEST, min_new_tokens=2, do_sample=False, num_beams=1)
        logits = model(input_ids=ids, decoder_input_ids=found[:, :-1]).logits
    target = found[0, 1:]
    target = target[: len(target) - int(target[-1] == model.config.eos_token_id)]
    chances = torch.log_softmax(logits[0], -1)[torch.arange(len(target)), target]
    return Sample(tuple(source), tuple(target.tolist()), tuple(chances.tolist()))
