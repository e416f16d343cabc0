"""A time expression -> the phrase after it that says what it is counted from: "before the election"."""

from __future__ import annotations

import re

from summarize.data import Span
from summarize.facts.roles import FUNCTION
from summarize.facts.words import listed

_SIGNAL = re.compile(
    r"\s(?:(?:before|after|since|from|following|prior\sto|ahead\sof|(?:right|just|shortly)\s(?:before|after))\s(?=\w)"
    r"|(?:earlier|later|beforehand|afterwards?|before)\b(?=\s|[.,;:!?)]|$))"
)
_WORD = re.compile(r"[^\W_]+(?:[-.'’&][^\W_]+)*")
_OPENERS = frozenset(listed("the a an his her its their our my your this that these those"))
_PRONOUNS = frozenset(listed("i he she it we they you who then there"))
_JOINERS = frozenset(listed("of and for de"))
# Words that end a noun phrase, as a rule: the verbs that events go with.
_VERBS = frozenset(
    listed(
        "began begins started starts ended ends took takes came comes said says left leaves opened opens went goes "
        "broke fell died won lost made became got saw told found held gave met"
    )
)
_LONGEST = 7  # words


def find_anchor(text: str, end: int, kind: str) -> Span | None:
    """The phrase right after `text[:end]` that anchors a duration or date (`kind` is its TIMEX3 type), if any."""
    if kind not in ("DURATION", "DATE"):
        return None
    signal = _SIGNAL.match(text, end)
    if not signal:
        return None
    start, stop = end + 1, signal.end()
    if not signal[0].endswith(" "):  # "earlier", alone
        return Span(start, stop, text[start:stop]) if kind == "DURATION" else None
    stop = _phrase_end(text, signal.end())
    return Span(start, stop, text[start:stop]) if stop else None


def _phrase_end(text: str, at: int) -> int:
    """The end of the noun phrase at `at`, 0 if there is none."""
    end, content = 0, 0
    for _ in range(_LONGEST):
        word = _WORD.match(text, at)
        if not word or word[0].lower() in _PRONOUNS or _is_after(word[0], content):
            break
        if word[0].lower() not in _OPENERS | _JOINERS:
            end, content = word.end(), content + 1
        at = word.end() + 1
        if text[word.end() : at] != " ":
            break
    return end


def _is_after(word: str, content: int) -> bool:
    """Whether a word stands after the noun phrase rather than in it."""
    lower = word.lower()
    if lower in _OPENERS:
        return bool(content) and lower not in ("the", "a", "an")
    if lower in _JOINERS:
        return not content
    return bool(content) and (lower in FUNCTION or lower in _VERBS)
