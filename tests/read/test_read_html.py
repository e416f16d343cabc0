"""HTML: what trafilatura finds in a page, as an Article."""

import sys

import pytest

from summarize.errors import InputError, MissingExtraError
from summarize.read import article_from_bytes

PAGE = """<!DOCTYPE html><html><head><title>Portvale bridge to close | The Gull</title>
<meta property="og:title" content="Portvale bridge to close">
<meta name="author" content="Ann Lee; Bo Ek">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Portvale bridge to close</h1>
<p>The harbour bridge will close on Monday for six months, the city of Portvale said. Engineers found cracks
in two of its eleven piers during a survey in January.</p>
<p>Ferries will run every <b>ten</b> minutes, the mayor, Rosa Quill, said. “We had no choice,” she told reporters.</p>
</article><footer>Copyright The Gull</footer></body></html>"""
TEXT = """The harbour bridge will close on Monday for six months, the city of Portvale said. Engineers found cracks \
in two of its eleven piers during a survey in January.

Ferries will run every ten minutes, the mayor, Rosa Quill, said. “We had no choice,” she told reporters."""


def test_without_the_extra_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError) as caught:
        article_from_bytes(PAGE.encode(), "a.html")
    assert caught.value.hint == "pip install 'summarize[html]'"


@pytest.fixture
def trafilatura():
    return pytest.importorskip("trafilatura", exc_type=ImportError)


@pytest.mark.usefixtures("trafilatura")
class TestWithTheExtra:
    @pytest.mark.parametrize("path", ["a.html", "a.HTM", "a.xhtml", "-", "page"])
    def test_extracts_the_article(self, path):
        article = article_from_bytes(PAGE.encode(), path)
        assert (article.title, article.date, article.author) == (
            "Portvale bridge to close",
            "2024-03-05",
            "Ann Lee, Bo Ek",
        )
        assert article.basis == "extracted"
        assert article.text.strip() == TEXT
        assert article.source == f"Portvale bridge to close\n\n{TEXT}"
        assert [cut.rule for cut in article.cuts] == ["title"]

    def test_reads_what_declares_another_encoding(self):
        page = '<?xml version="1.0" encoding="ISO-8859-1"?>\n' + PAGE.replace("“", '"').replace("”", '"')
        article = article_from_bytes(page.replace("Ferries", "Café ferries").encode("latin-1"), "a.xhtml")
        assert "Café ferries" in article.text

    @pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x()</script></body></html>"])
    def test_refuses_a_page_without_an_article(self, page):
        with pytest.raises(InputError, match=r"no article text found in a\.html"):
            article_from_bytes(page.encode(), "a.html")

    def test_is_quiet(self, capsys, caplog):
        article_from_bytes(PAGE.encode(), "a.html")
        with pytest.raises(InputError):
            article_from_bytes(b"<html><body><p>", "a.html")
        assert capsys.readouterr() == ("", "")
        assert not caplog.records
