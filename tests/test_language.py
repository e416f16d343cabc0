"""English or not: the warning that saves a reader of another language a page of noise."""

from __future__ import annotations

import pytest

from summarize.language import is_english

ENGLISH = (
    "The port of Vesterholm reopened on Monday after the storm, and the ferries have run since then, the harbour "
    "master said. He added that three of the quays were not yet safe."
)
OTHERS = {
    "Norwegian": "Havnen i Vesterholm åpnet igjen mandag etter stormen, og fergene har gått siden, sa havnefogden. Han la "
    "til at tre av kaiene ennå ikke var trygge for skipene.",
    "German": "Der Hafen von Vesterholm wurde am Montag nach dem Sturm wieder geöffnet, und die Fähren fahren seither, "
    "sagte der Hafenmeister. Drei der Kais seien noch nicht sicher.",
    "Spanish": "El puerto de Vesterholm reabrió el lunes tras la tormenta y los transbordadores funcionan desde entonces, "
    "dijo el capitán del puerto. Añadió que tres muelles aún no son seguros.",
    "Dutch": "De haven van Vesterholm ging maandag na de storm weer open en de veerboten varen sindsdien, zei de "
    "havenmeester. Hij voegde eraan toe dat drie kades nog niet veilig zijn.",
}


def test_english() -> None:
    assert is_english(ENGLISH)


@pytest.mark.parametrize("name", OTHERS)
def test_other_languages(name: str) -> None:
    assert not is_english(OTHERS[name])


@pytest.mark.parametrize("text", ["", "Reabrió el puerto.", "1 2 3 4"])
def test_too_short_to_tell(text: str) -> None:
    assert is_english(text)
