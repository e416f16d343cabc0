"""Text -> the names in it, as written, each with its type and the title before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.data import Span
from summarize.facts.cutting import find_parts
from summarize.facts.gazetteer import gazetteer
from summarize.facts.kinds import Context, guess_person, guess_type, read_context, type_of
from summarize.facts.roles import ABBREVIATIONS, POSTAL, ROLE_NOUNS, TITLE_PARTS
from summarize.facts.runs import Words, find_runs, read_words
from summarize.facts.words import bare, plain


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the title before it; `title` is None where there is none.

    `value` is the name on one line, without "The"; `role` what a person is, in small letters right
    before the name ("chief executive"); `is_bracketed` says that it alone stands in
    brackets right after another word, as acronyms are introduced.
    """

    span: Span
    value: str
    type: str
    title: Span | None = None
    role: Span | None = None
    is_bracketed: bool = False


def find_names(text: str) -> tuple[Name, ...]:
    """Find the named actors of `text` with their titles."""
    words = read_words(text)
    return names_of(words, list(find_runs(words)))


def names_of(words: Words, runs: list[list[int]]) -> tuple[Name, ...]:
    """The named actors in the runs of a text, for those who have cut it into runs already."""
    parts = [part for run in runs for part in find_parts(words, run)]
    names = [_name(words, title, places) for title, places in parts]
    contexts = [read_context(words, title + places) for title, places in parts]
    names = [_typed(name, context) for name, context in zip(names, contexts, strict=True)]
    known = _types(names)
    return tuple(_settle(name, context, known) for name, context in zip(names, contexts, strict=True))


def _name(words: Words, title: list[int], places: list[int]) -> Name:
    span = _span(words, places)
    value = plain(span.text)
    value = value.removeprefix("The ") or value
    known = type_of([words.word(place) for place in places], value, bool(title))
    if value in POSTAL and words.gap(places[0]) in (", ", "-"):
        known = "place"
    role = None if title else _role(words, places[0])
    return Name(span, value, known, _span(words, title) if title else None, role, _is_bracketed(words.text, span))


def _is_bracketed(text: str, span: Span) -> bool:
    return text[max(0, span.start - 2) : span.start] == " (" and text[span.end : span.end + 1] == ")"


def _role(words: Words, place: int) -> Span | None:
    """As "chief executive" before "Ann Holm"."""
    first = place
    while first and words.gap(first) in (" ", "-") and _is_of_role(words.pieces[first - 1].text, first == place):
        first -= 1
    if first == place or words.gap(place) != " ":
        return None
    start, end = words.pieces[first].start, words.pieces[place - 1].end
    return Span(start, end, words.text[start:end])


def _is_of_role(word: str, last: bool) -> bool:
    return word in ROLE_NOUNS or (not last and word.islower() and word.capitalize() in TITLE_PARTS)


def _span(words: Words, places: Sequence[int]) -> Span:
    start, last = words.pieces[places[0]].start, words.pieces[places[-1]]
    end = last.start + len(bare(last.text))
    if words.text[end : end + 1] == "." and (last.text in ABBREVIATIONS or _is_state(words, places)):
        end += 1
    return Span(start, end, words.text[start:end])


def _is_state(words: Words, places: Sequence[int]) -> bool:
    """Whether this is the "Md" of "Langley Park, Md." or "(D-Md.)"."""
    marked = words.gap(places[0]) in (", ", "-", "(") and len(places) == 1
    return marked and gazetteer().types.get(words.pieces[places[0]].text + ".") == "place"


def _typed(name: Name, context: Context) -> Name:
    if name.type:
        return name
    return replace(name, type=guess_person(name.value.split(" "), context, name.role is not None))


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
