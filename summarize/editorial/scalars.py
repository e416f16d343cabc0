"""A string as YAML or TOML writes it -> its characters, each with its place in the file.

The parsers of both formats say where a string stands, but not where each character of it does.
Reading it again here is held against what the parser made of it: where the two differ, every
character is given the whole string for its place, so that no place is ever wrong, only wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.editorial.stretch import Character, Style

# https://yaml.org/spec/1.2.2/#57-escaped-characters; those of TOML are among them.
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
_BREAKS = re.compile(_BREAK)
_BLANK = re.compile(r"[ \t\r\n\x85\u2028\u2029]*")
_RUN = re.compile(r"[ \t\r\n\x85\u2028\u2029]+|[^ \t\r\n\x85\u2028\u2029]+")
_ESCAPED = (
    r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})"
    r"|(?P<joined>[ \t]*(?:\r\n|[\r\n])[ \t\r\n]*)|(?P<one>.))"
)
_FOLDED = rf"(?P<fold>(?:(?<![ \t])[ \t]+)?{_BREAK}(?:[ \t]|{_BREAK})*)"
_NEWLINE = r"(?P<newline>\r?\n)"
# What stands for something else, by the way a string is written down.
_YAML_PLAIN = re.compile(_FOLDED)
_YAML_SINGLE = re.compile(rf"(?P<quote>'')|{_FOLDED}")
_YAML_DOUBLE = re.compile(rf"{_ESCAPED}|{_FOLDED}", re.DOTALL)
_TOML_LITERAL = re.compile(_NEWLINE)
_TOML_BASIC = re.compile(rf"{_ESCAPED}|{_NEWLINE}", re.DOTALL)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")  # an anchor, a tag
_HEADER = re.compile(rf"[|>][^\r\n]*{_BREAK}")
_TOML_QUOTES = ('"""', "'''", '"', "'")


def read_yaml(source: str, start: int, end: int, value: str) -> tuple[list[Character], Style]:
    """Return the characters of the YAML scalar at `source[start:end]`, which a parser read as `value`."""
    properties = _PROPERTIES.match(source, start, end)
    start = properties.end() if properties else start
    sign = source[start : start + 1]
    if sign in ("|", ">"):
        return _checked(_block(source, start, end, value), value, start, end), "block"
    if sign == '"':
        return _checked(_flow(source, start + 1, end - 1, _YAML_DOUBLE), value, start, end), "double"
    if sign == "'":
        return _checked(_flow(source, start + 1, end - 1, _YAML_SINGLE), value, start, end), "single"
    return _checked(_flow(source, start, end, _YAML_PLAIN), value, start, end), "plain"


def read_toml(source: str, start: int, end: int, value: str) -> tuple[list[Character], Style]:
    """Return the characters of the TOML string at `source[start:end]`, which a parser read as `value`."""
    quote = next(quote for quote in _TOML_QUOTES if source.startswith(quote, start))
    inside, close = start + len(quote), end - len(quote)
    if len(quote) == 3 and (newline := _TOML_LITERAL.match(source, inside)):
        inside = newline.end()  # right after the opening quotes it is no part of the string
    if quote[0] == '"':
        return _checked(_flow(source, inside, close, _TOML_BASIC), value, start, end), "double"
    return _checked(_flow(source, inside, close, _TOML_LITERAL), value, start, end), "literal"


def _checked(characters: Iterator[Character], value: str, start: int, end: int) -> list[Character]:
    try:
        found = list(characters)
    except (KeyError, ValueError, OverflowError):  # an escape that is none
        found = []
    if "".join(one.text for one in found) == value:
        return found
    return [Character(text, start, end) for text in value]


def _flow(source: str, at: int, end: int, special: re.Pattern[str]) -> Iterator[Character]:
    while at < end:
        found = special.match(source, at, end)
        if found is None:
            yield Character(source[at], at, at + 1)
            at += 1
            continue
        for text in _meaning(found):
            yield Character(text, found.start(), found.end())
        at = found.end()


def _meaning(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "x" | "u" | "U":
            return chr(int(found[found.lastgroup], 16))
        case "one":
            return _ESCAPES[found["one"]]
        case "joined":
            return ""
        case "quote":
            return "'"
        case "newline":
            return "\n"
    breaks = len(_BREAKS.findall(found[0]))
    return " " if breaks == 1 else "\n" * (breaks - 1)


def _block(source: str, start: int, end: int, value: str) -> Iterator[Character]:
    """Yield a literal or folded block scalar: what is not white space stands there as it is."""
    header = _HEADER.match(source, start, end)
    at = header.end() if header else start
    for run in _RUN.finditer(value):
        blank = _BLANK.match(source, at, end)
        after = blank.end() if blank else at
        if run[0].isspace():
            yield from (Character(text, at, after) for text in run[0])
            at = after
        elif source.startswith(run[0], after):
            yield from (Character(text, after + offset, after + offset + 1) for offset, text in enumerate(run[0]))
            at = after + len(run[0])
