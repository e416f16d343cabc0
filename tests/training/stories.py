"""Short articles with briefs, as many as a test wants."""

from __future__ import annotations

from typing import Any

PLACES = ("Vesterholm", "Hallsund", "Bergstad", "Norrvik", "Østby", "Lindhavn", "Sandnäs", "Torsvik")
PEOPLE = ("Jonas Ekdahl", "Ingrid Solvang", "Greta Holmqvist", "Aksel Dahl", "Maja Wikström", "Pål Enger")
THINGS = ("pier", "library", "bridge", "school", "market hall", "ferry terminal", "swimming pool")


def story(number: int) -> dict[str, Any]:
    """Return a row for `summarize evaluate`: a short article, no two alike, with brief, points and headline."""
    place, person, thing = (names[number % len(names)] for names in (PLACES, PEOPLE, THINGS))
    first = f"The council of {place} closed its {thing} on Monday after engineers found {number + 2} cracks in it."
    article = (
        f"{first} {person}, who heads the council, said repairs would cost {number + 3} million kroner. "
        f"Work on the {thing} begins in May and lasts until October. "
        f"Shop owners near the {thing} of {place} asked for {number + 11} months without rent. "
        f"Two members of the council voted against it."
    )
    return {
        "id": f"story-{number}",
        "license": "CC0" if number % 2 else "CC BY 4.0",
        "title": f"{place} closes {thing}",
        "article": article,
        "brief": f"{first} {person} said repairs would cost {number + 3} million kroner.",
        "points": [first, f"Work on the {thing} begins in May."],
        "headline": f"{place} shuts {thing} over {number + 2} cracks",
    }
