"""A CTranslate2 model folder with its sentencepiece vocabulary: the built-in model and imported ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ctranslate2
import sentencepiece

from summarize.data import Draft, Request
from summarize.engines.base import ModelFolder
from summarize.errors import ModelError

_END = "</s>"


class CTranslate2Engine:
    """Runs each request as a batch of one, several at a time.

    Larger batches were seen to change results and not to be faster; threads inside one
    decoding step cost more than they give for a model of this size.
    """

    def __init__(self, folder: ModelFolder, budget: int, threads: int) -> None:
        self.name = folder.name
        self.budget = budget
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder.path / "spiece.model"))
            self._model = ctranslate2.Translator(str(folder.path), device="cpu", inter_threads=threads, intra_threads=1)
        except (RuntimeError, ValueError, OSError) as error:
            reason = " ".join(str(error).split())
            raise ModelError(f"model {folder.path} cannot be loaded: {reason}", "copy or convert it again") from error

    def count_tokens(self, text: str) -> int:
        """Return the number of pieces that `text` is cut into."""
        return len(self._pieces.encode(text))

    def can_spell(self, word: str) -> bool:
        """Return whether the vocabulary can write `word` back exactly."""
        return bool(self._pieces.decode(self._pieces.encode(word)) == word)

    def generate(self, requests: Sequence[Request]) -> tuple[tuple[Draft, ...], ...]:
        """Return for each request its n best drafts, best first."""
        # All are queued before the first result is waited for: that is what runs them side by side.
        # The longest goes first, so that no thread is left alone with it at the end.
        longest_first = sorted(range(len(requests)), key=lambda at: -requests[at].generation.max_tokens)
        waiting = {at: self._start(requests[at]) for at in longest_first}
        return tuple(self._drafts(request, waiting[at].result()) for at, request in enumerate(requests))

    def _start(self, request: Request) -> Any:
        pieces = [*self._pieces.encode(request.text, out_type=str), _END]
        if len(pieces) > self.budget + 1:
            raise ModelError(f"a request of {len(pieces) - 1} pieces exceeds the model's {self.budget}")
        search = request.generation
        (result,) = self._model.translate_batch(
            [pieces],
            beam_size=search.beam_size,
            num_hypotheses=search.n_best,
            length_penalty=search.length_penalty,
            repetition_penalty=search.repetition_penalty,
            no_repeat_ngram_size=search.no_repeat_ngram,
            max_decoding_length=search.max_tokens,
            max_input_length=0,  # otherwise cut at 1,024 pieces without a word
            return_scores=True,
            asynchronous=True,
        )
        return result

    def _drafts(self, request: Request, result: Any) -> tuple[Draft, ...]:
        found = zip(result.hypotheses, result.scores, strict=True)
        return tuple(Draft(self._items(pieces, request), score) for pieces, score in found)

    def _items(self, pieces: list[str], request: Request) -> tuple[str, ...]:
        # An output that ran into its limit ends anywhere: its last item is not a whole one.
        whole = len(pieces) < request.generation.max_tokens
        items: list[list[str]] = [[]]
        for piece in pieces:
            if request.separator and piece == request.separator:
                items.append([])
            else:
                items[-1].append(piece)
        kept = items if whole or len(items) == 1 else items[:-1]
        texts = (" ".join(self._pieces.decode(item).split()) for item in kept)
        return tuple(text for text in texts if text)
