"""Strings as YAML and TOML write them: every character of the value knows its place in the file."""

from __future__ import annotations

import json
import sys
from importlib import import_module

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from summarize.config import Fields, Settings
from summarize.editorial.fields import find_fields
from summarize.editorial.stretch import Stretch
from summarize.errors import InputError

SETTINGS = Settings(fields=Fields(summary="summary"))
toml = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")

# Words as copy has them, with what a writer of front matter has to quote or escape.
WORDS = st.text(alphabet="abcXYZ019éß☂😀'\"\\:#-,.&*![]{}|>%@`~?=’“”", min_size=1, max_size=8)
PROSE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


def fields(source: str) -> tuple[Stretch, ...]:
    return find_fields(source, SETTINGS)


def only(source: str) -> Stretch:
    (stretch,) = fields(source)
    return stretch


def one_line(text: str) -> str:
    return " ".join(text.split())


def assert_in_place(stretch: Stretch, source: str) -> None:
    """Every character stands where the stretch says, or is written there as an escape or a line break."""
    assert len(stretch.text) == len(stretch.places)
    for character, (start, end) in zip(stretch.text, stretch.places, strict=True):
        written = source[start:end]
        is_escape = written[:1] == "\\" or written == "''"
        assert written == character or is_escape or (character == " " and not written.strip()), (character, written)
    starts = [start for start, _ in stretch.places]
    assert starts == sorted(set(starts))


STYLES = {
    "plain": "summary: Ida Berg met Bo Lund",
    "plain over lines": "summary: Ida Berg\n  met Bo\n  Lund",
    "single": "summary: 'Ida Berg''s friend met Bo Lund'",
    "single over lines": "summary: 'Ida Berg''s friend\n\n  met Bo Lund'",
    "double": 'summary: "Ida \\"Berg\\" met \\u00c9va\\tLund"',
    "double over lines": 'summary: "Ida Berg \\\n  met Bo\n  Lund"',
    "literal": "summary: |\n  Ida Berg met\n  Bo Lund",
    "literal, chomped": "summary: |-  # as they are\n  Ida Berg met\n\n  Bo Lund\n",
    "folded": "summary: >\n  Ida Berg met\n  Bo Lund\n\n  and more",
    "folded, indented": "summary: >2+\n    Ida Berg met\n      Bo Lund\n  and more\n\n",
    "anchored": "summary: &brief Ida Berg met Bo Lund",
    "tagged": 'summary: !!str "Ida Berg met Bo Lund"',
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", STYLES)
def test_yaml_styles(name: str, newline: str) -> None:
    source = f"---\ntitle: A\n{STYLES[name]}\nlast: 1\n---\nBody.\n".replace("\n", newline)
    value = yaml.safe_load(source.split("---")[1])["summary"]
    stretch = only(source)
    assert stretch.text == one_line(value)
    assert stretch.field == "brief"
    assert_in_place(stretch, source)
    start, end = stretch.locate(stretch.text.index("Lund"), len(stretch.text))
    assert source[start:end].startswith("Lund")


@given(PROSE)
@example('it\'s "so": a #1')
def test_any_prose_in_single_quotes(prose: str) -> None:
    quoted = prose.replace("'", "''")
    source = f"---\nsummary: '{quoted}'\n---\n"
    assert only(source).text == prose
    assert_in_place(only(source), source)


@given(PROSE, st.booleans())
def test_any_prose_in_double_quotes(prose: str, ascii_only: bool) -> None:
    written = json.dumps(prose, ensure_ascii=ascii_only)
    source = f"---\nsummary: {written}\n---\n"
    assert only(source).text == yaml.safe_load(f"a: {written}")["a"]
    if not ascii_only:
        assert_in_place(only(source), source)


@given(st.lists(PROSE, min_size=1, max_size=5), st.sampled_from(["|", ">", "|-", ">-", "|+", ">+"]), st.integers(1, 6))
def test_any_prose_in_blocks(lines: list[str], header: str, indent: int) -> None:
    body = "".join(f"{' ' * indent}{line}\n" for line in lines)
    source = f"---\nsummary: {header}\n{body}---\n"
    value = yaml.safe_load(source.removeprefix("---\n").removesuffix("---\n"))["summary"]
    assert only(source).text == one_line(value)
    assert_in_place(only(source), source)


@given(PROSE)
def test_any_prose_as_yaml_writes_it(prose: str) -> None:
    dumped = yaml.safe_dump({"summary": prose}, allow_unicode=True, width=30)
    source = f"---\n{dumped}---\n"
    assert only(source).text == prose
    assert_in_place(only(source), source)


TOML = {
    "basic": 'summary = "Ida \\"Berg\\" met \\u00c9va Lund"',
    "literal": "summary = 'Ida \"Berg\" met Bo Lund'",
    "multi-line basic": 'summary = """\nIda Berg \\\n   met\nBo "Lund"""" # four quotes, one of them Lund\'s',
    "multi-line literal": "summary = '''Ida Berg met\nBo 'Lund''''",
    "after other values": "draft = true\ntags = ['summary = 1', {a = 2}]\nsummary = 'Ida met Lund' # summary = 'no'",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", TOML)
def test_toml_styles(name: str, newline: str) -> None:
    source = f"+++\ntitle = 'A'\n{TOML[name]}\n[params]\nsummary = 'no'\n+++\nBody.\n".replace("\n", newline)
    value = toml.loads(source.split("+++")[1].replace("\r\n", "\n"))["summary"]
    stretch = only(source)
    assert stretch.text == one_line(value)
    assert_in_place(stretch, source)


@given(PROSE)
def test_any_prose_in_toml(prose: str) -> None:
    source = f"+++\nsummary = {json.dumps(prose, ensure_ascii=False)}\n+++\n"
    assert only(source).text == prose
    assert_in_place(only(source), source)


def test_lists_are_points() -> None:
    source = "---\nkey_points:\n- 'Bo''s one'\n- two\n- 3\n---\n"
    assert [(one.field, one.text) for one in fields(source)] == [("points", "Bo's one"), ("points", "two")]
    source = '+++\nkey_points = [ "one", # "no"\n  \'two\',\n]\n+++\n'
    assert [(one.field, one.text) for one in fields(source)] == [("points", "one"), ("points", "two")]


def test_fields_have_the_names_that_are_set() -> None:
    source = "---\ndescription: one\nabstract: two\nsummary: three\n---\n"
    settings = Settings(fields=Fields(description="", summary="abstract"))
    assert [one.text for one in find_fields(source, settings)] == ["two"]


NOTHING = {
    "no front matter": "Ida Berg met Bo Lund.\n",
    "broken, but without a brief": "---\ntitle: 'open\n# summary of it\n---\nBody.\n",
    "no mapping": "---\n- summary\n---\n",
    "a number": "---\nsummary: 12\n---\n",
    "a table": "---\nsummary: {a: b}\n---\n",
    "nested": "---\nparams:\n  summary: one\n---\n",
    "empty": "---\nsummary: ''\ndescription:\n---\n",
    "in a TOML table": "+++\n[params]\nsummary = 'one'\n+++\n",
    "dotted": "+++\nparams.summary = 'one'\n+++\n",
}


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_to_read(name: str) -> None:
    assert fields(NOTHING[name]) == ()


@pytest.mark.parametrize(
    "source", ["---\nsummary: 'open\n---\nBody.\n", "+++\ntitle = \nsummary = 'one'\n+++\nBody.\n"]
)
def test_a_brief_in_broken_front_matter_is_not_passed_over(source: str) -> None:
    with pytest.raises(InputError, match="the front matter is broken, so its summary cannot be read"):
        fields(source)


def test_what_is_read_otherwise_gets_a_wide_place() -> None:
    source = '---\nsummary: "Ida \\\n\n  Berg"\n---\n'  # blank lines after a joined line
    stretch = only(source)
    assert stretch.text == one_line(yaml.safe_load('a: "Ida \\\n\n  Berg"')["a"])
    start, end = stretch.locate(0, len(stretch.text))
    assert source[start:end].startswith('"Ida')
    assert source[start:end].endswith('Berg"')
