"""A finding -> what the article has instead, and whether that may be put in its place without asking."""

from __future__ import annotations

import unicodedata

from summarize.data import Finding
from summarize.editorial.counterpart import counterpart
from summarize.editorial.wording import find_wording
from summarize.facts import find_facts
from summarize.facts.gazetteer import gazetteer
from summarize.facts.words import bare, is_common
from summarize.guard import Evidence

_LONG_QUOTE = 10  # words; in a shorter one two words amiss may be a paraphrase
_SHORT_QUOTE = 5  # "a major setback" is no slip for "a major victory"
_LEAST_LETTERS = 4  # Kerr and Karr may both be names; a slip in a shorter one is no slip
_LONG_NAME = 8


def suggest(finding: Finding, sentence: str, evidence: Evidence) -> str:
    """Return what the article has instead of what was found in a written sentence, "" where nothing is near."""
    if finding.suggestion or finding.rule != "altered-quote":
        return finding.suggestion or counterpart(finding, sentence, evidence)
    wording = find_wording(finding.span.text, _text(evidence))
    return wording.text if wording else ""


def is_safe(finding: Finding, suggestion: str, evidence: Evidence) -> bool:
    """Return whether a suggestion only mends a slip: a letter or two of a name, a word or two of a quotation.

    What moves a fact, or changes a number, is never one.
    """
    if not suggestion or _numbers(finding.span.text) != _numbers(suggestion):
        return False
    if finding.rule == "unsupported-actor":
        return _is_misspelling(finding.span.text, suggestion, evidence)
    if finding.rule != "altered-quote":
        return False
    wording = find_wording(finding.span.text, _text(evidence))
    if wording is None or wording.words < _SHORT_QUOTE:
        return False
    return wording.changes <= (2 if wording.words >= _LONG_QUOTE else 1)


def _text(evidence: Evidence) -> str:
    """Return the article, its sentences one a line."""
    return "\n".join(sentence.plain for sentence in evidence.sentences)


def _numbers(text: str) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in find_facts(text) if fact.kind in ("date", "figure")]


def _is_misspelling(written: str, suggestion: str, evidence: Evidence) -> bool:
    pairs = list(zip(written.split(), suggestion.split(), strict=False))
    if len(written.split()) != len(suggestion.split()):
        return False
    known = {bare(word) for actor in evidence.inventory.actors for word in actor.name.split()}
    return all(left == right or _is_slip(bare(left), bare(right), known) for left, right in pairs)


def _is_slip(written: str, meant: str, names: set[str]) -> bool:
    if _unaccented(written) == _unaccented(meant):
        return True
    distance = _distance(written.casefold(), meant.casefold())
    if distance > (2 if len(meant) >= _LONG_NAME else 1) or written[:1].casefold() != meant[:1].casefold():
        return False
    if min(len(written), len(meant)) < _LEAST_LETTERS or not written.isalpha():
        return False
    others = (name for name in names if name != meant)
    is_only = all(_distance(written.casefold(), name.casefold()) > distance for name in others)
    return is_only and not _is_word(written)


def _is_word(written: str) -> bool:
    """Return whether a word is one that somebody may have meant: Iran is no misspelt Iraq."""
    known = gazetteer()
    names = (*known.types, *known.first_names)
    return is_common(written) or any(written in name.split() for name in names)


def _unaccented(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _distance(left: str, right: str) -> int:
    """Return the letters to add, drop, replace, or exchange with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, letter in enumerate(left, 1):
        above, before, row = before, row, [at]
        for to, other in enumerate(right, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == right[to - 2] and left[at - 2] == other:
                cost = min(cost, above[to - 2] + 1)
            row.append(cost)
    return row[-1]
