"""What a written sentence must look like to be printed: predicates over its words, without the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from summarize.data import Span
from summarize.facts.roles import FUNCTION
from summarize.guard.stems import is_past, read_words

_ENDS = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_OPENS = re.compile(r"""^["'“‘«(\[]*[^\W_a-z]""")
# Sentences that lean on the one before them.
_DANGLING = re.compile(
    r"""^["“'‘]?(?!this (?:morning|afternoon|evening|week|weekend|month|year|season|spring|summer|autumn|fall|winter|"""
    r"""(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"""
    r"""(?:he|she|they|it|his|her|their|its|him|them|this|that|these|those|such|but|and|or|so|yet|"""
    r"""however|also|meanwhile|instead|therefore|thus|hence|consequently|moreover|furthermore|additionally|nevertheless|"""
    r"""otherwise|likewise|similarly|in addition|as a result|for (?:example|instance)|"""
    r"""the (?:former|latter)|both|another|others?|then|there|here)\b""",
    re.IGNORECASE,
)
# "Since March, he has led the office": an opening that names nobody, and then a pronoun.
_DANGLING_LATER = re.compile(
    r"^(?:even|more|most|perhaps|today|yesterday|now|still|later|earlier|last|next|this|in|on|since|after|among|before|during|at|as|for|by|with|from|until|under|when|while|if|once)\b([^.,]*),\s+"
    r"(?:he|she|they|it)\b",
    re.IGNORECASE,
)
# "By November 2024 it had": the same, and the pronoun without a comma.
_DANGLING_AFTER_DATE = re.compile(
    r"^(?:by|in|on|since|until|from|at|before|after) (?:the end of |early |late |mid-)?(?:[A-Z][a-z]+ ?)?"
    r"(?:\d{1,4}(?:,? [A-Z][a-z]+)?(?:,? \d{4})?|then|now)? ?(?:he|she|they|it)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun))[A-Z]\w")
# Said by or to somebody: out of its quotation nobody knows who "we" are.
# Not "Phase I", "(I-Vt.)", "We Can Do It".
_SPOKEN = re.compile(
    r"^[\"“'‘(]?(?:We|You|Our|My|Your)\b|\b(?:we|you|our|my|your|us|me)\b|"
    r"(?:^[\"“'‘(]?|[,;:—–]\s|\b[a-z]+,?\s)I(?:['’](?:m|ve|d|ll))?(?=\s[a-z])"
)
# Where to call or write is no news.
_CONTACT = re.compile(r"\bwww\.|https?:|\w@\w|\b\d{3}-\d{3,4}-?\d*\b")
_QUOTED = re.compile(r"“[^”]{0,1000}”|\"[^\"]*\"")
# A sentence without a word like these has no verb: it is a list of names.
_LOWER = re.compile(r"\b(?!(?:and|the|for|with|from|their|his|her)\b)[a-z]{3,}")
# The end of a sentence inside one, and no abbreviation before it: two were run together.
_RUN_TOGETHER = re.compile(r"[a-z]{5}[.!?] [a-z]")
# "Ida Berg leading the team": a name, a participle, and no verb beside it that could be a finite one.
_PARTICIPLE = re.compile(
    r"^(?:[\w.’'-]+ ){0,7}?([A-Z][\w’'-]+) (?!during|including|according|morning|evening)[a-z]{3,}ing "
    r"(?:to|into|the|an?|his|her|their|its|with|for|from|about|over|at|on|in|more)\b"
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did)\b|['’](?:s|re|ll|d)\b"
)
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))

# A source sentence longer than this is not a point any more; news sentences average 20 to 25 words.
MOST_WORDS = 45
# The sentence that tells what happened may be long: without it there is no brief.
MOST_WORDS_OF_LEAD = 60
_LEAST_WORDS = 4
# Writers repeat this many words within a sentence only for effect, models when they lose the thread.
_REPEATED_WORDS = 4
_JOINTS = frozenset({"and", "or", "as", "but"})
_SHORT = 3  # "had had" and "that that" are English


def is_whole(text: str) -> bool:
    """Return whether a sentence opens and ends as one, and closes the quotations and brackets it opens."""
    pairs = all(text.count(left) == text.count(right) for left, right in _PAIRS)
    balanced = pairs and text.count('"') % 2 == 0
    formed = _OPENS.match(text) and _ENDS.search(text) and not _RUN_TOGETHER.search(text)
    verbal = _LOWER.search(text) or _AUXILIARY.search(text)
    return bool(formed and balanced and verbal and not _is_fragment(text))


def _is_fragment(text: str) -> bool:
    """Whether a sentence opens with a name and a participle, and has no finite verb."""
    found = _PARTICIPLE.match(text)
    if not found or found[1].lower() in FUNCTION or _AUXILIARY.search(text):
        return False
    return not any(is_past(word) for word in read_words(text))


def is_dangling(text: str) -> bool:
    """Return whether a sentence opens with a word that only the sentence before it explains."""
    later = _DANGLING_LATER.match(text)
    return bool(_DANGLING.match(text) or _DANGLING_AFTER_DATE.match(text) or (later and not _NAMED.search(later[1])))


def find_spoken(text: str) -> Span | None:
    """Return the first word that a speaker says of himself, "we" or "my", outside a quotation, None if none is."""
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    for found in _SPOKEN.finditer(text):
        if not any(start <= found.start() < end for start, end in quoted):
            word = found[0].split()[-1]
            return Span(found.end() - len(word), found.end(), word)
    return None


def is_quotable(text: str, most: int = MOST_WORDS) -> bool:
    """Return whether a source sentence, of `most` words at most, can stand in a summary by itself."""
    around = _QUOTED.sub("", text)
    if _SPOKEN.search(around) or _CONTACT.search(text) or not _LOWER.search(around):  # the last: a quotation alone
        return False
    return is_whole(text) and not is_dangling(text) and _LEAST_WORDS <= count_words(text) <= most


def find_repetition(text: str, anywhere: int = _REPEATED_WORDS) -> Span | None:
    """Return what a sentence says for the second time, None if it does not.

    That is a run of `anywhere` words that occurred before, or of any length if it follows the first
    at once ("won the cup and won the cup", "Iowa, Iowa").
    """
    words = list(_WORD.finditer(text))
    folded = [word[0].casefold() for word in words]
    # "the United States will" may well come twice.
    named = {word[0].casefold() for word in words if word[0][0].isupper()} if anywhere >= _REPEATED_WORDS else ()
    runs = chain(_runs_again(folded, anywhere, named), _runs_in_a_row(folded))
    for start, end in runs:
        low, high = words[start].start(), words[end - 1].end()
        return Span(low, high, text[low:high])
    return None


def without_repetition(text: str) -> str:
    """Return a sentence without what it says twice in a row, "" if nothing is.

    As "Ida Berg (Oslo) and Ida Berg (Oslo) won" becomes "Ida Berg (Oslo) won".
    """
    words = list(_WORD.finditer(text))
    folded = [word[0].casefold() for word in words]
    for at in range(1, len(words)):
        for length in range(min(at, len(words) - at), 0, -1):
            for first in (at - length, at - length - (folded[at - 1] in _JOINTS)):
                if first < 0 or folded[first : first + length] != folded[at : at + length]:
                    continue
                if length <= _REPEATED_WORDS or "," not in text[words[at - 1].end() : words[at].start()]:
                    shorter = text[: words[first + length - 1].end()] + text[words[at + length - 1].end() :]
                    return without_repetition(shorter) or shorter
    return ""


def _runs_again(words: Sequence[str], length: int, named: Collection[str]) -> Iterator[tuple[int, int]]:
    first: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - length + 1):
        run = words[at : at + length]
        if at >= first.setdefault(tuple(run), at) + length and any(
            word not in named and word not in FUNCTION for word in run
        ):
            yield at, at + length


def _runs_in_a_row(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for at in range(1, len(words)):
        for length in range(1, _REPEATED_WORDS):
            run = words[at : at + length]
            start = at - length - (words[at - 1] in _JOINTS)
            if start >= 0 and words[start : start + length] == run and any(len(word) > _SHORT for word in run):
                yield at, at + length


def count_words(text: str) -> int:
    """Return the number of words: what white space separates."""
    return len(text.split())


def finish(text: str) -> str:
    """Return a sentence with its final punctuation, which models at times leave out."""
    text = text.rstrip(" ,;:–—-")
    return text if not text or _ENDS.search(text) else text + "."
