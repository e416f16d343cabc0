"""JSONL of articles, with briefs or without -> the rows to train on: none twice, none of the held-out set."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from summarize.errors import InputError
from summarize.evaluate import Pair, parse_pairs
from summarize.split import split
from summarize.training.command import read_input, say

UNSTATED = "unstated"
_WORD = re.compile(r"\w+")
# Shorter sentences ("She declined to comment.") stand in many articles.
_LEAST_WORDS = 8
# An article of which so many sentences are held out is the held-out one, shortened or reprinted.
_MOST_SHARED = 0.3


@dataclass
class Seen:
    """What may not come (again): held-out articles by id, text and sentences; others by id and text."""

    ids: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)

    def hold_out(self, pair: Pair) -> None:
        """Keep an article out of the training data, whole or in part."""
        self.sentences |= set(_long_sentences(pair.article))
        self._add(pair)

    def refuse(self, pair: Pair) -> str:
        """Return why an article is left out, "" if it is not; it is seen from now on."""
        if (pair.id and pair.id in self.ids) or _plain(pair.article) in self.texts:
            return "seen before, or held out"
        own = list(_long_sentences(pair.article))
        if own and sum(sentence in self.sentences for sentence in own) > _MOST_SHARED * len(own):
            return "shares sentences with a held-out article"
        self._add(pair)
        return ""

    def _add(self, pair: Pair) -> None:
        self.ids |= {pair.id} - {""}
        self.texts.add(_plain(pair.article))


def read_gold(path: str) -> tuple[Pair, ...]:
    """Read rows of `summarize evaluate`; says which are bad. A row's `id` is FILE:LINE where it gives none."""
    pairs, bad = parse_pairs(read_input(path))
    for row in bad:
        say(f"summarize: {path}:{row.line}: {row.error}")
    return tuple(_named(pair, path) for pair in pairs)


def read_open(path: str) -> Iterator[Pair]:
    """Yield the articles of a JSONL file (.gz or not) of `title` and `body` or `article`, with an empty brief.

    Raises InputError for a line that is no such thing.
    """
    for line, row in enumerate(read_input(path).split(b"\n"), 1):
        try:
            values = json.loads(row) if row.strip() else {}
            text = (values.get("body") or values.get("article") or "").strip()
        except (ValueError, AttributeError) as error:
            raise InputError(f"{path}:{line}: this is no article: {error}", "one JSON object a line") from error
        if text:
            names = ("title", "id", "license")
            title, own, license_ = ((values.get(name) or "").strip() for name in names)
            yield _named(Pair(line, text, "", title=title, id=own, license=license_), path)


def keep(pairs: Iterable[Pair], seen: Seen, left_out: Counter[str]) -> Iterator[Pair]:
    """Yield the pairs that may be trained on; counts the reasons of the others."""
    for pair in pairs:
        if reason := seen.refuse(pair):
            left_out[reason] += 1
        else:
            yield pair


def _named(pair: Pair, path: str) -> Pair:
    return replace(pair, id=pair.id or f"{Path(path).name}:{pair.line}", license=pair.license or UNSTATED)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _long_sentences(text: str) -> Iterator[str]:
    for sentence in split(text):
        words = _WORD.findall(sentence.span.text.casefold())
        if len(words) >= _LEAST_WORDS:
            yield " ".join(words)
