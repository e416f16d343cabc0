"""The TOML of a front matter and new values of some fields -> the TOML with those lines changed, and no other.

A statement of TOML ends with the first line that makes it one, so the parser tells where each stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from summarize.editorial.description import Value
from summarize.editorial.record import in_quotes
from summarize.errors import InputError
from summarize.read.tables import parse_toml as parse

Values = Mapping[str, "Value | Mapping[str, str] | None"]  # None takes a field out

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_BLANK = re.compile(r"[ \t]*(?:#[^\r\n]*)?[\r\n]*\Z")
_PART = re.compile(
    r"""\"\"\"(?:\\.|[^\\])*?\"{3,5} | '''.*?'{3,5} | "(?:\\.|[^"\\\r\n])*" | '[^'\r\n]*'
    | \#[^\r\n]* | [\[\]{}] | \r\n? | \n""",
    re.VERBOSE | re.DOTALL,
)
_HASH = re.compile(r"(?<![ \t])[ \t]*#")
_MOST_HASHES = 200  # in one line


@dataclass(frozen=True, slots=True)
class _Statement:
    """`name = value`, or all of a table from its header to the next; `text[start:end]`, its newline included."""

    name: str
    start: int
    end: int
    is_table: bool


def parse_toml(text: str) -> dict[str, Any]:
    """Return what the TOML holds. Raises InputError if it is broken."""
    try:
        return parse(text.replace("\r\n", "\n"))
    except ValueError as error:
        raise InputError("the front matter is not valid TOML", str(error)) from error


def splice_toml(text: str, values: Values, newline: str = "\n") -> str:
    """Return the TOML with the fields set. Raises InputError if that cannot be done without touching others."""
    before = parse_toml(text)
    after = _spliced(text, values, newline)
    if not _is_as_meant(before, after, values):
        raise InputError("the front matter cannot be written without changing other fields", "its form is unusual")
    return after


def _spliced(text: str, values: Values, newline: str) -> str:
    statements = {one.name: one for one in _statements(text)}
    fields = [(name, value) for name, value in values.items() if name not in statements and value is not None]
    tables = "".join(_written(name, value) for name, value in fields if isinstance(value, Mapping))
    plain = "".join(_written(name, value) for name, value in fields if not isinstance(value, Mapping))
    changes = [(len(text), len(text), _apart(text, tables)), (_end_of_fields(text), _end_of_fields(text), plain)]
    for name, one in statements.items():
        if name in values:
            changes.append((one.start, one.end, _rewritten(text, one, values[name])))
    for start, end, new in sorted(changes, key=lambda change: change[:2], reverse=True):
        text = text[:start] + new.replace("\n", newline) + text[end:]
    return text


def _apart(text: str, tables: str) -> str:
    return f"\n{tables}" if tables and text.strip() else tables


def _end_of_fields(text: str) -> int:
    """Return where another field can stand: after the last one, and before the first table."""
    return max((one.end for one in _statements(text) if not one.is_table), default=0)


def _rewritten(text: str, one: _Statement, value: Any) -> str:
    if value is None:
        return ""
    new = _written(one.name, value)
    if one.is_table or isinstance(value, Mapping):
        return new
    first = text[one.start : one.end]
    name, comment = first[: first.index("=") + 1], _comment_of(first)
    return f"{name} {new.partition(' = ')[2].rstrip()}{comment}\n"


def _comment_of(statement: str) -> str:
    """Return the comment behind a value, with the white space before it."""
    line = statement.rstrip("\r\n").splitlines()[-1]
    for found in islice(_HASH.finditer(line), _MOST_HASHES):
        if _parses(statement.rstrip("\r\n")[: -len(line[found.start() :])] + "\n"):
            return line[found.start() :]
    return ""


def _written(name: str, value: Any) -> str:
    bare = name if re.fullmatch(r"[\w-]+", name, re.ASCII) else _quoted(name)
    if isinstance(value, Mapping):
        return f"[{bare}]\n" + "".join(f"{key} = {in_quotes(text)}\n" for key, text in value.items())
    if isinstance(value, tuple):
        items = "".join(f"  {_quoted(one)},\n" for one in value)
        return f"{bare} = [\n{items}]\n"
    return f"{bare} = {_quoted(value)}\n"


def _quoted(text: str) -> str:
    if '"' in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return in_quotes(text)


def _statements(text: str) -> Iterator[_Statement]:
    """Yield what stands at the top, in order: fields, then tables, each with all that is in it."""
    at, table = 0, None
    while at < len(text):
        end = _end_of_statement(text, at)
        statement = text[at:end]
        if statement.lstrip().startswith("["):
            if table:
                yield _Statement(table[0], table[1], _without_comments(text, table[1], at), True)
            table = (_name(statement), at)
        elif not table and not _BLANK.match(statement):
            yield _Statement(_name(statement), at, end, False)
        at = end
    if table:
        yield _Statement(table[0], table[1], len(text), True)


def _without_comments(text: str, start: int, end: int) -> int:
    """Return where a table ends: blank lines and comments before the next header are not its own."""
    lines = [found.span() for found in _LINE.finditer(text, start, end) if found.end() > found.start()]
    while lines and _BLANK.match(text[slice(*lines[-1])]):
        end = lines.pop()[0]
    return end


def _end_of_statement(text: str, start: int) -> int:
    depth = 0
    for part in _PART.finditer(text, start):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(part[0], 0)
        # The parser is asked only where it may say yes: it reads all from the start each time.
        if part[0][0] in "\r\n" and depth <= 0 and _parses(text[start : part.end()]):
            return part.end()
    return len(text)


def _parses(text: str) -> bool:
    try:
        parse_toml(text)
    except InputError:
        return False
    return True


def _name(statement: str) -> str:
    """Return the first key of a statement; a dotted or doubled one with its marks, so that it is no field's name."""
    data = parse_toml(statement)
    name = next(iter(data), "")
    head = statement.strip().partition("=")[0] if not statement.lstrip().startswith("[") else statement.strip()
    is_plain = "." not in head.replace(name, "", 1) and not head.startswith("[[")
    return name if is_plain else head


def _is_as_meant(before: dict[str, Any], text: str, values: Values) -> bool:
    try:
        after = parse_toml(text)
    except InputError:
        return False
    others = {key: value for key, value in before.items() if key not in values}
    kept = {key: value for key, value in after.items() if key not in values}
    if repr(sorted(others.items())) != repr(sorted(kept.items())):
        return False
    return all(_is_value(after.get(name), value) for name, value in values.items())


def _is_value(found: Any, meant: Any) -> bool:
    if isinstance(meant, tuple):
        return bool(found == list(meant))
    return bool(found == (dict(meant) if isinstance(meant, Mapping) else meant))
