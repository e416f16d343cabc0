"""Drafts and evidence -> statements without an unsupported fact, and the edits that led there.

A sentence with a finding is replaced, in this order, by the same sentence from another
candidate, by itself with the article's spelling, by the source sentence it condenses; failing
all of these it is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.data import Draft, Edit, Fact, Finding, Sentence, Span, Statement, Task
from summarize.facts.actors import find_actors
from summarize.facts.inventory import Inventory
from summarize.guard.align import Aligner, likeness
from summarize.guard.form import (
    MOST_WORDS,
    MOST_WORDS_OF_LEAD,
    find_repetition,
    finish,
    is_dangling,
    is_quotable,
    is_whole,
    without_repetition,
)
from summarize.guard.reading import Reading
from summarize.guard.relations import verify_together
from summarize.guard.rules import RULES
from summarize.guard.verify import verify

# Two candidates' sentences are versions of one another from this likeness on.
_SAME_SENTENCE = 0.6
# A source sentence stands in for a draft that it accounts for to this share.
_LEAST_SHARE = 0.4
_DANGLING = "dangling-opening"


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


def repair(task: Task, drafts: Sequence[Draft], evidence: Evidence) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    """Return the best draft's sentences, those with findings replaced or left out, and the edits."""
    best = drafts[0].items if drafts else ()
    clean = find_clean(task, drafts, evidence)
    kept: dict[str, Statement] = {}
    edits: list[Edit] = []
    dropped = False  # whether the sentence before is gone
    for item in best:
        statement: Statement | None = written(item, evidence)
        if dropped and is_dangling(item):
            edits.append(Edit("dropped", _DANGLING, task, item, "", RULES[_DANGLING]))
            continue
        if findings := find_findings(task, item, evidence):
            others = [other for other in clean if other not in kept and other not in best]
            edit, statement = _mend(task, written(item, evidence), findings, others, evidence)
            edits.append(edit)
        dropped = statement is None
        if statement:
            kept.setdefault(statement.text, statement)
    return tuple(kept.values()), tuple(edits)


def find_clean(task: Task, drafts: Sequence[Draft], evidence: Evidence) -> tuple[str, ...]:
    """Return every sentence of the drafts without a finding, best draft first, each once."""
    items = dict.fromkeys(item for draft in drafts for item in draft.items)
    return tuple(item for item in items if not find_findings(task, item, evidence))


def find_findings(task: Task, text: str, evidence: Evidence) -> tuple[Finding, ...]:
    """Return what is wrong with one sentence of a field, judged once."""
    if (task, text) not in evidence.judged:
        evidence.judged[task, text] = _judge(task, text, evidence)
    return evidence.judged[task, text]


def _judge(task: Task, text: str, evidence: Evidence) -> tuple[Finding, ...]:
    findings = verify(text, evidence.inventory) or verify_together(text, evidence.reading)
    # A headline has no room to say even two words twice.
    repeated = find_repetition(text, 2) if task == "headline" else find_repetition(text)
    repeated = repeated or _second_naming(text)
    if repeated and not _is_twice_in_source(repeated, text, evidence):
        message = f"{repeated.text!r}: {RULES['repeated-phrase']}"
        findings += (Finding("repeated-phrase", repeated, message),)
    if task != "headline" and not is_whole(finish(text)):
        findings += (Finding("broken-sentence", Span(0, len(text), text), RULES["broken-sentence"]),)
    return findings


def _is_twice_in_source(repeated: Span, text: str, evidence: Evidence) -> bool:
    again = repeated.text.casefold()
    return any(sentence.plain.casefold().count(again) > 1 for sentence in evidence.aligner.align(text)[:2])


def _second_naming(text: str) -> Span | None:
    """Return where a sentence gives somebody's full name again: "Lund met Ida Berg and Ida Berg"."""
    seen: set[str] = set()
    for fact in find_actors(text):
        name = fact.span.text
        if name in seen and fact.type == "person" and " " in name:
            return fact.span
        seen.add(name)
    return None


def _mend(
    task: Task, statement: Statement, findings: Sequence[Finding], others: Sequence[str], evidence: Evidence
) -> tuple[Edit, Statement | None]:
    before, rule = statement.text, findings[0].rule
    reason = "; ".join(finding.message for finding in findings)
    if text := _other_candidate(before, others) or _respelt(task, before, findings, evidence) or _once(task, before, evidence):
        mended = written(text, evidence)
        return Edit("repaired", rule, task, before, text, reason, mended.sources), mended
    if source := _source(task, statement, evidence):
        return Edit("replaced", rule, task, before, source.text, reason, source.sources), source
    return Edit("dropped", rule, task, before, "", reason, statement.sources), None


def written(text: str, evidence: Evidence) -> Statement:
    """Return a sentence of the model with the source sentences it condenses."""
    return Statement(text, "model", tuple(sentence.span for sentence in evidence.aligner.align(text)))


def _other_candidate(text: str, others: Sequence[str]) -> str:
    return next((other for other in others if likeness(text, other) >= _SAME_SENTENCE), "")


def _respelt(task: Task, text: str, findings: Sequence[Finding], evidence: Evidence) -> str:
    """Return `text` with the article's spelling of each name that has one near, "" if that does not mend it."""
    if any(finding.rule != "unsupported-actor" or not finding.suggestion for finding in findings):
        return ""
    for finding in reversed(findings):
        rest = text[finding.span.end :]
        # "A.Ş." brings its own full stop.
        rest = rest[1:] if finding.suggestion.endswith(".") and rest.startswith(".") else rest
        text = text[: finding.span.start] + finding.suggestion + rest
    return "" if find_findings(task, text, evidence) else text


def _once(task: Task, text: str, evidence: Evidence) -> str:
    """Return `text` without what it says twice in a row, "" if that does not mend it."""
    shorter = without_repetition(text)
    return "" if not shorter or find_findings(task, shorter, evidence) else shorter


def _source(task: Task, statement: Statement, evidence: Evidence) -> Statement | None:
    if task == "headline":
        return Statement(evidence.title, "source", statement.sources) if evidence.title else None
    most = MOST_WORDS_OF_LEAD if task == "brief" else MOST_WORDS
    for sentence in evidence.aligner.align(statement.text)[:1]:
        if is_quotable(sentence.plain, most) and evidence.aligner.share(statement.text, sentence) >= _LEAST_SHARE:
            return Statement(sentence.plain, "source", (sentence.span,))
    return None
