"""The rendered examples are what the program writes: `python examples/make.py` refreshes them.

The model computes in int8, and its wording is not the same on every processor: seen with AVX512-VNNI and
without, all nine examples differ somewhere. So what needs no model is compared to the letter everywhere;
what the model writes is compared to the letter where the processor computes as the one did that wrote the
examples (the scores in made-by.json tell), and elsewhere in its form alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import pytest

from examples.make import ARTICLES, FORMS, MAKER, OUTPUT, README, describe_maker, render, with_brief
from summarize.clean import clean
from summarize.data import Article, Point, Statement, Summary
from summarize.facts import find_facts, take_inventory
from summarize.read import read_article
from summarize.render import render_markdown, render_text
from tests.conftest import ROOT

STALE = "the examples are out of date: python examples/make.py"
NAMES = [path.name for path in ARTICLES]


def stored(name: str) -> dict[str, Any]:
    stem = name.rpartition(".")[0]
    values: dict[str, Any] = json.loads((OUTPUT / f"{stem}.json").read_text(encoding="utf-8"))
    return values


def written(name: str, ending: str) -> str:
    return (OUTPUT / f"{name.rpartition('.')[0]}.{ending}").read_text(encoding="utf-8")


def as_summary(values: Mapping[str, Any]) -> Summary:
    """Return what text and Markdown show of a summary in JSON."""
    headline = Statement(values["headline"]["text"], "model") if values["headline"] else None
    sentences = tuple(Statement(one["text"], "model") for one in values["brief"]["sentences"])
    points = tuple(Point(one["text"], "model") for one in values["points"])
    return Summary(Article.from_text(""), headline, sentences, points)


def test_every_example_has_every_form() -> None:
    expected = {f"{path.stem}.{ending}" for path in ARTICLES for ending in FORMS} | {MAKER}
    assert {path.name for path in OUTPUT.iterdir()} == expected, STALE


@pytest.mark.parametrize("name", NAMES)
def test_forms_of_an_example_agree(name: str) -> None:
    summary = as_summary(stored(name))
    assert (written(name, "txt"), written(name, "md")) == (render_text(summary), render_markdown(summary)), STALE


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_of_its_article(name: str) -> None:
    article = clean(read_article(str(ROOT / "examples" / name)))
    source = stored(name)["source"]
    assert source == {
        "path": f"examples/{name}",
        "basis": article.basis,
        "title": article.title,
        "date": article.date,
        "place": article.place,
        "author": article.author,
        "words": len(article.text.split()),
        "sha256": sha256(article.source.encode()).hexdigest(),
    }, STALE


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_of_an_example_is_one_of_its_article(name: str) -> None:
    article = clean(read_article(str(ROOT / "examples" / name)))
    stated = tuple(text for text in (article.title, article.place, article.date) if text)
    inventory = take_inventory(article.text, find_facts(article.text), stated)
    summary = as_summary(stored(name))
    texts = [summary.headline.text if summary.headline else "", summary.brief, *(one.text for one in summary.points)]
    assert [fact.span.text for text in texts for fact in find_facts(text) if not inventory.states(fact)] == [], STALE


def test_the_readme_prints_the_first_brief() -> None:
    readme = README.read_text(encoding="utf-8")
    assert with_brief(readme) == readme, STALE


@pytest.fixture(scope="module")
def is_same_processor() -> bool:
    """Return whether this one computes as the one did that wrote the examples."""
    made, here = json.loads((OUTPUT / MAKER).read_text(encoding="utf-8")), describe_maker()
    assert (made["model"], made["weights"]) == (here["model"], here["weights"]), STALE
    return made["scores"] == pytest.approx(here["scores"], abs=0.001)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_what_is_written_now(
    name: str, summaries: dict[str, Summary], *, is_same_processor: bool
) -> None:
    now = render(summaries[name])
    if is_same_processor:
        assert {file: (OUTPUT / file).read_text(encoding="utf-8") for file in now} == now, STALE
    else:
        assert form_of(json.loads(now[f"{name.rpartition('.')[0]}.json"])) == form_of(stored(name)), STALE


def form_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what does not hang on the wording."""
    return {
        "keys": list(values),
        "source": values["source"],
        "model": values["model"],
        "headline": list(values["headline"]),
    }
