"""Paths and standard input: how an article is found, and how it is refused when it is not."""

import io
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from summarize.errors import InputError
from summarize.read import article_from_bytes, read_article

PROSE = "The harbour bridge will close on Monday for six months, the city of Portvale said.\n"


def test_reads_a_file(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(PROSE.encode("cp1252"))
    article = read_article(str(path))
    assert (article.path, article.text, article.basis, article.warnings) == (str(path), PROSE, "file", ())


def test_reads_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(PROSE.encode("utf-16"))))
    assert read_article("-").text == PROSE


def test_warnings_travel_with_the_article():
    data = b"---\ntitle: [\n---\nThe caf\xe9 will close, its owner told caf\xe9 guests.\n"
    assert article_from_bytes(data, "a.md").warnings == (
        "not UTF-8; read as cp1252",
        "front matter is not valid YAML; only its simple lines were read",
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "no such file; check the path"),
        ("", "it is a directory; name the files in it"),
        ("pipe", "it is not a regular file; give it on standard input, as -"),
        ("large.txt", "larger than 100 bytes"),
        ("large.txt/inside", "no such file"),
        ("nul\0byte", "null"),
    ],
)
def test_refuses_a_path(tmp_path, name, reason):
    (tmp_path / "large.txt").write_text("word " * 100)
    os.mkfifo(tmp_path / "pipe")
    path = str(tmp_path / name)
    with pytest.raises(InputError) as caught:
        read_article(path, max_bytes=100)
    assert path in str(caught.value)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_refuses_what_may_not_be_read(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "secret.txt"
    path.write_text(PROSE)
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(InputError, match=r"secret\.txt: permission denied; make it readable"):
        read_article(str(path))


def test_refuses_too_much_on_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"word " * 100)))
    with pytest.raises(InputError, match="standard input is larger than 100 bytes"):
        read_article("-", max_bytes=100)


@pytest.mark.parametrize(
    ("path", "text", "kept"),
    [
        ("a.md", "A **bold** plan.", "A bold plan."),
        ("a.MARKDOWN", "A **bold** plan.", "A bold plan."),
        ("a.mdx", "A **bold** plan.", "A bold plan."),
        ("a.txt", "A **bold** plan.", "A **bold** plan."),
        ("a.rst", "A **bold** plan.", "A **bold** plan."),
        ("-", "A **bold** plan.", "A **bold** plan."),
        ("-", "---\ntitle: A plan\n---\nA **bold** plan.", "A bold plan."),
        ("-", '+++\ntitle = "A plan"\n+++\nA **bold** plan.', "A bold plan."),
        ("notes", "---\nA **bold** plan.\n---\n", "---\nA **bold** plan.\n---\n"),
        ("a.txt", "---\ntitle: A plan\n---\nA plan.", "---\ntitle: A plan\n---\nA plan."),
        ("a.txt", "<html> is how a page begins.", "<html> is how a page begins."),
    ],
)
def test_the_suffix_or_else_the_text_says_what_it_is(path, text, kept):
    assert article_from_bytes(text.encode(), path).text == kept


def test_refuses_an_article_without_text():
    with pytest.raises(InputError, match=r"a\.md has no text besides its markup"):
        article_from_bytes(b"---\ntitle: A plan\n---\n\n![A photo](a.jpg)\n", "a.md")


def test_importing_is_cheap():
    code = "import sys, summarize.read; print({'yaml', 'trafilatura', 'charset_normalizer'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
