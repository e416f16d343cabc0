"""What sort of actor a name is, by rules: person, organisation, place, group, or "" for unsure."""

from __future__ import annotations

from typing import NamedTuple

from summarize.facts.gazetteer import gazetteer
from summarize.facts.roles import HEADS, ORGANISATION_HEADS, PARTICLES, PLACE_HEADS, ROLE_NOUNS, SAID
from summarize.facts.runs import Words
from summarize.facts.words import is_common, listed

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
_LONGEST_PERSON = 4
# Words of a name that is nobody's, whatever stands beside them.
_NO_PERSON = frozenset(
    listed(
        "Hurricane Typhoon Cyclone Storm Operation Prize Award Awards Medal Cup Trophy Festival Band Championship "
        "Championships Tour Tournament Act Treaty Accord Accords Pact War Battle Bowl Games Race Marathon Railroad "
        "Railway Hotel Casino Bar Restaurant Shop Store Bridge Band Song Album Film Show Report Project Program "
        "Programme Plan Summit Model Class Series Mission Telescope Rover"
    )
)
_PLACES_TOO = frozenset(
    listed(
        "Parish Dam Reservoir Glacier Plateau Plains Reef Rapids Springs Gardens Pass Borough Stadium Arena Cathedral "
        "Mosque Temple Abbey Cemetery Prison Terrace Quay Wharf Cove Mine Farm Pier Dock Docks Crossing Trail"
    )
)
_NUMERALS = frozenset({"II", "III", "IV"})
_COMPANY_SUFFIXES = frozenset({"Inc", "Corp", "Co", "Ltd", "LLC", "LLP", "PLC", "plc", "GmbH", "AG", "SA", "SE", "NV"})
_COMPASS = frozenset(listed("North South East West Northern Southern Eastern Western Central Upper Lower Greater"))
# Words that end the names of places and of people: "Jane Hill".
_SURNAMES = frozenset(listed("Hill Castle Lake Forest Park Field House Church Banks Fields Rivers Brooks"))
_PERSON_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "Esq", "PhD", "MD"})


class Context(NamedTuple):
    """The words right before and after a name; `mark` and `next` are what follows if that is no mere space."""

    before: str
    after: str
    mark: str
    next: str


def read_context(words: Words, places: list[int]) -> Context:
    """The neighbours of a name with its title, "" where there is none or something stands between."""
    first, last = places[0], places[-1] + 1
    before = words.pieces[first - 1].text if first and words.gap(first) == " " else ""
    if last == len(words.pieces):
        return Context(before, "", "", "")
    gap, following = words.gap(last), words.pieces[last].text
    return Context(before, following, "", "") if gap == " " else Context(before, "", gap, following)


def type_of(words: list[str], value: str, titled: bool) -> str:
    """The type of the name `value`, made of `words`, by what stands in it; "" for unsure."""
    known = gazetteer().types.get(value) or (
        len(value) > 3 and value.isupper() and gazetteer().types.get(value.title())
    )
    if known and not titled:
        return known
    if titled or (words[-1] in _PERSON_SUFFIXES and _is_called(words)):
        return "person"
    if words[0] in _COMPASS and gazetteer().types.get(" ".join(words[1:])) == "place":
        return "place"
    return _by_head(words, value) or _by_shape(words)


def guess_person(words: list[str], context: Context, has_role: bool) -> str:
    """Whether the words around a name make it a person's, "" if they do not."""
    ordinary = all(is_common(word) for word in words)
    if ordinary or len(words) > _LONGEST_PERSON or any(word in HEADS or word in _NO_PERSON for word in words):
        return ""
    if context.after in SAID or has_role or _is_aged(context) or (context.mark == ", " and context.next == "who"):
        return "person"
    if len(words) > 1 and context.before.endswith(_ROLES) and context.before.islower():
        return "person"
    apposed = context.mark == ", " and context.next in ROLE_NOUNS
    return "person" if len(words) > 1 and apposed else ""


def _is_aged(context: Context) -> bool:
    return context.mark == ", " and context.next.isdigit() and 1 < len(context.next) < 3


def guess_type(words: list[str], context: Context) -> str:
    """The type of a name by the words around it and its own; "" for unsure."""
    if len(words) < 3 and (context.before in _PLACE_BEFORE or _is_placed(words, context)):
        return "place"
    if len(words) == 1:
        return "person" if words[0] in gazetteer().first_names else ""
    strange = not any(is_common(word) or is_common(word.removesuffix("s")) or _is_odd(word) for word in words)
    return "person" if len(words) < 4 and strange and context.before.lower() != "the" else ""


def _is_odd(word: str) -> bool:
    """Whether a word is unlike those of people's names."""
    plain = word.replace("-", "").replace("'", "").replace("’", "")
    return word.isupper() or not plain.isalpha() or word in gazetteer().types or word in _NO_PERSON or word in HEADS


def _is_placed(words: list[str], context: Context) -> bool:
    """As "Dover" in "Dover, Del."."""
    if context.mark != ", " or not (len(words) == 1 or context.before in _PLACE_BEFORE | {"of", "from", "at", "to"}):
        return False
    return "place" in (gazetteer().types.get(context.next), gazetteer().types.get(context.next + "."))


def _is_called(words: list[str]) -> bool:
    """Whether a name before "Jr." or "III" may be somebody's: not "World War II", not "Artemis II"."""
    if words[-1] in _NUMERALS and len(words) < 3 and words[0] not in gazetteer().first_names:
        return False
    return not all(is_common(word) for word in words[:-1])


def _by_head(words: list[str], value: str) -> str:
    if len(words) < 2 or (len(words) == 2 and words[-1] in _SURNAMES and words[0] in gazetteer().first_names):
        return ""
    if words[-1] in _COMPANY_SUFFIXES or "&" in value:
        return "organisation"
    if words[-1] in ORGANISATION_HEADS or (words[0] in ORGANISATION_HEADS and "of" in words):
        return "organisation"
    if (
        words[-1] in PLACE_HEADS | _PLACES_TOO
        or (words[0] in PLACE_HEADS and "of" in words)
        or words[0]
        in (
            "Lake",
            "Mount",
            "Cape",
            "Fort",
            "Port",
            "Gulf",
            "Isle",
            "Republic",
        )
    ):
        return "place"
    return "organisation" if any(word in ORGANISATION_HEADS for word in words) else ""


def _by_shape(words: list[str]) -> str:
    if len(words) == 1:
        return "organisation" if words[0].isupper() and 1 < len(words[0]) < 7 else ""
    first = words[0].rstrip(".")
    named = first in gazetteer().first_names or (len(first) == 1 and first.isupper())
    small = all(word[0].isupper() or word in PARTICLES for word in words)
    return "person" if named and small and len(words) < 6 and not _NO_PERSON & set(words) else ""
