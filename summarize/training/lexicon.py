"""Articles -> `facts/lexicon.txt`: the words that English news writes in lower case.

The finders ask it whether a capitalised word at the start of a sentence is an ordinary word
("Officials") or a name ("Ofori"). Only word forms are kept, no text and no counts.

    python -m summarize.training.lexicon articles.jsonl.gz > summarize/facts/lexicon.txt
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")

# A word is kept if it was seen this often, and in at least this share of its places in lower
# case: "may" and "police" stay in, "senate" and "baker" stay out.
_LEAST_SEEN = 8
_LEAST_SHARE = 0.3


def common_words(texts: Iterable[str]) -> list[str]:
    """Return the words of two letters or more that `texts` mostly write in lower case, sorted."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for text in texts:
        for sentence in _SENTENCE.split(text):
            for place, word in enumerate(_WORD.findall(sentence)):
                if word.islower():
                    lower[word] += 1
                elif place and word.istitle():
                    upper[word.lower()] += 1
    return sorted(word for word, seen in lower.items() if _is_common(word, seen, upper[word]))


def _is_common(word: str, lower: int, upper: int) -> bool:
    return word.isalpha() and len(word) > 1 and lower >= _LEAST_SEEN and lower >= _LEAST_SHARE * (lower + upper)


def _bodies(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["body"] or ""


if __name__ == "__main__":
    sys.stdout.write("\n".join(common_words(_bodies(Path(sys.argv[1])))) + "\n")
