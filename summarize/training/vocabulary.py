"""A sentencepiece vocabulary and the texts it is for -> a smaller one, with the signs those texts need."""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from summarize.errors import MissingExtraError, ModelError

SEPARATOR = "<sep>"
# Letters of European names and signs of web text that T5 cannot write.
_LETTERS = "".join(map(chr, (*range(0xA1, 0x250), *range(0x1E00, 0x1F00)))) + "{}~^\\<>|`"
# Rows in eights: what matrix units want.
_MULTIPLE = 8
_NORMAL, _UNKNOWN, _CONTROL, _USER_DEFINED, _UNUSED = 1, 2, 3, 4, 5  # as sentencepiece numbers the kinds of pieces
# T5's first three pieces: padding, end, unknown.
_SPECIAL = {0: _CONTROL, 1: _CONTROL, 2: _UNKNOWN}
# T5's sentinels, which stand behind its pieces in tokenizer.json, and not at all in its sentencepiece model.
_SENTINEL = re.compile(r"<extra_id_\d+>")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A new sentencepiece model, and for each of its rows the row of the old one, None for a new piece."""

    model: bytes
    rows: tuple[int | None, ...]


def fit_vocabulary(path: Path, texts: Iterable[str], size: int) -> Vocabulary:
    """Keep the `size` pieces that the texts use most, all single characters among them; add letters and `<sep>`.

    Scores and normalisation stay, so that what is kept is cut as before. Raises ModelError.
    """
    proto = _load(path)
    counts, unknown = _count(path, texts)
    kept = _kept(proto.pieces, counts, size)
    new = _new_letters(path, unknown)
    lowest = min(piece.score for piece in proto.pieces) - 1.0
    old = [proto.pieces[at] for at in kept]
    del proto.pieces[:]
    for piece in old:
        _add(proto, piece.piece, piece.score, piece.type)
    if SEPARATOR not in {piece.piece for piece in old}:
        _add(proto, SEPARATOR, 0.0, _USER_DEFINED)
    for letter in new:
        _add(proto, letter, lowest, _NORMAL)
    for at in range(-len(proto.pieces) % _MULTIPLE):
        _add(proto, f"<unused{at}>", -100.0, _UNUSED)
    proto.trainer_spec.vocab_size = len(proto.pieces)
    return Vocabulary(proto.SerializeToString(), (*kept, *[None] * (len(proto.pieces) - len(kept))))


def from_tokenizer(data: bytes) -> bytes:
    """Return the sentencepiece model that a T5's tokenizer.json was made from: pieces, scores and normalisation.

    Raises ModelError.
    """
    proto = _empty()
    try:
        tokenizer = json.loads(data)
        rows = [(str(piece), float(score)) for piece, score in tokenizer["model"]["vocab"]]
        normalizer = tokenizer["normalizer"]
        steps = {step["type"]: step for step in normalizer.get("normalizers", [normalizer])}
        proto.normalizer_spec.precompiled_charsmap = base64.b64decode(steps["Precompiled"]["precompiled_charsmap"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"tokenizer.json is not a T5's: {error!r}", "name the tokenizer.json of a T5") from error
    pieces = [row for row in rows if not _SENTINEL.fullmatch(row[0])]
    if [piece for piece, _ in pieces[:3]] != ["<pad>", "</s>", "<unk>"] or pieces != rows[: len(pieces)]:
        raise ModelError("tokenizer.json is not a T5's: its pieces stand otherwise", "name the tokenizer.json of a T5")
    for at, (piece, score) in enumerate(pieces):
        _add(proto, piece, score, _SPECIAL.get(at, _NORMAL))
    trainer = proto.trainer_spec
    trainer.model_type, trainer.vocab_size = trainer.UNIGRAM, len(pieces)
    trainer.pad_id, trainer.eos_id, trainer.unk_id, trainer.bos_id = 0, 1, 2, -1
    proto.normalizer_spec.name = "nmt_nfkc"
    proto.normalizer_spec.add_dummy_prefix = proto.normalizer_spec.remove_extra_whitespaces = True
    return bytes(proto.SerializeToString())


def _load(path: Path) -> Any:
    proto = _empty()
    try:
        proto.ParseFromString(path.read_bytes())
    except Exception as error:  # DecodeError has no home that all versions of protobuf share
        raise ModelError(f"{path} is not a sentencepiece model: {error}", "name a T5 folder") from error
    return proto


def _empty() -> Any:
    try:
        protos: Any = import_module("sentencepiece.sentencepiece_model_pb2")
    except ImportError as error:
        raise MissingExtraError(
            "this needs protobuf, which is not installed", "pip install 'summarize[train]'"
        ) from error
    return protos.ModelProto()


def _count(path: Path, texts: Iterable[str]) -> tuple[Counter[int], Counter[str]]:
    """Return how often the texts use each piece, and each character that there is no piece for."""
    import sentencepiece

    processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))
    counts: Counter[int] = Counter()
    characters: Counter[str] = Counter()
    for text in texts:
        counts.update(processor.encode(text))
        characters.update(text)
    return counts, characters


def _kept(pieces: Sequence[Any], counts: Counter[int], size: int) -> list[int]:
    """Return the rows to keep, in their order."""
    needed = [at for at, piece in enumerate(pieces) if piece.type != _NORMAL or len(piece.piece) == 1]
    needed = [at for at in needed if pieces[at].type != _UNUSED]
    others = set(range(len(pieces))) - set(needed)
    wanted = sorted((at for at in others if pieces[at].type == _NORMAL), key=lambda at: (-counts[at], at))
    return sorted([*needed, *wanted[: max(0, size - len(needed))]])


def _new_letters(path: Path, characters: Counter[str]) -> list[str]:
    """Return the letters and signs that the vocabulary cannot write, and that its normaliser does not rewrite."""
    import sentencepiece

    processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))
    asked = dict.fromkeys(_LETTERS) | dict.fromkeys(sorted(one for one, times in characters.items() if times > 1))
    unknown = [one for one in asked if one.isprintable() and processor.unk_id() in processor.encode(one)]
    return [one for one in unknown if processor.normalize(one).strip("▁ ") == one]


def _add(proto: Any, piece: str, score: float, kind: int) -> None:
    added = proto.pieces.add()
    added.piece, added.score, added.type = piece, score, kind
