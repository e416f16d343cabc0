"""A pair -> what the model reads and should write, in pieces: asked exactly as the program will ask it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summarize.clean import clean
from summarize.data import Passage, Sentence, Task
from summarize.errors import InputError, ModelError
from summarize.evaluate import Pair
from summarize.pick import pick
from summarize.prompts import Profile
from summarize.split import split

# As in the pipeline: a "title" that would crowd out the text is no title to the model.
_MOST_TITLE = 1 / 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer of a model in pieces, the end piece last, and how good it is: 1 is as good as the target."""

    score: float
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Pieces in and pieces out, each with the end piece; the decoder's start is not part of `target`.

    `candidates`, best first, are there where `python -m summarize.training.candidates` has been over the file.
    """

    id: str
    task: str
    license: str
    source: tuple[int, ...]
    target: tuple[int, ...]
    candidates: tuple[Candidate, ...] = ()


class Tokenizer:
    """A sentencepiece vocabulary, as far as training needs it."""

    def __init__(self, path: Path) -> None:
        """Raise ModelError if there is none."""
        import sentencepiece

        try:
            self._pieces: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))
        except (OSError, RuntimeError) as error:
            raise ModelError(
                f"{path} is not a sentencepiece vocabulary", "name a model folder's spiece.model"
            ) from error

    def encode(self, text: str) -> tuple[int, ...]:
        """Return the pieces of a text and the end piece."""
        return (*self._pieces.encode(text), self._pieces.eos_id())

    def count(self, text: str) -> int:
        """Return how many pieces a text has, without the end."""
        return len(self._pieces.encode(text))

    def decode(self, numbers: Sequence[int]) -> str:
        """Return the text of pieces, without the end."""
        return str(self._pieces.decode(list(numbers)))

    def pieces(self, numbers: Sequence[int]) -> list[str]:
        """Return pieces by name."""
        return [str(self._pieces.id_to_piece(number)) for number in numbers]

    def numbers(self, pieces: Sequence[str]) -> tuple[int, ...]:
        """Return the numbers of pieces that are given by name, and the end piece."""
        return (*map(self._pieces.piece_to_id, pieces), self._pieces.eos_id())

    def has(self, piece: str) -> bool:
        """Return whether the vocabulary has a piece."""
        return bool(self._pieces.piece_to_id(piece) != self._pieces.unk_id())


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes examples for one family of models."""

    profile: Profile
    tokenizer: Tokenizer

    def make(self, pair: Pair, targets: Mapping[Task, Sequence[str]], *, titled: bool) -> Iterator[Example]:
        """Yield an example for each task that has a target; one that is too long is left out.

        The passage is picked as for a real request; without `titled` the title is kept from the model.
        """
        article = clean(pair.as_article())
        sentences = split(article.text)
        for task, texts in targets.items():
            if not sentences or not any(texts):
                continue
            passage = self._pick(sentences, article.title if titled else None, task)
            request = self.profile.request(task, passage)
            target = self.tokenizer.encode(f" {request.separator} ".join(texts))
            if len(target) <= request.generation.max_tokens:
                yield Example(pair.id, task, pair.license, self.tokenizer.encode(request.text), target)

    def _pick(self, sentences: Sequence[Sentence], title: str | None, task: Task) -> Passage:
        count: Callable[[str], int] = self.tokenizer.count
        budget = self.profile.budget_of(task) - count(self.profile.frame)
        cost = count(title or "")
        title, cost = (title, cost) if cost <= budget * _MOST_TITLE else (None, 0)
        return pick(sentences, title, budget - cost, count)


def to_row(example: Example) -> dict[str, Any]:
    """Return an example as it stands in a token file."""
    row = asdict(example)
    return row if example.candidates else {name: value for name, value in row.items() if name != "candidates"}


def load_examples(path: Path) -> tuple[Example, ...]:
    """Read a token file. Raises InputError if it is none."""
    try:
        rows = [json.loads(line) for line in path.read_bytes().splitlines()]
        return tuple(map(_from_row, rows))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path} is not a token file: {error!r}", "python -m summarize.training.prepare writes them"
        ) from error


def _from_row(row: Mapping[str, Any]) -> Example:
    candidates = tuple(Candidate(one["score"], tuple(one["pieces"])) for one in row.get("candidates", ()))
    return Example(row["id"], row["task"], row["license"], tuple(row["source"]), tuple(row["target"]), candidates)
