"""Text -> cuts of characters that no reader sees: zero-width, directional and control characters, terminal codes."""

from __future__ import annotations

import re

from summarize.data import Cut, Span

_TERMINAL = r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[@-Z\\^_]"
_UNSEEN = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u200e\u200f"
    r"\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+"
)
# Joiners shape Arabic, Indic and emoji; between Latin letters they shape nothing.
_JOINER = r"(?<=[\x00-\u024f])[\u200c\u200d]+(?=[\x00-\u024f]|$)"


def find_invisible(text: str) -> tuple[Cut, ...]:
    """Runs of characters that are never to be seen, in any script."""
    if text.isascii() and text.isprintable():
        return ()
    pattern = f"(?:{_TERMINAL}|{_UNSEEN}|{_JOINER})+"
    return tuple(Cut(Span(run.start(), run.end(), run[0]), "invisible") for run in re.finditer(pattern, text))
