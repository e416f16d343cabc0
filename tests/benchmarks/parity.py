"""The shipped int8 model against the float32 checkpoint it was converted from, on the same passages.

Both write headline, brief and points of the same articles with the same beam; ROUGE F1 against
reference summaries is printed for each, and how many outputs are equal. Between them stands the
shipped file run in float32 arithmetic: what differs there is the rounding of the weights, what
differs from there to int8 the rounding of each layer's input. Needs the extra `torch`.

python tests/benchmarks/parity.py CHECKPOINT_FOLDER PAIRS.jsonl --limit 40

PAIRS has one object a line with `title`, `article`, `headline`, `brief` and `points`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import click
import ctranslate2
from rouge_score.rouge_scorer import RougeScorer

from summarize.data import TASKS, Request, Task
from summarize.engines import find_model, open_engine
from summarize.pick import pick
from summarize.prompts import Profile, load_profile
from summarize.split import split

METRICS = ("rouge1", "rouge2", "rougeLsum")


class Checkpoint:
    """The same model through `transformers.generate`, one request at a time."""

    def __init__(self, folder: str, profile: Profile) -> None:
        import sentencepiece
        import torch
        from transformers import T5ForConditionalGeneration

        self._torch = torch
        self._profile = profile
        self._pieces = sentencepiece.SentencePieceProcessor(model_file=f"{folder}/spiece.model")
        self._model = T5ForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()

    def write(self, request: Request) -> str:
        """Return the best output for one request, items separated as in the profile."""
        pieces = [*self._pieces.encode(request.text), self._pieces.eos_id()]
        with self._torch.inference_mode():
            output = self._model.generate(
                self._torch.tensor([pieces]),
                num_beams=request.generation.beam_size,
                max_new_tokens=request.generation.max_tokens,
                do_sample=False,
                early_stopping=True,  # as CTranslate2 stops: when as many outputs are finished as the beam is wide
            )[0].tolist()
        known = [piece for piece in output if piece not in (0, 1)]
        return " ".join(self._pieces.decode(known).replace("<sep>", "\n").split(" "))


def requests(row: dict[str, Any], profile: Profile, count_tokens: Any) -> list[Request]:
    """Return the three requests for an article, as the pipeline makes them without name protection."""
    frame = count_tokens(profile.frame) + count_tokens(row["title"])
    passage = pick(split(row["article"]), row["title"], profile.budget - frame, count_tokens)
    return [profile.request(task, passage) for task in TASKS]


def reference(row: dict[str, Any], task: Task) -> str:
    """Return the reference text of a task, points one a line."""
    return "\n".join(row["points"]) if task == "points" else str(row[task])


@click.command()
@click.argument("checkpoint")
@click.argument("pairs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--limit", default=40, show_default=True)
def main(checkpoint: str, pairs: Path, limit: int) -> None:
    """Print ROUGE of both engines and their difference."""
    folder = find_model()
    profile = load_profile(folder.profile)
    engine = open_engine(folder, profile)
    precise = open_engine(folder, profile)
    precise._model = ctranslate2.Translator(str(folder.path), compute_type="float32", inter_threads=2, intra_threads=1)  # type: ignore[attr-defined]
    other = Checkpoint(checkpoint, profile)
    scorer = RougeScorer(list(METRICS), use_stemmer=True)
    scores: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    equal = {"int8": 0, "int8 weights": 0}
    total = 0
    for line in pairs.read_text(encoding="utf-8").splitlines()[:limit]:
        row = json.loads(line)
        asked = requests(row, profile, engine.count_tokens)
        for request, drafts, others in zip(asked, engine.generate(asked), precise.generate(asked), strict=True):
            outputs = {
                "int8": "\n".join(drafts[0].items),
                "int8 weights": "\n".join(others[0].items),
                "float32": other.write(request),
            }
            for name in equal:
                equal[name] += outputs[name].split() == outputs["float32"].split()
            total += 1
            for name, text in outputs.items():
                found = scorer.score(reference(row, request.task), text)
                for metric in METRICS:
                    scores[request.task, name, metric].append(100 * found[metric].fmeasure)
    lines = [
        f"{limit} articles; of {total} outputs equal to float32: {equal}",
        f"{'':10}{'':12}" + "".join(f"{m:>10}" for m in METRICS),
    ]
    for task in TASKS:
        means = {name: [mean(scores[task, name, metric]) for metric in METRICS] for name in (*equal, "float32")}
        means["difference"] = [a - b for a, b in zip(means["int8"], means["float32"], strict=True)]
        lines += [
            f"{task:10}{name:13}" + "".join(f"{value:10.2f}" for value in values) for name, values in means.items()
        ]
    sys.stdout.write("\n".join(lines) + "\n")


def mean(values: list[float]) -> float:
    """Return the arithmetic mean."""
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
