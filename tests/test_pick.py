"""Passage selection: whole sentences, in order, within the budget, and not only from the top."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.data import Sentence, Span
from summarize.pick import pick


def words(text: str) -> int:
    return len(text.split())


def sentences(*texts: str) -> tuple[Sentence, ...]:
    made, at = [], 0
    for number, text in enumerate(texts):
        made.append(Sentence(Span(at, at + len(text), text), number))
        at += len(text) + 1
    return tuple(made)


def test_what_fits_is_taken_whole() -> None:
    article = sentences("The bridge closed.", "Nobody was hurt.")
    passage = pick(article, "Bridge", 6, words)
    assert (passage.text, passage.title) == ("The bridge closed. Nobody was hurt.", "Bridge")
    assert passage.sentences == article


def test_line_breaks_inside_a_sentence_become_spaces() -> None:
    assert pick(sentences("The bridge\nclosed."), None, 9, words).text == "The bridge closed."


def test_the_end_is_drawn_on_when_the_news_is_there() -> None:
    scenery = [f"Morning light number {n} fell over quiet rooftops somewhere." for n in range(40)]
    news = "The council closed the harbour bridge after engineers found cracks in the harbour bridge."
    article = sentences(*scenery, "Engineers told the council about cracks.", news)
    passage = pick(article, "Council closes harbour bridge", 60, words)
    assert news in passage.text
    assert passage.text.startswith(scenery[0])


NEWS = (
    "The harbour bridge at Vesterholm will close on Monday.",
    "Engineers found cracks in two of its piers.",
    "The closure will last until the spring, the council heard.",
)


def minutes(at: int) -> tuple[Sentence, ...]:
    """Return the minutes of a long day, of which one item is news."""
    items = [f"Councillor number {n} asked when the council would answer letter {n}." for n in range(400)]
    return sentences(*items[:at], *NEWS, *items[at:])


def test_a_long_text_is_opened_where_it_tells_what_its_title_says() -> None:
    for at in (100, 300, 390):
        passage = pick(minutes(at), "Cracks close harbour bridge at Vesterholm", 80, words)
        assert " ".join(NEWS) in passage.text
        assert passage.sentences[-1].span.start > 0


def test_a_long_text_is_opened_at_its_beginning_otherwise() -> None:
    for at, title in (
        (0, "Cracks close harbour bridge"),
        (300, "A long day"),
        (300, "Council answers letters"),
        (300, None),
    ):
        assert pick(minutes(at), title, 80, words).text.startswith(minutes(at)[0].plain)


def test_a_text_of_ordinary_length_is_opened_at_its_beginning() -> None:
    scenery = [f"Morning light number {n} fell over quiet rooftops somewhere." for n in range(20)]
    passage = pick(sentences(*scenery, *NEWS), "Cracks close harbour bridge at Vesterholm", 60, words)
    assert passage.text.startswith(scenery[0])


def test_a_first_sentence_beyond_the_budget_is_cut_between_words() -> None:
    passage = pick(sentences("one two three four five six seven", "eight."), None, 4, words)
    assert passage.text == "one two three four"


@given(
    st.lists(st.text("abcdefgh ", min_size=3, max_size=80).map(lambda text: f"x{text}."), min_size=1, max_size=40),
    st.integers(1, 60),
)
def test_never_over_budget_always_in_order_never_empty(texts: list[str], budget: int) -> None:
    article = sentences(*texts)
    passage = pick(article, None, budget, words)
    assert passage.text
    assert words(passage.text) <= budget
    starts = [sentence.span.start for sentence in passage.sentences]
    assert starts == sorted(set(starts))
