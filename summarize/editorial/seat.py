"""Where the brief of one article stands, whichever kind of place that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from summarize.data import Summary
from summarize.editorial.record import Record, text_hash

Fill = Callable[[Summary, Record], str]


@dataclass(frozen=True, slots=True)
class Seat:
    """`target` is the file that holds the brief, `before` all that is in it, None where there is no such file.

    `text` is the brief that stands there, "" for none, `record` what is known of it. `source` is
    what of the article's file is not brief. `fill` returns the whole file with a new brief in it, the
    record completed by the hash of its text; `annotate` returns it with nothing new but the record.
    """

    target: Path
    before: str | None
    text: str
    record: Record | None
    source: str
    fill: Fill
    annotate: Callable[[Record], str]
    warnings: Callable[[Summary], tuple[str, ...]] = lambda _: ()

    @property
    def is_edited(self) -> bool:
        """Whether a hand has written or changed the brief that stands there."""
        if not self.text.strip() and self.record is None:
            return False
        return self.record is None or self.record.status == "edited" or text_hash(self.text) != self.record.text_hash
