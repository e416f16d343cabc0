"""Guarded fields -> a Summary, with every fact in it tied to where the article states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from summarize.config import Options
from summarize.data import TASKS, Article, Edit, Mention, Point, Sentence, Statement, Summary, Task
from summarize.facts import find_facts
from summarize.facts.inventory import Inventory
from summarize.guard.resolve import resolve_dates
from summarize.guard.rules import FORM, RULES

_ONE_SENTENCE = "the article is one sentence: it is its own brief"


@dataclass(frozen=True, slots=True)
class Guarded:
    """One field of a summary: what may be printed, and what was done to get there."""

    statements: tuple[Statement, ...]
    edits: tuple[Edit, ...]


def compose(
    article: Article, fields: Mapping[Task, Guarded], inventory: Inventory, model: str, *, resolve: bool = False
) -> Summary:
    """Return the summary that the fields make up; a field that is not there is empty. `resolve` dates its days."""
    if resolve:
        fields = {task: _resolved(task, field, article.date) for task, field in fields.items()}
    headline, brief, points = (fields[task].statements if task in fields else () for task in TASKS)
    summary = Summary(
        article=article,
        headline=headline[0] if headline else None,
        sentences=brief,
        points=tuple(Point(point.text, point.origin, point.sources) for point in points),
        edits=tuple(edit for field in fields.values() for edit in field.edits),
        model=model,
        warnings=article.warnings,
    )
    return replace(summary, facts=_mentions(summary, inventory))


def _resolved(task: Task, field: Guarded, written: str | None) -> Guarded:
    dated = tuple(replace(one, text=resolve_dates(one.text, written)) for one in field.statements)
    rule = "resolved-date"
    edits = tuple(
        Edit("repaired", rule, task, before.text, after.text, RULES[rule], before.sources)
        for before, after in zip(field.statements, dated, strict=True)
        if before != after
    )
    return Guarded(dated, (*field.edits, *edits))


def quote_whole(article: Article, sentence: Sentence, inventory: Inventory, options: Options) -> Summary:
    """Return the summary of an article of one sentence: itself, with a warning that says so."""
    titled = article.title and "headline" in options.tasks
    summary = Summary(
        article=article,
        headline=Statement(article.title or "", "source", (sentence.span,)) if titled else None,
        sentences=(Statement(sentence.plain, "source", (sentence.span,)),),
        points=(),
        warnings=(*article.warnings, _ONE_SENTENCE),
    )
    return replace(summary, facts=_mentions(summary, inventory))


def find_losses(summary: Summary) -> tuple[Edit, ...]:
    """Return what was dropped because the article does not bear it out, and the main facts that went missing."""
    return tuple(edit for edit in summary.edits if edit.action == "dropped" and edit.rule not in FORM)


def _mentions(summary: Summary, inventory: Inventory) -> tuple[Mention, ...]:
    fields = [("headline", summary.headline.text)] if summary.headline else []
    fields += [("brief", summary.brief)]
    fields += [(f"points[{at}]", point.text) for at, point in enumerate(summary.points)]
    return tuple(Mention(field, fact, inventory.spans(fact)) for field, text in fields for fact in find_facts(text))
