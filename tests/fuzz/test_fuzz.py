"""Every fuzz target, for about a minute in all: some hundred fixed inputs, and some that Hypothesis looks for.

`python tests/fuzz/run.py` goes on from here for as long as you like.
"""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.choices import Drawn, Shrinkable
from tests.fuzz.limit import TooSlowError, limited
from tests.fuzz.targets import TARGETS, Target

# An input takes about 25 ms where the guard is at work, and half a millisecond elsewhere.
SLOW = {"html": 40, "check": 100, "guard": 40, "guard-twice": 25}


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS.keys())
def test_fixed_inputs(target: Target) -> None:
    for number in range(SLOW.get(target.name, 400)):
        target.run(target.make(Drawn(Random(f"suite/{target.name}/{number}"))))


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS.keys())
def test_inputs_that_hypothesis_looks_for(target: Target) -> None:
    quick = settings(
        max_examples=SLOW.get(target.name, 60) // 2,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )

    @quick
    @given(st.composite(lambda draw: target.make(Shrinkable(draw)))())
    def holds(value: object) -> None:
        target.run(value)

    holds()


def test_what_hangs_is_seen() -> None:
    with pytest.raises(TooSlowError), limited(0.05):
        re.match(r"(a+)+b", "a" * 60)


def test_what_fails_is_seen() -> None:
    def check(value: str) -> None:
        raise KeyError(value)

    with pytest.raises(KeyError):
        Target("broken", lambda choose: "", check, 1).run("")
