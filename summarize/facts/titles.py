"""A run of capitalised words -> the names in it, each with the title before it."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.facts.gazetteer import gazetteer
from summarize.facts.roles import HEADS, ORGANISATION_HEADS, ROLES, SUFFIXES, TITLE_PARTS, TITLES, UNSURE_TITLES
from summarize.facts.runs import Words
from summarize.facts.words import is_common

# The places of the pieces of a title, empty where there is none, and of the name after it.
Part = tuple[list[int], list[int]]
# "Activist", "Reporter", "Historian": common words so ending before a first name say what its bearer does.
_LONGEST = 8  # words in a known name
_ROLE_ENDINGS = ("ist", "ists", "er", "ers", "or", "ors", "ian", "ians", "ant", "man", "woman", "men", "harge")
# Titles in the plural that clubs are called by: "Kansas City Chiefs".
_TEAMS = frozenset({"Kings", "Chiefs", "Royals", "Dukes", "Queens", "Barons", "Monarchs", "Generals", "Commanders"})
_NO_NAME = TITLES | SUFFIXES | {"of", "for", "and"}


def cut_titles(words: Words, run: list[int]) -> Iterator[Part]:
    """Cut "US Secretary of State Mike Pompeo" into US and (Secretary of State) Mike Pompeo."""
    titles = [index for index, place in enumerate(run) if _is_title(words, place)]
    if _is_head(words.word(run[-1])) and not _is_role_of(words, run, titles):
        titles = []  # "King Abdullah University" is no king
    if titles and titles[-1] == len(run) - 1 and _is_body_of(words, run):
        titles = []  # "Conference of Mayors"
    for last in reversed(titles):
        name = _after_office(words, run, last)
        if _is_personal(words, run[last], run[name:]):
            first = _title_start(words, run, last)
            yield from _by_place(words, run[:first])
            yield from _places_of_office(words, run[last + 1 : name])
            yield run[first:name], run[name:]
            return
    if titles and _role_end(words, run, titles):
        yield from _places_of_office(words, run[: _title_start(words, run, titles[0])])
    yield from _by_place(words, _without_role(words, run, titles) if titles else run)


def _is_title(words: Words, place: int) -> bool:
    word = words.word(place)
    if place and words.gap(place) == "-" and words.pieces[place - 1].text.islower():  # Port-au-Prince
        return False
    return (word in TITLES or word.removesuffix("s") in TITLES) and words.pieces[place].text == word


def _is_role_of(words: Words, run: list[int], titles: list[int]) -> bool:
    """Whether a run begins like "CEO of"."""
    return bool(_role_end(words, run, titles))


def _role_end(words: Words, run: list[int], titles: list[int]) -> int:
    """Where the office begins after a role that begins the run: 2 for "CEO of Arkwell", 0 without a role."""
    for at in titles:
        start = _title_start(words, run, at)
        if at + 2 < len(run) and words.word(run[at + 1]) in ("of", "for") and _is_owned(words, run[:start]):
            return at + 2
    return 0


def _is_body_of(words: Words, run: list[int]) -> bool:
    is_body = len(run) > 2 and words.word(run[0]) in ORGANISATION_HEADS and words.word(run[1]) == "of"
    return is_body and words.word(run[-1]).endswith("s")


def _is_owned(words: Words, before: list[int]) -> bool:
    """Whether before a role there is nothing, or only a country: "Tunisian Minister of"."""
    return all(words.word(place) in gazetteer().types for place in before)


def _is_head(word: str) -> bool:
    return word in HEADS and word not in TITLES


def _is_of_title(word: str) -> bool:
    return word in ROLES or word in ("of", "and", "the")


def _title_start(words: Words, run: list[int], last: int) -> int:
    first = last
    while first and _is_of_title(words.word(run[first - 1])):
        first -= 1
    return first


def _after_office(words: Words, run: list[int], last: int) -> int:
    """Where the name begins after a title and its office: "Secretary of State" | "Mike Pompeo"."""
    at = last + 1
    if at >= len(run) or words.word(run[at]) not in ("of", "for"):
        return at
    start = at + 2 if len(run) > at + 1 and words.word(run[at + 1]) == "the" else at + 1
    if size := known_size(words, run[start:]):
        return start + size
    for ahead in range(at + 2, len(run)):
        if words.word(run[ahead]) in gazetteer().first_names:
            return ahead
    while at < len(run) and _is_office(words.word(run[at])):
        at += 1
    return at + 1 if at == last + 2 and len(run) - at > 2 else at


def _is_office(word: str) -> bool:
    if word in gazetteer().first_names:
        return False
    return _is_ordinary(word) or word in gazetteer().types or word in HEADS or word in TITLE_PARTS


def _is_ordinary(word: str) -> bool:
    return is_common(word) or (word.endswith("s") and is_common(word[:-1]))


def _is_personal(words: Words, title: int, name: list[int]) -> bool:
    """Whether what follows a title is a person: Biden after "President", not "Electric" after "General"."""
    if not name or words.word(name[0]) in _NO_NAME or words.word(name[-1]) in HEADS:
        return False
    first = words.word(name[0])
    if len(name) == 1 and first.isupper() and words.word(title + 1) in ("of", "for"):
        return False  # President of NATO
    sure = first in gazetteer().first_names or not _is_ordinary(first) or len(first) == 1
    return sure or (first in words.named and words.word(title) not in UNSURE_TITLES)


def _places_of_office(words: Words, office: list[int]) -> Iterator[Part]:
    """As "London" in "Mayor of London Sadiq Khan"."""
    at = 0
    while at < len(office):
        size = known_size(words, office[at:])
        if size:
            yield [], office[at : at + size]
        at += size or 1


def known_size(words: Words, places: list[int]) -> int:
    """How many of these words, from the first on, make the longest known name: 2 for "European Union Council"."""
    for size in range(min(len(places), _LONGEST), 0, -1):
        if is_known(words, places[:size]):
            return size
    return 0


def _without_role(words: Words, run: list[int], titles: list[int]) -> list[int]:
    """Take a bare role off a name: "Microsoft CEO", "CEO of Microsoft", "Prime Minister"."""
    last = titles[-1]
    if words.word(run[last]) in _TEAMS and last == len(run) - 1:
        return run
    if last == len(run) - 1 and words.word(run[0]) not in gazetteer().first_names:
        first = _title_start(words, run, last)
        return run if words.word(run[first]) in ("of", "and", "the") else run[:first]
    end = _role_end(words, run, titles)
    if not end:
        return run
    office = run[end:]
    return office if any(_is_naming(words.word(place)) for place in office) else []


def _is_naming(word: str) -> bool:
    return not is_common(word) or word in gazetteer().types or word in HEADS


def _by_place(words: Words, run: list[int]) -> Iterator[Part]:
    """Cut "American John Smith" and "Activist John Smith" before the first name; leave "American Airlines" whole."""
    if len(run) > 1 and _is_dateline(words, run):  # WASHINGTON The Senate
        yield [], run[:1]
        run = run[1:]
    if len(run) == 2 and not is_known(words, run) and all(_is_place(words, place) for place in run):  # Tokyo Japan
        yield [], run[:1]
        run = run[1:]
    for at in range(1, len(run) - 1):
        if words.word(run[at]) in gazetteer().first_names and words.word(run[-1]) not in HEADS:
            before = [words.word(place) for place in run[:at]]
            if is_known(words, run[:at]) or all(word in gazetteer().types for word in before):
                yield from _places_of_office(words, run[:at])
                run = run[at:]
            elif is_common(before[-1]) and before[-1].endswith(_ROLE_ENDINGS):
                yield run[:at], run[at:]
                return
            elif at > 1 and all(map(is_common, before)):  # "for Financial Intelligence Brian Lund"
                run = run[at:]
            break
    yield [], run


def _is_place(words: Words, place: int) -> bool:
    return gazetteer().types.get(words.word(place)) == "place"


def _is_dateline(words: Words, run: list[int]) -> bool:
    first, second = words.word(run[0]), words.word(run[1])
    shouted = first.isupper() and first.isalpha() and len(first) > 3 and gazetteer().types.get(first.title()) == "place"
    return shouted and not second.isupper()


def is_known(words: Words, run: list[int]) -> bool:
    return " ".join(words.word(place) for place in run) in gazetteer().types
