"""Two names of one article -> whether they may be the same actor's."""

from __future__ import annotations

import re

# Words that many names share: they do not make two names one.
_GENERIC = frozenset(
    "of the and for on in department ministry university committee court office county city council state bank "
    "national new u.s north south east west international association commission board".split()
)
_BREAK = re.compile(r"[\s-]+")


def is_same_name(one: str, other: str) -> bool:
    """Whether two names share a telling word, or one is the other's initials."""
    shared = set(one.casefold().replace(".", "").split()) & set(other.casefold().replace(".", "").split())
    return bool(shared - _GENERIC) or _is_initials(one, other) or _is_initials(other, one)


def _is_initials(short: str, long: str) -> bool:
    short = short.replace(".", "").upper()
    words = [word for word in _BREAK.split(long) if word[:1].isalpha()]
    every = "".join(word[0] for word in words).upper()
    return len(words) > 1 and short in (every, "".join(word[0] for word in words if word[0].isupper()))
