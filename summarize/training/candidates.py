"""Token files and a model -> the same examples, each with answers of the model's own and how good they are.

What `train` needs to teach a model to prefer the better of its own answers (Liu et al. 2022, "BRIO: Bringing
Order to Abstractive Summarization"): half of an example's candidates are those of the beam search that the
program makes, the other half those of a beam search that draws at random, which differ more.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from summarize.engines import find_model, usable_cores
from summarize.errors import InputError
from summarize.evaluate.measure import Rouge
from summarize.prompts import Profile, load_profile
from summarize.split import split
from summarize.training.command import parser, run, say, to_lines, whole_lines
from summarize.training.examples import Candidate, Example, Tokenizer, load_examples, to_row

_HELP = """\
Let a model answer token files, and score what it answers against the targets.

  python -m summarize.training.candidates --model models/ours --data tokens/gold.jsonl --out tokens/ranked.jsonl

--model is a folder that `export` wrote. A score is the mean of ROUGE-1, -2 and -Lsum, less a tenth for each name or
number that the source does not have. Give the same command again after a stop and it goes on.
"""
_AT_ONCE = 64
_TOP_PIECES = 20
_FOREIGN_COST = 0.1
# A number, or a word with a capital that does not begin a sentence.
_NAMED = re.compile(r"\b\w*\d[\w.,]*\w|\d|(?<=[\w,;)] )[A-Z][\w’'-]*\w")
_WORD = re.compile(r"\w+")


class Judge:
    """Scores answers to one profile's tasks."""

    def __init__(self, profile: Profile, tokenizer: Tokenizer) -> None:
        self._separators: dict[str, str] = {name: task.separator for name, task in profile.tasks.items()}
        self._tokenizer = tokenizer
        self._rouge = Rouge()

    def score(self, example: Example, pieces: Sequence[int]) -> float:
        """Return how good an answer in pieces is: 1 is the target itself, which states nothing foreign."""
        text = self._tokenizer.decode(pieces)
        reference = self._sentences(example, self._tokenizer.decode(example.target))
        scores = self._rouge.score(reference, self._sentences(example, text))
        foreign = count_foreign(text, self._tokenizer.decode(example.source))
        return round(sum(scores) / len(scores) - _FOREIGN_COST * foreign, 4)

    def _sentences(self, example: Example, text: str) -> list[str]:
        separator = self._separators[example.task]
        items = text.split(separator) if separator else [text]
        return [sentence.plain for item in items for sentence in split(item.strip())]


def count_foreign(text: str, source: str) -> int:
    """Return how many names and numbers of `text` have a word that `source` nowhere has."""
    known = {word.casefold() for word in _WORD.findall(source)}
    named = (_WORD.findall(found[0]) for found in _NAMED.finditer(text))
    return sum(any(word.casefold() not in known for word in words) for words in named)


class Author:
    """A CTranslate2 model that answers sources in pieces."""

    def __init__(self, folder: Path, tokenizer: Tokenizer, most: dict[str, int], seed: int) -> None:
        import ctranslate2

        ctranslate2.set_random_seed(seed)
        self._tokenizer = tokenizer
        self._most = most
        self._model: Any = ctranslate2.Translator(str(folder), inter_threads=usable_cores(), intra_threads=1)

    def answer(self, examples: Sequence[Example], beam: int, **search: Any) -> list[list[list[str]]]:
        """Return `beam` answers for each example of one task."""
        results = self._model.translate_batch(
            [self._tokenizer.pieces(example.source) for example in examples],
            beam_size=beam,
            num_hypotheses=beam,
            max_decoding_length=self._most[examples[0].task],
            max_input_length=0,
            max_batch_size=4,
            **search,
        )
        return [result.hypotheses for result in results]


def main(arguments: Sequence[str]) -> None:
    """Answer what has no candidates yet, in groups, and add each group to the file."""
    chosen = _parse(arguments)
    found = find_model(chosen.model)
    tokenizer, profile = Tokenizer(found.path / "spiece.model"), load_profile(found.profile)
    most: dict[str, int] = {name: task.generation.max_tokens for name, task in profile.tasks.items()}
    author, judge = Author(found.path, tokenizer, most, chosen.seed), Judge(profile, tokenizer)
    out = Path(chosen.out)
    examples = [one for path in chosen.data for one in load_examples(Path(path)) if one.task in chosen.task]
    if not examples:
        raise InputError("there is nothing to answer", "name token files with --data, their tasks with --task")
    done = _done(out)
    waiting = [one for one in examples[: chosen.limit] if (one.task, one.id) not in done]
    count = len(done)
    for group in _groups(waiting):
        made = [_with_candidates(one, answers, judge, tokenizer) for one, answers in _answered(group, author, chosen)]
        with out.open("a", encoding="utf-8") as file:
            file.write(to_lines(map(to_row, made)))
        count += len(group)
        say(f"{count} of {len(done) + len(waiting)} examples")


def _done(out: Path) -> set[tuple[str, str]]:
    """Return which examples the file has already."""
    if not out.exists():
        out.parent.mkdir(parents=True, exist_ok=True)
        return set()
    whole_lines(out)
    return {(one.task, one.id) for one in load_examples(out)}


def _groups(examples: Sequence[Example]) -> Iterator[list[Example]]:
    for task in sorted({example.task for example in examples}):
        of_task = [example for example in examples if example.task == task]
        yield from (of_task[at : at + _AT_ONCE] for at in range(0, len(of_task), _AT_ONCE))


def _answered(
    group: Sequence[Example], author: Author, chosen: argparse.Namespace
) -> Iterator[tuple[Example, list[list[str]]]]:
    best = author.answer(group, chosen.beam)
    drawn = author.answer(group, chosen.beam, sampling_topk=_TOP_PIECES)
    yield from ((example, [*one, *other]) for example, one, other in zip(group, best, drawn, strict=True))


def _with_candidates(example: Example, answers: list[list[str]], judge: Judge, tokenizer: Tokenizer) -> Example:
    """Return the example with its different answers, best first."""
    numbers = map(tokenizer.numbers, answers)
    distinct = {tokenizer.decode(pieces): pieces for pieces in numbers}
    found = [Candidate(judge.score(example, pieces), pieces) for pieces in distinct.values()]
    return replace(example, candidates=tuple(sorted(found, key=lambda one: -one.score)))


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    options = parser("candidates", _HELP)
    options.add_argument("--model", required=True, metavar="DIR", help="the folder of the model that answers")
    options.add_argument("--data", required=True, action="append", metavar="FILE", help="token files")
    options.add_argument("--out", required=True, metavar="FILE", help="the token file with candidates")
    options.add_argument("--task", action="append", metavar="NAME", help="answer only these tasks (brief, points)")
    options.add_argument("--beam", type=int, default=4, metavar="N", help="candidates of each of the two searches (4)")
    options.add_argument("--limit", type=int, metavar="N", help="answer only the first N")
    options.add_argument("--seed", type=int, default=0, metavar="N", help="of what is drawn (0)")
    chosen = options.parse_args(arguments)
    chosen.task = chosen.task or ["brief", "points"]
    return chosen


if __name__ == "__main__":
    run(main)
