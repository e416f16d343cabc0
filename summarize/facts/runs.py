"""Words -> runs: the stretches of capitalised words that may hold names, and what surrounds them.

Nothing is decided here about what a run names: "Defense Minister Benny Gantz" is one run.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarize.facts.capitals import Words as Words  # re-exported: runs are made of them
from summarize.facts.capitals import read_words as read_words
from summarize.facts.gazetteer import gazetteer
from summarize.facts.roles import (
    FOR_HEADS,
    FUNCTION,
    GIVEN_SYLLABLES,
    HEADS,
    HYPHENED,
    LEADING_PARTICLES,
    NUMBERED,
    OPEN_ABBREVIATIONS,
    ORGANISATION_HEADS,
    PARTICLES,
    POSTAL,
    SUFFIXES,
    TITLES,
    WEEKDAYS,
)
from summarize.facts.words import is_common, plain

# A line this long that has no end is taken for wrapped prose: its last word goes on below.
_WRAPPED = 60
# These begin a name, and end none.
_LETTERS = frozenset({"U.S.", "U.K.", "U.N.", "E.U."})
# No name is longer; the bound keeps a page of capitals linear.
_LONGEST = 40
# Letters of the parts of a given name like "Jae-in", and of a name that an "and" holds together.
_SHORT = 5


def find_runs(words: Words) -> Iterator[list[int]]:
    """Yield each run as the places of its pieces, in order of position."""
    at, done, size = 0, 0, len(words.pieces)
    while at < size:
        if not words.capital[at]:
            at += 1
            continue
        end = _run_end(words, at)
        yield [*range(_leading(words, at, done), end)]
        at = done = end


def _leading(words: Words, start: int, least: int) -> int:
    """Take in lower-case particles before a run: "said van der Berg"."""
    while start > least and words.pieces[start - 1].text in LEADING_PARTICLES and words.gap(start) in (" ", "-"):
        start -= 1
    return start


def _run_end(words: Words, start: int) -> int:
    end = max(start + 1, known_end(words, start))
    while end < min(len(words.pieces), start + _LONGEST):
        if _joins(words, end) or _joins_given(words, start, end) or _joins_number(words, end):
            end = max(end + 1, known_end(words, end))
        elif further := _through_small_words(words, start, end):
            end = further
        else:
            break
    return end


def known_end(words: Words, start: int) -> int:
    """Where a known name with small words in it ends, "Trinidad and Tobago"; 0 if none stands here."""
    for name in gazetteer().phrases.get(words.pieces[start].text.replace("’", "'"), ()):
        end = start + len(name)
        fits = end <= len(words.pieces) and all(_is_word(words, start + at, word) for at, word in enumerate(name))
        if fits and all(words.gap(at).isspace() for at in range(start + 1, end)):
            return end
    return 0


def _is_word(words: Words, at: int, word: str) -> bool:
    return word in (plain(words.pieces[at].text), words.word(at))


def _joins(words: Words, at: int) -> bool:
    """Whether the capitalised piece `at` continues the run that ends before it."""
    text, gap = words.pieces[at].text, words.gap(at)
    previous = words.pieces[at - 1].text
    if gap in ("-", "‑", "‐"):
        party = previous in ("R", "D", "I") and _is_state(text)  # (R-Ohio)
        return (words.capital[at] and not party) or text[0].isdigit()
    if not words.capital[at]:
        return text == "plc" and gap == " "
    if gap in (" ", "\u00a0"):
        return (
            text not in _LETTERS
            and not _is_shout(text, previous)
            and not (previous.endswith(".") and _is_apart(words, at))
        )
    if gap in (" & ", "&"):
        return True
    if gap in ("' ", "’ "):  # Residents' Union
        return previous.endswith("s") and any(
            words.word(one) in HEADS for one in range(at, min(at + 2, len(words.pieces)))
        )
    if gap in (", ", "., "):
        return text in SUFFIXES and not words.text.startswith("-", words.pieces[at].end)
    if "." in gap:
        return gap in (". ", ".\u00a0", ".") and _is_abbreviation(previous) and text.lower() not in FUNCTION
    return _is_wrap(words, at) and not is_common(text)


def _is_shout(text: str, previous: str) -> bool:
    """Whether a word is in capitals for no reason of its own: "Bob Lund REPORTING"."""
    return text.isupper() and len(text) > 4 and not previous.isupper() and is_common(text)


def _is_state(text: str) -> bool:
    return text in POSTAL or "place" in (gazetteer().types.get(text), gazetteer().types.get(text + "."))


def _is_apart(words: Words, at: int) -> bool:
    """Whether a word after "U.S." begins something else."""
    text, types = words.pieces[at].text, gazetteer().types
    return words.weak[at] or text.lower() in FUNCTION or (types.get(text) == "place" and words.word(at - 1) in types)


def _joins_given(words: Words, start: int, at: int) -> bool:
    """As "in" continues "Moon Jae": the second half of an East Asian given name."""
    text, previous = words.pieces[at].text, words.pieces[at - 1].text
    if words.gap(at) != "-" or not text.islower() or at - start < 2 or not len(text) <= _SHORT >= len(previous):
        return False
    return previous in GIVEN_SYLLABLES or not (is_common(text) or is_common(previous) or text in PARTICLES)


def _joins_number(words: Words, at: int) -> bool:
    """As "11" continues "Apollo"."""
    return words.gap(at) == " " and words.pieces[at].text.isdigit() and words.pieces[at - 1].text in NUMBERED


def _is_abbreviation(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word in OPEN_ABBREVIATIONS


def _is_wrap(words: Words, at: int) -> bool:
    """Whether a prose line breaks before piece `at`."""
    gap, start = words.gap(at), words.pieces[at].start
    if gap.strip(" ") != "\n":
        return False
    line = words.text.rfind("\n", 0, words.pieces[at - 1].end) + 1
    return start - line > _WRAPPED and not words.weak[at - 1]


def _through_small_words(words: Words, start: int, at: int) -> int:
    """The end of the run if small lower-case words and a capital continue it, else 0."""
    small, gap = words.pieces[at].text, words.gap(at)
    if gap not in (" ", "-", "\u00a0", ", "):
        return 0
    if gap != ", " and (small in PARTICLES or (gap == "-" and small in HYPHENED)):
        return _after_particles(words, at)
    inside = _has_link(words, start, at)
    if small in ("of", "for", "on") and gap == " ":
        return _after_link(words, start, at)
    if small == "and":
        return (_after_and(words, at) if inside else 0) or _before_head(words, start, at)
    return _after_comma(words, at) if gap == ", " and inside else 0


def _after_particles(words: Words, at: int) -> int:
    for ahead in range(at + 1, min(at + 4, len(words.pieces))):
        if words.gap(ahead) not in (" ", "-", "\u00a0"):
            return 0
        if words.capital[ahead]:
            return ahead + 1
        if words.pieces[ahead].text not in PARTICLES and words.pieces[ahead].text != "the":
            return 0
    return 0


def _after_link(words: Words, start: int, at: int) -> int:
    """As "Ministry of" goes on; "Germany of" and "Wednesday for" do not."""
    heads = {words.word(place) for place in range(start, at)}
    if words.pieces[at].text != "of" and not heads & FOR_HEADS:
        return 0
    last = words.word(at - 1)
    if not (is_common(last) or last in HEADS or last in FOR_HEADS or last in TITLES) or last.lower() in FUNCTION:
        return 0
    ahead = at + 1
    if ahead < len(words.pieces) and words.pieces[ahead].text == "the" and words.gap(ahead) == " ":
        ahead += 1
    if ahead < len(words.pieces) and words.word(ahead) in WEEKDAYS:
        return 0
    if ahead < len(words.pieces) and words.capital[ahead] and words.gap(ahead) == " ":
        return max(ahead + 1, known_end(words, ahead))
    numbered = ahead < len(words.pieces) and last == "Group" and words.pieces[ahead].text.isdigit()
    return ahead + 1 if numbered and words.gap(ahead) == " " else 0


def _has_link(words: Words, start: int, at: int) -> bool:
    return any(words.pieces[place].text in ("of", "for", "on") for place in range(start + 1, at))


def _after_and(words: Words, at: int) -> int:
    """As "Health and Human" inside a name: both sides are common words."""
    if at + 1 >= len(words.pieces) or words.gap(at + 1) != " ":
        return 0
    before, after = words.word(at - 1), words.word(at + 1)
    return at + 2 if after[0].isupper() and is_common(before) and is_common(after) else 0


def _before_head(words: Words, start: int, at: int) -> int:
    """As "Science and Technology Committee": ordinary words on both sides, and a body's last word at the end."""
    first = start + (words.pieces[start].text == "The")
    chamber = words.pieces[first].text in ("Senate", "House")  # of which committees have a name of any words
    if words.gap(at) != " " or first == at or not (chamber or all(_is_plain(words, one) for one in range(first, at))):
        return 0
    for ahead in range(at + 1, min(at + 1 + _SHORT, len(words.pieces))):
        if words.gap(ahead) != " " or not words.capital[ahead]:
            return 0
        if words.pieces[ahead].text in ORGANISATION_HEADS:
            return ahead + 1 if ahead > at + 1 else 0
        if not (chamber or _is_plain(words, ahead)):
            return 0
    return 0


def _is_plain(words: Words, place: int) -> bool:
    """Whether a word is an ordinary one that may stand in the middle of a body's name."""
    word = words.word(place)
    closed = word in TITLES or word in ORGANISATION_HEADS or word in WEEKDAYS or word.lower() in FUNCTION
    return is_common(word) and not closed and not words.weak[place] and word not in gazetteer().types


def _after_comma(words: Words, at: int) -> int:
    """As "Alcohol, Tobacco, Firearms and Explosives": common words up to an "and"."""
    for ahead in range(at, min(at + 6, len(words.pieces) - 1)):
        word = words.word(ahead)
        if word == "and" and ahead > at:
            return _after_and(words, ahead)
        if not word[0].isupper() or not is_common(word) or words.gap(ahead) not in (", ", " "):
            return 0
    return 0
