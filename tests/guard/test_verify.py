"""Verification without a model: what is found, where, and what is offered instead."""

from __future__ import annotations

import subprocess
import sys

import pytest

from summarize.facts import find_facts, take_inventory
from summarize.guard import verify
from summarize.guard.rules import RULES

ARTICLE = (
    "Defence Minister Ragnhild Solvang-Ek said on Tuesday that Norway would buy 12 helicopters for $1.2 billion. "
    'Opposition leader Tor Bakke-Moe called the deal "a costly mistake". '
    "The first will arrive on 4 May 2027, the Ministry of Defence (MoD) said. Prices rose 3.5 per cent."
)
INVENTORY = take_inventory(ARTICLE, find_facts(ARTICLE), ("Norway buys helicopters",))

SUPPORTED = [
    "Norway will buy 12 helicopters, Solvang-Ek said on Tuesday.",
    "Defence Minister Ragnhild Solvang-Ek said Norway would buy twelve helicopters.",
    "Bakke-Moe called it “a costly mistake”.",
    "The helicopters cost $1.2bn and prices rose 3.5%.",
    "The MoD expects the first on May 4.",
    "The Norwegian deal was announced by the ministry.",
]
UNSUPPORTED = [
    ("Sweden will buy 12 helicopters.", "unsupported-actor", "Sweden"),
    ("Ragnhild Solvang-Eck spoke.", "unsupported-actor", "Ragnhild Solvang-Eck"),
    ("Norway will buy 13 helicopters.", "unsupported-figure", "13"),
    ("The deal is worth $1.3 billion.", "unsupported-figure", "$1.3 billion"),
    ("Prices are 12 grickles now.", "unsupported-figure", "12"),
    ("Solvang-Ek said so on Wednesday.", "unsupported-date", "Wednesday"),
    ("The first will arrive on 5 May.", "unsupported-date", "5 May"),
    ('Tor Bakke-Moe called it "a costly error".', "altered-quote", "a costly error"),
]


@pytest.mark.parametrize("text", SUPPORTED)
def test_nothing_is_found(text: str) -> None:
    assert verify(text, INVENTORY) == ()


@pytest.mark.parametrize(("text", "rule", "part"), UNSUPPORTED)
def test_a_finding_says_where_and_why(text: str, rule: str, part: str) -> None:
    (finding,) = verify(text, INVENTORY)
    assert finding.rule == rule
    assert finding.rule in RULES
    assert part in finding.span.text
    assert text[finding.span.start : finding.span.end] == finding.span.text
    assert finding.span.text in finding.message


def test_a_misspelt_name_comes_with_the_articles_spelling() -> None:
    (finding,) = verify("Ragnhild Solvang-Eck spoke.", INVENTORY)
    assert finding.suggestion == "Ragnhild Solvang-Ek"


PAGE = (
    "WASHINGTONIda Fosse of the Harbour Board met reporters in Tromvik on Wednesday, 12 May 2027. "
    "President Edwin Marsh, the first American to visit, came with Senators Ola Lie, Kari Moe and Siri Dahl. "
    "The pianist Nina Krag played. Fosse DynamicsThe company builds nine ships for Ek Nakliyat A.Ş. of Turkey. "
    "Its Long Term Plan (LTP) Review Panel meets in June."
)
READ = take_inventory(PAGE, find_facts(PAGE))


@pytest.mark.parametrize(
    "text",
    [
        "Ida Fosse met reporters.",
        "Fosse Dynamics builds nine ships.",
        "The Harbour Board of Tromvik met reporters.",
        "The Long Term Plan Review Panel meets in June.",
        "Pianist Nina Krag played for the three senators.",
        "The White House sent its President.",
        "Ek Nakliyat A.Ş. is of Turkey.",
        "Two boards met: the Harbour Board and the Review Panel.",
        "She met reporters on 12 May 2027, a Wednesday, after months of talks.",
    ],
)
def test_names_in_parts_and_what_a_reader_can_work_out(text: str) -> None:
    assert verify(text, READ) == ()


@pytest.mark.parametrize(
    ("text", "part", "severity"),
    [
        ("Kari Lie came.", "Kari Lie", "error"),
        ("Ida Foss met reporters.", "Ida Foss", "error"),
        ("The Harbour Board of Skarnes met reporters.", "Skarnes", "error"),
        ("Senators Ola iLe and Kari Moe came.", "iLe", "error"),
        ("The Kremlin sent its President.", "Kremlin", "error"),
        ("She met reporters on Thursday, 12 May 2027.", "Thursday", "error"),
        ("The company builds three ships.", "three", "error"),
        ("Four senators came.", "Four", "warning"),
        ("The company builds 11 ships.", "11", "error"),
        ("It is Ek Nakliyat A. carrier of Turkey.", "Ek Nakliyat A", "error"),
    ],
)
def test_what_no_reader_can_work_out(text: str, part: str, severity: str) -> None:
    (finding,) = verify(text, READ)
    assert part in finding.span.text
    assert finding.severity == severity


def test_verification_loads_no_model() -> None:
    script = (
        "import sys\nfrom summarize.guard import verify\nfrom summarize.facts import take_inventory\n"
        "verify('Oslo won.', take_inventory('Bergen won.', ()))\n"
        "sys.exit(', '.join({'ctranslate2', 'sentencepiece', 'numpy', 'torch', 'transformers'} & sys.modules.keys()) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
