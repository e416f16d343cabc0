"""The YAML of a front matter and new values of some fields -> the YAML with those lines changed, and no other.

A round trip through a dumper would move quotes, comments and line ends, so the parser only tells where
a field stands. What comes out is parsed again: every other field must still say what it said.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from summarize.editorial.description import Value
from summarize.errors import InputError
from summarize.read.tables import compose_yaml
from summarize.read.tables import parse_yaml as parse

if TYPE_CHECKING:
    from yaml import MappingNode, Node

Values = Mapping[str, "Value | Mapping[str, str] | None"]  # None takes a field out

_FOLDED_WIDTH, _FOLDED_LEAST = 88, 120  # columns that long prose is wrapped to, and from where on it is
_REST_OF_LINE, _COMMENT = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)"), re.compile(r"[ \t]*#")
_LAST_LINE = re.compile(r"(?:\r\n|\r|\n)([ \t]*)(#[^\r\n]*)?(?:\r\n?|\n)?\Z")
_ALIAS = re.compile(r"[ \t]*:[ \t]+\*[^\s,\[\]{}]+")


def parse_yaml(text: str) -> dict[str, Any]:
    """Return what the YAML holds. Raises InputError if it is broken or no mapping."""
    try:
        data = _loaded(text)
    except ValueError as error:
        raise InputError("the front matter is not valid YAML", _line_of(error)) from error
    if data is not None and not isinstance(data, dict):
        raise InputError("the front matter is no list of fields", "write one `name: value` a line")
    return data or {}


def _loaded(text: str) -> Any:
    try:
        return parse(text, "CSafeLoader")
    except ValueError:  # libyaml is quicker, and stricter: it takes no half of a surrogate pair
        return parse(text)


def splice_yaml(text: str, values: Values, newline: str = "\n") -> str:
    """Return the YAML with the fields set. Raises InputError if that cannot be done without touching others."""
    before = parse_yaml(text)
    for folded in (True, False):
        after = _spliced(text, values, newline, folded=folded)
        if _is_as_meant(before, after, values):
            return after
    raise InputError(
        "the front matter cannot be written without changing other fields", "an anchor or a brace may stand in the way"
    )


def _spliced(text: str, values: Values, newline: str, *, folded: bool) -> str:
    root = _root(text)
    fields = _fields(text, root)
    indent = " " * (root.value[0][0].start_mark.column if root and root.value else 0)
    added = "".join(
        f"{_written(name, value, folded=folded)}\n"
        for name, value in values.items()
        if name not in fields and value is not None
    )
    result = text + textwrap.indent(added, indent).replace("\n", newline)
    for name, (start, end) in sorted(fields.items(), key=lambda item: item[1], reverse=True):
        if name in values:
            new = _replacement(text, (start, end), name, values[name], folded=folded)
            result = result[: new[0]] + new[2].replace("\n", newline) + result[new[1] :]
    return result


def _replacement(text: str, place: tuple[int, int], name: str, value: Any, *, folded: bool) -> tuple[int, int, str]:
    """Return what stretch of the text to put what in place of."""
    start, end = place
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if value is None:
        rest = _REST_OF_LINE.match(text, end)
        return line, rest.end() if rest else end, ""
    has_comment = bool(_COMMENT.match(text, end))
    new = _written(_plain_name(text, start, name), value, folded=folded and not has_comment)
    return start, end, new.replace("\n", "\n" + " " * (start - line))


def _written(name: str, value: Any, *, folded: bool) -> str:
    """Return a field as it is written where nothing is indented, without a newline at its end."""
    import yaml

    if isinstance(value, Mapping):
        return "\n".join([f"{name}:", *(f"  {key}: {text}" for key, text in value.items())])
    if folded and isinstance(value, str) and len(value) > _FOLDED_LEAST and value.isprintable() and "  " not in value:
        lines = textwrap.wrap(value, _FOLDED_WIDTH, break_long_words=False, break_on_hyphens=False)
        return "\n".join([f"{name}: >-", *(f"  {line}" for line in lines)])
    plain = list(value) if isinstance(value, tuple) else value
    dumped = yaml.safe_dump(plain, allow_unicode=True, width=float("inf"), default_flow_style=not folded)
    text = str(dumped).removesuffix("...\n").rstrip("\n")
    return f"{name}:\n{text}" if folded and isinstance(plain, list) else f"{name}: {text}"


def _root(text: str) -> MappingNode | None:
    import yaml

    try:
        root = compose_yaml(text)
    except ValueError as error:
        raise InputError("the front matter is not valid YAML", _line_of(error)) from error
    if root is not None and (not isinstance(root, yaml.MappingNode) or root.flow_style):
        raise InputError("the front matter stands in braces", "write one `name: value` a line")
    return root


def _fields(text: str, root: MappingNode | None) -> dict[str, tuple[int, int]]:
    """Return where each field stands, from its name to the end of its value. Raises InputError for one named twice."""
    found: dict[str, tuple[int, int]] = {}
    for key, value in root.value if root else ():
        if key.value in found:
            raise InputError(f"the front matter has {key.value} twice", "take one out")
        if isinstance(key.value, str):
            found[key.value] = (key.start_mark.index, _end(text, key, value))
    return found


def _end(text: str, key: Node, value: Node) -> int:
    if value.start_mark.index < key.end_mark.index:  # an alias: the node is where its anchor stands
        alias = _ALIAS.match(text, key.end_mark.index)
        return alias.end() if alias else key.end_mark.index
    end = max(value.end_mark.index, key.end_mark.index + 1)
    # A block ends where the next thing begins: blank lines and comments between are not its own.
    deepest = key.start_mark.column if getattr(value, "style", None) in ("|", ">") else len(text)
    while (line := _last_line(text, end)) and (not line[2] or len(line[1]) <= deepest):
        end = line.start()
    return len(text[:end].rstrip("\r\n"))


def _last_line(text: str, end: int) -> re.Match[str] | None:
    """Return the last line of `text[:end]`, the newline before it included, if it is blank or a comment."""
    inner = end - (2 if text[max(0, end - 2) : end] == "\r\n" else text[end - 1 : end] in ("\r", "\n"))
    start = max(text.rfind("\n", 0, inner), text.rfind("\r", 0, inner))
    start -= text[max(0, start - 1) : start + 1] == "\r\n"
    return _LAST_LINE.match(text, start, end) if start >= 0 else None


def _plain_name(text: str, start: int, name: str) -> str:
    """Return a field's name as it is written, quotes and all."""
    quote = text[start] if text[start] in "\"'" else ""
    return f"{quote}{name}{quote}" if text.startswith(f"{quote}{name}{quote}", start) else name


def _is_as_meant(before: dict[str, Any], text: str, values: Values) -> bool:
    try:
        after = parse_yaml(text)
    except InputError:
        return False
    others = [(key, value) for key, value in before.items() if key not in values]
    kept = [(key, value) for key, value in after.items() if key not in values]
    if repr(others) != repr(kept):  # repr: NaN is not equal to itself
        return False
    return all(_is_value(after.get(name), value) for name, value in values.items())


def _is_value(found: Any, meant: Any) -> bool:
    if isinstance(meant, Mapping):
        return isinstance(found, dict) and set(found) == set(meant)
    return bool(found == (list(meant) if isinstance(meant, tuple) else meant))


def _line_of(error: Exception) -> str:
    cause = error.__cause__
    mark = getattr(cause, "problem_mark", None)
    return f"line {mark.line + 2}: {getattr(cause, 'problem', '')}" if mark else " ".join(str(error).split())
