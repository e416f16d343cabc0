"""What sort of actor a name is, by rules: person, organisation, place, group, or "" for unsure."""

from __future__ import annotations

from summarize.facts.gazetteer import gazetteer
from summarize.facts.roles import ORGANISATION_HEADS, PARTICLES, PLACE_HEADS, SAID
from summarize.facts.words import is_common

_PLACE_BEFORE = frozenset({"in", "at", "near", "from", "across", "outside", "throughout", "visiting", "toward", "towards"})
_PERSON_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "Esq", "PhD", "MD"})


def type_of(words: list[str], value: str, titled: bool, context: tuple[str, str]) -> str:
    """The type of the name `value`, of which `words` are the words, `context` those around it."""
    known = gazetteer().types.get(value)
    if known and not titled:
        return known
    if titled or words[-1] in _PERSON_SUFFIXES:
        return "person"
    return _by_head(words) or _by_shape(words) or _by_context(words, context)


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


def _by_context(words: list[str], context: tuple[str, str]) -> str:
    before, after = context
    if len(words) < 4 and after in SAID and not all(is_common(word) for word in words):
        return "person"
    return "place" if len(words) < 3 and before in _PLACE_BEFORE - {"from"} else ""
