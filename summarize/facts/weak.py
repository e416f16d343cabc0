"""A run of capitalised words -> the stretches of it that are more than capitals of their place.

A capital that its place explains (a sentence start, a headline) counts only where the word is no
ordinary one or the text names it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from summarize.facts.gazetteer import gazetteer
from summarize.facts.numerals import ORDINALS
from summarize.facts.roles import FUNCTION, HEADS, LEADING_PARTICLES, PARTICLES, ROLES, SUFFIXES, TITLE_PARTS, TITLES
from summarize.facts.runs import Words
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
# Small words inside a name.
LINKS = frozenset({"of", "for", "on", "and", "the"})


def without_weak(words: Words, run: list[int]) -> Iterator[list[int]]:
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
        return is_common(word) or is_inflected(word) or _is_noun_here(words, lower)
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


def is_inflected(word: str) -> bool:
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
        return word in HEADS and after in LINKS
    if word in SUFFIXES:  # Charles III
        return True
    if after in _SURE_HEADS and not word.endswith(("s", "ed", "ing")):  # Johnson Space Center
        return True
    office = words.word(kept[-1]) in LINKS and word in ROLES  # Secretary of State
    return word in HEADS or office or word in PARTICLES or word in LINKS


def _stands_in_heading(words: Words, place: int) -> bool:
    word = words.word(place)
    ordinary = is_common(word) or is_inflected(word) or word.lower() in FUNCTION
    ordinary = ordinary or (word.isupper() and (word.capitalize() in ROLES or word.capitalize() in HEADS))
    return not ordinary or word in TITLES or _is_known(words, word)
