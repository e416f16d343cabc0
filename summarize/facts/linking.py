"""Names -> actors: the mentions of one person or body brought together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summarize.data import Span
from summarize.facts.actors import Name
from summarize.facts.gazetteer import gazetteer


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of an article: its fullest name, its mentions in order, and the titles given to it."""

    name: str
    type: str
    mentions: tuple[Span, ...]
    titles: tuple[str, ...] = ()


def link_actors(names: Iterable[Name]) -> tuple[Actor, ...]:
    """Link "Gantz" to "Benny Gantz" and "WHO" to "World Health Organization".

    A surname that two people share belongs to the one named last before it.
    """
    found = list(names)
    full = {name.value: name for name in found}
    groups: dict[str, list[Name]] = {}
    latest: dict[str, str] = {}
    for name in found:
        owner = latest.get(name.value) or _fullest(name, full)
        groups.setdefault(owner, []).append(name)
        words = owner.split()
        if len(words) > 1:
            latest[words[-1]] = owner
            latest["".join(word[0] for word in words if word[0].isupper())] = owner
    return tuple(_actor(name, mentions) for name, mentions in groups.items())


def _fullest(name: Name, full: dict[str, Name]) -> str:
    """The one longer name in the text that `name` is the end of, or another form of; else itself."""
    for form in gazetteer().alike.get(name.value, ()):
        if form in full and name.type != "group":
            return form
    if len(name.value.split()) > 1:
        return name.value
    longer = [other for other in full if other.endswith(" " + name.value) and full[other].type in ("person", "")]
    return longer[0] if len(longer) == 1 else name.value


def _actor(name: str, mentions: list[Name]) -> Actor:
    types = [mention.type for mention in mentions if mention.type]
    titles = dict.fromkeys(mention.title.text for mention in mentions if mention.title)
    return Actor(name, types[0] if types else "", tuple(mention.span for mention in mentions), tuple(titles))
