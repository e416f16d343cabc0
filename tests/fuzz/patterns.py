"""Every regular expression of the package, and texts that are made to be slow for it.

Attacks are read off a pattern's own parse tree: what comes before a repeat, the repeat's body over and over, and then
something that it cannot be followed by. A pattern that backtracks, or starts anew at every character, takes for
these the square of their length.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import summarize
from summarize.clean import clean
from summarize.config import Settings
from summarize.editorial.check import check_brief
from summarize.editorial.document import parse_brief
from summarize.read import article_from_bytes

if sys.version_info >= (3, 11):
    from re import _constants as constants
    from re import _parser as parser
else:
    import sre_constants as constants
    import sre_parse as parser

ROOT = Path(__file__).parent.parent.parent
_KILLERS = ("", "\x01", "\n", "!")
_SAMPLES = " aA1.,-\n\t'\"“”’(–:;>é"
_MOST_ATTACKS = 16


@dataclass(frozen=True)
class Used:
    """A pattern, and whether the package only asks if it matches at a place that it knows, or is all of a line."""

    pattern: re.Pattern[str]
    is_placed: bool
    is_line: bool = False


def find_patterns() -> dict[str, Used]:
    """Return the patterns of the package by their text: those in its modules, and those that are made at work."""
    made: dict[str, set[str]] = {}
    compiled: dict[str, re.Pattern[str]] = {}
    with _recorded(made, compiled):
        found = {used.pattern.pattern: used for module in _modules() for used in _patterns_of(module)}
        _work()
    for text, ways in made.items():
        found.setdefault(text, Used(compiled[text], ways <= _PLACED, is_line=ways == {"reads"}))
    return found


_PLACED = {"match", "fullmatch"}
_SEARCHING = r"\b{name}\.(?:search|finditer|findall|sub|subn|split|scanner)\b"


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(summarize.__path__, "summarize."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def _patterns_of(module: ModuleType) -> Iterator[Used]:
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    for name, value in vars(module).items():
        if isinstance(value, re.Pattern):
            placed = re.search(rf"\b{name}\.(?:full)?match\b", source) is not None
            searched = re.search(_SEARCHING.format(name=name), source) is not None
            # Handed on, it may be used in any way.
            handed = re.search(rf"\b{name}\b(?!\.\w|\s*=|\[)", source) is not None
            yield Used(value, placed and not searched and not handed)
        else:
            yield from (Used(one, False) for one in _within(value))


def _work() -> None:
    """Let the package do what it does, so that it makes the patterns that it makes on the way."""
    for path in sorted((ROOT / "examples").glob("*.*")):
        if path.suffix in (".txt", ".md"):
            article = clean(article_from_bytes(path.read_bytes(), path.name))
            check_brief(article, parse_brief(article.text[:600], (), "b.md", Settings()), Settings())


def _way(function: str, user: str) -> str:
    # What `Block.reads` compiles must be all of a short line; a method of what `re.compile` returns may be any.
    return "reads" if user == "_compiled" else function


def _within(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, (tuple, list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _within(inner)


@contextmanager
def _recorded(made: dict[str, set[str]], compiled: dict[str, re.Pattern[str]]) -> Iterator[None]:
    """Note every pattern that code of the package gives to `re`, and the function that it gives it to."""
    original = re._compile  # type: ignore[attr-defined]

    def spy(pattern: Any, flags: int) -> Any:
        result, caller = original(pattern, flags), sys._getframe(1)
        user = caller.f_back
        if user and user.f_globals["__name__"].startswith("summarize.") and isinstance(result.pattern, str):
            made.setdefault(result.pattern, set()).add(_way(caller.f_code.co_name, user.f_code.co_name))
            compiled[result.pattern] = result
        return result

    re._compile = spy  # type: ignore[attr-defined]
    try:
        yield
    finally:
        re._compile = original  # type: ignore[attr-defined]


def find_attacks(pattern: re.Pattern[str], length: int) -> list[str]:
    """Return texts of about `length` characters that the pattern may be slow on."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    attacks: dict[str, None] = {}
    for before, body in _repeats(list(tree), ""):
        for pump in {body, body[:1]} - {""}:
            for killer in _KILLERS:
                attacks[before + pump * (length // len(pump)) + killer] = None
    whole = _example(tree)
    for piece in (whole, whole[:-1], *" a.1"):
        if piece:
            attacks[piece * (length // len(piece))] = None
    return list(attacks)[:_MOST_ATTACKS]


def _repeats(nodes: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each repeat that may go on for long, and an example of its body."""
    for kind, given in nodes:
        for inner in _parts(kind, given):
            yield from _repeats(inner, before)
        if kind in _REPEATS and given[1] > 50:
            for body in _examples(given[2]):
                yield before, body
        before += _example([(kind, given)])


_REPEATS = tuple(
    getattr(constants, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") if hasattr(constants, name)
)


def _parts(kind: Any, given: Any) -> list[Any]:
    if kind in _REPEATS:
        return [given[2]]
    if kind is constants.SUBPATTERN:
        return [given[3]]
    if kind is constants.BRANCH:
        return list(given[1])
    if kind in (constants.ASSERT, constants.ASSERT_NOT):
        return [given[1]]
    return [given] if str(kind) == "ATOMIC_GROUP" else []


def _examples(tree: Any) -> list[str]:
    """Return an example of each way that a body can go, and one for each character that a set of it has."""
    nodes = list(tree)
    found = {_example(nodes)}
    if len(nodes) == 1:
        kind, given = nodes[0]
        if kind is constants.SUBPATTERN:
            return _examples(given[3])
        if kind is constants.BRANCH:
            found |= {example for branch in given[1] for example in _examples(branch)}
        if kind is constants.IN:
            found |= set([sign for sign in _SAMPLES if _has(given, sign)][:4])
    return sorted(found - {""})


def _example(nodes: Iterable[Any]) -> str:
    """Return a text that the nodes match, as far as that is easily told."""
    made = ""
    for kind, given in nodes:
        if kind is constants.LITERAL:
            made += chr(given)
        elif kind is constants.NOT_LITERAL:
            made += next(sign for sign in "a b" if ord(sign) != given)
        elif kind is constants.ANY:
            made += "a"
        elif kind is constants.IN:
            made += next((sign for sign in _SAMPLES if _has(given, sign)), _first(given))
        elif kind is constants.BRANCH:
            made += _example(given[1][0])
        elif kind in _REPEATS:
            made += _example(given[2]) * max(given[0], min(given[1], 1))
        elif kind is constants.SUBPATTERN:
            made += _example(given[3])
        elif str(kind) == "ATOMIC_GROUP":
            made += _example(given)
    return made


def _has(given: list[Any], sign: str) -> bool:
    negated = bool(given) and given[0][0] is constants.NEGATE
    return any(_is_in(kind, value, sign) for kind, value in given) is not negated


def _is_in(kind: Any, value: Any, sign: str) -> bool:
    if kind is constants.LITERAL:
        return ord(sign) == value
    if kind is constants.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    if kind is constants.CATEGORY:
        name = str(value).removeprefix("CATEGORY_")
        letter = {"WORD": "w", "DIGIT": "d", "SPACE": "s"}[name.removeprefix("NOT_")]
        return bool(re.match(rf"\{letter.upper() if name.startswith('NOT_') else letter}", sign))
    return False


def _first(given: list[Any]) -> str:
    for kind, value in given:
        if kind in (constants.LITERAL, constants.RANGE):
            return chr(value if kind is constants.LITERAL else value[0])
    return "a"
