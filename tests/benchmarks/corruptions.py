"""Gold briefs, altered -> the share of alterations that the guard finds, and of faithful briefs that it flags.

python tests/benchmarks/corruptions.py dev.jsonl     (one object a line: title, date, article, brief, points)

A kind of alteration takes one sentence of a brief (of the points, where the briefs have too few)
and changes one thing in it. `find_facts` only tells where things stand; what they become is
decided here, by a fixed seed. An alteration counts as found if its sentence has a finding that
the faithful sentence lacks.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click

from summarize.clean import clean
from summarize.data import Article, Fact, Finding
from summarize.facts import find_facts, take_inventory
from summarize.guard.align import Aligner
from summarize.guard.reading import Reading
from summarize.guard.relations import verify_together
from summarize.guard.verify import verify
from summarize.split import split

SEED = 20
PER_KIND = 100
PEOPLE = ("Orla Brandvik", "Tomas Quintrell", "Hanne Ostrova", "Idris Maclain", "Petra Wessendorf")
BODIES = ("Norvane Council", "Halbrook Institute", "Tessaly Group", "Ravenport", "Kestrel Union", "Ostermark")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty")
WORDS = ("harbour", "gentle", "winter", "forgotten", "copper", "willing")
SAID = "said|says|told|added|announced|argued|warned|called|wrote|described|noted|stressed|insisted|claimed"
AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must)\b(?! not\b|n.t\b)")
NEGATION = (
    (re.compile(r"\b(is|are|was|were|has|have|had|will|would|could|should|must|may) (?:not|never)\b"), r"\1"),
    (re.compile(r"\bcannot\b"), "can"),
    (re.compile(r"\b(is|are|was|were|has|have|had|would|could|should|must)n['’]t\b"), r"\1"),
    (re.compile(r"\b(?:did|does|do)(?: not|n['’]t) "), ""),
    (re.compile(r"\bwithout\b"), "with"),
    (re.compile(r"\bfailed to\b"), "managed to"),
    (re.compile(r"\b(?:refused|declined) to\b"), "agreed to"),
    (re.compile(r"\bno (?!longer|one|matter)"), "some "),
)
HEDGES = (
    (re.compile(r"\b(?:allegedly|reportedly) "), ""),
    (re.compile(r"\b(?:an alleged|alleged|a suspected|suspected) "), "the "),
    (re.compile(r"\b(?:may|might|could)\b(?! not)"), "will"),
    (re.compile(r"\b(is|are|was|were) (?:expected|likely|due|set) to\b"), "will"),
    (re.compile(r"\bplans? to\b"), "will"),
    (re.compile(r"\b(?:accused|suspected) of\b"), "convicted of"),
    (re.compile(r"\bcharged with\b"), "convicted of"),
    (re.compile(r"\b(?:accused of) (\w+ing)\b"), r"caught \1"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One gold article with what the guard holds a brief of it against."""

    text: str
    facts: tuple[Fact, ...]
    reading: Reading
    brief: tuple[str, ...]
    points: tuple[str, ...]

    def named(self, kind: str) -> list[Fact]:
        """The article's facts of one kind."""
        return [fact for fact in self.facts if fact.kind == kind]


Alter = Callable[[str, Case, Random], Iterator[str]]


def read_case(row: dict[str, str]) -> Case:
    """Take a row of the gold set through the stages before the model."""
    article = clean(Article.from_text(row["article"]))
    facts = find_facts(article.text)
    inventory = take_inventory(article.text, facts, tuple(filter(None, (row["title"], article.title, row.get("date")))))
    sentences = split(article.text)
    reading = Reading(inventory, Aligner(sentences), sentences)
    return Case(article.text, facts, reading, _sentences(row["brief"]), tuple(row["points"]))


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(sentence.plain for sentence in split(text))


def _put(text: str, fact: Fact, new: str) -> str:
    return text[: fact.span.start] + new + text[fact.span.end :]


def _facts(text: str, kind: str) -> list[Fact]:
    return [fact for fact in find_facts(text) if fact.kind == kind]


def _actors(text: str) -> list[Fact]:
    return [fact for fact in _facts(text, "actor") if fact.type in ("person", "organisation", "place")]


def foreign_actor(text: str, case: Case, random: Random) -> Iterator[str]:
    """A name that the article does not have."""
    for fact in _actors(text):
        yield _put(text, fact, random.choice(PEOPLE if fact.type == "person" else BODIES))


def misspelt_actor(text: str, case: Case, random: Random) -> Iterator[str]:
    """Two neighbouring letters of a name change places."""
    for fact in _actors(text):
        name = fact.span.text
        places = [at for at in range(1, len(name) - 2) if name[at : at + 2].isalpha() and name[at] != name[at + 1]]
        if len(name) > 4 and places:
            at = random.choice(places)
            wrong = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
            if wrong not in case.text:
                yield _put(text, fact, wrong)


def foreign_date(text: str, case: Case, random: Random) -> Iterator[str]:
    """Another weekday, month or year, one that the article does not give."""
    for fact in _facts(text, "date"):
        for pool in (WEEKDAYS, MONTHS):
            for old in pool:
                others = [new for new in pool if new not in case.text]
                if re.search(rf"\b{old}\b", fact.span.text) and others:
                    yield _put(text, fact, fact.span.text.replace(old, random.choice(others)))
        if match := re.search(r"\b(?:19|20)\d\d\b", fact.span.text):
            new = str(int(match[0]) - random.randint(2, 9))
            if new not in case.text:
                yield _put(text, fact, fact.span.text.replace(match[0], new))


def changed_figure(text: str, case: Case, random: Random) -> Iterator[str]:
    """Another number, one that the article does not give."""
    for fact in _facts(text, "figure"):
        digits = re.search(r"\d+", fact.span.text)
        if digits:
            new = str(int(digits[0]) + random.randint(1, 8) * 10 ** random.randint(0, len(digits[0]) - 1))
        else:
            digits = re.search(rf"\b(?:{'|'.join(NUMBERS)})\b", fact.span.text)
            new = random.choice([word for word in NUMBERS if not re.search(rf"\b{word}\b", case.text, re.IGNORECASE)])
        if digits and new not in case.text:
            yield _put(text, fact, fact.span.text[: digits.start()] + new + fact.span.text[digits.end() :])


def changed_quote(text: str, case: Case, random: Random) -> Iterator[str]:
    """One word of a quotation becomes another."""
    for fact in _facts(text, "quote"):
        word = random.choice(list(re.finditer(r"\w+", fact.span.text)))
        inside = fact.span.text[: word.start()] + random.choice(WORDS) + fact.span.text[word.end() :]
        yield _put(text, fact, inside)


def replaced_actor(text: str, case: Case, random: Random) -> Iterator[str]:
    """Another actor of the article and of the same type takes an actor's place."""
    for fact in _actors(text):
        others = [other for other in case.named("actor") if other.type == fact.type and not _alike(other, text)]
        if others:
            yield _put(text, fact, random.choice(others).span.text)


def _alike(fact: Fact, text: str) -> bool:
    """Whether a word of the fact stands in `text`: it may be the same thing in other words."""
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in re.findall(r"\w\w+", fact.span.text))


def swapped_actors(text: str, case: Case, random: Random) -> Iterator[str]:
    """Two actors of one type change places; not in a list, where that says the same."""
    actors = _actors(text)
    for at, left in enumerate(actors):
        for right in actors[at + 1 :]:
            between = text[left.span.end : right.span.start]
            is_list = re.fullmatch(r"[\s,&]*(?:and)?.?", between)
            if left.type == right.type and left.value != right.value and not is_list:
                yield _put(_put(text, right, left.span.text), left, right.span.text)


def swapped_attribution(text: str, case: Case, random: Random) -> Iterator[str]:
    """Somebody else of the article said it."""
    for fact in _actors(text):
        before, after = text[: fact.span.start], text[fact.span.end :]
        speaks = re.match(rf"(?:, [^,]{{1,60}},)? (?:{SAID})\b", after)
        if not speaks and not re.search(rf"(?:\b(?:{SAID})|according to)(?: [A-Z]\w+)* $", before):
            continue
        others = [other for other in case.named("actor") if other.type == fact.type and not _alike(other, text)]
        if others:
            yield _put(text, fact, random.choice(others).span.text)


def moved_date(text: str, case: Case, random: Random) -> Iterator[str]:
    """A date of the article that is not the sentence's."""
    yield from _moved(text, case, random, "date", _is_same_sort)


def _is_same_sort(one: Fact, other: Fact) -> bool:
    return one.type == other.type and _sort(one.span.text) == _sort(other.span.text)


def _sort(date: str) -> tuple[bool, ...]:
    """What a date is made of, so that its words fit into the sentence of another."""
    groups = ("|".join(WEEKDAYS), "|".join(MONTHS), r"\d\d\d\d", r"today|yesterday|tomorrow|now", "last|next|ago|this")
    return tuple(bool(re.search(rf"\b(?:{group})\b", date)) for group in groups)


def moved_figure(text: str, case: Case, random: Random) -> Iterator[str]:
    """A figure of the article, of the same unit, that is not the sentence's."""
    yield from _moved(text, case, random, "figure", _is_same_unit)


def _is_same_unit(one: Fact, other: Fact) -> bool:
    return one.type == other.type and one.value.split(" ")[1:] == other.value.split(" ")[1:]


def _moved(text: str, case: Case, random: Random, kind: str, is_like: Callable[[Fact, Fact], bool]) -> Iterator[str]:
    for fact in _facts(text, kind):
        others = [
            other
            for other in case.named(kind)
            if is_like(fact, other) and other.value != fact.value and not _alike(other, text)
        ]
        if others:
            yield _put(text, fact, random.choice(others).span.text)


def changed_negation(text: str, case: Case, random: Random) -> Iterator[str]:
    """A negation goes, or one comes."""
    gone = [pattern.sub(new, text, count=1) for pattern, new in NEGATION if pattern.search(text)]
    yield from gone[:1]
    if not gone and (found := list(AUXILIARY.finditer(text))):
        place = random.choice(found).end()
        yield f"{text[:place]} not{text[place:]}"


def dropped_hedge(text: str, case: Case, random: Random) -> Iterator[str]:
    """What may be, is."""
    for pattern, new in HEDGES:
        if pattern.search(text):
            yield pattern.sub(new, text, count=1)
            return


ONE_FACT = (foreign_actor, misspelt_actor, foreign_date, changed_figure, changed_quote)
TOGETHER = (
    replaced_actor, swapped_actors, swapped_attribution, moved_date, moved_figure, changed_negation, dropped_hedge,
)  # fmt: skip


def altered(alter: Alter, cases: list[Case]) -> list[tuple[Case, str, str]]:
    """(case, faithful, altered), at most one a sentence and `PER_KIND` in all, briefs before points."""
    random = Random(SEED)
    made = []
    for part in ("brief", "points"):
        for case in random.sample(cases, len(cases)):
            for text in getattr(case, part):
                changed = [one for one in alter(text, case, random) if one != text]
                if changed and len(made) < PER_KIND:
                    made.append((case, text, random.choice(changed)))
    return made


def _labels(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.rule, finding.span.text) for finding in findings}


def is_found(case: Case, before: str, after: str) -> tuple[bool, bool]:
    """Whether `verify` alone finds an alteration, and whether both do."""
    inventory = case.reading.inventory
    alone = bool(_labels(verify(after, inventory)) - _labels(verify(before, inventory)))
    together = _labels(verify_together(after, case.reading)) - _labels(verify_together(before, case.reading))
    return alone, alone or bool(together)


def table_of_alterations(cases: list[Case], shown: bool) -> Iterator[str]:
    """A line for each kind; `shown` adds what was missed."""
    yield f"{'alteration':22}{'made':>6}{'verify':>9}{'both':>9}"
    for alter in (*ONE_FACT, *TOGETHER):
        made = altered(alter, cases)
        found = [is_found(*one) for one in made]
        count = max(len(made), 1)
        alone, both = sum(one for one, _ in found) / count, sum(one for _, one in found) / count
        yield f"{alter.__name__:22}{len(made):6}{alone:9.1%}{both:9.1%}"
        if shown:
            yield from (f"    - {after}" for (_, _, after), (_, one) in zip(made, found, strict=True) if not one)


def table_of_faithful(cases: list[Case], shown: bool) -> Iterator[str]:
    """How many unaltered briefs and points have a finding; `shown` adds the findings."""
    for part in ("brief", "points"):
        texts = [(at, text) for at, case in enumerate(cases) for text in getattr(case, part)]
        alone = {at for at, text in texts if verify(text, cases[at].reading.inventory)}
        found = [(at, text, finding) for at, text in texts for finding in verify_together(text, cases[at].reading)]
        new, errors = {at for at, *_ in found}, {at for at, _, finding in found if finding.severity == "error"}
        sets = {"verify": alone, "together": new, "any finding": alone | new, "errors": alone | errors}
        shares = ", ".join(f"{name} {len(flagged) / len(cases):.1%}" for name, flagged in sets.items())
        yield f"faithful {part}: {shares}"
        if shown:
            yield from (f"    - {finding.rule} {finding.span.text!r}: {text}" for _, text, finding in found)


def cost(rows: list[dict[str, str]]) -> str:
    """Milliseconds that `verify_together` takes for a brief and its points, its reading of the article included."""
    cases = [read_case(row) for row in rows]
    start = time.perf_counter()
    for case in cases:
        for text in (*case.brief, *case.points):
            verify_together(text, case.reading)
    whole = (time.perf_counter() - start) / len(cases) * 1000
    start = time.perf_counter()
    for case in cases:
        for text in case.brief:
            verify_together(text, case.reading)
    return f"cost: {whole:.1f} ms an article, {(time.perf_counter() - start) / len(cases) * 1000:.1f} ms a brief more"


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--most", default=0, help="Take no more than this many articles.")
@click.option("--show", is_flag=True, help="Print what is missed and what is flagged in vain.")
def main(path: Path, most: int, show: bool) -> None:
    """Print the tables."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines[: most or None]]
    cases = [read_case(row) for row in rows]
    for part in (table_of_alterations(cases, show), table_of_faithful(cases, show), [cost(rows)]):
        for line in part:
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
