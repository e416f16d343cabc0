"""The n best drafts and the article's facts -> statements that say only what the article says, and the edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarize.data import Draft, Options, Sentence, Task
from summarize.facts.inventory import Inventory
from summarize.guard.align import Aligner
from summarize.guard.compose import Guarded, compose, quote_whole
from summarize.guard.fit import fit
from summarize.guard.rank import rank
from summarize.guard.repair import Evidence, repair
from summarize.guard.restore import restore
from summarize.guard.verify import verify

__all__ = ["Guarded", "compose", "guard", "quote_whole", "verify"]


def guard(
    drafts: Mapping[Task, Sequence[Draft]],
    sentences: Sequence[Sentence],
    inventory: Inventory,
    title: str | None,
    options: Options,
) -> dict[Task, Guarded]:
    """Make each field of a summary from its drafts, best first. Guarding what this returns changes nothing."""
    evidence = Evidence(inventory, Aligner(sentences), tuple(sentences), title or "")
    limits: dict[Task, int] = {"headline": 1, "brief": options.brief_words, "points": options.points}
    fields: dict[Task, Guarded] = {}
    for task, candidates in drafts.items():
        said = fields["brief"].statements if "brief" in fields else ()
        ranked = rank(task, candidates, evidence, " ".join(sentence.text for sentence in said))
        repaired, repairs = repair(task, ranked, evidence)
        fitted, cuts = fit(task, repaired, evidence, limits[task], said)
        statements, additions = restore(task, fitted, ranked, evidence, limits[task], said)
        fields[task] = Guarded(statements, (*repairs, *cuts, *additions))
    return fields
