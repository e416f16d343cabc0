"""A converted model and its source -> how far they are apart; a conversion that is another model is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from summarize.data import Generation, Request
from summarize.engines.base import ModelFolder, Running
from summarize.engines.ctranslate2 import CTranslate2Engine
from summarize.engines.transformers import TransformersEngine
from summarize.errors import ModelError

TEXTS = (
    "The harbour board of Vesterholm voted 7 to 2 on Tuesday to close the old swing bridge to lorries from 1 March. "
    'Chairwoman Ingrid Solhaug said the decision was "overdue", while hauliers warned of detours of 40 kilometres. '
    "A new crossing is to open in 2029 at a cost of 88 million kroner.",
    "Rescue teams brought all 14 hikers down from Mount Carrow early on Sunday after a night in freezing rain. Two "
    "were treated for exposure, the mountain service said. The group had set out on Saturday despite a warning.",
    "Shares in the toolmaker Brandt & Oakes fell 11.5 percent on Monday after it cut its forecast for the year. The "
    "company now expects revenue of 2.1 billion euros, against 2.4 billion before, and will close its plant in "
    "Lindhausen, where 640 people work. The union called for talks.",
)
# The most that the log-probabilities of a piece may differ on average: rounding, and not another model. Float32
# of the built-in model differs by 0.000002, int8 by 0.03; an output scaled wrongly by several units.
_MOST = {"float32": 0.001, "float16": 0.02, "int8": 0.25}
_REFUSED = "nothing was kept of it; the source runs as it is, through transformers"
_GREEDY = Generation(beam_size=1, n_best=1, max_tokens=32)


@dataclass(frozen=True, slots=True)
class Sample:
    """A text as a model cuts it, its greedy answer, and the log-probability of each piece of that."""

    text: str
    frame: list[str]
    answer: list[str]
    scores: list[float]


def take_samples(source: TransformersEngine) -> tuple[Sample, ...]:
    """Return what a model makes of three texts. To be called before it is converted: that spoils its weights."""
    return tuple(_sample(text[: _fitting(text, source)], source) for text in TEXTS)


def demand_agreement(made: ModelFolder, samples: Sequence[Sample], quantization: str) -> float:
    """Return the mean difference of what a converted model and its source give a piece of the source's answers.

    Raises ModelError if it is more than rounding, or if the two cut a text into other pieces.
    """
    converted = CTranslate2Engine(made, max(len(sample.frame) for sample in samples), Running(threads=1))
    if any(converted.frame(sample.text) != sample.frame for sample in samples):
        raise ModelError(f"the converted vocabulary of {made.name} cuts text otherwise", _REFUSED)
    apart = fmean(
        abs(a - b)
        for sample in samples
        for a, b in zip(converted.score(sample.text, sample.answer), sample.scores, strict=True)
    )
    if not apart <= _MOST[quantization]:  # not a number is no agreement
        raise ModelError(
            f"the conversion of {made.name} is another model: its log-probabilities are {apart:.3g} off", _REFUSED
        )
    return apart


def _sample(text: str, source: TransformersEngine) -> Sample:
    answer = source.answer(Request("brief", text, _GREEDY))
    return Sample(text, source.frame(text), answer, source.score(text, answer))


def _fitting(text: str, source: TransformersEngine) -> int:
    """Return how much of a text a model of few positions can take."""
    length = len(text)
    while source.count_tokens(text[:length]) > source.budget:
        length //= 2
    return length
