"""Articles and briefs -> token files: what is asked of the model, and what is kept from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import sentencepiece

from summarize.errors import InputError, ModelError
from summarize.evaluate import Pair
from summarize.prompts import load_profile
from summarize.training import prepare
from summarize.training.corpus import Seen, read_open
from summarize.training.examples import load_examples
from summarize.training.targets import choose_points
from tests.training.stories import story


def write(path: Path, rows: list[dict[str, Any]]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def make(tiny: Path, out: Path, *arguments: str) -> dict[str, Any]:
    prepare.main(["--model", str(tiny), "--out", str(out), *arguments])
    report: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return report


def test_the_model_is_asked_as_the_program_asks_it(tiny: Path, gold: Path, tmp_path: Path) -> None:
    make(tiny, tmp_path, "--gold", str(gold), "--titled", "1", "--headlines", "1")
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(tiny / "spiece.model"))
    examples = {one.task: one for one in load_examples(tmp_path / "gold.jsonl") if one.id == "story-3"}
    row = story(3)
    for task, one in examples.items():
        assert one.source[-1] == one.target[-1] == pieces.eos_id()
        assert pieces.decode(list(one.source)) == f"{task}: {row['title']}. {row['article']}"
        assert one.license == "CC0"
    assert pieces.decode(list(examples["brief"].target)) == row["brief"]
    points = list(examples["points"].target)
    assert points.count(pieces.piece_to_id("<sep>")) == 1
    assert pieces.decode(points).split(" <sep> ") == row["points"]
    assert pieces.decode(list(examples["headline"].target)) == row["headline"]


def test_long_articles_are_cut_to_each_task_s_budget(tiny: Path, tmp_path: Path) -> None:
    article = " ".join(str(story(number)["article"]) for number in range(30))
    rows = [story(99) | {"article": article}]
    make(tiny, tmp_path, "--gold", write(tmp_path / "long.jsonl", rows))
    profile = load_profile("brief-en")
    lengths = {one.task: len(one.source) for one in load_examples(tmp_path / "gold.jsonl")}
    for task in ("brief", "points"):
        assert profile.budget_of(task) * 0.8 < lengths[task] <= profile.budget_of(task) + 1
    assert lengths["brief"] < lengths["points"]


def other(**changes: Any) -> dict[str, Any]:
    return story(7) | {"id": "another"} | changes


# What must not be trained on where story 7 is held out.
HELD_OUT = {
    "its id, with a new text": other(id="story-7", article="A. " + str(story(12)["article"])),
    "its text under another id": other(),
    "its text in other spacing and case": other(article=str(story(7)["article"]).upper().replace(" ", "\n")),
    "the better part of it": other(article=str(story(7)["article"]).split(". Work")[0] + ". Nobody was hurt at all."),
}


@pytest.mark.parametrize("row", HELD_OUT.values(), ids=HELD_OUT)
def test_held_out_articles_stay_out(row: dict[str, Any], tiny: Path, tmp_path: Path) -> None:
    held_out = write(tmp_path / "test.jsonl", [story(7)])
    files = ["--gold", write(tmp_path / "gold-in.jsonl", [row, story(2)]), "--held-out", held_out]
    report = make(tiny, tmp_path / "out", *files)["gold"]
    assert report["articles"] == 1
    assert sum(report["left_out"].values()) == 1
    assert {one.id for one in load_examples(tmp_path / "out" / "gold.jsonl")} == {"story-2"}


def test_an_article_that_shares_a_phrase_stays_in() -> None:
    seen = Seen()
    seen.hold_out(Pair(1, str(story(7)["article"]), "x", id="7"))
    assert seen.refuse(Pair(1, str(story(8)["article"]), "x", id="8")) == ""
    assert seen.refuse(Pair(2, str(story(8)["article"]), "x", id="9")) != ""


def test_licences_and_reasons_are_reported(tiny: Path, tmp_path: Path) -> None:
    long = " ".join(str(story(number)["brief"]) for number in range(20))
    rows = [story(1), story(2), story(2), story(3) | {"license": ""}, story(4) | {"brief": long}]
    report = make(tiny, tmp_path, "--gold", write(tmp_path / "in.jsonl", rows), "--headlines", "0")["gold"]
    assert report["licenses"] == {"CC BY 4.0": 2, "CC0": 1, "unstated": 1}
    assert report["tasks"] == {"brief": 3, "points": 4}
    assert report["left_out"] == {
        "seen before, or held out": 1,
        "target longer than the model may write, or no text": 1,
    }


def test_shares_are_drawn_by_the_article_alone(tiny: Path, tmp_path: Path) -> None:
    all_rows = [story(number) for number in range(40)]
    report = make(tiny, tmp_path / "all", "--gold", write(tmp_path / "all.jsonl", all_rows), "--headlines", "0.5")
    assert 8 < report["gold"]["tasks"]["headline"] < 32
    make(tiny, tmp_path / "few", "--gold", write(tmp_path / "few.jsonl", all_rows[10:20]), "--headlines", "0.5")
    few = load_examples(tmp_path / "few" / "gold.jsonl")
    assert set(few) == {one for one in load_examples(tmp_path / "all" / "gold.jsonl") if one.id in {x.id for x in few}}


def test_open_articles_are_their_own_briefs(tiny: Path, tmp_path: Path) -> None:
    body = " ".join(str(story(number)["article"]) for number in (1, 2))
    rows = [{"title": "Two towns close buildings", "body": body}, {"title": "Short", "body": "One sentence."}]
    report = make(tiny, tmp_path, "--open", write(tmp_path / "open-in.jsonl", rows), "--titled", "1")["open"]
    assert report["tasks"] == {"headline": 1, "brief": 1, "points": 1}
    assert report["left_out"] == {"too short, or without a title": 1}
    assert {one.id for one in load_examples(tmp_path / "open.jsonl")} == {"open-in.jsonl:1"}


def test_points_are_sentences_that_say_most_and_differ() -> None:
    body = [
        "The council of Norrvik closed the swimming pool on Monday after cracks were found.",
        "Yes.",
        "The council of Norrvik closed the swimming pool on Monday after large cracks were found.",
        "Repairs of the swimming pool will cost the council nine million kroner this year.",
        "Swimming clubs of Norrvik have asked the council for another pool until May.",
        "A bakery in the street sells buns with almonds every second Thursday morning.",
        "The cracks in the pool were found by engineers whom the council sent in March.",
        "Nobody knows.",
    ]
    brief, points = choose_points(body, "Norrvik council closes pool")
    assert len(points) == 4
    assert len(brief) == 2
    assert set(brief) <= set(points) <= set(body)
    assert [body.index(one) for one in points] == sorted(body.index(one) for one in points)
    assert len({body[0], body[2]} & set(points)) == 1  # they say the same
    assert body[5] not in points
    assert choose_points(body[:4], "Norrvik council closes pool") == ((), ())


def test_open_articles_may_be_packed(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "open.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"title": "T", "article": "A text.", "license": "CC0"}\n\n{"body": null}\n'))
    (pair,) = read_open(str(path))
    assert (pair.title, pair.article, pair.license, pair.id) == ("T", "A text.", "CC0", "open.jsonl.gz:1")


def test_what_cannot_be_prepared_is_said(tiny: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing is left"):
        make(tiny, tmp_path)
    with pytest.raises(InputError, match="cannot read"):
        make(tiny, tmp_path, "--gold", str(tmp_path / "missing.jsonl"))
    with pytest.raises(ModelError, match="not a sentencepiece"):
        make(tmp_path, tmp_path, "--gold", "x")
    for bad in ("{", "[1]", '{"body": 3}'):
        (tmp_path / "open.jsonl").write_text(f"\n{bad}\n")
        with pytest.raises(InputError, match=r"open\.jsonl:2"):
            make(tiny, tmp_path, "--open", str(tmp_path / "open.jsonl"))
    (tmp_path / "broken.jsonl").write_text('{"id": 1}\n')
    with pytest.raises(InputError, match="not a token file"):
        load_examples(tmp_path / "broken.jsonl")
