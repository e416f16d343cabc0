"""Where the user keeps models and profiles of their own. Nothing is made here."""

from __future__ import annotations

import os
from pathlib import Path


def models_folder() -> Path:
    """Return the folder of the imported models, which need not be there yet."""
    return _home() / "models"


def profiles_folder() -> Path:
    """Return the folder of the user's own profiles, which need not be there."""
    return _home() / "profiles"


def cache_folder() -> Path:
    """Return the folder of what may be lost without harm, which need not be there, or be one that can be written."""
    if os.environ.get("SUMMARIZE_HOME"):
        return _home() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("summarize", appauthor=False)


def _home() -> Path:
    if chosen := os.environ.get("SUMMARIZE_HOME"):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("summarize", appauthor=False)
