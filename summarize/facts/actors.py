"""Text -> named actors: people, organisations, places, groups, and other things with a name."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.data import Fact
from summarize.facts.linking import link_actors
from summarize.facts.names import Name as Name  # re-exported: who asks for actors may want their titles
from summarize.facts.names import find_names as find_names
from summarize.facts.names import names_of as names_of


def find_actors(text: str) -> tuple[Fact, ...]:
    """Find the named actors of `text`: bare names, without title and possessive ending.

    Events and works are found too, with type "". `value` is the fullest name that `text` gives the
    actor: "Benny Gantz" for a later "Gantz". `attached` is the title or role before the name.
    """
    return actors_of(find_names(text))


def actors_of(names: Sequence[Name]) -> tuple[Fact, ...]:
    """The facts that the names of one text are, for those who have found them already."""
    owner = {span.start: actor for actor in link_actors(names) for span in actor.mentions}
    return tuple(
        Fact("actor", name.span, actor.name, name.type or actor.type, name.title or name.role)
        for name in names
        if (actor := owner[name.span.start])
    )
