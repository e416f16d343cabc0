"""An article's sentences -> its parts; a brief of each part -> drafts of key points.

For models that were trained to write briefs and nothing else: what each part of an article has to
say first is a list of points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from summarize.data import Draft, Passage, Sentence

# A part of fewer sentences is its own brief.
_FEWEST = 4


def divide(sentences: Sequence[Sentence], parts: int) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences in at most `parts` runs of about as many characters each."""
    parts = max(1, min(parts, len(sentences) // _FEWEST))
    whole = sum(len(sentence.span.text) for sentence in sentences)
    runs: list[list[Sentence]] = [[] for _ in range(parts)]
    before = 0
    for sentence in sentences:
        # By its middle: a sentence on the border goes where most of it stands.
        middle = before + len(sentence.span.text) / 2
        runs[min(int(parts * middle / whole), parts - 1)].append(sentence)
        before += len(sentence.span.text)
    return tuple(tuple(run) for run in runs if run)


def unite(passages: Sequence[Passage]) -> Passage:
    """Return the passages of an article's parts, in document order, as one."""
    if len(passages) == 1:
        return passages[0]
    sentences = tuple(sentence for passage in passages for sentence in passage.sentences)
    return replace(passages[0], sentences=sentences, text=" ".join(passage.text for passage in passages))


def as_points(briefs: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return as the first draft what each part's brief says first, as the second what it says next, and so on."""
    if not briefs:
        return ()
    score = sum(brief.score for brief in briefs) / len(briefs)
    rows = zip_longest(*(brief.items for brief in briefs))
    return tuple(Draft(tuple(item for item in row if item), score) for row in rows)
