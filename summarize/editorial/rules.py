"""The rules of `check`: those of the guard that a finished brief can break, and those of its file."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from summarize.errors import InputError
from summarize.guard.rules import FORM, RULES
from summarize.problem import Rule

# What asks for more than is there; everything else that the guard finds is wrong as it stands.
_WARNINGS = frozenset({"missing-main-actor", "missing-main-date", "too-long"})
# What the guard does to its own drafts where nothing is wrong, or on a suspicion that people do not earn.
_EDITS = frozenset({"resolved-date", "short-name", "missing-date", "mixed-figures"})
_OF_FILES = {
    "stale-brief": "the article has changed since the brief was made from it",
    "unused-ignore": "an ignore comment that no finding needs",
}
_FIXABLE = {
    "unsupported-actor": "a slip in the spelling of a name that the article has",
    "altered-quote": "a word or two amiss in a quotation that the article has once",
}


def _rules() -> dict[str, Rule]:
    summaries = {name: text for name, text in RULES.items() if name not in FORM or name == "too-long"}
    summaries = {name: text for name, text in summaries.items() if name not in _EDITS}
    warnings = _WARNINGS | _OF_FILES.keys()
    return {
        name: Rule(name, "warning" if name in warnings else "error", text, _FIXABLE.get(name, ""))
        for name, text in {**summaries, **_OF_FILES}.items()
    }


CHECKED = _rules()


def is_known(name: str) -> bool:
    """Return whether a name is that of a rule, or begins that of one."""
    return any(rule.startswith(name) for rule in CHECKED)


def nearest_rule(name: str) -> str:
    """Return the rule, or the family of rules, that a name may be meant for, "" if none is near."""
    families = dict.fromkeys(rule.split("-")[0] for rule in CHECKED)
    near = get_close_matches(name, [*CHECKED, *families], n=1)
    return near[0] if near else ""


def refuse_unknown(names: Sequence[str], where: str) -> None:
    """Raise InputError for a name that is no rule and begins the name of none; `where` says who asked for it."""
    for name in names:
        if not is_known(name):
            near = nearest_rule(name)
            hint = f"did you mean {near}?" if near else "`summarize check --list-rules` prints them"
            raise InputError(f"{where}: there is no rule {name}", hint)


def is_selected(rule: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Return whether a rule is asked for; of two names that speak of it the longer one counts, `ignore` in doubt."""
    asked = max((len(name) for name in select if rule.startswith(name)), default=-1) if select else 0
    refused = max((len(name) for name in ignore if rule.startswith(name)), default=-1)
    return asked > refused
