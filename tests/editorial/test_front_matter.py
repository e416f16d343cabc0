"""Front matter gets fields written, and every byte outside them stays: tables, then any file that can be thought of."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarize.clean import clean
from summarize.config import Fields, Settings
from summarize.data import Article, Point, Statement, Summary
from summarize.editorial.front_matter import find_block, front_matter_seat
from summarize.editorial.record import Record, body_hash, parse_record
from summarize.errors import InputError
from summarize.read import article_from_bytes

FIRST = (
    "The ferry company will cut its winter crossings to Hallsund by half, the council of Mørkvik was told on Monday."
)
SECOND = 'Its director, Ingrid Solvang, said: "We cannot run empty ships."'
POINTS = ("The last crossing leaves at 18:30: two hours earlier.", "A bus goes “instead” of the 7 a.m. ferry #12.")
BODY = (
    "The ferry company will cut its winter crossings to Hallsund by half, the council of Mørkvik was told on Monday.\n\n"
    "Its director, Ingrid Solvang, said: “We cannot run empty ships.” Two members of the council left the room.\n"
)
RECORD = Record("generated", "scripted", "0.1.0", "a" * 64, "", source_hash="b" * 64)
SETTINGS = Settings(place="front-matter")
WRITTEN = ("description", "summary", "key_points", "summarize")


def summary_of(first: str = FIRST, second: str = SECOND, points: tuple[str, ...] = POINTS) -> Summary:
    sentences = (Statement(first, "model"), Statement(second, "model"))
    made = tuple(Point(point, "model") for point in points)
    return Summary(Article.from_text(BODY), Statement("Ferry cuts", "model"), sentences, made, model="scripted")


def filled(text: str, settings_: Settings = SETTINGS, *, force: bool = False, summary: Summary | None = None) -> str:
    return front_matter_seat(Path("a.md"), text, settings_, force=force).fill(summary or summary_of(), RECORD)


def values_in(text: str) -> dict[str, object]:
    block = find_block(text)
    assert block is not None
    inner = text[block.start : block.end]
    if block.is_yaml:
        return yaml.safe_load(inner) or {}
    return import_module("tomllib" if sys.version_info >= (3, 11) else "tomli").loads(inner.replace("\r\n", "\n"))


def test_a_document_without_front_matter_gets_some() -> None:
    text = filled(BODY)
    assert text.startswith("---\ndescription: ")
    assert text.endswith(f"---\n{BODY}")
    values = values_in(text)
    assert values["description"] == FIRST
    assert values["summary"] == f"{FIRST} {SECOND}"
    assert values["key_points"] == list(POINTS)
    assert "summary: >-\n  The ferry company" in text


def test_the_record_tells_what_was_written() -> None:
    record = parse_record(filled(BODY))
    assert record == replace(RECORD, fields=("description", "summary", "key_points"), text_hash=record.text_hash)  # type: ignore[union-attr]
    again = front_matter_seat(Path("a.md"), filled(BODY), SETTINGS)
    assert not again.is_edited


YAML_BEFORE = """\
# set by the desk
title:   "Ferry cuts"   # not final
date: 2024-11-04
tags: [sea,   'north']
description: Old words.   # for search engines
summary: |
  Old words,
  # which are no comment.

# who wrote it
author: &me
  name: Kari Nygård 🚢
editor: *me
key_points:
- one
- two   # gone with its line

# the end
"""
YAML_AFTER = """\
# set by the desk
title:   "Ferry cuts"   # not final
date: 2024-11-04
tags: [sea,   'north']
description: NEW   # for search engines
summary: NEW

# who wrote it
author: &me
  name: Kari Nygård 🚢
editor: *me
key_points: NEW

# the end
summarize: NEW
"""
TOML_BEFORE = """\
# set by the desk
title =   "Ferry cuts"   # not final
date = 2024-11-04
summary = \"\"\"
Old = words,
[which] are no table.\"\"\"
description = 'Old # words'   # for search engines
key_points = [
  "one", # gone with its line
]

# where it goes
[params]
  description = "not this one"
[[params.list]]
  summary = "nor this"
"""
TOML_AFTER = """\
# set by the desk
title =   "Ferry cuts"   # not final
date = 2024-11-04
summary = NEW
description = NEW   # for search engines
key_points = NEW

# where it goes
[params]
  description = "not this one"
[[params.list]]
  summary = "nor this"

[summarize] NEW
"""


def _masked(inner: str, *, toml: bool) -> str:
    """Put NEW for what was written, found by its own form: that is all that these texts use."""
    sign = " =" if toml else ":"
    for name in ("description", "summary", "key_points"):
        value = rf"^{name}{sign} (?:>-\r?\n(?:  .*\r?\n)*?  .*(?=\r?\n(?!  ))|\[\r?\n(?:  .*\r?\n)*\]|(?:(?!   #).)*)"
        inner = re.sub(value, f"{name}{sign} NEW", inner, count=1, flags=re.MULTILINE)
    inner = re.sub(r"^key_points:(\r?\n- .*)+", "key_points: NEW", inner, flags=re.MULTILINE)
    inner = re.sub(r"^summarize:(\r?\n  .*)+", "summarize: NEW", inner, flags=re.MULTILINE)
    return re.sub(r"^\[summarize\](\r?\n\w.*)+", "[summarize] NEW", inner, flags=re.MULTILINE)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("fence", "before", "after"), [("---", YAML_BEFORE, YAML_AFTER), ("+++", TOML_BEFORE, TOML_AFTER)]
)
def test_other_lines_stay(fence: str, before: str, after: str, mark: str, newline: str) -> None:
    text = mark + f"{fence}\n{before}{fence}\n{BODY.rstrip()}".replace("\n", newline)
    new = filled(text, force=True)
    block = find_block(new)
    assert block is not None
    masked = _masked(new[block.start : block.end].replace("\r\n", "\n"), toml=fence == "+++")
    assert masked == after
    assert new[block.stop :] == text[text.index(f"{fence}{newline}The ferry") + len(fence + newline) :]
    assert values_in(new)["key_points"] == list(POINTS)
    assert set(re.findall(r"\r\n|\r|\n", new)) == {newline}


def test_what_another_has_written_stays_without_force() -> None:
    text = f"---\ndescription: By hand.\n---\n{BODY}"
    values = values_in(filled(text))
    assert values["description"] == "By hand."
    assert values["summary"] == f"{FIRST} {SECOND}"
    assert parse_record(filled(text)).fields == ("summary", "key_points")  # type: ignore[union-attr]
    assert values_in(filled(text, force=True))["description"] == FIRST


def test_fields_by_hand_alone_are_an_edited_brief() -> None:
    text = f"---\ndescription: By hand.\nsummary: So is this.\nkey_points: []\n---\n{BODY}"
    assert front_matter_seat(Path("a.md"), text, SETTINGS).is_edited


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("by half", "by a third"),
        lambda text: text.replace("A bus", "A tram"),
        lambda text: re.sub(r"^description: .*\n", "", text, flags=re.MULTILINE),
        lambda text: text.replace("status: generated", "status: edited"),
    ],
)
def test_a_change_by_hand_is_known(change) -> None:  # type: ignore[no-untyped-def]
    text = change(filled(BODY))
    assert text != filled(BODY)
    assert front_matter_seat(Path("a.md"), text, SETTINGS).is_edited


def test_a_change_of_form_is_no_change() -> None:
    text = re.sub(r"^description: .*$", f"description: '{FIRST}'", filled(BODY), flags=re.MULTILINE)
    assert not front_matter_seat(Path("a.md"), text, SETTINGS).is_edited


def test_names_are_those_of_the_settings_and_an_empty_one_is_not_written() -> None:
    fields = Fields(description="seo", summary="", key_points="takeaways")
    assert list(values_in(filled(BODY, Settings(fields=fields)))) == ["seo", "takeaways", "summarize"]


def test_an_old_description_goes_if_no_new_one_is_short_enough() -> None:
    text = filled(BODY)
    long = summary_of(first=FIRST.replace("by half", "by half " * 20), points=())
    new = values_in(filled(text, summary=long))
    assert "description" not in new
    assert "key_points" not in new
    assert front_matter_seat(Path("a.md"), text, SETTINGS).warnings(long) == (
        "no description: neither the first sentence nor a point has at most 160 characters",
    )
    assert front_matter_seat(Path("a.md"), text, SETTINGS).warnings(summary_of()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "---\n{title: Ferry, date: 2024-11-04}\n---\n",
        "---\ntitle: [unclosed\n---\n",
        "---\ntitle: one\ndescription: two\ndescription: three\n---\n",
        "---\ndescription: &d old\nabstract: *d\n---\n",
        "+++\ntitle = unquoted\n+++\n",
        "+++\nsummarize = 3\n[summarize.x]\n+++\n",
    ],
)
def test_what_cannot_be_written_safely_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        filled(text + BODY, force=True)


def test_escapes_as_json_has_them_are_left_as_they_are() -> None:
    text = f'---\ntitle: "\\ud83d\\udea2 ferry"\n---\n{BODY}'
    assert filled(text).startswith('---\ntitle: "\\ud83d\\udea2 ferry"\ndescription: ')


def test_plain_text_has_no_front_matter() -> None:
    with pytest.raises(InputError, match="no Markdown"):
        front_matter_seat(Path("a.txt"), BODY, SETTINGS)


def test_two_rules_with_prose_between_are_no_front_matter() -> None:
    text = f"---\n{BODY}\n---\nMore.\n"
    assert filled(text).endswith(f"---\n{text}")


# What a writer of front matter might leave there. Keys are numbered apart, so that none comes twice.
_WORD = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff"), max_size=12
)
_YAML_FIELD = st.one_of(
    _WORD.map(lambda text: f": {yaml.safe_dump(text, allow_unicode=True, width=999, default_style=chr(34)).strip()}"),
    _WORD.map(lambda text: f":  '{text.replace(chr(39), chr(39) * 2)}'  # {text}"),
    st.just(": plain words   # with a comment"),
    st.just(": |\n  two\n   lines\n\n  # no comment\n"),
    st.just(": >+\n  folded\n  lines\n\n\n"),
    st.just(": >-\n    deep\n# a comment after it"),
    st.just(":\n- one\n-   two # comment\n\n# apart\n- three"),
    st.just(":\n  name: x\n  # inside\n  list: [a,\n    b]"),
    st.just(": {a: 1,   b: [2, 3]}"),
    st.just(": plain\n  that runs\n  on"),
    st.just(": 2024-11-04"),
    st.just(": .nan"),
    st.just(":"),
    st.just(": !!str 5"),
    st.just(": &anchor{n} 🚢 ships"),
)
_COMMENT = st.sampled_from(["", "# a comment", "   # indented", "\n", "#-"])
_OURS = st.sampled_from(["description", "summary", "key_points", '"summary"', "'description'"])


@st.composite
def _pieces(draw: st.DrawFn) -> list[tuple[bool, str]]:
    """Return the lines of a front matter, a field or a comment at a time, and of each whether it is ours to write."""
    fields = [(False, f"key{number}") for number in range(draw(st.integers(0, 6)))]
    fields += [(True, name) for name in draw(st.lists(_OURS, unique_by=lambda name: name.strip("\"'"), max_size=3))]
    pieces = []
    for number, (ours, name) in enumerate(draw(st.permutations(fields))):
        pieces.append((ours, name + draw(_YAML_FIELD).replace("{n}", str(number)) + "\n"))
        comment = draw(_COMMENT)  # an indented one might be part of a text of ours
        pieces.append((False, (comment.strip(" ") if ours else comment) + "\n"))
    return pieces


@st.composite
def _files(draw: st.DrawFn) -> tuple[list[tuple[bool, str]], str, str]:
    """Return the front matter in pieces, what is before it and what follows, all with one kind of newline."""
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    tail = draw(st.sampled_from([BODY, BODY.rstrip(), "", f"\n{BODY}\n\n\n", f"# Ferry cuts\n\n{BODY}"]))
    pieces = [(ours, text.replace("\n", newline)) for ours, text in draw(_pieces())]
    return pieces, f"{mark}---{newline}", f"---\n{tail}".replace("\n", newline)


def _joined(file: tuple[list[tuple[bool, str]], str, str]) -> str:
    return file[1] + "".join(text for _, text in file[0]) + file[2]


def _less(text: str, pieces: list[tuple[bool, str]]) -> str:
    """Return a text without the pieces that are not ours, each of which must stand in it, in order and whole."""
    left, at = [], 0
    for piece in (piece for ours, piece in pieces if not ours and piece.strip()):
        found = text.index(piece, at)
        left.append(text[at:found])
        at = found + len(piece)
    return "".join([*left, text[at:]])


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=200).map(
    lambda text: " ".join(text.split()) or "Words."
)


@settings(max_examples=400)
@given(_files(), _TEXT)
@example(([(False, "key0: |+\n  x\n\n\n")], "---\n", "---\n"), "a")
@example(([(True, "description: old\n"), (False, "    # deep\n")], "---\n", "---\n"), "word " * 25 + "word")
def test_round_trip(file: tuple[list[tuple[bool, str]], str, str], words: str) -> None:
    text, (pieces, head, tail) = _joined(file), file
    before = values_in(text)
    new = filled(text, force=True, summary=summary_of(first=words, points=(words, *POINTS)))
    values = values_in(new)
    assert new.startswith(head)
    assert new.endswith(tail)
    others = {key: value for key, value in values.items() if key not in WRITTEN}
    assert repr(others) == repr({key: value for key, value in before.items() if key not in WRITTEN})
    assert values["summary"] == f"{words} {SECOND}"
    assert values["key_points"] == [words, *POINTS]
    # Take away, byte by byte, all that was not ours: what is left are our fields, and they alone.
    left = _less(new[len(head) : len(new) - len(tail)], pieces)
    assert yaml.safe_load(left) == {key: value for key, value in values.items() if key in WRITTEN}
    newline = "\r\n" if head.endswith("\r\n") else "\n"
    assert set(re.findall(r"\r\n|\r|\n", left)) == {newline}


@settings(max_examples=200)
@given(_files(), _TEXT)
def test_writing_again(file: tuple[list[tuple[bool, str]], str, str], words: str) -> None:
    summary = summary_of(first=words)
    once = filled(_joined(file), force=True, summary=summary)
    assert filled(once, force=True, summary=summary) == once
    there_and_back = filled(filled(once, summary=summary_of()), summary=summary)
    assert values_in(there_and_back) == values_in(once) or "nan" in repr(values_in(once))
    assert not front_matter_seat(Path("a.md"), once, SETTINGS).is_edited


@settings(max_examples=100)
@given(_files())
def test_writing_does_not_change_the_article(file: tuple[list[tuple[bool, str]], str, str]) -> None:
    text = _joined(file)
    try:
        before = clean(article_from_bytes(text.encode(), "a.md"))
    except InputError:  # there is no article
        return
    after = clean(article_from_bytes(filled(text, force=True).encode(), "a.md"))
    assert (body_hash(after), after.title) == (body_hash(before), before.title)


_TOML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
_TOML_VALUE = st.one_of(
    _TOML_TEXT.map(lambda text: json.dumps(text, ensure_ascii=False).replace("\x7f", "")),
    _TOML_TEXT.map(lambda text: "'" + text.replace("'", "") + "'   # a 'comment' = \"here\""),
    st.just('"""\ntwo\n  lines # no comment\n[no table]\n"""'),
    st.just("'''key9 = 1\n'''  # after it"),
    st.just('[\n  "a", # one\n  "b",\n]'),
    st.just("[1,   2]"),
    st.just("{ a = 1,   b = 'x' }"),
    st.just("2024-11-04"),
    st.just("1.5e3 # a number"),
    st.just("nan"),
)
_TOML_COMMENT = st.sampled_from(["", "# a comment", "  # indented = 1", "#-"])


@st.composite
def _toml_pieces(draw: st.DrawFn) -> list[tuple[bool, str]]:
    """Return the fields and tables of a front matter, and of each whether it is ours to write."""
    pieces = []
    fields = [(False, f"key{number}") for number in range(draw(st.integers(0, 5)))]
    fields += [(True, name) for name in draw(st.lists(_OURS, unique_by=lambda name: name.strip("\"'"), max_size=3))]
    for ours, name in draw(st.permutations(fields)):
        pieces.append((ours, f"{name}{draw(st.sampled_from(['=', ' = ', '   =']))}{draw(_TOML_VALUE)}\n"))
        pieces.append((False, draw(_TOML_COMMENT) + "\n"))
    for number in range(draw(st.integers(0, 2))):
        header = draw(st.sampled_from([f"[table{number}]", f"[[list{number}]]", f"[a{number}.b]"]))
        pieces.append((False, f"{header}\n  description = {draw(_TOML_VALUE)}\n{draw(_TOML_COMMENT)}\n"))
    return pieces


@settings(max_examples=300)
@given(_toml_pieces(), st.sampled_from(["\n", "\r\n"]), _TEXT)
def test_round_trip_of_toml(pieces: list[tuple[bool, str]], newline: str, words: str) -> None:
    pieces = [(ours, text.replace("\n", newline)) for ours, text in pieces]
    head, tail = f"+++{newline}", f"+++{newline}{FIRST}{newline}"
    text = head + "".join(piece for _, piece in pieces) + tail
    before = values_in(text)
    new = filled(text, force=True, summary=summary_of(first=words, points=(words, *POINTS)))
    values = values_in(new)
    assert new.startswith(head)
    assert new.endswith(tail)
    others = {key: value for key, value in values.items() if key not in WRITTEN}
    assert repr(others) == repr({key: value for key, value in before.items() if key not in WRITTEN})
    assert values["summary"] == f"{words} {SECOND}"
    left = _less(new[len(head) : len(new) - len(tail)], pieces)
    assert values_in(f"+++\n{left}+++\n") == {key: value for key, value in values.items() if key in WRITTEN}
    assert set(re.findall(r"\r\n|\r|\n", left)) == {newline}
    assert filled(new, force=True, summary=summary_of(first=words, points=(words, *POINTS))) == new
    assert not front_matter_seat(Path("a.md"), new, SETTINGS).is_edited


@pytest.mark.parametrize("model", ["ours 🚢", 'a "b"', "x\x7fy", "a\\b", "é"])
def test_any_name_of_a_model_can_be_noted(model: str) -> None:
    for text in (BODY, f"+++\n+++\n{BODY}"):
        new = front_matter_seat(Path("a.md"), text, SETTINGS).fill(summary_of(), replace(RECORD, model=model))
        assert parse_record(new).model == model  # type: ignore[union-attr]
        assert values_in(new)["summarize"]["model"] == model  # type: ignore[index]
        again = front_matter_seat(Path("a.md"), new, SETTINGS)
        noted = again.annotate(replace(again.record, status="edited"))  # type: ignore[type-var]
        assert values_in(noted)["summarize"]["model"] == model  # type: ignore[index]
        assert noted.replace("edited", "generated") == new
