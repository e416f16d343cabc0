"""A written sentence and its article -> what the article states, but not together or not so.

`verify` asks of every fact whether the article states it anywhere; here it is asked whether it
states it of this event, of this thing, in this role and with this certainty.
"""

from __future__ import annotations

from summarize.data import Finding
from summarize.guard.appositions import find_wrong_roles
from summarize.guard.exchanged import find_exchanged
from summarize.guard.hedges import find_dropped_hedge
from summarize.guard.moved import find_moved
from summarize.guard.negation import find_changed_negation
from summarize.guard.reading import Reading
from summarize.guard.roles import find_swapped_roles
from summarize.guard.speakers import find_swapped_attribution
from summarize.guard.titles import find_wrong_titles
from summarize.guard.written import read_written

# Facts are weighed in pairs against every place that each has: a sentence of 300, which no newsroom writes, would take
# many seconds. Each of its facts must still be stated.
_MOST_FACTS = 60


def verify_together(text: str, reading: Reading) -> tuple[Finding, ...]:
    """Return where a written sentence puts together what its article does not, in order.

    Of a sentence of more than 60 facts this is not asked.
    """
    if reading.is_whole(text):
        return ()
    written = read_written(text, reading)
    if len(written.facts) > _MOST_FACTS:
        return ()
    finders = (
        find_moved,
        find_wrong_titles,
        find_wrong_roles,
        find_swapped_roles,
        find_exchanged,
        find_swapped_attribution,
        find_changed_negation,
        find_dropped_hedge,
    )
    findings = [finding for find in finders for finding in find(written, reading)]
    return tuple(sorted(findings, key=lambda finding: finding.span.start))
