"""What one article must cost at the least on this machine, and what it does cost.

python tests/benchmarks/floor.py examples/business.txt

The floor of decoding: each step reads the decoder's weights (int8, a byte each) and the keys and values of the
source (float32) from memory, once for all beams. The floor of encoding: its multiplications at the rate
at which one core multiplies large int8 matrices. Bandwidth (a pass over 512 MiB) and rate (torch's int8 product of
matrices of 2,048; needs the extra `torch`) are measured here, on one core, for one core writes a request.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import click
import ctranslate2
import numpy

from summarize.data import Request
from summarize.engines import Running, find_model, open_engine
from summarize.engines.ctranslate2 import CTranslate2Engine
from summarize.pipeline import Summarizer
from summarize.prompts import load_profile
from summarize.read import read_article

# The architecture of the built-in model (its MODEL_CARD.md).
LAYERS, WIDTH, HEADS, INNER, PIECES = 8, 512, 6 * 64, 1024, 20_440
ATTENTION, FORWARD = 4 * WIDTH * HEADS, 3 * WIDTH * INNER
# A step computes queries and output of the attention to the source; its keys and values were computed once.
STEP_BYTES = LAYERS * (ATTENTION + ATTENTION // 2 + FORWARD) + PIECES * WIDTH
SOURCE_BYTES = LAYERS * 2 * HEADS * 4  # for each piece of the source
ENCODER_OPS = 2 * LAYERS * (ATTENTION + FORWARD + ATTENTION // 2)  # for each piece, keys and values for the decoder too
PAIR_OPS = 2 * LAYERS * 2 * HEADS  # for each pair of pieces


def best(work: Callable[[], Any], times: int = 5) -> float:
    """Return the seconds of the fastest of some calls."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def bandwidth() -> float:
    """Return the bytes a second that one core reads."""
    values = numpy.ones(2**27, dtype=numpy.float32)
    return values.nbytes / best(values.max)


def rate() -> float:
    """Return the int8 operations a second of one core."""
    import torch

    torch.set_num_threads(1)
    left, right = (torch.randint(-9, 9, (2048, 2048), dtype=torch.int8) for _ in range(2))
    return 2 * 2048**3 / best(lambda: torch._int_mm(left, right))


def asked(path: str) -> list[Request]:
    """Return what the built-in model is asked about an article."""
    found: list[Request] = []

    class Asked(Exception):  # noqa: N818
        pass

    def note(self: CTranslate2Engine, requests: list[Request]) -> None:
        found.extend(requests)
        raise Asked

    generate = CTranslate2Engine.generate
    CTranslate2Engine.generate = note  # type: ignore[assignment, method-assign]
    try:
        Summarizer().summarize(read_article(path))
    except Asked:
        pass
    finally:
        CTranslate2Engine.generate = generate  # type: ignore[method-assign]
    return found


@click.command()
@click.argument("article")
def main(article: str) -> None:
    """Print a line for each request."""
    folder = find_model("", "", offline=True)
    engine = open_engine(folder, load_profile(folder.profile), running=Running(threads=1))
    model = ctranslate2.Translator(str(folder.path), inter_threads=1, intra_threads=1)
    speed, operations = bandwidth(), rate()
    out = sys.stdout.write
    out(f"one core reads {speed / 1e9:.1f} GB/s and multiplies {operations / 1e9:.0f} G int8 operations a second\n")
    for request in asked(article):
        pieces = engine.frame(request.text)  # type: ignore[attr-defined]
        search = request.generation
        settings = {"beam_size": search.beam_size, "num_hypotheses": search.n_best, "max_input_length": 0}

        def write(most: int, pieces: list[str] = pieces, settings: dict[str, int] = settings) -> int:
            (found,) = model.translate_batch([pieces], max_decoding_length=most, **settings)
            return max(map(len, found.hypotheses)) + 1

        write(2)
        steps = write(search.max_tokens)
        whole, encoding = best(lambda: write(search.max_tokens), 3), best(lambda: write(1), 3)  # noqa: B023
        source = len(pieces)
        least = (source * ENCODER_OPS + source**2 * PAIR_OPS) / operations
        reading = (STEP_BYTES + source * SOURCE_BYTES) / speed
        out(
            f"{request.task}: {source} pieces read in {encoding:.2f} s (floor {least:.2f}, {encoding / least:.1f} times); "
            f"{steps} steps of {1000 * (whole - encoding) / steps:.1f} ms (floor {1000 * reading:.1f}: "
            f"{STEP_BYTES / 1e6:.0f} MB weights, {source * SOURCE_BYTES / 1e6:.0f} MB of the source; "
            f"{(whole - encoding) / steps / reading:.1f} times)\n"
        )


if __name__ == "__main__":
    main()
