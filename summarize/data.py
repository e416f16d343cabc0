"""The values that travel from stage to stage: frozen, slotted, with no logic but their own arithmetic.

Offsets are code points. Three texts occur, and each span says by its place which one it indexes:
`Article.source` is the file as decoded (the byte order mark removed, newlines untouched), or for
HTML the extracted text; `Article.text` is what reading and cleaning left of it, and what every
later stage works on; the texts of a `Summary` are the output. `Article.locate` maps the second
to the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from summarize.offsets import Segment as Segment  # both are part of the values below
from summarize.offsets import Span as Span
from summarize.offsets import origin, remove

Basis = Literal["file", "extracted"]
Task = Literal["headline", "brief", "points"]
FactKind = Literal["actor", "date", "figure", "quote"]
Origin = Literal["model", "source"]
Action = Literal["repaired", "replaced", "restored", "dropped"]
Severity = Literal["error", "warning"]

TASKS: tuple[Task, ...] = ("headline", "brief", "points")


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of an article that a rule takes out: furniture, markup, a byline."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article on its way from file to sentences.

    `path` is as the user gave it, `-` for standard input. `text` is `source` with stretches
    taken out, never rewritten: `segments` say where each part of it stood, `cuts` (spans in
    `source`, in document order) what was taken out and by which rule. `title`, `date`, `place`
    and `author` are as the article states them, None where it does not. `warnings` are lines
    for the user, without the path.
    """

    path: str
    source: str
    text: str
    segments: tuple[Segment, ...]
    basis: Basis = "file"
    title: str | None = None
    date: str | None = None
    place: str | None = None
    author: str | None = None
    cuts: tuple[Cut, ...] = ()
    warnings: tuple[str, ...] = ()

    @classmethod
    def from_text(cls, text: str, path: str = "-", basis: Basis = "file") -> Article:
        """An article of which nothing has been taken out yet."""
        return cls(path, text, text, (Segment(0, 0, len(text)),) if text else (), basis)

    def locate(self, start: int, end: int) -> Span:
        """The span of `source` from which `text[start:end]` came, what was cut inside it included.

        Raises ValueError if the range is empty or outside `text`.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such range: {start}:{end} in {len(self.text)} characters")
        first, last = origin(self.segments, start), origin(self.segments, end - 1) + 1
        return Span(first, last, self.source[first:last])

    def line(self, position: int) -> int:
        """The line, from 1, on which a position of `source` stands; CRLF counts once."""
        before = self.source[:position]
        return before.count("\n") + before.count("\r") - before.count("\r\n") + 1

    def without(self, cuts: Iterable[Cut]) -> Article:
        """Take stretches out of `text` (each `cut.span` indexes `text`; overlaps are merged)."""
        found = [cut for cut in cuts if cut.span.start < cut.span.end]
        if not found:
            return self
        located = [Cut(self.locate(cut.span.start, cut.span.end), cut.rule) for cut in found]
        segments = remove(self.segments, [(cut.span.start, cut.span.end) for cut in found])
        return replace(
            self,
            text="".join(self.source[one.source : one.source + one.length] for one in segments),
            segments=segments,
            cuts=tuple(sorted((*self.cuts, *located), key=lambda cut: (cut.span.start, cut.span.end))),
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of `Article.text` and the paragraph, counted from 0, that it stands in."""

    span: Span
    paragraph: int

    def has(self, span: Span) -> bool:
        """Return whether a span of the same text lies in the sentence."""
        return self.span.start <= span.start and span.end <= self.span.end

    @property
    def plain(self) -> str:
        """The sentence on one line, its white space made single spaces."""
        return " ".join(self.span.text.split())


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a text states and a summary must not change.

    `span` indexes the text it was found in. `type` is person | organisation | place | group for
    an actor ("" where the rules cannot tell), a TIMEX3 type for a date, "ordinal" for an ordinal.
    `value` is what two mentions are compared by: the fullest name that the text gives an actor, a
    date's TIMEX3 value as far as the words give it, a figure as a plain decimal with its unit, the
    words inside a quotation. `attached` is a span of its own for what goes with a fact without
    being part of it, and of no account in comparisons: a title or role ("Defense Minister"), the
    anchor of a date ("before the election"), what qualifies a figure ("more than"), a speaker.
    """

    kind: FactKind
    span: Span
    value: str
    type: str = ""
    attached: Span | None = field(default=None, compare=False)

    def moved(self, by: int) -> Fact:
        """Return the same fact in a text that has `by` more characters before it."""
        attached = self.attached.moved(by) if self.attached else None
        return replace(self, span=self.span.moved(by), attached=attached)


@dataclass(frozen=True, slots=True)
class Passage:
    """What of an article is given to the model: whole sentences, in document order."""

    sentences: tuple[Sentence, ...]
    title: str | None
    text: str

    def stretches(self, article: str) -> tuple[Span, ...]:
        """Return where in the article's text the passage stands, neighbouring sentences as one span."""
        runs: list[tuple[int, int]] = []
        for sentence in self.sentences:
            start, end = sentence.span.start, sentence.span.end
            if runs and not article[runs[-1][1] : start].strip():
                start = runs.pop()[0]
            runs.append((start, end))
        return tuple(Span(start, end, article[start:end]) for start, end in runs)


@dataclass(frozen=True, slots=True)
class Generation:
    """How to search for an output. `max_tokens` and `min_tokens` count output pieces."""

    beam_size: int
    n_best: int
    max_tokens: int
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram: int = 0
    min_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """One task for a model: `text` is the whole input, prefix included.

    `separator` is the piece between the items of a list, "" where the output is one text.
    """

    task: Task
    text: str
    generation: Generation
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One candidate of the model: its items (sentences, bullets or one headline) and its score.

    `score` is the mean log-probability of a piece: closer to 0 is better.
    """

    items: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a written sentence that its article does not bear out.

    `span` indexes the written sentence, `sources` the article's text; `rule` is one of
    `guard.rules.RULES`; `suggestion` is what the article has instead, "" where nothing is near.
    """

    rule: str
    span: Span
    message: str
    suggestion: str = ""
    sources: tuple[Span, ...] = ()
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Edit:
    """What the guard did to one sentence, and why. `field` is headline, brief or points."""

    action: Action
    rule: str
    field: Task
    before: str
    after: str
    reason: str
    sources: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the output, who worded it, and the sentences of `Article.text` it condenses."""

    text: str
    origin: Origin
    sources: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Point(Statement):
    """A bullet: a statement that stands alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact of the output and where the article states it.

    `field` is headline, brief or points[0], points[1] ...; `fact.span` indexes the text of that
    field, `sources` `Article.text`.
    """

    field: str
    fact: Fact
    sources: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The brief, the points and the headline of one article, and what the guard did to them.

    A part that was not asked for is empty. `model` names the model that wrote it.
    """

    article: Article
    headline: Statement | None
    sentences: tuple[Statement, ...]
    points: tuple[Point, ...]
    facts: tuple[Mention, ...] = ()
    edits: tuple[Edit, ...] = ()
    model: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def brief(self) -> str:
        """The brief as one paragraph."""
        return " ".join(sentence.text for sentence in self.sentences)
