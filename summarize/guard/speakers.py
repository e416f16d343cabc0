"""A written sentence and its article -> words put into the wrong mouth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.data import Finding, Span
from summarize.guard.reading import Mention, Place, Reading
from summarize.guard.rules import RULES
from summarize.guard.slots import fit, promising, read_slot
from summarize.guard.stems import Word
from summarize.guard.written import Written

_SAID = (
    "(?:said|says|say|told|tells|added|adds|announced|announces|argued|argues|warned|warns|called(?! o)|calls(?! o)|"
    "wrote|writes|described|describes|noted|notes|stressed|insisted|insists|claimed|claims|explained|explains|stated|states|"
    "tweeted|testified|asked|urged|acknowledged|predicted|replied)"
)
_SPEAKS = re.compile(
    r"(?:\s\([^)]{1,20}\))?(?:,\s[^“”\"]{1,90},)?\s(?:(?:who|has|had|have|also|later|then|further|\w+ly)\s){0,3}"
    rf"{_SAID}\b"
)
_SPOKEN = re.compile(rf"(?:[,”\"’?!]\s{_SAID}|\b[Aa]ccording\sto)(?:\s[\w.'’-]+){{0,4}}\s$")
# How well the best place must fit, and by how much any place of the speaker may fall short of it.
_LEAST, _MARGIN = 0.35, 0.15


def find_swapped_attribution(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the speakers of a sentence whose words the article has another speaker say."""
    for fact, mention in zip(written.named, written.mentions, strict=True):
        if not mention.actors or not _is_speaker(mention, written.words, written.text, 0):
            continue
        slot = read_slot(written.words, mention.first, mention.last, reading)
        fits = {at: fit(slot, Place(at, 0), reading) for at in promising(slot, _LEAST, reading)}
        best = max(fits.values(), default=0.0)
        heard = {at: _heard(at, reading) for at, value in fits.items() if value >= best - _MARGIN}
        others = frozenset().union(*heard.values())
        # "Lund of the Harbour Union said": a person must be heard, of a body it is enough that its speaker is.
        own = mention.actors if fact.type == "person" else written.actors
        if fits and all(heard.values()) and not others & own:
            first, last = written.words[mention.first].start, written.words[mention.last].end
            span = Span(first, last, written.text[first:last])
            sources = tuple(reading.sentences[at].span for at in heard)
            yield Finding("swapped-attribution", span, _message(span, others, reading), sources=sources)


def _message(span: Span, others: frozenset[int], reading: Reading) -> str:
    names = " or ".join(sorted(reading.inventory.actors[other].name for other in others))
    return f"{span.text!r}: {RULES['swapped-attribution']}: {names}"


def _heard(at: int, reading: Reading) -> frozenset[int]:
    """Who may speak in a sentence of the article; none if that is open.

    Where it names its speaker, anyone whom it names; in a bare quotation, the sentences beside it too.
    """
    if _speakers(at, reading):
        return _present([at], reading)
    near = [one for one in (at - 1, at, at + 1) if 0 <= one < len(reading.sentences)]
    is_bare = not re.search(_SAID, reading.sentences[at].span.text)
    return _present(near, reading) if is_bare and any(_speakers(one, reading) for one in near) else frozenset()


def _present(sentences: Sequence[int], reading: Reading) -> frozenset[int]:
    return frozenset().union(*(mention.actors for at in sentences for mention in reading.mentions[at]))


def _speakers(at: int, reading: Reading) -> frozenset[int]:
    span, words = reading.sentences[at].span, reading.words[at]
    found = (one.actors for one in reading.mentions[at] if _is_speaker(one, words, span.text, span.start))
    return frozenset().union(*found)


def _is_speaker(mention: Mention, words: Sequence[Word], text: str, offset: int) -> bool:
    start, end = words[mention.first].start - offset, words[mention.last].end - offset
    return bool(_SPEAKS.match(text, end) or _SPOKEN.search(text[max(0, start - 80) : start]))
