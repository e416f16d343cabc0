"""Drafts and evidence -> statements without an unsupported fact, and the edits that led there.

A sentence with a finding is replaced, in this order, by the same sentence from another
candidate, by itself with what the article has in place of the fault, by the source sentence it
condenses; failing all of these it is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.data import Action, Draft, Edit, Finding, Statement, Task
from summarize.guard.align import likeness
from summarize.guard.evidence import Evidence, find_findings, quoted, written
from summarize.guard.form import MOST_WORDS, MOST_WORDS_OF_LEAD, is_dangling
from summarize.guard.mend import mended
from summarize.guard.pronouns import stand_alone
from summarize.guard.rules import RULES

__all__ = ["Evidence", "find_clean", "find_findings", "repair", "written"]

# Two candidates' sentences are versions of one another from this likeness on.
_SAME_SENTENCE = 0.6
# A source sentence stands in for a draft that it accounts for to this share.
_LEAST_SHARE = 0.4
_DANGLING = "dangling-opening"


def repair(task: Task, drafts: Sequence[Draft], evidence: Evidence) -> tuple[tuple[Statement, ...], tuple[Edit, ...]]:
    """Return the best draft's sentences, those with findings replaced or left out, and the edits."""
    best = drafts[0].items if drafts else ()
    clean = find_clean(task, drafts, evidence)
    kept: dict[str, Statement] = {}
    edits: list[Edit] = []
    dropped = True  # whether nothing before explains a pronoun
    for item in best:
        statement: Statement | None = written(item, evidence)
        if (dropped or task == "points") and task != "headline" and is_dangling(item):
            edit, statement = _named(task, written(item, evidence), " ".join(kept), evidence)
            edits.append(edit)
        elif findings := find_findings(task, item, evidence):
            others = [other for other in clean if other not in kept and other not in best]
            edit, statement = _mend(task, written(item, evidence), findings, others, evidence)
            edits.append(edit)
        dropped = statement is None
        if statement:
            kept.setdefault(statement.text, statement)
    return tuple(kept.values()), tuple(edits)


def _named(task: Task, statement: Statement, said: str, evidence: Evidence) -> tuple[Edit, Statement | None]:
    """Return a sentence that leans on one that is not there, with a name for its pronoun, or nothing."""
    text = stand_alone(task, statement.text, said, evidence)
    named = written(text, evidence) if text else None
    action: Action = "repaired" if named else "dropped"
    return Edit(action, _DANGLING, task, statement.text, text, RULES[_DANGLING], statement.sources), named


def find_clean(task: Task, drafts: Sequence[Draft], evidence: Evidence) -> tuple[str, ...]:
    """Return every sentence of the drafts without a finding, best draft first, each once."""
    items = dict.fromkeys(item for draft in drafts for item in draft.items)
    return tuple(item for item in items if not find_findings(task, item, evidence))


def _mend(
    task: Task, statement: Statement, findings: Sequence[Finding], others: Sequence[str], evidence: Evidence
) -> tuple[Edit, Statement | None]:
    before, rule = statement.text, findings[0].rule
    reason = "; ".join(finding.message for finding in findings)
    if text := _other_candidate(before, others) or mended(task, before, findings, evidence):
        better = written(text, evidence)
        return Edit("repaired", rule, task, before, text, reason, better.sources), better
    if source := _source(task, statement, evidence):
        return Edit("replaced", rule, task, before, source.text, reason, source.sources), source
    return Edit("dropped", rule, task, before, "", reason, statement.sources), None


def _other_candidate(text: str, others: Sequence[str]) -> str:
    return next((other for other in others if likeness(text, other) >= _SAME_SENTENCE), "")


def _source(task: Task, statement: Statement, evidence: Evidence) -> Statement | None:
    if task == "headline":
        return Statement(evidence.title, "source", statement.sources) if evidence.title else None
    most = MOST_WORDS_OF_LEAD if task == "brief" else MOST_WORDS
    for sentence in evidence.aligner.align(statement.text)[:1]:
        if evidence.aligner.share(statement.text, sentence) >= _LEAST_SHARE:
            return quoted(sentence, evidence, most)
    return None
