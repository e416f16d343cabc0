"""A summary with facts of every kind, wide characters and a sentence that rests on two: what layouts are tried on."""

from __future__ import annotations

from summarize.data import Article, Fact, FactKind, Mention, Point, Span, Statement, Summary

SOURCE = """Harbour master Åse Bråthen resigns

By A. Reporter

The harbour master of Vesterholm, Åse Bråthen, resigned on Monday after 14 years in office, saying that "nobody listened".
The port's owners, Kaido Kisen (海堂汽船) of Osaka, thanked her.

The owners will name a successor by 3 March, and until then her deputy, Jens Ulvang, is to run the port together with the pilots.
"""


def spanned(text: str, part: str, start: int = 0) -> Span:
    start = text.index(part, start)
    return Span(start, start + len(part), part)


def mention(kind: FactKind, field: str, text: str, part: str, article: Article) -> Mention:
    return Mention(field, Fact(kind, spanned(text, part), part), (spanned(article.text, part),))


def harbour() -> Summary:
    """Return a summary with facts of every kind, wide characters, and a sentence that rests on two."""
    article = Article.from_text(SOURCE, "harbour.txt")
    first, second, third = (
        spanned(article.text, line) for line in SOURCE.splitlines() if line.endswith(".") or line.endswith('".')
    )
    headline = "Harbour master Bråthen resigns"
    brief = (
        "Åse Bråthen, the harbour master of Vesterholm, resigned on Monday after 14 years.",
        'She said that "nobody listened".',
    )
    whole = " ".join(brief)
    points = (
        "The owners, Kaido Kisen (海堂汽船) of Osaka, thanked her and will name a successor by 3 March.",
        "Her deputy, Jens Ulvang, runs the port.",
    )
    facts = (
        mention("actor", "headline", headline, "Bråthen", article),
        mention("actor", "brief", whole, "Åse Bråthen", article),
        mention("date", "brief", whole, "Monday", article),
        mention("figure", "brief", whole, "14", article),
        mention("quote", "brief", whole, "nobody listened", article),
        mention("date", "points[0]", points[0], "3 March", article),
        mention("actor", "points[0]", points[0], "Kaido Kisen", article),
        mention("actor", "points[1]", points[1], "Jens Ulvang", article),
    )
    return Summary(
        article,
        Statement(headline, "source", (first,)),
        tuple(Statement(text, "model", (first,)) for text in brief),
        (Point(points[0], "model", (third, second)), Point(points[1], "model")),
        facts,
    )
