"""Text -> words with offsets and stems: what two forms of one word have in common."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from summarize.facts.words import bare, find_pieces, plain

# The irregular verbs of the news: each line is one verb.
_VERBS = """
arise arose arisen|beat beaten|become became|begin began begun|bring brought|build built|buy bought|catch caught
choose chose chosen|come came|do did does done|draw drew drawn|drive drove driven|fall fell fallen|fight fought
find found|flee fled|fly flew flown|get got|give gave given|go went gone goes|grow grew grown|hear heard|hold held
keep kept|know knew known|lay laid|lead led|leave left|lose lost|make made|meet met|pay paid|rise rose risen
run ran|say said says|see saw seen|seek sought|sell sold|send sent|shoot shot|show shown|shrink shrank|sink sank sunk
speak spoke spoken|spend spent|stand stood|steal stole stolen|strike struck|sue sued sues suing|swear swore sworn
take took taken|teach taught|tell told|think thought|throw threw thrown|understand understood|win won
withdraw withdrew withdrawn|write wrote written
"""
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "er", "es", "s", "ly", "e")
_LEAST = 3
# Announce, announced and announcement are one from their first letters.
_LETTERS = 7


class Word(NamedTuple):
    """A word of a text: `text_it_indexes[start:end] == text`."""

    start: int
    end: int
    text: str
    stem: str


def read_words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words of `text`; `offset` is where it begins in the text that the offsets shall index."""
    return tuple(
        Word(piece.start + offset, piece.end + offset, piece.text, stem(piece.text)) for piece in find_pieces(text)
    )


@cache
def _irregular() -> dict[str, str]:
    verbs = (verb.split() for line in _VERBS.split("\n") for verb in line.split("|") if verb)
    return {form: forms[0] for forms in verbs for form in forms}


def is_past(word: Word) -> bool:
    """Whether a word looks like the past form of a verb."""
    return word.text.islower() and (word.text.endswith("ed") or word.text in _irregular())


@lru_cache(maxsize=1 << 15)  # an archive has ever new words, and must not be kept in memory by them
def stem(word: str) -> str:
    """What the forms of one word share: `arrests`, `arrested` and `arresting` are `arrest`."""
    word = bare(plain(word)).casefold().replace(".", "")
    if word in _irregular():
        return _irregular()[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word[: -len(ending)]
            break
    doubled = len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "lsz"
    return (word[:-1] if doubled else word)[:_LETTERS]
