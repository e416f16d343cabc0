"""Sentences -> the passage that fits a model's budget: the lead, then what covers the rest best, in document order.

The opening of a news text is its best summary, so it is taken first. Where the title speaks of what the opening does
not have, as in the minutes of a long day, the stretch is taken that has most of it, alone. Else the rest of the budget
goes to the sentences that cover most of the words the article and its title keep coming back to
(greedy budgeted coverage: Lin and Bilmes 2010; title words: Edmundson 1969).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from heapq import heapify, heappop, heapreplace
from math import sqrt

from summarize.data import Passage, Sentence

_WORD = re.compile(r"[^\W_]{4,}")  # shorter words are mostly grammar, and of no subject

# Tuned on the tuning set's articles that exceed the budget.
_LEAD_SHARE = 0.6
_TITLE_WEIGHT = 3.0
# An opening with half of what the title says is its story's, and so is one that is a twentieth of the whole or more:
# columns and reports of some thousand words begin far from their titles, and still with what matters.
_TOLD, _SMALL = 0.5, 0.05
# No vocabulary makes fewer pieces than this of a character: what saves counting a whole book.
_PIECES_PER_CHARACTER = 1 / 16


def pick(sentences: Sequence[Sentence], title: str | None, budget: int, count_tokens: Callable[[str], int]) -> Passage:
    """Choose whole sentences that together have at most `budget` pieces, the title not counted.

    At least one is always chosen: where the first alone exceeds the budget, its beginning.
    """
    if _fits(sentences, budget, count_tokens):
        return _passage(sentences, title)
    lead, left = _lead(sentences, budget, count_tokens)
    if not lead:
        return Passage((sentences[0],), title, _head(sentences[0].plain, budget, count_tokens))
    start = _opening(sentences, len(lead), title or "")
    if start:  # nothing else goes with it: what stands first in a passage is news to a model
        return _passage(_lead(sentences[start:], budget, count_tokens, share=1.0)[0] or lead, title)
    weights = _weights(sentences, title or "")
    best = _best(sentences, len(lead), weights, left, count_tokens)
    return _passage([*lead, *best], title)


def _opening(sentences: Sequence[Sentence], length: int, title: str) -> int:
    """Return where the stretch of so many sentences begins that tells what the title announces: mostly 0.

    A rare word of the title tells more than one that is everywhere.
    """
    if length > len(sentences) * _SMALL:
        return 0
    titled = _words(title)
    found = [_words(sentence.span.text) & titled for sentence in sentences]
    times = Counter(word for words in found for word in words)
    if not times or _share(found[:length], times) >= _TOLD:
        return 0
    begins = [at for at, words in enumerate(found) if words]
    best = max(begins, key=lambda at: (_share(found[at : at + length], times), -at))
    return best if _share(found[best : best + length], times) >= _TOLD else 0


def _share(found: Sequence[Collection[str]], times: Mapping[str, int]) -> float:
    """Return how much of a title's words, as far as the text has them, stands in some sentences, from 0 to 1."""
    told = {word for words in found for word in words}
    return sum(1 / times[word] for word in told) / sum(1 / many for many in times.values())


def _passage(sentences: Sequence[Sentence], title: str | None) -> Passage:
    return Passage(tuple(sentences), title, " ".join(sentence.plain for sentence in sentences))


def _fits(sentences: Sequence[Sentence], budget: int, count_tokens: Callable[[str], int]) -> bool:
    characters = sum(len(sentence.span.text) for sentence in sentences)
    if characters * _PIECES_PER_CHARACTER > budget:
        return False
    return count_tokens(" ".join(sentence.plain for sentence in sentences)) <= budget


def _lead(
    sentences: Sequence[Sentence], budget: int, count_tokens: Callable[[str], int], share: float = _LEAD_SHARE
) -> tuple[list[Sentence], int]:
    """Return the opening sentences and what they leave of the budget."""
    lead: list[Sentence] = []
    left = budget
    for sentence in sentences:
        cost = count_tokens(sentence.plain) if len(sentence.span.text) <= budget / _PIECES_PER_CHARACTER else budget + 1
        if cost > left or (lead and left - cost < budget * (1 - share)):
            break
        lead.append(sentence)
        left -= cost
    return lead, left


def _weights(sentences: Sequence[Sentence], title: str) -> Mapping[str, float]:
    """Return what it is worth to cover a word: in how many sentences it stands, more if the title has it."""
    seen = Counter(word for sentence in sentences for word in _words(sentence.span.text))
    titled = _words(title)
    return {
        word: times * (_TITLE_WEIGHT if word in titled else 1.0)
        for word, times in seen.items()
        if times > 1 or word in titled
    }


def _best(
    sentences: Sequence[Sentence],
    first: int,
    weights: Mapping[str, float],
    left: int,
    count_tokens: Callable[[str], int],
) -> list[Sentence]:
    """Return from `first` on the sentences that cover most of what those before do not, in document order."""
    covered = {word for sentence in sentences[:first] for word in _words(sentence.span.text)}
    chosen: list[int] = []
    queue = [(-_gain(sentences[at], weights, covered), at) for at in range(first, len(sentences))]
    heapify(queue)
    # Gains only shrink as more is covered: the top is the best once its own gain is up to date.
    while queue and left > 0:
        old, at = queue[0]
        new = -_gain(sentences[at], weights, covered)
        if new > old:
            heapreplace(queue, (new, at))
            continue
        heappop(queue)
        cost = count_tokens(sentences[at].plain) if new < 0 else left + 1
        if cost <= left:
            chosen.append(at)
            left -= cost
            covered |= _words(sentences[at].span.text)
    return [sentences[at] for at in sorted(chosen)]


def _gain(sentence: Sentence, weights: Mapping[str, float], covered: Collection[str]) -> float:
    text = sentence.span.text
    worth = sum(weights.get(word, 0.0) for word in _words(text) if word not in covered)
    return worth / sqrt(len(text))  # between preferring long sentences and short ones


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _head(text: str, budget: int, count_tokens: Callable[[str], int]) -> str:
    """Return as many whole words from the beginning of `text` as the budget holds."""
    words = text[: int(budget / _PIECES_PER_CHARACTER)].split(" ")
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if count_tokens(" ".join(words[:middle])) <= budget else (low, middle - 1)
    return " ".join(words[:low])
