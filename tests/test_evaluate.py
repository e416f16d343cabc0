"""`summarize evaluate`: which rows are pairs, what is measured of a text, and what the command says."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from summarize.clean import clean
from summarize.cli import cli
from summarize.config import Options
from summarize.data import Article, Draft, Point, Span, Statement, Summary, Task
from summarize.errors import InputError, MissingExtraError
from summarize.evaluate import Pair, Runner, parse_pairs, render_table, report, sample
from summarize.evaluate.measure import Gauge, Rouge, Share, find_bigrams
from summarize.evaluate.report import bootstrap
from summarize.pipeline import Drafted, Summarizer
from summarize.split import split

ARTICLE = (
    "The harbour board of Vesterholm closed the east pier on Monday after divers found a crack of 14 metres. "
    "The harbour master, Jonas Ekdahl, said the ferries would use the west pier until June. "
    "Ekdahl put the repairs at 3.2 million kroner. "
    "Two fishing crews have asked the board for compensation. "
    "The board meets again on 3 March."
)
BRIEF = (
    "The harbour board of Vesterholm closed the east pier on Monday. Jonas Ekdahl put repairs at 3.2 million kroner."
)
ROW = {
    "title": "Vesterholm closes pier, Ekdahl says",
    "article": ARTICLE,
    "brief": BRIEF,
    "points": ["The harbour board closed the east pier.", "Two fishing crews have asked for compensation."],
    "headline": "Harbour board closes east pier",
}


def lines(*rows: object) -> bytes:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows).encode()


BAD_ROWS = {
    "no JSON": ("{'article': 1}", "not JSON"),
    "no object": ([ARTICLE, BRIEF], "not an object"),
    "no article": ({"brief": BRIEF}, "no article"),
    "blank brief": ({"article": ARTICLE, "brief": " \n"}, "no brief"),
    "brief of another kind": ({"article": ARTICLE, "brief": [BRIEF]}, "brief is not a string"),
    "points in one string": ({"article": ARTICLE, "brief": BRIEF, "points": "a. b."}, "points are not a list"),
    "points of another kind": ({"article": ARTICLE, "brief": BRIEF, "points": [1]}, "points are not a list"),
}


@pytest.mark.parametrize(("row", "reason"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_bad_row_is_told_by_its_line(row: object, reason: str) -> None:
    pairs, bad = parse_pairs(lines(ROW, row, ROW))
    assert [pair.line for pair in pairs] == [1, 3]
    assert [one.line for one in bad] == [2]
    assert reason in bad[0].error.message


def test_what_a_row_may_leave_out() -> None:
    (pair,), bad = parse_pairs(b"\xef\xbb\xbf\n" + lines({"article": ARTICLE, "brief": BRIEF, "points": None, "x": 1}))
    assert pair == Pair(2, ARTICLE, BRIEF)
    assert bad == ()
    assert pair.as_article().title is None


def test_bytes_that_are_no_text_spoil_their_own_row_only() -> None:
    pairs, bad = parse_pairs(lines(ROW) + b'{"article": "\xff"}\n' + lines(ROW))
    assert ([pair.line for pair in pairs], [row.line for row in bad]) == ([1, 3], [2])


@given(st.integers(0, 30), st.none() | st.integers(1, 40), st.integers())
def test_a_sample_keeps_the_order_and_repeats_nothing(count: int, limit: int | None, seed: int) -> None:
    pairs = [Pair(line, ARTICLE, BRIEF) for line in range(count)]
    drawn = sample(pairs, limit, seed)
    assert len(drawn) == (count if limit is None else min(count, limit))
    assert [pair.line for pair in drawn] == sorted({pair.line for pair in drawn})
    assert drawn == sample(pairs, limit, seed)


def test_another_seed_draws_another_sample() -> None:
    pairs = [Pair(line, ARTICLE, BRIEF) for line in range(1000)]
    assert sample(pairs, 20, 1) != sample(pairs, 20, 2)


@pytest.fixture(scope="module")
def gauge() -> Gauge:
    (pair,), _ = parse_pairs(lines(ROW))
    return Gauge(clean(pair.as_article()), Rouge())


# text: facts stated of facts; how many of the main actor (Ekdahl: the title has him) and day are named
FACTS = {
    "all is stated": ("The board of Vesterholm met Jonas Ekdahl on Monday.", Share(3, 3), 2),
    "a foreign name": ("The board of Vesterholm met Greta Holmqvist on Monday.", Share(2, 3), 1),
    "a changed figure": ("Ekdahl put the repairs at 4.7 million kroner.", Share(1, 2), 1),
    "a foreign day": ("Vesterholm closed the pier on Thursday.", Share(1, 2), 0),
    "no facts": ("The pier was closed.", Share(0, 0), 0),
}


@pytest.mark.parametrize(("text", "stated", "main"), FACTS.values(), ids=FACTS)
def test_facts_are_held_against_the_article(text: str, stated: Share, main: int, gauge: Gauge) -> None:
    score = gauge.score([text], [])
    assert score.stated == stated
    assert score.main.part == main
    assert score.rouge is None


NOVEL = {
    "copied": (["closed the east pier", "Said the Ferries"], Share(0, 5)),
    "from the title": (["Vesterholm closes pier"], Share(0, 2)),
    "across a sentence's end": (["the east pier", "after divers"], Share(0, 3)),
    "joined anew": (["the board closed pier"], Share(2, 3)),
    "a number keeps its point": (["3.2 million kroner"], Share(0, 2)),
    "one word": (["pier"], Share(0, 0)),
}


@pytest.mark.parametrize(("texts", "novel"), NOVEL.values(), ids=NOVEL)
def test_novelty_is_the_share_of_new_word_pairs(texts: list[str], novel: Share, gauge: Gauge) -> None:
    assert gauge.score(texts, []).novel == novel


def test_bigrams_end_with_their_text() -> None:
    assert find_bigrams(["A b", "c"]) == (("a", "b"),)


def test_rouge_goes_by_sentences_where_its_definition_does() -> None:
    rouge = Rouge()
    assert rouge.score(
        ["The pier closed.", "Divers found a crack."], ["The pier closed.", "Divers found a crack."]
    ) == (
        pytest.approx(1.0),
        pytest.approx(1.0),
        pytest.approx(1.0),
    )
    one, two, longest = rouge.score(["Divers found a crack.", "The pier closed."], ["The pier closed.", "Nobody sank."])
    assert one == pytest.approx(2 * (3 / 5) * (3 / 7) / (3 / 5 + 3 / 7))
    assert two == pytest.approx(2 * (2 / 4) * (2 / 6) / (2 / 4 + 2 / 6))
    assert longest == pytest.approx(one)  # in one line, in another order, it would be less


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_the_interval_holds_values_that_can_be(values: list[float]) -> None:
    low, high = bootstrap(values, 0)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert bootstrap(values, 0) == (low, high)


def test_the_interval_shrinks_with_more_articles() -> None:
    few, many = bootstrap([0.2, 0.6] * 5, 0), bootstrap([0.2, 0.6] * 500, 0)
    assert few[0] < many[0] < 0.4 < many[1] < few[1]


def test_rouge_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rouge_score.rouge_scorer", None)
    with pytest.raises(MissingExtraError, match=r"summarize\[evaluate\]"):
        Rouge()


def test_drafting_and_guarding_make_the_summary(summarizer: Summarizer) -> None:
    drafted = summarizer.draft(ARTICLE)
    assert set(drafted.drafts) == {"headline", "brief", "points"}
    assert summarizer.guard(drafted) == summarizer.summarize(ARTICLE)


def test_the_built_in_model_is_measured(summarizer: Summarizer) -> None:
    (pair,), _ = parse_pairs(lines(ROW))
    outcomes = Runner([summarizer]).run(pair)
    assert [(one.system, one.guarded) for one in outcomes] == [
        ("brief-en", False),
        ("brief-en", True),
        ("lead-3", None),
        ("lead-5", None),
    ]
    drafted, guarded, lead, _ = outcomes
    assert 0 < drafted.seconds < guarded.seconds
    assert guarded.scores["brief"].stated.value == 1.0
    assert lead.scores["brief"].novel.part == 0
    assert lead.scores["together"].words == sum(len(one.plain.split()) for one in split(ARTICLE)[:3])
    assert 0.3 < (guarded.scores["brief"].rouge or (0,))[0] <= 1


class Scripted:
    """Stands in for the Summarizer: it drafts a foreign name, and the guard leaves the first sentence."""

    asked: list[Options]

    def __init__(self, options: Options) -> None:
        self.model = options.model or "brief-en"
        Scripted.asked.append(options)

    def draft(self, article: Article) -> Drafted:
        cleaned = clean(article)
        if "broken" in cleaned.text:
            raise InputError("there is no text to summarize", "try another")
        drafts: Mapping[Task, tuple[Draft, ...]] = {
            "brief": (Draft(("Greta Holmqvist closed the pier.",), -0.1), Draft((BRIEF,), -0.2)),
            "points": (Draft(("The pier was closed.",), -0.1),),
        }
        return Drafted(cleaned, drafts, split(cleaned.text), None)  # type: ignore[arg-type]

    def guard(self, drafted: Drafted) -> Summary:
        first = drafted.sentences[0].plain
        said = (Statement(first, "source", (Span(0, len(first), first),)),)
        return Summary(drafted.article, None, said, (Point("The pier was closed.", "model"),), model=self.model)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr("summarize.pipeline.Summarizer", Scripted)
    monkeypatch.setattr(Scripted, "asked", [], raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["evaluate", *args], input=stdin)


def test_models_stand_side_by_side_with_leads_beside_them(folder: Path) -> None:
    (folder / "pairs.jsonl").write_bytes(lines(ROW, ROW))
    done = call("pairs.jsonl", "-f", "json", "-m", "brief-en", "--model", "ours", "-m", "ours", "--brief", "40")
    assert (done.exit_code, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert [(one["system"], one["guarded"]) for one in found["results"] if one["field"] == "brief"] == [
        ("brief-en", False),
        ("brief-en", True),
        ("ours", False),
        ("ours", True),
        ("lead-3", None),
    ]
    assert [(one.model, one.brief_words) for one in Scripted.asked] == [("brief-en", 40), ("ours", 40)]
    drafted, guarded = (
        one["stated_facts"] for one in found["results"] if (one["system"], one["field"]) == ("ours", "brief")
    )
    assert drafted == {"share": 0.0, "part": 0, "of": 2}
    assert guarded["share"] == 1.0


def test_only_what_has_a_reference_is_written_and_shown(folder: Path) -> None:
    done = call("-", "-f", "json", stdin=lines({"article": ARTICLE, "brief": BRIEF}))
    assert {one["field"] for one in json.loads(done.stdout)["results"]} == {"brief"}
    assert Scripted.asked[0].tasks == ("brief",)


def test_bad_rows_are_named_and_left_out(folder: Path) -> None:
    broken = {"article": "This one is broken. It is.", "brief": BRIEF}
    (folder / "pairs.jsonl").write_bytes(lines("{", ROW, broken))
    done = call("pairs.jsonl", "-f", "json")
    assert done.exit_code == 2
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == ["pairs.jsonl:1", "pairs.jsonl:3"]
    found = json.loads(done.stdout)
    assert (found["pairs"], [row["line"] for row in found["skipped"]]) == (1, [1, 3])


def test_a_limit_takes_fewer(folder: Path) -> None:
    done = call("-", "--limit", "2", "--seed", "7", stdin=lines(ROW, ROW, ROW))
    assert done.exit_code == 0
    assert done.stdout.startswith("2 articles\n")
    assert "| brief-en, no guard |" in done.stdout


@pytest.mark.parametrize("stdin", [b"", b"{\n", lines({"article": "broken. broken.", "brief": BRIEF})])
def test_nothing_to_measure_is_an_error(stdin: bytes, folder: Path) -> None:
    done = call("-", stdin=stdin)
    assert done.stdout == ""
    assert isinstance(done.exception, InputError)


def test_the_table_is_markdown_with_equal_lines() -> None:
    (pair,), _ = parse_pairs(lines(ROW))
    Scripted.asked = []
    outcomes = Runner([Scripted(Options())]).run(pair)  # type: ignore[list-item]
    table = render_table(report(outcomes, 1, 0))
    assert table.startswith("1 article\n")
    for block in table.split("\n\n")[1:]:
        assert len({len(line) for line in block.strip().splitlines()}) == 1
        assert block.count("lead-3") == 1
