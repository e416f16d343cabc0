"""A name and what an article has -> whether its parts make it up."""

from __future__ import annotations

import re

from summarize.facts.gazetteer import gazetteer
from summarize.facts.phrases import is_same_word
from summarize.facts.roles import PARTICLES
from summarize.facts.words import bare, find_pieces, is_common


def is_free(part: str, name: str) -> bool:
    """Whether a part may stand beside another name: "Kari" and "Lie" make no "Kari Lie"."""
    joined = re.search(rf"\b(?:of|in|at|for|on|and) (?:the )?{re.escape(part)}", name)
    ordinary = is_common(part) or part in gazetteer().types or not part.isalpha() or part.isupper()
    return " " in part or bool(joined) or ordinary


def is_part(wanted: list[str], run: str) -> bool:
    """Whether two or more words stand in `run` in this order: "President Kenyatta"."""
    rest = iter(find_pieces(run))
    return len(wanted) > 1 and all(any(is_same_word(piece.text, word) for piece in rest) for word in wanted)


def joined(name: str) -> list[str]:
    """The names that a hyphen or a possessive joins; none if nothing does."""
    parts = re.split(r"-|['’]s ", name)
    return parts if len(parts) > 1 and all(part[:1].isupper() for part in parts) else []


def peopled(words: list[str]) -> list[str]:
    """`words` if they are peoples and places, and at most one ordinary noun beside them; else none."""
    others = [word for word in words if word not in gazetteer().types]
    return words if len(others) < min(2, len(words)) and all(map(is_common, others)) else []


def is_initials(name: str, run: str) -> bool:
    short = name.replace(".", "")
    if not (short.isupper() and short.isalpha() and len(short) > 1):
        return False
    words = [bare(piece.text) for piece in find_pieces(run)]
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return short in (capitals, "".join(word[0].upper() for word in words if word not in PARTICLES))
