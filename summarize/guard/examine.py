"""A written text, whoever wrote it, and an article's evidence -> where it says what the article does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.data import Finding, Sentence
from summarize.guard.relations import verify_together
from summarize.guard.repair import Evidence
from summarize.guard.verify import verify


def examine(sentences: Sequence[Sentence], evidence: Evidence) -> tuple[Finding, ...]:
    """Return what the article does not bear out in the sentences of a brief, in order.

    The span of each finding indexes the text that the sentences index.
    """
    return tuple(finding for sentence in sentences for finding in _examine(sentence, evidence))


def _examine(sentence: Sentence, evidence: Evidence) -> Iterator[Finding]:
    text = sentence.span.text
    unstated = verify(text, evidence.inventory)
    # Who did what with a name that nobody knows cannot be told.
    together = (
        () if any(one.rule == "unsupported-actor" for one in unstated) else verify_together(text, evidence.reading)
    )
    # What the article does not state at all cannot also stand in the wrong place.
    apart = [one for one in together if not any(one.span.overlaps(other.span) for other in unstated)]
    for finding in sorted((*unstated, *apart), key=lambda one: (one.span.start, one.span.end)):
        yield replace(finding, span=finding.span.moved(sentence.span.start))
