"""What drafts are held against, and the verdict on one sentence of them.

The article's facts and sentences come in; what is asked of them is worked out once and kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from summarize.data import Fact, Finding, Sentence, Span, Statement, Task
from summarize.facts.inventory import Inventory
from summarize.guard.align import Aligner
from summarize.guard.form import MOST_WORDS, find_repetition, find_spoken, finish, is_quotable, is_whole
from summarize.guard.mixed import find_mixed_figures
from summarize.guard.reading import Reading
from summarize.guard.relations import verify_together
from summarize.guard.rules import RULES
from summarize.guard.verify import verify
from summarize.guard.written import find_written_facts


@dataclass(frozen=True)  # no slots: what is found out about the article and the drafts is kept
class Evidence:
    """What drafts are held against: the article's facts, its sentences, and its title ("" if none)."""

    inventory: Inventory
    aligner: Aligner
    sentences: tuple[Sentence, ...]
    title: str

    @cached_property
    def reading(self) -> Reading:
        """The article, to hold sentences against."""
        return Reading(self.inventory, self.aligner, self.sentences)

    @cached_property
    def judged(self) -> dict[tuple[Task, str], tuple[Finding, ...]]:
        """The sentences that have been judged: drafts repeat each other."""
        return {}

    @cached_property
    def dates(self) -> tuple[Fact, ...]:
        """The dates of the article, in order."""
        return tuple(fact for fact in self.inventory.facts if fact.kind == "date")

    def states(self, text: str) -> bool:
        """Whether the article states every fact of a text."""
        return all(map(self.inventory.states, find_written_facts(text)))


def written(text: str, evidence: Evidence) -> Statement:
    """Return a sentence of the model with the source sentences it condenses."""
    return Statement(text, "model", tuple(sentence.span for sentence in evidence.aligner.align(text)))


def quoted(sentence: Sentence, evidence: Evidence, most: int = MOST_WORDS) -> Statement | None:
    """Return a source sentence of `most` words at most as a statement, None if it cannot stand by itself.

    Read without what stands around it, it may have other facts than the article: "1" behind a line that ends in "€".
    """
    if is_quotable(sentence.plain, most) and evidence.states(sentence.plain):
        return Statement(sentence.plain, "source", (sentence.span,))
    return None


def find_findings(task: Task, text: str, evidence: Evidence) -> tuple[Finding, ...]:
    """Return what is wrong with one sentence of a field, judged once."""
    if (task, text) not in evidence.judged:
        evidence.judged[task, text] = _judge(task, text, evidence)
    return evidence.judged[task, text]


def _judge(task: Task, text: str, evidence: Evidence) -> tuple[Finding, ...]:
    text = text if task == "headline" else finish(text)  # as it would be printed
    findings = verify(text, evidence.inventory) or verify_together(text, evidence.reading)
    if task != "headline" and not findings:
        findings = find_mixed_figures(text, evidence.reading)
    # A headline has no room to say even two words twice.
    repeated = find_repetition(text, 2) if task == "headline" else find_repetition(text)
    repeated = repeated or _second_naming(text)
    if repeated and not _is_twice_in_source(repeated, text, evidence):
        message = f"{repeated.text!r}: {RULES['repeated-phrase']}"
        findings += (Finding("repeated-phrase", repeated, message),)
    if task != "headline" and (spoken := find_spoken(text)):
        message = f"{spoken.text!r}: {RULES['spoken-sentence']}"
        findings += (Finding("spoken-sentence", spoken, message),)
    if task != "headline" and not is_whole(text):
        findings += (Finding("broken-sentence", Span(0, len(text), text), RULES["broken-sentence"]),)
    return findings


def _is_twice_in_source(repeated: Span, text: str, evidence: Evidence) -> bool:
    again = repeated.text.casefold()
    return any(sentence.plain.casefold().count(again) > 1 for sentence in evidence.aligner.align(text)[:2])


def _second_naming(text: str) -> Span | None:
    """Return where a sentence gives somebody's full name again: "Lund met Ida Berg and Ida Berg"."""
    seen: set[str] = set()
    for fact in find_written_facts(text):
        name = fact.span.text
        if name in seen and fact.kind == "actor" and fact.type == "person" and " " in name:
            return fact.span
        seen.add(name)
    return None
