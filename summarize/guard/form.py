"""What a written sentence must look like to be printed: predicates over its words, without the article."""

from __future__ import annotations

import re

_ENDS = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_OPENS = re.compile(r"""^["'“‘«(\[]*[^\W_a-z]""")
# Sentences that lean on the one before them.
_DANGLING = re.compile(
    r"""^["“'‘]?(?:he|she|they|it|his|her|their|its|him|them|this|that|these|those|such|but|and|or|so|yet|"""
    r"""however|also|meanwhile|instead|the (?:former|latter)|both|another|others?|then|there|here)\b""",
    re.IGNORECASE,
)
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))

# A source sentence longer than this is not a point any more; news sentences average 20 to 25 words.
_MOST_WORDS = 45
_LEAST_WORDS = 4


def is_whole(text: str) -> bool:
    """Return whether a sentence opens and ends as one, and closes the quotations and brackets it opens."""
    pairs = all(text.count(left) == text.count(right) for left, right in _PAIRS)
    return bool(_OPENS.match(text) and _ENDS.search(text) and pairs and text.count('"') % 2 == 0)


def is_dangling(text: str) -> bool:
    """Return whether a sentence opens with a word that only the sentence before it explains."""
    return bool(_DANGLING.match(text))


def is_quotable(text: str) -> bool:
    """Return whether a source sentence can stand in a summary by itself."""
    return is_whole(text) and not is_dangling(text) and _LEAST_WORDS <= count_words(text) <= _MOST_WORDS


def count_words(text: str) -> int:
    """Return the number of words: what white space separates."""
    return len(text.split())


def finish(text: str) -> str:
    """Return a sentence with its final punctuation, which models at times leave out."""
    text = text.rstrip(" ,;:–—-")
    return text if not text or _ENDS.search(text) else text + "."
