"""Text -> what stands between single quotation marks, told from apostrophes by where they stand."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence

_MARK = re.compile(r"(?<![^\s(\[—–-])[‘'](?=[^\W_])|(?<=[^\s‘'])[’'](?![\w’'])|\n[ \t]*\n")
# "'90s", "'em", "rock 'n' roll": nothing is quoted there.
_CUT = re.compile(r"[‘'’](?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|n)\b)", re.IGNORECASE)
# Most texts have none of these, and need no search.
_OPENINGS = ("‘", *(f"{before}'" for before in " \n\t\u00a0([—–-"))
_PLURAL = re.compile(r"s[’'] ?[a-z]")
_SENTENCE = ".,?!…"
_LONGEST = 1500


def find_single(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the insides of single marks, in order; none begins or ends in a stretch that is `taken` (sorted)."""
    if not text.startswith("'") and not any(opening in text for opening in _OPENINGS):
        return
    opened, closings = -1, list[int]()
    for match in _MARK.finditer(text):
        if _is_inside(match.start(), taken) or _CUT.match(text, match.start()):
            continue
        if match[0][0] == "\n" or _is_opening(text, match):
            yield from _inside(text, opened, closings)
            opened, closings = (-1 if match[0][0] == "\n" else match.end()), []
        elif opened >= 0:
            closings.append(match.start())
    yield from _inside(text, opened, closings)


def _is_inside(at: int, taken: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(taken, (at, sys.maxsize)) - 1
    return place >= 0 and taken[place][0] <= at < taken[place][1]


def _is_opening(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    return not before or before.isspace() or before in "([—–-"


def _inside(text: str, opened: int, closings: list[int]) -> Iterator[tuple[int, int]]:
    """The likeliest closing mark: one after a comma or point, else the first that ends no plural ("boys' own")."""
    near = [end for end in closings if end - opened <= _LONGEST]
    if opened < 0 or not near:
        return
    spoken = next((end for end in near if text[end - 1] in _SENTENCE), None)
    first = next((end for end in near if not _PLURAL.match(text, end - 1)), near[0])
    yield opened, first if spoken is None or not _is_sentence(text, opened) else spoken


def _is_sentence(text: str, opened: int) -> bool:
    """Whether a quotation begins like a sentence rather than like a word or two."""
    return text[opened].isupper()
