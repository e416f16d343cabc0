"""A shortlist has what an answer may need, and an exported model keeps to it."""

from __future__ import annotations

from pathlib import Path

import ctranslate2
import pytest
import sentencepiece

from summarize.training import export, prepare
from summarize.training.examples import Example
from summarize.training.shortlist import make_shortlist
from tests.training.stories import story

Map = dict[str, list[str]]


def parse(text: str) -> Map:
    rows = (line.partition("\t") for line in text.splitlines())
    return {piece: candidates.split(" ") for piece, _, candidates in rows}


def shortlist(vocabulary: Path, common: int = 0, examples: tuple[Example, ...] = ()) -> Map:
    return parse(make_shortlist(vocabulary, examples, common, ["<sep>"]))


@pytest.fixture(scope="module")
def vocabulary(tiny: Path) -> Path:
    return tiny / "spiece.model"


@pytest.fixture(scope="module")
def pieces(vocabulary: Path) -> list[str]:
    processor = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    return [processor.id_to_piece(at) for at in range(len(processor))]


def test_every_piece_brings_itself(vocabulary: Path, pieces: list[str]) -> None:
    found = shortlist(vocabulary)
    assert all(piece in found[piece] for piece in pieces)
    assert set(found) == {"", *pieces}


def test_a_word_brings_its_other_cases(vocabulary: Path, pieces: list[str]) -> None:
    found = shortlist(vocabulary)
    pairs = [(piece, other) for piece in pieces for other in pieces if piece != other and _word(piece) == _word(other)]
    assert pairs
    assert all(other in found[piece] for piece, other in pairs)
    assert not any(_word(piece) != _word(other) for piece in pieces for other in found[piece])


def _word(piece: str) -> str:
    return piece.removeprefix("\N{LOWER ONE EIGHTH BLOCK}").lower()


def test_what_spells_any_name_is_always_there(vocabulary: Path, pieces: list[str]) -> None:
    always = shortlist(vocabulary)[""]
    assert "<sep>" in always
    assert {piece for piece in pieces if len(piece) == 1} <= set(always)


def test_what_targets_add_to_their_sources_is_there_by_how_often(vocabulary: Path, pieces: list[str]) -> None:
    long = [at for at, piece in enumerate(pieces) if len(_word(piece)) > 2 and piece != "<sep>"]
    often, seldom, copied = (next(iter(long[start:])) for start in (0, 10, 20))
    assert len({_word(pieces[at]) for at in (often, seldom, copied)}) == 3
    examples = (
        Example("a", "brief", "", (copied,), (often, seldom, copied)),
        Example("b", "brief", "", (copied,), (often, copied)),
    )
    assert pieces[often] in shortlist(vocabulary, 1, examples)[""]
    assert pieces[seldom] not in shortlist(vocabulary, 1, examples)[""]
    assert pieces[seldom] in shortlist(vocabulary, 2, examples)[""]
    assert pieces[copied] not in shortlist(vocabulary, 9, examples)[""]


def test_an_exported_model_keeps_to_its_shortlist(tiny: Path, gold: Path, tmp_path: Path) -> None:
    prepare.main(["--model", str(tiny), "--gold", str(gold), "--out", str(tmp_path / "tokens")])
    files = ["--data", str(tmp_path / "tokens" / "gold.jsonl"), "--common", "5"]
    export.main([str(tiny), "--out", str(tmp_path / "ours"), *files])
    found = parse((tmp_path / "ours" / "vmap.txt").read_text(encoding="utf-8"))
    processor = sentencepiece.SentencePieceProcessor(model_file=str(tiny / "spiece.model"))
    source = processor.encode(f"brief: {story(3)['article']}", out_type=str)
    allowed = {"</s>", "<unk>", "<pad>", *found[""], *(other for piece in source for other in found[piece])}
    translator = ctranslate2.Translator(str(tmp_path / "ours"))
    free, bound = (
        set(translator.translate_batch([source], beam_size=1, max_decoding_length=40, use_vmap=use)[0].hypotheses[0])
        for use in (False, True)
    )
    assert free - allowed  # random weights answer with anything
    assert not bound - allowed
