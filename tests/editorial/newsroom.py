"""One article and briefs of it, for the tests of `check`."""

from __future__ import annotations

from pathlib import Path

from summarize.clean import clean
from summarize.config import Settings
from summarize.data import Article
from summarize.editorial.check import check_brief
from summarize.editorial.document import BriefDocument, parse_brief, parse_brief_inside
from summarize.problem import Problem
from summarize.read import article_from_bytes

TEXT = """Council votes to close two libraries

Norvane City Council voted on Monday to close two of its five branch libraries, in Eastgate and Holm, to save 1.2 million euros a year.
The mayor, Hanne Ostrova, said the city "has no money left to give away quietly."

Tomas Quintrell, who leads the opposition, called the plan reckless. He said his party may challenge it in court. The Eastgate branch opened in 1911 and lends 40,000 books a year.

Ostrova said the closures would take effect on 1 September. Quintrell will meet residents of Holm on Thursday.
"""
BRIEF = """Norvane City Council voted on Monday to close two of its five branch libraries, to save 1.2 million euros a year.
The mayor, Hanne Ostrova, said the city "has no money left to give away quietly." """.replace("\n", " ").strip()
SETTINGS = Settings()


def article(text: str = TEXT, path: str = "libraries.txt") -> Article:
    """Return the article, cleaned."""
    return clean(article_from_bytes(text.encode(), path))


def document(source: str, path: str = "brief.md", settings: Settings = SETTINGS) -> BriefDocument:
    """Return a brief that stands alone."""
    return parse_brief(source, (), path, settings)


def problems(source: str, path: str = "brief.md", settings: Settings = SETTINGS) -> tuple[Problem, ...]:
    """Return what is wrong with a brief of the article."""
    return check_brief(article(), document(source, path, settings), settings)


def problems_inside(source: str, path: str = "libraries.md", settings: Settings = SETTINGS) -> tuple[Problem, ...]:
    """Return what is wrong with the brief in an article."""
    return check_brief(article(source, path), parse_brief_inside(source, (), path, settings), settings)


def rules(found: tuple[Problem, ...]) -> list[str]:
    """Return the rules that were broken, in order."""
    return [problem.rule for problem in found]


def write_pair(folder: Path, brief: str, name: str = "libraries.brief.md") -> tuple[str, str]:
    """Write the article and a brief of it; return their paths."""
    (folder / "libraries.txt").write_text(TEXT, encoding="utf-8")
    (folder / name).write_text(brief, encoding="utf-8")
    return str(folder / "libraries.txt"), str(folder / name)
