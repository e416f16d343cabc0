"""A run of capitalised words -> its names, without what only its place capitalises.

A capital that its place explains (a sentence start, a headline) counts only where the word is no
ordinary one or the text names it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from summarize.facts.gazetteer import gazetteer
from summarize.facts.numerals import ORDINALS
from summarize.facts.roles import (
    COUNTED,
    FUNCTION,
    HEADS,
    LEADING_PARTICLES,
    MONTH_NAMES,
    MONTHS,
    NO_ACTORS,
    PARTICLES,
    POSTNOMINALS,
    ROLES,
    TITLE_PARTS,
    TITLES,
    WEEKDAYS,
)
from summarize.facts.runs import Words, known_end
from summarize.facts.titles import Part, cut_titles, is_known
from summarize.facts.words import is_common, listed

# Small words that begin a name where they are capitalised inside a sentence: "The Hague", "Third Army".
_KEPT = frozenset({"the", "us", *ORDINALS})
# Heads that are no verbs.
_SURE_HEADS = frozenset(
    listed(
        "Agency Department Ministry University Committee Commission Council Institute Association Foundation Bureau "
        "Corporation Museum Society Federation Organization Organisation Administration Authority Parliament Center "
        "Centre Airport Hospital College Division Directorate Facility Laboratory Observatory"
    )
)
_LINKS = frozenset({"of", "for", "on", "and", "the"})


def find_parts(words: Words, run: list[int]) -> Iterator[Part]:
    """The (title, name) pairs that a run holds."""
    for stretch, is_known_name in _around_known(words, run):
        if is_known_name:
            yield [], stretch
            continue
        for dateless in _without_dates(words, stretch):
            for strong in _without_weak(words, dateless):
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
    if after and (words.word(after[-1]) in HEADS or words.word(after[0]) in _LINKS):
        return True
    return bool(before) and words.word(before[-1]) in _LINKS


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


def _without_weak(words: Words, run: list[int]) -> Iterator[list[int]]:
    """Drop from a run the words that only their place capitalises."""
    if len(run) > 1 and words.weak[run[-1]]:  # a heading
        yield from _heading_names(words, run)
        return
    while run and _is_droppable(words, run):
        run = run[1:]
        while run and not words.capital[run[0]] and words.pieces[run[0]].text not in PARTICLES:
            run = run[1:]
    if run:
        yield run


def _is_droppable(words: Words, run: list[int]) -> bool:
    word = words.word(run[0])
    lower = word.lower()
    if not words.weak[run[0]]:
        kept = lower in _KEPT or word.isupper() or word in gazetteer().first_names
        return lower in FUNCTION and len(run) > 1 and not kept
    if lower in FUNCTION:
        return not (word.isupper() and word in gazetteer().types)  # US, WHO
    if len(run) > 1 and (_is_pair(words, run[0], run[1]) or lower in LEADING_PARTICLES):  # "Le Pen"
        return False
    if _is_known(words, word) or word in TITLES or (word in TITLE_PARTS and _is_titled(words, run)):
        return False
    if len(run) == 1:
        return is_common(word) or _is_inflected(word) or _is_noun_here(words, lower)
    if words.pieces[run[1]].text in ("of", "for", "on"):
        return is_common(word) and word not in HEADS and lower in words.lower
    return is_common(word) and (lower in words.lower or lower.endswith("ly") or _begins_name(words, run[1:]))


def _is_pair(words: Words, first: int, second: int) -> bool:
    """Whether the text has these two words side by side where they are sure to be of one name."""
    return (words.pieces[first].text, words.word(second)) in words.pairs


def _is_titled(words: Words, run: list[int]) -> bool:
    return any(words.word(place) in TITLES for place in run[1:])


def _is_known(words: Words, word: str) -> bool:
    if word in words.named and not (is_common(word) and word.lower() in words.lower):
        return True
    return word in gazetteer().types or (word in gazetteer().first_names and not is_common(word))


def _begins_name(words: Words, rest: list[int]) -> bool:
    """Whether a name can do without the common word before `rest`: "Activist Nur Khan"."""
    known = gazetteer()
    named = [words.word(place) for place in rest]
    if named[0] in known.first_names or named[0] in known.types or " ".join(named[:2]) in known.types:
        return True
    return not any(is_common(word) for word in named)


def _is_inflected(word: str) -> bool:
    lower = word.lower()
    endings = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("ies", "y"))
    return any(lower.endswith(end) and is_common(lower[: -len(end)] + new) for end, new in endings)


def _is_noun_here(words: Words, lower: str) -> bool:
    """Whether the text has a word in small letters too, or a word says what people do: "Meteorologists"."""
    forms = {lower, lower + "s", lower.removesuffix("s"), lower + "es", lower.removesuffix("es")}
    return bool(forms & words.lower) or lower.endswith(("ologists", "icians", "graphers", "ologist"))


def _heading_names(words: Words, run: list[int]) -> Iterator[list[int]]:
    kept: list[int] = []
    for place, following in zip_longest(run, run[1:]):
        if _stands_in_heading(words, place) or _belongs(words, kept, place, following):
            kept.append(place)
        else:
            yield kept
            kept = []
    yield kept


def _belongs(words: Words, kept: list[int], place: int, following: int | None) -> bool:
    """Whether an ordinary word of a heading belongs to the name before or after it."""
    word = words.word(place)
    after = words.word(following) if following else ""
    if (kept and _is_pair(words, kept[-1], place)) or (following and _is_pair(words, place, following)):
        return True
    if word in TITLE_PARTS and (after in TITLES or after in TITLE_PARTS):  # Defense Minister
        return True
    if not kept:
        return word in HEADS and after in _LINKS
    if after in _SURE_HEADS and not word.endswith(("s", "ed", "ing")):  # Johnson Space Center
        return True
    office = words.word(kept[-1]) in _LINKS and word in ROLES  # Secretary of State
    return word in HEADS or office or word in PARTICLES or word in _LINKS


def _stands_in_heading(words: Words, place: int) -> bool:
    word = words.word(place)
    ordinary = is_common(word) or _is_inflected(word) or word.lower() in FUNCTION
    ordinary = ordinary or (word.isupper() and (word.capitalize() in ROLES or word.capitalize() in HEADS))
    return not ordinary or word in TITLES or _is_known(words, word)


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
    return is_known(words, owner) or first in gazetteer().first_names or last not in HEADS


def _trimmed(words: Words, name: list[int]) -> list[int]:
    """`name` without what cannot begin or end one; empty if nothing of a name is left."""
    while name and words.word(name[-1]) in _LINKS:
        name = name[:-1]
    while name and words.word(name[0]) in _LINKS:
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
    return len(word) < 2 or word in NO_ACTORS or word in ROLES or word.lower() in FUNCTION


def _is_counted(words: Words, at: int) -> bool:
    return at < len(words.pieces) and words.pieces[at].text[0].isdigit() and words.gap(at) == " "
