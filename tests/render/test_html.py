"""Pages of HTML: what they hold, that nothing in them is anything but text, and that marks keep the text whole."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import summarize.render.html
from summarize.data import Article, Cut, Edit, Fact, Mention, Span, Statement, Summary
from summarize.errors import InputError
from summarize.render.differences import compare
from summarize.render.html import render_html, render_index
from summarize.render.listing import Entry, list_rows
from summarize.render.marks import Layer, Mark, Node, find_pieces, nest, neutral, show
from summarize.render.paragraphs import Layout
from summarize.report import Report, find_breaks, report_of
from tests.render.reports import HOSTILE, checked, harbour, harbour_summary, hostile

VOID = {"meta", "input", "link", "br", "img"}
TAGS = {
    *(
        "html head meta div title style body header main section h1 h2 p b small bdi span sup a mark label input ul ol li".split()
    ),
    *("code kbd del ins q svg rect button script table thead tbody tr th td".split()),
}


class Page(HTMLParser):
    """The elements of a page as (tag, attributes), and its text; unbalanced tags are an error."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.path: list[str] = []
        self.feed(html)
        self.close()
        assert self.path == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.path.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.path.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.path:
            self.texts.append((tuple(self.path), data))

    def all(self, tag: str, kind: str = "") -> list[dict[str, str | None]]:
        return [
            values for name, values in self.elements if name == tag and (values.get("class") or "").startswith(kind)
        ]


def text_of(nodes: tuple[Node, ...] | list[Node]) -> str:
    """Return the text of nodes, names of unseen characters turned back into these."""
    parts = []
    for node in nodes:
        if node.attributes.get("class") == "unseen":
            parts.append(chr(int(node.children[0].text[2:], 16)))
        else:
            parts.append(node.text + text_of(node.children))
    return "".join(parts)


def simple(text: str, **more: object) -> Report:
    """Return the report of a summary that quotes a whole article."""
    article = replace(Article.from_text(text, "a.txt"), **more)
    whole = Span(0, len(text), text)
    return report_of(Summary(article, None, (Statement(text, "model", (whole,)),), ()))


def test_a_page_is_one_file_under_a_strict_policy() -> None:
    page = Page(render_html(harbour()))
    policy = next(values["content"] for values in page.all("meta") if values.get("http-equiv"))
    scripts = ["".join(data for path, data in page.texts if path[-1] == tag) for tag in ("style", "script")]
    hashes = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts]
    assert policy == (
        f"default-src 'none'; style-src {hashes[0]}; script-src {hashes[1]}; base-uri 'none'; form-action 'none'"
    )
    assert {tag for tag, _ in page.elements} <= TAGS
    names = {name for _, values in page.elements for name in values}
    assert not {name for name in names if name.startswith("on") or name in ("src", "style", "srcset", "action")}


@pytest.mark.parametrize("report", [harbour(), checked(), hostile()], ids=["summary", "check", "hostile"])
def test_every_link_goes_to_an_element_of_the_page(report: Report) -> None:
    page = Page(render_html(report))
    ids = [str(values["id"]) for _, values in page.elements if "id" in values]
    assert len(ids) == len(set(ids))
    links = [values["href"] for values in page.all("a") if "href" in values]
    assert len(links) >= 4
    assert {str(link) for link in links} <= {f"#{one}" for one in ids}
    keys = {key for _, values in page.elements for key in str(values.get("data-key") or "").split()}
    ties = {key for _, values in page.elements for key in str(values.get("data-to") or "").split()}
    assert ties <= keys
    assert ties


def test_style_and_script_are_small_enough_to_read() -> None:
    folder = summarize.render.html._TEMPLATES
    sizes = {path.name: len(path.read_bytes()) for path in folder.iterdir() if path.suffix in (".css", ".js")}
    assert sorted(sizes) == ["report.css", "report.js"]
    assert sum(sizes.values()) < 30_000
    assert all(len(line) <= 140 for name in sizes for line in (folder / name).read_text().splitlines())


def test_the_parts_of_a_summary() -> None:
    page = Page(render_html(harbour()))
    said = page.all("a", "said")
    assert [values["data-to"] for values in said] == ["s1 p1", "s1 s2 p2 p3", "s3 p4 p5", "s4 p6"]
    assert [values["data-line"] for values in page.all("a", "source")] == ["5", "5", "7", "9"]
    text = " ".join("".join(data for _, data in page.texts).split())
    assert "Draws on 4 sentences" in text
    assert "before The Havdis takes over until 4 March.after The Havdis takes over until 4 May." in text
    assert "Left out in the brief missing-main-actor Fjordline" in text
    assert "Note not UTF-8; read as cp1252" in text
    assert ("del", {}) in page.elements
    assert [data for path, data in page.texts if path[-1] == "del"] == ["March"]


def test_a_part_that_was_not_asked_for() -> None:
    summary = replace(harbour_summary(), headline=None, points=(), edits=(), facts=(), warnings=())
    page = Page(render_html(report_of(summary)))
    headings = [data for path, data in page.texts if "h2" in path]
    assert headings[:2] == ["Brief", "Article, as read"]


def test_a_brief_that_was_checked() -> None:
    page = Page(render_html(checked()))
    rules = [data for path, data in page.texts if path[-1] == "code"]
    assert rules == [
        *("unsupported-date", "unsupported-actor", "altered-quote", "unsupported-date", "wrong-title"),
        "missing-main-date",
    ]
    kinds = [values["class"] for values in page.all("li") if values.get("class")]
    assert kinds == ["error"] * 5 + ["warning"]
    text = "".join(data for _, data in page.texts)
    assert "Suggestion: Hanne Ostrova --fix writes it" in text
    assert "libraries.brief.md, line 3, column 93" in text
    gotos = [(values["data-to"], values["href"]) for values in page.all("a", "goto")]
    assert len(gotos) == 6
    assert {to.split()[-1][0] for to, _ in gotos} == {"s"}  # each lights the sentence around the place as well


def test_a_brief_with_nothing_wrong_says_so() -> None:
    report = replace(checked(), lines=tuple(replace(line, remarks=()) for line in checked().lines), remarks=())
    assert "Nothing was found." in render_html(report)


def test_an_article_without_lines_of_its_own() -> None:
    summary = harbour_summary()
    article = replace(summary.article, basis="extracted")
    html = render_html(report_of(replace(summary, article=article)))
    assert "data-line=" not in html
    assert ">in the article</a>" in html


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("One.\n\nTwo.\n", ["One.", "Two."]),
        ("One.\r\n\r\n\r\nTwo.", ["One.", "Two."]),
        ("It was a long night and the wind blew\nhard from the north until it stopped.\n", 1),
        ("- one thing\n- another thing\n", ["- one thing", "- another thing"]),
        ("Menu\nSearch\n\nIt rained.", ["Menu", "Search", "It rained."]),
    ],
)
def test_paragraphs_are_those_of_the_file(source: str, paragraphs: list[str] | int) -> None:
    article = Article.from_text(source)
    if "Menu" in source:
        article = article.without([Cut(Span(0, 12, source[:12]), "menu")])
    found = [source[one.start : one.end] for one in Layout(article, find_breaks(article.text)).paragraphs()]
    assert len(found) == paragraphs if isinstance(paragraphs, int) else found == paragraphs


def test_what_is_cut_at_the_beginning_of_a_line_stays_with_it() -> None:
    source = "Title\n\nOSLO, Friday — It rained all day.\n\n> It was a long night and the wind blew hard\n> over the whole of the northern coast.\n"
    cuts = [
        (0, 7),
        (7, 22),
        (source.index("> It"), source.index("It was")),
        (source.index("> over"), source.index("over")),
    ]
    article = Article.from_text(source).without([Cut(Span(*cut, source[slice(*cut)]), "x") for cut in cuts])
    shown = list(Layout(article, find_breaks(article.text)).paragraphs())
    texts = [(source[one.start : one.end], one.is_cut) for one in shown]
    assert texts == [
        ("Title", True),
        ("OSLO, Friday — It rained all day.", False),
        ("> It was a long night and the wind blew hard\n> over the whole of the northern coast.", False),
    ]


# What is done to texts, wherever they stand.
TEXT = st.text(st.characters(), max_size=60) | st.sampled_from(HOSTILE.splitlines())


@given(TEXT, TEXT, TEXT)
@example("</script><script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}")
@example("\u202e\x00\x1b[31m", "\ud800", "]]><!--")
def test_no_text_becomes_markup(one: str, other: str, third: str) -> None:
    text = f"{one} {other}\n\n{third} end"
    spans = (Span(0, len(text), text),)
    article = replace(Article.from_text(text, third), title=one or None, author=other, date=third, warnings=(one,))
    facts = tuple(Mention("brief", Fact("actor", Span(0, len(one), one), one), spans) for _ in one[:1])
    edit = Edit("replaced", third, "brief", other, one, third, spans)
    summary = Summary(
        article, Statement(other, "model", spans), (Statement(text, "source", spans),), (), facts, (edit,), other
    )
    html = render_html(report_of(summary), "index.html")
    page = Page(html)
    plain = Page(render_html(report_of(harbour_summary())))
    assert {tag for tag, _ in page.elements} <= TAGS
    assert len(page.all("script")) == len(plain.all("script")) == 1
    assert {name for _, values in page.elements for name in values} <= {
        *(name for _, values in plain.elements for name in values),
        "title",
    }
    assert html == neutral(html)
    html.encode("utf-8")


@given(TEXT)
def test_a_shown_text_is_the_text(text: str) -> None:
    assert text_of(list(show(text))) == text


@given(st.text("ab \n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_marks_keep_the_text_whole(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(a, b, len(text)), min(max(a, b), len(text)), key) for key, (a, b) in enumerate(places)]
    pieces = list(find_pieces(spans))
    layers = [
        Layer(Mark(piece.start, piece.end, "a", {"id": f"p{at}"}) for at, piece in enumerate(pieces)),
        Layer(Mark(start, end, "mark", {}) for start, end, _ in spans if start < end),
    ]
    assert text_of(nest(text, 0, len(text), layers)) == text
    for place in range(len(text)):
        covering = {key for start, end, key in spans if start <= place < end}
        assert covering == {key for piece in pieces if piece.start <= place < piece.end for key in piece.keys}


@given(st.text("ab ", max_size=20), st.text("ab ", max_size=20))
def test_both_versions_of_an_edit_are_whole(before: str, after: str) -> None:
    old, new = compare(before, after)
    assert (text_of(old), text_of(new)) == (before, after)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "aU+202Eb"),
        ("a\u200bb", "aU+200Bb"),
        ("a\x00b\x1b[0m", "aU+0000bU+001B[0m"),
        ("a\u00adb\ufeff", "aU+00ADbU+FEFF"),
        ("pass\u200dword", "passU+200Dword"),
        ("\U000e0041", "U+E0041"),
        ("a\tb\nc", "a\tb\nc"),
        ("naïve – “ok” 北京 Ørsted", "naïve – “ok” 北京 Ørsted"),
        ("👩\u200d🚒 می\u200cخواهم ❤\ufe0f", "👩\u200d🚒 می\u200cخواهم ❤\ufe0f"),
    ],
)
def test_what_nobody_sees_is_named(text: str, shown: str) -> None:
    assert neutral(text) == shown
    assert "".join(node.text or node.children[0].text for node in show(text)) == shown


def test_what_needs_an_eye_comes_first() -> None:
    calm = replace(harbour(), edits=(), losses=(), warnings=())
    entries = [
        Entry("calm.txt", "calm.brief.html", calm),
        Entry("dropped.txt", "dropped.brief.html", replace(harbour(), warnings=())),
        Entry("wrong.md", "wrong.brief.html", checked()),
        Entry("gone.txt", "", InputError("cannot read gone.txt", "check the path")),
    ]
    rows = list_rows(entries)
    assert [row.path for row in rows] == ["gone.txt", "wrong.md", "dropped.txt", "calm.txt"]
    assert [row.reasons for row in rows] == [
        ("cannot read gone.txt; check the path",),
        ("5 errors", "leaves out Monday"),
        ("leaves out Fjordline", "1 sentence dropped"),
        (),
    ]
    assert dict(rows[2].counts) == {
        **{"Sentences": 5, "Edits": 2, "Dropped": 1},
        **{"Missing": 1, "Errors": 0, "Warnings": 0},
    }
    assert dict(rows[1].counts)["Errors"] == 5
    page = Page(render_index(entries))
    assert [values["href"] for values in page.all("a")] == ["wrong.brief.html", "dropped.brief.html", "calm.brief.html"]
    assert "3 need an eye" in re.sub(r"<[^>]+>", "", render_index(entries))


def test_rendering_a_long_article_takes_as_many_nodes_as_it_has_marks() -> None:
    """A document ten times as long has ten times the elements: nothing is marked twice, or looked for again."""

    def count(times: int) -> int:
        text = "It rained on Monday.\n\n" * times
        spans = tuple(Span(at * 22, at * 22 + 20, text[at * 22 : at * 22 + 20]) for at in range(times))
        lines = tuple(Statement("It rained.", "model", (span,)) for span in spans)
        summary = Summary(Article.from_text(text), None, lines, ())
        return len(Page(render_html(report_of(summary))).elements)

    ten, hundred, thousand = count(10), count(100), count(1000)
    assert thousand - hundred == 10 * (hundred - ten)
