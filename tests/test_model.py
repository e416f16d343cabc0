"""The built-in model for real. Only properties are asserted: int8 text may differ from processor to processor."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

import summarize
from examples.make import ARTICLES, summarize_example
from summarize.config import Options
from summarize.data import Passage, Summary
from summarize.engines import find_model, open_engine
from summarize.errors import InputError, ModelError
from summarize.facts import find_facts, take_inventory
from summarize.pipeline import Summarizer
from summarize.prompts import load_profile
from summarize.read import read_article
from tests.conftest import ROOT, Run

EXAMPLES = ARTICLES
STORY = ROOT / "examples" / "politics.txt"


@pytest.mark.parametrize("name", [path.name for path in EXAMPLES])
def test_every_fact_of_a_summary_is_one_of_its_article(name: str, summaries: dict[str, Summary]) -> None:
    summary = summaries[name]
    article = summary.article
    stated = tuple(text for text in (article.title, article.place, article.date) if text)
    inventory = take_inventory(article.text, find_facts(article.text), stated)
    texts = [
        summary.headline.text if summary.headline else "",
        summary.brief,
        *(point.text for point in summary.points),
    ]
    wrong = [fact.span.text for text in texts for fact in find_facts(text) if not inventory.states(fact)]
    assert wrong == []


@pytest.mark.parametrize("name", [path.name for path in EXAMPLES])
def test_form_and_length(name: str, summaries: dict[str, Summary]) -> None:
    summary = summaries[name]
    assert 10 <= len(summary.brief.split()) <= 70 or len(summary.sentences) == 1
    assert 1 <= len(summary.points) <= 4
    assert summary.headline
    assert not summary.headline.text.endswith(".")
    assert all(point.text[-1] in '.!?"”’' for point in summary.points)
    assert len({point.text for point in summary.points}) == len(summary.points)


@pytest.mark.parametrize("name", [path.name for path in EXAMPLES])
def test_every_source_is_where_it_says(name: str, summaries: dict[str, Summary]) -> None:
    summary = summaries[name]
    for statement in (*summary.sentences, *summary.points):
        assert statement.sources
        for span in statement.sources:
            assert summary.article.text[span.start : span.end] == span.text
            assert summary.article.locate(span.start, span.end).text


def test_most_sentences_are_the_models_own(summaries: dict[str, Summary]) -> None:
    origins = [sentence.origin for summary in summaries.values() for sentence in summary.sentences]
    assert origins.count("model") >= 0.7 * len(origins)


def test_furniture_of_a_page_stays_out(summaries: dict[str, Summary]) -> None:
    summary = summaries["pasted-page.txt"]
    written = " ".join([summary.brief, *(point.text for point in summary.points)])
    for foreign in ("Stokes", "Arcangelo", "2017", "9.8", "Photo", "Subscribe", "newsletter", "8-4"):
        assert foreign not in written


def test_a_pasted_page_is_summarized_without_its_furniture(summarizer: Summarizer) -> None:
    summary = summarizer.summarize(read_article(str(ROOT / "tests" / "fixtures" / "pasted_page.txt")))
    written = " ".join([summary.brief, *(point.text for point in summary.points)])
    for foreign in (
        "Odell",
        "Lund",
        "Colby",
        "Prior",
        "2018",
        "Adler",
        "Morning Briefing",
        "Who pays",
        "Bright",
        "Saltby parents",
    ):
        assert foreign not in written
    assert "Northfield" in written
    assert "Tuesday" in written


def test_the_same_text_gives_the_same_summary_whatever_runs_beside_it(
    summarizer: Summarizer, summaries: dict[str, Summary]
) -> None:
    with ThreadPoolExecutor(4) as pool:
        side_by_side = list(pool.map(partial(summarize_example, summarizer=summarizer), EXAMPLES[:4]))
    assert side_by_side == [summaries[path.name] for path in EXAMPLES[:4]]


def test_python_api() -> None:
    text = STORY.read_text(encoding="utf-8")
    summary = summarize.summarize(text, Options(tasks=("brief",), brief_words=30, threads=1))
    assert isinstance(summary, summarize.Summary)
    assert summary.points == ()
    assert summary.headline is None
    assert len(summary.sentences) == 1 or len(summary.brief.split()) <= 30


def test_a_text_of_one_sentence_is_its_own_brief() -> None:
    summary = summarize.summarize("The harbour bridge in Vesterholm reopened on Monday.")
    assert summary.brief == "The harbour bridge in Vesterholm reopened on Monday."
    assert summary.sentences[0].origin == "source"
    assert "one sentence" in summary.warnings[0]


def test_nothing_to_summarize() -> None:
    with pytest.raises(InputError, match="no text to summarize"):
        summarize.summarize(" \n ")


def test_engine_counts_spells_and_refuses_what_is_too_long() -> None:
    profile = load_profile("brief-en")
    engine = open_engine(find_model(), profile, 1)
    assert engine.count_tokens("brief: Oslo.") > 2
    assert engine.can_spell("Erdoğan")
    assert not engine.can_spell("東京")
    request = profile.request("brief", Passage((), None, "word " * 2000))
    with pytest.raises(ModelError, match="exceeds the model's 1000"):
        engine.generate([request])


def test_n_best_drafts_come_best_first() -> None:
    profile = load_profile("brief-en")
    engine = open_engine(find_model(), profile, 2)
    text = " ".join(STORY.read_text(encoding="utf-8").split()[:300])
    requests = [profile.request(task, Passage((), None, text)) for task in ("points", "headline")]
    points, headlines = engine.generate(requests)
    assert len(points) == len(headlines) == 4
    assert len(points[0].items) >= 2
    assert [draft.score for draft in headlines] == sorted((draft.score for draft in headlines), reverse=True)
    assert engine.generate(requests[1:]) == (headlines,)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path / "none", "there is no model"),
        (lambda path: path, "is not a CTranslate2 model folder: it has no model.bin, config.json, spiece.model"),
    ],
)
def test_a_model_that_is_not_there(make, message: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match=message):
        Summarizer(Options(model=str(make(tmp_path))))


def test_a_damaged_model_is_one_line(tmp_path: Path, run: Run) -> None:
    for name in ("model.bin", "config.json", "spiece.model"):
        (tmp_path / name).write_bytes(b"{}")
    done = run("-m", str(tmp_path), str(STORY))
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"cannot be loaded" in done.stderr


def test_the_built_in_model_from_another_folder(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.symlink_to(find_model().path)
    summary = Summarizer(Options(model=str(copy), tasks=("headline",))).summarize(read_article(str(STORY)))
    assert summary.model == "brief-en"


def test_a_brief_imports_only_what_it_uses() -> None:
    script = (
        "import sys\n"
        "from summarize import summarize\n"
        f"summarize(open({str(STORY)!r}, encoding='utf-8').read())\n"
        "unused = {'transformers', 'torch', 'trafilatura', 'rich', 'click', 'yaml', 'charset_normalizer'}\n"
        "sys.exit(', '.join(unused & sys.modules.keys()) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    # CTranslate2 itself reads YAML; nothing else may come along.
    assert done.stderr.strip() in ("", "yaml")


def test_json_from_the_program(run: Run) -> None:
    done = run("--format", "json", str(STORY))
    assert done.returncode == 0, done.stderr
    values = json.loads(done.stdout)
    source = STORY.read_bytes().decode()
    assert values["schema"] == "summarize/1"
    for sentence in values["brief"]["sentences"]:
        for place in sentence["sources"]:
            assert source[: place["start"]].count("\n") + 1 == place["line"]
    for fact in values["facts"]:
        field = fact["field"]
        text = values["points"][int(field[7:-1])]["text"] if field.startswith("points") else values[field]["text"]
        assert text[fact["start"] : fact["end"]] == fact["text"]
