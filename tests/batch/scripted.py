"""The program with a stand-in for the model: `python -m tests.batch.scripted batch IN -o OUT`.

SCRIPTED_SECONDS is how long an article takes; SCRIPTED_MODEL is the fingerprint.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import replace

from summarize import cli, pipeline
from summarize.config import Options
from summarize.data import Article, Point, Span, Statement, Summary
from summarize.errors import InputError
from summarize.split import split


class Scripted:
    """Stands in for the Summarizer: the first sentence is the brief, the others are points. Counts what it wrote."""

    model = "scripted"
    written = 0
    fails = True

    def __init__(self, options: Options) -> None:
        self.options = options
        self.fingerprint = os.environ.get("SCRIPTED_MODEL", "one")

    def jobs(self, batch_size: int) -> int:
        """Return a few."""
        return 3

    def load(self) -> None:
        """There is nothing to load."""

    def summarize_batch(self, articles: Sequence[Article]) -> tuple[Summary | Exception, ...]:
        """Return what stands for each, or how it failed; each names the company it was in."""
        company = " ".join(str(article.path) for article in articles)
        return tuple(self._attempt(article, company) for article in articles)

    def _attempt(self, article: Article, company: str) -> Summary | Exception:
        try:
            return replace(self.summarize(article), model=company)
        except (InputError, ZeroDivisionError) as error:
            return error

    def summarize(self, article: Article) -> Summary:
        """Return what stands for a summary; one with a bomb in it is a bug, unless `fails` is unset."""
        type(self).written += 1
        time.sleep(float(os.environ.get("SCRIPTED_SECONDS", "0")))
        sentences = split(article.text)
        if self.fails and "broken" in article.text:
            raise InputError("there is no text to summarize", "try another")
        if self.fails and "bomb" in article.text:
            raise ZeroDivisionError("a bomb")
        first, *others = (Statement(one.plain, "model", (Span(0, 1, article.text[0]),)) for one in sentences)
        points = tuple(Point(one.text, "model") for one in others[: self.options.points])
        tasks = self.options.tasks
        headline = Statement(first.text, "model") if "headline" in tasks else None
        brief, points = (first,) if "brief" in tasks else (), points if "points" in tasks else ()
        return Summary(article, headline, brief, points, model=self.model)


if __name__ == "__main__":
    pipeline.Summarizer = Scripted  # type: ignore[assignment, misc]
    cli.main()
