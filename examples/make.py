"""Write what the program makes of each example: `python examples/make.py` refreshes examples/output/ and the README.

Run it after every change of the model, the guard or the rendering; `tests/test_examples.py` tells
when it was forgotten.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from summarize import Summarizer, read_article
from summarize.data import Summary
from summarize.engines import find_model, open_engine
from summarize.prompts import load_profile
from summarize.render import render_json, render_markdown, render_text
from summarize.render.html import render_html
from summarize.report import report_of

EXAMPLES = Path(__file__).resolve().parent
OUTPUT = EXAMPLES / "output"
MAKER = "made-by.json"
README = EXAMPLES.parent / "README.md"
ARTICLES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".md"))

# One line for each form: the ending of its files, and what writes it.
FORMS: dict[str, Callable[[Summary], str]] = {
    "txt": render_text,
    "md": render_markdown,
    "json": lambda summary: json.dumps(render_json(summary), ensure_ascii=False, indent=2) + "\n",
    "html": lambda summary: render_html(report_of(summary)),
}

_QUESTION = "The port of Vesterholm reopened on Monday after a storm that had shut it for three days. Nobody was hurt."
_ANSWER = "Port of Vesterholm reopens after storm"
# The first brief of the README: the block after the commands that print it.
_PRINTED = re.compile(
    r"(<!-- install -->\n```sh\n[^`]*summarize examples/([\w-]+)\.\w+\n```\n\n```\n)(.*?)(```\n)", re.DOTALL
)


def summarize_example(path: Path, summarizer: Summarizer) -> Summary:
    """Return the summary of an example; the path in it is relative, whoever runs this and where."""
    return summarizer.summarize(replace(read_article(str(path)), path=f"examples/{path.name}"))


def render(summary: Summary) -> dict[str, str]:
    """Return the content of each output file of an example, by file name."""
    name = Path(summary.article.path).stem
    return {f"{name}.{ending}": form(summary) for ending, form in FORMS.items()}


def describe_maker() -> dict[str, object]:
    """Return what the text depends on besides the code: the weights, and how this processor computes with them.

    The model's arithmetic is int8, which processors with AVX512-VNNI do otherwise than those without; the
    log-probabilities of a fixed answer tell which it was.
    """
    folder = find_model()
    engine = open_engine(folder, load_profile(folder.profile))
    pieces = engine.frame(_ANSWER)[:-1]  # without the end mark, which is scored anyway
    scores = [round(score, 4) for score in engine.score(_QUESTION, pieces)]
    weights = sha256((folder.path / "model.bin").read_bytes()).hexdigest()
    return {"model": folder.name, "weights": weights, "scores": scores}


def with_brief(readme: str) -> str:
    """Return the README with the brief that it prints first as the output has it now."""
    found = _PRINTED.search(readme)
    if not found:
        raise ValueError("the README prints no first brief")
    brief = (OUTPUT / f"{found[2]}.txt").read_text(encoding="utf-8")
    return readme[: found.start(3)] + brief + readme[found.end(3) :]


def main() -> None:
    """Write all files anew, and remove those of examples that are gone."""
    summarizer = Summarizer()
    files = {MAKER: json.dumps(describe_maker(), indent=2) + "\n"}
    for path in ARTICLES:
        files |= render(summarize_example(path, summarizer))
    OUTPUT.mkdir(exist_ok=True)
    for path in OUTPUT.iterdir():
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (OUTPUT / name).write_text(text, encoding="utf-8", newline="")
    README.write_text(with_brief(README.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    sys.stdout.write(f"wrote {len(files)} files to {OUTPUT} and the first brief of {README}\n")


if __name__ == "__main__":
    main()
