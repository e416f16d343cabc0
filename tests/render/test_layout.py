"""Laying out: the lines of a summary, their styles, footnotes and lists of facts; and how text is wrapped by columns."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.data import Article, Fact, Mention, Span, Statement, Summary
from summarize.render import Look, Run, lay_out, plain, render_text
from summarize.render.wrap import columns, shorten, wrap
from tests.harbour import harbour, spanned


def test_footnotes_are_numbered_in_the_order_of_the_output() -> None:
    assert plain(lay_out(harbour(), Look(80, sources=True))) == (
        "Harbour master Bråthen resigns[1]\n"
        "\n"
        "Åse Bråthen, the harbour master of Vesterholm, resigned on Monday after 14\n"
        'years.[1] She said that "nobody listened".[1]\n'
        "\n"
        "- The owners, Kaido Kisen (海堂汽船) of Osaka, thanked her and will name a\n"
        "  successor by 3 March.[2][3]\n"
        "- Her deputy, Jens Ulvang, runs the port.\n"
        "\n"
        "[1] line 5: The harbour master of Vesterholm, Åse Bråthen, resigned on Monday…\n"
        "[2] line 8: The owners will name a successor by 3 March, and until then her…\n"
        "[3] line 6: The port's owners, Kaido Kisen (海堂汽船) of Osaka, thanked her.\n"
    )


def test_facts_are_listed_once_each_with_their_lines() -> None:
    assert plain(lay_out(harbour(), Look(60, facts="listed"))).partition("port.\n\n")[2] == (
        "Actors: Bråthen (line 1); Åse Bråthen (line 1); Kaido Kisen\n"
        "  (line 6); Jens Ulvang (line 8)\n"
        "Dates: Monday (line 5); 3 March (line 8)\n"
        "Figures: 14 (line 5)\n"
        'Quotations: "nobody listened" (line 5)\n'
    )


def test_an_extracted_text_has_no_lines() -> None:
    summary = harbour()
    article = Article.from_text(summary.article.text, "page.html", "extracted")
    extracted = Summary(article, None, summary.sentences, (), summary.facts)
    text = plain(lay_out(extracted, Look(80, sources=True, facts="listed")))
    assert "[1] The harbour master of Vesterholm" in text
    assert "Actors: Bråthen; Åse Bråthen" in text
    assert "line" not in text


def test_marks_are_at_their_facts_and_beside_them_footnotes_change_nothing() -> None:
    for look in (Look(200, facts="marked"), Look(200, sources=True, facts="marked")):
        runs = [run for line in lay_out(harbour(), look) for run in line if run.styles]
        kinds = ("actor", "date", "figure", "quote")
        found = [(kind, run.text) for run in runs for kind in kinds if kind in run.styles]
        assert found == [
            ("actor", "Bråthen"),
            ("actor", "Åse Bråthen"),
            ("date", "Monday"),
            ("figure", "14"),
            ("quote", "nobody listened"),
            ("actor", "Kaido Kisen"),
            ("date", "3 March"),
            ("actor", "Jens Ulvang"),
        ]


def test_a_quotation_over_two_sentences_and_the_fact_in_it() -> None:
    text = ("He said: “It rained.", "All of Oslo knew.”")
    article = Article.from_text(" ".join(text))
    quote = Fact("quote", Span(10, 38, "It rained. All of Oslo knew."), "It rained. All of Oslo knew.")
    oslo = Fact("actor", Span(28, 32, "Oslo"), "Oslo")
    facts = tuple(Mention("brief", fact, (fact.span,)) for fact in (oslo, quote))
    sentences = tuple(Statement(part, "source", (spanned(article.text, part),)) for part in text)
    (line, *_) = lay_out(Summary(article, None, sentences, (), facts), Look(sources=True, facts="marked"))
    assert line == (
        Run("He said: “"),
        Run("It rained.", ("quote",)),
        Run("[1]", ("quote", "note")),
        Run(" All of ", ("quote",)),
        Run("Oslo", ("quote", "actor")),
        Run(" knew.", ("quote",)),
        Run("”"),
        Run("[2]", ("note",)),
    )


def test_styles_change_no_letter() -> None:
    for width in (30, 80):
        assert plain(lay_out(harbour(), Look(width, facts="marked"))) == render_text(harbour(), width)


@pytest.mark.parametrize("width", [20, 33, 40, 80, 100])
@pytest.mark.parametrize("facts", ["", "listed"])
def test_no_line_is_wider_than_it_may_be(width: int, facts: str) -> None:
    text = plain(lay_out(harbour(), Look(width, sources=True, facts=facts)))  # type: ignore[arg-type]
    assert max(columns(line) for line in text.splitlines()) <= width


COLUMNS = {
    "plain": 5,
    "café": 4,
    "cafe\u0301": 4,
    "“a” – b…": 8,
    "海堂汽船": 8,
    "ﾊﾟ": 2,
    "한국": 4,
    "Київ": 4,
    "a\u200bb": 2,
    "👩\u200d🚀": 2,
    "\u202eabc": 3,
}


@pytest.mark.parametrize("text", COLUMNS)
def test_columns(text: str) -> None:
    assert columns(text) == COLUMNS[text]


WRAPPED = {
    # words of narrow letters stay whole, however long
    ("see https://example.org/a/long/path now", 12): ["see", "https://example.org/a/long/path", "now"],
    ("state-of-the-art well-being", 12): ["state-of-the-art", "well-being"],
    # a wide name that fits a line is not broken
    ("the line 海堂汽船 sails", 12): ["the line", "海堂汽船", "sails"],
    # text without spaces ends where the line does, never before a closing mark or after an opening one
    ("北京市人民政府今天宣布，将于下周一开始", 12): ["北京市人民政", "府今天宣布，", "将于下周一开", "始"],
    ("一二三四五，六七", 10): ["一二三四", "五，六七"],
    ("一二三四「五六」七", 10): ["一二三四", "「五六」七"],
    ("cafe\u0301s cafe\u0301s", 11): ["cafe\u0301s cafe\u0301s"],
}


@pytest.mark.parametrize(("text", "width"), WRAPPED)
def test_wrapping(text: str, width: int) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == WRAPPED[text, width]


@given(st.text("ab-,.”é€ \n\u00a0"), st.integers(1, 16), st.sampled_from([0, 2]))
def test_narrow_text_is_wrapped_as_textwrap_does(text: str, width: int, indent: int) -> None:
    expected = textwrap.wrap(
        text,
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    lines = [" " * indent + text[start:end].replace("\n", " ") for start, end in wrap(text, width, indent, indent)]
    assert lines == expected


@given(st.text("ab 海堂，「」e\u0301👩\u200d🚀\u202e"), st.integers(2, 16))
def test_wrapping_loses_nothing_but_white_space(text: str, width: int) -> None:
    ranges = wrap(text, width)
    edges = [0, *(edge for part in ranges for edge in part), len(text)]
    assert edges == sorted(edges)
    assert "".join(text[start:end] for start, end in ranges).replace(" ", "") == text.replace(" ", "")


@given(st.text("ab, 海é"), st.integers(4, 16))
def test_shortening(text: str, width: int) -> None:
    text = " ".join(text.split())
    short = shorten(text, width)
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
    assert columns(short) <= width
