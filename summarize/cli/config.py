"""`summarize config [FILE]`: what applies to a file, and where it comes from."""

from __future__ import annotations

from pathlib import Path

import click

from summarize.cli.console import DONE, HELP, echo

EXAMPLES = """\b
Settings stand in .summarize.toml, or under [tool.summarize] in pyproject.toml.
Of such files at or above an article the nearest counts; the command line
beats it:

\b
  [tool.summarize]
  include = ["articles/**/*.md"]     # what `write` is for: gitignore patterns,
  exclude = ["drafts/"]              # relative to this file
  place = "front-matter"             # or "sidecar", "markers"
  fields = { summary = "abstract" }  # names; "" writes none
  brief_words = 50
  fail_level = "warning"             # of `check`

\b
Examples:
  summarize config                    what applies here
  summarize config news/ferry.md      what applies to one article
  summarize config > .summarize.toml  begin with what applies here

\b
Exit status: 0 done, 2 the file is broken, or sets what does not exist.
"""


@click.command(
    "config", short_help="Show what applies to a file, and from where.", context_settings=HELP, epilog=EXAMPLES
)
@click.argument("file", default=".", type=click.Path())
def config(file: str) -> None:
    """Show every setting that applies to FILE, or to the working folder, and where it comes from.

    What is printed is TOML, and can be the beginning of a configuration file.
    """
    from summarize.config import load_settings, render_settings

    path = Path(file)
    echo(render_settings(load_settings(path), path))
    click.get_current_context().exit(DONE)
