"""What the fuzzer found, one input for each fault, as small as it would go."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import ROOT
from tests.fuzz.targets import TARGETS

PROFILE = (ROOT / "prompts" / "brief-en.toml").read_text(encoding="utf-8")
DRAFT = {
    "headline": (("Rosa Quill told Vesterholm on Monday.",),),
    "brief": (("Rosa Quill told Vesterholm.",),),
    "points": (),
}
STORY = "The council met on Monday. Rosa Quill told Vesterholm. Nobody was hurt."

FOUND: list[tuple[str, Any]] = [
    # errors that were bugs to the command line
    ("read", ("a.md", b"---\ndate: !!timestamp 9999999999999999\n---\nHe left.\n")),
    ("read", ("a.md", b"---\ntitle: !!float\n---\nHe left.\n")),
    ("read", ("a.md", b"---\ntitle: !!bool maybe\n---\nHe left.\n")),
    ("read", ("a.md", b"---\ntitle: 0x" + b"f" * 6000 + b"\n---\nHe left.\n")),
    ("read", ("a.md", b"---\ntitle: &a [*a]\n---\nHe left.\n")),
    ("config", "brief_words = " + "[" * 3000),
    ("config", "brief_words = 0x" + "f" * 6000),
    ("config", 'exclude = ["[z-a]"]'),
    ("profile", "budget = " + "[" * 3000),
    ("rows", b'{"article": ' + b"[" * 50_000),
    ("guard", (f"{STORY} He left on 31 February 2021.", {**DRAFT, "brief": (("He left on Monday 31 February 2021.",),)}, (40, 2))),
    ("guard", (f"{STORY} He left 2021-13-45.", {**DRAFT, "brief": (("He left on Monday 2021-13-45.",),)}, (40, 2))),
    ("facts", ("He was away 1.2.3.4 weeks.", "")),
    # results that were not what the house promises
    ("facts", ("He said “\u2029nobody left\u2029” today.", "")),
    ("facts", ("“\x85Advertisement”", "")),
    ("guard", (STORY, {**DRAFT, "headline": ((".",),)}, (40, 2))),
    ("guard", (f"{STORY} Aoife Lund told the U.S. Department about Aoife.", {**DRAFT, "headline": (("Rosa Quill and Aoife U.S..",),)}, (40, 2))),
    # sentences of the article that have other facts by themselves than in their place
    ("guard", ("10^400 Vesterholm mid-August. According to St. Olav’s, １２３ allegedly was convicted Bakke-Moe said ‘quite so’ 30 June 99. €\r1#9 has zero, 2019.\n>", {"headline": (), "brief": (("has zero, Media contact: in ﷺ 2019. > {0}",),), "points": ()}, (36, 2))),
    ("guard", ('Lund’s offer to Ek: "a" "b. According to NATO, €1.3m allegedly was taken. Ó Dréan’s offer to the Ministry of Harbours: "We have "no" money".; €  0 >中 ́A\n; İ\r\nthe European Union (EU) has half a million, up from 10 in 2019.\n', {"headline": (("Lund’s offer.",),), "brief": (("€1.3m allegedly was taken.",), ("Tor.",)), "points": ()}, (62, 3))),
    ("profile", PROFILE.replace("n_best = 4", "n_best = 70")),
    ("write", ("\ufeffThe council met.\n", ("The council met.",), ())),
    # hours of work
    ("front-matter", "---\ntags: " + "[" * 3000 + "\n---\nHe left.\n"),
    ("write", ("+++\na = [\n" + "1,\n" * 4000 + "]\n+++\nHe left.\n", ("He left.",), ())),
    ("write", ("---\na: |\n" + "  \n" * 6000 + "---\nHe left.\n", ("He left.",), ())),
    ("clean", "He left. " + "1" * 60_000 + "\n\nShe stayed."),
    ("front-matter", f"<!-- summarize:begin {'a' * 60_000} -->\nx\n<!-- summarize:end -->\nHe left.\n"),
    ("check", (STORY, "He left. <!-- summarize: ignore " + " " * 60_000 + "x", "b.md")),
    ("guard", (f"{STORY} The CFA told zero 1 to 2 March {'&#0;' * 300} Rosa Quill said.", {**DRAFT, "brief": ((f"zero {'&#0;' * 40} Rosa Quill said 0.", f"{'&#0;' * 30} Rosa left 0."),), "headline": (("&#0;" * 60,),)}, (40, 2))),
    ("guard", ("April Ó Dréan’s St. Olav’s’s “nobody panicked”. Rosa Quill left. He stayed. ", {**DRAFT, "headline": (("April Ó Dréan’s } St. Olav’s’s.",),)}, (40, 2))),
    ("inventory", ("St. Olav’s’s is closed.", "")),
    ("guard", (f"{STORY} {'The CFA paid 12 of 40 to NATO, ' * 75}Rosa Quill said.", {**DRAFT, "brief": ((f"{'The CFA paid 40 of 12 to NATO, ' * 75}she said.",),)}, (80, 2))),
]  # fmt: skip


@pytest.mark.parametrize(("target", "value"), FOUND)
def test_found_and_mended(target: str, value: Any) -> None:
    TARGETS[target].run(value)
