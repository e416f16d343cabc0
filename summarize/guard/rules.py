"""The rules that a written sentence can break: one list for the guard and for `check`."""

from __future__ import annotations

# Rule id -> what it finds.
RULES = {
    "unsupported-actor": "a person, organisation, place or group that the article does not name",
    "unsupported-date": "a date that the article does not give",
    "unsupported-figure": "a figure that the article does not give",
    "altered-quote": "words in quotation marks that the article does not have",
    "moved-actor": "an actor of the article, but of another event",
    "moved-date": "a date of the article, but of another event",
    "moved-figure": "a figure of the article, but of another thing",
    "mixed-figures": "a figure that no sentence of the article has beside the others",
    "wrong-title": "a title or role that the article gives to somebody else",
    "swapped-attribution": "words that the article has somebody else say",
    "swapped-roles": "who did it and to whom, the other way round",
    "changed-negation": "what the article denies, or a denial of what it says",
    "dropped-hedge": "a fact, where the article has it alleged, possible or planned",
    "wrong-pronoun": "a pronoun that in the article stands for somebody else",
    "repeated-phrase": "a phrase that the sentence has said already",
    "broken-sentence": "a sentence without its beginning, its end, or the other half of a quotation",
    "spoken-sentence": "words that somebody says of himself, outside a quotation",
    "dangling-opening": "a sentence that opens with a pronoun nothing before it explains",
    "too-long": "more words than were asked for",
    "repeated-point": "a statement that another one has made already",
    "too-many-points": "more points than were asked for",
    "few-points": "the list was short: another draft, or the article, makes a further point",
    "missing-main-actor": "brief and points name no such main actor of the article",
    "missing-main-date": "brief and points do not give the date of the article's lead",
    "short-name": "a first mention that the article gives in full",
    "missing-date": "a date that the article gives there",
    "resolved-date": "the day that a relative date means",
    "short-brief": "little or nothing of the draft could be kept: the article's own lead",
}

# Rules of length and form: what they drop is no loss of fact.
FORM = frozenset(
    {
        "repeated-phrase",
        "broken-sentence",
        "spoken-sentence",
        "dangling-opening",
        "too-long",
        "repeated-point",
        "too-many-points",
        "few-points",
        "short-brief",
    }
)
