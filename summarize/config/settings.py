"""Everything a configuration file can set, with its defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from summarize.config.options import Options
from summarize.data import Severity

Place = Literal["sidecar", "front-matter", "markers"]

# What lies among articles and is none, in lower case. A pattern of one's own beats these: exclude = ["!readme.md"].
NO_ARTICLES = tuple(
    "*.brief.* readme readme.* readme[-_]* license license.* licence licence.* license-mit* license-apache* "
    "copying copying.* notice notice.* changelog changelog.* changes changes.* contributing contributing.* "
    "code_of_conduct* security.md authors authors.* maintainers.* agents.md claude.md requirements*.txt "
    "constraints*.txt cmakelists.txt robots.txt humans.txt llms*.txt".split()
)


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of the front-matter fields that a brief is written to; "" writes none."""

    description: str = "description"
    summary: str = "summary"
    key_points: str = "key_points"


@dataclass(frozen=True, slots=True)
class Settings:
    """What applies to one article.

    `include` and `exclude` are gitignore patterns relative to the folder of `source`, the file that the
    settings came from (None where all are defaults). `place` is where `write` puts a brief; `max_chars`
    the longest description; `select` and `ignore` are rules of `check`, or the beginnings of their names.
    `given` are the keys that `source` sets, as `render_settings` names them. `baseline` is a path,
    absolute if it came from a file.
    """

    options: Options = field(default_factory=Options)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    place: Place = "sidecar"
    fields: Fields = field(default_factory=Fields)
    max_chars: int = 160
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_level: Severity = "error"
    baseline: str = ""
    source: Path | None = None
    given: frozenset[str] = frozenset()

    @property
    def folder(self) -> Path:
        """The folder that patterns are relative to."""
        return self.source.parent if self.source else Path.cwd()

    def origin(self, key: str) -> str:
        """Return where a value comes from: "default", or the file's name."""
        return self.source.name if self.source and key in self.given else "default"
