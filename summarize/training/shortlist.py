"""A vocabulary and examples -> vmap.txt: the pieces that an answer to a source may be written with.

An answer has few words that its source lacks, so the decoder needs few rows of its output layer, a third of all
weights it reads at each step. CTranslate2 calls the file a vocabulary map; the method is the candidate list of
Jean et al. (2015), made from each source as by L'Hostis et al. (2016).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from summarize.training.examples import Example

_SPACE = "\N{LOWER ONE EIGHTH BLOCK}"  # sentencepiece's mark of a word's beginning
NAME = "vmap.txt"


def make_shortlist(vocabulary: Path, examples: Iterable[Example], common: int, always: Iterable[str]) -> str:
    """Return the text of a vocabulary map, a line for each piece.

    A piece brings itself, and its other cases, with and without a word's beginning before it. The first line has what
    every answer may have: single characters, `always`, and the `common` pieces that targets have most often where
    their sources do not bring them.
    """
    import sentencepiece

    processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    pieces = [str(processor.id_to_piece(at)) for at in range(len(processor))]
    brought = _brought_by(pieces)
    missing: Counter[int] = Counter()
    for example in examples:
        there = {other for piece in set(example.source) if piece < len(pieces) for other in brought[piece]}
        missing.update(piece for piece in example.target if piece < len(pieces) and piece not in there)
    single = (piece for piece in pieces if len(piece.removeprefix(_SPACE)) <= 1)
    frequent = (pieces[at] for at, _ in missing.most_common(common))
    lines = [("", dict.fromkeys([*always, *single, *frequent]))]
    lines += [(piece, dict.fromkeys(pieces[at] for at in brought[number])) for number, piece in enumerate(pieces)]
    return "".join(f"{piece}\t{' '.join(candidates)}\n" for piece, candidates in lines)


def _brought_by(pieces: Sequence[str]) -> list[list[int]]:
    numbers = {piece: at for at, piece in enumerate(pieces)}
    found = []
    for at, piece in enumerate(pieces):
        word = piece.removeprefix(_SPACE)
        cases = (word, word.lower(), word.capitalize(), word.upper())
        others = {numbers.get(f"{mark}{case}", at) for case in cases for mark in ("", _SPACE)}
        found.append(sorted({at, *others}))
    return found
