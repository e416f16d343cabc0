"""What the program's JSON must look like, as JSON schemas: no key more, no key less."""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_FROM_ONE = {"type": "integer", "minimum": 1}


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_PLACES = _list(_object(start=_COUNT, end=_FROM_ONE, line={"type": ["integer", "null"], "minimum": 1}))
_STATEMENT = _object(text={**_TEXT, "minLength": 1}, origin={"enum": ["model", "source"]}, sources=_PLACES)
_FIELD = {"enum": ["headline", "brief", "points"]}
_SOURCE = _object(
    path=_TEXT,
    basis={"enum": ["file", "extracted"]},
    title=_TEXT_OR_NULL,
    date=_TEXT_OR_NULL,
    place=_TEXT_OR_NULL,
    author=_TEXT_OR_NULL,
    words=_COUNT,
    sha256={**_TEXT, "pattern": "^[0-9a-f]{64}$"},
    text=_TEXT,
)
_SOURCE["required"].remove("text")

SUMMARY = _object(
    schema={"const": "summarize/1"},
    source=_SOURCE,
    headline={"anyOf": [_STATEMENT, {"type": "null"}]},
    brief=_object(text=_TEXT, sentences=_list(_STATEMENT)),
    points=_list(_STATEMENT),
    facts=_list(
        _object(
            kind={"enum": ["actor", "date", "figure", "quote"]},
            text={**_TEXT, "minLength": 1},
            field={**_TEXT, "pattern": r"^(headline|brief|points\[[0-9]+\])$"},
            start=_COUNT,
            end=_FROM_ONE,
            sources=_PLACES,
        )
    ),
    edits=_list(
        _object(
            action={"enum": ["repaired", "replaced", "restored", "dropped"]},
            rule=_TEXT,
            field=_FIELD,
            before=_TEXT,
            after=_TEXT,
            reason=_TEXT,
            sources=_PLACES,
        )
    ),
    model=_TEXT_OR_NULL,
    warnings=_list(_TEXT),
)

FAILURE = _object(
    schema={"const": "summarize/1"},
    source=_object(path=_TEXT),
    error=_object(message={**_TEXT, "minLength": 1}, hint=_TEXT),
)

PROBLEM = _object(
    path=_TEXT,
    line=_FROM_ONE,
    column=_FROM_ONE,
    end_line=_FROM_ONE,
    end_column=_FROM_ONE,
    rule=_TEXT,
    severity={"enum": ["error", "warning"]},
    message={**_TEXT, "minLength": 1},
    found=_TEXT,
    suggestion=_TEXT,
    fixable={"type": "boolean"},
    field={"enum": ["headline", "brief", "points", "description", ""]},
    article=_TEXT,
    source_line={"type": ["integer", "null"], "minimum": 1},
    source_text=_TEXT,
)
