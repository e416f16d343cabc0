"""Text -> named actors: people, organisations, places, groups, and other things with a name.

Each capitalised run is cut into title, name and rest by the closed lists of `roles` and
`gazetteer`; a capital that its place explains (a sentence start, a headline) counts only where
the word is no ordinary one or the text names it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.data import Fact, Span
from summarize.facts.gazetteer import gazetteer
from summarize.facts.kinds import type_of
from summarize.facts.roles import (
    ABBREVIATIONS,
    FUNCTION,
    MONTH_NAMES,
    MONTHS,
    NO_ACTORS,
    HEADS,
    PARTICLES,
    TITLE_PARTS,
    TITLES,
    UNSURE_TITLES,
    WEEKDAYS,
)
from summarize.facts.runs import Words, find_runs, read_words
from summarize.facts.words import bare, is_common, plain


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the title before it; `title` is None where there is none."""

    span: Span
    value: str
    type: str
    title: Span | None = None


def find_actors(text: str) -> tuple[Fact, ...]:
    """Find the named actors of `text`: bare names, without title and possessive ending."""
    return tuple(Fact("actor", name.span, name.value, name.type) for name in find_names(text))


def find_names(text: str) -> tuple[Name, ...]:
    """Find the named actors of `text` with their titles."""
    words = read_words(text)
    parts = [part for run in find_runs(words) for part in _parts(words, run)]
    names = [_name(words, title, places) for title, places in parts]
    return _share_types([name for name in names if name.span.text])


_Part = tuple[list[int], list[int]]


def _name(words: Words, title: list[int], places: list[int]) -> Name:
    span = _span(words, places)
    value = plain(span.text)
    value = value.removeprefix("The ") or value
    kind = type_of([words.word(place) for place in places], value, bool(title), _context(words, places))
    return Name(span, value, kind, _span(words, title) if title else None)


def _span(words: Words, places: list[int]) -> Span:
    start, last = words.pieces[places[0]].start, words.pieces[places[-1]]
    end = last.start + len(bare(last.text))
    if words.text[end : end + 1] == "." and last.text in ABBREVIATIONS and last.end == end:
        end += 1
    return Span(start, end, words.text[start:end])


def _context(words: Words, places: list[int]) -> tuple[str, str]:
    """The lower-case words right before and after, "" where punctuation comes between."""
    first, last = places[0], places[-1]
    before = words.pieces[first - 1].text if first and words.gap(first) == " " else ""
    after = words.pieces[last + 1].text if last + 1 < len(words.pieces) and words.gap(last + 1) == " " else ""
    return before, after


def _parts(words: Words, run: list[int]) -> Iterator[_Part]:
    """The (title, name) pairs that a run holds."""
    for stretch in _without_dates(words, run):
        for strong in _without_weak(words, stretch):
            for owned in _by_possessive(words, strong):
                for title, name in _by_title(words, owned):
                    if name := _trimmed(words, name):
                        yield title, name


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
        while run and not words.pieces[run[0]].text[0].isupper() and words.pieces[run[0]].text not in PARTICLES:
            run = run[1:]
    if run:
        yield run


def _is_droppable(words: Words, run: list[int]) -> bool:
    word = words.word(run[0])
    lower = word.lower()
    if not words.weak[run[0]]:
        return lower in FUNCTION and len(run) > 1 and lower not in ("the", "us") and not word.isupper()
    if lower in FUNCTION and not (word.isupper() and len(word) > 1 and not words.lower):
        return word != "US"
    if _is_known(words, word) or word in TITLES:
        return False
    if len(run) == 1:
        return is_common(word) or _is_inflected(word)
    if words.pieces[run[1]].text in ("of", "for", "on"):
        return is_common(word) and word not in HEADS and lower in words.lower
    return is_common(word) and (lower in words.lower or lower.endswith("ly") or _begins_name(words, run[1:]))


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


def _heading_names(words: Words, run: list[int]) -> Iterator[list[int]]:
    kept: list[int] = []
    for place in run:
        word = words.word(place)
        if _is_known(words, word) or not (is_common(word) or _is_inflected(word) or word.lower() in FUNCTION):
            kept.append(place)
        elif word in TITLES or (word in PARTICLES and kept):
            kept.append(place)
        else:
            yield kept
            kept = []
    yield kept


def _by_possessive(words: Words, run: list[int]) -> Iterator[list[int]]:
    """ "Israel's Gantz" is two names, "Grauman's Egyptian Theatre" one."""
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
    known = " ".join(words.word(place) for place in owner) in gazetteer().types
    return known or first in gazetteer().first_names or last not in HEADS


def _by_title(words: Words, run: list[int]) -> Iterator[_Part]:
    """Cut "US Secretary of State Mike Pompeo" into US and (Secretary of State) Mike Pompeo."""
    titles = [index for index, place in enumerate(run) if _is_title(words, place)]
    if len(run) > 1 and words.word(run[-1]) in HEADS - TITLES:  # "King Abdullah University" is no king
        titles = []
    for last in reversed(titles):
        name = _after_office(words, run, last)
        if _is_personal(words, run[last], run[name:]):
            first = _title_start(words, run, last)
            yield from _by_place(words, run[:first])
            yield from _places_of_office(words, run[last + 1 : name])
            yield run[first:name], run[name:]
            return
    yield from _by_place(words, _without_role(words, run, titles) if titles else run)


def _is_title(words: Words, place: int) -> bool:
    return words.word(place) in TITLES and words.pieces[place].text == words.word(place)


def _title_start(words: Words, run: list[int], last: int) -> int:
    first = last
    while first and words.word(run[first - 1]) in TITLE_PARTS | TITLES | {"of", "and", "the"}:
        first -= 1
    return first


def _after_office(words: Words, run: list[int], last: int) -> int:
    """Where the name begins after a title and its office: "Secretary of State" | "Mike Pompeo"."""
    at = last + 1
    if at >= len(run) or words.word(run[at]) not in ("of", "for"):
        return at
    for ahead in range(at + 2, len(run)):
        if words.word(run[ahead]) in gazetteer().first_names:
            return ahead
    while at < len(run) and _is_office(words.word(run[at])):
        at += 1
    return at + 1 if at == last + 2 and len(run) - at > 2 else at


def _is_office(word: str) -> bool:
    if word in gazetteer().first_names:
        return False
    return is_common(word) or word in gazetteer().types or word in HEADS | TITLE_PARTS


def _is_personal(words: Words, title: int, name: list[int]) -> bool:
    """Whether what follows a title is a person: Biden after "President", not "Electric" after "General"."""
    if not name or words.word(name[0]) in TITLES | {"of", "for", "and"} or words.word(name[-1]) in HEADS:
        return False
    first = words.word(name[0])
    sure = first in gazetteer().first_names or not is_common(first) or len(first) == 1
    return sure or first in words.named and words.word(title) not in UNSURE_TITLES


def _places_of_office(words: Words, office: list[int]) -> Iterator[_Part]:
    """ "London" in "Mayor of London Sadiq Khan"."""
    if places := [place for place in office if words.word(place) in gazetteer().types]:
        yield [], places


def _without_role(words: Words, run: list[int], titles: list[int]) -> list[int]:
    """Take a bare role off a name: "Microsoft CEO", "CEO of Microsoft", "Prime Minister"."""
    last = titles[-1]
    if last == len(run) - 1 and words.word(run[0]) not in gazetteer().first_names:
        first = _title_start(words, run, last)
        return run if words.word(run[first]) in ("of", "and", "the") else run[:first]
    last = titles[0]
    office = [words.word(place) for place in run[last + 1 :]]
    if _title_start(words, run, last) or not office or office[0] not in ("of", "for"):
        return run
    named = any(not is_common(word) or word in gazetteer().types or word in HEADS for word in office)
    return run[last + 2 :] if named else []


def _by_place(words: Words, run: list[int]) -> Iterator[_Part]:
    """Cut "American John Smith" before the first name; leave "American Airlines" whole."""
    if len(run) > 2 and words.word(run[0]) in gazetteer().types and words.word(run[1]) in gazetteer().first_names:
        yield [], run[:1]
        run = run[1:]
    yield [], run


def _trimmed(words: Words, name: list[int]) -> list[int]:
    """`name` without what cannot begin or end one; empty if nothing of a name is left."""
    while name and words.word(name[-1]) in ("of", "for", "on", "and", "the"):
        name = name[:-1]
    while name and (words.word(name[0]) in ("of", "for", "on", "and", "the")):
        name = name[1:]
    if all(_is_no_actor(words, place) for place in name):
        return []
    return name


def _is_no_actor(words: Words, place: int) -> bool:
    word = words.word(place)
    return word in NO_ACTORS or word in TITLES or word in TITLE_PARTS or word.lower() in FUNCTION - {"us"} or len(word) < 2


def _share_types(names: list[Name]) -> tuple[Name, ...]:
    """Give a bare surname the type of the full name that ends with it."""
    known: dict[str, str] = {}
    for name in names:
        if name.type and name.value not in known:
            known[name.value] = name.type
    for name in names:
        if name.type == "person":
            known.setdefault(name.value.split(" ")[-1], "person")
    return tuple(
        name if name.type else Name(name.span, name.value, known.get(name.value, ""), name.title) for name in names
    )
