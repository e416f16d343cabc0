"""A written sentence and its article -> the actors, dates and figures that belong to another event.

Where the article states a fact, the words of its slot should stand near. If another fact of the
same sort stands among them instead, and fits by far better, the slot is that one's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarize.data import Fact, Finding, Severity
from summarize.facts.entail import date_entails
from summarize.guard.names import is_same_name
from summarize.guard.reading import Place, Reading
from summarize.guard.rules import RULES
from summarize.guard.slots import fit, promising, read_slot
from summarize.guard.speech import is_speaker
from summarize.guard.written import Written


class _Margins(NamedTuple):
    """By how much another fact must fit better to be a warning, and to be an error."""

    warning: float
    error: float


class _Rival(NamedTuple):
    """Another fact, where it stands, and by how much it fits better."""

    fact: Fact
    place: Place
    ahead: float


# Each kind flags about one in two hundred faithful sentences of the training briefs, as an error one in six hundred.
_MARGINS = {
    "person": _Margins(0.12, 0.3),
    "organisation": _Margins(0.22, 0.4),
    "place": _Margins(0.2, 0.4),
    "date": _Margins(0.13, 0.35),
    "figure": _Margins(0.16, 0.4),
}
# Two names with at most a word between them fit one slot as well as another: "Parliament of Norland (PNL)".
_TOUCHING = 2
# Places contain one another, and "today" may be a date that stands elsewhere: such rivals must fit better by so much.
_LESS_ALIKE = 0.12
_DAY = re.compile(r"-W[\dX]{2}-\d|^[\dX]{4}-[\dX]{2}-[\dX]{2}|-day$")
_TIME = re.compile(r"^XXXX-XX-XXT")


def find_moved(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the facts whose slot another fact of the article fits much better."""
    for fact in written.facts:
        margins = _margins(fact)
        places = reading.places_of(fact) if margins else frozenset()
        if places and margins:
            rivals = _find_rivals(fact, places, written, reading)
            best = max(rivals, key=lambda one: one.ahead, default=None)
            if best and best.ahead > margins.warning:
                yield _finding(fact, best, "error" if best.ahead > margins.error else "warning")


def _finding(fact: Fact, rival: _Rival, severity: Severity) -> Finding:
    rule, instead = f"moved-{fact.kind}", rival.fact.span
    message = f"{fact.span.text!r}: {RULES[rule]}; here the article has {instead.text!r}"
    return Finding(rule, fact.span, message, instead.text, (instead,), severity)


def _margins(fact: Fact) -> _Margins | None:
    if fact.value.endswith("_REF") or fact.value == "1":  # now; one
        return None
    return _MARGINS.get(fact.type if fact.kind == "actor" else fact.kind)


def _find_rivals(fact: Fact, places: frozenset[Place], written: Written, reading: Reading) -> Iterator[_Rival]:
    """The facts of the article that fit the slot of `fact` better."""
    first, last = written.range(fact.span)
    slot = read_slot(written.words, first, last, reading)
    speaks = fact.kind == "actor" and is_speaker(written.text, fact.span.start, fact.span.end)
    own = max(fit(slot, place, reading) for place in places)
    for sentence in promising(slot, own, reading):
        near = [place.word for place in places if place.sentence == sentence]
        for place, other in reading.standing.get(sentence, ()):
            beside = any(-_TOUCHING <= place.word - word <= last - first + _TOUCHING for word in near)
            if beside or not _is_alike(fact, other) or _is_said(other, written, reading):
                continue
            ahead = fit(slot, place, reading) - own
            if (
                (near and fact.type == "place")
                or (speaks and place not in reading.spoken)
                or _shape(fact) != _shape(other)
            ):
                ahead -= _LESS_ALIKE
            if ahead > 0:
                yield _Rival(other, place, ahead)


def _is_alike(fact: Fact, other: Fact) -> bool:
    """Whether one could be mistaken for the other: same type, unit or sort of date, and not the same thing."""
    if fact.kind != other.kind or fact.type != other.type:
        return fact.kind == other.kind == "date" and _is_alike_date(fact.value, other.value)
    if fact.kind == "actor":
        return not is_same_name(fact.value, other.value)
    if fact.kind == "date":
        return _is_alike_date(fact.value, other.value)
    return fact.value != other.value and fact.value.partition(" ")[2] == other.value.partition(" ")[2]


def _is_alike_date(value: str, other: str) -> bool:
    entailed = date_entails(other, value) or date_entails(value, other)
    return not entailed and _sort(value) == _sort(other) and not other.startswith(("PX", "PTX"))


def _sort(value: str) -> str:
    """What a date answers: how long, at what time, on which day, or in which month, season or year."""
    if value.startswith("P"):
        return "duration"
    if _TIME.match(value):
        return "time"
    return "day" if _DAY.search(value) else "period"


def _shape(fact: Fact) -> str:
    return re.sub(r"\d", "0", fact.value) if fact.kind == "date" else ""


def _is_said(other: Fact, written: Written, reading: Reading) -> bool:
    """Whether the sentence names the other fact too."""
    if other.kind == "actor":
        return any(reading.inventory.actors[actor].name == other.value for actor in written.actors)
    return any(fact.kind == other.kind and fact.value == other.value for fact in written.facts)
