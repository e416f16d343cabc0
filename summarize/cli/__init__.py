"""The command line: parse, call, echo, exit code. One module a command."""

from __future__ import annotations

import os
import sys
import traceback
from typing import NoReturn

import click
from click.shell_completion import CompletionItem

from summarize import __version__
from summarize.cli.batch import batch
from summarize.cli.brief import EXAMPLES, brief
from summarize.cli.check import check
from summarize.cli.config import config
from summarize.cli.console import BUG, DONE, FIXABLE, HELP, INTERRUPTED, ReaderGoneError, complain
from summarize.cli.evaluate import evaluate
from summarize.cli.models import models
from summarize.cli.write import write
from summarize.errors import SummarizeError

_DEFAULT = "brief"


class _Group(click.Group):
    """Runs `brief` where no command is named, and shows its options as the program's own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        is_completed = ctx.resilient_parsing and not args  # the word being typed may become a command
        if not is_completed and (not args or args[0] not in (*self.commands, "-h", "--help", "--version")):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the commands, and what the default one takes: its options, or a file."""
        named = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            default = self.commands[_DEFAULT]
            return [*named, *default.shell_complete(click.Context(default, ctx), incomplete)]
        return [CompletionItem(incomplete, type="file"), *named]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] [FILE]...")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.commands[_DEFAULT].params if isinstance(param, click.Option)]
        options += [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section("Options"):
            formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])
        with formatter.section("Commands (summarize COMMAND --help)"):
            others = {name: one for name, one in self.commands.items() if name != _DEFAULT}
            formatter.write_dl([(name, one.get_short_help_str(limit=70)) for name, one in others.items()])


@click.group(cls=_Group, context_settings=HELP, epilog=EXAMPLES)
@click.version_option(__version__, prog_name="summarize")
def cli() -> None:
    """Write a short brief and key points of each article FILE with a local model.

    Every named actor, date, figure and quotation in them is one that the article states. FILE is
    plain text, Markdown or HTML; - is standard input.
    """


cli.add_command(brief)
cli.add_command(check)
cli.add_command(write)
cli.add_command(batch)
cli.add_command(config)
cli.add_command(models)
cli.add_command(evaluate)


def main() -> NoReturn:
    """Run the command line and leave with its exit code; the one place where errors end."""
    try:
        code = cli.main(prog_name="summarize", standalone_mode=False) or DONE
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = FIXABLE
    except SummarizeError as error:
        complain(str(error))
        code = FIXABLE
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except ReaderGoneError:
        # It has what it wanted. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except Exception as error:
        complain(f"this is a bug: {type(error).__name__}: {error}; SUMMARIZE_DEBUG=1 shows where")
        if os.environ.get("SUMMARIZE_DEBUG"):
            traceback.print_exc()
        code = BUG
    sys.exit(code)
