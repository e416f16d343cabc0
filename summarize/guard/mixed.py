"""A drafted sentence and its article -> figures of several statements, put into one.

A small model that joins statements mostly joins them wrongly: of the sentences of the built-in one
that put together figures which no sentence of the article has together, five in six were wrong.
Writers do it right: four in a hundred sentences of the training briefs are like this, so only
drafts are asked.
"""

from __future__ import annotations

from summarize.data import Finding, Span
from summarize.guard.reading import Reading
from summarize.guard.rules import RULES
from summarize.guard.written import read_written

_MOST = 5


def find_mixed_figures(text: str, reading: Reading) -> tuple[Finding, ...]:
    """Return the first figure that no sentence of the article has beside those before it."""
    if reading.is_whole(text):
        return ()
    together: frozenset[int] | None = None
    for fact in read_written(text, reading).facts:
        places = reading.places_of(fact) if fact.kind == "figure" and fact.value != "1" else frozenset()
        sentences = frozenset(place.sentence for place in places)
        if sentences and together is not None and not together & sentences:
            message = f"{fact.span.text!r}: {RULES['mixed-figures']}"
            return (Finding("mixed-figures", fact.span, message, sources=_where(together | sentences, reading)),)
        if sentences:
            together = sentences if together is None else together & sentences
    return ()


def _where(sentences: frozenset[int], reading: Reading) -> tuple[Span, ...]:
    return tuple(reading.sentences[at].span for at in sorted(sentences)[:_MOST])
