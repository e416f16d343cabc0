"""What must hold of the values that stages hand on, whatever went in."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.data import Article, Fact, Span
from summarize.split import split


def demand(holds: object, what: str, shown: object = "") -> None:
    """Raise AssertionError unless something holds: `assert` could be switched off, and says less."""
    if not holds:
        raise AssertionError(f"{what}: {shown!r:.400}")


def demand_spans(spans: Iterable[Span], text: str) -> None:
    """Every span says what stands in its text, and is not empty."""
    for span in spans:
        demand(0 <= span.start < span.end <= len(text), "a span outside its text", span)
        demand(text[span.start : span.end] == span.text, "a span that is not its text", span)


def demand_facts(facts: Iterable[Fact], text: str) -> None:
    """Facts are where they say, and can be compared."""
    for fact in facts:
        demand_spans((fact.span,), text)
        demand(fact.span.text.strip() == fact.span.text, "a fact with white space around it", fact)
        demand(isinstance(fact.value, str) and isinstance(fact.type, str), "a fact without a value", fact)
        if fact.attached:
            demand_spans((fact.attached,), text)


def demand_article(article: Article) -> None:
    """What is left of an article is its source less its cuts, and every character knows where it stood."""
    done = 0
    for segment in article.segments:
        demand(segment.start == done and segment.length > 0, "segments with a gap", segment)
        stretch = article.source[segment.source : segment.source + segment.length]
        demand(article.text[done : done + segment.length] == stretch, "text that its source does not have", stretch)
        done += segment.length
    demand(done == len(article.text), "text without a segment", article.text[done:])
    demand_spans((cut.span for cut in article.cuts), article.source)
    if article.text:
        whole = article.locate(0, len(article.text))
        demand_spans((whole,), article.source)
        for at in {0, len(article.text) // 2, len(article.text) - 1}:
            demand(article.locate(at, at + 1).text == article.text[at], "a character located elsewhere", at)
    lines = [article.line(cut.span.start) for cut in article.cuts]
    demand(all(line >= 1 for line in lines) and lines == sorted(lines), "cuts out of order", lines)


def demand_sentences(text: str) -> None:
    """Every character that is no white space stands in exactly one sentence, and sentences are trimmed."""
    done, paragraph = 0, 0
    for sentence in split(text):
        demand_spans((sentence.span,), text)
        demand(sentence.span.start >= done, "sentences that overlap", sentence)
        demand(not text[done : sentence.span.start].strip(), "text in no sentence", text[done : sentence.span.start])
        demand(sentence.span.text.strip() == sentence.span.text, "white space around a sentence", sentence)
        demand(sentence.paragraph >= paragraph, "paragraphs out of order", sentence)
        done, paragraph = sentence.span.end, sentence.paragraph
    demand(not text[done:].strip(), "text behind the last sentence", text[done:])
