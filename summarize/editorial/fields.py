"""The front matter of a file -> the fields of it that hold a brief, each character with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.config import Settings
from summarize.editorial.scalars import read_toml, read_yaml
from summarize.editorial.stretch import Field, Stretch, make_stretch
from summarize.errors import InputError
from summarize.read import front_matter
from summarize.read.tables import compose_yaml, parse_toml

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\r\n]*)
  | (?P<string>\"\"\"(?:\\.|[^\\])*?\"{3,5} | '''.*?'{3,5} | "(?:\\.|[^"\\\r\n])*" | '[^'\r\n]*')
  | (?P<open>[\[{]) | (?P<close>[\]}]) | (?P<equals>=) | (?P<newline>[\r\n]+)
  | (?P<bare>[^\s"'\[\]{},=\#]+) | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def find_fields(source: str, settings: Settings) -> tuple[Stretch, ...]:
    """Return description, summary and key points as the front matter has them, under the names that are set.

    None where there is no front matter. Only fields that are strings, and lists of them, are prose.
    Raises InputError if there seem to be such fields, but the front matter cannot be parsed.
    """
    matter = front_matter.find(source)
    if matter is None:
        return ()
    start, end = _inside(source, matter.end)
    names: tuple[tuple[str, Field], ...] = (
        (settings.fields.description, "description"),
        (settings.fields.summary, "brief"),
        (settings.fields.key_points, "points"),
    )
    fields = {name: field for name, field in names if name and name in source[start:end]}
    if not fields:
        return ()
    if matter.warning:
        _refuse(source[start:end], fields)
        return ()
    read = _yaml_fields if source.startswith("---") else _toml_fields
    return tuple(stretch for stretch in read(source, start, end, fields) if stretch.text)


def _refuse(block: str, fields: dict[str, Field]) -> None:
    named = [name for name in fields if re.search(rf"^{re.escape(name)}[ \t]*[:=]", block, re.MULTILINE)]
    if named:
        raise InputError(f"the front matter is broken, so its {named[0]} cannot be read", "mend the front matter")


def _inside(source: str, end: int) -> tuple[int, int]:
    """Return where what stands between the fences begins and ends."""
    opening = re.compile(r"[^\r\n]*(?:\r\n?|\n)").match(source)
    block = source[:end].rstrip("\r\n")
    return opening.end() if opening else 0, max(block.rfind("\n"), block.rfind("\r")) + 1


def _yaml_fields(source: str, start: int, end: int, fields: dict[str, Field]) -> Iterator[Stretch]:
    import yaml

    try:
        root = compose_yaml(source[start:end])
    except ValueError:
        return
    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value:
        field = fields.get(key.value) if isinstance(key, yaml.ScalarNode) else None
        if field is None:
            continue
        for node in value.value if isinstance(value, yaml.SequenceNode) else [value]:
            if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str":
                place = start + node.start_mark.index, start + node.end_mark.index
                characters, style = read_yaml(source, *place, node.value)
                yield make_stretch(field, characters, style, place[0])


def _toml_fields(source: str, start: int, end: int, fields: dict[str, Field]) -> Iterator[Stretch]:
    try:
        values = parse_toml(source[start:end].replace("\r\n", "\n"))
    except ValueError:
        return
    for name, places in _toml_strings(source, start, end):
        value = values.get(name)
        texts = value if isinstance(value, list) else [value]
        if name not in fields or len(texts) != len(places):
            continue
        for text, place in zip(texts, places, strict=True):
            if isinstance(text, str):
                characters, style = read_toml(source, *place, text)
                yield make_stretch(fields[name], characters, style, place[0])


def _toml_strings(source: str, start: int, end: int) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield each key above the first table, and the places of the strings that its value consists of."""
    key, depth, in_value, strings = "", 0, False, list[tuple[int, int]]()
    for token in _TOKEN.finditer(source, start, end):
        kind = token.lastgroup
        if not in_value and kind == "open":
            return  # [table]: what follows is not on the top level
        if kind == "newline" and depth == 0:
            if in_value:
                yield key, strings
            key, in_value, strings = "", False, []
        elif kind == "equals" and not in_value:
            in_value = True
        elif in_value and kind == "string":
            strings.append(token.span())
        elif kind in ("open", "close"):
            depth += 1 if kind == "open" else -1
        elif not in_value and kind in ("bare", "string"):
            key += token[0].strip("\"'")
    if in_value:
        yield key, strings
