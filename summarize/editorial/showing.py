"""A finding and the article's evidence -> the place in the article that shows it, and a line to quote from there."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.data import Article, Finding, Span
from summarize.editorial.counterpart import condensed, find_counterparts
from summarize.guard import Evidence

_LONGEST = 180  # characters of a source sentence that a report quotes


@dataclass(frozen=True, slots=True)
class Shown:
    """The line of the article's file, None for HTML, and the sentence that stands there; "" if there is none."""

    line: int | None = None
    text: str = ""


def show(span: Span | None, article: Article, evidence: Evidence) -> Shown:
    """Return what to show of a place in `Article.text`."""
    if span is None:
        return Shown()
    line = article.line(article.locate(span.start, span.end).start) if article.basis == "file" else None
    sentence = next((one for one in evidence.sentences if one.span.overlaps(span)), None)
    return Shown(line, _shortened(sentence.span, span) if sentence else " ".join(span.text.split()))


def find_showing(finding: Finding, sentence: str, evidence: Evidence) -> Span | None:
    """Return where the article shows what is wrong with a written sentence, None if it has nothing like it.

    That is what the finding itself points to, or what may be meant, or the nearest mention of what is
    suggested, or else the sentence that the written one condenses.
    """
    if finding.sources:
        return finding.sources[0]
    is_misspelt = finding.rule == "unsupported-actor" and finding.suggestion
    if not is_misspelt and (likely := find_counterparts(finding, sentence, evidence)):
        return likely[0]
    sources = [one.span for one in condensed(sentence, evidence)]
    if finding.suggestion:
        named = _mentions(finding.suggestion, evidence)
        near = (mention for source in sources for mention in named if source.overlaps(mention))
        if mention := next(near, next(iter(named), None)):
            return mention
    return sources[0] if sources else None


def _mentions(name: str, evidence: Evidence) -> list[Span]:
    facts = (fact.span for fact in evidence.inventory.facts)
    actors = (mention for actor in evidence.inventory.actors for mention in actor.mentions)
    return [span for span in (*actors, *facts) if name in " ".join(span.text.split())]


def _shortened(sentence: Span, span: Span) -> str:
    """Return a sentence on one line; of a long one what stands around the span."""
    text, start, end = sentence.text, span.start - sentence.start, span.end - sentence.start
    if len(text) > _LONGEST:
        low = text.rfind(" ", 0, max(min(start - _LONGEST // 2, len(text) - _LONGEST), 0)) + 1
        high = text.find(" ", max(low + _LONGEST, end))
        high = high if high >= 0 else len(text)
        text = ("…" if low else "") + text[low:high] + ("…" if high < len(text) else "")
    return " ".join(text.split())
