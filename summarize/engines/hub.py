"""A hub id -> the folder of the local cache that holds its files, fetched if they are not there yet.

The one place that may use the network, and only for an id that the user gave and without --offline;
HF_HUB_OFFLINE is honoured by the library itself.
"""

from __future__ import annotations

import logging
import re
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from summarize.errors import MissingExtraError, ModelError

_LOG = logging.getLogger(__name__)
MARK = "hf:"
NEEDS_TORCH = "pip install 'summarize[torch]'"
_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
_DESCRIPTION = ("config.json",)
_REST = ("*.json", "*.model", "*.txt")
_SAFE, _OLD = "*.safetensors", "pytorch_model*.bin"


def is_hub_id(model: str) -> bool:
    """Return whether a model's name is an owner and a name, which no local folder's is meant to be."""
    return bool(_ID.fullmatch(model.removeprefix(MARK)))


def fetch_description(repository: str, *, offline: bool) -> Path:
    """Return the folder of a repository's config.json. Raises ModelError if it cannot be had."""
    return _fetch(repository, _DESCRIPTION, offline=offline)


def fetch(repository: str, *, offline: bool) -> Path:
    """Return the folder of a repository's weights and vocabulary. Raises ModelError if it cannot be had."""
    folder = _fetch(repository, (*_REST, _SAFE), offline=offline)
    if not any(folder.glob(_SAFE)):  # from before safetensors
        folder = _fetch(repository, (*_REST, _OLD), offline=offline)
    return folder


def _fetch(repository: str, patterns: tuple[str, ...], *, offline: bool) -> Path:
    if find_spec("huggingface_hub") is None:
        raise MissingExtraError(f"{repository} cannot be fetched: huggingface_hub is missing", NEEDS_TORCH)
    import huggingface_hub
    import huggingface_hub.utils as utils

    _LOG.info("fetching %s", repository)
    bars: Any = utils
    if not sys.stderr.isatty():
        bars.disable_progress_bars()
    try:
        found = huggingface_hub.snapshot_download(
            repository,
            allow_patterns=list(patterns),
            local_files_only=offline or huggingface_hub.constants.HF_HUB_OFFLINE,
        )
    except Exception as error:  # of half a dozen libraries: what they share is that the files are not there
        reason = " ".join(str(error).split()).split(". ")[0]
        raise ModelError(f"model {repository} cannot be fetched: {reason}", _advice(offline=offline)) from error
    return Path(found)


def _advice(*, offline: bool) -> str:
    return (
        "it is not in the cache: leave out --offline" if offline else "check the name and the network, or name a folder"
    )
