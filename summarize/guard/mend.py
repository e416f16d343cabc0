"""A faulty sentence and its findings -> the sentence with what the article has in their place.

Each finding is mended by itself: a name by the article's spelling, a date by the only one of its
sort that the source sentence gives, a title by the one its bearer has, a repetition by leaving it
out. If one of them cannot be, or if a fault is left, the sentence is not mended.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from summarize.data import Fact, Finding, Span, Task
from summarize.facts import find_dates
from summarize.facts.actors import find_names
from summarize.facts.linking import Actor
from summarize.facts.roles import TITLES
from summarize.guard.evidence import Evidence, find_findings
from summarize.guard.form import without_repetition

_PREPOSITION = re.compile(r"\b(on|in|at|since|during|by|until|from)\s$", re.IGNORECASE)
# These stand without a preposition: "said today", "met last week".
_BARE = re.compile(r"^(?:today|yesterday|tomorrow|tonight|this|last|next)\b", re.IGNORECASE)
# difflib's ratio: two letters amiss in a word of eight still count as near.
_NEAR = 0.75
_LEAST_LETTERS = 3
_SORTS = (
    ("weekday", re.compile(r"XXXX-WXX-\d")),
    ("day", re.compile(r"[\dX]{4}-\d\d-\d\d")),
    ("month", re.compile(r"[\dX]{4}-\d\d")),
    ("year", re.compile(r"\d{4}")),
    ("relative", re.compile(r"UNDEF-(?:last|this|next)-.*")),
)

# A sentence is mended again where the first mending lets another fault be seen.
_MOST_TIMES = 2


def mended(task: Task, text: str, findings: Sequence[Finding], evidence: Evidence, times: int = _MOST_TIMES) -> str:
    """Return `text` without its faults, "" if they cannot all be mended."""
    changes = [_change(text, finding, evidence) for finding in findings if finding.rule != "repeated-phrase"]
    sure = [change for change in changes if change]
    if len(sure) < len(changes):
        return ""
    better = _apply(text, sure)
    if any(finding.rule == "repeated-phrase" for finding in findings):
        better = without_repetition(better)
    if not better or better == text:
        return ""
    left = find_findings(task, better, evidence)
    return mended(task, better, left, evidence, times - 1) if left and times > 1 else "" if left else better


def _apply(text: str, changes: Sequence[tuple[Span, str]]) -> str:
    end = len(text)
    for span, new in sorted(changes, key=lambda change: -change[0].start):
        if span.end > end:
            return ""  # two changes of one place
        text, end = text[: span.start] + new + text[span.end :], span.start
    return text


def _change(text: str, finding: Finding, evidence: Evidence) -> tuple[Span, str] | None:
    """Return what to put where, None if the article does not tell."""
    if finding.rule == "unsupported-actor":
        return _respelt(text, finding, evidence)
    if finding.rule in ("unsupported-date", "moved-date"):
        return _redated(text, finding, evidence)
    return _retitled(text, finding.span, evidence) if finding.rule == "wrong-title" else None


def _respelt(text: str, finding: Finding, evidence: Evidence) -> tuple[Span, str] | None:
    if lost := find_lost_letters(text, finding.span, evidence.inventory.actors):
        return lost
    near = " ".join(sentence.plain for sentence in evidence.aligner.align(text))
    names = find_respellings(finding.span.text, evidence.inventory.actors)
    here = [name for name in names if name in near] or names
    if not here:
        return None
    end = finding.span.end
    # "A.Ş." brings its own full stop.
    end += here[0].endswith(".") and text[end : end + 1] == "."
    return Span(finding.span.start, end, text[finding.span.start : end]), here[0]


def find_respellings(name: str, actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return the names, and parts of them, that are `name` but for its spelling, the nearest first.

    Each word must be near its own: "Fair Harbour Act" is not the "Free Harbour Act" misspelt. What
    the article has without the words that `name` begins with comes last: "Department of Ports" for
    "Oslo Department of Ports".
    """
    words = name.split()
    wholes = dict.fromkeys(actor.name for actor in actors)
    parts = dict.fromkeys(part for whole in wholes for part in _parts(whole.split(), len(words)))
    near = {part: value for part in parts if (value := _nearness(words, part.split())) >= _NEAR}
    cut = [whole for whole in wholes if _is_cut(name, whole)]
    return (*sorted(near, key=lambda part: -near[part]), *cut)


def _is_cut(name: str, whole: str) -> bool:
    """Whether `whole` is what follows the first words of `name`, which no "of" ties to it."""
    before = name.removesuffix(f" {whole}").split()
    return name.endswith(f" {whole}") and before[-1][0].isupper() and (" " in whole or len(before) == 1)


def _parts(words: Sequence[str], size: int) -> list[str]:
    return [" ".join(words[start : start + size]) for start in range(len(words) - size + 1)]


def _nearness(words: Sequence[str], others: Sequence[str]) -> float:
    """How near the word farthest from its own is, from 0 to 1; a word cut off counts as near."""
    pairs = zip(words, others, strict=True)
    return min((1.0 if one == other else _word_nearness(one, other) for one, other in pairs), default=0.0)


def _word_nearness(one: str, other: str) -> float:
    left, right = plain_letters(one).casefold(), plain_letters(other).casefold()
    if min(len(left), len(right)) < _LEAST_LETTERS:
        return float(left == right)
    return max(_NEAR * right.startswith(left), SequenceMatcher(None, left, right).ratio())


def plain_letters(text: str) -> str:
    """Return `text` without accents, where a letter is one with an accent."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def find_lost_letters(text: str, span: Span, actors: Sequence[Actor]) -> tuple[Span, str] | None:
    """As "Erdo an" and "Erdoan" for "Erdoğan": a model that lacks a letter leaves it out."""
    names = dict.fromkeys(part for actor in actors for part in (actor.name, *actor.name.split()) if not part.isascii())
    for name in names:
        for gap in (" ", "", "?", "\ufffd"):
            short = "".join(letter if letter.isascii() else gap for letter in name)
            if len(short) <= _LEAST_LETTERS or short != short.strip():
                continue
            for found in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text):
                if found.start() < span.end and found.end() > span.start:
                    return Span(found.start(), found.end(), short), name
    return None


def _redated(text: str, finding: Finding, evidence: Evidence) -> tuple[Span, str] | None:
    """The only date of the same sort in the source sentence, with a preposition that agrees."""
    wrong = next((fact for fact in find_dates(text) if fact.span == finding.span), None)
    source = evidence.aligner.align(text)[:1]
    if not wrong or not source or not _sort(wrong):
        return None
    right = {fact.value: fact for fact in evidence.dates if source[0].has(fact.span) and _sort(fact) == _sort(wrong)}
    if len(right) != 1:
        return None
    fact = next(iter(right.values()))
    return _with_preposition(text, wrong, fact, source[0].span)


def _with_preposition(text: str, wrong: Fact, right: Fact, source: Span) -> tuple[Span, str]:
    """Return the change from "in March" to "on 4 March", from "on Friday" to "today"."""
    had = _PREPOSITION.search(text[: wrong.span.start])
    has = _PREPOSITION.search(source.text[: right.span.start - source.start])
    new, start = " ".join(right.span.text.split()), wrong.span.start
    if had and _BARE.match(new):
        start = had.start()
    elif had and has:
        start, new = had.start(), f"{has[1].lower()} {new}"
    if start == 0:
        new = new[0].upper() + new[1:]
    elif right.span.start == source.start and new[0].isupper() and not _is_proper(new):
        new = new[0].lower() + new[1:]
    return Span(start, wrong.span.end, text[start : wrong.span.end]), new


def _is_proper(date: str) -> bool:
    return not _BARE.match(date)


def _sort(fact: Fact) -> str:
    return next((name for name, form in _SORTS if form.fullmatch(fact.value)), "")


def _retitled(text: str, wrong: Span, evidence: Evidence) -> tuple[Span, str] | None:
    """The title that the article gives the bearer, or none; a role behind the name goes."""
    for name in find_names(text):
        if name.title and name.title.start == wrong.start:
            actor = _bearer(Fact("actor", name.span, name.value, name.type), evidence)
            title = _title(actor) if actor else ""
            return Span(wrong.start, name.span.start, text[wrong.start : name.span.start]), title
    before = text[: wrong.start].rstrip()
    if not before.endswith(","):
        return None
    start, end = len(before) - 1, wrong.end
    end += text[end : end + 1] == ","
    return Span(start, end, text[start:end]), ""


def _title(actor: Actor) -> str:
    """Return an actor's title for one person, with the space after it, "" if the article gives none."""
    for title in actor.titles:
        one = re.sub(r"s(\.?)$", r"\1", title) if title.rstrip(".").removesuffix("s").split()[-1] in TITLES else title
        return f"{' '.join(one.split())} "
    return ""


def _bearer(fact: Fact, evidence: Evidence) -> Actor | None:
    actors = evidence.reading.actors_of(fact)
    return evidence.inventory.actors[min(actors)] if len(actors) == 1 else None
