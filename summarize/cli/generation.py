"""The options that say what is written, which several commands share, and what was chosen of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from click.core import ParameterSource

_SHARED = (
    click.option(
        "--brief",
        "brief_words",
        type=click.IntRange(1),
        default=70,
        show_default=True,
        metavar="WORDS",
        help="Most words of the brief: whole sentences go, one always stays.",
    ),
    click.option(
        "--points", type=click.IntRange(0), default=4, show_default=True, metavar="N", help="Most key points."
    ),
    click.option(
        "-m", "--model", metavar="MODEL", default="", help="A folder, an imported model or a hub id: OWNER/NAME."
    ),
    click.option("--profile", metavar="PROFILE", default="", help="How to ask it.  [default: what fits the model]"),
    click.option(
        "--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", help="Where a model of your own runs."
    ),
    click.option(
        "--dtype",
        type=click.Choice(["auto", "float32", "bfloat16", "float16"]),
        default="auto",
        help="How precisely it computes.",
    ),
    click.option("--offline", is_flag=True, help="Fetch nothing, even if the model is a hub id."),
    click.option("--threads", type=click.IntRange(1), metavar="N", help="Processor threads to use.  [default: all]"),
    click.option(
        "--max-bytes",
        type=click.IntRange(1),
        metavar="N",
        default=20_000_000,
        show_default=True,
        help="Refuse larger files.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(0, 1_000_000),
        metavar="SECONDS",
        default=0.0,
        help="Give an article up after that time.  [default: 0, never]",
    ),
    click.option(
        "--protect/--no-protect",
        default=True,
        help="Hide rare names, which the model may misspell.  [default: protect]",
    ),
    click.option(
        "--resolve-dates/--no-resolve-dates",
        default=False,
        help="Write on Thursday (27 October 2022) where the article is dated.",
    ),
)
_NAMES = (
    "brief_words",
    "points",
    "model",
    "threads",
    "max_bytes",
    "timeout",
    "protect",
    "resolve_dates",
    "profile",
    "device",
    "dtype",
    "offline",
)


def generation_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the shared options to a command, in order."""
    for option in reversed(_SHARED):
        command = option(command)
    return command


def given(context: click.Context, name: str) -> bool:
    """Return whether an option was given: only then does it beat the configuration."""
    return context.get_parameter_source(name) not in (ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP, None)


def chosen_options(context: click.Context) -> dict[str, Any]:
    """Return the values of `Options`, by name, that were given on the command line."""
    return {name: context.params[name] for name in _NAMES if given(context, name)}
