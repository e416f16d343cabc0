"""Two versions of a sentence -> which words went and which came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from summarize.render.marks import Node, show

_WORD = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)
# Longer texts are shown whole: the comparison is quadratic.
_MOST_WORDS = 600


def compare(before: str, after: str) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Return both versions; where there are two, what only the one or the other has is in `del` and `ins`."""
    if not before or not after:
        return tuple(show(before)), tuple(show(after))
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) + len(new) > _MOST_WORDS:
        return tuple(show(before)), tuple(show(after))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    gone = (("" if tag == "equal" else "del", old[low:high]) for tag, low, high, _, _ in blocks)
    came = (("" if tag == "equal" else "ins", new[low:high]) for tag, _, _, low, high in blocks)
    return tuple(_nodes(gone)), tuple(_nodes(came))


def _nodes(parts: Iterator[tuple[str, list[str]]]) -> Iterator[Node]:
    for tag, words in parts:
        nodes = tuple(show("".join(words)))
        if nodes:
            yield from (Node(tag, {}, nodes),) if tag else nodes
