"""The rules that a written sentence can break: one list for the guard and for `check`."""

from __future__ import annotations

# Rule id -> what it finds.
RULES = {
    "unsupported-actor": "a person, organisation, place or group that the article does not name",
    "unsupported-date": "a date that the article does not give",
    "unsupported-figure": "a figure that the article does not give",
    "altered-quote": "words in quotation marks that the article does not have",
    "no-final-punctuation": "a sentence that ends in the middle",
    "dangling-opening": "a sentence that opens with a pronoun nothing before it explains",
    "too-long": "more words than were asked for",
    "repeated-point": "a point that another point, or the brief's first sentence, has made",
    "too-many-points": "more points than were asked for",
    "empty-brief": "nothing of the draft could be kept",
}
