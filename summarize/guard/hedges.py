"""A written sentence and its article -> hedges lost: what is alleged, possible or planned, told as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.data import Finding
from summarize.guard.cues import BETWEEN, best_places, find_unmatched, finding_of, has_cue, next_telling, stems
from summarize.guard.reading import Place, Reading
from summarize.guard.stems import Word, read_words
from summarize.guard.written import Written

_MAY = frozenset({"may", "might", "could"})
_ALLEGED = frozenset({"allegedly", "reportedly", "alleged", "suspected"})
_OF = {"of": stems("accused suspected"), "with": stems("charged"), "to": stems(
    "expected likely plans planned planning intends proposed aims hopes wants threatened set due slated scheduled"
)}  # fmt: skip
# Whatever may hedge, the future apart.
_DOUBTS = _MAY | _ALLEGED | frozenset().union(*_OF.values()) | stems(
    "can would should if whether seek bill ask urge call want possible potential potentially risk threat warn allege "
    "accusation charge indictment indicted complaint prosecutors believe claim accord report said likely probably "
    "perhaps estimate consider suggest appear seem fear concern attempt try agree offer propose forecast projected "
    "predict apparently purported unless goal target designed need require must let allow enable help ability able"
)  # fmt: skip
_WEAK = frozenset({"may", "might", "could", "can"})
_SURE = frozenset({"will", "shall", "would", "to"})
_ALLEGATIONS = _ALLEGED | stems(
    "accused charged alleged suspected claim accusation allegation indicted complaint prosecutors say said"
)
_VERDICTS = stems("convicted conviction guilty pleaded")
_CHARGES = stems("accused suspected charged alleged indicted")


def find_dropped_hedge(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the first word that the article hedges and the sentence does not."""
    unmatched = [
        *find_unmatched(written, reading, "dropped-hedge", _hedged, _DOUBTS),
        *find_unmatched(written, reading, "dropped-hedge", _alleged, _ALLEGATIONS),
    ]
    # What a hedge bears on is a guess: only a stronger word in its place is sure.
    unsure = [replace(finding, severity="warning") for finding in unmatched]
    yield from [*_find_made_certain(written, reading), *_find_verdict(written, reading), *unsure][:1]


def _find_made_certain(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find what "will" be, where the article has it that it may, could or is expected to."""
    for at, word in enumerate(written.words):
        following = next_telling(written.words, at) if word.text == "will" else -1
        places = best_places(following, written, reading) if following > 0 else ()
        if places and all(_is_softened(place, reading) for place in places):
            yield finding_of("dropped-hedge", word, [reading.sentences[place.sentence].span for place in places])
        elif following > 0 and not places and (aligned := reading.aligner.align(written.text)):
            words = read_words(aligned[0].span.text)
            if any(_is_weak(words, number) for number in range(len(words))) and not has_cue(words, _SURE):
                yield replace(finding_of("dropped-hedge", word, [aligned[0].span]), severity="warning")


def _is_softened(place: Place, reading: Reading) -> bool:
    """Whether a weaker verb than "will" stands before a place, and no "will"."""
    words = reading.words[place.sentence][max(0, place.word - BETWEEN - 1) : place.word]
    weak = any(_is_weak(words, at) for at in range(len(words)))
    return weak and not any(word.text == "will" for word in words)


def _is_weak(words: Sequence[Word], at: int) -> bool:
    return words[at].text in _WEAK or _is_hedge(words, at) or words[at].text == "wants"


def _find_verdict(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find a conviction, where the article knows only of a suspicion, an accusation or a charge."""
    if any(stem in reading.index for stem in _VERDICTS) or not any(stem in reading.index for stem in _CHARGES):
        return
    for word in written.words:
        if word.stem in _VERDICTS:
            spans = [sentence.span for sentence in reading.aligner.align(written.text)]
            yield finding_of("dropped-hedge", word, spans)
            return


def _hedged(words: Sequence[Word]) -> frozenset[int]:
    """The places of the words that a hedge bears on."""
    cues = (at for at, word in enumerate(words) if _is_hedge(words, at) or word.text in _MAY or word.text in _ALLEGED)
    return frozenset(next_telling(words, at) for at in cues) - {-1}


def _alleged(words: Sequence[Word]) -> frozenset[int]:
    """The places of the words that an allegation bears on."""
    return frozenset(next_telling(words, at) for at, word in enumerate(words) if word.text.lower() in _ALLEGED) - {-1}


def _is_hedge(words: Sequence[Word], at: int) -> bool:
    following = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].stem in _OF.get(following, ())
