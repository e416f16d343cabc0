"""A text -> where it bears out a fact of another text. Every look-up is over the whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import islice, pairwise

from summarize.data import Fact, Span
from summarize.facts.actors import Name, names_of
from summarize.facts.dates import find_dates
from summarize.facts.entail import date_entails, figure_entails
from summarize.facts.figures import find_figures
from summarize.facts.gazetteer import gazetteer
from summarize.facts.parts import is_free, is_initials, is_part, joined, peopled
from summarize.facts.phrases import Index, index_phrases, key
from summarize.facts.runs import find_runs, read_words
from summarize.facts.timex import WEEKDAYS
from summarize.facts.words import find_pieces, is_common

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to"})
_SINGLE = {"P1D": ("day", "daily"), "P1W": ("week", "weekly"), "P1M": ("month", "monthly"), "P1Y": ("year", "annual")}
# Characters between the two figures of a score that is told in words.
_NEAR = 30
# Characters: a name this long is no part of an ordinary word; the parts of one name stand within so many.
_LONG, _TOGETHER = 8, 200
_MOST = 50
# Words: a longer name is no person's, even if it begins as one: "Murray River Basin Plan".
_FULL = 3
# The seat of a power, and what an article calls those who sit there: an office, and whose.
_SEATS = {
    "White House": ("President Administration", "U.S. US USA America American Americans Washington"),
    "Congress": ("Senator Senators Sen Sens Rep Reps Representative Congressman Congresswoman Senate", ""),
    "Downing Street": ("Prime", "UK U.K. Britain British England"),
    "Kremlin": ("Putin", ""),
}
_DAY = re.compile(r"-\d\d-\d\d")
_MORE = re.compile(r"\.(?![a-z\d_])\w")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_TWO = ("both", "pair", "couple", "twin", "twice")


@dataclass(frozen=True, slots=True)
class Source:
    """One text, indexed. `runs` are its capitalised stretches, titles included.

    `measures` gives its dates and its figures; a text is searched for them when they are first asked for.
    """

    index: Index
    runs: tuple[Span, ...]
    names: tuple[Name, ...]
    measures: Callable[[], tuple[tuple[Fact, ...], tuple[Fact, ...]]]
    is_metadata: bool = False

    @property
    def dates(self) -> tuple[Fact, ...]:
        """The dates of the text."""
        return self.measures()[0]

    @property
    def figures(self) -> tuple[Fact, ...]:
        """The figures of the text."""
        return self.measures()[1]

    def find(self, fact: Fact) -> Iterator[Span]:
        """The stretches that bear out `fact`, the plainest first."""
        finders: dict[str, Callable[[Fact], Iterator[Span]]] = {
            "actor": self._find_actor,
            "date": self._find_date,
            "figure": self._find_figure,
            "quote": self._find_quote,
        }
        return finders[fact.kind](fact)

    def _find_actor(self, fact: Fact) -> Iterator[Span]:
        name = fact.span.text
        is_plain = False
        for form in dict.fromkeys((name, fact.value)):
            for span in self._find_form(form):  # one by one: whoever asks whether there is any needs no other
                is_plain = True
                yield span
        if is_plain:  # what follows is slow, and finds what is told less plainly
            return
        words = [piece.text for piece in find_pieces(name) if piece.text not in _SMALL]
        yield from (run for run in self.runs if is_part(words, run.text) or is_initials(name, run.text))
        yield from self._find_joint(name, words)
        yield from self._find_glued(name)
        yield from self._find_parts(words, fact)
        yield from self._find_seat(name)

    def _find_form(self, name: str) -> Iterator[Span]:
        """The name, or another form of its entry in the gazetteer."""
        for form in dict.fromkeys((name, *gazetteer().alike.get(name, ()))):
            yield from (span for span in self.index.find(form) if not self._goes_on(span))

    def _goes_on(self, span: Span) -> bool:
        """Whether the article's name has more initials: "Ek Nakliyat A.Ş." where "Ek Nakliyat A." is looked for."""
        more = _MORE.match(self.index.text, span.end)
        return more is not None and any(run.start <= span.start and run.end >= more.end() for run in self.runs)

    def _find_joint(self, name: str, words: list[str]) -> Iterator[Span]:
        """Names put together, each of them stated: "Trump-Kim", "Netflix's Terrace House", "Australian Government"."""
        found = [next(self._find_form(part), None) for part in joined(name) or peopled(words)]
        yield from (span for span in found if span and None not in found)

    def _find_glued(self, name: str) -> Iterator[Span]:
        """The name where a page lost a space in or around it: "WASHINGTONIda Lund", "Ida LundThe", "IdaLund"."""
        spaced = r"\s?".join(map(re.escape, name.split()))
        spaced = re.sub("['’]", "['’â]", spaced)  # "â" is left of an apostrophe that was decoded wrongly
        lost = "s?" if " " in name else ""  # an apostrophe: "Ida Lunds" for "Ida Lund's"
        pattern = rf"\b{spaced}(?![^\W_A-Z])|{spaced}{lost}\b"
        found = re.search(pattern, self.index.text) if len(name) >= _LONG else None
        span = Span(found.start(), found.end(), found[0]) if found else None
        if span and not self._goes_on(span):
            yield span

    def _find_seat(self, name: str) -> Iterator[Span]:
        """Who sits in a seat of power: the President of an American article for the "White House"."""
        office, country = (words.split() for words in _SEATS.get(name, ("", "")))
        if not country or any(next(self.index.find(word), None) for word in country):
            yield from (span for word in office for span in self.index.find(word))

    def _find_parts(self, words: list[str], fact: Fact) -> Iterator[Span]:
        """The parts of a name that two of the article's make up, near each other: "BAE Systems of Boulder"."""
        if fact.type in ("person", "") and (is_common(words[0]) or self._has_noun(words[0])):  # "Referees Ida Lund"
            yield from self._find_form(" ".join(words[1:])) if len(words) > 2 else ()
        if fact.type == "person" or (len(words) <= _FULL and words[0] in gazetteer().first_names):
            return
        parts = self._split_known(words)
        if not all(is_free(part[0].text, fact.span.text) for part in parts):
            return
        for first in parts[0] if parts else ():
            if all(any(abs(span.start - first.start) < _TOGETHER for span in part) for part in parts):
                yield first

    def _has_noun(self, word: str) -> bool:
        return any(span.text.islower() for span in self.index.find_word(word))

    def _split_known(self, words: list[str]) -> tuple[tuple[Span, ...], ...]:
        """Where the longest known beginnings of `words`, one after the other, stand; none if a word is unknown."""
        parts = []
        while words:
            ends = range(len(words), 0, -1)
            known = ((end, tuple(islice(self._find_form(" ".join(words[:end])), _MOST))) for end in ends)
            end, spans = next(((end, spans) for end, spans in known if spans), (0, ()))
            if not end:
                return ()
            parts.append(spans)
            words = words[end:]
        return tuple(parts)

    def _find_date(self, fact: Fact) -> Iterator[Span]:
        wanted = value_alone(fact)
        if self._is_day_of_writing() and not _DAY.search(wanted):
            return
        if fact.span.text[:1].isalnum():
            yield from self.index.find(fact.span.text)
        if self._has_weekdays(fact.span.text):
            yield from self._find_value(wanted)
        for word in _SINGLE.get(wanted, ()):  # "a day after" from "the next day"
            yield from self.index.find_word(word)
        day, _, time = wanted.partition("T") if not wanted.startswith(("P", "UNDEF-ago")) else ("", "", "")
        if time and day.strip("X-"):
            found = [next(self._find_value(part), None) for part in (day, f"XXXX-XX-XXT{time}")]
            yield from (span for span in found if span and None not in found)

    def _is_day_of_writing(self) -> bool:
        """Whether this is a date alone, beside the text: it tells a day, not in which year or month things happen."""
        return self.is_metadata and [fact.span.text for fact in self.dates] == [self.index.text.strip()]

    def _find_value(self, wanted: str) -> Iterator[Span]:
        return (found.span for found in self.dates if date_entails(found.value, wanted))

    def _has_weekdays(self, text: str) -> bool:
        """A weekday beside a date must be stated too: the value does not hold it."""
        words = text.replace(",", " ").split()
        named = [word for word in words if word.lower() in WEEKDAYS]
        if len(named) == 1 and len(words) > 1 and _is_its_weekday(named[0], text):
            return True
        return len(named) == len(words) or all(self.index.places.get(key(word)) for word in named)

    def _find_figure(self, fact: Fact) -> Iterator[Span]:
        yield from (one.span for one in self.figures if figure_entails(one, fact))
        if "-" in fact.value:
            yield from self._find_score(fact)
        yield from (one.span for one in self.figures if "-" in one.value and fact.value in one.value.split("-"))
        if fact.value == "2":
            for word in _TWO:
                yield from self.index.find_word(word)

    def _find_score(self, fact: Fact) -> Iterator[Span]:
        """As "45-24" from "45 points to 24"."""
        left, _, right = fact.value.partition("-")
        for one, other in pairwise(self.figures):
            near = other.span.start - one.span.end < _NEAR
            if (
                near
                and figure_entails(one, replace(fact, value=left))
                and figure_entails(other, replace(fact, value=right))
            ):
                yield one.span

    def _find_quote(self, fact: Fact) -> Iterator[Span]:
        yield from self.index.find_verbatim(fact.span.text)


def read_source(text: str, is_metadata: bool = False) -> Source:
    """Index what `text`, an article's or a piece of its metadata, states."""
    words = read_words(text)
    places = list(find_runs(words))
    runs = []
    for run in places:
        start, end = words.pieces[run[0]].start, words.pieces[run[-1]].end
        runs.append(Span(start, end, text[start:end]))
    index = index_phrases(text, words.pieces)
    measures = cache(lambda: (find_dates(text), find_figures(text)))
    return Source(index, tuple(runs), names_of(words, places), measures, is_metadata)


def value_alone(fact: Fact) -> str:
    """The value that the words of a date have without the day of writing."""
    found = find_dates(fact.span.text)
    return found[0].value if found and found[0].span.text == fact.span.text else fact.value


def _is_its_weekday(weekday: str, text: str) -> bool:
    """Whether a weekday beside a whole date is the one the calendar gives it."""
    days = [found.value for found in find_dates(text) if _WHOLE.fullmatch(found.value)]
    try:
        return bool(days) and WEEKDAYS.index(weekday.lower()) + 1 == date.fromisoformat(days[0]).isoweekday()
    except ValueError:  # 31 February
        return False
