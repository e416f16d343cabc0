"""Where a made input's decisions come from: a random number generator, Hypothesis, or the bytes of a guided fuzzer.

What makes inputs asks a `Choices` for each decision, so one description of them serves all three.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Choices(Protocol):
    """Decides."""

    def number(self, least: int, most: int) -> int:
        """Return a whole number of that range, both ends included."""

    def one(self, options: Sequence[T]) -> T:
        """Return one of the options."""


class Drawn:
    """Decisions of a random number generator: quick, and the same for the same seed."""

    def __init__(self, random: Random) -> None:
        self._random = random.random

    def number(self, least: int, most: int) -> int:
        return least + int(self._random() * (most - least + 1))

    def one(self, options: Sequence[T]) -> T:
        return options[int(self._random() * len(options))]


class Shrinkable:
    """Decisions of Hypothesis, which looks for the smallest input that fails."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def number(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))

    def one(self, options: Sequence[T]) -> T:
        return options[self._draw(st.integers(0, len(options) - 1))]


class Guided:
    """Decisions read off bytes that a coverage-guided fuzzer changes one by one."""

    def __init__(self, provider: Any) -> None:
        self._provider = provider

    def number(self, least: int, most: int) -> int:
        return int(self._provider.ConsumeIntInRange(least, most))

    def one(self, options: Sequence[T]) -> T:
        return options[self.number(0, len(options) - 1)]
