"""Targets that take a text or bytes: what each is fed, and what must hold of what comes out."""

from __future__ import annotations

from summarize.clean import clean
from summarize.cli.console import visible
from summarize.data import Article, Fact, Passage, Span
from summarize.errors import InputError
from summarize.facts import find_facts, take_inventory
from summarize.facts.words import is_common
from summarize.language import is_english
from summarize.parts import divide
from summarize.protect import protect
from summarize.protect.surrogates import pools
from summarize.read import article_from_bytes
from summarize.read.decode import decode
from summarize.split import split
from tests.fuzz import material
from tests.fuzz.choices import Choices
from tests.fuzz.holding import demand, demand_article, demand_facts, demand_sentences, demand_spans

_SURROGATES = frozenset(name for names in pools().values() for name in names)


def damaged_bytes(choose: Choices) -> bytes:
    """A short text in some encoding, damaged."""
    return material.damaged(choose, material.text(choose, 4))


def check_decode(data: bytes) -> None:
    """Bytes are text or refused, and text has no NUL and encodes to the same text again."""
    try:
        text, warnings = decode(data, "a.txt")
    except InputError as error:
        demand("a.txt" in error.message and "\n" not in str(error), "an error that is not one line", str(error))
        return
    demand("\0" not in text, "a NUL in a text", text)
    demand(text.encode("utf-8").decode("utf-8") == text, "half of a surrogate pair", text)
    demand(
        not text.startswith("\ufeff") or data.count(b"\xbf") > 1 or data[:2] in (b"\xff\xfe", b"\xfe\xff"),
        "a mark",
        text,
    )
    demand(all("\n" not in warning for warning in warnings), "a warning of two lines", warnings)


def named_bytes(choose: Choices) -> tuple[str, bytes]:
    """The name and the bytes of a file that may be an article, HTML left to a target of its own."""
    path = choose.one(("a.txt", "a.md", "a.md", "a", "a.mdx", "-"))
    made = material.document(choose) if path != "a.txt" else material.text(choose, 6)
    return path, material.damaged(choose, made) if choose.number(0, 3) == 0 else made.encode("utf-8", "replace")


def check_read(value: tuple[str, bytes]) -> None:
    """A file is an article whose offsets are exact, or it is refused in one line."""
    path, data = value
    try:
        article = article_from_bytes(data, path)
    except InputError as error:
        demand("\n" not in str(error), "an error of two lines", str(error))
        return
    demand(article.text.strip(), "an article without text", data)
    demand_article(article)
    for known in (article.title, article.date, article.place, article.author):
        demand(known is None or (known and "\n" not in known), "metadata of two lines, or of none", known)


def page(choose: Choices) -> tuple[str, bytes]:
    """A web page, more or less."""
    body = "".join(
        f"{choose.one(('<p>', '<div>', '<li>', '<h1>', '<blockquote>', ''))}{material.part(choose)}{choose.one(('</p>', '</div>', '', '<br>'))}"
        for _ in range(choose.number(1, 8))
    )
    head = choose.one(
        (
            "<html><body>",
            "<!DOCTYPE html><html><head><title>A ferry sinks</title></head><body><article>",
            "<?xml version='1.0' encoding='x'?><html>",
            "<html><meta charset='utf-7'>",
        )
    )
    return "a.html", (head + body).encode("utf-8", "replace")


def check_clean(text: str) -> None:
    """Cleaning takes out and moves nothing."""
    article = clean(Article.from_text(text, "a.txt"))
    demand_article(article)
    demand(len(article.text) <= len(text), "cleaning that adds", article.text)


def any_text(choose: Choices) -> str:
    """A text of a few parts."""
    return material.text(choose, 8)


def check_split(text: str) -> None:
    """Sentences leave nothing out and are in order; parts of an article are all of it."""
    demand_sentences(text)
    demand(isinstance(is_english(text), bool), "neither English nor not", text)
    sentences = split(text)
    for count in (1, 3):
        divided = tuple(sentence for part in divide(sentences, count) for sentence in part)
        demand(divided == sentences, "parts that are not the whole", divided)


def dated_text(choose: Choices) -> tuple[str, str]:
    """A text, and what its file gives for a date."""
    day = choose.one(
        (
            "",
            "2021-03-04",
            "4 March 2021",
            "March",
            "99999-01-01",
            "2021-02-30",
            "0001-01-01",
            "9999-12-31",
            choose.one(material.DATES),
        )
    )
    return material.text(choose, 4), day


def check_facts(value: tuple[str, str]) -> None:
    """Facts are where they say they are, and so are those of a text whose day is known."""
    text, day = value
    demand_facts(find_facts(text), text)
    if day:
        demand_facts(find_facts(text, date=day), text)


def check_inventory(value: tuple[str, str]) -> None:
    """An article states each of its own facts, and knows where."""
    text, title = value
    facts = find_facts(text)
    inventory = take_inventory(text, facts, (title,) if title else ())
    for fact in facts:
        demand(inventory.states(fact), "an article that does not state its own fact", fact)
        demand_spans(inventory.spans(fact), text)
        inventory.nearest(fact)


class _Letters:
    """A vocabulary to which only the stock's names are easy."""

    def count_tokens(self, text: str) -> int:
        return 1 if text in _SURROGATES else 9

    def can_spell(self, word: str) -> bool:
        return word.isascii()


def names_and_text(choose: Choices) -> tuple[str, str, tuple[str, ...]]:
    """A text, what a model may write of it, and names in it."""
    names = tuple(
        choose.one((material.name, material.name, material.noise))(choose) for _ in range(choose.number(1, 4))
    )
    text = f"{material.text(choose, 3)} {choose.one(names)} {choose.one(material.MESS)} {choose.one(names)}{choose.one(('’s', 's', 'es', '-', '’', ''))} {choose.one(sorted(_SURROGATES))}"
    return text, material.text(choose, 2), names


def check_protect(value: tuple[str, str, tuple[str, ...]]) -> None:
    """What is hidden comes back exactly, and restoring twice is restoring once."""
    text, written, names = value
    kinds = ("person", "place", "group", "organisation")
    actors = tuple(Fact("actor", Span(0, 0, name), name, kinds[at % 4]) for at, name in enumerate(names))
    protection = protect(Passage((), None, text), actors, _Letters(), is_common)
    demand(protection.restore(protection.passage.text) == text, "a name that does not come back", protection.swaps)
    once = protection.restore(written)
    demand(protection.restore(once) == once, "restoring twice is not restoring once", once)


def check_echo(text: str) -> None:
    """Nothing that steers a terminal gets there."""
    shown = visible(text)
    demand(visible(shown) == shown, "stripping twice is not stripping once", shown)
    steering = {
        *map(chr, (*range(9), *range(11, 32), *range(127, 160))),
        *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    }
    demand(not steering & set(shown), "a control that reaches the terminal", shown)
    shown.encode("utf-8")
