"""What is known of a brief that was written: by whom, from what, and whether a hand has changed it since.

The record stands under `summarize:` in the front matter of a sidecar, or in that of the article
itself. An editor may change its `status`, so it is read with patience.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from summarize.data import Article
from summarize.editorial.newlines import newline_of
from summarize.errors import InputError
from summarize.limits import read_bounded
from summarize.read.markers import find_marked

Status = Literal["generated", "edited", "approved"]
STATUSES: tuple[Status, ...] = get_args(Status)
ARTICLE_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml")

KEY = "summarize"  # the field that a record is
_SIDECAR = ".brief.md"
_NO_WORDS = ("true", "false", "yes", "no", "on", "off", "null", "y", "n", "inf", "nan")  # to YAML or TOML
_FENCED = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n?|\n)(.*?)^\1[ \t]*(?:\r\n?|\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADS = {
    "---": re.compile(r"^summarize:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)((?:[ \t]+[^\r\n]*(?:\r\n?|\n)?)*)", re.MULTILINE),
    "+++": re.compile(
        r"^\[summarize\][ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)((?:[ \t]*[\w#][^\r\n]*(?:\r\n?|\n)?)*)", re.MULTILINE
    ),
}
_VALUE = re.compile(
    r"^[ \t]*(\w+)[ \t]*[:=][ \t]*"
    r"(\"(?:[^\"\\\r\n]|\\.)*\"|'[^'\r\n]*'|[^\r\n]*?)"
    r"[ \t]*(?:[ \t]#[^\r\n]*)?(?=[\r\n]|\Z)",
    re.MULTILINE,
)
_ATTRIBUTE = re.compile(r"(?<!\w)(\w+)=(\S+)")


@dataclass(frozen=True, slots=True)
class Record:
    """`article_hash` is the SHA-256 of the cleaned body, `text_hash` that of the brief as it was generated.

    `source_hash` is that of the article's file as it was, which tells an untouched one without
    cleaning it; `article` is its name, "" where the brief stands in the article itself, and `fields`
    are then the names of the front-matter fields that were written.
    """

    status: Status
    model: str
    tool_version: str
    article_hash: str
    text_hash: str
    article: str = ""
    source_hash: str = ""
    fields: tuple[str, ...] = ()

    def items(self) -> tuple[tuple[str, str], ...]:
        """Return the keys and values as they are written, in order; those without a value are left out."""
        values = (
            ("status", self.status),
            ("article", self.article),
            ("model", self.model),
            ("version", self.tool_version),
            ("article_sha256", self.article_hash),
            ("source_sha256", self.source_hash),
            ("fields", " ".join(self.fields)),
            ("text_sha256", self.text_hash),
        )
        return tuple((key, value) for key, value in values if value)


def parse_record(text: str) -> Record | None:
    """Return the record in a file's front matter or in its mark; None where there is none that says what it must."""
    fenced = _FENCED.match(text)
    head = fenced and _HEADS[fenced[1]].search(fenced[2])
    if head:
        return record_of({key: _plain(value) for key, value in _VALUE.findall(head[1])})
    return next((marked_record(marked.attributes) for marked in find_marked(text)), None)


def marked_record(attributes: str) -> Record | None:
    """Return the record that a mark carries."""
    return record_of(dict(_ATTRIBUTE.findall(attributes)))


def record_of(values: dict[str, str]) -> Record | None:
    """Return a record from its keys and values; None if they do not make one."""
    status = values.get("status", "")
    if status not in STATUSES or "text_sha256" not in values:
        return None
    return Record(
        status,
        values.get("model", ""),
        values.get("version", ""),
        values.get("article_sha256", ""),
        values["text_sha256"],
        values.get("article", ""),
        values.get("source_sha256", ""),
        tuple(values.get("fields", "").split()),
    )


def reset(text: str, record: Record) -> str:
    """Return a file's text with the values of the record in its front matter set anew, and nothing else changed.

    A key that is not there is added. What an editor noted beside a value stays.
    """
    fenced = _FENCED.match(text)
    head = fenced and _HEADS[fenced[1]].search(fenced[2])
    if not fenced or not head:
        raise ValueError("there is no record to set")
    start, end = fenced.start(2) + head.start(1), fenced.start(2) + head.end(1)
    return text[:start] + _reset_lines(text[start:end], record, fenced[1]) + text[end:]


def _reset_lines(lines: str, record: Record, fence: str) -> str:
    written = {key: quoted(value) if fence == "---" else in_quotes(value) for key, value in record.items()}
    known = {found[1] for found in _VALUE.finditer(lines)}
    for found in reversed(tuple(_VALUE.finditer(lines))):
        if found[1] in written:
            lines = lines[: found.start(2)] + written[found[1]] + lines[found.end(2) :]
    first = _VALUE.search(lines)
    indent = first[0][: len(first[0]) - len(first[0].lstrip())] if first else "  "
    newline = newline_of(lines)
    sign = ": " if fence == "---" else " = "
    return "".join(f"{indent}{key}{sign}{value}{newline}" for key, value in written.items() if key not in known) + lines


def body_hash(article: Article) -> str:
    """Return the SHA-256 of a cleaned article's words: how they are broken into lines does not count."""
    return digest(" ".join(article.text.split()))


def text_hash(text: str) -> str:
    """Return the SHA-256 of a brief: newlines as one character, blank lines at the end left out."""
    return digest(text.replace("\r\n", "\n").replace("\r", "\n").rstrip())


def digest(text: str) -> str:
    """Return the SHA-256 of a text as UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def is_sidecar(path: Path) -> bool:
    """Return whether a file is a brief that stands beside its article, by its name."""
    return path.name.lower().endswith(_SIDECAR)


def sidecar_of(path: Path) -> Path:
    """Return where the brief of an article stands: `NAME.brief.md` beside `NAME.txt`."""
    return path.with_name(path.stem + _SIDECAR)


def article_of(sidecar: Path) -> Path | None:
    """Return the article that a sidecar belongs to: the one it names, or the only one of its name; else None."""
    if not is_sidecar(sidecar):
        return None
    named = _named_by(sidecar)
    if named is not None and named.is_file():
        return named
    stem = sidecar.name[: -len(_SIDECAR)]
    near = [path for suffix in ARTICLE_SUFFIXES if (path := sidecar.with_name(stem + suffix)).is_file()]
    return near[0] if len(near) == 1 else None


def _named_by(sidecar: Path) -> Path | None:
    try:
        record = parse_record(read_bounded(sidecar).decode("utf-8-sig", "replace"))
    except (OSError, InputError):
        return None
    return sidecar.with_name(Path(record.article).name) if record and record.article else None


def quoted(value: str) -> str:
    """Return a value as it is written in a record: bare where it cannot be taken for anything but a word."""
    is_word = re.fullmatch(r"(?=.*[A-Za-z]|\d+\.\d+\.)[A-Za-z0-9][\w./-]*", value) and value.lower() not in _NO_WORDS
    return value if is_word else in_quotes(value)


def in_quotes(value: str) -> str:
    """Return a value in double quotes, so that YAML, TOML and JSON read it alike."""
    written = json.dumps(value, ensure_ascii=False)
    return "".join(one if one.isprintable() or ord(one) > 0xFFFF else f"\\u{ord(one):04x}" for one in written)


def _plain(value: str) -> str:
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    try:
        return str(json.loads(value)) if value[0] == '"' else value[1:-1]
    except ValueError:  # an escape that is none
        return value[1:-1]
