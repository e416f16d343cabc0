"""A written sentence and its article -> words put into the wrong mouth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.data import Finding, Severity, Span
from summarize.guard.reading import Reading
from summarize.guard.rules import RULES
from summarize.guard.slots import fit_sentence, promising, read_slot
from summarize.guard.speech import SAID, is_speaker
from summarize.guard.written import Written

# How well the best place must fit, and by how much any place of the speaker may fall short of it.
_LEAST, _MARGIN, _SURE = 0.35, 0.15, 0.6


def find_swapped_attribution(written: Written, reading: Reading) -> Iterator[Finding]:
    """Find the speakers of a sentence whose words the article has another speaker say."""
    for fact, mention in zip(written.named, written.mentions, strict=True):
        if not mention.actors or not is_speaker(written.text, fact.span.start, fact.span.end):
            continue
        slot = read_slot(written.words, mention.first, mention.last, reading)
        fits = {at: fit_sentence(slot, at, reading) for at in promising(slot, _LEAST, reading)}
        best = max(fits.values(), default=0.0)
        heard = {at: _heard(at, reading) for at, value in fits.items() if value >= best - _MARGIN}
        others = frozenset().union(*heard.values())
        # "Lund of the Harbour Union said": a person must be heard, of a body it is enough that its speaker is.
        own = mention.actors if fact.type == "person" else written.actors
        if fits and all(heard.values()) and not others & own:
            first, last = written.words[mention.first].start, written.words[mention.last].end
            span = Span(first, last, written.text[first:last])
            # A bare quotation leaves open who speaks.
            named = all(reading.speakers[at] for at in heard) and best > _SURE
            severity: Severity = "error" if named else "warning"
            sources = tuple(reading.sentences[at].span for at in heard)
            yield Finding(
                "swapped-attribution", span, _message(span, others, reading), sources=sources, severity=severity
            )


def _message(span: Span, others: frozenset[int], reading: Reading) -> str:
    names = " or ".join(sorted(reading.inventory.actors[other].name for other in others))
    return f"{span.text!r}: {RULES['swapped-attribution']}: {names}"


def _heard(at: int, reading: Reading) -> frozenset[int]:
    """Who may speak in a sentence of the article; none if that is open.

    Where it names its speaker, anyone whom it names; in a bare quotation, the sentences beside it too.
    """
    if reading.speakers[at]:
        return _present([at], reading)
    near = [one for one in (at - 1, at, at + 1) if 0 <= one < len(reading.sentences)]
    is_bare = not re.search(SAID, reading.sentences[at].span.text)
    return _present(near, reading) if is_bare and any(reading.speakers[one] for one in near) else frozenset()


def _present(sentences: Sequence[int], reading: Reading) -> frozenset[int]:
    return frozenset().union(*(mention.actors for at in sentences for mention in reading.mentions[at]))
