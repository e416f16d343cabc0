"""Files with a brief in them -> what of them is prose, and which part of a brief it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.config import Settings
from summarize.editorial.document import parse_brief, parse_brief_inside, read_brief, read_brief_inside
from summarize.editorial.stretch import Stretch
from summarize.errors import InputError

SETTINGS = Settings()


def read(source: str, path: str = "brief.md") -> list[tuple[str, str]]:
    return [(one.field, one.text) for one in parse_brief(source, (), path, SETTINGS).stretches]


BRIEFS = {
    "a paragraph": ("brief.txt", "The council met.\n", [("brief", "The council met.")]),
    "wrapped": (
        "brief.txt",
        "The council of Norvane met on Monday to vote on the plan that\nthe mayor had put before it.\n",
        [("brief", "The council of Norvane met on Monday to vote on the plan that the mayor had put before it.")],
    ),
    "headline apart": ("brief.txt", "Council meets\n\nThe council met.\n", [("headline", "Council meets"), ("brief", "The council met.")]),
    "headline above": (
        "brief.txt",
        "Council meets\nThe council of Norvane met on Monday to vote on the plan that the mayor had put before it in May.\n",
        [
            ("headline", "Council meets"),
            ("brief", "The council of Norvane met on Monday to vote on the plan that the mayor had put before it in May."),
        ],
    ),
    "bullets": (
        "brief.txt",
        "The council met.\n\n- One thing.\n• Two things\n  that hang.\n  - Below it.\n2) Three.\n",
        [("brief", "The council met."), ("points", "One thing."), ("points", "Two things that hang."), ("points", "Below it."), ("points", "Three.")],
    ),
    "labels": (
        "brief.txt",
        "Headline: Council meets\n\nBrief: The council met.\n\nKey points:\n- One.\n",
        [("headline", "Council meets"), ("brief", "The council met."), ("points", "One.")],
    ),
    "a word that looks like a label": ("brief.txt", "Summary trials began on Monday.\n", [("brief", "Summary trials began on Monday.")]),
    "Markdown": (
        "brief.md",
        "# Council *meets*\n\nThe [council](https://x.example/a) met.\nIt rose.\n\n## Key points\n\n- **One** \\& two\n  go on\n1. three\n",
        [("headline", "Council meets"), ("brief", "The council met. It rose."), ("points", "One & two go on"), ("points", "three")],
    ),
    "Markdown without a heading": ("brief.md", "Council meets\n\nThe council met.\n", [("headline", "Council meets"), ("brief", "The council met.")]),
    "one line": ("brief.md", "Council meets\n", [("brief", "Council meets")]),
    "CRLF": ("brief.md", "# Council\r\n\r\nThe council\r\nmet.\r\n", [("headline", "Council"), ("brief", "The council met.")]),
    "a sidecar": (
        "a.brief.md",
        "---\nsummarize:\n  status: generated\n  text_sha256: 12\n---\n# Council\n\nIt met.\n",
        [("headline", "Council"), ("brief", "It met.")],
    ),
    "fields and text": ("brief.md", "---\ndescription: It met.\n---\nIt did.\n", [("description", "It met."), ("brief", "It did.")]),
    "comments": ("brief.md", "It met. <!-- not yet\n printed -->\n\n<!-- summarize: ignore-next-line -->\nIt rose.\n", [("brief", "It met."), ("brief", "It rose.")]),
    "a comment in text": ("brief.txt", "It met. <!-- summarize: ignore -->\n# summarize: ignore-next-line\nIt rose.\n", [("brief", "It met."), ("brief", "It rose.")]),
    "unseen characters": ("brief.txt", "The coun\u00adcil\u200b met.\n", [("brief", "The council met.")]),
    "no suffix, plain": ("-", "It met - twice.\n", [("brief", "It met - twice.")]),
    "no suffix, Markdown": ("-", "# Council\n\nIt *met*.\n", [("headline", "Council"), ("brief", "It met.")]),
    "code and tables": ("brief.md", "It met.\n\n```\ncode\n```\n\n| a | b |\n|-|-|\n| 1 | 2 |\n", [("brief", "It met.")]),
}  # fmt: skip


@pytest.mark.parametrize("name", BRIEFS)
def test_parts_of_a_brief(name: str) -> None:
    path, source, parts = BRIEFS[name]
    assert read(source, path) == parts


@pytest.mark.parametrize("name", BRIEFS)
def test_places_are_those_of_the_file(name: str) -> None:
    path, source, _ = BRIEFS[name]
    for stretch in parse_brief(source, (), path, SETTINGS).stretches:
        assert_in_place(stretch, source)


def assert_in_place(stretch: Stretch, source: str) -> None:
    for character, (start, end) in zip(stretch.text, stretch.places, strict=True):
        # White space may have markup in the middle of it.
        assert source[start:end] == character or (character == " " and source[start].isspace())


@given(
    st.lists(
        st.sampled_from(
            [
                "Ida",
                "Berg",
                "*met*",
                "\\&",
                "- ",
                "# ",
                "\n",
                "\r\n",
                "\n\n",
                "[x](y)",
                "été",
                "😀",
                " ",
                "<b>",
                "`c`",
                "1. ",
            ]
        ),
        max_size=30,
    )
)
def test_places_hold_for_any_markup(pieces: list[str]) -> None:
    source = "".join(pieces)
    for path in ("brief.md", "brief.txt"):
        for stretch in parse_brief(source, (), path, SETTINGS).stretches:
            assert_in_place(stretch, source)


INSIDE = """---
description: "It \\"met\\"."
---
# Council

<!-- summarize:begin status=generated text_sha256=1 article_sha256=2 -->

The council met.

- It rose.

<!-- summarize:end -->

The council of Norvane met.
"""


def test_a_brief_inside_its_article() -> None:
    found = parse_brief_inside(INSIDE, (), "a.md", SETTINGS)
    parts = [(one.field, one.text) for one in found.stretches]
    assert parts == [("description", 'It "met".'), ("brief", "The council met."), ("points", "It rose.")]
    assert found.record is not None
    assert (found.record.status, found.record.article_hash) == ("generated", "2")


def test_files(tmp_path: Path) -> None:
    for name, text in (
        ("a.md", INSIDE),
        ("b.md", "No brief in it.\n"),
        ("c.md", "---\ntitle: A\n---\n"),
        ("d.html", "<p>Hi</p>"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_brief_inside(tmp_path / "a.md") is not None
    assert read_brief_inside(tmp_path / "b.md") is None
    assert read_brief_inside(tmp_path / "d.html") is None
    with pytest.raises(InputError, match="there is no brief in"):
        read_brief(tmp_path / "c.md")
    with pytest.raises(InputError, match="is HTML"):
        read_brief(tmp_path / "d.html")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty; give it a brief"),
        (b"\x00\x01\x02" * 50, "looks like binary"),
        (b"word " * 50_000, "too long for a brief"),
    ],
)
def test_what_is_no_brief(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_bytes(data)
    with pytest.raises(InputError) as raised:
        read_brief(tmp_path / "brief.txt")
    assert message in str(raised.value)
