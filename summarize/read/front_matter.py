"""A text in, the front matter at its start out: YAML between `---` lines, TOML between `+++` lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from summarize.read.tables import parse_toml, parse_yaml

_BLOCK = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)(?:\r\n?|\n)?", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?=[\r\n]|\Z)(?:\r\n?|\n)?", re.MULTILINE),
}
_PAIR = re.compile(r"^([A-Za-z_-]+)[ \t]*[:=][ \t]*([^\s\[{|>&*].*?)[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(r"\s*[A-Za-z_-]+[ \t]*[:=]")
_LONGEST = 20_000  # characters; what is longer is no front matter, and slow to parse
_TITLE, _DATE = ("title", "headline"), ("date", "published", "pubdate", "publishdate")
_PLACE, _AUTHOR = ("place", "location", "dateline"), ("author", "authors", "byline")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says about its article; `text[:end]` is the block, both fences included."""

    end: int
    title: str | None = None
    date: str | None = None
    place: str | None = None
    author: str | None = None
    warning: str = ""


def find(text: str) -> FrontMatter | None:
    """The front matter that `text` begins with; None where there is none."""
    opening = _BLOCK.match(text)
    closing = opening and _CLOSING[opening[1]].search(text, opening.end(), _LONGEST)
    if not opening or not closing:
        return None
    body, kind = text[opening.end() : closing.start()], "YAML" if opening[1] == "---" else "TOML"
    warning, values = "", _parse(body, kind)
    if values is None and _KEY.match(body):
        values = {key: value.strip("'\"") for key, value in _PAIR.findall(body)}
        warning = f"front matter is not valid {kind}; only its simple lines were read"
    if not isinstance(values, Mapping):
        return None  # two horizontal rules with prose between them
    return _from_values(values, closing.end(), warning)


def _parse(body: str, kind: str) -> Any:
    """What the block holds; None if it is broken."""
    try:
        return parse_yaml(body) or {} if kind == "YAML" else parse_toml(body.replace("\r\n", "\n"))
    except ValueError:
        return None


def _from_values(values: Mapping[Any, Any], end: int, warning: str) -> FrontMatter:
    known = {str(key).lower(): value for key, value in values.items()}

    def first(keys: tuple[str, ...]) -> str | None:
        return next((text for key in keys if (text := _text(known.get(key)))), None)

    return FrontMatter(end, first(_TITLE), first(_DATE), first(_PLACE), first(_AUTHOR), warning)


def _text(value: Any) -> str:
    """A value on one line; of a list all items, of a table its name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, Mapping):
        return _text(value.get("name"))
    if value is None or isinstance(value, bool):
        return ""
    text = value.isoformat() if isinstance(value, (date, datetime)) else " ".join(str(value).split())
    return text.encode("utf-8", "replace").decode("utf-8")  # YAML can say half of a surrogate pair
