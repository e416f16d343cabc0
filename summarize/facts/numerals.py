"""Number words -> decimals: "two hundred and five thousand" is 205000."""

from __future__ import annotations

import re
from decimal import Decimal

from summarize.facts.words import listed

_BELOW_TWENTY = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
SMALL = {word: number for number, word in enumerate(_BELOW_TWENTY)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS) if number}
SCALES = {
    "hundred": 100, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅕": "0.2", "⅛": "0.125"}
_AND_A_HALF = re.compile(r"[-‑\s]and[-‑\s]a[-‑\s]half\b\s?", re.IGNORECASE)
ABBREVIATED = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "t": 10**12}

ONES = _BELOW_TWENTY[1:10]
_TEENS = "|".join(reversed(_BELOW_TWENTY[10:]))
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[-‑\s](?:{'|'.join(ONES)})\b)?|{_TEENS}|{'|'.join(ONES)}|zero)"
_SCALE = rf"(?:{'|'.join(SCALES)})"
# At most four scale words: no longer number occurs, and the search stays linear.
WORDS = (
    rf"(?:(?:\b(?:an?|half\s+an?|a\s+half)\s+(?={_SCALE}\b))?(?:{_BELOW_HUNDRED}|(?<=\s){_SCALE})\b"
    rf"(?:[-‑\s]{_SCALE}\b(?:\s(?:and\s)?{_BELOW_HUNDRED}\b)?){{0,4}}"
    rf"(?:[-‑\s]and[-‑\s]a[-‑\s]half\b(?:\s{_SCALE}\b)?)?)"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"


def decimal(number: Decimal | int) -> str:
    """A plain decimal without exponent or needless zeros: "1200000", "3.5"."""
    text = format(Decimal(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_digits(text: str) -> Decimal:
    """The number that digits with thousands separators stand for."""
    return Decimal(text.replace(",", ""))


def read_words(text: str) -> Decimal:
    """The number that number words stand for; words that are none ("and", "a") count for nothing."""
    if half := _AND_A_HALF.search(text):
        before, scale = text[: half.start()], text[half.end() :]
        if not scale and (words := before.lower().split()) and words[-1] in SCALES:  # a million and a half
            before, scale = " ".join(words[:-1]) or "a", words[-1]
        whole = read_words(before) or Decimal(1)
        return (whole + Decimal("0.5")) * SCALES.get(scale.strip().lower(), 1)
    return _read_plain(text)


def _read_plain(text: str) -> Decimal:
    total, current = Decimal(0), Decimal(0)
    half = False
    for word in text.lower().replace("-", " ").replace("‑", " ").split():
        if word in SMALL:
            current += SMALL[word]
        elif word == "half":
            half = True
        elif word in SCALES and SCALES[word] < 1000:
            current = (current or Decimal(1)) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or Decimal(1)) * SCALES[word], Decimal(0)
    return (total + current) / (2 if half else 1)
