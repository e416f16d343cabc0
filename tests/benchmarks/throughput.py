"""Articles a second and peak memory of an archive: ours, and the same weights in transformers.

python tests/benchmarks/throughput.py ARCHIVE.jsonl --articles 100 --articles 2000 --jobs 0 [--checkpoint FOLDER --batch 1 --batch 8]

A row of ARCHIVE is what `summarize batch` takes. Each measurement is a process of its own, its model loaded
outside the clock but inside the memory; the articles are the same, in the same order. `--checkpoint` is a
folder with the float32 checkpoint of the built-in model and needs the extra `torch`; it gets the requests that
ours makes (same texts, same beam, same most pieces, early stopping as CTranslate2 does it), sorted by length
within each `--window` of articles so that a batch has little padding, and only generates: no reading, no
guard, no writing. `--streaming N` measures the machinery alone, with a stand-in that copies each article's first
sentence.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from itertools import islice, product
from pathlib import Path
from typing import Any

import click

OURS = """
import json, resource, sys, time
from pathlib import Path
from summarize import pipeline
from summarize.batch import Columns, Order, Source, kind_of, summarize_archive
from summarize.config import Options
archive, output, size, jobs, threads, scripted = *sys.argv[1:3], *map(int, sys.argv[3:6]), sys.argv[6]
if scripted:
    from tests.batch.scripted import Scripted
    Scripted.fails = False
    pipeline.Summarizer = Scripted
order = Order(Source(archive, kind_of(archive), Columns()), Path(output), Options(threads=threads), "0", size, jobs)
start = None
for tally in summarize_archive(order):
    if start is None:
        start = time.perf_counter()
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"rows": tally.done, "failed": tally.failed, "seconds": seconds, "peak": peak / 1024}))
"""

REQUESTS = """
import json, sys
from summarize.batch import Columns, Source
from summarize.engines import ctranslate2
from summarize.errors import SummarizeError
from summarize.pipeline import Summarizer
asked = []
class Asked(Exception): pass
def note(self, requests):
    asked.append([(request.text, request.generation.max_tokens) for request in requests])
    raise Asked
ctranslate2.CTranslate2Engine.generate = note
summarizer = Summarizer()
for row in Source(sys.argv[1], "jsonl", Columns()).rows():
    try:
        summarizer.draft(row.as_article())
    except (Asked, SummarizeError):
        pass
with open(sys.argv[2], "w") as file:
    for requests in asked:
        file.write(json.dumps(requests) + "\\n")
"""

THEIRS = """
import json, resource, sys, time
import sentencepiece, torch
from transformers import T5ForConditionalGeneration
from transformers.utils import logging
logging.disable_progress_bar()
folder, requests, batch, window, threads = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])
if threads:
    torch.set_num_threads(threads)
cutter = sentencepiece.SentencePieceProcessor(model_file=folder + "/spiece.model")
model = T5ForConditionalGeneration.from_pretrained(folder, dtype=torch.float32).eval()
def write(some):
    most = max(limit for _, limit in some)
    pieces = [[*cutter.encode(text), cutter.eos_id()] for text, _ in some]
    width = max(map(len, pieces))
    ids = torch.tensor([one + [0] * (width - len(one)) for one in pieces])
    mask = torch.tensor([[1] * len(one) + [0] * (width - len(one)) for one in pieces])
    model.generate(input_ids=ids, attention_mask=mask, num_beams=4, max_new_tokens=most, do_sample=False, early_stopping=True)
start, articles, held = time.perf_counter(), 0, []
def flush():
    # Requests of one kind end at about the same time; among them those of one length lie together.
    held.sort(key=lambda one: (one[1], len(one[0])))
    for at in range(0, len(held), batch):
        write(held[at : at + batch])
    held.clear()
with torch.inference_mode():
    for line in open(requests):
        held += json.loads(line)
        articles += 1
        if articles % window == 0:
            flush()
    flush()
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"rows": articles, "failed": 0, "seconds": seconds, "peak": peak / 1024}))
"""

EXTRACTS = """
import json, re, resource, sys, time
class Tokenizer:
    def to_sentences(self, text):
        return [one for one in re.split(r"(?<=[.!?])\\s+", text) if one]
    def to_words(self, text):
        return re.findall(r"\\w+", text)
if sys.argv[2] == "sumy":
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    def brief(text):
        return [str(one) for one in LexRankSummarizer()(PlaintextParser.from_string(text, Tokenizer()).document, 3)]
else:
    def brief(text):
        return Tokenizer().to_sentences(text)[:3]
start, rows = time.perf_counter(), 0
with open(sys.argv[3], "w") as out:
    for line in open(sys.argv[1]):
        row = json.loads(line)
        out.write(json.dumps(brief(row.get("text") or row.get("article") or row["body"])) + "\\n")
        rows += 1
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"rows": rows, "failed": 0, "seconds": seconds, "peak": peak / 1024}))
"""

ROOT = Path(__file__).parent.parent.parent


def run(script: str, *args: object) -> dict[str, Any]:
    """Run a script in a process of its own and return what it printed, if anything."""
    command = [sys.executable, "-c", script, *map(str, args)]
    quiet = {"HF_HUB_DISABLE_PROGRESS_BARS": "1", "TRANSFORMERS_VERBOSITY": "error"}
    variables = {**os.environ, **quiet, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=variables, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout)) if done.stdout else {}


def told(name: str, found: dict[str, Any]) -> str:
    """Return a line of the table."""
    rate = found["rows"] / found["seconds"]
    failed = f", {found['failed']} failed" if found["failed"] else ""
    return f"{name:38} {found['rows']:6,} articles {found['seconds']:8.1f} s {rate:9.3f} a second {found['peak']:6.0f} MiB{failed}"


def head(archive: Path, count: int, folder: Path) -> Path:
    """Return a file with the first rows of an archive, begun again from the first where there are too few."""
    target = folder / f"{count}.jsonl"
    with archive.open("rb") as file, target.open("wb") as out:
        lines = list(islice(file, count))
        for number in range(count):
            out.write(lines[number % len(lines)].rstrip(b"\n") + b"\n")
    return target


@click.command()
@click.argument("archive", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--articles", type=int, multiple=True, default=(100,), show_default=True)
@click.option("--jobs", type=int, multiple=True, default=(0,), help="Batches in hand at once; 0: as shipped.")
@click.option("--batch-size", type=int, multiple=True, default=(8,), show_default=True, help="Articles a batch.")
@click.option("--threads", default=0, help="0: all.")
@click.option("--checkpoint", help="Also measure this transformers checkpoint.")
@click.option("--batch", type=int, multiple=True, default=(1, 4, 8, 16), show_default=True, help="Of requests, there.")
@click.option("--window", default=64, show_default=True, help="Articles whose requests are sorted together, there.")
@click.option("--extracts", is_flag=True, help="Also sumy's LexRank (pip install sumy) and the first three sentences.")
@click.option("--streaming", type=int, multiple=True, help="Measure the machinery alone on so many rows.")
def main(archive: Path, articles: tuple[int, ...], jobs: tuple[int, ...], threads: int, **chosen: Any) -> None:
    """Print one line for each measurement."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in chosen["streaming"]:
            for suffix in ("jsonl", "parquet"):
                output = folder / f"streaming-{count}.{suffix}"
                click.echo(
                    told(f"machinery alone, {suffix}", run(OURS, head(archive, count, folder), output, 8, 3, 1, "x"))
                )
        for count in articles if not chosen["streaming"] else ():
            given = head(archive, count, folder)
            for size, number in product(chosen["batch_size"], jobs):
                output = folder / f"ours-{count}-{size}-{number}.jsonl"
                name = f"ours, batches of {size}, {number or 'default'} in hand"
                click.echo(told(name, run(OURS, given, output, size, number, threads, "")))
            for name, other in (("sumy", "sumy, LexRank"), ("lead", "first three sentences")):
                if chosen["extracts"]:
                    click.echo(told(other, run(EXTRACTS, given, name, folder / "extracts.jsonl")))
            if chosen["checkpoint"]:
                requests = folder / f"requests-{count}.jsonl"
                run(REQUESTS, given, requests)
                for batch in chosen["batch"]:
                    found = run(THEIRS, chosen["checkpoint"], requests, batch, chosen["window"], threads)
                    click.echo(told(f"transformers generate, batches of {batch}", found))


if __name__ == "__main__":
    main()
