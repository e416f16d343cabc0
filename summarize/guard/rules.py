"""The rules that a written sentence can break: one list for the guard and for `check`."""

from __future__ import annotations

# Rule id -> what it finds.
RULES = {
    "unsupported-actor": "a person, organisation, place or group that the article does not name",
    "unsupported-date": "a date that the article does not give",
    "unsupported-figure": "a figure that the article does not give",
    "altered-quote": "words in quotation marks that the article does not have",
    "repeated-phrase": "a phrase that the sentence has said already",
    "broken-sentence": "a sentence without its beginning, its end, or the other half of a quotation",
    "dangling-opening": "a sentence that opens with a pronoun nothing before it explains",
    "too-long": "more words than were asked for",
    "repeated-point": "a statement that another one has made already",
    "too-many-points": "more points than were asked for",
    "few-points": "a further point that another candidate makes",
    "empty-brief": "nothing of the draft could be kept",
}
