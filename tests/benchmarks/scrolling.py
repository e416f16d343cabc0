"""A long article -> how long its page takes to render and to load, and how smoothly it scrolls in chromium.

python tests/benchmarks/scrolling.py [WORDS]     (20,000 by default; the browser's own timings)

`sparse` is a page as a summary makes it, with a dozen sources; in `dense` every second sentence is one, and each has facts.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from summarize.clean import clean
from summarize.data import Article, Mention, Statement, Summary
from summarize.facts import find_facts
from summarize.render.html import render_html
from summarize.report import Line, Report, find_breaks, report_of
from summarize.split import split
from tests.browser.conftest import FLAGS

PARAGRAPH = (
    "The harbour council of Lyngholm voted on 4 May {year} to pay {sum} euros for a new quay, said Jorunn Vikse, who chairs it. "
    "Nobody spoke against it. The owner of the ferry Havlys, Fjordline, had asked for “a berth that lasts” since the storm of {year}. "
    "Work begins on Friday and takes {days} days.\n\nShare this story\n\n"
)
# Frames of a scripted scroll through the whole page, in four seconds; a frame of 60 a second has 16.7 ms.
SCROLL = """
async () => {
  const frames = [], began = performance.now(), whole = document.documentElement.scrollHeight - innerHeight;
  let last = began;
  for (;;) {
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
    scrollTo({ top: Math.min((now - began) / 4000, 1) * whole, behavior: "instant" });
    if (now - began > 4000) return frames.slice(2);
  }
}
"""
# From pointing at a sentence to the layout with the light in it.
LIGHT = """
() => {
  const took = [];
  for (const one of [...document.querySelectorAll(".said")].slice(0, 40)) {
    const began = performance.now();
    one.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
    document.body.offsetHeight;
    took.push(performance.now() - began);
  }
  return took;
}
"""


def long_article(words: int) -> Article:
    """Return an article of about so many words, with furniture in it."""
    each = len(PARAGRAPH.partition("Share")[0].split())
    parts = (PARAGRAPH.format(year=1900 + at % 120, sum=1000 + at, days=at) for at in range(words // each + 1))
    return clean(Article.from_text("".join(parts), "long.txt"))


def sparse(article: Article) -> Report:
    sentences = split(article.text)
    chosen = sentences[:: max(len(sentences) // 12, 1)]
    statements = tuple(Statement(one.plain, "model", (one.span,)) for one in chosen)
    return report_of(Summary(article, statements[0], statements[1:], ()))


def dense(article: Article) -> Report:
    lines = []
    for at, sentence in enumerate(split(article.text)[::2]):
        facts = (
            Mention("brief", fact, (fact.span.moved(sentence.span.start),)) for fact in find_facts(sentence.span.text)
        )
        lines.append(Line("brief", at // 4, sentence.span.text, (sentence.span,), tuple(facts)))
    return Report(article, "long.txt", tuple(lines), find_breaks(article.text))


def measure(name: str, report: Report, browser: Any) -> None:
    began = time.perf_counter()
    html = render_html(report)
    rendered = time.perf_counter() - began
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(html, encoding="utf-8")
        page.goto(path.as_uri())
        loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        frames, light = page.evaluate(SCROLL), page.evaluate(LIGHT)
        page.close()
    late = sum(frame > 34 for frame in frames)
    sys.stdout.write(
        f"{name}: {len(report.article.text.split())} words, {len(html) // 1000} kB; rendered in {rendered:.2f} s, loaded in "
        f"{loaded:.0f} ms; {len(frames)} frames, median {statistics.median(frames):.1f} ms, 95 % within "
        f"{sorted(frames)[len(frames) * 95 // 100]:.1f} ms, {late} late by a frame or more; light in {statistics.median(light):.1f} ms\n"
    )


def main() -> None:
    from playwright.sync_api import sync_playwright

    article = long_article(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, made in (("sparse", sparse), ("dense", dense)):
            measure(name, made(article), browser)
        browser.close()


if __name__ == "__main__":
    main()
