"""Pages of HTML whose stories are marked -> what is on the clipboard after "select all, copy", and the story.

    python -m tests.browser.pages PAGES.jsonl      for tests/benchmarks/clean_pages.py

The pages lie in tests/fixtures/pages; what has the attribute `data-story` is the story.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS

PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("*.html"))
_COPY = "() => { getSelection().selectAllChildren(document.body); return getSelection().toString() }"
_STORY = "() => [...document.querySelectorAll('[data-story]')].map(one => one.innerText.trim())"


class Pasted(NamedTuple):
    """A page as pasted, and the blocks of its story."""

    name: str
    text: str
    story: tuple[str, ...]


def paste(browser_page: Page, path: Path) -> Pasted:
    """Open a page, select all of it, and copy."""
    browser_page.goto(path.resolve().as_uri())
    return Pasted(path.stem, browser_page.evaluate(_COPY), tuple(browser_page.evaluate(_STORY)))


def records(pages: Iterator[Pasted]) -> Iterator[dict[str, Any]]:
    """Yield the pages as tests/benchmarks/clean_pages.py reads them."""
    for page in pages:
        yield {"id": page.name, "page_text": page.text, "ground_truth_text": "\n\n".join(page.story)}


def main() -> None:
    """Write all pages."""
    with sync_playwright() as playwright, Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        for record in records(paste(page, path) for path in PAGES):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
        browser.close()


if __name__ == "__main__":
    main()
