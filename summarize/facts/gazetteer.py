"""The names known from general knowledge: countries and their people, bodies, places, first names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# "Group of Seven": capitalised, yet an ordinary word that no name would end with.
NUMBER_WORDS = frozenset({"Seven", "Twenty"})
_FILE = Path(__file__).with_name("gazetteer.txt")
_TYPES = {"countries": "place", "bodies": "organisation", "places": "place", "groups": "group"}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`types` and `alike` are keyed by the name as written; `alike` gives every form of its entry.

    `phrases` holds the names of which a run of capitals alone would not show that they are one,
    by their first word and as words, the longest first.
    """

    types: dict[str, str]
    alike: dict[str, tuple[str, ...]]
    first_names: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]


@cache
def gazetteer() -> Gazetteer:
    """Read `gazetteer.txt`, once."""
    types: dict[str, str] = {}
    alike: dict[str, tuple[str, ...]] = {}
    first: set[str] = set()
    for section, line in _lines():
        if section == "first":
            first.update(line.split())
        for names, members in _entries(section, line):
            types.update(dict.fromkeys(members, "group") | dict.fromkeys(names, _TYPES[section]))
            for form in (*names, *members):
                alike[form] = alike.get(form, ()) + names + members
    return Gazetteer(types, alike, frozenset(first), _phrases(types))


def _phrases(types: dict[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(types, key=len, reverse=True):
        words = tuple(name.replace(",", "").split())
        if any(word.islower() or word[0].isdigit() or word in NUMBER_WORDS for word in words[1:]) and "," not in name:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(names) for first, names in found.items()}


def _lines() -> Iterator[tuple[str, str]]:
    section = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            yield section, line


def _entries(section: str, line: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The (names, members) of a line: one entry a line with members, or several without."""
    if section in ("countries", "bodies"):
        names, _, members = line.partition(" ; ")
        yield tuple(names.split("|")), tuple(members.split("|")) if members else ()
    elif section != "first":
        for entry in line.split(" ; "):
            yield tuple(entry.split("|")), ()
