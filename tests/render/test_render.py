"""Rendering: from stored summaries to text, Markdown and JSON, compared with stored files.

`python tests/render/test_render.py` writes the stored files anew; look at the difference before
committing it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from summarize.data import Article, Cut, Edit, Fact, Mention, Point, Span, Statement, Summary
from summarize.errors import InputError
from summarize.render import render_clean, render_edits, render_failure, render_json, render_markdown, render_text

GOLDEN = Path(__file__).parent.parent / "golden"

SOURCE = (
    "Ferry *Fjordbris* runs aground\r\n\r\nAdvertisement\r\n\r\n"
    "The ferry Fjordbris ran aground off Ålesund on Tuesday with 112 people on board, police said. "
    "Captain Åse <Bråthen> said “nobody panicked”.\r\n"
)


def spanned(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part), part)


def ferry(basis: str = "file") -> Summary:
    """Return a summary of every kind of part, of an article with things cut out of it."""
    article = Article.from_text(SOURCE, "news/ferry.txt", "file" if basis == "file" else "extracted")
    article = article.without(
        [Cut(Span(0, 30, SOURCE[0:30]), "title"), Cut(Span(32, 47, SOURCE[32:47]), "advertisement")]
    )
    first = spanned(
        article.text, "The ferry Fjordbris ran aground off Ålesund on Tuesday with 112 people on board, police said."
    )
    second = spanned(article.text, "Captain Åse <Bråthen> said “nobody panicked”.")
    brief = (
        Statement(
            "The ferry Fjordbris ran aground off Ålesund on Tuesday with 112 people on board.", "model", (first,)
        ),
        Statement(second.text, "source", (second,)),
    )
    day = Mention(
        "brief", Fact("date", Span(47, 54, "Tuesday"), "XXXX-WXX-2", "DATE"), (spanned(article.text, "Tuesday"),)
    )
    edit = Edit(
        "replaced",
        "altered-quote",
        "brief",
        "Bråthen said “all panicked”.",
        second.text,
        "not in the article",
        (second,),
    )
    return Summary(
        article,
        Statement("Ferry Fjordbris runs aground off Ålesund", "model", (first,)),
        brief,
        (
            Point("1. No point is too short.", "model", (first,)),
            Point("# _Nor_ too [long](x) & odd, " + "word " * 20 + "end.", "model", ()),
        ),
        (day,),
        (edit,),
        "brief-en",
        ("not UTF-8; read as cp1252",),
    )


def rendered() -> dict[str, str]:
    summary = ferry()
    return {
        "ferry.txt": render_text(summary, 60),
        "ferry.md": render_markdown(summary),
        "ferry.json": json.dumps(render_json(summary), ensure_ascii=False, indent=2) + "\n",
        "ferry.edits.txt": render_edits(summary),
        "ferry.clean.txt": render_clean(summary.article),
    }


@pytest.mark.parametrize("name", sorted(rendered()))
def test_rendering_is_as_stored(name: str) -> None:
    assert rendered()[name] == (GOLDEN / name).read_bytes().decode()


def test_json_offsets_index_the_file() -> None:
    values = render_json(ferry())
    for sentence in values["brief"]["sentences"]:
        for place in sentence["sources"]:
            part = SOURCE[place["start"] : place["end"]]
            assert part.endswith((".", "”."))
            assert SOURCE[: place["start"]].count("\n") + 1 == place["line"]
    fact = values["facts"][0]
    assert values["brief"]["text"][fact["start"] : fact["end"]] == "Tuesday"
    place = fact["sources"][0]
    assert SOURCE[place["start"] : place["end"]] == "Tuesday"


def test_json_of_an_extracted_text_carries_it_and_has_no_lines() -> None:
    values = render_json(ferry("extracted"))
    assert values["source"]["text"] == SOURCE
    assert {place["line"] for place in values["headline"]["sources"]} == {None}


def test_a_part_that_was_not_asked_for() -> None:
    article = Article.from_text("It rained.", "a.txt")
    summary = Summary(article, None, (Statement("It rained.", "source"),), ())
    assert render_text(summary) == "It rained.\n"
    assert render_markdown(summary) == "It rained.\n"
    assert render_json(summary)["headline"] is None
    assert render_json(summary)["model"] is None


def test_a_failure_in_json() -> None:
    failure = render_failure("b.txt", InputError("is empty", "write something"))
    assert failure["error"] == {"message": "is empty", "hint": "write something"}


@pytest.mark.parametrize("width", [20, 40, 80])
def test_text_keeps_to_its_width(width: int) -> None:
    assert max(map(len, render_text(ferry(), width).splitlines())) <= width


if __name__ == "__main__":
    for name, text in rendered().items():
        (GOLDEN / name).write_bytes(text.encode())
    sys.stdout.write(f"wrote {len(rendered())} files\n")
