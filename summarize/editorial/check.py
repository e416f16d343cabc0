"""A cleaned article and a brief in its file -> what is wrong with the brief, place by place. No model is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summarize.config import Settings
from summarize.data import Article
from summarize.editorial.desk import Desk
from summarize.editorial.document import BriefDocument
from summarize.editorial.evidence import gather_evidence
from summarize.editorial.fix import find_fix
from summarize.editorial.lines import Lines
from summarize.editorial.record import body_hash
from summarize.editorial.rules import CHECKED, is_selected
from summarize.editorial.showing import find_showing
from summarize.editorial.stretch import Stretch
from summarize.editorial.suggest import suggest
from summarize.editorial.suppress import suppress
from summarize.guard import examine, find_missing_actors, find_missing_date
from summarize.problem import Problem
from summarize.split import split

_WORD = re.compile(r"\S+")
_SAID = ("brief", "points")


def check_brief(article: Article, document: BriefDocument, settings: Settings) -> tuple[Problem, ...]:
    """Return the problems of a brief in the order of its file, without those that settings or comments let be.

    `article` is cleaned. Raises InputError if there is no sentence in it.
    """
    desk = Desk(article, document, gather_evidence(article), Lines(document.source))
    found = [
        *(problem for stretch in document.stretches for problem in _find_unsupported(stretch, desk)),
        *_find_missing(desk),
        *_find_long(desk, settings),
        *_find_stale(desk),
    ]
    kept = suppress(found, desk)
    return tuple(problem for problem in kept if is_selected(problem.rule, settings.select, settings.ignore))


def _find_unsupported(stretch: Stretch, desk: Desk) -> Iterator[Problem]:
    sentences = split(stretch.text)
    findings = examine(sentences, desk.evidence)
    for finding in findings:
        around = next(one.plain for one in sentences if one.span.overlaps(finding.span))
        finding = replace(finding, suggestion=suggest(finding, around, desk.evidence))
        named = not finding.suggestion or finding.suggestion in finding.message
        yield desk.problem(
            finding.rule,
            finding.message if named else f"{finding.message}, it has {finding.suggestion!r}",
            stretch.locate(finding.span.start, finding.span.end),
            severity=finding.severity,
            found=finding.span.text,
            suggestion=finding.suggestion,
            field=stretch.field,
            sentence=around,
            fix=find_fix(finding, stretch, len(findings), desk.evidence),
            **desk.shown(find_showing(finding, around, desk.evidence)),
        )


def _find_missing(desk: Desk) -> Iterator[Problem]:
    """Find the main actors and the main date that brief and points leave out: one place, where the brief begins."""
    parts = [stretch for stretch in desk.document.stretches if stretch.field in _SAID]
    if not parts:
        return  # a headline or a description alone has no room for all of them
    first = next((stretch for stretch in parts if stretch.field == "brief"), parts[0])
    word = _WORD.match(first.text)
    place = first.locate(0, word.end() if word else 1)
    said = desk.said()
    for actor in find_missing_actors(desk.evidence, said):
        message = f"{actor.name!r}: {CHECKED['missing-main-actor'].summary}"
        shown = desk.shown(actor.mentions[0])
        yield desk.problem("missing-main-actor", message, place, suggestion=actor.name, sentence=actor.name, **shown)
    if date := find_missing_date(desk.evidence, said):
        message = f"{date.span.text!r}: {CHECKED['missing-main-date'].summary}"
        shown = desk.shown(date.span)
        yield desk.problem(
            "missing-main-date", message, place, suggestion=date.span.text, sentence=date.span.text, **shown
        )


def _find_long(desk: Desk, settings: Settings) -> Iterator[Problem]:
    """Find the word at which a brief is longer than was asked for, if anything was asked for."""
    if "brief_words" in settings.given:
        yield from _find_words(desk, settings.options.brief_words)
    for stretch in desk.document.stretches:
        if stretch.field == "description" and "max_chars" in settings.given and len(stretch.text) > settings.max_chars:
            message = f"{len(stretch.text)} characters, {settings.max_chars} were asked for"
            place = stretch.locate(settings.max_chars, len(stretch.text))
            yield desk.problem("too-long", message, place, field=stretch.field, sentence=stretch.text)


def _find_words(desk: Desk, limit: int) -> Iterator[Problem]:
    paragraphs = [stretch for stretch in desk.document.stretches if stretch.field == "brief"]
    # A summary in front matter and a brief below it are two briefs.
    groups = [[one for one in paragraphs if (one.style in ("text", "markdown")) is prose] for prose in (False, True)]
    for group in groups:
        words = [(stretch, word) for stretch in group for word in _WORD.finditer(stretch.text)]
        if len(words) > limit:
            stretch, word = words[limit]
            place = stretch.locate(word.start(), len(stretch.text))
            message = f"{len(words)} words, {limit} were asked for"
            yield desk.problem("too-long", message, place, sentence=stretch.text)


def _find_stale(desk: Desk) -> Iterator[Problem]:
    record = desk.document.record
    if record is None or not record.article_hash or record.article_hash == body_hash(desk.article):
        return
    start = max(desk.document.source.find(record.article_hash), 0)
    message = f"{CHECKED['stale-brief'].summary}; `summarize write` says what it would do about it"
    yield desk.problem("stale-brief", message, (start, start + len(record.article_hash)), sentence=record.article_hash)
