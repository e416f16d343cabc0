"""A name in a text -> whether it is the one who speaks there."""

from __future__ import annotations

import re

SAID = (
    "(?:said|says|say|told|tells|added|adds|announced|announces|argued|argues|warned|warns|called(?! o)|calls(?! o)|"
    "wrote|writes|described|describes|noted|notes|stressed|insisted|insists|claimed|claims|explained|explains|stated|states|"
    "tweeted|testified|asked|urged|acknowledged|predicted|replied)"
)
_SPEAKS = re.compile(
    r"(?:\s\([^)]{1,20}\))?(?:,\s[^“”\"]{1,90},)?\s(?:(?:who|has|had|have|also|later|then|further|\w+ly)\s){0,3}"
    rf"{SAID}\b"
)
_SPOKEN = re.compile(rf"(?:[,”\"’?!]\s{SAID}|\b[Aa]ccording\sto)(?:\s[\w.'’-]+){{0,4}}\s$")
# How far before a name its verb may begin.
_BACK = 80


def is_speaker(text: str, start: int, end: int) -> bool:
    """Whether the name at `text[start:end]` says something: "Lund, the mayor, said", "according to Lund"."""
    return bool(_SPEAKS.match(text, end) or _SPOKEN.search(text[max(0, start - _BACK) : start]))
