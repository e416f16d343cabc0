"""The page of a report in a browser: what lights up, what the keyboard reaches, what an article cannot do."""

from __future__ import annotations

from typing import Any

import pytest

from summarize.render.html import render_html, render_index
from summarize.render.listing import Entry
from tests.browser.conftest import Open
from tests.render.reports import HOSTILE, checked, harbour, hostile, hostile_failure

WIDTHS = (390, 1600)
SCHEMES = ("light", "dark")
# Sentence of the brief -> the sentences of the article that it condenses; see tests/render/reports.py.
TIED = {"o1": ["s1"], "o2": ["s1", "s2"], "o3": ["s3"], "o4": ["s4"]}
USED = {"s1": ["o1", "o2"], "s2": ["o2"], "s3": ["o3"], "s4": ["o4"]}


def lit(page: Any, side: str) -> list[str]:
    """Return the ids of the sentences that are lit on one side: said or source."""
    found: list[str] = page.eval_on_selector_all(f".{side}.lit", "all => all.map((one) => one.id)")
    return found


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.className"))


def point_at(page: Any, selector: str) -> None:
    """Move the mouse to the beginning of an element, which may run over several lines."""
    page.locator(selector).scroll_into_view_if_needed()
    box = page.eval_on_selector(selector, "(one) => one.getClientRects()[0].toJSON()")
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)


def wait_until(page: Any, expression: str) -> None:
    """Wait until an expression is true; playwright's own way needs an eval, which the policy of the page forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {expression}")


def in_view(page: Any, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    return bool(box) and box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


def long_harbour() -> str:
    """Return a page on which no source is in view at first: what was cleaned away fills two screens."""
    return render_html(harbour(before="Advertisement\n\n" * 400))


@pytest.mark.parametrize("sentence", sorted(TIED))
def test_pointing_at_a_sentence_lights_its_sources(sentence: str, opened: Open) -> None:
    watched = opened(render_html(harbour()))
    point_at(watched.page, f"#{sentence}")
    assert lit(watched.page, "source") == TIED[sentence]
    assert watched.misdeeds() == []


@pytest.mark.parametrize("source", sorted(USED))
def test_pointing_at_a_source_lights_the_sentences_that_use_it(source: str, opened: Open) -> None:
    page = opened(render_html(harbour())).page
    point_at(page, f"#{source}")
    assert lit(page, "said") == USED[source]


def test_pointing_elsewhere_puts_the_light_out(opened: Open) -> None:
    page = opened(render_html(harbour())).page
    page.hover("#o1")
    page.hover("h1")
    assert lit(page, "source") == []
    page.hover("#o5")  # which has no source
    assert page.locator(".lit").count() == 0


def test_pointing_at_a_fact_lights_the_words_of_the_source(opened: Open) -> None:
    page = opened(render_html(harbour())).page
    page.hover("#o2 mark.date")
    assert page.locator(".article mark.lit").all_inner_texts() == ["Tuesday"]
    assert lit(page, "source") == ["s1", "s2"]


def test_sources_scroll_into_view_from_afar(opened: Open) -> None:
    page = opened(long_harbour()).page
    assert not in_view(page, "#s4")
    page.hover("#o4")
    wait_until(page, "document.querySelector('#s4').getBoundingClientRect().bottom < innerHeight")
    assert in_view(page, "#s4")
    assert in_view(page, "#o4")  # the summary stands still beside the article


def test_pointing_moves_nothing_under_the_pointer(opened: Open) -> None:
    page = opened(long_harbour()).page
    before = page.locator("#o4").bounding_box()
    page.hover("#o4")
    wait_until(page, "scrollY > 0")
    page.wait_for_timeout(300)
    assert page.locator("#o4").bounding_box() == pytest.approx(before, abs=1)
    assert lit(page, "said") == ["o4"]
    top = page.evaluate("scrollY")
    point_at(page, "#s1")
    page.wait_for_timeout(300)
    assert (page.evaluate("scrollY"), lit(page, "source")) == (top, ["s1"])


def test_keyboard_walks_the_sentences(opened: Open) -> None:
    page = opened(long_harbour()).page
    page.focus("#show-cut")
    for sentence, sources in TIED.items():
        page.keyboard.press("Tab")
        assert focused(page) == sentence
        assert lit(page, "source") == sources
        assert in_view(page, f"#{sources[0]}")


def test_arrows_walk_one_side(opened: Open) -> None:
    page = opened(render_html(harbour())).page
    page.focus("#o1")
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        walked.append(focused(page))
    assert walked == ["o2", "o3", "o2"]
    page.focus("#s1")
    page.keyboard.press("ArrowDown")
    assert (focused(page), lit(page, "said")) == ("s2", ["o2"])


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_keeps_the_light_and_escape_lets_go(key: str, opened: Open) -> None:
    page = opened(render_html(harbour())).page
    page.focus("#o2")
    page.keyboard.press(key)
    page.hover("#o4")
    assert lit(page, "source") == ["s1", "s2"]
    assert page.get_attribute("#o2", "aria-current") == "true"
    assert page.inner_text(".bar-text") == "Source 1 of 2, line 5"
    page.click(".next")
    assert page.inner_text(".bar-text") == "Source 2 of 2, line 5"
    page.keyboard.press("Escape")
    assert page.locator(".bar").is_hidden()
    assert page.locator("[aria-current]").count() == 0


def test_a_tap_on_a_phone_goes_to_the_source_and_back(opened: Open) -> None:
    page = opened(long_harbour(), width=390, has_touch=True, is_mobile=True).page
    page.tap("#o4")
    wait_until(page, "document.querySelector('#s4').getBoundingClientRect().top < innerHeight")
    assert lit(page, "source") == ["s4"]
    page.tap(".back")
    wait_until(page, "document.querySelector('#o4').getBoundingClientRect().top >= 0")
    assert (in_view(page, "#o4"), lit(page, "source")) == (True, [])


def test_the_strip_shows_and_finds_what_is_covered(opened: Open) -> None:
    page = opened(long_harbour()).page
    bands = page.locator(".strip a")
    assert bands.count() == len(USED)
    tops = [
        float(value) for value in bands.locator("rect").evaluate_all("all => all.map((one) => one.getAttribute('y'))")
    ]
    heights = page.evaluate(
        "['s1', 's2', 's3', 's4'].map((id) => document.getElementById(id).getBoundingClientRect().top"
        " - document.querySelector('.article').getBoundingClientRect().top)"
    )
    whole = page.evaluate("document.querySelector('.article').getBoundingClientRect().height")
    assert tops == pytest.approx([1000 * height / whole for height in heights], abs=2)
    bands.nth(2).click()
    assert (lit(page, "source"), lit(page, "said")) == (["s3"], ["o3"])
    assert in_view(page, "#s3")


@pytest.mark.parametrize("kind", ["actor", "date", "figure", "quote"])
def test_a_kind_of_fact_can_be_left_unmarked(kind: str, opened: Open) -> None:
    page = opened(render_html(harbour())).page
    line = f"getComputedStyle(document.querySelector('.summary .{kind}')).textDecorationLine"
    assert page.evaluate(line) == "underline"
    page.uncheck(f"#show-{kind}")
    assert page.evaluate(line) == "none"
    assert page.locator(f".tools .{kind}").evaluate("one => getComputedStyle(one).textDecorationLine") == "underline"


def test_kinds_of_facts_differ_without_colour(opened: Open) -> None:
    page = opened(render_html(harbour())).page
    page.emulate_media(media="print")
    styles = page.eval_on_selector_all(
        ".tools mark", "all => all.map((one) => getComputedStyle(one).textDecorationStyle)"
    )
    assert len(set(styles)) == 4


def test_what_was_cleaned_away_can_be_hidden(opened: Open) -> None:
    page = opened(render_html(harbour())).page
    assert page.locator(".article p.cut:visible").count() == 3
    page.uncheck("#show-cut")
    assert page.locator(".article p.cut:visible").count() == 0
    assert page.locator(".tools .cut").is_visible()
    assert "newsletter" not in page.inner_text(".article")


def test_findings_point_at_words_and_source_lines(opened: Open) -> None:
    watched = opened(render_html(checked()))
    page = watched.page
    assert page.locator(".summary .flag").all_inner_texts() == [
        "Tuesdaya",
        "Hanne Ostorvab",
        "has no cash left to give away quietly.c",
        "1 Novemberd",
        "the mayore",
    ]
    page.hover(".findings li:has-text('unsupported-date') >> nth=0 >> .goto")
    assert lit(page, "source") == ["s1"]
    assert page.locator(".article .shown.lit").all_inner_texts() == ["Monday"]
    assert watched.misdeeds() == []


@pytest.mark.parametrize("width", [320, 390, 1024, 1600])
@pytest.mark.parametrize("name", ["summary", "check", "index", "hostile"])
def test_nothing_is_wider_than_the_window(name: str, width: int, opened: Open) -> None:
    page = opened(PAGES[name](), width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["summary", "check", "index"])
def test_axe_finds_no_violation(name: str, width: int, scheme: str, opened: Open) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(PAGES[name](), width, scheme).page
    if name != "index":
        page.click("#o2", position={"x": 3, "y": 6})  # lit colours and the bar count as well
    response = Axe().run(page).response
    assert [(one["id"], one["help"], one["nodes"][0]["html"]) for one in response["violations"]] == []
    assert len(response["passes"]) > 10


def test_the_brief_prints_with_the_paragraphs_it_draws_on(opened: Open) -> None:
    page = opened(render_html(harbour())).page
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    shown = page.locator(".article p:visible").all_inner_texts()
    assert [text[:12] for text in shown] == ["1The ferry H", "3Captain Jor", "4A second fe"]
    assert [page.locator(one).is_visible() for one in (".hint", ".strip", "#show-cut", ".bar")] == [False] * 4


def test_an_article_that_means_harm_does_nothing(opened: Open) -> None:
    for html in (render_html(hostile()), PAGES["hostile index"]()):
        watched = opened(html)
        page = watched.page
        for link in page.locator("main a[href^='#']:visible").all():
            link.click(force=True)
            page.keyboard.press("Escape")
        assert page.evaluate("window.canary") is None
        assert (
            page.evaluate("document.querySelectorAll('main script, main img, main style, main iframe, form').length")
            == 0
        )
        schemes = page.eval_on_selector_all("a", "all => all.map((one) => one.protocol || one.href.baseVal)")
        assert {scheme.split("#")[0] for scheme in schemes} <= {"file:", ""}
        assert watched.misdeeds() == []


def test_the_same_article_does_harm_where_nothing_is_escaped(opened: Open) -> None:
    """Without this the test above might watch for what never shows."""
    watched = opened(f"<!doctype html><title>x</title><body>{HOSTILE}")
    wait_until(watched.page, "window.canary")
    assert [one for one in watched.misdeeds() if one.startswith("request")]


def test_the_policy_stops_what_escaping_might_miss(opened: Open) -> None:
    html = render_html(harbour()).replace("<main>", f"<main>{HOSTILE}", 1)
    watched = opened(html)
    wait_until(watched.page, "window.violations.length > 1")
    assert watched.page.evaluate("window.canary") is None


PAGES = {
    "summary": lambda: render_html(harbour(), "index.html"),
    "check": lambda: render_html(checked()),
    "hostile": lambda: render_html(hostile()),
    "index": lambda: render_index(
        [
            Entry("a/harbour.txt", "harbour.brief.html", harbour()),
            Entry("b/gone.txt", "", hostile_failure()),
            Entry("libraries.brief.md", "libraries.brief.html", checked()),
        ]
    ),
    "hostile index": lambda: render_index(
        [Entry(HOSTILE, "x.brief.html", hostile()), Entry(HOSTILE, "", hostile_failure())]
    ),
}
