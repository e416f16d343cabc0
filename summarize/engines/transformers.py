"""Any seq2seq model that transformers can load, through torch: slower than CTranslate2, but every family and GPUs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from summarize.data import Draft, Generation, Request
from summarize.engines.base import Running
from summarize.engines.checkpoint import Checkpoint, load_checkpoint
from summarize.engines.pieces import as_items, capped
from summarize.errors import ModelError
from summarize.limits import check_time, time_left

# What a checkpoint's own generation settings keep: which pieces mean what. How to search is the profile's to say;
# its maximal lengths and penalties would otherwise mix with ours.
_KEPT = (
    *("bos_token_id", "eos_token_id", "pad_token_id", "decoder_start_token_id"),
    *("forced_bos_token_id", "bad_words_ids", "suppress_tokens", "begin_suppress_tokens"),
)


class TransformersEngine:
    """Runs one request at a time: padding beside longer ones would change its numbers, and so its text."""

    def __init__(self, name: str, folder: Path, budget: int, running: Running) -> None:
        self.name = name
        self._loaded: Checkpoint = load_checkpoint(folder, running)
        self._rules = self._loaded.tokenizer
        self._lock = Lock()
        self._marks = int(self._rules.num_special_tokens_to_add())
        self._marked = _marked(self._loaded.model)
        limit = self._loaded.input_limit
        self.budget = min(budget, limit - self._marks) if limit else budget

    def count_tokens(self, text: str) -> int:
        """Return the number of pieces that `text` is cut into."""
        return len(self._cut(text))

    def can_spell(self, word: str) -> bool:
        """Return whether the vocabulary can write `word` back exactly."""
        return self._join_numbers(self._cut(word)).strip() == word

    def generate(self, requests: Sequence[Request]) -> tuple[tuple[Draft, ...], ...]:
        """Return for each request its n best drafts, best first."""
        return tuple(self._answer(request) for request in requests)

    def score(self, text: str, answer: Sequence[str]) -> list[float]:
        """Return the log-probability of each piece of an answer to `text`, its end included."""
        import torch

        numbers = [*self._rules.convert_tokens_to_ids(list(answer)), self._rules.eos_token_id]
        targets = torch.tensor([numbers], device=self._loaded.device)
        start = torch.full_like(targets[:, :1], self._start)
        given = self._inputs(self._frame(text))
        with self._lock, torch.inference_mode():
            logits = self._loaded.model(**given, decoder_input_ids=torch.cat([start, targets[:, :-1]], 1)).logits
        found = logits.float().log_softmax(-1).gather(-1, targets[..., None])
        return [float(value) for value in found.flatten()]

    def frame(self, text: str) -> list[str]:
        """Return the pieces of a whole input, the model's marks included."""
        return list(self._rules.convert_ids_to_tokens(self._frame(text)))

    @property
    def loaded(self) -> Checkpoint:
        """The model and its tokenizer, for whoever converts them."""
        return self._loaded

    @property
    def _start(self) -> int:
        known = self._loaded.model
        found = known.generation_config.decoder_start_token_id
        return int(found if found is not None else known.config.decoder_start_token_id)

    def answer(self, request: Request) -> list[str]:
        """Return the pieces of the best output, without start mark and end."""
        _, outputs = self._outputs(request)
        return self._pieces(outputs[0])

    def _answer(self, request: Request) -> tuple[Draft, ...]:
        request = capped(request, self._loaded.output_limit)
        found, outputs = self._outputs(request)
        scores = self._means(found, outputs, request.generation)
        pieces = [self._pieces(output) for output in outputs]
        found_drafts = zip(pieces, scores, strict=True)
        return tuple(Draft(as_items(one, request, self._join), score) for one, score in found_drafts)

    def _outputs(self, request: Request) -> tuple[Any, list[list[int]]]:
        import torch

        numbers = self._frame(request.text)
        if len(numbers) > self.budget + self._marks:
            raise ModelError(f"a request of {len(numbers) - self._marks} pieces exceeds the model's {self.budget}")
        settings = self._settings(capped(request, self._loaded.output_limit).generation)
        with self._lock, torch.inference_mode():
            settings.max_time = time_left()  # asked for after each piece
            found = self._loaded.model.generate(**self._inputs(numbers), generation_config=settings)
        check_time()
        return found, [self._written(row) for row in found.sequences.tolist()]

    def _settings(self, search: Generation) -> Any:
        from transformers import GenerationConfig

        beams = {"length_penalty": search.length_penalty, "early_stopping": True} if search.beam_size > 1 else {}
        return GenerationConfig(
            **self._marked,
            **beams,
            num_beams=search.beam_size,
            num_return_sequences=search.n_best,
            max_new_tokens=search.max_tokens,  # the library's own limit is 20
            min_new_tokens=search.min_tokens or None,
            repetition_penalty=search.repetition_penalty,
            no_repeat_ngram_size=search.no_repeat_ngram or None,
            do_sample=False,
            return_dict_in_generate=True,
            output_scores=True,
        )

    def _inputs(self, numbers: list[int]) -> dict[str, Any]:
        import torch

        pieces = torch.tensor([numbers], device=self._loaded.device)
        given = {"input_ids": pieces, "attention_mask": torch.ones_like(pieces)}
        if self._loaded.model_type == "led":  # its first piece must see, and be seen by, all others
            first = torch.zeros_like(pieces)
            first[:, 0] = 1
            given["global_attention_mask"] = first
        return given

    def _cut(self, text: str) -> list[int]:
        with self._lock:
            return list(self._rules.encode(text, add_special_tokens=False))

    def _frame(self, text: str) -> list[int]:
        with self._lock:
            numbers = self._rules.encode(text)
        # Tokenizers know pieces that the model was never given: T5's <extra_id_0>, if an article has that.
        known = self._loaded.model.get_input_embeddings().num_embeddings
        return [number if number < known else int(self._rules.unk_token_id) for number in numbers]

    def _pieces(self, numbers: Sequence[int]) -> list[str]:
        # Some models have rows that no piece belongs to; what comes of those spells nothing.
        found = self._rules.convert_ids_to_tokens(list(numbers))
        return [piece for piece in found if piece is not None]

    def _join(self, pieces: Sequence[str]) -> str:
        return self._join_numbers(self._rules.convert_tokens_to_ids(list(pieces)))

    def _join_numbers(self, numbers: Sequence[int]) -> str:
        return str(self._rules.decode(numbers, skip_special_tokens=True, clean_up_tokenization_spaces=False))

    def _written(self, row: Sequence[int]) -> list[int]:
        """Return the pieces of an output between its start mark and its end."""
        body = list(row[1:])
        return body[: body.index(self._rules.eos_token_id)] if self._rules.eos_token_id in body else body

    def _means(self, found: Any, outputs: Sequence[list[int]], search: Generation) -> list[float]:
        """Return the mean log-probability of a piece of each output; the end is a piece too."""
        lengths = [len(output) + (len(output) < found.sequences.shape[1] - 1) for output in outputs]
        if search.beam_size > 1:
            powers = [length ** (search.length_penalty - 1) for length in lengths]
            return [score * power for score, power in zip(found.sequences_scores.tolist(), powers, strict=True)]
        steps = self._loaded.model.compute_transition_scores(found.sequences, found.scores, normalize_logits=True)
        return [sum(row[:length]) / length for row, length in zip(steps.tolist(), lengths, strict=True)]


def _marked(model: Any) -> dict[str, Any]:
    """Return which pieces mean what, and make a model forget the rest: `generate` would fill in what we leave out."""
    from transformers import GenerationConfig

    own = model.generation_config.to_dict()
    marked = {name: own[name] for name in _KEPT if own.get(name) is not None}
    model.generation_config = GenerationConfig(**marked)
    return marked
