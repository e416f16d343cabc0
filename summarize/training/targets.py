"""The sentences of an article without a brief -> a brief and points made of the sentences that say most of it.

Sentences are scored by ROUGE-1 F1 against the rest of the article, as PEGASUS chooses the ones to
hide (Zhang et al. 2020), and by the words of the title in them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_POINTS, _BRIEF = 4, 2
# In words: what can be a point.
_SHORTEST, _LONGEST = 8, 40
_LEAST_SENTENCES = 8
_TITLE_WEIGHT = 0.3
# The most words that a sentence may share with one chosen before it.
_MOST_SHARED = 0.5


def choose_points(sentences: Sequence[str], title: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentences for a brief and those for points, each in the order of the article.

    Both are empty for an article too short to be condensed.
    """
    words = [Counter(_WORD.findall(sentence.casefold())) for sentence in sentences]
    if len(sentences) < _LEAST_SENTENCES:
        return (), ()
    total = sum(words, Counter())
    scores = [_f1(own, total) + _TITLE_WEIGHT * _titled(own, title) for own in words]
    chosen: list[int] = []
    for at in sorted(range(len(sentences)), key=lambda at: (-scores[at], at)):
        if _SHORTEST <= words[at].total() <= _LONGEST and not any(_is_near(words[at], words[one]) for one in chosen):
            chosen.append(at)
        if len(chosen) == _POINTS:
            return _texts(sentences, chosen[:_BRIEF]), _texts(sentences, chosen)
    return (), ()


def _texts(sentences: Sequence[str], chosen: Sequence[int]) -> tuple[str, ...]:
    return tuple(sentences[at] for at in sorted(chosen))


def _f1(own: Counter[str], total: Counter[str]) -> float:
    shared = sum(min(times, total[word] - times) for word, times in own.items())
    return 2 * shared / max(total.total(), 1)  # own and the rest together are the whole


def _titled(own: Counter[str], title: str) -> float:
    wanted = set(_WORD.findall(title.casefold()))
    return len(wanted & own.keys()) / len(wanted) if wanted else 0.0


def _is_near(one: Counter[str], other: Counter[str]) -> bool:
    shared = (one & other).total()
    return shared > _MOST_SHARED * min(one.total(), other.total())
