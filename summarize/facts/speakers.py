"""Quotations and names -> who says what, where the sentence of the quotation tells it by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.data import Span
from summarize.facts.names import Name
from summarize.facts.roles import ABBREVIATIONS, SPEAKING
from summarize.facts.words import listed

_VERB = re.compile(r"\b(?:" + "|".join(sorted(SPEAKING)) + r")\b|\baccording\sto\b")
_END = re.compile(r"(?<![^\W_])([^\W_]*)[.!?](?=[\s”\"’']|$)|\n[ \t]*\n")
_WORD = re.compile(r"[^\W_]+")
_PRONOUNS = frozenset(listed("he she they it i we you who"))
_MARKS = "”\"’'»“`"
# Characters around a quotation in which its speaker is looked for.
_REACH = 240
# Characters between "said" and a name, "said the club's chairman, Ann Holm", and between two quotations of one speaker.
_NEAR = 70
_SCARE = 3  # words; a shorter quotation without punctuation is a way of putting it


@dataclass(frozen=True, slots=True)
class _Names:
    text: str
    names: Sequence[Name]
    starts: list[int]

    def between(self, start: int, end: int) -> list[Name]:
        """The names in a stretch that may speak."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [name for name in self.names[first:last] if name.span.end <= end and name.type not in ("place", "group")]


def find_speakers(text: str, quotes: Sequence[Span], names: Sequence[Name]) -> list[Span | None]:
    """The name of each quotation's speaker, None where its sentence has none or only a pronoun."""
    known = _Names(text, names, [name.span.start for name in names])
    found: list[Span | None] = []
    for at, quote in enumerate(quotes):
        least = quotes[at - 1].end + 1 if at else 0
        most = quotes[at + 1].start - 1 if at + 1 < len(quotes) else len(text)
        if _is_scare(text, quote):
            found.append(None)
            continue
        speaker = _after(known, quote.end, most) or _before(known, quote.start, least)
        found.append(speaker or (_same(text, quotes[at - 1], quote, found[-1]) if at else None))
    return _carried_back(text, quotes, found)


def _is_scare(text: str, quote: Span) -> bool:
    ended = quote.text[-1] in ".,!?" or text[quote.end + 1 : quote.end + 2] == ","
    return len(quote.text.split()) < _SCARE and not ended


def _after(known: _Names, end: int, most: int) -> Span | None:
    """As in "...," said Lund; "...," Lund, the mayor, said; "..." according to Lund."""
    text = known.text
    if text[end - 1] == "." and text[end - 2 : end - 1] != ".":  # the sentence is over
        return None
    start = end
    while start < len(text) and text[start] in _MARKS + ", ":
        start += 1
    stop = _sentence_end(text, start, min(most, end + _REACH))
    verb = _VERB.search(text, start, stop)
    if not verb or "\n" in text[end:start]:
        return None
    if verb.start() - start <= 1 or verb[0].startswith("according"):
        return _next_name(known, verb.end(), stop)
    if _is_pronoun(text, start):
        return None
    subject = known.between(start, verb.start())
    return subject[0].span if subject and subject[0].span.start - start <= _NEAR else None


def _next_name(known: _Names, start: int, stop: int) -> Span | None:
    if _is_pronoun(known.text, start + 1):
        return None
    names = known.between(start, stop)
    return names[0].span if names and names[0].span.start - start <= _NEAR else None


def _before(known: _Names, start: int, least: int) -> Span | None:
    """As in Lund said: "..."; Lund told reporters that "..."; Lund called it "..."."""
    text = known.text
    begin = _sentence_start(text, max(least, start - _REACH), start)
    verbs = list(_VERB.finditer(text, begin, start))
    if not verbs:
        return None
    verb = verbs[-1]
    if verb[0].startswith("according"):
        return _next_name(known, verb.end(), start)
    word = text[begin : verb.start()].split()
    if word and word[-1].lower() in _PRONOUNS:
        return None
    subject = known.between(begin, verb.start())
    return subject[-1].span if subject and verb.start() - subject[-1].span.end <= _NEAR else None


def _same(text: str, last: Span, quote: Span, speaker: Span | None) -> Span | None:
    """As in "..., " said Lund. "..."."""
    between = text[last.end : quote.start]
    if speaker is None or len(between) > _REACH or speaker.start < last.start or "\n" in between:
        return None
    return speaker if last.end <= speaker.start < quote.start and _VERB.search(between) else None


def _carried_back(text: str, quotes: Sequence[Span], found: list[Span | None]) -> list[Span | None]:
    """A paragraph that ends without a mark is of who speaks in the next."""
    for at in range(len(quotes) - 2, -1, -1):
        gap = text[quotes[at].end : quotes[at + 1].start]
        if found[at] is None and "\n" in gap and len(gap.strip()) == 1:
            found[at] = found[at + 1]
        elif found[at + 1] is None and "\n" in gap and len(gap.strip()) == 1:
            found[at + 1] = found[at]
    return found


def _is_pronoun(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return word is not None and word[0].lower() in _PRONOUNS


def _sentence_end(text: str, start: int, stop: int) -> int:
    for match in _END.finditer(text, start, stop):
        if not _is_abbreviation(match):
            return match.start() if match[1] is None else match.end(1)
    return stop


def _sentence_start(text: str, least: int, stop: int) -> int:
    ends = [match.end() for match in _END.finditer(text, least, stop) if not _is_abbreviation(match)]
    return ends[-1] if ends else least


def _is_abbreviation(match: re.Match[str]) -> bool:
    word = match[1] or ""
    return word in ABBREVIATIONS or (len(word) == 1 and word.isupper())
