"""Text -> the names in it, as written, each with its type and the title before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.data import Span
from summarize.facts.cutting import find_parts
from summarize.facts.kinds import Context, guess_type, type_of
from summarize.facts.roles import ABBREVIATIONS
from summarize.facts.runs import Words, find_runs, read_words
from summarize.facts.words import bare, plain


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the title before it; `title` is None where there is none.

    `value` is the name on one line, without "The"; `is_bracketed` says that it alone stands in
    brackets right after another word, as acronyms are introduced.
    """

    span: Span
    value: str
    type: str
    title: Span | None = None
    is_bracketed: bool = False


def find_names(text: str) -> tuple[Name, ...]:
    """Find the named actors of `text` with their titles."""
    words = read_words(text)
    return names_of(words, list(find_runs(words)))


def names_of(words: Words, runs: list[list[int]]) -> tuple[Name, ...]:
    """The named actors in the runs of a text, for those who have cut it into runs already."""
    parts = [part for run in runs for part in find_parts(words, run)]
    names = [_name(words, title, places) for title, places in parts]
    contexts = [_context(words, places) for _, places in parts]
    known = _types(names)
    return tuple(_settle(name, context, known) for name, context in zip(names, contexts, strict=True))


def _name(words: Words, title: list[int], places: list[int]) -> Name:
    span = _span(words, places)
    value = plain(span.text)
    value = value.removeprefix("The ") or value
    known = type_of([words.word(place) for place in places], value, bool(title))
    return Name(span, value, known, _span(words, title) if title else None, _is_bracketed(words.text, span))


def _is_bracketed(text: str, span: Span) -> bool:
    return text[max(0, span.start - 2) : span.start] == " (" and text[span.end : span.end + 1] == ")"


def _span(words: Words, places: Sequence[int]) -> Span:
    start, last = words.pieces[places[0]].start, words.pieces[places[-1]]
    end = last.start + len(bare(last.text))
    if last.text in ABBREVIATIONS and words.text[end : end + 1] == ".":
        end += 1
    return Span(start, end, words.text[start:end])


def _context(words: Words, places: list[int]) -> Context:
    """The words right before and after, "" where more than a space comes between."""
    first, last = places[0], places[-1]
    before = words.pieces[first - 1].text if first and words.gap(first) == " " else ""
    after = words.pieces[last + 1].text if last + 1 < len(words.pieces) and words.gap(last + 1) == " " else ""
    return Context(before, after)


def _types(names: list[Name]) -> dict[str, str]:
    """The types of the names that have one, and of the parts by which people are named again."""
    known: dict[str, str] = {}
    for name in names:
        if name.type:
            known.setdefault(name.value, name.type)
    for name in names:
        if name.type == "person":
            for part in (name.value.split(" ")[-1], name.value.split(" ")[0]):
                known.setdefault(part, "person")
    return known


def _settle(name: Name, context: Context, known: dict[str, str]) -> Name:
    """Type a name by its other mentions, or else by the words around it."""
    if name.type:
        return name
    found = known.get(name.value) or guess_type(name.value.split(" "), context)
    return replace(name, type=found)
