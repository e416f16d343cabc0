"""One article, from the shell's prompt to the summary: seconds, memory, and the same weights in transformers.

python tests/benchmarks/coldstart.py examples/business.txt [--runs 9] [--checkpoint FOLDER]

Medians of whole processes; the two programs take turns. `--checkpoint` is a folder with the float32
checkpoint of the built-in model and needs the extra `torch`; it gets the same three requests.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence

import click

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
        json.dump([request.text for request in requests], open(sys.argv[2], "w"))
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
        for text in requests:
            ids = torch.tensor([[*pieces.encode(text), pieces.eos_id()]])
            model.generate(ids, num_beams=4, max_new_tokens=256, do_sample=False)
    times.append(time.perf_counter() - start)
    if sys.argv[3] == "once":
        break
print(json.dumps({"generation": min(times)}))
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
    if process.returncode:
        raise SystemExit(f"{' '.join(command[:3])} failed with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024, printed


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
    ours, theirs = [], []
    for run in range(runs):
        ours.append(measure([sys.executable, "-m", "summarize", article]))
        if checkpoint and run % 3 == 0:
            theirs.append(measure([sys.executable, "-c", THEIRS, checkpoint, requests, "once"]))
    helps = [measure([sys.executable, "-m", "summarize", "--help"])[0] for _ in range(runs)]
    lines = [
        f"{len(os.sched_getaffinity(0))} cores, {runs} runs",
        f"summarize {article}: {median([run[0] for run in ours]):.2f} s, peak {max(run[1] for run in ours):.0f} MiB",
        f"summarize --help: {median(helps):.3f} s",
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
