"""A cleaned article -> what a brief of it is held against. No model is needed."""

from __future__ import annotations

from summarize.data import Article
from summarize.errors import InputError
from summarize.facts import find_facts, take_inventory
from summarize.guard import Evidence, gather
from summarize.split import split


def gather_evidence(article: Article) -> Evidence:
    """Return the evidence of a whole cleaned article. Raises InputError if it has no sentence."""
    sentences = split(article.text)
    if not sentences:
        raise InputError("there is no text to check against", "nothing but white space or page furniture was found")
    metadata = tuple(text for text in (article.title, article.place, article.date) if text)
    inventory = take_inventory(article.text, find_facts(article.text), metadata)
    return gather(inventory, sentences, article.title)
