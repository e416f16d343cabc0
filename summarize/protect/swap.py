"""Words and their surrogates: text with the words -> text with the surrogates, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarize.data import Passage

_LETTER = r"[\w\u0300-\u036f]"  # a combining mark belongs to the word, though `\w` leaves it out
_HISSING = ("s", "x", "z", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Swap:
    """A word of the passage and what stands for it.

    `is_bare` where the article writes its possessive as an apostrophe alone: "Wairimas' vote".
    """

    word: str
    surrogate: str
    is_bare: bool = False

    @classmethod
    def of(cls, word: str, surrogate: str, text: str) -> Swap:
        """Make a swap for a word of `text`."""
        bare = re.search(rf"{re.escape(word)}['’](?!\w)", text)
        full = re.search(rf"{re.escape(word)}['’]s", text, re.IGNORECASE)
        return cls(word, surrogate, word.endswith("s") and bare is not None and full is None)

    @property
    def plural(self) -> str:
        """The word for several: "the Kowalczyks"."""
        return self.word + ("es" if self.word.endswith(_HISSING) else "s")

    @property
    def forms(self) -> dict[str, str]:
        """What is written for the word in each of its forms."""
        pairs = {self.word: self.surrogate, self.plural: self.surrogate + "s"}
        pairs |= {word.upper(): surrogate.upper() for word, surrogate in pairs.items()}
        if self.is_bare:
            pairs |= {self.word + mark: f"{self.surrogate}{mark}s" for mark in "'’"}
        return pairs


@dataclass(frozen=True, slots=True)
class Protection:
    """A passage for the model to read, and the way back from what it writes."""

    passage: Passage
    swaps: tuple[Swap, ...] = ()

    def hide(self, text: str) -> str:
        """Put the surrogates in place of the words."""
        forms: dict[str, str] = {swap.word: swap.surrogate for swap in self.swaps}
        for swap in self.swaps:
            forms = swap.forms | forms
        if not forms:
            return text
        longest_first = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
        return re.sub(rf"(?<!{_LETTER})(?:{longest_first})(?!{_LETTER})", lambda match: forms[match[0]], text)

    def cover(self, passage: Passage) -> Passage:
        """Return a passage of the same article with the surrogates in its title and text."""
        title = self.hide(passage.title) if passage.title else passage.title
        return replace(passage, title=title, text=self.hide(passage.text))

    def restore(self, text: str) -> str:
        """Put the words back in place of the surrogates, in whatever form the model has put them.

        Plural, possessive, upper case and compounds are kept; any other ending ("Durhamite") is
        left out. The result holds no word that begins with a surrogate.
        """
        if not self.swaps:
            return text
        swaps = {swap.surrogate.casefold(): swap for swap in self.swaps}
        names = "|".join(swaps)
        # Upper and lower case of ASCII only: to Unicode, a long s or a dotless i would match as well.
        pattern = rf"(?<!\w)(?P<name>(?ai:{names}))(?P<ending>\w*)(?:(?P<mark>['’])s(?!\w))?"
        return re.sub(pattern, lambda match: _word(swaps[match["name"].casefold()], match), text)


def _word(swap: Swap, match: re.Match[str]) -> str:
    is_plural = match["ending"].casefold() == "s"
    word = swap.plural if is_plural else swap.word
    mark = match["mark"] or ""
    possessive = mark if not mark or (swap.is_bare and not is_plural) else f"{mark}s"
    return (word.upper() if match["name"].isupper() else word) + possessive
