"""Reports to render, made without a model: a summary, a brief that was checked, and an article that means harm."""

from __future__ import annotations

from dataclasses import replace

from summarize.clean import clean
from summarize.data import Article, Cut, Edit, Fact, FactKind, Mention, Point, Span, Statement, Summary
from summarize.editorial.check import check_brief
from summarize.editorial.provenance import report_check
from summarize.errors import InputError
from summarize.report import Report, report_of
from summarize.split import split
from tests.editorial.newsroom import SETTINGS, article, document

HARBOUR = """Harbour ferry aground off Lyngholm

By Signe Aaberg | Share this story

The ferry Havlys ran aground off Lyngholm on Tuesday with 112 people on board, police said. Nobody was hurt. Divers will look at the hull on Friday.

Captain Jorunn Vikse said she “saw the light too late”. The owner, Fjordline, has run the route since 1987.

A second ferry, the Havdis, takes over until 4 May, Fjordline said. Tickets bought for the Havlys stay valid.

Sign up for our newsletter
"""
HOSTILE = """<script>window.canary = 1</script> The mayor </script></title></textarea> said so on Tuesday.
"><img src=x onerror="window.canary = 2"> 'x' onmouseover='window.canary=3' was there on Friday.
<a href="javascript:window.canary=4">Click</a> or [click](javascript:window.canary=5) here. javascript:window.canary=6
<svg onload=window.canary=7></svg><iframe srcdoc="<script>parent.canary=8</script>"></iframe></style><style>*{display:none}
<form action="https://example.com/"><input autofocus onfocus=window.canary=9></form> {{ 7 * 7 }} {% raw %} ${7*7} &lt;b&gt;
He wrote \u202eback to front\u202c, \u2066isolated\u2069, zero\u200bwidth, soft\u00adhyphen, nul\x00, escape\x1b[31m and \ufeffmark \U000e0041.
--><base href="https://example.com/"><meta http-equiv="refresh" content="0;url=https://example.com/"><link rel=stylesheet href=//example.com/x.css>
"""
WRONG = """# Libraries in Norvane to close

Norvane City Council voted on Tuesday to close two of its five branch libraries. The mayor, Hanne Ostorva, said the city "has no cash left to give away quietly."

- The closures take effect on 1 November.
- Quintrell, the mayor, called the plan reckless.
- Ostrova will meet residents of Holm on Thursday.
"""


def spanned(text: str, part: str) -> Span:
    """Return the only place of a part of a text."""
    assert text.count(part) == 1, part
    start = text.index(part)
    return Span(start, start + len(part), part)


def _within(sentence: Span, part: str) -> Span:
    return spanned(sentence.text, part).moved(sentence.start)


def mention(field: str, text: str, kind: FactKind, part: str, source: Article) -> Mention:
    """Return a fact of a field and the place where the article states it in the same words."""
    return Mention(field, Fact(kind, spanned(text, part), part), (spanned(source.text, part),))


def harbour_summary(path: str = "news/harbour.txt", before: str = "") -> Summary:
    """Return a summary with a headline, two sentences and two points, of an article with furniture in it."""
    source = clean(Article.from_text(before + HARBOUR, path))
    first = spanned(
        source.text, "The ferry Havlys ran aground off Lyngholm on Tuesday with 112 people on board, police said."
    )
    divers = spanned(source.text, "Divers will look at the hull on Friday.")
    captain = spanned(source.text, "Captain Jorunn Vikse said she “saw the light too late”.")
    second = spanned(source.text, "A second ferry, the Havdis, takes over until 4 May, Fjordline said.")
    headline = "Ferry Havlys runs aground off Lyngholm"
    sentences = (
        "The ferry Havlys ran aground off Lyngholm on Tuesday with 112 people on board, and divers will look at it.",
        captain.text,
    )
    brief = " ".join(sentences)
    points = ("The Havdis takes over until 4 May.", "Nobody knows why.")
    return Summary(
        article=source,
        headline=Statement(headline, "model", (first,)),
        sentences=(Statement(sentences[0], "model", (first, divers)), Statement(sentences[1], "source", (captain,))),
        points=(Point(points[0], "model", (second,)), Point(points[1], "model", ())),
        facts=(
            Mention(
                "headline", Fact("actor", spanned(headline, "Lyngholm"), "Lyngholm"), (_within(first, "Lyngholm"),)
            ),
            mention("brief", brief, "date", "Tuesday", source),
            mention("brief", brief, "figure", "112 people", source),
            mention("brief", brief, "actor", "Jorunn Vikse", source),
            mention("brief", brief, "quote", "saw the light too late", source),
            mention("points[0]", points[0], "date", "4 May", source),
        ),
        edits=(
            Edit(
                "repaired",
                "unsupported-date",
                "points",
                "The Havdis takes over until 4 March.",
                points[0],
                "a date that the article does not give",
                (second,),
            ),
            Edit("dropped", "unsupported-actor", "brief", "The mayor was aboard.", "", "an actor nobody named", ()),
            Edit("dropped", "missing-main-actor", "brief", "Fjordline", "", "brief and points name no such actor"),
        ),
        model="brief-en",
        warnings=("not UTF-8; read as cp1252",),
    )


def harbour(before: str = "") -> Report:
    """Return the report of that summary; `before` is what a page has above the article."""
    return report_of(harbour_summary(before=before))


def hostile() -> Report:
    """Return a report in which every text means harm."""
    source = Article.from_text(HOSTILE, f"news/{HOSTILE}".replace("\n", " "))
    source = replace(source, title=HOSTILE, author=HOSTILE, date=HOSTILE, place=HOSTILE, warnings=(HOSTILE,))
    source = source.without([Cut(spanned(HOSTILE, "</style>"), HOSTILE)])
    sentences = tuple(sentence.span for sentence in split(source.text))
    statement = Statement(HOSTILE, "model", sentences[:3])
    facts = tuple(
        Mention(field, Fact("quote", Span(0, 40, HOSTILE[:40]), HOSTILE), (Span(5, 60, source.text[5:60]),))
        for field in ("headline", "brief", "points[0]")
    )
    edit = Edit("replaced", HOSTILE, "brief", HOSTILE, HOSTILE[::2], HOSTILE, sentences[:1])
    lost = Edit("dropped", "missing-main-actor", "brief", HOSTILE, "", HOSTILE)
    points = (Point(HOSTILE, "source", sentences[-1:]),)
    summary = Summary(source, statement, (statement,), points, facts, (edit, lost), HOSTILE, (HOSTILE,))
    return report_of(summary)


def hostile_failure() -> InputError:
    """Return an error whose text means harm."""
    return InputError(HOSTILE, HOSTILE)


def checked() -> Report:
    """Return the report of a brief with five errors and a warning."""
    brief = document(WRONG, "libraries.brief.md")
    return report_check(article(), brief, check_brief(article(), brief, SETTINGS))
