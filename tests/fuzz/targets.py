"""The targets by name: what makes an input, what must hold of it, and how many inputs of a thousand are its share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from summarize.errors import SummarizeError
from tests.fuzz import file_targets, material, text_targets
from tests.fuzz.choices import Choices
from tests.fuzz.limit import limited


@dataclass(frozen=True)
class Target:
    """`make` makes an input of decisions, `check` raises where something does not hold of it."""

    name: str
    make: Callable[[Choices], Any]
    check: Callable[[Any], None]
    share: int

    def run(self, value: Any) -> None:
        """Check one input. Raises what is wrong, `TooSlowError` if it takes too long; SummarizeError is no fault."""
        with limited():
            try:
                self.check(value)
            except SummarizeError as error:
                if not error.message or "\n" in str(error):
                    raise AssertionError(f"an error that is not one line: {error!s}") from error


TARGETS = {
    target.name: target
    for target in (
        Target("decode", text_targets.damaged_bytes, text_targets.check_decode, 150),
        Target("read", text_targets.named_bytes, text_targets.check_read, 150),
        Target("html", text_targets.page, text_targets.check_read, 5),
        Target("clean", text_targets.any_text, text_targets.check_clean, 80),
        Target("split", text_targets.any_text, text_targets.check_split, 150),
        Target("facts", text_targets.dated_text, text_targets.check_facts, 80),
        Target("inventory", text_targets.dated_text, text_targets.check_inventory, 30),
        Target("protect", text_targets.names_and_text, text_targets.check_protect, 50),
        Target("echo", text_targets.any_text, text_targets.check_echo, 80),
        Target("config", file_targets.settings_file, file_targets.check_config, 50),
        Target("profile", file_targets.profile_file, file_targets.check_profile, 30),
        Target("rows", file_targets.rows, file_targets.check_rows, 60),
        Target("front-matter", material.document, file_targets.check_front_matter, 50),
        Target("write", file_targets.brief_and_document, file_targets.check_write, 30),
        Target("render", text_targets.any_text, file_targets.check_render, 20),
        Target("check", file_targets.article_and_brief, file_targets.check_checking, 20),
        Target("guard", file_targets.article_and_drafts, file_targets.check_guard, 12),
        Target("guard-twice", file_targets.article_and_drafts, file_targets.check_guard_twice, 8),
    )
}
