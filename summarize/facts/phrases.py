"""Text -> an index in which a phrase of any length is looked up by its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarize.data import Span
from summarize.facts.gazetteer import gazetteer
from summarize.facts.roles import ABBREVIATIONS, PARTICLES
from summarize.facts.words import Piece, bare, find_pieces, is_common, plain

_SMALL = PARTICLES | {"of", "the", "and", "for", "on", "in", "to", "at", "by", "with", "from", "a", "an"}
_LOOSE = str.maketrans("", "", " \t\r\n-'\"()[]")
_VERBATIM = str.maketrans({'"': "'", " ": None, "\n": None})


_Gap = Callable[[str, Piece, Piece], str]


@dataclass(frozen=True, slots=True)
class Index:
    """The pieces of a text and, for each word in any case, where it stands."""

    text: str
    pieces: tuple[Piece, ...]
    places: dict[str, tuple[int, ...]]

    def find(self, phrase: str) -> Iterator[Span]:
        """Every place of `phrase` as a name: at word boundaries, in the same letters.

        Possessive endings, hyphens and the points of abbreviations are no difference, nor are
        capitals where one side is all in capitals.
        """
        wanted = find_pieces(phrase)
        for at in self._starts(wanted):
            found = self.pieces[at : at + len(wanted)]
            if all(map(_is_same_name, found, wanted)) and _same_gaps(self.text, found, phrase, wanted, _loose_gap):
                yield self._span(found, bare(found[-1].text))

    def find_word(self, word: str) -> Iterator[Span]:
        """Every place of one word, in capitals or not, singular or plural."""
        for at in self.places.get(key(word), ()):
            yield self._span((self.pieces[at],), self.pieces[at].text)

    def find_verbatim(self, words: str) -> Iterator[Span]:
        """Every place of `words` in these very letters, but for a capital at their start."""
        wanted = find_pieces(words)
        for at in self._starts(wanted):
            found = self.pieces[at : at + len(wanted)]
            same = all(plain(one.text) == plain(other.text) for one, other in zip(found[1:], wanted[1:], strict=True))
            same = same and _is_same_start(found[0].text, wanted[0].text)
            if same and _same_gaps(self.text, found, words, wanted, _verbatim_gap):
                yield self._span(found, found[-1].text)

    def _starts(self, wanted: list[Piece]) -> Iterator[int]:
        """Where the pieces may stand: the places of their rarest word, moved back to the first."""
        if not wanted:
            return
        candidates = [(self.places.get(key(piece.text), ()), offset) for offset, piece in enumerate(wanted)]
        places, offset = min(candidates, key=lambda candidate: len(candidate[0]))
        for place in places:
            if 0 <= place - offset <= len(self.pieces) - len(wanted):
                yield place - offset

    def _span(self, found: tuple[Piece, ...], last: str) -> Span:
        start, end = found[0].start, found[-1].start + len(last)
        return Span(start, end, self.text[start:end])


def index_phrases(text: str, pieces: Sequence[Piece]) -> Index:
    """Index the words of `text`."""
    places: dict[str, list[int]] = {}
    for at, piece in enumerate(pieces):
        places.setdefault(key(piece.text), []).append(at)
    return Index(text, tuple(pieces), {word: tuple(found) for word, found in places.items()})


def key(word: str) -> str:
    """What two spellings of one word share: case, possessive or plural ending and points put aside."""
    return bare(plain(word)).replace(".", "").casefold().removesuffix("s")


def is_same_word(source: str, wanted: str) -> bool:
    """Whether `source` bears out the name word `wanted`: "GANTZ" does "Gantz", "gantz" does not."""
    source, wanted = (bare(plain(word)).replace(".", "") for word in (source, wanted))
    if source == wanted:
        return True
    if source.casefold() != wanted.casefold():
        return _is_plural(source, wanted) or _is_plural(wanted, source)
    if wanted.casefold() in _SMALL:
        return True
    if source[0].islower() and wanted[0].isupper():
        return len(wanted) > 3 and not wanted.isupper() and wanted not in gazetteer().first_names
    return source.isupper() or wanted.isupper()


def _is_plural(many: str, one: str) -> bool:
    """As "Awards" is one of several "Award"; "Williams" is not one of several "William"."""
    return many == one + "s" and len(one) > 3 and is_common(one) and one not in gazetteer().first_names


def _is_same_name(source: Piece, wanted: Piece) -> bool:
    return is_same_word(source.text, wanted.text)


def _is_same_start(source: str, wanted: str) -> bool:
    source, wanted = plain(source), plain(wanted)
    return source[0].casefold() == wanted[0].casefold() and source[1:] == wanted[1:]


def _same_gaps(text: str, found: tuple[Piece, ...], phrase: str, wanted: list[Piece], gap: _Gap) -> bool:
    return all(
        gap(text, found[at], found[at + 1]) == gap(phrase, wanted[at], wanted[at + 1]) for at in range(len(wanted) - 1)
    )


def _loose_gap(text: str, before: Piece, after: Piece) -> str:
    gap = text[before.end : after.start]
    if gap == " ":
        return ""
    if "\n" in gap and gap.count("\n") > 1:
        return "\n"
    gap = plain(gap).translate(_LOOSE)
    return "" if gap == "." and (before.text in ABBREVIATIONS or len(before.text) == 1) else gap


def _verbatim_gap(text: str, before: Piece, after: Piece) -> str:
    return plain(text[before.end : after.start]).translate(_VERBATIM).replace("--", "-")
