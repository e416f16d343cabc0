"""A stand-in for the model, and a folder of articles to write for."""

from __future__ import annotations

from summarize.config import Options
from summarize.data import Article, Point, Span, Statement, Summary
from summarize.errors import InputError
from summarize.split import split

FERRY = (
    "The ferry company will cut its winter crossings to Hallsund by half, the council of Mørkvik was told on Monday. "
    "Its director, Ingrid Solvang, said the ships had been empty since October. "
    "Two members of the council left the room in protest.\n"
)
PIER = (
    "Workers found a crack of 14 metres in the pier of Vesterholm on Tuesday, the harbour master, Jonas Ekdahl, said. "
    "The pier was closed at once. Repairs will cost 3.2 million kroner.\n"
)


class Scripted:
    """Stands in for the Summarizer: the first sentence is the brief, the second a point. Counts what it wrote."""

    model = "scripted"
    written = 0

    def __init__(self, options: Options) -> None:
        self.options = options

    def summarize(self, article: Article) -> Summary:
        type(self).written += 1
        sentences = split(article.text)
        if not sentences or "broken" in article.text:
            raise InputError("there is no text to summarize", "try another")
        first, *others = (Statement(one.plain, "model", (Span(0, 1, article.text[0]),)) for one in sentences)
        points = tuple(Point(one.text, "model") for one in others[: min(self.options.points, 1)])
        headline = Statement(" ".join(first.text.split()[:6]), "model")
        return Summary(article, headline, (first,), points, model=self.model)
