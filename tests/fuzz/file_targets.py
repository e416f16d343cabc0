"""Targets that take what stands in files beside articles, and pairs of texts: settings, front matter, briefs, drafts."""

from __future__ import annotations

import contextlib
import json
import tempfile
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from jsonschema import Draft202012Validator

from summarize.clean import clean
from summarize.config import Options, Patterns, Settings, load_settings, render_settings
from summarize.data import Article, Draft, Point, Sentence, Statement, Summary, Task
from summarize.editorial.baseline import read_baseline
from summarize.editorial.check import check_brief
from summarize.editorial.document import BriefDocument, parse_brief, parse_brief_inside
from summarize.editorial.fix import mend
from summarize.editorial.front_matter import fields_in, front_matter_seat
from summarize.editorial.markers import has_marks, marked_seat
from summarize.editorial.record import Record, parse_record
from summarize.editorial.rules import CHECKED
from summarize.editorial.seat import Seat
from summarize.errors import SummarizeError
from summarize.evaluate import parse_pairs
from summarize.facts import Inventory, find_facts, take_inventory
from summarize.guard import Guarded, compose, guard, quote_whole
from summarize.prompts import load_profile
from summarize.read import front_matter
from summarize.render import (
    render_edits,
    render_failure,
    render_github,
    render_json,
    render_markdown,
    render_problem_json,
    render_problems,
    render_sarif,
    render_text,
)
from summarize.split import split
from tests.fuzz import material, schemas
from tests.fuzz.choices import Choices
from tests.fuzz.holding import demand, demand_article, demand_spans

_SUMMARY = Draft202012Validator(schemas.SUMMARY)
_FAILURE = Draft202012Validator(schemas.FAILURE)
_PROBLEM = Draft202012Validator(schemas.PROBLEM)
_KEYS = ("tasks", "brief_words", "points", "model", "threads", "protect", "exclude", "include", "place", "fields", "max_chars", "select", "fail_level", "baseline", "max_bytes", "timeout")  # fmt: skip


_FOLDER = tempfile.TemporaryDirectory(prefix="summarize-fuzz-")


def _folder() -> Path:
    path = Path(_FOLDER.name)
    path.mkdir(exist_ok=True)  # a run takes long enough for somebody to clear up temporary files
    return path


def settings_file(choose: Choices) -> str:
    """A configuration file."""
    return material.toml(choose, _KEYS)


def check_config(text: str) -> None:
    """A configuration is refused in one line, or is what it prints: settings that can be read again as the same."""
    file = _folder() / ".summarize.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        settings = load_settings(_folder())
        for patterns in (settings.include, settings.exclude):
            if patterns:
                Patterns(_folder(), patterns).verdict(_folder() / "a.md")
    except SummarizeError as error:
        demand("\n" not in str(error), "an error of two lines", str(error))
        return
    file.write_text(render_settings(settings, file), encoding="utf-8", errors="surrogatepass")
    again = load_settings(_folder())
    demand(replace(again, given=settings.given) == settings, "settings that read back as others", text)


def profile_file(choose: Choices) -> str:
    """A model's profile, one line of it changed."""
    lines = _profile().splitlines()
    at = choose.number(0, len(lines) - 1)
    key = lines[at].partition("=")[0].strip() or "budget"
    lines[at] = choose.one((f"{key} = {material.toml_value(choose)}", "", "[", f"{key}2 = 1", f"[tasks.{key}]"))
    return "\n".join(lines)


@cache
def _profile() -> str:
    return (Path(__file__).parent.parent.parent / "prompts" / "brief-en.toml").read_text(encoding="utf-8")


def check_profile(text: str) -> None:
    """A profile is refused, or its limits are numbers that bound a request."""
    file = _folder() / "own.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        profile = load_profile(str(file))
    except SummarizeError:
        return
    for task in profile.tasks.values():
        search = task.generation
        demand(1 <= search.n_best <= search.beam_size <= 64, "an unbounded search", search)
        demand(1 <= search.max_tokens <= 10_000 and 1 <= task.budget <= 1_000_000, "an unbounded request", task)


def rows(choose: Choices) -> bytes:
    """Lines of JSON, more or less."""
    values = (
        '"a b"',
        "1",
        "null",
        "[]",
        '["x", 1]',
        "{}",
        '"\\ud800"',
        "NaN",
        "1e999",
        "[" * 300,
        "[" * 50_000,
        "1" * 5000,
        '"\\u0000"',
        json.dumps(material.sentence(choose)),
    )
    keys = ("article", "brief", "title", "points", "headline", "id", "x")
    lines = []
    for _ in range(choose.number(0, 3)):
        pairs = ", ".join(f'"{choose.one(keys)}": {choose.one(values)}' for _ in range(choose.number(0, 5)))
        lines.append(choose.one((f"{{{pairs}}}", f"{{{pairs}}}", pairs, choose.one(values))))
    return material.damaged(choose, "\n".join(lines))


def check_rows(data: bytes) -> None:
    """Pairs are texts, and bad rows are told by their line; a baseline is one or is refused."""
    try:
        pairs, bad = parse_pairs(data)
        demand(all(pair.article and pair.brief for pair in pairs), "a pair of which half is not there", pairs)
        demand(all(row.line >= 1 for row in bad), "a bad row without a line", bad)
    except SummarizeError:
        pass
    file = _folder() / "baseline.json"
    file.write_bytes(b'{"schema": "summarize-baseline/1", "findings": [' + data[:200] + b"]}")
    with contextlib.suppress(SummarizeError):
        read_baseline(file)


def check_front_matter(text: str) -> None:
    """What front matter says is on one line each, and a brief in it knows where each of its characters stands."""
    found = front_matter.find(text)
    if found:
        demand(0 < found.end <= len(text), "front matter that ends outside its text", found)
    for parse in (parse_brief, parse_brief_inside):
        try:
            document = parse(text, (), "a.md", Settings())
        except SummarizeError:
            continue
        _demand_document(document)
    parse_record(text)


def _demand_document(document: BriefDocument) -> None:
    for stretch in document.stretches:
        demand(len(stretch.places) == len(stretch.text), "characters without a place", stretch.text)
        for (start, end), (after, _) in zip(stretch.places, (*stretch.places[1:], stretch.places[-1]), strict=True):
            demand(0 <= start < end <= len(document.source) and start <= after, "places out of order", stretch.text)
    demand_spans((one.span for one in document.directives), document.source)


def brief_and_document(choose: Choices) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A document, and the sentences and points that are to be written into it."""
    made = [
        " ".join(choose.one((material.sentence, material.sentence, material.part))(choose).split()) or "x"
        for _ in range(3)
    ]
    return material.document(choose), tuple(made[: choose.number(1, 2)]), tuple(made[choose.number(1, 3) :])


def check_write(value: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    """What is written into a document is read back, twice is once, and all else stays as it was."""
    text, sentences, points = value
    summary = Summary(
        Article.from_text(text, "a.md"),
        None,
        tuple(Statement(one, "model") for one in sentences),
        tuple(Point(one, "model") for one in points),
        model="fuzz",
    )
    record = Record("generated", "fuzz", "0.1.0", "ab" * 32, "", source_hash="cd" * 32)
    try:
        seat = _seat(text)
        after = seat.fill(summary, record)
        again = _seat(after)
    except SummarizeError as error:
        demand("\n" not in error.message, "an error of two lines", str(error))
        return
    demand(again.record is not None, "a record that is not read back", after)
    demand(not again.is_edited, "a brief that seems to be edited as soon as it is written", after)
    demand(again.source == seat.source, "writing that changes the article", after)
    demand(again.fill(summary, record) == after, "writing twice is not writing once", after)
    if not has_marks(text):
        before, fields = fields_in(text), fields_in(after)
        others = {key for key in before if key not in ("description", "summary", "key_points", "summarize")}
        demand(all(repr(before[key]) == repr(fields[key]) for key in others), "a field that has changed", after)


def _seat(text: str) -> Seat:
    return marked_seat(Path("a.md"), text) if has_marks(text) else front_matter_seat(Path("a.md"), text, Settings())


def article_and_brief(choose: Choices) -> tuple[str, str, str]:
    """An article, a brief that is near it, and the brief's file name."""
    source = material.article(choose)
    pieces = [
        choose.one((material.near_copy, material.near_copy, lambda one, _: material.part(one)))(choose, source)
        for _ in range(choose.number(1, 4))
    ]
    marks = choose.one(("", "- ", "# ", "> ", "**"))
    brief = choose.one(("", "", "# A headline\n\n", "---\ndescription: x\n---\n")) + choose.one(
        ("\n\n", "\n- ", " ")
    ).join([marks + pieces[0], *pieces[1:]])
    return source, brief, choose.one(("b.md", "b.txt"))


def check_checking(value: tuple[str, str, str]) -> None:
    """Findings stand where they say, every report of them is whole, and mending leaves a brief that can be read."""
    source, brief, path = value
    article = clean(Article.from_text(source, "a.txt"))
    try:
        document = parse_brief(brief, (), path, Settings())
        problems = check_brief(article, document, Settings())
    except SummarizeError:
        return
    for problem in problems:
        demand_spans((problem.span,), document.source) if problem.span.text else None
        _PROBLEM.validate(render_problem_json(problem))
        demand(problem.rule in CHECKED, "a rule that is none", problem.rule)
        demand(
            (problem.line, problem.column) < (problem.end_line, problem.end_column), "a finding of no width", problem
        )
    demand(render_problems(problems).count("\n") <= 3 * len(problems), "a finding of many lines", problems)
    demand(len(render_github(problems).splitlines()) == len(problems), "an annotation of two lines", problems)
    json.dumps(render_sarif(problems, tuple(CHECKED.values()), {}, "0"))
    mended, _ = mend(document, problems, Settings())
    _demand_document(mended)


@lru_cache(maxsize=4)
def _known(source: str) -> tuple[Article, tuple[Sentence, ...], Inventory]:
    article = clean(Article.from_text(source, "a.txt"))
    metadata = tuple(text for text in (article.title, article.place, article.date) if text)
    return article, split(article.text), take_inventory(article.text, find_facts(article.text), metadata)


Drafts = dict[Task, tuple[tuple[str, ...], ...]]


def article_and_drafts(choose: Choices) -> tuple[str, Drafts, tuple[int, int]]:
    """An article, drafts of its three parts, and how long they may be."""
    source = material.article(choose)
    drafts: Drafts = {}
    for task, most in (("headline", 1), ("brief", 3), ("points", 3)):
        drafts[task] = tuple(
            tuple(material.near_copy(choose, source) for _ in range(choose.number(1, most)))
            for _ in range(choose.number(1, 2))
        )
    return source, drafts, (choose.number(8, 80), choose.number(0, 4))


def _guarded(source: str, drafts: Drafts, options: Options) -> dict[Task, Guarded]:
    article, sentences, inventory = _known(source)
    candidates = {task: [Draft(items, -0.1 * at) for at, items in enumerate(found)] for task, found in drafts.items()}
    return guard(candidates, sentences, inventory, article.title, options)


def _as_read(drafts: Drafts) -> Drafts:
    return {task: tuple(_items(task, items) for items in found) for task, found in drafts.items()}


def _items(task: Task, items: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the pipeline makes of a draft: an item a sentence."""
    lines = tuple(" ".join(item.split()) for item in items)
    return lines if task == "headline" else tuple(sentence.plain for item in lines for sentence in split(item))


def check_guard(value: tuple[str, Drafts, tuple[int, int]]) -> None:
    """Nothing is printed that the article does not state, and what is printed fits its schema."""
    source, drafts, (words, most) = value
    article, sentences, inventory = _known(source)
    options = Options(brief_words=words, points=most)
    if len(sentences) < 2:
        return
    fields = _guarded(source, _as_read(drafts), options)
    for task, field in fields.items():
        for statement in field.statements:
            demand_spans(statement.sources, article.text)
            for fact in find_facts(statement.text):
                demand(inventory.states(fact), f"a fact in the {task} that is not the article's", (fact, statement))
    demand(len(fields["points"].statements) <= most, "too many points", fields)
    _demand_rendered(compose(article, fields, inventory, "fuzz", resolve=words % 2 == 0))


def check_guard_twice(value: tuple[str, Drafts, tuple[int, int]]) -> None:
    """Guarding twice is guarding once."""
    source, drafts, (words, most) = value
    if len(_known(source)[1]) < 2:
        return
    options = Options(brief_words=words, points=most)
    first = _guarded(source, _as_read(drafts), options)
    once = {task: tuple(one.text for one in field.statements) for task, field in first.items()}
    twice = _guarded(source, {task: (items,) for task, items in once.items()}, options)
    texts = {task: tuple(one.text for one in field.statements) for task, field in twice.items()}
    demand(texts == once, "guarding twice is not guarding once", (once, texts))


def check_render(text: str) -> None:
    """Every form of a summary is whole: JSON that fits its schema, lines that no text of the article can forge."""
    article = clean(Article.from_text(text, "a.txt"))
    sentences = split(article.text)
    if not sentences:
        _FAILURE.validate(render_failure("a.txt", SummarizeError("there is no text", text)))
        return
    whole = quote_whole(article, sentences[0], take_inventory(article.text, ()), Options())
    statements = tuple(Statement(one.plain, "source", (one.span,)) for one in sentences)
    points = tuple(Point(one.text, one.origin, one.sources) for one in statements[1:4])
    _demand_rendered(whole)
    _demand_rendered(replace(whole, headline=statements[-1], sentences=statements[:3], points=points, facts=()))


def _demand_rendered(summary: Summary) -> None:
    demand_article(summary.article)
    values = json.loads(json.dumps(render_json(summary)))
    _SUMMARY.validate(values)
    parts = {"headline": values["headline"]["text"] if values["headline"] else "", "brief": values["brief"]["text"]}
    parts |= {f"points[{at}]": point["text"] for at, point in enumerate(values["points"])}
    for fact in values["facts"]:
        demand(parts[fact["field"]][fact["start"] : fact["end"]] == fact["text"], "a fact that is elsewhere", fact)
    text = " ".join((parts["headline"], summary.brief, *(f"- {one.text}" for one in summary.points)))
    wide, shown = render_text(summary, width=10**6), render_text(summary)
    demand(wide.split() == text.split(), "text that lost words", wide)
    # A word longer than a line, or one without spaces as Chinese has, may go on in the next.
    demand("".join(shown.split()) == "".join(text.split()), "lines that lost letters", shown)
    markdown = render_markdown(summary)
    demand(
        markdown.count("\n- ") + markdown.startswith("- ") == len(summary.points),
        "points that are not points",
        markdown,
    )
    render_edits(summary)
