"""Names -> actors: the mentions of one person or body brought together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from summarize.data import Span
from summarize.facts.gazetteer import gazetteer
from summarize.facts.names import Name
from summarize.facts.roles import ORGANISATION_HEADS, SUFFIXES
from summarize.facts.words import is_common

_ACRONYM = range(2, 9)  # letters


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of an article: its fullest name, its mentions in order, and the titles given to it."""

    name: str
    type: str
    mentions: tuple[Span, ...]
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """The names of one text: `full` by their value; the others give a shorter form those who go by it.

    `spelt` is keyed by names in small letters.
    """

    full: dict[str, Name]
    aliases: dict[str, str]
    tails: dict[str, tuple[str, ...]]
    heads: dict[str, tuple[str, ...]]
    spelt: dict[str, str]
    titled: dict[tuple[str, str], str]


def link_actors(names: Iterable[Name]) -> tuple[Actor, ...]:
    """Link "Gantz" to "Benny Gantz" and "WHO" to "World Health Organization".

    A surname that two people share belongs to the one whose title stands before it, else to the
    one named last before it.
    """
    found = list(names)
    known = _know(found)
    groups: dict[str, list[Name]] = {}
    latest: dict[str, str] = {}
    for name in found:
        owner = _titled(name, known) or latest.get(name.value) or _fullest(name, known)
        groups.setdefault(owner, []).append(name)
        for tail in _later_forms(owner, name):
            latest[tail] = owner
        latest[_initials(owner)] = owner
        latest[name.value] = owner
    return tuple(_actor(name, mentions) for name, mentions in groups.items())


def _know(found: list[Name]) -> _Known:
    full: dict[str, Name] = {}
    for name in found:
        if name.value not in full or (name.type and not full[name.value].type):
            full[name.value] = name
    tails = _by_form((tail, value) for value, name in full.items() for tail in _named_tails(value, name))
    heads = _by_form((head, value) for value, name in full.items() for head in _heads(value, name))
    spelt = {tail.casefold(): owners[0] for tail, owners in tails.items() if len(owners) == 1}
    spelt |= {value.casefold(): value for value in full if not value.isupper()}
    titled = {(name.title.text, tail): name.value for name in found if name.title for tail in _tails(name.value)}
    return _Known(full, _aliases(found), tails, heads, spelt, titled)


def _by_form(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form, value in pairs:
        found.setdefault(form, []).append(value)
    return {form: tuple(values) for form, values in found.items()}


def _named_tails(value: str, name: Name) -> Iterator[str]:
    return _tails(value) if name.type in ("person", "") else _body_tails(value, name)


def _heads(value: str, name: Name) -> Iterator[str]:
    """The first name of a person, and all of the name but what is in the middle."""
    words = value.split()
    if name.type == "person" and len(words) > 1:
        yield words[0]
        if len(words) > 2:
            yield f"{words[0]} {words[-1]}"


def _aliases(found: list[Name]) -> dict[str, str]:
    """The acronyms introduced in brackets, and the names they stand for, whichever comes first."""
    aliases: dict[str, str] = {}
    for name, bracketed in pairwise(found):
        if bracketed.is_bracketed and bracketed.span.start - name.span.end == len(" ("):
            for short, long in ((bracketed, name), (name, bracketed)):
                if _stands_for(short, long):
                    aliases.setdefault(short.value, long.value)
    return aliases


def _stands_for(short: Name, long: Name) -> bool:
    letters = short.value.replace(".", "").removesuffix("s")
    if len(letters) not in _ACRONYM or not letters.isalnum() or " " not in long.value:
        return False
    if letters.casefold() == _initials(long.value).casefold():
        return True
    known = gazetteer().types.get(short.value) in ("place", "group") and short.value not in gazetteer().alike.get(
        long.value, ()
    )
    return letters.isupper() and not known and long.type in ("organisation", "")


def _initials(value: str) -> str:
    words = value.replace("-", " ").split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else value


def _tails(value: str) -> Iterator[str]:
    """What may stand for a person's name later: "van der Meer" and "Meer", "King" of "Luther King Jr."."""
    words = value.split()
    while len(words) > 1 and words[-1].rstrip(".,") in SUFFIXES:
        words = [*words[:-2], words[-2].rstrip(",")]
    for start in range(1, len(words)):
        yield " ".join(words[start:])


def _later_forms(owner: str, name: Name) -> Iterator[str]:
    """What may stand for an actor once it has been named: a surname, or "the Bank" for a bank."""
    if name.type in ("person", ""):
        yield from (tail for tail in _tails(owner) if tail not in gazetteer().types)
    elif name.type == "organisation":
        yield from _body_tails(owner, name)
        last = owner.split()[-1]
        if last in ORGANISATION_HEADS and last not in gazetteer().types:
            yield last


def _body_tails(value: str, name: Name) -> Iterator[str]:
    """As the "Science Centre" is the "Great Lakes Science Centre"."""
    if name.type == "organisation":
        yield from (tail for tail in _tails(value) if " " in tail and tail not in gazetteer().types)


def _titled(name: Name, known: _Known) -> str:
    return known.titled.get((name.title.text, name.value), "") if name.title and " " not in name.value else ""


def _fullest(name: Name, known: _Known) -> str:
    """The one longer name in the text that `name` is the end of, or another form of; else itself."""
    if name.value in known.aliases:
        return known.aliases[name.value]
    for form in gazetteer().alike.get(name.value, ()):
        if form in known.full and name.type != "group":
            return form
    if spelt := _spelt(name.value, known):
        return spelt
    owners = known.tails.get(name.value) or known.tails.get(name.value[:1].lower() + name.value[1:], ())
    if name.type == "person" and not owners:
        owners = known.heads.get(name.value, ())
    return _same_person(owners) or name.value


def _spelt(value: str, known: _Known) -> str:
    """What a name all in capitals is written like elsewhere: "LEEDS" is "Leeds"."""
    if not value.isupper() or len(value) < len("OSLO") or value in gazetteer().types:
        return ""
    title = value.title()
    known_title = title if title in gazetteer().types and not is_common(title) else ""
    return known.spelt.get(value.casefold(), known_title)


def _same_person(owners: tuple[str, ...]) -> str:
    """The first of these names if they are one person's, with a middle name or without; else ""."""
    kinds = {(words[0], words[-1], len(words)) for words in (owner.split() for owner in owners)}
    bare = {kind[:2] for kind in kinds}
    return owners[0] if len(bare) == 1 and len(kinds) <= 2 else ""


def _actor(name: str, mentions: list[Name]) -> Actor:
    types = [mention.type for mention in mentions if mention.type]
    titles = dict.fromkeys(mention.title.text for mention in mentions if mention.title)
    return Actor(name, types[0] if types else "", tuple(mention.span for mention in mentions), tuple(titles))
