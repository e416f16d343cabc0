"""The names known from general knowledge: countries and their people, bodies, places, first names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("gazetteer.txt")
_TYPES = {"countries": "place", "bodies": "organisation", "places": "place", "groups": "group"}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`types` and `alike` are keyed by the name as written; `alike` gives every form of its entry."""

    types: dict[str, str]
    alike: dict[str, tuple[str, ...]]
    first_names: frozenset[str]


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
    return Gazetteer(types, alike, frozenset(first))


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
