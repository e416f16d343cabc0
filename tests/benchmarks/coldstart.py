"""One article, from the shell's prompt to the summary: seconds, memory, and the same weights in transformers.

python tests/benchmarks/coldstart.py examples/business.txt [--runs 9] [--checkpoint FOLDER]

Medians of whole processes; the programs take turns. The bare engine is a script that loads the same weights in
CTranslate2 and makes the same three requests, side by side on all cores, and nothing else. sumy (LexRank; `pip install sumy`)
and the first three sentences are there for comparison; sumy gets a tokenizer that needs no download. `--checkpoint` is a folder with the float32
checkpoint of the built-in model and needs the extra `torch`; it gets the same three requests.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import click

import summarize

BUILT_IN = Path(summarize.__file__).parent / "models" / "brief-en"

OURS = """
import json, sys, time
from summarize.engines import ctranslate2
from summarize.pipeline import Summarizer
from summarize.read import read_article
generate, spent = ctranslate2.CTranslate2Engine.generate, []
def timed(self, requests):
    start = time.perf_counter()
    try:
        return generate(self, requests)
    finally:
        spent.append(time.perf_counter() - start)
        json.dump([(one.text, one.generation.max_tokens) for one in requests], open(sys.argv[2], "w"))
ctranslate2.CTranslate2Engine.generate = timed
summarizer = Summarizer()
article = read_article(sys.argv[1])
start = time.perf_counter()
summarizer.summarize(article)
cold = time.perf_counter() - start
for _ in range(3):
    summarizer.summarize(article)
start = time.perf_counter()
summarizer.summarize(article)
warm = time.perf_counter() - start
print(json.dumps({"generation, cold": spent[0], "generation, warm": spent[-1], "article, warm": warm}))
"""

THEIRS = """
import json, sys, time
import sentencepiece, torch
from transformers import T5ForConditionalGeneration
pieces = sentencepiece.SentencePieceProcessor(model_file=sys.argv[1] + "/spiece.model")
model = T5ForConditionalGeneration.from_pretrained(sys.argv[1], dtype=torch.float32).eval()
requests = json.load(open(sys.argv[2]))
times = []
for _ in range(2):
    start = time.perf_counter()
    with torch.inference_mode():
        for text, _ in requests:
            ids = torch.tensor([[*pieces.encode(text), pieces.eos_id()]])
            model.generate(ids, num_beams=4, max_new_tokens=256, do_sample=False)
    times.append(time.perf_counter() - start)
    if sys.argv[3] == "once":
        break
print(json.dumps({"generation": min(times)}))
"""


BARE = """
import json, os, sys, time
import ctranslate2, sentencepiece
folder = sys.argv[1]
pieces = sentencepiece.SentencePieceProcessor(model_file=folder + "/spiece.model")
model = ctranslate2.Translator(folder, inter_threads=len(os.sched_getaffinity(0)), intra_threads=1)
asked = json.load(open(sys.argv[2]))
start = time.perf_counter()
waiting = [
    model.translate_batch(
        [[*pieces.encode(text, out_type=str), "</s>"]], beam_size=4, num_hypotheses=4, max_decoding_length=most,
        max_input_length=0, return_scores=True, asynchronous=True,
    )[0]
    for text, most in sorted(asked, key=lambda one: -one[1])
]
for one in waiting:
    print(pieces.decode(one.result().hypotheses[0]))
print(time.perf_counter() - start, file=sys.stderr)
"""

SUMY = """
import re, sys
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
class Tokenizer:
    def to_sentences(self, text):
        return [one for one in re.split(r"(?<=[.!?])\\s+", text) if one]
    def to_words(self, text):
        return re.findall(r"\\w+", text)
for sentence in LexRankSummarizer()(PlaintextParser.from_string(open(sys.argv[1]).read(), Tokenizer()).document, 3):
    print(sentence)
"""

LEAD = """
import re, sys
print(*re.split(r"(?<=[.!?])\\s+", open(sys.argv[1]).read())[:3])
"""


def measure(command: Sequence[str]) -> tuple[float, float, str]:
    """Run a process; return its seconds, its peak memory in MiB and what it printed."""
    import time

    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    printed = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: check has found something
        raise SystemExit(f"{' '.join(command[:3])} failed with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024, printed


def brief_of(article: str) -> str:
    """Return a file with the first sentences of an article, to check."""
    path = Path(os.environ.get("TMPDIR", "/tmp")) / "summarize-brief.md"
    path.write_text(" ".join(Path(article).read_text(encoding="utf-8").split("\n\n")[2:4]), encoding="utf-8")
    return str(path)


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)


@click.command()
@click.argument("article")
@click.option("--runs", default=9, show_default=True)
@click.option("--checkpoint", help="Also measure this transformers checkpoint.")
def main(article: str, runs: int, checkpoint: str | None) -> None:
    """Print one table."""
    requests = f"{os.environ.get('TMPDIR', '/tmp')}/summarize-requests.json"
    parts = json.loads(measure([sys.executable, "-c", OURS, article, requests])[2])
    commands = {
        "summarize ARTICLE": [sys.executable, "-m", "summarize", article],
        "the bare engine": [sys.executable, "-c", BARE, str(BUILT_IN), requests],
        "sumy, LexRank": [sys.executable, "-c", SUMY, article],
        "first three sentences": [sys.executable, "-c", LEAD, article],
        "summarize --help": [sys.executable, "-m", "summarize", "--help"],
        "summarize check": [sys.executable, "-m", "summarize", "check", article, brief_of(article)],
    }
    if not find_spec("sumy"):
        del commands["sumy, LexRank"]
    found: dict[str, list[tuple[float, float, str]]] = {name: [] for name in commands}
    theirs = []
    for run in range(runs):
        for name, command in commands.items():
            found[name].append(measure(command))
        if checkpoint and run % 3 == 0:
            theirs.append(measure([sys.executable, "-c", THEIRS, checkpoint, requests, "once"]))
    ours = found["summarize ARTICLE"]
    lines = [
        f"{len(os.sched_getaffinity(0))} cores, {runs} runs",
        *(
            f"{name}: {median([run[0] for run in some]):.2f} s, peak {max(run[1] for run in some):.0f} MiB"
            for name, some in found.items()
        ),
        "summarize ARTICLE takes "
        f"{median([run[0] for run in ours]) / median([run[0] for run in found['the bare engine']]):.2f} times the bare engine",
        *(f"{name}: {seconds:.2f} s" for name, seconds in parts.items()),
    ]
    if theirs:
        whole = median([run[0] for run in theirs])
        warm = json.loads(measure([sys.executable, "-c", THEIRS, checkpoint or "", requests, "twice"])[2])["generation"]
        lines += [
            f"transformers, float32: {whole:.2f} s, peak {max(run[1] for run in theirs):.0f} MiB",
            f"transformers, generation warm: {warm:.2f} s",
            f"whole process: {whole / median([run[0] for run in ours]):.1f} times faster; "
            f"generation: {warm / parts['generation, warm']:.1f} times",
        ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
