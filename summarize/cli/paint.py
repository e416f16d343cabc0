"""Styled lines -> text with escape codes for a terminal, or without; and who wants which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from summarize.cli.console import visible
from summarize.render import Line, Run, Style, plain

Choice = Literal["auto", "always", "never"]
Paint = Literal["plain", "bold", "coloured"]  # no escape codes; weight, slant and underline; colours as well

# The terminal's own colours, as its user has set them, and none that is hard to read on black or white. The four
# kinds of fact differ without colour too.
_STYLES: dict[Style, str] = {
    "headline": "bold",
    "bullet": "dim",
    "note": "dim",
    "actor": "bold cyan",
    "date": "underline magenta",
    "figure": "bold underline yellow",
    "quote": "italic green",
}
_DUMB = ("dumb", "unknown")
_OFF = ("", "0", "false")
LEGEND: Line = (
    Run("facts: ", ("note",)),
    Run("actor", ("actor",)),
    Run("  "),
    Run("date", ("date",)),
    Run("  "),
    Run("figure", ("figure",)),
    Run("  "),
    Run("quotation", ("quote",)),
)


def choose_paint(choice: Choice, environment: Mapping[str, str], *, is_terminal: bool) -> Paint:
    """Return how to paint: the option decides, then NO_COLOR, then what forces colour, then the terminal.

    NO_COLOR (https://no-color.org) speaks of colour alone, so a terminal still gets bold and underline; it beats
    FORCE_COLOR (https://force-color.org) and CLICOLOR_FORCE (https://bixense.com/clicolors), as in Python itself.
    """
    if choice != "auto":
        return "coloured" if choice == "always" else "plain"
    is_able = is_terminal and environment.get("TERM", "") not in _DUMB
    if environment.get("NO_COLOR"):
        return "bold" if is_able else "plain"
    is_forced = any(environment.get(name, "").lower() not in _OFF for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
    return "coloured" if is_able or is_forced else "plain"


def painted(lines: Iterable[Line], paint: Paint) -> str:
    """Return the lines with their styles as escape codes. What a run says cannot steer the terminal."""
    if paint == "plain":
        return plain(lines)
    return "".join(f"{''.join(_painted(run, paint) for run in line)}\n" for line in lines)


def _painted(run: Run, paint: Paint) -> str:
    from rich.color import ColorSystem
    from rich.style import Style as RichStyle

    text = visible(run.text)
    if not run.styles:
        return text
    look = RichStyle.combine(RichStyle.parse(_STYLES[style]) for style in run.styles)
    return (look if paint == "coloured" else look.without_color).render(text, color_system=ColorSystem.STANDARD)
