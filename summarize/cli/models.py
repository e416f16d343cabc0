"""`summarize models`: the models there are, and the import of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from summarize.cli.console import DONE, FIXABLE, HELP, complain, echo

if TYPE_CHECKING:
    from summarize.engines.known import Known

EXAMPLES = """\b
Imported models lie in the user's data folder, or in SUMMARIZE_HOME/models.

\b
Examples:
  summarize models import ~/models/distilbart-cnn   convert a folder to int8
  summarize models import OWNER/NAME --name mine    fetch from the hub, convert
  summarize --model mine article.txt                use it
  summarize models remove mine                      delete it

\b
Exit status: 0 done, 2 something you can fix, 3 a bug, 130 interrupted.
"""
_MIB = 1024 * 1024


@click.group("models", short_help="List, import and remove models.", context_settings=HELP, epilog=EXAMPLES)
def models() -> None:
    """List, import and remove the models that --model takes by name.

    An imported model is converted to CTranslate2: smaller and several times as fast as the same model
    through transformers, and without torch.
    """


@models.command("list", context_settings=HELP)
def list_all() -> None:
    """List the built-in model and the imported ones."""
    from summarize.engines.known import Known, list_models

    code = DONE
    rows = [("NAME", "SIZE", "PROFILE", "NUMBERS", "FROM")]
    for found in list_models():
        if isinstance(found, Known):
            rows.append(_row(found))
        else:
            complain(str(found))
            code = FIXABLE
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        echo("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() + "\n")
    click.get_current_context().exit(code)


@models.command("info", context_settings=HELP)
@click.argument("name", default="")
def info(name: str) -> None:
    """Show what is known of a model: NAME is as --model takes it, the built-in one if there is none.

    Nothing is loaded or fetched.
    """
    from summarize.engines.known import describe

    found = describe(name)
    lines = [
        ("name", found.folder.name),
        ("folder", str(found.folder.path)),
        ("size", _size(found)),
        ("run by", found.folder.runner),
        ("profile", found.folder.profile),
        ("input", f"at most {found.budget:,} pieces"),
    ]
    if found.notes:
        lines += [("family", found.notes.model_type), ("numbers", found.notes.quantization)]
        lines += [("from", found.notes.source)]
    echo("".join(f"{key:8} {value}\n" for key, value in lines))
    click.get_current_context().exit(DONE)


@models.command("import", context_settings=HELP)
@click.argument("source", metavar="SRC")
@click.option("--name", default="", help="What to call it.  [default: the name of SRC]")
@click.option(
    "--quantize",
    type=click.Choice(["int8", "float16", "float32"]),
    default="int8",
    show_default=True,
    help="How to keep its numbers.",
)
@click.option("--profile", metavar="PROFILE", default="", help="How to ask it.  [default: what fits the model]")
@click.option("--offline", is_flag=True, help="Fetch nothing, even if SRC is a hub id.")
def import_one(source: str, name: str, quantize: str, profile: str, offline: bool) -> None:
    """Convert SRC, a folder that transformers saved or a hub id, to a model that runs without torch.

    What comes out is compared with SRC on three texts; if they disagree, nothing is imported. The
    conversion needs torch: pip install 'summarize[torch]'.
    """
    from typing import cast

    from summarize.engines.convert import Quantization, import_model

    made, apart = import_model(source, name, cast("Quantization", quantize), profile, offline=offline)
    complain(f"{made.name} is in {made.path}; its log-probabilities are {apart:.2g} a piece from those of {source}")
    echo(f"{made.name}\n")
    click.get_current_context().exit(DONE)


@models.command("remove", context_settings=HELP)
@click.argument("name")
def remove(name: str) -> None:
    """Delete an imported model."""
    from summarize.engines.known import remove_model

    complain(f"{remove_model(name)} is removed")
    click.get_current_context().exit(DONE)


def _row(found: Known) -> tuple[str, str, str, str, str]:
    notes = found.notes
    return (
        found.folder.name,
        _size(found),
        found.folder.profile,
        notes.quantization if notes else "int8",
        notes.source if notes else "the package",
    )


def _size(found: Known) -> str:
    return f"{found.size / _MIB:.0f} MiB"
