"""Take the README's pictures of examples/output/: `python examples/screenshots.py`, after `examples/make.py`.

Drives the system's chromium through playwright, as the browser tests do.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

EXAMPLES = Path(__file__).resolve().parent
PICTURES = EXAMPLES / "screenshots"


@dataclass(frozen=True)
class Shot:
    """A picture: of which page, how wide and high, light or dark, and which sentence of the brief is pointed at."""

    page: str
    width: int
    height: int
    scheme: str
    sentence: int


SHOTS = {
    "court.png": Shot("court.html", 1200, 860, "light", 1),
    "court-phone.png": Shot("court.html", 390, 720, "dark", 1),
}


def take(browser: Browser, name: str, shot: Shot) -> None:
    """Write one picture."""
    size = {"width": shot.width, "height": shot.height}
    page = browser.new_page(viewport=size, color_scheme=shot.scheme, reduced_motion="reduce")
    page.goto((EXAMPLES / "output" / shot.page).as_uri())
    page.locator(".brief a").nth(shot.sentence).focus()
    page.screenshot(path=PICTURES / name)
    page.close()


def main() -> None:
    """Take all of them."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        sys.exit("no chromium on the path: apt-get install chromium")
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--headless", "--no-sandbox"])
        for name, shot in SHOTS.items():
            take(browser, name, shot)
        browser.close()
    sys.stdout.write(f"took {len(SHOTS)} pictures\n")


if __name__ == "__main__":
    main()
