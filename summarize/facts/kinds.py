"""What sort of actor a name is, by rules: person, organisation, place, group, or "" for unsure."""

from __future__ import annotations

from typing import NamedTuple

from summarize.facts.gazetteer import gazetteer
from summarize.facts.roles import ORGANISATION_HEADS, PARTICLES, PLACE_HEADS, SAID
from summarize.facts.words import is_common

_PLACE_BEFORE = frozenset({"in", "near", "across", "outside", "throughout"})
# "artist", "spokesman", "historian", "goalkeeper" before two words: a person.
_ROLES = (
    "ist",
    "man",
    "woman",
    "ian",
    "son",
    "daughter",
    "wife",
    "husband",
    "eeper",
    "ctor",
    "ctress",
    "inger",
    "leader",
)
_PERSON_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "Esq", "PhD", "MD"})


class Context(NamedTuple):
    """The words around a name."""

    before: str
    after: str


def type_of(words: list[str], value: str, titled: bool) -> str:
    """The type of the name `value`, made of `words`, by what stands in it; "" for unsure."""
    known = gazetteer().types.get(value) or (
        len(value) > 3 and value.isupper() and gazetteer().types.get(value.title())
    )
    if known and not titled:
        return known
    if titled or words[-1] in _PERSON_SUFFIXES:
        return "person"
    return _by_head(words) or _by_shape(words)


def guess_type(words: list[str], context: Context) -> str:
    """The type of a name by the words around it; "" for unsure."""
    ordinary = all(is_common(word) for word in words)
    if len(words) < 4 and context.after in SAID and not ordinary:
        return "person"
    if 1 < len(words) < 4 and context.before.endswith(_ROLES) and context.before.islower() and not ordinary:
        return "person"
    return "place" if len(words) < 3 and context.before in _PLACE_BEFORE else ""


def _by_head(words: list[str]) -> str:
    if len(words) < 2:
        return ""
    if words[-1] in ORGANISATION_HEADS or (words[0] in ORGANISATION_HEADS and "of" in words) or "&" in words:
        return "organisation"
    if words[-1] in PLACE_HEADS or words[0] in ("Lake", "Mount", "Cape", "Fort", "Port", "Gulf", "Isle", "Republic"):
        return "place"
    return "organisation" if any(word in ORGANISATION_HEADS for word in words) else ""


def _by_shape(words: list[str]) -> str:
    if len(words) == 1:
        return "organisation" if words[0].isupper() and 1 < len(words[0]) < 7 else ""
    first = words[0].rstrip(".")
    named = first in gazetteer().first_names or (len(first) == 1 and first.isupper())
    small = all(word[0].isupper() or word in PARTICLES for word in words)
    return "person" if named and small and len(words) < 6 else ""
