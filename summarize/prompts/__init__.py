"""A model family's profile (a TOML file in prompts/) and a passage -> the requests for its tasks."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from summarize.errors import ModelError
from summarize.home import profiles_folder
from summarize.prompts.profile import Match, Profile, TaskProfile
from summarize.prompts.table import as_profile

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["Match", "Profile", "TaskProfile", "choose_profile", "load_profile", "profile_names"]

_PACKAGE = Path(__file__).parent.parent
# A wheel carries the profiles inside the package; a checkout has them beside it.
_FOLDERS = (_PACKAGE / "profiles", _PACKAGE.parent / "prompts")
_FALLBACK = "plain"


def load_profile(name: str) -> Profile:
    """Read the profile `name`, one of the user's own before one of prompts/, or the file of that path.

    Raises ModelError if there is none, or if it lacks a setting or names an unknown variable.
    """
    path = _find(name)
    if not path:
        raise ModelError(f"there is no profile {name!r}", f"the profiles are {', '.join(profile_names())}")
    try:
        return as_profile(tomllib.loads(path.read_text(encoding="utf-8")))
    except (LookupError, TypeError, AttributeError, ValueError, OSError, RecursionError) as error:
        raise ModelError(f"profile {path.name} is not usable: {error!r}", "compare it with brief-en.toml") from error


def profile_names() -> tuple[str, ...]:
    """Return the names of the profiles that are installed or the user's own, sorted."""
    return tuple(sorted({path.stem for folder in _folders() for path in folder.glob("*.toml")}))


def choose_profile(config: Mapping[str, Any], vocabulary: Collection[str], folder: Path | None = None) -> str:
    """Return the profile for a model by its config.json and the pieces of its vocabulary.

    Those of `folder`, if given, and the user's own go before those of the package. Where none fits, it is
    the one that asks for a brief with no words at all. Raises ModelError if a profile cannot be read.
    """
    for place in (*([folder] if folder else []), profiles_folder(), None):
        paths = sorted(path for one in ([place] if place else _FOLDERS) for path in one.glob("*.toml"))
        fitting = [
            (path, one.match) for path in paths if (one := load_profile(str(path))).match.fits(config, vocabulary)
        ]
        if fitting:
            path, _ = max(fitting, key=lambda found: found[1].strictness)
            return str(path) if folder and place == folder else path.stem
    return _FALLBACK


def _folders() -> tuple[Path, ...]:
    return (profiles_folder(), *_FOLDERS)


def _find(name: str) -> Path | None:
    if name.endswith(".toml"):
        return Path(name) if Path(name).is_file() else None
    return next((path for folder in _folders() if (path := folder / f"{name}.toml").is_file()), None)
