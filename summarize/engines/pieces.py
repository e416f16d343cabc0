"""Text -> the pieces a model reads, and the pieces it wrote -> text: sentencepiece models and tokenizer.json."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from summarize.data import Request

_END = "</s>"


class Cutter(Protocol):
    """How a model's vocabulary cuts text. `marks` is the number of pieces that `frame` adds."""

    marks: int

    def cut(self, text: str) -> list[str]:
        """Return the pieces of a text alone."""

    def frame(self, text: str) -> list[str]:
        """Return the pieces of a whole input: the text's, with the marks that the model wants around them."""

    def join(self, pieces: Sequence[str]) -> str:
        """Return the text that pieces spell, marks left out."""

    def can_spell(self, word: str) -> bool:
        """Return whether the vocabulary can write `word` back exactly."""


def load_cutter(folder: Path) -> Cutter:
    """Return what cuts text for the model in a folder: tokenizer.json if it has one, else spiece.model.

    Raises OSError, RuntimeError or ValueError if the file is damaged.
    """
    rules = folder / "tokenizer.json"
    return _TokenizerJson(rules) if rules.is_file() else _SentencePiece(folder / "spiece.model")


class _SentencePiece:
    marks = 1

    def __init__(self, file: Path) -> None:
        import sentencepiece

        self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(file))

    def cut(self, text: str) -> list[str]:
        return list(self._pieces.encode(text, out_type=str))

    def frame(self, text: str) -> list[str]:
        # By their numbers: what the vocabulary lacks is then <unk>, as other tokenizers call it.
        return [*self._pieces.id_to_piece(self._pieces.encode(text)), _END]

    def join(self, pieces: Sequence[str]) -> str:
        return str(self._pieces.decode(list(pieces)))

    def can_spell(self, word: str) -> bool:
        # By number: an unknown letter's piece is still that letter.
        return bool(self._pieces.decode(self._pieces.encode(word)) == word)


class _TokenizerJson:
    """The rules that transformers saves; their library comes with it and needs no torch."""

    def __init__(self, file: Path) -> None:
        from tokenizers import Tokenizer

        try:
            self._rules: Any = Tokenizer.from_file(str(file))
        except Exception as error:  # the library raises nothing narrower
            raise ValueError(f"{file.name}: {error}") from error
        self._rules.no_truncation()
        self._rules.no_padding()
        self.marks = self._rules.num_special_tokens_to_add(False)

    def cut(self, text: str) -> list[str]:
        return self._named(self._rules.encode(text, add_special_tokens=False))

    def frame(self, text: str) -> list[str]:
        return self._named(self._rules.encode(text))

    def _named(self, encoding: Any) -> list[str]:
        # By number: for what the vocabulary lacks, `tokens` has the letters themselves.
        return [str(self._rules.id_to_token(number)) for number in encoding.ids]

    def join(self, pieces: Sequence[str]) -> str:
        known = [at for piece in pieces if (at := self._rules.token_to_id(piece)) is not None]
        return str(self._rules.decode(known, skip_special_tokens=True))

    def can_spell(self, word: str) -> bool:
        spelt = self._rules.decode(self._rules.encode(word, add_special_tokens=False).ids)
        return str(spelt).strip() == word


def capped(request: Request, limit: int) -> Request:
    """Return a request for an output that the model has positions for; a `limit` of 0 is none."""
    search = request.generation
    if not limit or search.max_tokens < limit:
        return request
    return replace(
        request, generation=replace(search, max_tokens=limit - 1, min_tokens=min(search.min_tokens, limit - 1))
    )


def as_items(pieces: Sequence[str], request: Request, join: Callable[[Sequence[str]], str]) -> tuple[str, ...]:
    """Return the texts that an output is made of: one, or those between the request's separators."""
    # An output that ran into its limit ends anywhere: its last item is not a whole one.
    whole = len(pieces) < request.generation.max_tokens
    items: list[list[str]] = [[]]
    for piece in pieces:
        if request.separator and piece == request.separator:
            items.append([])
        else:
            items[-1].append(piece)
    kept = items if whole or len(items) == 1 else items[:-1]
    texts = (" ".join(join(item).split()) for item in kept)
    return tuple(text for text in texts if text)


def vocabulary_of(folder: Path) -> frozenset[str]:
    """Return the pieces of the vocabulary in a model folder, none if it is damaged or in a form not known here."""
    rules, file = folder / "tokenizer.json", folder / "spiece.model"
    try:
        if rules.is_file():
            return _pieces_of(json.loads(rules.read_text(encoding="utf-8")))
        if file.is_file():
            import sentencepiece

            model = sentencepiece.SentencePieceProcessor(model_file=str(file))
            return frozenset(model.id_to_piece(list(range(len(model)))))
    except (OSError, RuntimeError, ValueError, KeyError, TypeError):  # RecursionError is a RuntimeError
        return frozenset()  # loading the model will say what is wrong
    return frozenset()


def _pieces_of(rules: dict[str, Any]) -> frozenset[str]:
    """Unigram vocabularies are lists of piece and score, the others tables of piece and number."""
    listed = rules["model"]["vocab"]
    pieces = listed if isinstance(listed, dict) else [piece for piece, _ in listed]
    return frozenset((*pieces, *(one["content"] for one in rules.get("added_tokens", ()))))
