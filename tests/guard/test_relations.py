"""Any article bears out its own sentences, and any text at all can be held against it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.facts import find_facts, take_inventory
from summarize.guard.align import Aligner
from summarize.guard.reading import Reading
from summarize.guard.relations import verify_together
from summarize.split import split

SOME = (
    "Ingrid Aasebo Tor Bakke Nordby Council Mayor said sued accused of may not never the harbour wall on Tuesday "
    "12 January 2019 90 metres million kroner he by was , . “ ” has-been ’ ä"
)
WORDS = st.sampled_from(SOME.split())
TEXTS = st.lists(st.lists(WORDS, min_size=2, max_size=12).map(" ".join), min_size=1, max_size=6).map(". ".join)


def read(text: str) -> Reading:
    sentences = split(text)
    return Reading(take_inventory(text, find_facts(text)), Aligner(sentences), sentences)


@settings(max_examples=80)
@given(TEXTS)
def test_every_sentence_is_borne_out_by_its_own_article(text: str) -> None:
    reading = read(text)
    for sentence in reading.sentences:
        assert verify_together(sentence.plain, reading) == ()


@settings(max_examples=80)
@given(TEXTS, TEXTS)
def test_findings_lie_in_the_text_and_are_the_same_each_time(article: str, text: str) -> None:
    reading = read(article)
    findings = verify_together(text, reading)
    assert findings == verify_together(text, read(article))
    for finding in findings:
        assert text[finding.span.start : finding.span.end] == finding.span.text
        assert all(article[source.start : source.end] == source.text for source in finding.sources)
