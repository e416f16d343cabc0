"""A run of capitalised words -> the names in it, each with the title before it."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.facts.gazetteer import gazetteer
from summarize.facts.roles import (
    COUNTED,
    FUNCTION,
    HEADS,
    MONTH_NAMES,
    MONTHS,
    NO_ACTORS,
    POSTNOMINALS,
    ROLES,
    TITLES,
    WEEKDAYS,
)
from summarize.facts.runs import Words, known_end
from summarize.facts.titles import Part, cut_titles, is_known
from summarize.facts.weak import LINKS, is_inflected, without_weak
from summarize.facts.words import is_common, listed

# What has its owner in its name, besides what heads name: "International Women's Day".
_OWNED = frozenset(listed("Day Week Month Cup Prize Award Awards Open Championship Championships Disease Law"))


def find_parts(words: Words, run: list[int]) -> Iterator[Part]:
    """The (title, name) pairs that a run holds."""
    for stretch, is_known_name in _around_known(words, run):
        if is_known_name:
            yield [], stretch
            continue
        for dateless in _without_dates(words, stretch):
            for strong in without_weak(words, dateless):
                for owned in _by_possessive(words, strong):
                    for title, name in cut_titles(words, owned):
                        if name := _trimmed(words, name):
                            yield title, name


def _around_known(words: Words, run: list[int]) -> Iterator[tuple[list[int], bool]]:
    """Set known names with small words in them apart: "House of Representatives" | "Speaker Ann Holm"."""
    at = 0
    while at < len(run):
        size = max(0, known_end(words, run[at]) - run[at])
        before, after = run[:at], run[at + size :]
        if not size or size > len(run) - at or _is_inside(words, before, after):
            at += 1
            continue
        owner = before[1:] if before and words.word(before[0]) == "The" else before
        if not all(gazetteer().types.get(words.word(place)) == "place" for place in owner):
            owner = []
            yield before, False
        yield [*owner, *run[at : at + size]], True
        run, at = after, 0
    yield run, False


def _is_inside(words: Words, before: list[int], after: list[int]) -> bool:
    """Whether a known name is part of a longer one, or of a title: "Speaker of the House of Representatives"."""
    if after and (words.word(after[-1]) in HEADS or words.word(after[0]) in LINKS):
        return True
    return bool(before) and words.word(before[-1]) in LINKS


def _without_dates(words: Words, run: list[int]) -> Iterator[list[int]]:
    kept: list[int] = []
    for place in run:
        if _is_date_word(words, run, place):
            yield kept
            kept = []
        else:
            kept.append(place)
    yield kept


def _is_date_word(words: Words, run: list[int], place: int) -> bool:
    word = words.word(place)
    if word in WEEKDAYS:
        return True
    if word not in MONTHS:
        return False
    following = words.pieces[place + 1].text[0] if place + 1 < len(words.pieces) else ""
    if word not in MONTH_NAMES or len(run) == 1 or following.isdigit():
        return True
    before = words.word(place - 1) if place > run[0] else ""
    return before not in gazetteer().first_names and before not in TITLES


def _by_possessive(words: Words, run: list[int]) -> Iterator[list[int]]:
    """As "Israel's Gantz" is two names, "Grauman's Egyptian Theatre" one."""
    start = 0
    for index, place in enumerate(run[:-1]):
        owner = run[start : index + 1]
        if words.word(place) == words.pieces[place].text or not _is_owner(words, owner, run[index + 1 :]):
            continue
        yield owner
        start = index + 1
    if run[start:]:
        yield run[start:]


def _is_owner(words: Words, owner: list[int], owned: list[int]) -> bool:
    first, last = words.word(owner[0]), words.word(owned[-1])
    return is_known(words, owner) or first in gazetteer().first_names or last not in HEADS | _OWNED


def _trimmed(words: Words, name: list[int]) -> list[int]:
    """`name` without what cannot begin or end one; empty if nothing of a name is left."""
    while name and words.word(name[-1]) in LINKS:
        name = name[:-1]
    while name and words.word(name[0]) in LINKS:
        name = name[1:]
    while len(name) > 1 and words.word(name[-1]) in POSTNOMINALS:
        name = name[:-1]
    if len(name) == 1 and words.word(name[0]) in COUNTED and _is_counted(words, name[0] + 1):
        return []  # Section 5
    headed = len(name) > 1 and words.word(name[-1]) in HEADS  # "State Department"
    if not headed and all(_is_no_actor(words, place) for place in name):
        return []
    return name


def _is_no_actor(words: Words, place: int) -> bool:
    word = words.word(place)
    if word.isupper() and word in gazetteer().types:
        return False
    if word.isupper() and len(word) > 3 and (is_common(word) or is_inflected(word)):
        return word not in words.introduced  # shouted, not an acronym that is introduced
    return len(word) < 2 or word in NO_ACTORS or word in ROLES or word.lower() in FUNCTION


def _is_counted(words: Words, at: int) -> bool:
    return at < len(words.pieces) and words.pieces[at].text[0].isdigit() and words.gap(at) == " "
