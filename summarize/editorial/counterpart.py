"""What an article does not state, in a written sentence -> what it states there instead, if that is plain.

The sentence of the article that the written one condenses, the wrong words aside, has a fact of the
same kind and sort that the written one lacks: "on 1 November" stands where it has "on 1 September".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.data import Fact, Finding, Sentence, Span
from summarize.facts import find_facts
from summarize.guard import Evidence

_KINDS = {"unsupported-actor": "actor", "unsupported-date": "date", "unsupported-figure": "figure"}
# A sentence that accounts for less of the written one has next to nothing to do with it.
_LEAST_SHARE = 0.25
_WORD = re.compile(r"\w\w+|\d")
_DIGIT = re.compile(r"\d+")


def find_counterparts(finding: Finding, sentence: str, evidence: Evidence) -> list[Span]:
    """Return the mentions of what may be meant, all in one sentence of the article, likely ones only."""
    kind = _KINDS.get(finding.rule)
    written = next((fact for fact in find_facts(finding.span.text) if fact.kind == kind), None)
    if kind is None or written is None:
        return []
    rest = sentence.replace(finding.span.text, " ")
    for source in condensed(rest, evidence):
        facts = (fact for fact in evidence.inventory.facts if fact.kind == kind and source.has(fact.span))
        if found := [fact.span for fact in facts if _sort(fact) == _sort(written) and not _is_said(fact, rest)]:
            return found
    return []


def condensed(sentence: str, evidence: Evidence) -> tuple[Sentence, ...]:
    """Return the sentences of the article that a written one condenses by more than a word or two."""
    sources = evidence.aligner.align(sentence)
    return tuple(one for one in sources if evidence.aligner.share(sentence, one) >= _LEAST_SHARE)


def counterpart(finding: Finding, sentence: str, evidence: Evidence) -> str:
    """Return the one date or figure that may be meant, "" if there are several or none.

    Of actors too many stand in one sentence: a guess at one was right in 18 of 29 cases, one at a date or
    a figure in 126 of 131 (`tests/benchmarks/checking.py`, on the tuning set).
    """
    if finding.rule == "unsupported-actor":
        return ""
    texts = {" ".join(span.text.split()) for span in find_counterparts(finding, sentence, evidence)}
    return texts.pop() if len(texts) == 1 else ""


def _sort(fact: Fact) -> str:
    """Return what makes one fact fit where another stood: a weekday for a weekday, euros for euros."""
    if fact.kind == "figure":
        return " ".join(fact.value.split(" ")[1:])
    return _DIGIT.sub("0", fact.value) if fact.kind == "date" else fact.type


def _is_said(fact: Fact, text: str) -> bool:
    return any(word in text for word in _words(fact.span.text))


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))
