"""A written text, its reference and its article -> scores that can be added up over many articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from summarize.data import Article
from summarize.errors import MissingExtraError
from summarize.facts import find_facts, take_inventory
from summarize.guard import find_missing_actors, find_missing_date, gather, verify
from summarize.guard.essentials import find_main_actors
from summarize.guard.evidence import Evidence
from summarize.split import split

METRICS = ("rouge1", "rouge2", "rougeLsum")
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many: added up over articles, so that a short text weighs less than a long one."""

    part: int = 0
    whole: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.part + other.part, self.whole + other.whole)

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Score:
    """How one text does. `rouge` has F1 from 0 to 1 for each of METRICS, None where there is no reference.

    `novel`: bigrams that title and article lack; `stated`: facts that the article states, by the
    guard's reading of it; `main`: main actors and main day of the article that the text names.
    """

    rouge: tuple[float, ...] | None
    words: int
    novel: Share
    stated: Share
    main: Share


class Rouge:
    """ROUGE-1, -2 and -Lsum with Porter stems (Lin 2004), as the rouge-score package computes them."""

    def __init__(self) -> None:
        """Raise MissingExtraError if the package is not there."""
        try:
            from rouge_score.rouge_scorer import RougeScorer
        except ImportError as error:
            raise MissingExtraError(
                "ROUGE needs a package that is not installed", "pip install 'summarize[evaluate]'"
            ) from error
        self._scorer: Any = RougeScorer(list(METRICS), use_stemmer=True, split_summaries=False)

    def score(self, reference: Sequence[str], written: Sequence[str]) -> tuple[float, ...]:
        """Return the F1 of each of METRICS; both texts come sentence by sentence, which Lsum goes by."""
        found = self._scorer.score("\n".join(reference), "\n".join(written))
        return tuple(float(found[metric].fmeasure) for metric in METRICS)


class Gauge:
    """One article, read once, and what texts about it are measured by."""

    def __init__(self, article: Article, rouge: Rouge) -> None:
        """Take a cleaned article."""
        self.sentences = split(article.text)
        self._rouge = rouge
        metadata = tuple(text for text in (article.title, article.place, article.date) if text)
        inventory = take_inventory(article.text, find_facts(article.text), metadata)
        self._evidence = gather(inventory, self.sentences, article.title)
        self._bigrams = frozenset(find_bigrams([article.title or "", *(one.plain for one in self.sentences)]))

    def score(self, written: Sequence[str], reference: Sequence[str]) -> Score:
        """Score a text that comes sentence by sentence; without a reference it has no ROUGE."""
        bigrams = find_bigrams(written)
        said = " ".join(written)
        return Score(
            self._rouge.score(reference, written) if reference else None,
            sum(len(text.split()) for text in written),
            Share(sum(pair not in self._bigrams for pair in bigrams), len(bigrams)),
            count_stated(written, self._evidence),
            count_main(said, self._evidence),
        )


def find_bigrams(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return each two words that follow each other inside a sentence, in small letters."""
    found: list[tuple[str, str]] = []
    for text in texts:
        words = _WORD.findall(text.casefold())
        found += pairwise(words)
    return tuple(found)


def count_stated(texts: Iterable[str], evidence: Evidence) -> Share:
    """Return how many of the facts of some sentences the article states."""
    total = Share()
    for text in texts:
        unstated = {(one.span.start, one.span.end) for one in verify(text, evidence.inventory)}
        facts = {(one.span.start, one.span.end) for one in find_facts(text)} | unstated  # a garbled name is no fact
        total += Share(len(facts) - len(unstated), len(facts))
    return total


def count_main(said: str, evidence: Evidence) -> Share:
    """Return how many of the article's main actors, and of its main day, a text names."""
    actors = len(find_main_actors(evidence))
    days = int(find_missing_date(evidence, "") is not None)
    missing = len(find_missing_actors(evidence, said)) + int(find_missing_date(evidence, said) is not None)
    return Share(actors + days - missing, actors + days)
