"""JSON values -> JSON as text that no terminal takes for commands, and that any reader gets back exactly."""

from __future__ import annotations

import json
import re
from typing import Any

# Control characters, marks that turn the direction of writing, halves of surrogate pairs: JSON can say them in
# ASCII, so nothing needs to be left out, and offsets into the texts stay true.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def dump_json(value: Any) -> str:
    """Return JSON values as indented text, a newline at its end."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
