"""A headless chromium of the system's, and pages in it that note everything they should not do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""
MISSING = "no chromium on the path: apt-get install chromium, which these tests drive"


@dataclass
class Watched:
    """A page and what happened in it."""

    page: Any
    noticed: list[str] = field(default_factory=list)

    def misdeeds(self) -> list[str]:
        """Return what was said, asked for, or refused by the policy since the page was opened."""
        return [*self.noticed, *self.page.evaluate("window.violations")]


Open = Callable[..., Watched]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(MISSING)
    if found is None:
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens a page of HTML as a file, in a context of its own."""
    contexts: list[Any] = []

    def call(html: str, width: int = 1600, scheme: str = "light", **more: Any) -> Watched:
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        height = 844 if width < 500 else 900
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce", **more)
        contexts.append(context)
        context.add_init_script(WATCH)
        watched = Watched(context.new_page())
        page, noticed = watched.page, watched.noticed
        page.on("console", lambda message: noticed.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: noticed.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (noticed.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: request.url == path.as_uri() or noticed.append(f"request: {request.url}"))
        page.on("popup", lambda popup: noticed.append(f"popup: {popup.url}"))
        page.goto(path.as_uri())
        return watched

    yield call
    for context in contexts:
        context.close()
