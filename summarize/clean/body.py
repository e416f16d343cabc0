"""Blocks -> the run of them that is the story.

The method is maximum subsequence segmentation (Pasternack and Roth, "Extracting article text from
the web with maximum subsequence segmentation", WWW 2009): every block weighs for or against being
story, and the story is the run with the greatest sum. The weights were tuned on pasted news pages;
the result hardly moves when one of them is halved or doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from summarize.clean.lines import Block, Rule
from summarize.data import Cut

Claims = Mapping[int, str]

_PROSE_MOST = 60
_LABEL, _LABEL_WORDS = -6.0, 12
_HEADLINE_WORDS = 25
_FLANKED = 0.5
_INSIDE, _BOX, _BARRIER = -6.0, -22.0, -70.0
# Furniture that stands between paragraphs of a story, and in boxes there; any other kind ends a story.
_SINGLE = frozenset(
    (
        "appeal",
        "poll",
        "pull-quote",
        "caption",
        "credit",
        "advertisement",
        "read-more",
        "newsletter",
        "share-bar",
        "correction",
    )
)
_BOXES = frozenset(("box", "note", "related", "tags", "timestamp", "byline", "agency", "navigation"))
_EVIDENCE = frozenset(
    ("newsletter", "share-bar", "cookie", "copyright", "comments", "related", "advertisement", "tags", "navigation")
)
_PAGE_EVIDENCE, _KINDS_OF_EVIDENCE = 3, 2
_STRAY_LABELS, _STANDFIRST = 5, 2


@dataclass(frozen=True, slots=True)
class Page:
    """A text in blocks; by where blocks start, the rules that claim them; and where the story stands.

    `body` are the places of the story in `blocks`. `story` are its blocks that no rule claims; of a bare
    text, one that was not pasted with the furniture of its page, all that no rule claims.
    """

    text: str
    blocks: tuple[Block, ...]
    claims: Claims
    body: range
    is_pasted: bool
    story: tuple[Block, ...]

    def plain(self, cut: Cut) -> str:
        """What a cut takes out, on one line."""
        return " ".join(self.text[cut.span.start : cut.span.end].split())


def lay_out(text: str, blocks: tuple[Block, ...], cuts: Iterable[Cut], bold: Iterable[Rule] = ()) -> Page:
    """Find the story among blocks, of which some are cut by their words; the first rule to claim one has it.

    On a pasted page, rules too `bold` for a bare text have their say as well.
    """
    claims: dict[int, str] = {}
    for cut in cuts:
        claims.setdefault(cut.span.start, cut.rule)
    body = find_body(blocks, claims)
    is_pasted = _is_pasted(blocks, claims, body)
    if is_pasted:
        for cut in (cut for rule in bold for cut in rule(blocks)):
            claims.setdefault(cut.span.start, cut.rule)
        body = find_body(blocks, claims)
    candidates = blocks[body.start : body.stop] if is_pasted else blocks
    story = tuple(block for block in candidates if block.start not in claims)
    return Page(text, blocks, claims, body, is_pasted, story)


def _is_pasted(blocks: tuple[Block, ...], claims: Claims, body: range) -> bool:
    """Whether furniture of more than one kind stands about, and enough of it, or of lines that are no sentences."""
    evidence = [rule for rule in claims.values() if rule in _EVIDENCE]
    if len(set(evidence)) < _KINDS_OF_EVIDENCE:
        return False
    around = (*blocks[: body.start], *blocks[body.stop :])
    strays = [block for block in around if _kind(block, claims) == "label" and not block.is_item]
    return len(evidence) >= _PAGE_EVIDENCE or len(strays) >= _STRAY_LABELS


def find_body(blocks: tuple[Block, ...], claims: Claims) -> range:
    """The places in `blocks` of the story."""
    best, body, total, start = 0.0, range(0), 0.0, 0
    for at, weight in enumerate(_weights(blocks, claims)):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total >= best and total > 0:
            best, body = total, range(start, at + 1)
    return body


def _weights(blocks: tuple[Block, ...], claims: Claims) -> Iterator[float]:
    before = "label"
    kinds = [_kind(block, claims) for block in blocks]
    for block, kind, after in zip(blocks, kinds, [*kinds[1:], "label"], strict=False):
        flanked = before in ("label", *_BOXES) and after in ("label", *_BOXES)
        yield _weight(block, kind, before) * (_FLANKED if flanked and kind == "prose" else 1.0)
        before = kind


def _kind(block: Block, claims: Claims) -> str:
    if block.start in claims:
        return claims[block.start]
    if block.is_prose:
        return "prose"
    return "sentence" if block.ends_sentence else "label"


def _weight(block: Block, kind: str, before: str) -> float:
    if kind == "prose":
        return float(min(block.size, _PROSE_MOST))
    if kind == "sentence":
        return block.size / 2
    if kind == "label":
        return _LABEL if block.size <= _LABEL_WORDS else -1.0 if block.size <= _HEADLINE_WORDS else 0.0
    if kind in _SINGLE:
        return _INSIDE
    if kind in _BOXES:
        return -1.0 if before == kind else _BOX
    return _BARRIER


def find_navigation(page: Page, headline: int) -> tuple[Cut, ...]:
    """All of a pasted page that is not its story: menus before, lists and footers after.

    Whole sentences right below the headline, which starts at `headline`, are its standfirst and stay; a line
    may stand between.
    """
    if not page.is_pasted or not page.body:
        return ()
    before, after = page.blocks[: page.body.start], page.blocks[page.body.stop :]
    below = [block for block in before if block.start > headline][:_STANDFIRST]
    kept = {block.start for block in below if block.is_prose and block.ends_sentence}
    menus = (block for block in before if block.start not in kept)
    return tuple(block.cut("navigation") for block in (*menus, *after) if block.start not in page.claims)
