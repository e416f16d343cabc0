"""The values of one row of an archive -> a Row -> its Article, or the error that stands in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from summarize.data import Article
from summarize.errors import InputError
from summarize.read import article_from_bytes

Column = Literal["id", "text", "title", "date"]
Id = str | int | None

# What a column is called where the user does not say, the first that is there, in capitals or not.
NAMES: dict[Column, tuple[str, ...]] = {
    "id": ("id", "url", "path"),
    "text": ("text", "article", "body"),
    "title": ("title",),
    "date": ("date",),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns, "" where they are to be found by the usual ones."""

    id: str = ""
    text: str = ""
    title: str = ""
    date: str = ""

    def named(self, column: Column, keys: tuple[str, ...]) -> str | None:
        """Return the one of a row's keys that is this column."""
        return _named(getattr(self, column), NAMES[column], keys)

    def wanted(self, column: Column) -> str:
        """Return, for a message, what the column may be called."""
        *others, last = [getattr(self, column)] if getattr(self, column) else NAMES[column]
        return f"{', '.join(others)} or {last}" if others else last


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an archive: `number` counts from 1, `data` is its text as UTF-8 or a file's bytes.

    `path` names the file and so tells what is in it; a row of a table has none. `error` is what is
    wrong with the row, `kept` the line that an earlier run wrote for it, where that is to stay.
    """

    number: int
    id: Id = None
    data: bytes = b""
    title: str | None = None
    date: str | None = None
    path: str = ""
    error: tuple[str, str] | None = None
    kept: str = field(default="", compare=False)

    def as_article(self) -> Article:
        """Read the article. Raises InputError if the row has none, MissingExtraError for HTML without the extra."""
        if self.error:
            raise InputError(*self.error)
        name = self.path or f"row {self.number}"
        article = article_from_bytes(self.data, name)
        title, date = self.title or article.title, self.date or article.date
        return replace(article, title=title, date=date, path=self.path or str(self.id if self.id is not None else name))


def as_row(number: int, values: Mapping[str, Any] | InputError, columns: Columns) -> Row:
    """Return the row of a table's values, or of what is wrong with them."""
    if isinstance(values, InputError):
        return Row(number, error=(values.message, values.hint))
    keys = tuple(values)
    found = {column: values.get(key) if (key := columns.named(column, keys)) else None for column in NAMES}
    name: Id = None
    try:
        name = _id(found["id"])
        title, date = _line("title", found["title"]), _day(found["date"])
        return Row(number, name, _text(found["text"], columns), title, date)
    except UnicodeEncodeError:
        error = ("is not Unicode", "save the archive again as UTF-8")
    except InputError as wrong:
        error = (wrong.message, wrong.hint)
    return Row(number, name, error=(f"row {number} {error[0]}", error[1]))


def _id(value: Any) -> Id:
    if value is None or isinstance(value, int):
        return value
    text = str(value)
    text.encode("utf-8")
    return text


def _text(value: Any, columns: Columns) -> bytes:
    if value is None:
        raise InputError(f"has no {columns.wanted('text')}", "--text NAME says where the text is")
    if not isinstance(value, str):
        raise InputError(f"has a text that is {_kind(value)}", "a text is a string")
    if not value.strip():
        raise InputError("has an empty text")
    return value.encode("utf-8")


def _line(column: str, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"has a {column} that is {_kind(value)}", f"a {column} is a string")
    value.encode("utf-8")
    return " ".join(value.split()) or None


def _day(value: Any) -> str | None:
    if hasattr(value, "isoformat"):  # tables have dates of their own, with a time behind them that no article means
        return str(value.isoformat()[:10])
    return None if isinstance(value, int | float) else _line("date", value)  # seconds since 1970 are no date to readers


def _kind(value: Any) -> str:
    return {list: "a list", dict: "an object", bool: "true or false"}.get(type(value), "a number")


@lru_cache(maxsize=256)
def _named(chosen: str, usual: tuple[str, ...], keys: tuple[str, ...]) -> str | None:
    if chosen:
        return chosen if chosen in keys else None
    lower = {key.lower(): key for key in reversed(keys)}
    return next((lower[name] for name in usual if name in lower), None)
