"""A sentence and the article's actors -> the same sentence with each first short name in full.

"Gantz" becomes "Benny Gantz" where the article gives that name and nobody else could be meant;
an acronym that the article introduces in brackets becomes the name it stands for. Names inside
quotations are somebody else's words and stay.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarize.data import Fact, Span
from summarize.facts import find_quotes
from summarize.facts.actors import Name, find_names
from summarize.facts.linking import Actor
from summarize.facts.words import is_common
from summarize.guard.reading import Reading

# These go where the first name comes; "President" and "Judge" stay.
_COURTESIES = frozenset({"Mr", "Mrs", "Ms", "Miss"})
# Who bears one of these is not called by a surname.
_STYLED = re.compile(r"\b(?:Pope|King|Queen|Prince|Princess|Lord|Lady|Sir|Dame|Saint|St|Emperor|Sultan|Emir)\b")
# "the Lund government" and "Lund supporters" name no person; nor do "a Lund", "pro-Lund", "Lund-backed".
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|this|that|another|every|his|her|its|their|our|vs?\.?)\s|[-–/])$", re.IGNORECASE
)
_COMPOUND = re.compile(
    r"[-–/]|\svs?\b|\s(?:administration|court|campaign|government|presidency|era|family|brothers|sisters|cabinet|"
    r"ministry|supporters?|allies|ally|aides?|officials?|advisers?|lawyers?|team|camp|estate|case|trial|bill|act|plan|report|"
    r"doctrine|organi[sz]ation|foundation|group|company|clan|affair|inquiry|commission|law|rule|amendment)\b"
)
_THE = re.compile(r"\b[Tt]he\s$")
_OWNED = re.compile(r"(?:\b(?:the|an?|this|that|its|their|our|his|her)|['’]s?)\s$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|every|another)\s$", re.IGNORECASE)


class Naming(NamedTuple):
    """A short name of a sentence, what stands for it in full, and where the article has that."""

    span: Span
    full: str
    source: Span


def find_short_names(text: str, reading: Reading, said: str, later: str = "") -> tuple[Naming, ...]:
    """Find the short names in `text` whose full form neither `said` nor the text before them has.

    `later` is what follows: an acronym that comes back there is given in brackets.
    """
    quoted = [quote.span for quote in find_quotes(text)]
    found: dict[str, Naming] = {}
    for name in find_names(text):
        actor = _one(name, reading)
        if not actor or actor.name in found or any(name.span.overlaps(quote) for quote in quoted):
            continue
        before, after = text[: name.span.start], text[name.span.end :]
        if _is_in(actor.name, f"{said} {before}"):
            continue
        if _is_surname(name, actor, reading) and not _is_compound(name, before, after):
            found[actor.name] = _named(name, actor)
        elif _is_acronym(name, actor, reading) and not (_ARTICLE.search(before) or _COMPOUND.match(after)):
            found[actor.name] = _spelt_out(name, actor, text, later, reading)
    return tuple(found.values())


def write_in_full(text: str, namings: tuple[Naming, ...]) -> str:
    """Return `text` with the full names in it."""
    for naming in reversed(namings):
        text = text[: naming.span.start] + naming.full + text[naming.span.end :]
    return text


def _one(name: Name, reading: Reading) -> Actor | None:
    """The only actor that a name can be, if it is shorter than that actor's."""
    numbers = {find_fullest(one, reading) for one in reading.actors_of(_as_fact(name))}
    actor = reading.inventory.actors[min(numbers)] if len(numbers) == 1 else None
    return actor if actor and len(actor.name.split()) > len(name.value.split()) and not actor.name.isupper() else None


def find_fullest(number: int, reading: Reading) -> int:
    """Return the one actor whose name ends as this one's is: Piet van Daalen for the "Van Daalen" of an opening."""
    short = reading.inventory.actors[number].name.casefold()
    longer = [at for at, actor in enumerate(reading.inventory.actors) if actor.name.casefold().endswith(f" {short}")]
    return longer[0] if len(longer) == 1 else number


def _as_fact(name: Name) -> Fact:
    return Fact("actor", name.span, name.value, name.type)


def _is_in(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _is_surname(name: Name, actor: Actor, reading: Reading) -> bool:
    """Whether a name is the last part of one person's, and of nobody else's and of no place."""
    ends = actor.name.casefold().endswith(f" {name.value.casefold()}")
    if name.type not in ("person", "") or not ends or not _is_person(actor):
        return False
    if name.title and _STYLED.search(name.title.text):
        return False
    last, short = name.value.split()[-1], name.value.casefold()
    others = (other for other in reading.inventory.actors if other.name.casefold() != short)
    return sum(last in other.name.split() for other in others) == 1


def _is_person(actor: Actor) -> bool:
    """Whether an actor is a person, or nothing else is known of it and the article calls it by a surname too."""
    if actor.type:
        return actor.type == "person"
    last = actor.name.split()[-1]
    return not is_common(last) and any(mention.text == last for mention in actor.mentions)


def _is_compound(name: Name, before: str, after: str) -> bool:
    return bool((not name.title and _DETERMINED.search(before)) or _COMPOUND.match(after))


def _named(name: Name, actor: Actor) -> Naming:
    courtesy = name.title and name.title.text.rstrip(".") in _COURTESIES
    start = name.title.start if name.title and courtesy else name.span.start
    text = f"{name.title.text} {name.span.text}" if name.title and courtesy else name.span.text
    return Naming(Span(start, name.span.end, text), actor.name, _fullest(actor))


def _fullest(actor: Actor) -> Span:
    return max(actor.mentions, key=lambda mention: (len(mention.text.split()), -mention.start))


def _is_acronym(name: Name, actor: Actor, reading: Reading) -> bool:
    """Whether the article puts the short form in brackets behind the long one."""
    if not name.span.text.isupper() or actor.type == "person":
        return False
    text = reading.inventory.sources[0].index.text
    return any(
        re.match(rf"[\"”’']?\s\((?:the\s)?{re.escape(name.span.text)}\)", text[mention.end : mention.end + 40])
        for mention in actor.mentions
        if len(mention.text.split()) > 1
    )


def _spelt_out(name: Name, actor: Actor, text: str, later: str, reading: Reading) -> Naming:
    source, short = _fullest(actor), name.span.text
    before, after = text[: name.span.start], text[name.span.end :]
    article = reading.inventory.sources[0].index.text[: source.start]
    full = source.text if _OWNED.search(before) or not _THE.search(article) else f"the {source.text}"
    full = full if before.strip() else full[0].upper() + full[1:]
    # "the Port Authority (PA)'s" reads badly.
    again = _is_in(short, f"{after} {later}") and after[:1] not in ("'", "’")
    return Naming(name.span, f"{full} ({short})" if again else full, source)
