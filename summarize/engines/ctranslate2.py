"""A CTranslate2 model folder with its vocabulary: the built-in model and imported ones."""

from __future__ import annotations

from collections.abc import Sequence
from time import sleep
from typing import Any

import ctranslate2

from summarize.data import Draft, Generation, Request
from summarize.engines.base import ModelFolder, Running, usable_cores
from summarize.engines.batches import cut_batches
from summarize.engines.notes import Notes, read_notes
from summarize.engines.pieces import as_items, capped, load_cutter
from summarize.errors import ModelError
from summarize.limits import check_time, time_left

_POLL = 0.005  # seconds


class CTranslate2Engine:
    """Runs requests in small batches, several at a time.

    Threads inside one decoding step cost more than they give for a model of this size.
    """

    def __init__(self, folder: ModelFolder, budget: int, running: Running) -> None:
        self.name = folder.name
        notes = read_notes(folder.path) or Notes("", "", "", "")
        self._most = notes.output_limit
        self._prefix = list(notes.prefix)
        try:
            self._cutter = load_cutter(folder.path)
            self._model = ctranslate2.Translator(str(folder.path), **_placed(running))
            self._has_map = (folder.path / "vmap.txt").is_file()
        except (RuntimeError, ValueError, OSError) as error:
            reason = " ".join(str(error).split())
            raise ModelError(f"model {folder.path} cannot be loaded: {reason}", "copy or convert it again") from error
        limit = notes.input_limit - self._cutter.marks
        self.budget = min(budget, limit) if notes.input_limit else budget

    def count_tokens(self, text: str) -> int:
        """Return the number of pieces that `text` is cut into."""
        return len(self._cutter.cut(text))

    def can_spell(self, word: str) -> bool:
        """Return whether the vocabulary can write `word` back exactly."""
        return self._cutter.can_spell(word)

    def generate(self, requests: Sequence[Request]) -> tuple[tuple[Draft, ...], ...]:
        """Return for each request its n best drafts, best first."""
        requests = [capped(request, self._most) for request in requests]
        texts = [self._framed(request) for request in requests]
        waiting: dict[int, Any] = {}
        # All are queued before the first result is waited for: that is what runs them side by side. The
        # longest go first, so that no thread is left alone with one at the end.
        for batch in cut_batches(requests, [len(text) for text in texts]):
            results = self._start([texts[at] for at in batch], requests[batch[0]].generation)
            waiting.update(zip(batch, results, strict=True))
        return tuple(self._drafts(request, _result(waiting[at])) for at, request in enumerate(requests))

    def frame(self, text: str) -> list[str]:
        """Return the pieces of a whole input, the model's marks included."""
        return self._cutter.frame(text)

    def score(self, text: str, answer: Sequence[str]) -> list[float]:
        """Return the log-probability of each piece of an answer to `text`, its end included."""
        (scored,) = self._model.score_batch([self._cutter.frame(text)], [list(answer)], max_input_length=0)
        return list(scored.log_probs)

    def _framed(self, request: Request) -> list[str]:
        pieces = self._cutter.frame(request.text)
        if len(pieces) > self.budget + self._cutter.marks:
            count = len(pieces) - self._cutter.marks
            raise ModelError(f"a request of {count} pieces exceeds the model's {self.budget}")
        return pieces

    def _start(self, texts: Sequence[list[str]], search: Generation) -> Any:
        return self._model.translate_batch(
            texts,
            target_prefix=[self._prefix] * len(texts) if self._prefix else None,
            beam_size=search.beam_size,
            num_hypotheses=search.n_best,
            length_penalty=search.length_penalty,
            repetition_penalty=search.repetition_penalty,
            no_repeat_ngram_size=search.no_repeat_ngram,
            # A prefix is not counted here, but is part of the output.
            min_decoding_length=max(1, search.min_tokens - len(self._prefix)),
            max_decoding_length=search.max_tokens - len(self._prefix),
            max_input_length=0,  # otherwise cut at 1,024 pieces without a word
            use_vmap=self._has_map,
            return_scores=True,
            asynchronous=True,
        )

    def _drafts(self, request: Request, result: Any) -> tuple[Draft, ...]:
        found = zip(result.hypotheses, result.scores, strict=True)
        return tuple(
            Draft(as_items(pieces, request, self._cutter.join), _mean(score, len(pieces), request))
            for pieces, score in found
        )


def _result(waiting: Any) -> Any:
    """Return what a request came to. Raises InputError if the time is over before it is there.

    The search for it then goes on unheard to its end, which `max_tokens` bounds: CTranslate2 can be told to
    stop only where it searches with a beam of one.
    """
    while time_left() is not None and not waiting.done():
        check_time()
        sleep(_POLL)
    return waiting.result()


def _mean(score: float, pieces: int, request: Request) -> float:
    """Return the mean log-probability of a piece, from one divided by another power of the length."""
    search = request.generation
    written = pieces + (pieces < search.max_tokens)  # the end is a piece too
    return float(score * written ** (search.length_penalty - 1))


def _placed(running: Running) -> dict[str, Any]:
    """Return where and how CTranslate2 is to compute, in its own words."""
    cores = running.threads or usable_cores()
    precision = "default" if running.dtype == "auto" else running.dtype
    device = "cuda" if running.device == "cuda" else "cpu"
    return {"device": device, "compute_type": precision, "inter_threads": cores, "intra_threads": 1}
