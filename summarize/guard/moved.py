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
    "person": _Margins(0.14, 0.4),
    "organisation": _Margins(0.24, 0.5),
    "place": _Margins(0.2, 0.5),
    "date": _Margins(0.12, 0.4),
    "figure": _Margins(0.2, 0.45),
}
# Two names with at most a word between them fit one slot as well as another: "Parliament of Norland (PNL)".
_TOUCHING = 2
# Places contain one another, a list is told in one place and another, and who is no speaker is hardly mistaken for
# one: such rivals must fit better by so much more.
_LESS_ALIKE = 0.12
_LIST = re.compile(r"(?:,|,? and|,? or|;| &) ?(?:the )?")
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
    listed = _is_listed(fact, written)
    speaks = fact.kind == "actor" and is_speaker(written.text, fact.span.start, fact.span.end)
    own = max(fit(slot, place, reading) for place in places)
    for sentence in promising(slot, own, reading):
        near = [place.word for place in places if place.sentence == sentence]
        for place, other in reading.standing.get(sentence, ()):
            beside = any(-_TOUCHING <= place.word - word <= last - first + _TOUCHING for word in near)
            if beside or not _is_alike(fact, other) or _is_said(other, written, reading):
                continue
            ahead = fit(slot, place, reading) - own
            if (near and fact.type == "place") or listed or (speaks and place not in reading.spoken):
                ahead -= _LESS_ALIKE
            if ahead > 0:
                yield _Rival(other, place, ahead)


def _is_listed(fact: Fact, written: Written) -> bool:
    """Whether the actor is one of a list, which holds together where its parts stand apart in the article."""
    return any(
        other.type == fact.type and _LIST.fullmatch(written.text, one, another)
        for other in written.named
        if other is not fact
        for one, another in ((fact.span.end, other.span.start), (other.span.end, fact.span.start))
        if one <= another
    )


def _is_alike(fact: Fact, other: Fact) -> bool:
    """Whether one could be mistaken for the other: same type, unit or sort of date, and not the same thing."""
    if fact.kind != other.kind or fact.type != other.type:
        return fact.kind == other.kind == "date" and _is_alike_date(fact.value, other.value)
    if fact.kind == "actor":
        return not is_same_name(fact.value, other.value)
    if fact.kind == "date":
        return _is_alike_date(fact.value, other.value)
    number, _, unit = other.value.partition(" ")
    return fact.value != other.value and fact.value.partition(" ")[2] == unit and number[:1].isdigit()


def _is_alike_date(value: str, other: str) -> bool:
    """Of one sort, and told in one way: "Friday" and "today" may be the 3rd of May."""
    entailed = date_entails(other, value) or date_entails(value, other)
    same = _sort(value) == _sort(other) and _way(value) == _way(other)
    return same and not entailed and not other.startswith(("PX", "PTX"))


def _way(value: str) -> str:
    """In which way a date is told: from the day of writing, by its weekday, or by the calendar."""
    return "relative" if value.startswith("UNDEF") else "weekday" if "-WXX-" in value else "calendar"


def _sort(value: str) -> str:
    """What a date answers: how long, at what time, on which day, or in which month, season or year."""
    if value.startswith("P"):
        return "duration"
    if _TIME.match(value):
        return "time"
    return "day" if _DAY.search(value) else "period"


def _is_said(other: Fact, written: Written, reading: Reading) -> bool:
    """Whether the sentence names the other fact too."""
    if other.kind == "actor":
        return any(reading.inventory.actors[actor].name == other.value for actor in written.actors)
    return any(fact.kind == other.kind and fact.value == other.value for fact in written.facts)
